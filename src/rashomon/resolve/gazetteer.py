"""The gazetteer: every place that bears a name, from the project's list, countries, regions and GeoNames."""

import math
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Final

import msgspec

from rashomon.records import Place
from rashomon.resolve import whole
from rashomon.resolve.cities import LARGE, City, cities, spellings
from rashomon.resolve.countries import countries
from rashomon.resolve.tables import parts
from rashomon.values.names import name_key, name_keys
from rashomon.vocab import table

# Countries with more towns than this are looked up by name only: their other spellings take a second to read.
MANY_TOWNS: Final = 6_000
# How well known a row of the project's list is, by kind: as a power of ten of people, were it a town.
OWN_WEIGHTS: Final = {
    "region": 6.5,
    "sea": 6.5,
    "border": 6.5,
    "desert": 6.0,
    "province": 5.8,
    "mountain": 5.6,
    "river": 5.6,
    "lake": 5.6,
    "island": 5.6,
    "district": 5.4,
    "site": 5.2,
    "camp": 5.2,
    "base": 5.2,
    "crossing": 5.2,
    "neighbourhood": 4.8,
    "town": 5.2,
}
# Of two towns with the capital's name in one country, the capital is the large one.
_CAPITAL: Final = 50_000
# A region is less often meant than the town of its name (Idlib, Homs), but for the states that everybody knows.
_FAMED: Final = {"USA": 6.5, "CAN": 6.5, "AUS": 6.5, "IND": 6.0, "GBR": 6.5}


class Spot(msgspec.Struct, frozen=True):
    """One place that bears a name, with what tells it from the others.

    ``weight`` is how well known it is, before any report is read (about log10 of its people; lists are set by hand);
    ``admin1`` is (country code, GeoNames region code) where known; ``spelt`` whether the name is its usual one.
    """

    place: Place
    weight: float
    admin1: tuple[str, str] | None = None
    spelt: bool = True


# A name, and the row of a table of which to make the place that bears it.
Named = tuple[str, Callable[[dict[str, str]], Spot], dict[str, str]]


def _slug(name: str) -> str:
    """A name as part of an id."""
    return name_key(name).replace(" ", "-")


@cache
def _regions() -> dict[tuple[str, str], str]:
    """Names of the first-level regions by (country, GeoNames code)."""
    return {(row["country"], row["code"]): row["name"] for row in table("regions")}


def region_name(country: str, code: str) -> str | None:
    """The name of a first-level region by ISO alpha-3 country and GeoNames code, None if the table lacks it."""
    return _regions().get((country, code))


@cache
def _listed() -> dict[str, list[Named]]:
    """The names of countries, of regions and of the project's own list, by key."""
    names = list(_names())
    found: dict[str, list[Named]] = {}
    for key, named in zip(name_keys([name for name, _, _ in names]), names, strict=True):
        found.setdefault(key, []).append(named)
    return found


def _names() -> Iterator[Named]:
    """Every name of countries, of the project's own list and of regions, usual names first."""
    for row in table("countries"):
        words = countries()[row["country"]].words
        yield from ((name, _country, row) for name in (row["name"], *(word for word, form in words if form == "name")))
    for row in table("places"):
        yield from ((name, _own, row) for name in (row["name"], *parts(row["aliases"])))
    for row in table("regions"):
        yield from ((name, _region, row) for name in (row["name"], *parts(row["aliases"])))
    for row in table("counties"):
        yield from ((name, _county, row) for name in (row["name"], *_county_aliases(row)))


def _bearers(key: str) -> dict[str, Spot]:
    """The places by id that countries, regions and the project's list have under a key."""
    found: dict[str, Spot] = {}
    for name, make, row in _listed().get(key, ()):
        spot = make(row)
        found.setdefault(spot.place.id, msgspec.structs.replace(spot, spelt=name == row["name"]))
    return found


def _country(row: dict[str, str]) -> Spot:
    """A country as a place."""
    country = countries()[row["country"]]
    place = Place(
        id=f"p-{country.code.lower()}",
        name=country.name,
        kind="country",
        lat=country.lat,
        lon=country.lon,
        radius_km=country.radius_km,
        country=country.code,
        external={"geonames": country.geonames},
        why="country; the radius is that of a disc as large as its land",
    )
    return Spot(place=place, weight=8.5)


def _own(row: dict[str, str]) -> Spot:
    """A row of the project's list."""
    kind = row["kind"]
    where = f"-{row['country'].lower()}" if row["country"] else ""
    place = Place(
        id=f"p-{_slug(row['name'])}-{kind}{where}",
        name=row["name"],
        aliases=parts(row["aliases"]),
        kind=kind,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        radius_km=float(row["radius_km"]),
        country=row["country"] or None,
        admin1=row["admin1"] or None,
        why="the project's list of conflict places",
    )
    return Spot(place=place, weight=OWN_WEIGHTS.get(kind, 5.2))


def _region(row: dict[str, str]) -> Spot:
    """A first-level region."""
    place = Place(
        id=f"p-{row['country'].lower()}-{row['code'].lower()}",
        name=row["name"],
        aliases=parts(row["aliases"]),
        kind="province",
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        radius_km=float(row["radius_km"]),
        country=row["country"],
        admin1=row["name"],
        why="first-level region; its middle and reach are those of its towns in GeoNames",
    )
    return Spot(place=place, weight=_FAMED.get(row["country"], 5.1), admin1=(row["country"], row["code"]))


