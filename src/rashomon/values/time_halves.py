"""Halves of units counted in the smaller unit: two and a half years are 30 months, half a century is 50 years."""

import re
from collections.abc import Sequence
from typing import Final

from rashomon.values.time_words import Unit, Word

SMALLER: Final = {
    "minute": ("second", 60),
    "hour": ("minute", 60),
    "day": ("hour", 24),
    "week": ("day", 7),
    "month": ("day", 30),
    "year": ("month", 12),
    "decade": ("year", 10),
    "century": ("year", 100),
}
"""Unit -> the smaller one, and how many of these it has; a month is taken as 30 days."""
HALF: Final = "and a half"
"""The text of a count that was made of halves."""

# h a half, /2 in digits: "two and a half years", "a year and a half", "5 1/2 hours", "half an hour".
_FORMS: Final = (
    re.compile("(?P<count>[ND])-*J-*N?-*h-*(?P<unit>U)"),
    re.compile("(?P<count>N)?(?P<unit>U)JN?h"),
    re.compile("(?P<count>[ND])DJN(?P<unit>U)"),
    re.compile("(?<!D)N?(?<!D)h-*N?(?P<unit>U)"),
)


def with_halves(words: list[Word]) -> list[Word]:
    """The words, with a count of halves made a whole count of the smaller unit; the same if there is none."""
    if not any(word.text in ("half", "/") for word in words):
        return words
    kinds = "".join(_letter(word) for word in words)
    for form in _FORMS:
        match = form.search(kinds)
        if match and ("DJN" not in match.group() or _is_half(words, match.end("count"))):
            at = match.start("count") if "count" in form.groupindex and match["count"] else -1
            count = 0 if form is _FORMS[-1] else _number(words[at]) if at >= 0 else 1
            made = _counted(count, words[match.start("unit")])
            return [*words[: match.start()], *made, *words[match.end() :]] if made else words
    return words


def _letter(word: Word) -> str:
    if word.text == "-":
        return "-"
    return "h" if word.text == "half" else word.kind


def _is_half(words: Sequence[Word], at: int) -> bool:
    return [word.text for word in words[at : at + 3]] == ["1", "/", "2"]


def _number(word: Word) -> int:
    value: int = word.value if word.kind == "D" else word.value[0]
    return value


def _counted(count: int, unit: Word) -> list[Word]:
    if unit.value.name not in SMALLER:
        return []
    smaller, size = SMALLER[unit.value.name]
    halves = (2 * count + 1) * size // 2
    return [Word("N", (halves, halves), HALF if count else "half"), Word("U", Unit(smaller, True), unit.text)]
