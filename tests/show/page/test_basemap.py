"""The map's lines: those of the case's region, small, without countries; or an organisation's own with its own note."""

import json
from pathlib import Path

import msgspec
import pytest

from rashomon.errors import InputError, UnreadableInput
from rashomon.records import Incident, Place, Record
from rashomon.show import is_built
from rashomon.show.page.basemap import NOTE, Lines, basemap, natural, region
from rashomon.show.page.own_lines import own_lines

SQUARE = [[0.0, 40.0], [30.0, 40.0], [30.0, 60.0], [0.0, 60.0], [0.0, 40.0]]
BORDER = [[10.0, 30.0], [10.0, 70.0]]


def record(*spots: tuple[float | None, float | None], radius: float = 5.0) -> Record:
    places = tuple(
        Place(id=f"p{n}", name="x", lat=lat, lon=lon, radius_km=radius) for n, (lat, lon) in enumerate(spots)
    )
    told = tuple(Incident(id=f"i{n}", title="", type="ASSAULT", place=place.id) for n, place in enumerate(places))
    return Record(case="c", rashomon="0", schema="0", documents=(), places=places, incidents=told)


OWN = Lines([[(x, y) for x, y in SQUARE]], [[(x, y) for x, y in BORDER]], note="Ours")


def test_without_coordinates_there_is_no_map() -> None:
    assert basemap(record((None, None)), OWN) is None
    assert basemap(record(), OWN) is None


def test_places_of_no_incident_do_not_widen_the_region() -> None:
    far = record((50.0, 9.0), (-30.0, 100.0))
    near = msgspec.structs.replace(far, incidents=far.incidents[:1])
    found = basemap(near, OWN)
    assert found
    assert found.south > 40


def test_lines_are_cut_to_the_region_and_written_as_steps() -> None:
    found = basemap(record((50.0, 9.0)), OWN)
    assert found
    assert found.note == "Ours"
    assert found.west < 9 < found.east
    (line,) = found.lines
    xs, ys = line[::2], line[1::2]
    assert (xs[0] / found.unit, sum(xs)) == (10.0, xs[0])
    assert sum(ys) / found.unit == pytest.approx(found.north, abs=0.01)
    assert ys[0] / found.unit == pytest.approx(found.south, abs=0.01)


@pytest.mark.parametrize(("radius", "wide"), [(5.0, False), (300.0, True), (5000.0, True)])
def test_a_place_known_roughly_widens_the_region_but_not_without_end(radius: float, wide: bool) -> None:
    frame = region([Place(id="p", name="x", lat=10.0, lon=10.0, radius_km=radius)])
    assert frame
    assert (frame.east - frame.west > 8) is wide
    assert frame.east - frame.west < 16


@pytest.mark.skipif(not is_built() or natural(True) is None, reason="the page was not built with its basemap")
@pytest.mark.parametrize(
    "spots", [((12.6, -8.0), (18.4, 1.4)), ((36.2, 37.1), (33.5, 36.3)), ((60.0, -120.0), (-40.0, 170.0))]
)
def test_natural_earth_is_small_and_says_what_it_is(spots: tuple[tuple[float, float], ...]) -> None:
    found = basemap(record(*spots))
    assert found
    assert found.note == NOTE
    assert found.land
    assert found.lines
    assert len(msgspec.json.encode(found)) < 300_000
    assert set(found.__struct_fields__) == {"west", "south", "east", "north", "unit", "land", "lines", "dotted", "note"}


def written(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "lines.geojson"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_an_organisation_brings_its_own_lines(tmp_path: Path) -> None:
    line = {"type": "LineString", "coordinates": BORDER}
    features = [
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [SQUARE]}, "properties": None},
        {"type": "Feature", "geometry": line, "properties": {}},
        {
            "type": "Feature",
            "geometry": line,
            "properties": {"disputed": True},
        },
        {"type": "Feature", "geometry": None, "properties": {}},
    ]
    given = {"type": "FeatureCollection", "note": "Lines: Example Relief, 2031", "features": features}
    lines = own_lines(written(tmp_path, given))
    assert [len(lines.land), len(lines.lines), len(lines.dotted)] == [1, 1, 1]
    assert lines.note == "Lines: Example Relief, 2031"
    assert "lines.geojson" in own_lines(written(tmp_path, {**given, "note": ""})).note


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("no json", "is no JSON"),
        ("[]", "is no GeoJSON"),
        ({"type": "FeatureCollection", "features": []}, "has no lines"),
        ({"type": "Point", "coordinates": [1, 2]}, "has no lines"),
        ({"type": "LineString", "coordinates": [[1, 2], [500, 2]]}, "is no GeoJSON"),
        ({"type": "LineString", "coordinates": [["a", 2]]}, "is no GeoJSON"),
    ],
)
def test_what_is_no_map_is_refused(tmp_path: Path, content: object, why: str) -> None:
    with pytest.raises(UnreadableInput, match=why):
        own_lines(written(tmp_path, content))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gone"):
        own_lines(tmp_path / "gone.geojson")
