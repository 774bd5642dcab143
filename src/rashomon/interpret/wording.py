"""Word lists of the field as sets and patterns, built once; and the few questions asked of words in a text."""

import csv
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

from rashomon.vocab import load

# the longest alternation is tried first, so that "may have been" wins over "may"; alternations only, no repeats,
# so matching stays linear in the text
_WORD = "A-Za-z0-9_À-ɏ"


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words, in any case, the longest first."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    body = "|".join(re.escape(phrase) for phrase in ordered)
    return re.compile(f"(?<![{_WORD}])(?:{body})(?![{_WORD}])", re.IGNORECASE)


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


@cache
def demonyms() -> frozenset[str]:
    """Adjectives of countries (Malian, French), in lower case."""
    table = resources.files("rashomon.vocab").joinpath("demonyms.csv").read_text(encoding="utf-8")
    listed = ";".join(row["adjectives"] for row in csv.DictReader(table.splitlines()))
    return frozenset(word.strip().lower() for word in listed.split(";") if word.strip())


def is_pronoun(words: str) -> bool:
    """Whether the words only point at somebody named elsewhere (he, its, those)."""
    return words.lower() in word_set("cues", "pronoun", "words")


def is_name(words: str) -> bool:
    """Whether the words look like a name: no pronoun, and a capital or a digit begins one of them."""
    return not is_pronoun(words) and any(part[:1].isupper() or part[:1].isdigit() for part in words.split())


def tokens(words: str) -> list[str]:
    """The words in lower case, possessive endings and punctuation at the edges removed."""
    found = (part.strip(".,;:!?\"“”‘’'()[]").lower() for part in words.split())
    return [part.removesuffix("'s").removesuffix("’s") for part in found if part]
