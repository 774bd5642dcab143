"""Areas that no gazetteer holds: parts and edges of a place, what lies between two, and the border of two countries."""

import math
from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Final

import re2

from rashomon.records import Place, content_id
from rashomon.resolve.countries import Country, countries, country_of
from rashomon.resolve.decision import Decision
from rashomon.resolve.gazetteer import distance_km, reach, spots
from rashomon.vocab import load

_PARTS = re2.compile(r"[/\-–—]| and | with |\s+")
_DISTANCE = re2.compile(
    r"(?i)(\d{1,4}(?:[.,]\d{1,2})?) ?(km|kms|kilomet(?:er|re)s?|miles?|mi)\.?(?: \([^()]{1,20}\))?"
    r" (?:to the )?((?:north|south|east|west)[a-z-]{0,9}) of (?:the )?(?:city of |town of |village of )?$"
)
_MILE_KM: Final = 1.609
_FARTHEST_KM: Final = 1000.0
_DEGREE_KM: Final = 111.0
_FARTHEST_BETWEEN_KM: Final = 600.0
_DISTRICT_KM: Final = 30.0
# Kinds of places that have outskirts; a province has no suburbs.
_EDGED: Final = frozenset({"town", "site", "camp", "base", "crossing", "neighbourhood", "district"})
_SAID: Final = {
    "outskirts": "outskirts of",
    "suburbs": "suburbs of",
    "countryside": "country around",
    "greater": "greater",
    "road": "road to",
}
_SIDES: Final = {
    (0, 0): "central",
    (1, 0): "northern",
    (-1, 0): "southern",
    (0, 1): "eastern",
    (0, -1): "western",
    (1, 1): "north-eastern",
    (1, -1): "north-western",
    (-1, 1): "south-eastern",
    (-1, -1): "south-western",
}


def part_of(base: Place, towards: tuple[int, int]) -> Decision:
    """The part of a place that lies to one side, or its middle: a third of its reach, as an area of its own.

    A country's reach is that of its towns; another place's is its radius.
    """
    side = _SIDES[towards]
    lat, lon, radius = _third(base, towards)
    place = Place(
        id=content_id("p", "part", base.id, *towards),
        name=f"{side} {base.name}",
        kind="region" if (base.radius_km or 0) > 30 else "district",
        lat=lat,
        lon=lon,
        radius_km=radius,
        country=base.country,
        why=f"the {side} part of {base.name}, reckoned from its reach",
    )
    return Decision(found=place, score=0.8, why=f"a part of {base.name}, which names no more exact bounds")


def _third(base: Place, towards: tuple[int, int]) -> tuple[float | None, float | None, float | None]:
    """Middle and radius (km) of the outer or inner third of a place."""
    if base.lat is None or base.lon is None or base.radius_km is None:
        return None, None, None
    north, east = towards
    edges = reach(base.country) if base.kind == "country" and base.country else None
    if edges is None:
        step = base.radius_km / _DEGREE_KM / 2
        return round(base.lat + north * step, 2), round(base.lon + east * step, 2), max(5.0, base.radius_km / 2)
    south, west, top, right = edges
    lat = (south + top) / 2 + north * (top - south) / 3
    lon = (west + right) / 2 + east * (right - west) / 3
    radius = max(top - south, right - west) / 3 * _DEGREE_KM
    return round(lat, 2), round(lon, 2), float(max(20, round(radius, -1)))


def away_from(base: Place, before: str) -> Decision | None:
    """The area at a distance and direction from a place: "40 km south of", "25 miles (40 km) north-west of".

    ``before``: the text that leads to the place's name. The radius is a fifth of the distance, at least 5 km: reports
    round. None where the text says no distance, or the place has no point.
    """
    said = _DISTANCE.search(before)
    if said is None or base.lat is None or base.lon is None:
        return None
    km = float(said[1].replace(",", ".")) * (1.0 if said[2].lower().startswith("k") else _MILE_KM)
    sides = load("groups")["directions"].get(said[3].lower())
    if sides is None or not 0 < km <= _FARTHEST_KM or sides == [0, 0]:
        return None
    lat, lon = _shifted(base, sides, km)
    words = f"{km:.0f} km {_SIDES[sides[0], sides[1]].removesuffix('ern')} of {base.name}"
    place = Place(
        id=content_id("p", "away", base.id, round(km), *sides),
        name=words,
        kind="district",
        lat=lat,
        lon=lon,
        radius_km=float(max(5, round(km / 5))) + (base.radius_km or 0.0),
        country=base.country,
        why=f"reckoned from {base.name} by the distance and direction that the report gives",
    )
    return Decision(found=place, score=0.8, why=f"'{said[0].strip()}' {base.name}")


def _shifted(base: Place, towards: Sequence[int], km: float) -> tuple[float, float]:
    """The point so many km from a place's own towards a side (north, east); its own where no side is given."""
    north, east = (side / (math.hypot(*towards) or 1.0) for side in towards)
    lat, lon = base.lat or 0.0, base.lon or 0.0
    there = lon + east * km / (_DEGREE_KM * max(0.1, math.cos(math.radians(lat))))
    return round(lat + north * km / _DEGREE_KM, 3), round(there, 3)


