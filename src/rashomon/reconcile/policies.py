"""The policies by which the figures of one field become low, best and high: a table of pure functions.

What they share (one vote per origin, later before earlier, denials, parts) has happened before (`votes.ballot`). The
result is the range of reported figures, never a confidence interval.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from rashomon.reconcile.votes import Vote, reach

# ACLED's convention for vague plurals (Codebook 2023, "Fatalities"): tens 10, dozens 12, hundreds 100.
VAGUE_PLURALS: Final[Mapping[str, int]] = {"tens": 10, "dozens": 12, "hundreds": 100}


class Outcome(NamedTuple):
    """Low, best and high (None = not known), and why each vote is or is not behind them, by origin."""

    low: int | None
    best: int | None
    high: int | None
    backing: Mapping[str, str]
    set_aside: Mapping[str, str]


Policy = Callable[[Sequence[Vote]], Outcome]


def lowest_to_highest(votes: Sequence[Vote]) -> Outcome:
    """From the lowest to the highest figure of any origin; a best figure only where all origins give the same one. A
    word that names no number ("dozens") counts where the numbers that others name do not fall under it."""
    low, high = reach(votes)
    points = {(v.low, v.high) for v in votes if not v.vague or (v.low, v.high) == (low, high)}
    best = low if len(points) == 1 and low == high else None
    return Outcome(
        low, best, high, {v.origin: _open(v, votes) or "within the range of reported figures" for v in votes}, {}
    )


def most_reliable(votes: Sequence[Vote]) -> Outcome:
    """Best is the figure of the most reliable origin: not a party to it before a party, sure before hedged, in more
    reports before in fewer, later before earlier, and of equals the lowest. Low and high are the lowest and highest
    figures. A total that nobody states is the sum of the sides (both fighting parties, civilians and unknown), or of
    those who are told one by one."""
    low, high = reach(votes)
    equals = _most_reliable(votes)
    best = min((v.point for v in equals if v.point is not None), default=None)
    alone = len({v.point for v in equals}) == 1
    why = "best: the most reliable origin" if alone else "best: the lowest of equally reliable origins"
    chosen = {v.origin for v in equals if v.point == best}
    backing = {v.origin: why if v.origin in chosen else "counts for low and high" for v in votes}
    return Outcome(low, best, high, backing, {})


def _most_reliable(votes: Sequence[Vote]) -> list[Vote]:
    """The votes with a number of the most reliable origins: one, or several that nothing ranks."""
    numbered = [v for v in votes if v.point is not None]
    rank = min(((bool(v.partisan), v.hedged, -v.reports) for v in numbered), default=None)
    first = [v for v in numbered if (bool(v.partisan), v.hedged, -v.reports) == rank]
    latest = max((v.day for v in first), default="")
    return [v for v in first if v.day == latest]


def lowest(votes: Sequence[Vote]) -> Outcome:
    """The lowest figure of any origin; "tens" count 10, "dozens" 12, "hundreds" 100. High is the highest reported."""
    valued = {v.origin: _by_convention(v) for v in votes}
    known = [value for value in valued.values() if value is not None]
    least = min(known, default=None)
    _, high = reach(votes)
    backing = {o: "the lowest figure" for o, value in valued.items() if value == least and value is not None}
    aside = {o: "not the lowest figure" if value is not None else "gives no lower bound" for o, value in valued.items()}
    return Outcome(least, least, high, backing, {o: reason for o, reason in aside.items() if o not in backing})


def majority(votes: Sequence[Vote]) -> Outcome:
    """The figure of more than half of the origins, else the lowest; those who did it are counted among the dead. A
    total that nobody states is the sum of the sides, or of those who are told one by one."""
    points = [v.point for v in votes if v.point is not None]
    agreed = [p for p in sorted(set(points)) if 2 * points.count(p) > len(votes)]
    best = agreed[0] if agreed else min(points, default=None)
    why = "the figure of most origins" if agreed else "the lowest figure: no figure has a majority"
    low, high = reach(votes)
    backing = {v.origin: why for v in votes if v.point == best and best is not None}
    other = "outvoted" if agreed else "no majority, and not the lowest"
    aside = {v.origin: other if v.point is not None else "names no single number" for v in votes}
    return Outcome(low, best, high, backing, {o: reason for o, reason in aside.items() if o not in backing})


# name -> (rule, whether a total that nobody states is added up from the groups)
POLICIES: Final[Mapping[str, tuple[Policy, bool]]] = {
    "range": (lowest_to_highest, False),
    "ucdp": (most_reliable, True),
    "acled": (lowest, False),
    "gtd": (majority, True),
}


def rule(policy: str) -> str:
    """A policy's rule in words, as shown to users; KeyError for a name that is none."""
    return " ".join((POLICIES[policy][0].__doc__ or "").split())


def _open(vote: Vote, votes: Sequence[Vote]) -> str:
    if vote.vague and not all(v.vague for v in votes):
        return "a word that names no number, beside numbers"
    if vote.high is None:
        return "within the range of reported figures; it gives no upper bound"
    return "within the range of reported figures; it gives no lower bound" if vote.low is None else ""


def _by_convention(vote: Vote) -> int | None:
    words = vote.words.casefold()
    found = [number for word, number in VAGUE_PLURALS.items() if word in words]
    if found:
        return found[0]
    return vote.point if vote.point is not None else vote.low
