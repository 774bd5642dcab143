"""Whether what is told before a time is to come or past, from the words of its sentence before it."""

import re
from collections.abc import Sequence
from typing import Any, Final, Literal

from rashomon.values.time_words import ARTICLES
from rashomon.vocab import load

Tense = Literal["past", "present", "future"]

_REACH: Final = 130
"""Characters before it that are looked at; a clause is rarely longer."""
_END: Final = re.compile(r"[!?;](?:\s|['\"”’])|\.(?:\s{1,3}|['\"”’]{1,2}\s)(?=[A-Z'\"“`])|\n\s*\n|``|''")
_WORD: Final = re.compile(r"[^\W\d_]{1,30}|['’][a-z]{1,3}\b|[$\d]")
_TENSE: Final[dict[str, Any]] = load("times")["tense"]
_FUTURE, _DOUBT, _PAST, _PRESENT = (frozenset(_TENSE[name]) for name in ("future", "doubt", "past", "present"))
_PLAN, _NO_VERB = (frozenset(_TENSE[name]) for name in ("plan", "nouns"))
_BESIDE: Final[dict[str, Tense]] = {words: tense for tense in ("future", "past") for words in _TENSE["beside"][tense]}
_NO_TENSE: Final = frozenset(["be", "been", "the", *ARTICLES])
"""Before a form of the past that is none: "to be named", "the planned talks"."""
_BETWEEN: Final = frozenset(["on", "in", "for", "at", "early", "late", "mid", "is"])
_OPENERS: Final = frozenset(["until", "till"])
"""What may stand between such a word and the time."""


def outlook(text: str, start: int, end: int) -> Tense | None:
    """Whether a time there is told as one to come: future, past (only by the word right before it), else present.

    None where it may be either: after words of doubt and wish, and verbs that only name what is done.
    """
    before = text[max(0, start - _REACH) : start]
    cuts = [match.end() for match in _END.finditer(before)]
    words = _WORD.findall(before[cuts[-1] if cuts else 0 :])
    beside = _beside(words)
    if beside:
        return beside
    following = _WORD.match(text, end + 1)
    if words[-1:] == ["the"] or (following and _is_past(following[0])):
        # "tried over the 25 December raid", "the court Thursday refused"
        return "present"
    told = _by_verbs(words)
    # "they must leave by March", "they had left by March"
    return None if told == "present" and words[1:] and words[-1].lower() == "by" else told


def _is_past(word: str) -> bool:
    return word in _PAST or (len(word) > 4 and word.endswith("ed"))


def _beside(words: Sequence[str]) -> Tense | None:
    """By the word right before the time, or before its preposition."""
    near = [word.lower() for word in words[-4:]]
    while near:
        found = _BESIDE.get(near[-1]) or _BESIDE.get(" ".join(near[-2:]))
        if near[-1] in _OPENERS and near[-2:-1] in ([], ["not"]):
            # "until Monday, they had ...", "it was not until Monday that ..."
            return None
        if found or near[-1] not in _BETWEEN:
            return found
        near.pop()
    return None


def _by_verbs(words: Sequence[str]) -> Tense | None:
    """By the nearest verb before the time that tells a tense."""
    following = "?"
    for at in range(len(words) - 1, -1, -1):
        word = words[at].lower()
        if word in _FUTURE:
            return "future"
        if word in _DOUBT:
            return None
        if word == "to" and following.islower() and following not in _NO_VERB:
            return "future" if _planned(words[max(at - 2, 0) : at]) else None
        if (word in _PRESENT or _is_past(word)) and (not at or words[at - 1].lower() not in _NO_TENSE):
            return "present"
        following = words[at]
    return "present"


def _planned(words: Sequence[str]) -> bool:
    """Whether "to" and a verb are planned by the words before them: "agreed", "did not plan"."""
    before = [word.lower() for word in words]
    if before[-1:] == ["not"]:
        before.pop()
    return bool(before) and before[-1] in _PLAN
