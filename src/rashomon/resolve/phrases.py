"""The noun phrase of a mention: its head, its adjectives, one or several, the article before it, whom it belongs to."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

import msgspec

from rashomon.resolve.report import Report, Sighting
from rashomon.vocab import load

_WORD: Final = re.compile(r"[^\W_][\w'’.-]{0,40}")
_BREAK: Final = '.,;:!?()[]\n"“”‘—–'
REACH: Final = 40  # characters before a mention in which its article is looked for
# What may stand between a name and the noun that belongs to it: "French troops", "Mali's army".
_TIES: Final = {" ": "", "-": "", "'s ": "'s", "’s ": "'s", "' ": "'s", "’ ": "'s"}


class Phrase(msgspec.Struct, frozen=True):
    """What the words of a mention say: the head in the singular, the words before it, and whether it is several."""

    head: str
    adjectives: frozenset[str]
    plural: bool


@cache
def listed(table: str, key: str = "words") -> frozenset[str]:
    """A list of the vocabulary of words that point back."""
    return frozenset(load("anaphora")[table][key])


@cache
def _mapped(table: str) -> Mapping[str, str]:
    found: Mapping[str, str] = load("anaphora")[table]
    return found


@lru_cache(maxsize=8192)
def phrase(words: str) -> Phrase:
    """The phrase of a mention's words; in "Ministry of Defence" the head stands before "of"."""
    parts = [part.strip(".,;:'’").removesuffix("'s").removesuffix("’s") for part in words.lower().split()]
    parts = [part for part in parts if part]
    if "of" in parts[1:]:
        parts = parts[: parts.index("of", 1)]
    if not parts:
        return Phrase(head="", adjectives=frozenset(), plural=False)
    head, plural = singular(parts[-1])
    return Phrase(head=_mapped("ranks").get(head, head), adjectives=frozenset(parts[:-1]), plural=plural)


def singular(word: str) -> tuple[str, bool]:
    """A noun in the singular, and whether it was a plural: by a list of irregular ones, else by its ending."""
    if word in _mapped("number"):
        return _mapped("number")[word], True
    if word in listed("singular") or len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word, False
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y", True
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2], True
    return word[:-1], True


@cache
def _pronouns() -> Mapping[str, str]:
    """The kind of each form of a pronoun."""
    return {word: kind for kind in ("he", "she", "they", "it", "i", "we") for word in listed("pronouns", kind)}


@lru_cache(maxsize=8192)
def pronoun_kind(words: str) -> str | None:
    """Which pronoun the words are a form of: he, she, they, it, i or we; None for others and for nouns."""
    word = words.lower()
    if len(word) > 1 and words.isupper():
        return None  # "US", "IT"
    return _pronouns().get(word)


@lru_cache(maxsize=8192)
def gender(words: str) -> str | None:
    """ "he" or "she" if a word (or title) says so, else None."""
    kind = pronoun_kind(words)
    if kind in ("he", "she"):
        return kind
    said = {part.strip(".,") for part in words.lower().split()}
    return next((one for one in ("he", "she") if said & listed("gender", one)), None)


def determiner(report: Report, sighting: Sighting) -> str:
    """The word before a mention that says whether it was spoken of: "the", "a", "'s" after an owner's name; "" if none.

    Names that the mention belongs to and a number are jumped over: "the 12 {French} {soldiers}".
    """
    start = sighting.start
    for number in sorted(sighting.of, reverse=True):
        owner = report.sightings[number]
        tie = _TIES.get(report.text[owner.end : start]) if owner.end <= start else None
        if tie:
            return tie
        if tie is not None:
            start = owner.start
    before = report.text[max(0, start - REACH) : start].rstrip(" ")
    if before and before[-1] in _BREAK:
        return ""
    cut = max(before.rfind(mark) for mark in _BREAK) + 1
    found = [word.lower() for word in _WORD.findall(before[cut:])]
    if found and (found[-1].isdigit() or found[-1] in sighting.counts):
        found.pop()
    return found[-1] if found else ""


def is_definite(report: Report, sighting: Sighting) -> bool:
    """Whether a mention is told as one that was spoken of, or belongs to somebody named."""
    said = determiner(report, sighting)
    return said == "'s" or said in listed("definite")
