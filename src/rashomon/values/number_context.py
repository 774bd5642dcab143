"""Numbers that count nobody by what stands beside them: ages, unit names, road numbers, clock times, money, shares."""

import re
from functools import cache
from typing import Final

from rashomon.vocab import load

NEAR: Final = 48
"""Characters on either side of a number that are looked at."""


# A word after a number that can be what it counts: "12 people", "12 of them", "12 Syrian soldiers".
_PLURAL: Final = re.compile(
    r" (?:(?!was|is|has)\w{1,20} ){0,2}(?!(?:was|is|has|its|his|this)\b)"
    r"(?:[a-z]{1,20}s|people|men|women|children|police|personnel|them|others?|were|dead)\b"
)


def beside(text: str, start: int, end: int) -> str:
    """Why the number at ``start:end`` of a text is no count, by the words directly beside it; "" if it may be one.

    "the {62} Commando", "{12}-year-old", "aged {12}", "Sector {7}", "Rs {500}", "{5} am", "{40} percent", "({35})"
    after a name. Digits and words of a number are read alike; the words are in ``vocab/numbers.toml``, each list
    with its reason.
    """
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    counted = _PLURAL.match(after) is not None
    for reason, strict, ahead, behind in _patterns():
        if behind is not None and behind.match(after):
            return reason
        if ahead is not None and (strict or not counted) and ahead.search(before):
            return reason
    if before.endswith("(") and after.startswith(")") and text[start:end].isdecimal() and _named(before):
        return str(load("numbers")["age_in_brackets"])
    return ""


def _named(before: str) -> bool:
    """Whether a name stands before a bracket: "Tal Vree (35)"; "twelve (12)" and "cadres (12)" are no names."""
    words = before[:-1].split()
    return bool(words) and words[-1][:1].isupper()


@cache
def _patterns() -> list[tuple[str, bool, re.Pattern[str] | None, re.Pattern[str] | None]]:
    """(reason, strict, what may stand directly before, what may directly follow) for each list; bounded, so linear."""
    return [
        (row["how"], row.get("strict", False), _before(row.get("before", [])), _after(row.get("after", [])))
        for row in load("numbers")["beside"]
    ]


def _before(words: list[str]) -> re.Pattern[str] | None:
    body = _either(words)
    return re.compile(rf"(?<![\w-])(?:{body})[ .:#-]{{0,2}}$") if words else None


def _after(words: list[str]) -> re.Pattern[str] | None:
    return re.compile(rf"[ \u00a0-]{{0,2}}(?:{_either(words)})(?!\w)") if words else None


def _either(words: list[str]) -> str:
    return "|".join(
        re.escape(word).replace("\\ ", "[ -]") for word in sorted(words, key=lambda word: (-len(word), word))
    )
