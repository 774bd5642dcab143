"""The way from claims to judgements: what is left out parts nothing."""

import random
from typing import Any

import pytest

from rashomon.link.chains import Chains
from rashomon.link.groups import groups
from rashomon.link.judged import Judged
from rashomon.link.steps import relevant
from rashomon.records import Judgement, content_id

CLAIMS = [f"c{n}" for n in range(12)]


def judged(left: str, right: str, bits: float) -> Judgement:
    verdict: Any = "same" if bits >= 3 else "different" if bits <= -3 else "unsure"
    score = 2.0**bits / (1 + 2.0**bits)
    return Judgement(
        id=content_id("j", left, right),
        left=left,
        right=right,
        relation="same incident",
        verdict=verdict,
        score=score,
        why=f"one reason; {bits} bits; ",
        maker="linker",
    )


def in_columns(every: list[Judgement]) -> Judged:
    found = Judged("same incident", "linker")
    for judgement in every:
        found.add(judgement.left, judgement.right, judgement.verdict, judgement.score, {"bits": (0.0, judgement.why)})
    return found


@pytest.mark.parametrize("seed", range(20))
def test_the_groups_are_those_of_all_judgements(seed: int) -> None:
    chance = random.Random(seed)
    pairs = [(a, b) for n, a in enumerate(CLAIMS) for b in CLAIMS[n + 1 :] if chance.random() < 0.5]
    every = [judged(a, b, chance.choice((-9, -4, -4, -4, 0, 3, 8))) for a, b in pairs]
    kept = relevant(in_columns(every), Chains(every))
    documents = {claim: f"d{n % 5}" for n, claim in enumerate(CLAIMS)}
    assert groups(CLAIMS, kept, documents) == groups(CLAIMS, every, documents)


def test_a_difference_is_kept_where_a_chain_joins() -> None:
    every = [judged("a", "b", 5), judged("b", "c", 5), judged("a", "c", -5), judged("a", "d", -5), judged("c", "d", 0)]
    assert sorted(j.left + j.right for j in relevant(in_columns(every), Chains(every))) == ["ab", "ac", "bc", "cd"]


def test_chains() -> None:
    chains = Chains([judged("a", "b", 5), judged("c", "d", 5), judged("d", "e", -5)])
    assert chains.one("a", "b")
    assert not chains.one("b", "c")
    chains.add(judged("b", "d", 5))
    assert chains.one("a", "c")
    assert not chains.one("a", "e")
