"""What seems a disagreement and is none, with the reason."""

import random
from typing import Any

import pytest

from rashomon.reconcile.disagreements import disagreements
from rashomon.reconcile.seeming import seemings
from rashomon.records import Change, Stretch
from rashomon.testing.makers import make_day

RELL = [("Dr Rell", "a-doc")]


@pytest.mark.parametrize(
    ("figures", "kind", "sides", "why"),
    [
        (
            [("d1", 9, 9, {"by": RELL}), ("d2", 16, 16, {"by": RELL})],
            "revision", ["9 killed", "16 killed"], "the same origin later said 16 (2031-05-02)",
        ),
        (
            [("d1", 9, 9, {"reasons": {"superseded": "put right by 12"}}), ("d1", 12, 12, {})],
            "revision", ["9 killed", "12 killed"], "put right by 12",
        ),
        (
            [("d1", 36, 44, {"approx": True, "words": "some 40"}), ("d2", 42, 42, {})],
            "rounding", ["some 40 (36-44) killed", "42 killed"], "one is rounded",
        ),
        ([("d1", 14, None, {}), ("d2", 15, 15, {})], "bound", ["at least 14 killed", "15 killed"], "one is open"),
        (
            [("d1", 12, 12, {}), ("d2", 500, 500, {"basis": "conflict"})],
            "basis", ["12 killed, of this incident", "500 killed, of the whole conflict"], "bases are never compared",
        ),
        (
            [("d1", 15, 15, {"counted": "bodies"}), ("d1", 48, 48, {"counted": "hostages", "class_": "hostage"})],
            "part", ["15 bodies found", "48 killed: hostages"], "bodies found so far may be some of the dead",
        ),
    ],
)  # fmt: skip
def test_each_kind(told: Any, figures: list[Any], kind: str, sides: list[str], why: str) -> None:
    for document, low, high, fields in figures:
        told.figure(document, low, high, **fields)
    (one,) = seemings([told.gathered()], ())
    assert (one.kind, [side.says for side in one.sides], one.about) == (kind, sides, "i-1")
    assert why in one.why
    assert disagreements([told.gathered()], {}) == ()


def test_a_part_stands_beside_its_whole(told: Any) -> None:
    whole = told.figure("d1", 19, 19, counted="people")
    part = told.figure("d1", 2, 2, counted="victims", part_of=whole.id)
    (one,) = seemings([told.gathered()], ())
    assert [side.claims for side in one.sides] == [(part.id,), (whole.id,)]
    again = told.figure("d2", 2, 2, counted="victims", part_of=whole.id)
    (one,) = seemings([told.gathered()], ())
    assert [set(side.claims) for side in one.sides] == [{part.id, again.id}, {whole.id}]
    assert one.why == "2 are some of the 19: a part is not set against its whole"


@pytest.mark.parametrize(
    "figures",
    [
        [("d1", 12, 12, {}), ("d2", 12, 12, {})],  # the same
        [("d1", 12, 12, {}), ("d2", 17, 17, {})],  # a disagreement
        [("d1", 31, None, {}), ("d2", 45, 45, {})],  # a tension: they name numbers that are far apart
        [("d1", 12, 12, {}), ("d2", 500, 500, {"reality": "hyp"})],  # feared: no figure of what happened
        [("d1", 12, 12, {}), ("d2", 50, 50, {"measure": "injured"})],
    ],
)
def test_nothing_seems_so(told: Any, figures: list[Any]) -> None:
    for document, low, high, fields in figures:
        told.figure(document, low, high, **fields)
    assert seemings([told.gathered()], ()) == ()


def test_a_change_of_sides_is_no_disagreement() -> None:
    before = Stretch(sign="+", period=make_day("2030-01-02"), says="ally", claims=("c-1",))
    after = Stretch(sign="-", period=None, says="hostile", claims=("c-2",))
    (one,) = seemings([], [Change(left="a-1", right="a-2", before=before, after=after, why="one is before the other")])
    assert (one.kind, one.about, one.why) == ("change", "a-1 a-2", "one is before the other")
    assert [side.says for side in one.sides] == ["for: ally, 2 January 2030", "against: hostile"]


@pytest.mark.parametrize("seed", range(3))
def test_order_does_not_matter(told: Any, seed: int) -> None:
    for number in range(12):
        told.figure(f"d{number % 4 + 1}", 9 + number % 3, 9 + number % 3 if number % 2 else None)
    before = seemings([told.gathered()], ())
    random.Random(seed).shuffle(told.claims)
    assert seemings([told.gathered()], ()) == before
