"""Toponyms of news and places of events, scored on invented ones."""

import gzip
import json

import toponyms
import ucdp

from rashomon.records import Place

XML = """<articles><article><title>Rain</title><url>http://x.example/1</url>
<text>Rain fell on Gao and on Kolvarra in Mali.</text><toponyms>
<toponym><start>13</start><end>16</end><phrase>Gao</phrase><gaztag><lat>16.27</lat><lon>-0.04</lon></gaztag></toponym>
<toponym><start>20</start><end>30</end><phrase>Kolvarra</phrase><gaztag><lat>40</lat><lon>40</lon></gaztag></toponym>
<toponym><start>36</start><end>40</end><phrase>Mali</phrase></toponym>
<toponym><start>1</start><end>5</end><phrase>Vessendry</phrase><gaztag><lat>1</lat><lon>1</lon></gaztag></toponym>
</toponyms></article></articles>"""


def write(path, lines):
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)


def test_articles_are_read_with_their_offsets_mended(tmp_path):
    write(tmp_path / "x" / "lgl.jsonl.gz", [{"xml": XML}])
    (article,) = toponyms.articles(tmp_path / "x" / "lgl.jsonl.gz")
    text = article.document.text
    assert [text[t.start : t.end] for t in article.toponyms] == ["Gao", "Kolvarra"]
    assert (article.document.title, article.document.url) == ("Rain", "http://x.example/1")


def test_every_toponym_counts(tmp_path):
    write(tmp_path / toponyms.FOLDER / "lgl.jsonl.gz", [{"xml": XML}])
    table = toponyms.table(tmp_path)
    ((name, near, placed, _, total),) = table.rows
    assert (name, near, total) == ("LGL", 50.0, 2)
    assert placed == 50.0  # the guess for the unknown one is far off
    assert toponyms.table(tmp_path / "nowhere") is None


def test_a_toponym_without_a_place_is_missed():
    article = toponyms.Article(None, (toponyms.Toponym(0, 1, 0.0, 0.0), toponyms.Toponym(2, 3, 0.0, 0.0)))
    score = toponyms.scored(article, [None, Place(id="p", name="x", lat=0.5, lon=0.5)])
    assert score == toponyms.Score(2, 1, 1)
    assert (score.accuracy, score.precision) == (50.0, 100.0)


def row(identity, words, district, region, country, lat, lon, exact="1.0"):
    return {"id": identity, "where_coordinates": words, "adm_2": district, "adm_1": region, "country": country} | {
        "latitude": lat,
        "longitude": lon,
        "where_prec": exact,
    }


def test_events_are_put_where_their_words_say(tmp_path):
    rows = [
        row("1", "Gao town", "", "Gao region", "Mali", "16.27", "-0.04"),
        row("2", "Kolvarra village", "", "", "Mali", "16.27", "-0.04"),
        row("3", "Paris town", "", "", "DR Congo (Zaire)", "48.8", "2.3", "6.0"),
    ]
    write(tmp_path / ucdp.FILE, rows)
    whole = ucdp.table(tmp_path).rows[0]
    assert whole == ("all", 50.0, 100.0, 50.0, 2)
    assert ucdp.event(rows[2]).words == ("Paris town", "DR Congo")
    assert ucdp.table(tmp_path / "nowhere") is None
