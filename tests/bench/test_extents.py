"""Extents found against extents annotated."""

import extents
import pytest
from graph_score import Tally

A, B, C = ((0, 10),), ((10, 20),), ((30, 35), (40, 50))


@pytest.mark.parametrize(
    ("annotated", "found", "equal", "touching"),
    [
        ([], [], Tally(), Tally()),
        ([A, B], [A], Tally(1, 1, 2), Tally(1, 1, 2)),
        ([A], [((9, 11),)], Tally(0, 1, 1), Tally(1, 1, 1)),
        ([A], [B], Tally(0, 1, 1), Tally(0, 1, 1)),
        ([A, B], [((0, 20),)], Tally(0, 1, 2), Tally(1, 1, 2)),
        ([A], [((0, 6),), ((6, 10),)], Tally(0, 2, 1), Tally(1, 2, 1)),
        ([C], [((36, 40),)], Tally(0, 1, 1), Tally(0, 1, 1)),
        ([C], [((33, 41),)], Tally(0, 1, 1), Tally(1, 1, 1)),
        ([A, A], [A, A], Tally(1, 1, 1), Tally(1, 1, 1)),
    ],
)
def test_extents_are_counted_one_to_one(annotated, found, equal, touching):
    assert extents.exact(annotated, found) == equal
    assert extents.overlap(annotated, found) == touching


def test_the_largest_shared_part_is_paired_first():
    assert extents.pairs([((0, 10),), ((10, 30),)], [((5, 30),), ((0, 9),)]) == {0: 1, 1: 0}
