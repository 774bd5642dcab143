"""Parts of a known whole are counts; a share alone is none."""

import pytest

from rashomon.values.quantity import read_quantity


@pytest.mark.parametrize(
    ("words", "lower", "upper", "approx"),
    [
        ("two thirds of the 90", 60, 60, True),
        ("two-thirds of the 90", 60, 60, True),
        ("a third of 100", 33, 34, True),
        ("half the 60", 30, 30, True),
        ("half of its 60", 30, 30, True),
        ("three quarters of the 40", 30, 30, True),
        ("40 percent of the 200", 80, 80, True),
        ("40% of 200", 80, 80, True),
        ("20 per cent of some 200", 40, 40, True),
        ("nearly half of the 60", 27, 30, True),
        ("more than half of the 200", 101, None, True),
        ("about two thirds of the 90", 54, 66, True),
        ("half of at least 60", None, None, False),
        ("12 of the 40", 12, 12, False),
        ("at least 12 of the 40", 12, None, False),
        ("one of the two", 1, 1, False),
        ("none of the 12", 0, 0, False),
        ("two of them", 2, 2, False),
        ("a quarter of a million", 250_000, 250_000, False),
        ("a couple of hundred", 200, 200, False),
        ("90 of the 12", None, None, False),
        ("two thirds", None, None, False),
        ("half of them", None, None, False),
        ("200 percent of the 12", None, None, False),
    ],
)
def test_a_part_of_a_whole(words, lower, upper, approx):
    bounds = read_quantity(words)
    assert (bounds.lower, bounds.upper, bounds.approx) == (lower, upper, approx)
