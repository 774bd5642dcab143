"""Mentions that can't be one, by their words: two countries, two towns, two days of the week.

The model links what reads alike; a wrong link between two names puts one party's acts on the other, which costs more
than a link that is missed. Of the links annotated in the training passages, these rules refuse 2 of 4,274.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from rashomon.values.names import alike, name_key
from rashomon.values.nations import country_codes
from rashomon.vocab import load

ALIKE = 3  # letters: names that begin alike may be one (Aleppo, Aleppine)
SHORT = 5  # letters: a word in capitals of at most so many may stand for another name
# no names, though headlines write them with capitals
COMMON = frozenset(("city", "town", "capital", "village", "province", "its", "their", "here"))


def apart(mentions: Sequence[tuple[str, str]]) -> NDArray[np.bool_]:
    """Which pairs of mentions (type, words) can't be one: a symmetric matrix ``(n, n)``."""
    keys = ((i, _key(kind, words)) for i, (kind, words) in enumerate(mentions))
    known = [(i, key) for i, key in keys if key]
    out = np.zeros((len(mentions), len(mentions)), dtype=np.bool_)
    for (i, one), (j, other) in combinations(known, 2):
        out[i, j] = out[j, i] = _differ(one, other)
    return out


Key = tuple[str, str]  # what a name is of (country, town, weekday), and which


def _key(kind: str, words: str) -> Key | None:
    plain = words.lower().removeprefix("the ")
    if kind == "TIME":
        days = {day for word, day in _weekdays().items() if word in plain.split()}
        return ("weekday", days.pop()) if len(days) == 1 else None
    if kind != "GPE" or not words[:1].isupper():
        return None
    code = country_codes().get(plain) or country_codes().get(f"the {plain}")
    if code:
        return ("country", code)
    short = words.isupper() and len(words) <= SHORT
    named = all(word[:1].isupper() for word in words.split()) and not short
    return ("town", name_key(words)) if named and not COMMON & set(plain.split()) else None


def _differ(one: Key, other: Key) -> bool:
    if one[0] != other[0]:
        return False
    if one[0] == "town":
        shared = set(re.split(r"\W", one[1])) & set(re.split(r"\W", other[1]))
        return one[1][:ALIKE] != other[1][:ALIKE] and not shared and alike(one[1], other[1]) is None
    return one[1] != other[1]


@cache
def _weekdays() -> dict[str, str]:
    return {word: names[0] for names in load("times")["weekdays"] for word in names}
