"""Decide, with reasons, whether two accounts tell of one happening."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import ClassVar, Final, NamedTuple

import msgspec

from rashomon.link import cohesion, features
from rashomon.link.account import Account
from rashomon.link.features import Evidence, Feature
from rashomon.link.judged import REASONS, in_words
from rashomon.records import Judgement, Verdict, content_id
from rashomon.values.judgements import SAME_INCIDENT

# What two reports tell of the world; within one report also how its text holds together.
BETWEEN: Final[tuple[Feature, ...]] = (
    features.act, features.mode, features.lasting, features.background, features.day, features.report_dates,
    features.place, features.title, features.agents, features.targets, features.heads, features.figures,
    features.people, features.ages, features.names, features.wording, features.headline,
)  # fmt: skip
WITHIN: Final[tuple[Feature, ...]] = (
    features.act, features.mode, features.lasting, features.background, cohesion.day, features.place,
    cohesion.agents, features.targets, features.heads, features.figures, cohesion.trigger, cohesion.called_after,
    cohesion.said_cause, cohesion.nearness, cohesion.clause, cohesion.shared_words, cohesion.mentions,
    cohesion.headed,
)  # fmt: skip


def weigh(a: Account, b: Account, table: tuple[Feature, ...]) -> dict[str, Evidence]:
    """Every feature of a table that has something to say, by name, in the table's order."""
    found: dict[str, Evidence] = {}
    for feature in table:  # a plain loop: a case of 100,000 reports has five million pairs, with 17 features each
        evidence = feature(a, b)
        if evidence[1]:
            found[feature.__name__] = evidence
    return found


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two accounts to be compared.

    ``repeat`` if the later one is best read as a repeat mention of the earlier, ``story`` if they are of one report
    that tells of one happening, and nothing parts them (`rashomon.link.story`).
    """

    left: Account
    right: Account
    repeat: bool = False
    story: bool = False


class Weighed(NamedTuple):
    """How a pair was judged: the founding claims' ids, ordered, the verdict, its score, and what speaks for it."""

    left: str
    right: str
    verdict: Verdict
    score: float
    evidence: Mapping[str, Evidence]

    def judgement(self, name: str = "", why: str = "", maker: str = "") -> Judgement:
        """The same as a record; with no more than the verdict where that is all that is wanted."""
        return Judgement(
            id=name,
            left=self.left,
            right=self.right,
            relation=SAME_INCIDENT,
            verdict=self.verdict,
            score=self.score,
            why=why,
            maker=maker,
        )


class Linker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Decide whether two accounts tell of one happening.

    Weights are in bits (`rashomon.link.features`) and start from a prior: most pairs that share a key are not one
    happening. ``threshold``: at this many bits or more the verdict is "same", at as many below zero "different".
    """

    name: ClassVar[str] = "linker"
    version: ClassVar[str] = "6"
    threshold: float = 2.0
    prior_between: float = -6.0
    prior_within: float = -2.0
    repeat: float = 5.5
    story: float = 4.5

    def __call__(self, batch: Sequence[Pair]) -> list[Judgement]:
        """One judgement per pair, in order; left and right are the founding claims' ids, ordered."""
        return [self.judge(pair) for pair in batch]

    def bits(self, pair: Pair) -> tuple[float, Mapping[str, Evidence]]:
        """The weight of a pair in bits, and what it is made of."""
        inside = pair.left.document == pair.right.document
        found = weigh(pair.left, pair.right, WITHIN if inside else BETWEEN)
        if pair.repeat:
            found["repeat"] = (self.repeat, "reads as a repeat mention of it")
        if pair.story:
            found["story"] = (self.story, "the report tells of one happening, and nothing parts the two")
        found["prior"] = (self.prior_within if inside else self.prior_between, "before any evidence")
        return sum([bits for bits, _ in found.values()]), found

    def judge(self, pair: Pair) -> Judgement:
        """The judgement of one pair; its score is the probability that both tell of one happening."""
        found = self.weighed(pair)
        name = content_id("j", self.name, self.version, found.left, found.right, found.verdict, found.score)
        why = REASONS.join(in_words(*one) for one in found.evidence.items())
        return found.judgement(name, why, self.name)

    def weighed(self, pair: Pair) -> Weighed:
        """How one pair is judged, in figures."""
        return self.put(pair, *self.bits(pair))

    def put(self, pair: Pair, bits: float, found: Mapping[str, Evidence]) -> Weighed:
        """How a pair is judged whose `bits` are known."""
        verdict: Verdict = "same" if bits >= self.threshold else "different" if bits <= -self.threshold else "unsure"
        left, right = pair.left.claim, pair.right.claim
        return Weighed(min(left, right), max(left, right), verdict, probability(bits), found)


@lru_cache(maxsize=65_536)
def probability(bits: float) -> float:
    """The probability that odds of 2**bits stand for, rounded to twelve places."""
    clipped = max(-39.0, min(39.0, bits))
    odds: float = 2.0**clipped
    return round(odds / (1.0 + odds), 12)
