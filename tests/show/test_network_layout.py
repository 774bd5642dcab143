"""Where actors stand in the drawn network."""

import math
from itertools import combinations

import pytest

from rashomon.show.network_layout import WIDE, plan

RING = [(f"a{n}", f"a{(n + 1) % 9}") for n in range(9)]
STAR = [("hub", f"leaf{n:02}") for n in range(25)]
APART = [("b1", "b2"), ("c1", "c2"), ("d1", "d2"), ("d2", "d3")]
MANY = [(f"m{n:03}", f"m{n // 3:03}") for n in range(1, 260)]


@pytest.mark.parametrize("pairs", [RING, STAR, RING + STAR + APART, MANY], ids=["ring", "star", "several", "many"])
def test_a_plan_does_not_depend_on_the_order_of_its_pairs(pairs: list[tuple[str, str]]) -> None:
    assert plan(pairs) == plan([(b, a) for a, b in reversed(pairs)]) == plan(pairs + pairs)


@pytest.mark.parametrize("pairs", [RING, STAR, RING + STAR + APART, MANY], ids=["ring", "star", "several", "many"])
def test_everybody_has_a_place_of_his_own(pairs: list[tuple[str, str]]) -> None:
    laid = plan(pairs)
    assert set(laid.spots) == {name for pair in pairs for name in pair}
    assert len(set(laid.spots.values())) == len(laid.spots)
    assert all(0 <= x <= 1000 and 0 <= y <= 1000 for x, y in laid.spots.values())


def test_a_ring_is_drawn_round() -> None:
    laid = plan(RING)
    spots = {name: (x * laid.wide / 1000, y * laid.high / 1000) for name, (x, y) in laid.spots.items()}
    ties = [math.dist(spots[a], spots[b]) for a, b in RING]
    assert max(ties) < 1.3 * min(ties)
    assert min(math.dist(spots[a], spots[b]) for a, b in combinations(spots, 2)) == min(ties)


def test_the_tied_stand_nearer_than_others() -> None:
    laid = plan(MANY).spots
    tied = [math.dist(laid[a], laid[b]) for a, b in MANY]
    every = [math.dist(laid[a], laid[b]) for a, b in combinations(sorted(laid), 2)]
    assert sum(tied) / len(tied) < 0.4 * sum(every) / len(every)


def test_sets_that_hang_together_come_one_after_the_other_the_largest_first() -> None:
    order = [name.rstrip("0123456789") for name in plan(APART + STAR + RING).spots]
    assert list(dict.fromkeys(order)) == ["hub", "leaf", "a", "d", "b", "c"]
    assert order == sorted(order, key=["hub", "leaf", "a", "d", "b", "c"].index)


def test_several_sets_fill_about_the_shape_of_a_screen() -> None:
    laid = plan([(f"x{n}", f"y{n}") for n in range(60)])
    assert 0.5 * WIDE < laid.wide / laid.high < 2 * WIDE


def test_nobody_is_tied() -> None:
    assert plan([]).spots == {}
    assert plan([("a", "a")]).spots == {}
