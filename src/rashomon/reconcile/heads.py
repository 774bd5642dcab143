"""Words as keys: what is left of a phrase when articles, possessives and the plural are taken off."""

from functools import cache
from typing import Final

from rashomon.records import Mention
from rashomon.values.names import name_key
from rashomon.vocab import load

# In front of a noun these say nothing of what it is.
FRONT: Final = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "such", "ongoing"]
)


def words_key(words: str) -> str:
    """A phrase without articles and possessives, its last word in the singular: "the air strikes" is "air strike"."""
    parts = " ".join(words.split()).casefold().split(" ")
    while len(parts) > 1 and parts[0] in FRONT:
        parts = parts[1:]
    return " ".join([*parts[:-1], _singular(parts[-1])])


@cache
def _pointing() -> frozenset[str]:
    cues = load("cues")
    return frozenset([*cues["pronoun"]["words"], *cues["naming"]["bare"]])


def points_elsewhere(words: str) -> bool:
    """Whether words only point at somebody or something named elsewhere (they, this, others); "US" is no pronoun."""
    capitals = len(words) > 1 and words.isupper()
    return not capitals and words.casefold() in _pointing()


def end_key(mention: Mention) -> str:
    """Whom or what a mention means: the place or actor that it was resolved to, else its words."""
    return mention.place or mention.actor or name_key(mention.words) or words_key(mention.words)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
