"""Names as keys: one spelling for the many ways in which a name is written, and how near two keys are.

The rules are those that bring together what desks write for one name ("Al-Qa'ida", "al Qaeda"; "Mohammed", "Mohamed";
"Deir ez-Zor", "Deir Ezzor") without bringing together two names. What they can't know (Toureg, Touareg) is an alias in
the register.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import re2
from anyascii import anyascii
from rapidfuzz.distance import Indel

FUZZY_LETTERS: Final = 6
FUZZY_RATIO: Final = 0.92

# re2 where it is quicker in bulk (short literals), re where it is not; every pattern is linear.
_OTHER_SCRIPT = re.compile(r"[^\x00-\x7f]+")
_DOTTED = re2.compile(r"\b((?:[a-z]\.){2,8})")
_POSSESSIVE = re2.compile(r"([a-z0-9])'s\b")
# The Arabic article, also as said before sun letters (ez-Zor, ash-Shabaab), where a hyphen or apostrophe ties it on.
_TIED_ARTICLE = re2.compile(r"\b[aeu](?:l|r|s|sh|t|n|d|z|dh|th)(?:-|' ?)([a-z])")
_ARTICLE = re2.compile(r"\b(?:(?:the|al|el) )+([a-z0-9])")
_EDGES = re2.compile(r"(?m)^ +| +$")
_DOUBLED = re.compile(r"([a-z])\1+")
_SEPARATORS: Final = {i: " " for i in range(128) if not chr(i).isalnum() and chr(i) not in "\n'"} | {ord("'"): None}
_SMALL_WORDS: Final = frozenset({"of", "in", "the", "and", "for", "de", "du", "des", "la", "le", "l", "et", "to", "on"})


@lru_cache(maxsize=65536)
def _latin(letters: str) -> str:
    """Other letters in ASCII; line breaks, which would part a bulk text, become blanks."""
    return anyascii(letters).replace("\n", " ").replace("`", "'")


def _fold(lines: str) -> str:
    """Fold names, one a line; what can't change anything is not tried: that makes one short name three times faster."""
    text = lines if lines.isascii() else _OTHER_SCRIPT.sub(lambda m: _latin(m[0]), lines)
    text = text.replace("`", "'").lower()
    if "'s" in text:
        text = _POSSESSIVE.sub(r"\1", text)
    if "." in text:
        text = _DOTTED.sub(lambda m: m[1].replace(".", ""), text)
    if "-" in text or "'" in text:
        text = _TIED_ARTICLE.sub(r"\1", text)
    text = text.replace("&", " and ").translate(_SEPARATORS)
    while "  " in text:
        text = text.replace("  ", " ")
    if text[:1] == " " or text[-1:] == " " or "\n" in text:
        text = _EDGES.sub("", text)
    if "the " in text or "al " in text or "el " in text:
        text = _ARTICLE.sub(r"\1", text)
    return _DOUBLED.sub(lambda m: m[1], text)  # a fifth quicker than by the pattern of a replacement


@lru_cache(maxsize=65536)
def name_key(words: str) -> str:
    """The key of a name: Latin letters and digits in lower case, without articles, points, hyphens or doubled letters.

    Two names with one key are spellings of one name, which does not make their bearers one. Empty where nothing of the
    name is left.
    """
    return _fold(" ".join(words.split()))


def name_keys(names: Sequence[str]) -> list[str]:
    """`name_key` of each name, in bulk (about 2 million a second); names must hold no line breaks."""
    return _fold("\n".join(names)).split("\n") if names else []


def alike(left: str, right: str) -> float | None:
    """How alike two keys are (0..1) where they are near enough to be one name misspelt, else None.

    Both must have at least six letters and as many words, each word of one beginning as its fellow does, with the same
    digits: "eastern" is not "western", "14th" not "15th". Unequal by at most 8 % of their letters.
    """
    if min(len(left), len(right)) < FUZZY_LETTERS:
        return None
    ours, theirs = left.split(), right.split()
    if len(ours) != len(theirs) or any(a[0] != b[0] for a, b in zip(ours, theirs, strict=True)):
        return None
    if any((a != b) and not (a.isalpha() and b.isalpha()) for a, b in zip(ours, theirs, strict=True)):
        return None
    ratio = Indel.normalized_similarity(left, right)
    return ratio if ratio >= FUZZY_RATIO else None


def is_acronym(words: str) -> bool:
    """Whether the words are written as an acronym: AQIM, U.N., M23, SPLM-N."""
    letters = words.replace(".", "").replace("-", "").replace("/", "")
    if not 2 <= len(letters) <= 10 or " " in letters or not letters.isalnum():
        return False
    capitals, small = sum(c.isupper() for c in letters), sum(c.islower() for c in letters)
    return capitals > small and (capitals >= 2 or any(c.isdigit() for c in letters))


def abbreviates(acronym: str, words: str) -> bool:
    """Whether the acronym's letters are the initials of the words, small words counted or not (AQIM, LIFG, MNLA)."""
    letters = "".join(c for c in _latin(acronym).lower() if c.isalpha())
    parts = [p for p in re.split(r"[^a-z0-9]+", _latin(words).lower()) if p]
    if len(letters) < 2 or len(parts) < 2:
        return False
    every = "".join(p[0] for p in parts)
    weighty = "".join(p[0] for p in parts if p not in _SMALL_WORDS)
    some = "".join(p[0] for p in parts if p not in _SMALL_WORDS - {"in"})
    return letters in {every, weighty, some}