def _county(row: dict[str, str]) -> Spot:
    """A second-level region; "Clay" alone may be one, but is first looked for among the towns."""
    country, code, name = row["country"], row["code"], row["name"]
    place = Place(
        id=f"p-{country.lower()}-{code.lower()}-{_slug(name)}",
        name=name,
        aliases=_county_aliases(row),
        kind="district",
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        radius_km=float(row["radius_km"]),
        country=country,
        admin1=region_name(country, code),
        why="second-level region; its middle is that of its area, the radius that of a disc as large",
    )
    return Spot(place=place, weight=4.3, admin1=(country, code))


def _county_aliases(row: dict[str, str]) -> tuple[str, ...]:
    """The other names of a second-level region, the one without the word "County" first."""
    name = row["name"]
    bare = name.rpartition(" ")[0] if name.endswith((" County", " Parish", " Borough")) else ""
    return tuple(part for part in (bare, *parts(row["aliases"])) if part)


@cache
def _code3() -> dict[str, str]:
    """ISO alpha-3 by alpha-2."""
    return {country.alpha2: country.code for country in countries().values()}


def town_of(row: int, spelt: bool) -> Spot:
    """A town of GeoNames; its radius grows with its people (500: 1 km; a million: 11 km)."""
    city: City = cities()[row]
    code = _code3().get(city.country)
    region = region_name(code or "", city.admin1)
    place = Place(
        id=f"p-g{city.geonameid}",
        name=city.name,
        kind="town",
        lat=city.lat,
        lon=city.lon,
        radius_km=float(round(1 + math.sqrt(city.population) / 100)),
        country=code,
        admin1=region,
        external={"geonames": str(city.geonameid)},
        why="GeoNames: a town or village of 500 people or more",
    )
    weight = math.log10(city.population + 10)
    if code and city.name == countries()[code].capital and city.population > _CAPITAL:
        weight = max(weight, 7.8)  # the world's reports speak of capitals
    return Spot(place=place, weight=weight, admin1=(code or "", city.admin1), spelt=spelt)


@lru_cache(maxsize=65536)
def spots(name: str, nearby: tuple[str, ...] = ()) -> tuple[Spot, ...]:
    """Every place that bears the name; other spellings count for large places, and in ``nearby`` countries (alpha-3).

    The order is fixed (by id), and says nothing about which is meant.
    """
    key = name_key(name)
    if not key:
        return ()
    found = _bearers(key)
    named = set(cities().named(key))
    others = {row for code in nearby for row in _spelt(code, key)} | set(cities().large.get(key, ()))
    for row in sorted(named | others):
        town = town_of(row, spelt=row in named)
        same = [spot for spot in found.values() if spot.place.kind == "town" and _one(town.place, spot.place)]
        for spot in same:
            if not spot.place.external:  # the list's own row stands, as well known as the town is
                found[spot.place.id] = msgspec.structs.replace(spot, weight=max(spot.weight, town.weight))
        if not same or any(spot.place.external for spot in same):
            found[town.place.id] = town
    for spot in _imported(key, nearby):
        if all(
            distance_km(spot.place, other.place) > 5 or spot.place.kind != other.place.kind for other in found.values()
        ):
            found.setdefault(spot.place.id, spot)
    return tuple(found[identity] for identity in sorted(found))


def _imported(key: str, nearby: tuple[str, ...]) -> Iterator[Spot]:
    """The places of the gazetteer that the user imported, if any: by other spellings as in the built-in one."""
    for bearer in whole.bearers(whole.FILE, key):
        code = _code3().get(bearer.country)
        if not bearer.spelt and code not in nearby and bearer.population < LARGE:
            continue
        place = Place(
            id=f"p-g{bearer.geonameid}",
            name=bearer.name,
            kind=bearer.kind,
            lat=bearer.lat,
            lon=bearer.lon,
            radius_km=bearer.radius_km,
            country=code,
            admin1=region_name(code or "", bearer.admin1),
            external={"geonames": str(bearer.geonameid)},
            why="GeoNames, from the dump that was imported",
        )
        admin1 = (code, bearer.admin1) if code and bearer.admin1 else None
        yield Spot(place=place, weight=bearer.weight, admin1=admin1, spelt=bool(bearer.spelt))


def _spelt(code: str, key: str) -> tuple[int, ...]:
    """Rows of one country whose other spellings have the key."""
    country = countries().get(code)
    start, end = cities().spans.get(country.alpha2, (0, 0)) if country else (0, 0)
    return spellings(country.alpha2).get(key, ()) if country and 0 < end - start <= MANY_TOWNS else ()


def _one(town: Place, listed: Place) -> bool:
    """Whether a town of GeoNames is one that the project's list holds: same country, within 30 km."""
    return town.country == listed.country and distance_km(town, listed) <= 30


def distance_km(a: Place, b: Place) -> float:
    """The distance of two places' middles in km (great circle); infinite where one has none."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


@lru_cache(maxsize=512)
def reach(alpha3: str) -> tuple[float, float, float, float] | None:
    """South, west, north and east edge of where a country's towns lie (its outermost 2 % left out); None if unknown."""
    country = countries().get(alpha3)
    start, end = cities().spans.get(country.alpha2, (0, 0)) if country else (0, 0)
    if end - start < 5:
        return None
    lats, lons = sorted(cities().lats[start:end]), sorted(cities().lons[start:end])
    cut = (end - start) // 50
    return lats[cut], lons[cut], lats[-1 - cut], lons[-1 - cut]
