"""The words of a sentence as linking compares them: stems of content words, proper names, how rare they are."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import fsum
from typing import Final

from rashomon.vocab import table

# bounded, and each repetition starts at another character class: linear on any text
WORD = re.compile(r"[^\W\d_][\w'’-]{0,60}")


def word_set(text: str) -> frozenset[str]:
    """The words of a literal list, written as running text."""
    return frozenset(text.split())


STOP: Final = word_set(
    """a about above after again against all also although am among an and any are as at be because been before being
    below between both but by can could did do does doing down during each few for from further had has have having he
    her here hers him his how however i if in into is it its itself just last later least less made make many may might
    more most much must near new no nor not now of off on once one only or other our out over own per said same say
    says she should since so some such than that the their them then there these they this those through to told too
    two three four five six seven eight nine ten under until up upon us very was we were what when where which while
    who whom why will with would year years yesterday today monday tuesday wednesday thursday friday saturday sunday
    according reported reports reportedly officials official people"""
)
CALENDAR: Final = word_set(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec"""
)
NO_NAMES: Final = CALENDAR | STOP
PREPOSITIONS: Final = word_set("of in on at for to with by from over against after before")
DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})

# Irregular forms of the words of conflict; everything else is stemmed by its ending.
IRREGULAR: Final = {"shot": "shoot", "shooting": "shoot", "shootings": "shoot", "died": "die", "deaths": "die"} | {
    "death": "die", "dead": "die", "dying": "die", "slain": "kill", "fought": "fight", "held": "hold", "took": "take",
    "taken": "take", "fled": "flee", "struck": "strike", "blew": "blow", "stolen": "steal", "beaten": "beat",
}  # fmt: skip
PAST: Final = word_set(
    "shot died slain fought held took taken fled struck blew stolen beaten fell lost dead found hit said told"
)
ENDINGS: Final = ("ings", "ing", "ers", "er", "ies", "ied", "ed", "es", "s")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A crude stem: lower case, one ending off, at least three letters kept, a doubled end letter undoubled."""
    word = word.casefold().replace("’", "'").removesuffix("'s")
    word = IRREGULAR.get(word, word)
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word


RAREST: Final = 10.0
"""Bits of a word that `vocab/rarity.csv` (training/rarity.py) doesn't list: in fewer than one report in a thousand."""


UNUSUAL: Final = 7.0
"""Bits of a word in fewer than one report of 128."""


@cache
def _rarities() -> Mapping[str, float]:
    """Bits by word; for a stem that is no word itself those of its commonest word."""
    found: dict[str, float] = {}
    for row in table("rarity"):
        found.setdefault(stem(row["word"]), float(row["bits"]))
    return found | {row["word"]: float(row["bits"]) for row in table("rarity")}


def rarity(word: str) -> float:
    """Bits of surprise at a word or stem (case-folded) in a report: 0 for "the", 10 for one in a thousand and rarer."""
    return _rarities().get(word, RAREST)


def rarities(words: Iterable[str], least: float = 0.0) -> float:
    """The bits of several words together, each above ``least``; words that are no rarer than that not at all."""
    bits = _rarities()
    return fsum([one - least for word in words if (one := bits.get(word, RAREST)) > least])  # the same in any order


@lru_cache(maxsize=16_384)
def content(sentence: str) -> frozenset[str]:
    """Stems of the content words of a sentence: letters only, no stop words, no reporting words."""
    found = WORD.findall(sentence)
    return frozenset(stem(word) for word in found if len(word) > 2 and word.casefold() not in STOP)


COMMON: Final = 4.0
"""Bits that a word must have to say anything of a happening: in fewer than one report of sixteen."""


def telling(words: Iterable[str]) -> frozenset[str]:
    """Those of some words or stems that are not `COMMON`."""
    bits = _rarities()
    return frozenset([word for word in words if bits.get(word, RAREST) > COMMON])


@lru_cache(maxsize=16_384)
def names(sentence: str) -> frozenset[str]:
    """Capitalised words of a sentence, case-folded, without the calendar: mostly proper names.

    Its first word only if that is unusual: "Denver police said", but not "Police said".
    """
    found = [word.removesuffix("'s").removesuffix("’s") for word in WORD.findall(sentence)]
    named = (w.casefold() for n, w in enumerate(found) if w[0].isupper() and (n or rarity(w.casefold()) >= UNUSUAL))
    return frozenset(word for word in named if len(word) > 2 and word not in NO_NAMES)


_AGE: Final = re.compile(r"\b(\d{1,2})[- ]years?[- ]old|, (\d{1,2}),")


@lru_cache(maxsize=16_384)
def ages(sentence: str) -> frozenset[int]:
    """The ages in years that a sentence gives: "a 12-year-old boy", "Ada Korr, 12, ..."."""
    return frozenset(int(old or beside) for old, beside in _AGE.findall(sentence))


def definite(sentence: str, start: int, end: int) -> bool:
    """Whether characters ``start:end`` of a sentence are the noun of a definite phrase ("the deadly attack").

    "The army attacked" is none: a trigger in the past tense is a verb.
    """
    trigger = WORD.findall(sentence[start:end])
    if not trigger or trigger[-1].casefold() in PAST or trigger[-1].casefold().endswith("ed"):
        return False
    before = [word.casefold() for word in WORD.findall(sentence[max(0, start - 40) : start])][-3:]
    last = max((n for n, word in enumerate(before) if word in DEFINITE), default=None)
    # "the revival of fighting": the article is another noun's
    return last is not None and not PREPOSITIONS & set(before[last:])
