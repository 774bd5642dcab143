"""TIMEX3 markup read, values compared, and expressions paired; the texts are invented."""

import gzip
import json

import pytest
import timeml

from rashomon.values.timex import Timex

TML = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2031-05-14" functionInDocument="CREATION_TIME">
x</TIMEX3></DCT>
<TEXT>
The <EVENT eid="e1">raid</EVENT> came on <TIMEX3 tid="t1" type="DATE" value="2031-05-12">Monday</TIMEX3> &amp; lasted
<TIMEX3 tid="t2" type="DURATION" value="PT3H">three hours</TIMEX3>. <TIMEX3 tid="t3" type="DATE" value="2031-05-13">The
next day</TIMEX3> it rained.<TIMEX3 tid="t4" type="DURATION" value="P1D"/> In <TIMEX3 tid="t5" type="DATE"
value="2031-XX">June</TIMEX3> it had not.
</TEXT></TimeML>"""


def test_an_article_is_its_body_without_tags():
    article = timeml.article(TML)
    words = [" ".join(article.text[each.start : each.end].split()) for each in article.times]
    assert words == ["Monday", "three hours", "The next day", "June"]
    assert article.published.from_ == "2031-05-14"
    assert "& lasted" in article.text


def test_an_article_without_a_date_is_read_without_one():
    article = timeml.article('<TEXT>On <TIMEX3 type="DATE" value="x">Monday</TIMEX3>.</TEXT>')
    assert article.published is None
    assert [each.timex for each in timeml.read(article, [(3, 9)])] == [None]


def test_given_expressions_are_read_in_their_order():
    article = timeml.article(TML)
    answers = timeml.read(article, [(each.start, each.end) for each in article.times])
    assert [answer.timex.value for answer in answers] == ["2031-05-12", "PT3H", "2031-05-13", "2031-06"]


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("1968-XX", "1968", True), ("199X", "199", True), ("1998-W6", "1998-W06", True), ("P2E", "P20Y", True),
        ("2031-05-14T09:42:00", "2031-05-14T09:42", True), ("P1Q", "P3M", True), ("1998-WXX", "1998-W06", False),
        ("XXXX-WXX-1", "XXXX-WXX-2", False), ("P3M", "P3D", False), ("1998", "1999", False),
    ],
)  # fmt: skip
def test_spellings_of_a_value(one, other, equal):
    assert timeml.same(Timex("DATE", one), Timex("DATE", other)) is equal


def test_open_digits_agree():
    assert timeml.agree(Timex("DATE", "1998-WXX"), Timex("DATE", "1998-W06"))
    assert not timeml.agree(Timex("DATE", "1998-WXX"), Timex("DATE", "1999-W06"))
    assert not timeml.agree(Timex("DATE", "1998-WXX"), None)


def test_pairs_share_a_character_one_to_one():
    spans = [timeml.Marked(*each, None) for each in ((0, 5), (10, 20), (30, 40))]
    found = [timeml.Marked(*each, None) for each in ((2, 4), (4, 9), (19, 31))]
    assert [(one.start, other.start) for one, other in timeml.pairs(spans, found)] == [(0, 2), (10, 19)]


def test_the_table(tmp_path):
    assert timeml.table(tmp_path) is None
    path = tmp_path / timeml.FILE
    path.parent.mkdir(parents=True)
    path.write_bytes(gzip.compress(json.dumps({"id": "invented", "tml": TML}).encode()))
    rows = {row[0]: row[3:] for row in timeml.table(tmp_path).rows}
    assert rows["given: all"] == (75.0, 4)
    assert rows["given: open digits agree"] == (100.0, 4)
    assert rows["given: DURATION"] == (100.0, 1)
    assert rows["found: overlap"] == (100.0, 4)
    assert rows["found: value"] == (75.0, 4)
    assert "other half, given: all" in rows
