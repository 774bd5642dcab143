"""The register of actors that the project knows: who bears which names, and in what context a short one is enough."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final, Literal

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import Indel

from rashomon.records import Actor
from rashomon.resolve.countries import BODIES, Nation, countries
from rashomon.resolve.listed import Listed, Term, built_in
from rashomon.values.names import FUZZY_LETTERS, FUZZY_RATIO, alike, name_key

How = Literal["name", "alias", "acronym", "surname", "spelling"]

# Surnames and acronyms name nobody by themselves: they need a country or a fellow in the report.
NEED_CONTEXT: Final = ("acronym", "surname")
# Acronyms of four letters or more that the register gives to one actor alone may stand by themselves (AQIM, MINUSMA).
OWN_ACRONYM: Final = 4


class Entry(msgspec.Struct, frozen=True):
    """One actor of the register and the countries in whose reports it is at home (none: anywhere)."""

    actor: Actor
    countries: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()

    @property
    def related(self) -> tuple[str, ...]:
        """Those for whom it holds, or held, an office."""
        return tuple(dict.fromkeys(term.actor for term in self.terms if term.actor))


class Hit(msgspec.Struct, frozen=True):
    """An entry that bears the name, as the register writes it, and what kind of name that is."""

    entry: Entry
    how: How
    written: str
    likeness: float = 1.0


class Register:
    """Who bears which names: the tables of the project and, beside them, the actors that a user has imported.

    An imported actor is one of the register's, and lends it names, where it bears that one's full name or an alias, is
    a person if that one is, and no other bears the name; never for an acronym or a surname alone.
    """

    def __init__(self, own: Sequence[Listed] = ()) -> None:
        self.entries: dict[str, Entry] = {}
        self._index: dict[str, dict[str, Hit]] = {}
        self._known: dict[str, tuple[Hit, ...]] = {}
        self._nearest = lru_cache(maxsize=65_536)(self._near)
        for row in built_in():
            self._add(row, row.id)
        for code, known in countries().items():
            nation = Nation(name=known.name, code=code)
            for actor in (nation.state, *(nation.body(kind) for kind in BODIES)):
                self.entries.setdefault(actor.id, Entry(actor=actor, countries=(code,)))
                if actor.kind != "state":
                    self._bear(actor.id, "name", (actor.name,))
        for row in own:
            self._add(row, self._same(row) or row.id)

    def _add(self, row: Listed, identity: str) -> None:
        """Enter a row as the actor with this id, which may be there already."""
        before = self.entries.get(identity)
        if before is None:
            home = row.countries[0] if row.countries and row.kind != "people" else None
            actor = Actor(id=identity, name=row.name, kind=row.kind, country=home, external=dict(row.external))
            self.entries[identity] = Entry(actor=actor, countries=row.countries, terms=row.terms)
        else:
            actor = msgspec.structs.replace(before.actor, external=before.actor.external | dict(row.external))
            self.entries[identity] = msgspec.structs.replace(before, actor=actor, terms=(*before.terms, *row.terms))
        self._bear(identity, "name" if before is None or before.actor.name == row.name else "alias", (row.name,))
        self._bear(identity, "alias", row.aliases)
        self._bear(identity, "acronym", row.acronyms)
        self._bear(identity, "surname", row.short)

    def _bear(self, identity: str, how: How, names: Iterable[str]) -> None:
        for written in names:
            if key := name_key(written):
                hits = self._index.setdefault(key, {})
                hits.setdefault(identity, Hit(entry=self.entries[identity], how=how, written=written))

    def _same(self, row: Listed) -> str | None:
        """The one entry that bears the full name of a row, or one of its aliases, as a full name."""
        if row.id in self.entries:
            return row.id
        for written in (row.name, *row.aliases):
            found = [
                identity
                for identity, hit in self._index.get(name_key(written), {}).items()
                if hit.how not in NEED_CONTEXT and (hit.entry.actor.kind == "person") == (row.kind == "person")
            ]
            if len(found) == 1 and not _elsewhere(row.countries, self.entries[found[0]].countries):
                return found[0]
        return None

    @cached_property
    def _long_keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that may be matched fuzzily, by first letter."""
        found: dict[str, list[str]] = {}
        for key, hits in self._index.items():
            if len(key) >= FUZZY_LETTERS and any(hit.how in ("name", "alias") for hit in hits.values()):
                found.setdefault(key[0], []).append(key)
        return {letter: tuple(sorted(keys)) for letter, keys in found.items()}

    @cached_property
    def officers(self) -> Mapping[tuple[str, str], tuple[tuple[Entry, Term], ...]]:
        """Who ever held an office, with the term, by country and office; by id."""
        found: dict[tuple[str, str], list[tuple[Entry, Term]]] = {}
        for identity in sorted(self.entries):
            for term in self.entries[identity].terms:
                found.setdefault((term.country, term.relation), []).append((self.entries[identity], term))
        return {office: tuple(held) for office, held in found.items()}

    def bearers(self, key: str) -> tuple[Hit, ...]:
        """Hits of a key (`values.names.name_key`), each with its entry as it is now."""
        at = self._index.get(key)
        if at is None:
            return ()
        if key not in self._known:
            self._known[key] = tuple(msgspec.structs.replace(hit, entry=self.entries[name]) for name, hit in at.items())
        return self._known[key]

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first word of every key."""
        return frozenset(key.split(" ")[0] for key in self._index)

    def hits(self, words: str) -> tuple[Hit, ...]:
        """Entries that bear exactly these words as a name, alias, acronym or surname; acronyms need their capitals."""
        key = name_key(words)
        found = self.bearers(key)
        if words.islower():  # "dawn" is no newspaper; what the register itself writes small, or is long enough, may be
            return tuple(h for h in found if h.how not in NEED_CONTEXT and (h.written.islower() or len(key) > 6))
        return found

    def near(self, words: str) -> tuple[Hit, ...]:
        """Entries that bear nearly these words (`values.names.alike`), the nearest only; none if two are as near."""
        return self._nearest(name_key(words))

    def _near(self, key: str) -> tuple[Hit, ...]:
        if len(key) < FUZZY_LETTERS:
            return ()
        close = process.extract(
            key,
            self._long_keys.get(key[0], ()),
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
            for hit in self.bearers(other)
            if hit.how not in NEED_CONTEXT
        )


def _elsewhere(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both are at home somewhere, and nowhere together."""
    return bool(one and other) and not set(one) & set(other)


@lru_cache(maxsize=4)
def register(own: tuple[Listed, ...] = ()) -> Register:
    """The register with a user's own actors, built once per process; treat it as read-only."""
    return Register(own)


def entries() -> dict[str, Entry]:
    """The built-in register by actor id: groups and organisations, office-holders, and the bodies of every country."""
    return register().entries


@lru_cache(maxsize=16384)
def hits(words: str) -> tuple[Hit, ...]:
    """`Register.hits` of the built-in register."""
    return register().hits(words)
