"""How two places stand to each other: how far apart, one inside the other, fit to be the scene of one act."""

from collections.abc import Mapping
from math import asin, cos, radians, sin, sqrt
from typing import Final

from rashomon.records import Place

EARTH_KM: Final = 6371.0088  # mean radius, IUGG

# How far from its point a place reaches when the gazetteer gives no radius, km. Order of size, not a measurement:
# a plant or market, a town with its edges, a district, a province of a large state.
REACH_KM: Final[Mapping[str, float]] = {
    "site": 2.0,
    "camp": 2.0,
    "base": 3.0,
    "crossing": 2.0,
    "neighbourhood": 3.0,
    "town": 8.0,
    "island": 20.0,
    "lake": 20.0,
    "mountain": 20.0,
    "district": 40.0,
    "province": 150.0,
    "river": 150.0,
    "desert": 200.0,
    "region": 300.0,
    "border": 100.0,
    "sea": 500.0,
    "country": 400.0,
}

# From the narrowest kind to the widest; a place is never inside one of a narrower kind.
WIDTH: Final[Mapping[str, int]] = {
    "site": 0,
    "camp": 0,
    "base": 0,
    "crossing": 0,
    "neighbourhood": 0,
    "town": 1,
    "island": 2,
    "lake": 2,
    "mountain": 2,
    "district": 2,
    "province": 3,
    "river": 4,
    "desert": 4,
    "border": 4,
    "region": 4,
    "sea": 5,
    "country": 5,
}

# Words that are capitalised in many names of places and name none.
COMMON: Final = frozenset([
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Upper", "Lower",
    "Port", "Camp", "Mount", "Lake", "River", "Saint", "City", "District", "Province", "Market", "Airport", "Street",
])  # fmt: skip

NEAR_KM: Final = 25.0  # "near a town" in UCDP where_prec 2 and ACLED geo_precision 2


def distance_km(a: Place, b: Place) -> float | None:
    """Great-circle kilometres between the points of two places; None if either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat1, lon1, lat2, lon2 = (radians(x) for x in (a.lat, a.lon, b.lat, b.lon))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def reach_km(place: Place) -> float:
    """The radius of a place in kilometres: the gazetteer's, or the usual one of its kind."""
    return place.radius_km if place.radius_km is not None else REACH_KM.get(place.kind, 10.0)


def width(place: Place) -> int:
    """How wide the kind of a place is, 0 (site) to 5 (country): the precision of an account that names only it."""
    return WIDTH.get(place.kind, 1)


def contains(outer: Place, inner: Place, places: Mapping[str, Place]) -> bool:
    """Whether ``inner`` lies in ``outer``: by country code, by province, by name of the province, or within its radius.

    ``places`` is the case's gazetteer; it resolves an ``admin1`` that is itself a place of the case.
    """
    if outer.id == inner.id:
        return True
    if width(outer) <= width(inner):
        return False
    if outer.country and inner.country and outer.country != inner.country:
        return False
    if outer.kind == "country":
        return outer.country is not None and outer.country == inner.country
    if outer.kind == "province" and _same_province(outer, inner, places):
        return True
    apart = distance_km(outer, inner)
    return apart is not None and apart <= reach_km(outer)


def compatible(a: Place, b: Place, places: Mapping[str, Place]) -> tuple[float, str]:
    """How well two places can be the scene of one happening, -1 (cannot) to 1 (one place), and why in words.

    Containment counts: an account that names the province and one that names its town agree, less strongly than two
    that name the town; 0 means that nothing is known either way.
    """
    if a.id == b.id:
        return _same(a)
    wide, narrow = (a, b) if width(a) >= width(b) else (b, a)
    if contains(wide, narrow, places) or _named_after(wide, narrow):
        return _inside(wide, narrow)
    if a.country and b.country and a.country != b.country and "border" not in (a.kind, b.kind):
        return -1.0, f"{a.name} and {b.name} lie in different countries"
    return _by_distance(a, b)


def _same(place: Place) -> tuple[float, str]:
    # two accounts that both name only the country agree on little: countries hold many happenings
    score = (1.0, 1.0, 0.8, 0.6, 0.5, 0.3)[width(place)]
    return score, f"same place: {place.name}"


def _inside(wide: Place, narrow: Place) -> tuple[float, str]:
    score = (1.0, 0.9, 0.7, 0.5, 0.4, 0.2)[width(wide)]
    return score, f"{narrow.name} lies in {wide.name}"


def _named_after(wide: Place, narrow: Place) -> bool:
    """Whether a site without a position carries the name of the wider place ("the depot at Arden")."""
    if distance_km(wide, narrow) is not None or width(wide) <= width(narrow):
        return False
    return f" {wide.name.casefold()} " in f" {narrow.name.casefold()} "


def proper_words(place: Place) -> frozenset[str]:
    """The words of a name that are names themselves ("Qarn" of "Qarn market")."""
    return frozenset(word for word in place.name.split() if word[:1].isupper() and len(word) >= 4) - COMMON


def _by_distance(a: Place, b: Place) -> tuple[float, str]:
    apart = distance_km(a, b)
    if apart is None:
        shared = proper_words(a) & proper_words(b)
        if shared:
            return 0.6, f"{a.name} and {b.name} share the name {min(shared)}"
        return 0.0, f"no position known for {a.name if a.lat is None else b.name}"
    words = f"{a.name} and {b.name} are {apart:.0f} km apart"
    if apart <= NEAR_KM and max(width(a), width(b)) <= 1:
        return 0.6, words
    if apart <= reach_km(a) + reach_km(b):
        return 0.2, words + ", within reach of each other"
    if max(width(a), width(b)) >= 4:
        # regions, borders and seas have soft edges
        return -0.5, words
    return -1.0, words


def _same_province(outer: Place, inner: Place, places: Mapping[str, Place]) -> bool:
    if not inner.admin1:
        return False
    named = places.get(inner.admin1)
    if named is not None and named.id == outer.id:
        return True
    names = {outer.name.casefold(), *(alias.casefold() for alias in outer.aliases)}
    by_code = outer.admin1 is not None and outer.admin1 == inner.admin1
    return by_code or inner.admin1.casefold() in names
