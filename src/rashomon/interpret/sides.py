"""On which side somebody stands: state, armed against it, unarmed, protesting; read from the words of a passage."""

import re
from functools import cache, lru_cache
from typing import Final

from rashomon.interpret.mentions import phrase_of
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import KEPT, is_pronoun, phrase_pattern, phrases
from rashomon.values.nations import country_codes
from rashomon.vocab import load, table

ARMED: Final = frozenset({"state", "non-state", "armed"})
UNARMED: Final = frozenset({"civilian", "official"})
CROWDS: Final = frozenset({"protesters", "rioters"})
# The classes of those counted that say on which side they are.
CLASSES: Final = {"combatant": "non-state", "security": "state", "civilian": "civilian", "hostage": "civilian",
                  "detainee": "civilian"}  # fmt: skip
KINDS: Final = {"armed group": "non-state", "armed forces": "state", "police": "state", "government body": "state",
                "state": "state", "people": "civilian", "media": "civilian"}  # fmt: skip
# Words that say nothing of the side of a group that has a name ("forces of", "units of").
OPEN: Final = frozenset({"state", "armed"})


def side_of(weave: Weave, mention: str, acting: bool = False) -> str:
    """The side of a mention: state, non-state, armed (which of the two is open), official, protesters, rioters,
    civilian; "" where no word tells.

    Its own words decide, the last of them first; forces and troops take the side of the group that they are `of`.
    Then what else the passage calls them, then those they belong to or lead. Who ``acting`` is named by a country or
    a city is a state; an official acts for it. Where an armed man is hit off duty, words don't tell.
    """
    for other in (mention, *(one for one in weave.cluster(mention) if one != mention)):
        found = _said(weave, other)
        if not found and weave.nodes[other].type not in ("FAC", "OBJ"):  # a house of militants is a house
            found = _belongs(weave, other)
        if found:
            return "state" if acting and found == "official" else found
    if weave.nodes[mention].type == "GPE" and (acting or is_country(weave.words(mention))):
        return "state"
    return "civilian" if weave.nodes[mention].type == "PER" and not acting else ""


def _said(weave: Weave, mention: str) -> str:
    """The side that the words of one mention say."""
    words = weave.words(mention)
    if is_pronoun(words) or weave.nodes[mention].type in ("GPE", "LOC", "TIME", "QUANT"):
        return ""
    found = named(words) or side_in(words)
    if found in OPEN:
        of = _belongs(weave, mention)
        against = phrases("groups", "hostile", "words").search(phrase_of(weave, mention).quote)
        if of == "non-state" or (against and against.group().lower() not in ("foreign", "allied", "coalition")):
            return "non-state" if not (against and against.group().lower() == "pro-government") else "state"
        return of if found == "armed" and of in ARMED else found
    return found


def _belongs(weave: Weave, mention: str) -> str:
    """The side of what a mention is `of`, or leads."""
    for edge in weave.out(mention, "of", "leads"):
        node = weave.nodes[edge.target]
        for other in weave.cluster(edge.target):
            found = named(weave.words(other)) or (side_in(weave.words(other)) if node.type != "GPE" else "")
            if found in ARMED or found in CROWDS:
                return found
    return ""


@lru_cache(KEPT)
def side_in(words: str) -> str:
    """The side that a phrase says: of the words that tell, those that stand last, and of those the longest."""
    best, side = (0, 0), ""
    for name, pattern in _sides():
        for match in pattern.finditer(words):
            reach = (match.end(), match.end() - match.start())
            if reach > best:
                best, side = reach, name
    return side


@cache
def _sides() -> list[tuple[str, re.Pattern[str]]]:
    own = load("acled")["sides"]
    counted = load("classes")["counted"]
    lists = {side: list(words) for side, words in own.items()}
    for name, side in CLASSES.items():
        lists[side] += counted[name]
    return [(side, phrase_pattern(words)) for side, words in lists.items()]


def named(words: str) -> str:
    """The side of a group by its name, where the register of actors has it; "" where it has not."""
    bare = words.strip().removeprefix("the ").removeprefix("The ")
    return _register().get(bare) or _register().get(bare.casefold(), "")


@cache
def _register() -> dict[str, str]:
    """Side by name in lower case, and by acronym as written: IS is a group, "is" is none."""
    found: dict[str, str] = {}
    for row in table("actors"):
        side = KINDS.get(row["kind"])
        if side:
            for name in (row["name"], *row["aliases"].split(";")):
                found.setdefault(name.strip().casefold(), side)
            for acronym in row["acronyms"].split(";"):
                found.setdefault(acronym.strip(), side)
    found.pop("", None)
    return found


def is_country(words: str) -> bool:
    """Whether the words name a country, as a noun or an adjective, or its government by its capital."""
    return words.casefold() in country_codes()