def between(one: Place, other: Place, words: str = "") -> Decision | None:
    """What lies between two towns (or on the ``words``, say "road", between them): halfway, as far as either.

    None between countries, or where a point is missing, or they are farther apart than a place between them tells.
    """
    apart = distance_km(one, other)
    if one.id == other.id or "country" in (one.kind, other.kind) or not apart <= _FARTHEST_BETWEEN_KM:
        return None
    first, second = sorted((one, other), key=lambda place: (place.name, place.id))
    name = f"{words} between {first.name} and {second.name}".strip()
    place = Place(
        id=content_id("p", "between", words, *sorted((one.id, other.id))),
        name=name,
        kind="region" if apart > 2 * _DISTRICT_KM else "district",
        lat=round(((one.lat or 0) + (other.lat or 0)) / 2, 3),
        lon=round(((one.lon or 0) + (other.lon or 0)) / 2, 3),
        radius_km=float(max(3, round(apart / 2))),
        country=one.country if one.country == other.country else None,
        admin1=one.admin1 if one.admin1 == other.admin1 else None,
        why=f"halfway between {first.name} and {second.name}, and as far as either: {apart:.0f} km apart",
    )
    return Decision(found=place, score=0.8, why=f"said to be between {first.name} and {second.name}")


def outlying(base: Place, what: str, towards: tuple[int, int] | None = None) -> Decision | None:
    """The ``what`` of a place, or of one side of it; outskirts, suburbs ... are the keys of ``outlying_reach``.

    The countryside of a province is the province; no other place wider than a district has such edges (None).
    """
    if base.lat is None or base.lon is None or base.kind == "country":
        return None
    if base.kind not in _EDGED:
        why = f"the {what} of {base.name}, which is known no more exactly"
        return Decision(found=base, score=0.7, why=why) if what == "countryside" and not towards else None
    radius, beyond = base.radius_km or 1.0, float(load("groups")["outlying_reach"][what])
    # a side's middle: of suburbs within the town's edge, else halfway out to where the area ends
    out = 0.7 * radius + 1 if what == "suburbs" else radius + beyond / 2
    lat, lon = _shifted(base, towards or (0, 0), out)
    side = f"{_SIDES[towards]} " if towards else ""
    place = Place(
        id=content_id("p", "outlying", what, base.id, *(towards or ())),
        name=f"{side}{_SAID.get(what, what)} {base.name}",
        kind="neighbourhood" if what == "suburbs" else "district",
        lat=lat,
        lon=lon,
        radius_km=float(round(max(3.0, (radius + beyond) / 2 if side else radius + beyond))),
        country=base.country,
        admin1=base.admin1,
        why=f"reckoned from {base.name} and its reach; how far out is not said",
    )
    return Decision(found=place, score=0.8, why=f"{place.name}, as the words beside it say")


def border(words: str, ends: Sequence[str], spoken: Mapping[str, int]) -> Decision | None:
    """The border of the countries that the words or their edges name; None if they name none.

    With one country only, it is taken for that with the neighbour of which the report speaks most (``spoken``: how
    often of which); where it speaks of none, it is not said which border is meant, and the place says so.
    """
    named = [country_of(part) for text in (words, *ends) for part in (text, *_PARTS.split(text)) if part]
    found: dict[str, Country] = {known[0].code: known[0] for known in named if known}
    if not found:
        return None
    if len(found) == 1:
        return _with_neighbour(words, next(iter(found.values())), spoken)
    return _of_two(words, sorted(found)[:2])


def _with_neighbour(words: str, country: Country, spoken: Mapping[str, int]) -> Decision:
    """The border of a country with the neighbour of which the report speaks most; some border of it if of none."""
    near = [code for code, known in countries().items() if known.alpha2 in country.neighbours and spoken.get(code)]
    ranked = sorted(near, key=lambda code: (-spoken[code], code))
    if ranked and (len(ranked) == 1 or spoken[ranked[0]] > spoken[ranked[1]]):
        decided = _of_two(words, sorted((country.code, ranked[0])))
        other = countries()[ranked[0]].name
        why = f"'{words}' names {country.name}, and of its neighbours {other} is spoken of most"
        return Decision(found=decided.found, score=0.6, why=why)
    why = f"a border of {country.name}; which one is not said"
    place = Place(
        id=content_id("p", "border", country.code),
        name=f"border of {country.name}",
        kind="border",
        country=country.code,
        why=why,
    )
    return Decision(found=place, score=0.5, why=why)


def _of_two(words: str, pair: Sequence[str]) -> Decision:
    """The border of two countries: the list's, else one whose course nobody knows."""
    found = countries()
    names = " and ".join(found[code].name for code in pair)
    listed = [
        spot.place
        for one, other in permutations([found[code].name for code in pair], 2)
        for spot in spots(f"{one}-{other} border")
        if spot.place.kind == "border"
    ]
    if listed:
        return Decision(found=listed[0], score=0.8, why=f"'{words}' and its edges name {names}")
    name = f"border of {names}"
    place = Place(
        id=content_id("p", "border", *pair), name=name, kind="border", why="a border; no point on it is known"
    )
    return Decision(found=place, score=0.8, why=f"'{words}' and its edges name {names}")
