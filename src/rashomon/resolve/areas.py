"""Areas that no gazetteer holds: a part of a place ("northern Mali"), and the border of two countries."""

import math
from collections.abc import Sequence
from itertools import permutations
from typing import Final

import re2

from rashomon.records import Place, content_id
from rashomon.resolve.countries import Country, country_of
from rashomon.resolve.decision import Decision
from rashomon.resolve.gazetteer import reach, spots
from rashomon.vocab import load

_PARTS = re2.compile(r"[/\-–—]| and | with |\s+")
_DISTANCE = re2.compile(
    r"(?i)(\d{1,4}(?:[.,]\d{1,2})?) ?(km|kms|kilomet(?:er|re)s?|miles?|mi)\.?(?: \([^()]{1,20}\))?"
    r" (?:to the )?((?:north|south|east|west)[a-z-]{0,9}) of (?:the )?(?:city of |town of |village of )?$"
)
_MILE_KM: Final = 1.609
_FARTHEST_KM: Final = 1000.0
_DEGREE_KM: Final = 111.0
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
    north, east = (side / math.hypot(*sides) for side in sides)
    words = f"{km:.0f} km {_SIDES[sides[0], sides[1]].removesuffix('ern')} of {base.name}"
    place = Place(
        id=content_id("p", "away", base.id, round(km), *sides),
        name=words,
        kind="district",
        lat=round(base.lat + north * km / _DEGREE_KM, 3),
        lon=round(base.lon + east * km / (_DEGREE_KM * max(0.1, math.cos(math.radians(base.lat)))), 3),
        radius_km=float(max(5, round(km / 5))) + (base.radius_km or 0.0),
        country=base.country,
        why=f"reckoned from {base.name} by the distance and direction that the report gives",
    )
    return Decision(found=place, score=0.8, why=f"'{said[0].strip()}' {base.name}")


def border(words: str, ends: Sequence[str]) -> Decision | None:
    """The border of the countries that the words or their edges name; None if they name none.

    With one country only it is not said which of its borders is meant, and the place says so.
    """
    named = [country_of(part) for text in (words, *ends) for part in (text, *_PARTS.split(text)) if part]
    found: dict[str, Country] = {known[0].code: known[0] for known in named if known}
    if not found:
        return None
    pair = sorted(found)[:2]
    names = " and ".join(found[code].name for code in pair)
    listed = [
        spot.place
        for one, other in permutations([found[code].name for code in pair], 2)
        for spot in spots(f"{one}-{other} border")
        if spot.place.kind == "border"
    ]
    if listed:
        return Decision(found=listed[0], score=0.8, why=f"'{words}' and its edges name {names}")
    if len(pair) == 1:
        why = f"a border of {names}; which one is not said"
        place = Place(
            id=content_id("p", "border", *pair), name=f"border of {names}", kind="border", country=pair[0], why=why
        )
        return Decision(found=place, score=0.5, why=why)
    name = f"border of {names}"
    place = Place(
        id=content_id("p", "border", *pair), name=name, kind="border", why="a border; no point on it is known"
    )
    return Decision(found=place, score=0.8, why=f"'{words}' and its edges name {names}")
