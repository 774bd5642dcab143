"""Attributions read off a graph, and the corpus' marks for them."""

import polnear
import pytest
from attribution import attributions
from extents import Extent
from graph_score import Tally

from rashomon.annotate.notation import read_blocks


def shown(marked, edges=""):
    (block,) = read_blocks(["### case", f"T: {marked}", f"E: {edges}", "M:"])
    text = block.text

    def words(extent: Extent | None) -> str | None:
        return extent and " ~ ".join(text[a:b] for a, b in extent)

    found = attributions(text, block.graph)
    return [(text[a.cue[0] : a.cue[1]], words(a.source and (a.source,)), words(a.content)) for a in found]


CASES = [
    (
        "The {Qarn|g1:GPE} {mayor|x0:PER} {Ilvesh|x1:PER} has {said|s1:SAY} that nine men died on Monday.",
        "s1 agent x1",
        ("has said", "The Qarn mayor Ilvesh", "that nine men died on Monday"),
    ),
    (
        "“Nine men died. They were brave,” {said|s1:SAY} {Ilvesh|x1:PER}, a mayor.",
        "s1 agent x1",
        ("said", "Ilvesh", "“Nine men died. They were brave,”"),
    ),
    (
        "“Nine died,” {he|x1:PER} {said|s1:SAY}. “We saw it.”",
        "s1 agent x1",
        ("said", "he", "“Nine died,” ~ “We saw it.”"),
    ),
    (
        "Nine men died in the raid, {according to|s1:SAY} {police|o1:ORG}.",
        "s1 agent o1",
        ("according to", "police", "Nine men died in the raid"),
    ),
    (
        "{Ilvesh|x1:PER}, the mayor, {told|s1:SAY} {Radio Qarn|o1:ORG} that nine died.",
        "s1 agent x1",
        ("told", "Ilvesh, the mayor,", "that nine died"),
    ),
    (
        "{Ilvesh|x1:PER} {said|s1:SAY} on Monday that nine died.",
        "s1 agent x1",
        ("said", "Ilvesh", "that nine died"),
    ),
    (
        "The {Front|o1:ORG} has repeatedly criticized the raid.",
        "",
        ("has repeatedly criticized", "The Front", "the raid"),
    ),
    ("{Ilvesh|x1:PER}: Nine died in raid", "", (":", "Ilvesh", "Nine died in raid")),
]


@pytest.mark.parametrize(("marked", "edges", "attribution"), CASES)
def test_an_attribution_has_cue_source_and_content(marked, edges, attribution):
    assert shown(marked, edges) == [attribution]


def test_a_text_without_speech_has_none():
    assert shown("{Qarn|g1:GPE} burned.") == []


def test_brat_files_are_read():
    article = {
        "ann": {"b.ann": "T9\tCue 0 1\tx", "a.ann": "T1\tCue 5 9\tsaid\nT2\tContent 20 25;0 4\twords\nE1\tCue:T1"}
    }
    assert polnear.annotated(article) == {"cue": [((5, 9),)], "source": [], "content": [((0, 4), (20, 25))]}


def test_parts_are_scored_each_by_itself():
    left = {"cue": [((5, 9),)], "source": [((0, 4),)], "content": []}
    right = {"cue": [((5, 9),)], "source": [((0, 9),)], "content": [((10, 12),)]}
    found = polnear.tallies([left], [right])
    assert found["cue"] == (Tally(1, 1, 1), Tally(1, 1, 1))
    assert found["source"] == (Tally(0, 1, 1), Tally(1, 1, 1))
    assert found["content"] == (Tally(0, 1, 0), Tally(0, 1, 0))
