"""Passages cut in two, and what is found again across the cut."""

import coreference
from coreference import annotated, cut, row, tallies
from graph_score import Tally

from rashomon.annotate.notation import read_blocks

PASSAGE = [
    "### p/1",
    "T: {Ada Korr|x1:PER} met {Bo Tann|x2:PER}. They saw {gunmen|g1:GROUP}. "
    "{Korr|x3:PER} left, and {she|x4:PER} wept. The {gunmen|g2:GROUP} and {they|g3:GROUP} slept.",
    "E: x3 same x1; x4 same x1; g2 same g1; g3 same g1",
]


def block():
    """The passage."""
    (found,) = read_blocks(PASSAGE)
    return found


def test_a_cut_keeps_what_is_joined_within_a_half():
    _, second = cut(block())
    assert {(edge.source, edge.target) for edge in second.edges} == {("x4", "x3"), ("g3", "g2")}


def test_a_short_passage_is_not_cut():
    (short,) = read_blocks(["### p/2", "T: {Ada Korr|x1:PER} left. All slept.", "E:"])
    assert cut(short) == []
    assert tallies([short])["all"] == Tally()


def test_what_the_annotation_joins():
    assert sorted(len(thing) for thing in annotated(block()).values()) == [1, 3, 3, 3, 3, 3, 3]


def test_names_and_nouns_are_found_again():
    found = tallies([block()])
    assert found["name"] == found["noun"] == Tally(1, 1, 1)
    assert found["pronoun"] == Tally()
    assert found["all"] == Tally(2, 2, 2)


def test_a_wrong_link_counts_against_precision():
    (other,) = read_blocks([*PASSAGE[:2], "E: x3 same x1; x4 same x1; g3 same g2"])
    assert tallies([other])["noun"] == Tally(0, 1, 0)


def test_rows_go_by_the_best_mention():
    class Sighting:
        def __init__(self, words, named=False):
            self.words, self.named = words, named

    assert row([Sighting("he"), Sighting("Ada Korr", named=True)]) == "name"
    assert row([Sighting("he"), Sighting("mayor")]) == "noun"
    assert row([Sighting("he")]) == "pronoun"


def test_no_data_no_table(tmp_path):
    assert coreference.table(tmp_path) is None
    for name in coreference.FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("\n".join(PASSAGE), "utf-8")
    found = coreference.table(tmp_path)
    assert found is not None
    assert [name for name, *_ in found.rows] == ["name", "noun", "pronoun", "all"]
