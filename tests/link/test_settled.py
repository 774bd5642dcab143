"""A person's word on which claims are one: it binds, joins whole groups, and draws nothing along that leaves."""

import random
from itertools import permutations

import pytest

from rashomon.link.groups import groups
from rashomon.link.linker import probability
from rashomon.records import Judgement, content_id
from rashomon.values.judgements import LEAVES

DOCUMENTS = {f"c{n}": f"d{n}" for n in range(8)}


def judged(left: int, right: int, weight: float) -> Judgement:
    verdict = "same" if weight >= 3 else "different" if weight <= -3 else "unsure"
    names = sorted((f"c{left}", f"c{right}"))
    return Judgement(
        id=content_id("j", *names, weight), left=names[0], right=names[1], relation="same incident",
        verdict=verdict, score=probability(weight), maker="linker",
    )  # fmt: skip


def person(left: int, right: int, verdict: str, day: int = 1, relation: str = "same incident") -> Judgement:
    made = f"2031-01-{day:02}T00:00:00"
    return Judgement(
        id=content_id("j", left, right, verdict, made), left=f"c{left}", right=f"c{right}", relation=relation,
        verdict=verdict, maker="person", made=made,
    )  # fmt: skip


def found(*judgements: Judgement, n: int = 4) -> list[str]:
    return [" ".join(group) for group in groups([f"c{i}" for i in range(n)], judgements, DOCUMENTS)]


def test_what_a_person_joins_are_whole_groups_even_where_the_machine_speaks_against_it() -> None:
    machine = [judged(0, 1, 6), judged(2, 3, 6), judged(1, 2, -9), judged(1, 3, -9), judged(0, 3, -9)]
    assert found(*machine) == ["c0 c1", "c2 c3"]
    assert found(*machine, person(0, 2, "same")) == ["c0 c1 c2 c3"]


def test_of_two_groups_that_a_person_parts_each_keeps_what_is_nearer_to_it() -> None:
    machine = [judged(0, 1, 9), judged(2, 3, 9), judged(1, 2, 5), judged(0, 2, 4), judged(0, 3, 4), judged(1, 3, 4)]
    assert found(*machine) == ["c0 c1 c2 c3"]
    assert found(*machine, person(0, 2, "different")) == ["c0 c1", "c2 c3"]


def test_a_claim_that_a_person_takes_out_draws_nothing_along() -> None:
    machine = [judged(0, 1, 4), judged(2, 3, 9), judged(1, 2, 5), judged(0, 2, 4), judged(0, 3, 4), judged(1, 3, 4)]
    assert found(*machine, person(0, 3, "different", relation=LEAVES)) == ["c0 c1 c2", "c3"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_of_words_that_contradict_each_other_the_later_hold(order: tuple[int, ...]) -> None:
    said = [person(0, 1, "same", 1), person(1, 2, "same", 2), person(0, 2, "different", 3)]
    assert found(*(said[n] for n in order), n=3) == ["c0", "c1 c2"]


def test_later_words_may_join_what_earlier_ones_parted() -> None:
    assert found(person(0, 1, "different", 1), person(1, 0, "same", 2), n=2) == ["c0 c1"]
    assert found(person(0, 2, "different", 1), person(0, 1, "same", 2), person(1, 2, "same", 3), n=3) == ["c0 c1 c2"]


@pytest.mark.parametrize("seed", range(10))
def test_nobody_is_put_with_whom_a_person_held_him_apart(seed: int) -> None:
    chance = random.Random(seed)
    pairs = [(a, b) for a in range(8) for b in range(a)]
    judgements = [judged(a, b, chance.choice([-8, -1, 2, 4, 6, 9])) for a, b in pairs]
    parted = chance.sample(pairs, 4)
    told = [*judgements, *(person(a, b, "different") for a, b in parted)]
    chance.shuffle(told)
    groups_ = [set(group.split()) for group in found(*told, n=8)]
    assert not any({f"c{a}", f"c{b}"} <= group for group in groups_ for a, b in parted)
