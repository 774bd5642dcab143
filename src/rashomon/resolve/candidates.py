"""The places that words may name: as they stand, spelt out, without the noun that says what they are, as a demonym."""

from functools import cache, lru_cache
from typing import Final

import msgspec

from rashomon.resolve.countries import country_of
from rashomon.resolve.gazetteer import Spot, spots
from rashomon.resolve.wording import place_head
from rashomon.vocab import load

# A demonym's place is a region, or a town of so many people (as a power of ten): few speak of a hamlet's people.
_LEAST: Final = 5.0
_AREAS: Final = frozenset({"province", "region", "district"})
# A quarter of a town is not the province of that name, be it the only place that bears it.
_WIDER: Final = frozenset({"country", "province", "region"})
# A region whose seat is all that the gazetteer knows reaches about so far from it.
_SEAT_KM: Final = {"province": 80.0, "district": 35.0}


class Candidates(msgspec.Struct, frozen=True):
    """Places that the words may mean; ``kind``: what the words say it is; ``how``: how the words were read, if not as
    they stand."""

    spots: tuple[Spot, ...] = ()
    kind: str | None = None
    how: str = ""


@lru_cache(maxsize=16384)
def candidates(words: str, nearby: tuple[str, ...]) -> Candidates:
    """The places of the words. ``nearby``: the countries (alpha-3) whose towns are known by other spellings, too."""
    words = words.strip(" ,;")
    known = country_of(words)
    if known and known[1] in ("adjective", "people"):
        country = tuple(spot for spot in spots(known[0].name) if spot.place.kind == "country")
        return Candidates(spots=country, how=f"'{words}' stands for {known[0].name}")
    found = _named(words, nearby)
    if found is not None:
        return found
    full = spelt_out(words)
    for other in (full, *_sides(full)):
        found = _named(other, nearby) if other != words else None
        if found is not None:
            return msgspec.structs.replace(found, how=f"'{words}' is another way to write '{other}'")
    headed = _headed(full)
    kind = headed[1] if headed else None
    return _people(words) or Candidates(kind=kind)


def _named(words: str, nearby: tuple[str, ...]) -> Candidates | None:
    """The places of the words as they stand or, failing any, without the noun that says what they are."""
    whole = spots(words, nearby)
    if whole:
        return Candidates(spots=whole)
    headed = _headed(words)
    if headed is None:
        return None
    name, kind = headed
    further = _headed(name)
    if further is not None and not spots(name, nearby):
        name = further[0]  # "Markaz Daraa district", "Bakhmut City municipality"
    # "Boone County" is not the town of Boone, nor one whose other spelling it is ("Bône").
    county = words.lower().endswith((" county", " parish"))
    held = tuple(
        spot for spot in spots(name, nearby) if spot.place.kind != "town" or (spot.spelt and not county) or _seat(kind)
    )
    if kind == "neighbourhood":
        held = tuple(spot for spot in held if spot.place.kind not in _WIDER)
    if not held:
        return None
    areas = any(spot.place.kind in _AREAS for spot in held)
    if _seat(kind) and not county and not areas:
        return Candidates(spots=tuple(_around(spot, words, kind) for spot in held), kind=kind)
    return Candidates(spots=held if not county else tuple(s for s in held if s.place.kind != "town"), kind=kind)


def _seat(kind: str) -> bool:
    """Whether places of the kind are called after a town in them."""
    return kind in _SEAT_KM


def _around(spot: Spot, words: str, kind: str) -> Spot:
    """The region around a town that it is called after."""
    if spot.place.kind != "town":
        return spot
    place = msgspec.structs.replace(
        spot.place,
        id=f"{spot.place.id}-{kind}",
        name=words,
        kind=kind,
        radius_km=_SEAT_KM[kind],
        external={},
        why=f"a {kind} that the gazetteer lacks, taken to lie around {spot.place.name}, after which it is called",
    )
    return msgspec.structs.replace(spot, place=place)


def _headed(words: str) -> tuple[str, str] | None:
    """(name, kind) of "Aleppo province", "Lake Chad", "the city of Sirte"; None without such a noun."""
    first, _, rest = words.partition(" ")
    for start, kind in _starts().items():
        if words.lower().startswith(f"{start} ") and len(words) > len(start) + 1:
            return words[len(start) + 1 :], kind
    headed = place_head(words)
    return headed if headed is not None or not rest or first.lower() != "the" else place_head(rest)


@cache
def _starts() -> dict[str, str]:
    """Kind of place by the first words of its name."""
    return {start: kind for kind, starts in load("groups")["place_starts"].items() for start in starts}


def spelt_out(words: str) -> str:
    """The words with the usual short forms of place names written in full: "St. Cloud", "Loudon Co.", "Mt. Hood"."""
    short = load("groups")["place_short"]
    parts = [short.get(part.lower(), part) for part in words.split()]
    full = " ".join(parts)
    return f"{full}." if full.count(".") and not full.endswith(".") and full.replace(".", "").isupper() else full


def _sides(words: str) -> tuple[str, ...]:
    """The words with their side said the other way: "Northern Darfur" as "North Darfur"."""
    first, _, rest = words.partition(" ")
    other = load("groups")["place_sides"].get(first.lower())
    return (f"{other} {rest}",) if other and rest else ()


def _people(words: str) -> Candidates | None:
    """The place of which the words are a demonym that no table has: "Dagestani", "South Ossetians", "Londoner"."""
    for ending, instead in load("groups")["demonyms"]["endings"]:
        if not words.lower().endswith(ending) or len(words) - len(ending) < 4:
            continue
        stem = words[: -len(ending)] + instead
        held = tuple(s for s in spots(stem) if s.place.kind in _AREAS or (s.weight >= _LEAST and _written(s, stem)))
        if held:
            return Candidates(spots=held, how=f"'{words}' stands for {stem}")
    return None


def _written(spot: Spot, words: str) -> bool:
    """Whether a place is written so, letter for letter: "Dessan" is nobody's word for who comes from Deesa."""
    return words.casefold() in (name.casefold() for name in (spot.place.name, *spot.place.aliases))
