"""Groups of claims judged the same: no chains through weak links, persons' judgements bind."""

import random
from typing import Any

import pytest

from rashomon.link.groups import bits, groups, standing
from rashomon.link.linker import probability
from rashomon.records import Judgement, content_id

DOCUMENTS = {f"c{n}": f"d{n}" for n in range(8)}


def judged(left: int, right: int, weight: float, **fields: Any) -> Judgement:
    verdict = "same" if weight >= 3 else "different" if weight <= -3 else "unsure"
    given = {"maker": "linker", "verdict": verdict, "score": probability(weight), **fields}
    names = sorted((f"c{left}", f"c{right}"))
    return Judgement(
        id=content_id("j", *names, weight, *map(str, fields.values())), left=names[0], right=names[1],
        relation="same incident", **given,
    )  # fmt: skip


def person(left: int, right: int, verdict: str, made: str = "2031-01-01T00:00:00") -> Judgement:
    return judged(left, right, 39 if verdict == "same" else -39, verdict=verdict, maker="person", made=made)


@pytest.mark.parametrize(
    ("judgements", "expected"),
    [
        ([], ["c0", "c1", "c2"]),
        ([judged(0, 1, 5)], ["c0 c1", "c2"]),
        ([judged(0, 1, 2)], ["c0", "c1", "c2"]),
        ([judged(0, 1, 5), judged(1, 2, 4)], ["c0 c1 c2"]),
        # a chain whose ends were judged apart breaks at its weaker link
        ([judged(0, 1, 5), judged(1, 2, 4), judged(0, 2, -6)], ["c0 c1", "c2"]),
        ([judged(0, 1, 4), judged(1, 2, 5), judged(0, 2, -6)], ["c0", "c1 c2"]),
        # a doubtful third side does not break it
        ([judged(0, 1, 5), judged(1, 2, 4), judged(0, 2, -1)], ["c0 c1 c2"]),
        ([judged(0, 1, 9), person(0, 1, "different")], ["c0", "c1", "c2"]),
        ([judged(0, 1, -9), person(0, 1, "same")], ["c0 c1", "c2"]),
        ([judged(0, 1, 9), judged(1, 2, 9), person(0, 2, "different")], ["c0 c1", "c2"]),
        ([person(0, 1, "same"), person(1, 2, "same"), judged(0, 2, -30)], ["c0 c1 c2"]),
        ([person(0, 1, "unsure"), judged(0, 1, 9)], ["c0", "c1", "c2"]),
    ],
)
def test_groups(judgements: list[Judgement], expected: list[str]) -> None:
    found = groups(["c0", "c1", "c2"], judgements, DOCUMENTS)
    assert [" ".join(group) for group in found] == expected


def test_one_link_does_not_join_two_happenings_that_were_compared_throughout() -> None:
    left, right = (0, 1, 2), (3, 4, 5)
    inner = [judged(a, b, 6) for side in (left, right) for a in side for b in side if a < b]
    outer = [judged(a, b, 3.5 if (a, b) == (2, 3) else -2) for a in left for b in right]
    assert len(groups([f"c{n}" for n in range(6)], inner + outer, DOCUMENTS)) == 2


@pytest.mark.parametrize("seed", range(20))
def test_groups_do_not_depend_on_order(seed: int) -> None:
    chance = random.Random(seed)
    pairs = [(a, b) for a in range(8) for b in range(a)]
    judgements = [judged(a, b, chance.choice([-8, -4, -1, 0, 2, 3, 4, 6])) for a, b in pairs]
    judgements += [person(*chance.choice(pairs), chance.choice(["same", "different"])) for _ in range(3)]
    first = groups(sorted(DOCUMENTS), judgements, DOCUMENTS)
    again = groups(chance.sample(sorted(DOCUMENTS), 8), chance.sample(judgements, len(judgements)), DOCUMENTS)
    assert first == again
    assert sorted(c for group in first for c in group) == sorted(DOCUMENTS)


def test_the_latest_word_of_a_person_stands() -> None:
    first, last = person(0, 1, "same", "2031-01-01T00:00:00"), person(0, 1, "different", "2031-02-01T00:00:00")
    assert standing([last, judged(0, 1, 9), first]) == [last]


@pytest.mark.parametrize("weight", [-10.0, -3.0, 0.0, 3.0, 10.0])
def test_bits_are_the_inverse_of_probability(weight: float) -> None:
    assert bits(judged(0, 1, weight)) == pytest.approx(weight, abs=1e-3)
