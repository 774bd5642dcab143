"""Places: distance, containment, compatibility."""

import pytest

from rashomon.records import Place
from rashomon.values.place import compatible, contains, distance_km

NORLAND = Place(id="p-n", name="Norland", kind="country", lat=10.0, lon=10.0, country="NOR")
SOUTHIA = Place(id="p-s", name="Southia", kind="country", lat=0.0, lon=10.0, country="SOU")
UPPER = Place(id="p-u", name="Upper Vale", kind="province", lat=11.0, lon=10.0, country="NOR", admin1="UV")
ARDEN = Place(id="p-a", name="Arden", kind="town", lat=11.1, lon=10.1, country="NOR", admin1="UV")
BRUCK = Place(id="p-b", name="Bruck", kind="town", lat=8.0, lon=10.0, country="NOR", admin1="LV")
MILL = Place(id="p-m", name="Arden mill", kind="site", lat=11.12, lon=10.12, country="NOR", admin1="UV")
CAMP = Place(id="p-c", name="Camp Ost", kind="site", lat=11.2, lon=10.2, country="NOR")
FORD = Place(id="p-f", name="the ford", kind="site")
EDGE = Place(id="p-e", name="Norland-Southia border", kind="border", lat=5.0, lon=10.0)
DEPOT = Place(id="p-d", name="fuel depot at Arden", kind="site", country="NOR")
STALLS = Place(id="p-st", name="Qarn market", kind="site")
QUARTER = Place(id="p-q", name="Qarn district", kind="district")
MARKET = Place(id="p-mk", name="Main Market", kind="site")
PLACES = {p.id: p for p in (NORLAND, SOUTHIA, UPPER, ARDEN, BRUCK, MILL, CAMP, FORD, EDGE)}


def test_a_degree_of_latitude_is_111_km() -> None:
    apart = distance_km(Place(id="1", name="a", lat=0.0, lon=0.0), Place(id="2", name="b", lat=1.0, lon=0.0))
    assert apart == pytest.approx(111.2, abs=0.1)


def test_no_coordinates_no_distance() -> None:
    assert distance_km(FORD, ARDEN) is None


def test_antipodes_do_not_break_the_arc() -> None:
    far = distance_km(Place(id="1", name="a", lat=0.0, lon=0.0), Place(id="2", name="b", lat=0.0, lon=180.0))
    assert far == pytest.approx(20015, abs=2)


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        (NORLAND, ARDEN, True),
        (NORLAND, SOUTHIA, False),
        (SOUTHIA, ARDEN, False),
        (UPPER, ARDEN, True),
        (UPPER, BRUCK, False),
        (ARDEN, MILL, True),
        (MILL, ARDEN, False),
        (ARDEN, ARDEN, True),
        (ARDEN, FORD, False),
        (BRUCK, MILL, False),
    ],
)
def test_contains(outer: Place, inner: Place, expected: bool) -> None:
    assert contains(outer, inner, PLACES) is expected


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        (ARDEN, ARDEN, 1.0, 1.0),
        (NORLAND, NORLAND, 0.1, 0.4),
        (ARDEN, MILL, 0.8, 1.0),
        (ARDEN, UPPER, 0.4, 0.6),
        (ARDEN, NORLAND, 0.1, 0.3),
        (ARDEN, CAMP, 0.5, 0.7),
        (ARDEN, BRUCK, -1.0, -1.0),
        (ARDEN, SOUTHIA, -1.0, -1.0),
        (ARDEN, FORD, 0.0, 0.0),
        (ARDEN, DEPOT, 0.8, 1.0),
        (BRUCK, DEPOT, 0.0, 0.0),
        (STALLS, QUARTER, 0.5, 0.7),
        (STALLS, MARKET, 0.0, 0.0),
        (ARDEN, EDGE, -0.5, -0.5),
    ],
)
def test_compatible_both_ways(a: Place, b: Place, low: float, high: float) -> None:
    score, why = compatible(a, b, PLACES)
    assert low <= score <= high
    assert score == compatible(b, a, PLACES)[0]
    assert a.name in why or b.name in why
