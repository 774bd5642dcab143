"""The land and border lines under the map: those of the region of a case's incidents, or an organisation's own.

No country is filled, named or told from these lines: they are *de facto* by the policy of their makers, and a line on a
map is a statement that this project doesn't make. Which country an incident lies in is never read from them.
"""

import math
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import NamedTuple

import msgspec

from rashomon.records import Place, Record
from rashomon.show.page.clipping import Frame, Point, Points, line_in, ring_in
from rashomon.show.page.data_map import Basemap, Way

NOTE = "Lines: Natural Earth (de facto, 4.1.0). Not a statement on status."
FINE = 25.0  # degrees: a region narrower than this is drawn from 1:10 m, a wider one from 1:50 m
STEPS = 4000  # units across a region at most: finer ones cannot be seen, and cost room
SPECK = 12  # units: an outline no longer than this can't be seen
MARGIN = 0.3  # of the region's own width, on each side
LEAST = 2.0  # degrees of margin at least
REACH = 3.0  # degrees that a place known only by its wide surroundings adds at most
KM = 111.2  # per degree of latitude
ASPECT = 1.4  # of the map's frame: the shorter side of the region is widened to it


class Lines(NamedTuple):
    """Land as closed rings, borders and disputed lines, in degrees, and the note that goes with them."""

    land: Sequence[Points]
    lines: Sequence[Points]
    dotted: Sequence[Points] = ()
    note: str = NOTE


def basemap(record: Record, own: Lines | None = None) -> Basemap | None:
    """The lines round the record's located incidents; None if there are none, or the page was built without lines."""
    frame = region(located(record))
    given = own or (natural(frame.east - frame.west < FINE) if frame else None)
    if frame is None or given is None:
        return None
    unit = max(1, min(400, int(STEPS / max(frame.east - frame.west, frame.north - frame.south))))
    return Basemap(
        west=frame.west,
        south=frame.south,
        east=frame.east,
        north=frame.north,
        unit=unit,
        land=_coded((ring_in(ring, frame) for ring in given.land), unit, least=3),
        lines=_coded((run for line in given.lines for run in line_in(line, frame)), unit, least=2),
        dotted=_coded((run for line in given.dotted for run in line_in(line, frame)), unit, least=2),
        note=given.note,
    )


def located(record: Record) -> list[Place]:
    """The places of the record's incidents that have coordinates."""
    wanted = {incident.place for incident in record.incidents}
    return [place for place in record.places if place.id in wanted and place.lat is not None and place.lon is not None]


def region(places: Sequence[Place]) -> Frame | None:
    """The rectangle round these places with a margin, in degrees, as wide as the map's frame; None without places."""
    spans = [_reach(place) for place in places]
    if not spans:
        return None
    west, east = min(span.west for span in spans), max(span.east for span in spans)
    south, north = min(span.south for span in spans), max(span.north for span in spans)
    wide, high = (max(LEAST, MARGIN * (end - start)) for start, end in ((west, east), (south, north)))
    west, east, south, north = west - wide, east + wide, south - high, north + high
    squeeze = math.cos(math.radians((south + north) / 2))
    lack = ASPECT * (north - south) / squeeze - (east - west)
    if lack > 0:
        west, east = west - lack / 2, east + lack / 2
    else:
        south, north = south + lack * squeeze / ASPECT / 2, north - lack * squeeze / ASPECT / 2
    return Frame(max(west, -180.0), max(south, -80.0), min(east, 180.0), min(north, 80.0))


def _reach(place: Place) -> Frame:
    lat, lon = place.lat or 0.0, place.lon or 0.0
    reach = min((place.radius_km or 0.0) / KM, REACH)
    return Frame(lon - reach, lat - reach, lon + reach, lat + reach)


@cache
def natural(fine: bool) -> Lines | None:
    """Natural Earth's lines at 1:10 m or 1:50 m; None where the page was built without them."""
    found = resources.files("rashomon.show").joinpath("built/basemap.json")
    if not found.is_file():
        return None
    built = msgspec.json.decode(found.read_bytes(), type=_Built)
    scale = built.fine if fine else built.coarse
    land, lines = ([_decoded(way, built.unit) for way in ways] for ways in (scale.land, scale.lines))
    return Lines(land, lines)


class _Scale(msgspec.Struct):
    land: list[list[int]]
    lines: list[list[int]]


class _Built(msgspec.Struct):
    unit: int
    fine: _Scale
    coarse: _Scale


def _decoded(way: Sequence[int], unit: int) -> list[Point]:
    xs, ys = accumulate(way[::2]), accumulate(way[1::2])
    return [(x / unit, y / unit) for x, y in zip(xs, ys, strict=True)]


def _coded(ways: Iterable[Points], unit: int, least: int) -> tuple[Way, ...]:
    """Ways as steps in whole units; those of fewer points than ``least`` and specks are left out."""
    found = []
    for way in ways:
        coded: list[int] = []
        x = y = 0
        for lon, lat in way:
            to_x, to_y = round(lon * unit), round(lat * unit)
            if not coded or (to_x, to_y) != (x, y):
                coded += (to_x - x, to_y - y)
                x, y = to_x, to_y
        if len(coded) >= 2 * least and sum(map(abs, coded[2:])) > SPECK:
            found.append(tuple(coded))
    return tuple(found)
