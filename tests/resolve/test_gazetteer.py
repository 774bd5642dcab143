"""Looking places up: lists, countries, regions, towns, and their other spellings."""

import pytest

from rashomon.resolve.cities import _bounds, _open, cities, spellings
from rashomon.resolve.countries import countries, country_of, is_demonym_of
from rashomon.resolve.gazetteer import distance_km, reach, region_name, spots


@pytest.mark.parametrize(
    ("name", "country", "kind", "lat", "lon", "km"),
    [
        ("In Amenas", "DZA", "town", 28.04, 9.56, 10),
        ("Amenas", "DZA", "town", 28.04, 9.56, 10),
        ("Tinguetourine", "DZA", "site", 27.88, 9.11, 15),
        ("Sevare", "MLI", "town", 14.53, -4.09, 6),
        ("Diabali", "MLI", "town", 14.69, -6.02, 5),
        ("Kobane", "SYR", "town", 36.89, 38.35, 5),
        ("Khan Shaykhun", "SYR", "town", 35.44, 36.65, 5),
        ("Cologne", "DEU", "town", 50.93, 6.95, 15),
        ("Tigray", "ETH", "region", 13.9, 38.8, 150),
        ("Louisiana", "USA", "province", 31.0, -92.0, 150),
        ("Turkish/Syrian border", None, "border", 36.8, 38.7, 50),
    ],
)
def test_a_name_finds_its_place(name, country, kind, lat, lon, km):
    found = [spot.place for spot in spots(name) if spot.place.country == country and spot.place.kind == kind]
    assert found
    there = type(found[0])(id="", name="", lat=lat, lon=lon)
    assert min(distance_km(place, there) for place in found) <= km


def test_invented_names_find_nothing():
    assert [spots(name) for name in ("Kolvarra", "Vessendry Pass", "", "the")] == [(), (), (), ()]


def test_a_listed_town_is_not_found_twice():
    kyiv = [spot.place for spot in spots("Kyiv") if spot.place.country == "UKR" and spot.place.kind == "town"]
    assert len(kyiv) == 1


def test_small_towns_have_other_spellings_where_their_country_is_spoken_of():
    only_there = ((key, rows) for key, rows in sorted(spellings("MR").items()) if not list(cities().named(key)))
    key, (row, *_) = next(only_there)
    identity = f"p-g{cities().ids[row]}"
    assert identity in {spot.place.id for spot in spots(key, ("MRT",))}
    assert identity not in {spot.place.id for spot in spots(key)}


@pytest.mark.parametrize("country", ["AD", "AE", "ML", "PS", "ZW"])
def test_a_country_stands_together_in_the_file(country):
    import msgspec

    with _open("cities500.json") as data:
        start, end = _bounds(data, country)
        records = msgspec.json.decode(b"{" + data[start:end].rstrip(b", ") + b"}")
    first, last = cities().spans[country]
    assert len(records) == last - first
    assert {record["countrycode"] for record in records.values()} == {country}


@pytest.mark.parametrize(
    ("words", "code", "form"),
    [
        ("Mali", "MLI", "name"),
        ("Malian", "MLI", "adjective"),
        ("Malians", "MLI", "people"),
        ("Algiers", "DZA", "capital"),
        ("Kremlin", "RUS", "metonym"),
        ("US", "USA", "name"),
        ("Burkinabé", "BFA", "adjective"),
        ("Turks", "TUR", "people"),
    ],
)
def test_words_for_countries(words, code, form):
    country, found = country_of(words)
    assert (country.code, found) == (code, form)


@pytest.mark.parametrize("words", ["us", "car", "Orrenia", "north"])
def test_words_for_no_country(words):
    assert country_of(words) is None


@pytest.mark.parametrize(
    ("words", "name", "is_one"),
    [
        ("Orrenian", "Orrenia", True),
        ("Castrelian", "Castrel", True),
        ("Castrelians", "Castrel", True),
        ("Orrenia", "Orrenia", False),
        ("Orrestes", "Orrenia", False),
        ("Tarn", "Tar", False),
    ],
)
def test_demonyms_of_invented_countries(words, name, is_one):
    assert is_demonym_of(words, name) is is_one


def test_every_country_has_a_capital_it_can_be_called_by_or_none():
    assert len(countries()) > 180
    assert [c.code for c in countries().values() if c.capital and country_of(c.capital) is None] == []


def test_reach_and_regions():
    south, west, north, east = reach("MLI")
    assert 10 < south < north < 25
    assert -13 < west < east < 5
    assert reach("VAT") is None
    assert region_name("USA", "LA") == "Louisiana"
    assert region_name("USA", "??") is None
