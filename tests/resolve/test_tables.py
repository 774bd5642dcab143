"""The register's and the gazetteer's tables hold together: ids, codes, dates, coordinates."""

import re
from collections import Counter

import pytest

from rashomon.records import Place
from rashomon.resolve.cities import cities, spellings
from rashomon.resolve.countries import countries
from rashomon.resolve.gazetteer import distance_km
from rashomon.resolve.register import entries
from rashomon.resolve.tables import parts
from rashomon.values.names import name_key
from rashomon.values.place import REACH_KM
from rashomon.vocab import table

KINDS = {
    "state",
    "armed forces",
    "armed group",
    "police",
    "government body",
    "party",
    "igo",
    "media",
    "people",
    "other",
}
PLACE_KINDS = {*REACH_KM}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
BOX_MARGIN = 2.0  # degrees around a country's outermost towns


def outside(row: dict[str, str]) -> bool:
    """Whether a place lies outside the box of its country's towns."""
    country = countries()[row["country"]]
    start, end = cities().spans[country.alpha2]
    lats, lons = cities().lats[start:end], cities().lons[start:end]
    lat, lon = float(row["lat"]), float(row["lon"])
    within = min(lats) - BOX_MARGIN <= lat <= max(lats) + BOX_MARGIN
    return not (within and min(lons) - BOX_MARGIN <= lon <= max(lons) + BOX_MARGIN)


@pytest.mark.parametrize("name", ["places", "regions", "counties"])
def test_every_place_lies_in_its_country(name):
    found = [row["name"] for row in table(name) if row["country"] and outside(row)]
    # no town of 500 stands on the westernmost Aleutians
    assert found == (["Aleutians West Census Area"] if name == "counties" else [])


def test_the_box_bites():
    assert outside({"country": "MLI", "lat": "48.0", "lon": "2.0"})
    assert not outside({"country": "MLI", "lat": "16.3", "lon": "-0.1"})


def nearest_km(row: dict[str, str]) -> float | None:
    """How far the nearest town of GeoNames stands that bears one of a row's names, in its country; None without one."""
    alpha2 = countries()[row["country"]].alpha2
    start, end = cities().spans[alpha2]
    keys = {name_key(name) for name in (row["name"], *parts(row["aliases"]))}
    found = {i for key in keys for i in (*cities().named(key), *spellings(alpha2).get(key, ())) if start <= i < end}
    own = Place(id="", name="", lat=float(row["lat"]), lon=float(row["lon"]))
    towns = (Place(id="", name="", lat=cities().lats[i], lon=cities().lons[i]) for i in found)
    return min((distance_km(own, town) for town in towns), default=None)


def test_listed_towns_stand_where_geonames_has_them():
    """The second source of the list's coordinates: GeoNames has many of its towns, each within its radius + 10 km."""
    towns = [row for row in table("places") if row["kind"] == "town" and row["country"]]
    compared = {row["name"]: (km, float(row["radius_km"])) for row in towns if (km := nearest_km(row)) is not None}
    assert len(compared) > 500
    # GeoNames has only another town of these names
    namesakes = {"Adra", "Hader", "Banki", "Chenna", "Abala", "Pisky", "Ayotzinapa"}
    assert {name for name, (km, radius) in compared.items() if km > radius + 10} == namesakes


def test_places_are_listed_once_and_well_formed():
    keys = Counter((row["name"], row["kind"], row["country"]) for row in table("places"))
    assert [key for key, count in keys.items() if count > 1] == []
    assert {row["kind"] for row in table("places")} <= PLACE_KINDS
    assert all(0 < float(row["radius_km"]) <= 7000 for row in table("places"))
    assert {row["country"] for row in table("places")} <= {"", *countries()}
    assert len(table("places")) >= 300


def test_counties_are_of_regions_that_the_table_has():
    regions = {(row["country"], row["code"]) for row in table("regions")}
    assert {(row["country"], row["code"]) for row in table("counties")} <= regions
    keys = Counter((row["country"], row["code"], row["name"]) for row in table("counties"))
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_register_is_well_formed():
    ids = Counter(row["id"] for row in table("actors"))
    assert [key for key, count in ids.items() if count > 1] == []
    assert {row["kind"] for row in table("actors")} <= KINDS
    assert {code for row in table("actors") for code in parts(row["countries"])} <= set(countries())
    counts = Counter(row["kind"] for row in table("actors"))
    assert counts["armed group"] >= 120
    assert counts["media"] >= 60


def test_office_holders_have_dated_offices_of_actors_that_exist():
    known = entries()
    for row in table("leaders"):
        assert not row["actor"] or row["actor"] in known, row
        assert all(DATE.fullmatch(row[end]) for end in ("from", "to") if row[end]), row
        assert not (row["from"] and row["to"]) or row["from"] < row["to"], row
    assert len({row["id"] for row in table("leaders")}) >= 60


def test_ids_are_not_shared_between_tables():
    assert {row["id"] for row in table("actors")} & {row["id"] for row in table("leaders")} == set()
