"""Mentions that can't be one, by their words: two countries, two towns, two days of the week.

The model links what reads alike; a wrong link between two names puts one party's acts on the other, which costs more
than a link that is missed. Of the links annotated in the training passages, these rules refuse 2 of 4,274.
"""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rashomon.values.names import alike, name_key
from rashomon.vocab import load, table

ALIKE = 3  # letters: names that begin alike may be one (Aleppo, Aleppine)
SHORT = 5  # letters: a word in capitals of at most so many may stand for another name
# no names, though headlines write them with capitals
COMMON = frozenset(("city", "town", "capital", "village", "province", "its", "their", "here"))


def apart(mentions: Sequence[tuple[str, str]]) -> NDArray[np.bool_]:
    """Which pairs of mentions (type, words) can't be one: a symmetric matrix ``(n, n)``."""
    keys = [_key(kind, words) for kind, words in mentions]
    out = np.zeros((len(keys), len(keys)), dtype=np.bool_)
    for i, one in enumerate(keys):
        for j in range(i):
            out[i, j] = out[j, i] = _differ(one, keys[j])
    return out


Key = tuple[str, str] | None  # what a name is of (country, town, weekday), and which


def _key(kind: str, words: str) -> Key:
    plain = words.lower().removeprefix("the ")
    if kind == "TIME":
        days = {day for word, day in _weekdays().items() if word in plain.split()}
        return ("weekday", days.pop()) if len(days) == 1 else None
    if kind != "GPE" or not words[:1].isupper():
        return None
    code = _countries().get(plain)
    if code:
        return ("country", code)
    short = words.isupper() and len(words) <= SHORT
    named = all(word[:1].isupper() for word in words.split()) and not short
    return ("town", name_key(words)) if named and not COMMON & set(plain.split()) else None


def _differ(one: Key, other: Key) -> bool:
    if one is None or other is None or one[0] != other[0]:
        return False
    if one[0] == "town":
        shared = set(re.split(r"\W", one[1])) & set(re.split(r"\W", other[1]))
        return one[1][:ALIKE] != other[1][:ALIKE] and not shared and alike(one[1], other[1]) is None
    return one[1] != other[1]


@cache
def _countries() -> dict[str, str]:
    """Country code by every name, adjective and people, lower case."""
    found: dict[str, str] = {}
    for row in table("countries"):
        for column in ("name", "names", "adjectives", "people"):
            for words in filter(None, row[column].split(";")):
                found[words.lower().removeprefix("the ")] = row["country"]
    return found


@cache
def _weekdays() -> dict[str, str]:
    return {word: names[0] for names in load("times")["weekdays"] for word in names}
