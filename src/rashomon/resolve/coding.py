"""A phrase for an actor, by itself, to its code: who of the register, of which country, in which sector, when."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

import msgspec

from rashomon.resolve.countries import Form, countries, country_forms
from rashomon.resolve.gazetteer import spots
from rashomon.resolve.offices import holders
from rashomon.resolve.register import NEED_CONTEXT, OWN_ACRONYM, Hit, Register, register
from rashomon.resolve.sectors import Told, of_actor, told_by, unrecognised
from rashomon.resolve.wording import is_generic
from rashomon.values.names import name_key
from rashomon.vocab import load

LONGEST: Final = 7
"""Words of the longest name that is looked for inside a phrase."""
MOST: Final = 40
"""Words of a phrase that are looked at."""
KNOWN: Final = 4.0
"""A town with so many people (as a power of ten) is known by its name alone."""


class Coding(msgspec.Struct, frozen=True):
    """What a phrase says of an actor: an id of the register, a country (ISO alpha-3), a sector; None if nothing."""

    actor: str | None
    country: str | None
    sector: str | None
    why: str


class Phrase(msgspec.Struct, frozen=True):
    """A phrase word by word: as written, as keys, and which words stand in capitals throughout."""

    words: tuple[str, ...]
    keys: tuple[str, ...]
    capitals: frozenset[str]
    shouted: bool
    small: bool


def code(words: str, context: str = "", date: str | None = None, known: Register | None = None) -> Coding:
    """The code of a phrase; ``context`` are words that may name its country, ``date`` the ISO day it speaks of.

    A name of the register tells the actor; words tell the sector before the actor's kind does, for a title says what
    somebody is in the report at hand; then the actor's office on the date.
    """
    known = known or register()
    phrase = _phrase(words)
    if not phrase.keys:
        return Coding(None, None, None, "no letters")
    place = _country(phrase.keys, phrase.small)
    around = _country(_phrase(context).keys, False) if context else None
    hit = _registered(known, phrase, {found[0] for found in (place, around) if found})
    told = told_by(phrase.keys)
    reasons = []
    actor = country = None
    if hit:
        actor, country = hit.entry.actor.id, hit.entry.actor.country
        reasons.append(f"{hit.how} '{hit.written}' of {hit.entry.actor.name}")
        told = _of_hit(hit, told, phrase, date)
    elif place and date and told and (who := holders(known, place[0], told.by, date[:10])) and len(who) == 1:
        actor = who[0].actor.id
        reasons.append(f"{who[0].actor.name} held that office then")
    if country is None and not (hit and hit.entry.actor.kind == "igo"):
        country, why = _home(phrase, place, around)
        reasons += [why] if why else []
    if told is None and place and place[1] in ("capital", "metonym") and len(phrase.keys) == place[2]:
        told = Told("GOV", "a capital standing for its government")
    if told is None and (hit is None or hit.entry.actor.kind != "person") and " ".join(phrase.keys) in unrecognised():
        told = Told("PRE", "a state that few others recognise")
    if told is None and actor is None and place is None and country and _known_town(words.strip()):
        told = Told("CVL", "a town standing for its people")
    if told:
        reasons.append(f"{told.code} by '{told.by}'")
    return Coding(actor, country, told.code if told else None, "; ".join(reasons) or "no word of it is known")


def _of_hit(hit: Hit, told: Told | None, phrase: Phrase, date: str | None) -> Told | None:
    """The sector of an actor of the register, as called in the phrase: words outside the name come before its kind."""
    by_actor = of_actor(hit.entry, date)
    if told is None or told.weak or (hit.entry.actor.kind == "igo" and told.code in _OFFICIAL):
        return by_actor or told
    own = set(name_key(hit.written).split())
    if set(name_key(told.by).split()) <= own and hit.entry.actor.kind != "other":
        return by_actor or told
    return told


# Whoever holds an office or bears arms for an organisation of states is of that organisation, and no state's.
_OFFICIAL: Final = frozenset({"GOV", "MIL", "COP", "SPY", "JUD"})


def _phrase(words: str) -> Phrase:
    """A phrase without what follows a comma, which says it in other words."""
    written = tuple(words.replace("’", "'").split(",")[0].split()[:MOST])
    text = " ".join(written)
    keys = tuple(name_key(text).split())
    shouted = text.isupper() and len(written) > 1
    capitals = frozenset(name_key(w) for w in written if w.isupper() and len(w) > 1)
    return Phrase(words=written, keys=keys, capitals=capitals, shouted=shouted, small=text.islower())


def _spans(keys: Sequence[str], longest: int, first: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """(start, end, key) of the stretches that begin with a word of ``first``: the longest first, then from the left."""
    starts = [at for at, key in enumerate(keys) if key in first]
    for length in range(min(longest, len(keys)), 0, -1) if starts else ():
        for at in starts:
            if at + length <= len(keys):
                yield at, at + length, " ".join(keys[at : at + length])


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key.split(" ")[0] for key in country_forms())


def _country(keys: Sequence[str], small: bool) -> tuple[str, Form, int] | None:
    """(code, form, words) of the first country that a phrase names, its names and demonyms before capitals.

    A capital inside a name ("Ada Nairobi") is part of that; see `_town`.
    """
    if small:
        return None
    forms = country_forms()
    later: tuple[str, Form, int] | None = None
    for start, end, key in _spans(keys, 4, _first_words()):
        found = forms.get(key)
        if found and found[1] not in ("capital", "metonym"):
            return found[0], found[1], end - start
        if (
            found
            and later is None
            and (keys[start - 1] in _WHERE if start else end == len(keys) or told_by(keys[end:]))
        ):
            later = found[0], found[1], end - start
    return later


def _registered(known: Register, phrase: Phrase, at_home: set[str]) -> Hit | None:
    """The actor of the register whose name stands in the phrase: the longest name; a short one needs a country."""
    if phrase.small:
        return None
    whole = len(phrase.keys)
    for start, end, key in _spans(phrase.keys, LONGEST, known.first_words):
        hits = known.bearers(key)
        if not hits:
            continue
        full = [hit for hit in hits if hit.how not in NEED_CONTEXT and _may_mean(hit, phrase, (start, end), key)]
        full = [hit for hit in full if not _of_another(hit, at_home)]
        short = [hit for hit in hits if hit.how in NEED_CONTEXT and _backed(hit, phrase, key, at_home, len(hits))]
        found = full or short
        if len(found) > 1:
            found = [hit for hit in found if set(hit.entry.countries) & at_home]
        if len(found) == 1:
            return found[0]
    if whole >= 2 and phrase.words[0][:1].isupper() and phrase.words[-1][:1].isupper():
        return next((hit for hit in known.near(" ".join(phrase.words)) if hit.entry.actor.kind != "state"), None)
    return None


def _may_mean(hit: Hit, phrase: Phrase, span: tuple[int, int], key: str) -> bool:
    """Whether a full name inside a phrase is who is meant, and not part of another name or the place of somebody."""
    if hit.entry.actor.kind in ("state", "people") or (
        " " not in key and hit.written.isupper() and key not in phrase.capitals
    ):
        return False
    start, end = span
    whole = start == 0 and end == len(phrase.keys)
    word_by_word = len(phrase.words) == len(phrase.keys)
    if " " not in key and start and word_by_word and phrase.words[start - 1][:1].isupper():
        return _tells(phrase.keys[start - 1])  # "Jai Ram Thakur" is not of the party Ra'am
    if whole or " " in key or hit.entry.actor.kind != "media":
        return hit.entry.actor.kind != "person" or " " in key or whole
    return False


def _tells(key: str) -> bool:
    """Whether a word is a country's or says what somebody does: it may stand before a name ("Israeli Likud")."""
    return key in country_forms() or told_by([key]) is not None or key in _WHERE


