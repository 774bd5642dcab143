"""The layers of a drawing that is read from left to right."""

import random
from itertools import pairwise

import pytest

from rashomon.show.layers import laid

CHAIN = [(0, 1), (1, 2), (2, 3)]


def test_causes_stand_left_of_their_effects_by_the_longest_path() -> None:
    found = laid([*CHAIN, (0, 3)])
    assert [found.spots[box][0] for box in range(4)] == [0, 1, 2, 3]
    assert [column for column, _ in found.bends[3]] == [1, 2]
    assert found.back == (False,) * 4


def test_the_arrow_that_closes_a_circle_runs_back_and_bends_on_its_way() -> None:
    found = laid([*CHAIN, (3, 0)])
    assert found.back == (False, False, False, True)
    assert [column for column, _ in found.bends[3]] == [2, 1]


def test_a_box_that_leads_to_itself_is_drawn() -> None:
    assert laid([(0, 0)]).spots == {0: (0, 0)}


def test_a_cause_without_causes_stands_just_left_of_its_effect() -> None:
    assert laid([*CHAIN, (4, 3)]).spots[4][0] == 2


def test_pieces_stand_one_under_another_the_largest_first() -> None:
    found = laid([(8, 9), *CHAIN])
    assert max(found.spots[box][1] for box in range(4)) + 1 <= min(found.spots[box][1] for box in (8, 9))


@pytest.mark.parametrize("seed", range(8))
def test_no_box_or_bend_stands_on_another_and_the_drawing_is_always_the_same(seed: int) -> None:
    dice = random.Random(seed)
    arrows = list(dict.fromkeys((dice.randrange(30), dice.randrange(30)) for _ in range(45)))
    found = laid(arrows)
    assert found == laid(arrows)
    assert set(found.spots) == {end for arrow in arrows for end in arrow}
    by_column: dict[float, list[float]] = {}
    for column, row in found.spots.values():
        by_column.setdefault(column, []).append(row)
    for rows in map(sorted, by_column.values()):
        assert all(low + 1 <= high + 1e-6 for low, high in pairwise(rows))
    for (cause, effect), back in zip(arrows, found.back, strict=True):
        if cause != effect:
            assert (found.spots[cause][0] > found.spots[effect][0]) is back


def test_nothing_is_drawn_of_nothing() -> None:
    assert laid([]).spots == {}
