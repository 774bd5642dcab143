"""Triads in and out of balance, with the claims behind every side."""

import random
from itertools import combinations
from typing import Any

import pytest

from rashomon.reconcile.balance import triads
from rashomon.reconcile.changes import changes
from rashomon.records import Period

A, B, C = "a-doc", "a-land", "a-salt"


def tie(told: Any, left: str, right: str, sign: str, **fields: Any) -> str:
    relation = {"+": "ally", "-": "hostile", "0": "negotiates with"}[sign]
    return str(told.tie("d1", left, relation, right, sign, **fields).id)


@pytest.mark.parametrize(
    ("signs", "balanced", "why"),
    [
        ("+++", True, "all three stand together"),
        ("+--", True, "two together against a third"),
        ("++-", False, "two who are against each other stand with the same third"),
        ("---", False, "each is against both others"),
    ],
)
def test_the_product_of_the_signs_decides(told: Any, actors: Any, signs: str, balanced: bool, why: str) -> None:
    ids = [tie(told, *ends, sign) for ends, sign in zip(((A, B), (B, C), (A, C)), signs, strict=True)]
    (found,) = triads(told.claims, actors, ())
    assert (found.actors, found.balanced, found.why) == ((A, B, C), balanced, why)
    assert [side.claims for side in found.sides] == [(i,) for i in ids]


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({"sign": "-"}, [None]),  # both at once: nothing can be said
        ({"sign": "-", "background": True}, [True]),  # history is not put beside today
        ({"sign": "0"}, [True]),  # talks have no sign
        ({"sign": "-", "reality": "hyp"}, [True]),
        ({"sign": "-", "period": Period(from_=None, to="2020-12-31", precision="year")}, [True]),  # before a change
    ],
)
def test_what_is_not_of_today_says_nothing(
    told: Any, actors: Any, documents: Any, extra: Any, expected: list[bool | None]
) -> None:
    for ends in ((A, B), (B, C), (A, C)):
        tie(told, *ends, "+")
    tie(told, A, B, **extra)
    found = triads(told.claims, actors, changes(told.claims, documents.values(), actors))
    assert [triad.balanced for triad in found] == expected


def test_two_ties_are_no_triad(told: Any, actors: Any) -> None:
    tie(told, A, B, "+")
    tie(told, B, C, "+")
    assert triads(told.claims, actors, ()) == ()


@pytest.mark.parametrize("seed", range(3))
def test_every_triad_is_found_in_any_order(told: Any, seed: int) -> None:
    chance = random.Random(seed)
    signs = {}
    for pair in combinations([f"a-{n}" for n in range(9)], 2):
        if chance.random() < 0.5:
            signs[pair] = chance.choice("+-")
            tie(told, *chance.sample(pair, 2), signs[pair])
    chance.shuffle(told.claims)
    found = {triad.actors: triad.balanced for triad in triads(told.claims, {}, ())}
    wanted = {}
    for a, b, c in combinations([f"a-{n}" for n in range(9)], 3):
        sides = [signs.get(pair) for pair in ((a, b), (b, c), (a, c))]
        if None not in sides:
            wanted[a, b, c] = sides.count("-") % 2 == 0
    assert found == wanted
