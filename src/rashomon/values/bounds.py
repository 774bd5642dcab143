"""Bounds of a count: what a number expression says, how two of them compare, and how they are said."""

from typing import Protocol

from rashomon.records import Row
from rashomon.vocab import load


class Bounds(Row, frozen=True, kw_only=True):
    """``lower..upper`` inclusive, None = open, as said in ``words``; ``how`` gives the reading in words.

    ``approx`` marks approximations ("about 40"). ``figure`` is False for what is no count (a share, an age, a rank):
    then the bounds are None, except for money and measures, whose amount is kept.
    """

    lower: int | None
    upper: int | None
    approx: bool = False
    words: str
    how: str
    figure: bool = True


class Bounded(Protocol):
    """Anything with bounds: `Bounds`, a figure claim, an amount."""

    @property
    def lower(self) -> int | None:
        """The least it may be; None = open."""

    @property
    def upper(self) -> int | None:
        """The most it may be; None = open."""

    @property
    def approx(self) -> bool:
        """Whether the bounds are an approximation."""

    @property
    def words(self) -> str:
        """The words of the report."""


class BoundsRow(Row, frozen=True, kw_only=True):
    """One row of the table of bounds: words, an example with its bounds, and the source or reason."""

    words: tuple[str, ...]
    example: str
    lower: int | None
    upper: int | None
    reason: str


def bounds_table() -> list[BoundsRow]:
    """The whole table of how words bound a count, for the documentation: modifiers first, then vague words."""
    rows = load("bounds")
    return [
        BoundsRow(
            words=(*row["words"], *row.get("after", ())),
            example=row.get("example", row["words"][0]),
            lower=row.get("lower"),
            upper=row.get("upper"),
            reason=row["reason"],
        )
        for row in (*rows["modifier"], *rows["vague"])
    ]


def contains(a: Bounded, b: Bounded) -> bool:
    """Whether every value that ``b`` allows is allowed by ``a``; nothing is said where a lower end is missing."""
    above = a.lower is None or (b.lower is not None and a.lower <= b.lower)
    below = a.upper is None or (b.upper is not None and b.upper <= a.upper)
    return above and below


def compatible(a: Bounded, b: Bounded) -> bool:
    """Whether one value can satisfy both: the intervals share at least one."""
    below = a.lower is None or b.upper is None or a.lower <= b.upper
    return below and (b.lower is None or a.upper is None or b.lower <= a.upper)


def say(bounds: Bounded) -> str:
    """Bounds in words: "at least 12", "about 40 (36-44)", '24-99 ("dozens")', "up to 32", "17"."""
    lower, upper, words = bounds.lower, bounds.upper, " ".join(bounds.words.split())
    if lower is None and upper is None:
        return f'no figure ("{words}")' if words else "no figure"
    if lower == upper:
        return f"{lower:,}"
    span = _span(lower, upper)
    if bounds.approx and words:
        return f"{words} ({span})"
    return f'{span} ("{words}")' if words and not any(c.isdigit() for c in words) and _vague(words) else span


def _span(lower: int | None, upper: int | None) -> str:
    if upper is None:
        return f"at least {lower:,}"
    return f"{lower:,}-{upper:,}" if lower else f"up to {upper:,}"


_VAGUE = frozenset(word for row in load("bounds")["vague"] for word in row["words"])


def _vague(words: str) -> bool:
    return not _VAGUE.isdisjoint(words.lower().split())