def _of_another(hit: Hit, at_home: set[str]) -> bool:
    """Whether a body of one state is called by a name that another country's bears too ("Chile's Defense Ministry")."""
    bodies = ("government body", "police", "armed forces")
    return hit.how == "alias" and hit.entry.actor.kind in bodies and bool(at_home.difference(hit.entry.countries))


def _backed(hit: Hit, phrase: Phrase, key: str, at_home: set[str], rivals: int) -> bool:
    """Whether a surname or acronym may stand for its bearer: by a country beside it, or because no other has it."""
    if hit.how == "acronym" and key not in phrase.capitals and not phrase.shouted:
        return False
    if set(hit.entry.countries) & at_home:
        return True
    if at_home and hit.entry.countries:
        return False
    if rivals > 1 or hit.how == "acronym":
        return rivals == 1
    titled = phrase.keys[-1:] == (key,) and all(word in _titles() for word in phrase.keys[:-1])
    return len(key) >= OWN_ACRONYM and (len(phrase.keys) <= 2 or titled)


@cache
def _titles() -> frozenset[str]:
    """The words of titles, which may stand before a surname alone ("Prime Minister Korr")."""
    return frozenset(load("groups")["titles"]["words"]) | {"of", "state"}


def _home(
    phrase: Phrase, place: tuple[str, Form, int] | None, around: tuple[str, Form, int] | None
) -> tuple[str | None, str]:
    """The country of a phrase: one that it names, that of a town that it names, that of the words around it."""
    if place:
        return place[0], f"{countries()[place[0]].name} by a {place[1]} of it"
    town = None if phrase.small else _town(phrase.words)
    if town:
        return town
    return (around[0], "the country of its context") if around else (None, "")


def _town(words: Sequence[str]) -> tuple[str, str] | None:
    """The country of a well-known town or region that the words name, and the reason.

    The words must be its name, or begin with it before a word that tells a sector ("Kyiv police"), or have it after
    "in", "of", "from" ...; within a name it is part of that ("Northern Fleet", "Feliciano Valencia").
    """
    for at, word in enumerate(words):
        if not word[:1].isupper() or (at and words[at - 1].lower() not in _WHERE) or _is_common(word):
            continue
        for length in range(min(3, len(words) - at), 0, -1):
            part, after = words[at : at + length], words[at + length : at + length + 3]
            owns = part[-1].endswith(("'s", "s'"))
            if not all(w[:1].isupper() for w in part) or (after and not at and not owns and not told_by(_keys(after))):
                continue
            found = _known_town(" ".join(part).removesuffix("'s"))
            if found:
                return found
    return None


def _is_common(word: str) -> bool:
    """Whether a word is no town's name by itself: one of offices and bodies ("Secretary of State"), an acronym."""
    return is_generic(word) or (word.isupper() and 1 < len(word) < 6)


_WHERE: Final = frozenset({"in", "of", "from", "at", "near", "across", "acros", "the", "around", "outside"})


def _keys(words: Sequence[str]) -> list[str]:
    return [name_key(word) for word in words]


@lru_cache(maxsize=16384)
def _known_town(name: str) -> tuple[str, str] | None:
    found = [s for s in spots(name, ()) if s.place.country and (s.weight >= KNOWN or s.place.kind != "town")]
    if not found:
        return None
    best = max(found, key=lambda s: (s.weight, s.place.id))
    return best.place.country or "", f"{best.place.name} lies there"
