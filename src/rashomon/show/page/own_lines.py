"""An organisation's own lines for the map, from a GeoJSON file (RFC 7946), in the place of Natural Earth's."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from rashomon.errors import InputError, UnreadableInput
from rashomon.show.page.basemap import Lines
from rashomon.show.page.clipping import Points
from rashomon.show.plain import clip

NOTE = "Lines: {name}, given by the makers of this dossier. Not a statement on status."


def own_lines(path: Path) -> Lines:
    """Polygons as land and lines as borders, dotted where a feature has the property ``disputed``.

    The note on the map is the file's member ``note``, else its name. Raises InputError, UnreadableInput.
    """
    try:
        given = msgspec.json.decode(path.read_bytes())
    except OSError as error:
        raise InputError(str(path), error.strerror or "can't be read") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableInput(str(path), "is no JSON") from error
    land: list[Points] = []
    borders: dict[bool, list[Points]] = {False: [], True: []}
    try:
        for kind, coordinates, disputed in _shapes(given):
            match kind:
                case "Polygon":
                    land += map(_points, coordinates)
                case "MultiPolygon":
                    land += [_points(ring) for polygon in coordinates for ring in polygon]
                case "LineString":
                    borders[disputed].append(_points(coordinates))
                case "MultiLineString":
                    borders[disputed] += map(_points, coordinates)
    except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
        raise UnreadableInput(str(path), "is no GeoJSON of lines and polygons") from error
    if not land and not borders[False] and not borders[True]:
        raise UnreadableInput(str(path), "has no lines and no polygons")
    note = given.get("note") or NOTE.format(name=path.name)
    return Lines(land, borders[False], borders[True], clip(str(note), 200))


def _shapes(given: Any, disputed: bool = False) -> Iterator[tuple[str, Any, bool]]:
    """Every geometry with its kind, and whether its feature is called disputed."""
    match given["type"]:
        case "FeatureCollection":
            for feature in given["features"]:
                yield from _shapes(feature)
        case "Feature":
            if given["geometry"]:
                yield from _shapes(given["geometry"], bool((given.get("properties") or {}).get("disputed")))
        case "GeometryCollection":
            for geometry in given["geometries"]:
                yield from _shapes(geometry, disputed)
        case kind:
            yield str(kind), given["coordinates"], disputed


def _points(way: Any) -> Points:
    """Longitude and latitude of each point, within a map's bounds."""
    points = [(float(point[0]), float(point[1])) for point in way]
    if not all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points):
        raise ValueError("beyond the earth")
    return points
