"""Word lists of the field as sets and patterns, built once; and the few questions asked of words in a text."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from rashomon.vocab import load

KEPT: Final = 4096
"""Of how many wordings the answer is kept: reports ask the same of the same names again and again."""

_WORD = "A-Za-z0-9_À-ɏ-"


def any_of(phrases: Iterable[str]) -> str:
    """The inside of a pattern's group that matches any of the phrases, whatever their case, the longest first.

    Where several begin alike, that is looked for once: half the time that one after the other takes. No repeats, so
    matching stays linear in the text.
    """
    return "|".join(_branches({phrase.lower() for phrase in phrases}))


def _branches(phrases: set[str]) -> list[str]:
    """A pattern for each letter with which phrases begin, and all that follows it; "may have" is tried before "may"."""
    tails: dict[str, set[str]] = {}
    for phrase in phrases - {""}:
        tails.setdefault(phrase[0], set()).add(phrase[1:])
    found = []
    for letter, rest in sorted(tails.items()):
        after = _branches(rest)
        whole = after[0] if len(after) == 1 and "" not in rest else f"(?:{'|'.join(after)})" if after else ""
        found.append(re.escape(letter) + whole + ("?" if after and "" in rest else ""))
    return found


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words, in any case, the longest first."""
    return re.compile(f"(?<![{_WORD}])(?:{any_of(phrases)})(?![{_WORD}])", re.IGNORECASE)


@cache
def phrases(vocabulary: str, table: str, key: str = "") -> re.Pattern[str]:
    """The pattern of one list of a vocabulary file: ``[table] key``, or the list ``table`` itself."""
    found = load(vocabulary)[table]
    return phrase_pattern(found[key] if key else found)


@cache
def word_set(vocabulary: str, table: str, key: str = "") -> frozenset[str]:
    """The words of one list of a vocabulary file, in lower case."""
    found = load(vocabulary)[table]
    return frozenset(word.lower() for word in (found[key] if key else found))


@lru_cache(KEPT)
def is_adjective(words: str) -> bool:
    """Whether a place's name is in the form of an adjective (Malian, French): by its ending or from a short list."""
    low = words.lower()
    endings = tuple(word_set("cues", "adjective", "endings"))
    return low.endswith(endings) or low in word_set("cues", "adjective", "words")


@lru_cache(KEPT)
def is_pronoun(words: str) -> bool:
    """Whether the words only point at somebody named elsewhere (he, its, those)."""
    # "US" and "IT" in capitals are no pronouns; "I" is
    capitals = len(words) > 1 and words.isupper()
    return not capitals and words.lower() in word_set("cues", "pronoun", "words")


@lru_cache(KEPT)
def is_name(words: str) -> bool:
    """Whether the words look like a name: no pronoun, and a capital or a digit begins one of them."""
    if is_pronoun(words) or words.lower() in word_set("cues", "naming", "bare"):
        return False
    return any(part[:1].isupper() or part[:1].isdigit() for part in words.split())


def tokens(words: str) -> list[str]:
    """The words in lower case, possessive endings and punctuation at the edges removed."""
    found = (part.strip(".,;:!?\"“”‘’'()[]").lower() for part in words.split())
    return [part.removesuffix("'s").removesuffix("’s") for part in found if part]
