"""Title, byline, dateline, body, captions, boilerplate: one kind for each paragraph, and regions that tile the text."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.read.draft import Paragraph
from rashomon.read.regions import byline_of, classify, dateline_length, is_name, tile

BODY = (
    "The governor of the province said on Tuesday that at least twelve people had been wounded when the market was "
    "hit, and that the road to the north was closed until the evening."
)
KINDS = st.sampled_from([None, "title", "caption", "boilerplate"])


def kinds(*texts, title=None):
    return classify([Paragraph(BODY if text == "BODY" else text) for text in texts], title)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Siege ends in ruin", "Ada Person", "21 January 2013", "BODY"), ["title", "byline", "dateline", "body"]),
        (("Siege ends", "By Ada Person and Bo Other", "BODY", "BODY"), ["title", "byline", "body", "body"]),
        (("Siege ends", "The Invented Gazette", "BODY"), ["title", "byline", "body"]),
        (("Siege ends", "Reporting period: 7 to 20 March 2031", "BODY"), ["title", "body", "body"]),
        (
            ("Siege ends", "BODY", "Troops near the river", "Smoke over the town"),
            ["title", "body", "caption", "caption"],
        ),
        (("Siege ends", "BODY", "A river crossing", "BODY"), ["title", "body", "caption", "body"]),
        (("Siege ends", "BODY", "WHAT CAME BEFORE", "BODY"), ["title", "body", "title", "body"]),
        (("BODY", "Photo: Ada Person", "BODY"), ["body", "caption", "body"]),
        (("BODY", "To contact the Daily visit:", "daily.example/contact"), ["body", "boilerplate", "boilerplate"]),
        (("BODY", "Related articles", "Ten days in the pass", "A walk"), ["body"] + ["boilerplate"] * 3),
        (("We use cookies", "Siege ends", "BODY", "© 2013 The Daily"), ["boilerplate", "title", "body", "boilerplate"]),
        (("BODY", "The Daily, 1 Square. Letters: desk@daily.example"), ["body", "boilerplate"]),
        (("BODY", "Share the bread, the elders said to the soldiers."), ["body", "body"]),
        (("Bamako",), ["body"]),
        (("Bamako", "Mopti"), ["title", "body"]),
        (("BODY",), ["body"]),
        ((), []),
    ],
)
def test_paragraphs_are_told_apart(texts, expected):
    assert kinds(*texts) == expected


def test_title_of_the_metadata_wins():
    assert kinds("Daily Life", "Siege  ends", "BODY", title="Siege ends")[1] == "title"


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (f"GAO, Mali (AP) - {BODY}", "GAO, Mali (AP) - "),
        (f"Gao, Mali (AFP) \u2013 {BODY}", "Gao, Mali (AFP) \u2013 "),
        (f"KIDAL: {BODY}", "KIDAL: "),
        (f"The Salt Front (SF) - {BODY}", ""),
        (f"BAMAKO, Jan 21 (Reuters) — {BODY}", "BAMAKO, Jan 21 (Reuters) — "),
        (f"NEW TOWN -- {BODY}", "NEW TOWN -- "),
        (f"KIDAL. {BODY}", "KIDAL. "),
        (BODY, ""),
        ("A raid - the third - was planned for the evening.", ""),
        ("US. ", ""),
    ],
)
def test_dateline_is_cut_off(text, dateline):
    assert text[: dateline_length(text)] == dateline


def test_dateline_is_its_own_region():
    found = [Paragraph("Siege ends"), Paragraph(f"GAO, Mali (AP) - {BODY}")]
    text, regions = tile(found, classify(found))
    assert [(region.kind, text[region.start : region.end]) for region in regions] == [
        ("title", "Siege ends\n\n"),
        ("dateline", "GAO, Mali (AP) - "),
        ("body", BODY),
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ada Person", "Ada Person"),
        ("by Ada Person | 21 January 2013", "Ada Person"),
        ("By ADA PERSON, January 21, 2013", "ADA PERSON"),
        ("Reporter: Nadia Resk", "Nadia Resk"),
        ("By the river they waited.", None),
        ("By nightfall", None),
    ],
)
def test_byline_names(line, name):
    assert byline_of(line) == name


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Ada Person", True),
        ("Jean-Yves le Drian", True),
        ("ADA PERSON", False),
        ("Bamako", False),
        ("12 Dead Men", False),
    ],
)
def test_lone_names(text, yes):
    assert is_name(text) is yes


def test_a_dump_of_lines_is_body():
    assert set(kinds(*["Short line"] * 20_001)) == {"body"}


@example([("\r", None), ("\r", "caption")])
@given(st.lists(st.tuples(st.text(min_size=1, max_size=60), KINDS), min_size=1, max_size=12))
def test_regions_tile_the_text(rows):
    found = [Paragraph(text, kind) for text, kind in rows]
    text, regions = tile(found, classify(found))
    assert regions[0].start == 0
    assert regions[-1].end == len(text)
    assert all(left.end == right.start for left, right in pairwise(regions))
    assert all(region.start < region.end for region in regions)
    assert text == "\n\n".join(paragraph.text for paragraph in found)
