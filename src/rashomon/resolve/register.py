"""The register of actors that the project knows: who bears which names, and in what context a short one is enough."""

from functools import cache, lru_cache
from typing import Final, Literal

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import Indel

from rashomon.records import Actor
from rashomon.resolve.countries import BODIES, Nation, countries
from rashomon.resolve.tables import parts
from rashomon.values.names import FUZZY_LETTERS, FUZZY_RATIO, alike, name_key
from rashomon.vocab import table

How = Literal["name", "alias", "acronym", "surname", "spelling"]

# Surnames and acronyms name nobody by themselves: they need a country or a fellow in the report.
NEED_CONTEXT: Final = ("acronym", "surname")
# Acronyms of four letters or more that the register gives to one actor alone may stand by themselves (AQIM, MINUSMA).
OWN_ACRONYM: Final = 4


class Entry(msgspec.Struct, frozen=True):
    """One actor of the register and the countries in whose reports it is at home (none: anywhere)."""

    actor: Actor
    countries: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


class Hit(msgspec.Struct, frozen=True):
    """An entry that bears the name, as the register writes it, and what kind of name that is."""

    entry: Entry
    how: How
    written: str
    likeness: float = 1.0


@cache
def entries() -> dict[str, Entry]:
    """The register by actor id: groups and organisations, office-holders, and the bodies of every country."""
    found: dict[str, Entry] = {}
    for row in table("actors"):
        home = parts(row["countries"])
        country = home[0] if home and row["kind"] != "people" else None
        actor = Actor(id=row["id"], name=row["name"], kind=row["kind"], country=country)
        found[row["id"]] = Entry(actor=actor, countries=home)
    for row in table("leaders"):
        actor = Actor(id=row["id"], name=row["name"], kind="person", country=row["country"] or None)
        before = found.get(row["id"])
        related = (*(before.related if before else ()), *parts(row["actor"]))
        found[row["id"]] = Entry(actor=actor, countries=parts(row["country"]), related=related)
    for known in countries().values():
        nation = Nation(name=known.name, code=known.code)
        for actor in (nation.state, *(nation.body(kind) for kind in BODIES)):
            found.setdefault(actor.id, Entry(actor=actor, countries=(known.code,)))
    return found


def _names() -> list[tuple[str, How, str]]:
    """(written, how, id) of every name that the tables give."""
    found: list[tuple[str, How, str]] = []
    for row in table("actors"):
        found.append((row["name"], "name", row["id"]))
        found += [(alias, "alias", row["id"]) for alias in parts(row["aliases"])]
        found += [(acronym, "acronym", row["id"]) for acronym in parts(row["acronyms"])]
    for row in table("leaders"):
        found.append((row["name"], "name", row["id"]))
        found += [(alias, "alias", row["id"]) for alias in parts(row["aliases"])]
        found += [(short, "surname", row["id"]) for short in parts(row["short"])]
    return found


@cache
def _index() -> dict[str, tuple[Hit, ...]]:
    """Hits by key, fullest kind of name first; one hit per actor and key."""
    found: dict[str, dict[str, Hit]] = {}
    known = entries()
    for written, how, identity in _names():
        hits = found.setdefault(name_key(written), {})
        hits.setdefault(identity, Hit(entry=known[identity], how=how, written=written))
    return {key: tuple(hits.values()) for key, hits in found.items()}


@cache
def _long_keys() -> dict[str, tuple[str, ...]]:
    """The keys that may be matched fuzzily, by first letter."""
    found: dict[str, list[str]] = {}
    for key, hits in _index().items():
        if len(key) >= FUZZY_LETTERS and any(hit.how in ("name", "alias") for hit in hits):
            found.setdefault(key[0], []).append(key)
    return {letter: tuple(sorted(keys)) for letter, keys in found.items()}


@lru_cache(maxsize=16384)
def hits(words: str) -> tuple[Hit, ...]:
    """Entries that bear exactly these words as a name, alias, acronym or surname; acronyms need their capitals."""
    key = name_key(words)
    found = _index().get(key, ())
    if words.islower():  # "dawn" is no newspaper; what the register itself writes small, or is long enough, may be
        return tuple(hit for hit in found if hit.how not in NEED_CONTEXT and (hit.written.islower() or len(key) > 6))
    return found


@lru_cache(maxsize=16384)
def near(words: str) -> tuple[Hit, ...]:
    """Entries that bear nearly these words (`values.names.alike`), the nearest only; none if two are as near."""
    key = name_key(words)
    if len(key) < FUZZY_LETTERS:
        return ()
    close = process.extract(
        key,
        _long_keys().get(key[0], ()),
        scorer=Indel.normalized_similarity,
        score_cutoff=FUZZY_RATIO,
        limit=5,
    )
    rated = sorted(((ratio, other) for other, _, _ in close if (ratio := alike(key, other))), reverse=True)
    if not rated or (len(rated) > 1 and rated[0][0] == rated[1][0]):
        return ()
    ratio, other = rated[0]
    return tuple(
        msgspec.structs.replace(hit, how="spelling", likeness=ratio)
        for hit in _index()[other]
        if hit.how not in NEED_CONTEXT
    )
