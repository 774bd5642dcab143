"""Halves of units, counted in the smaller unit."""

import pytest

from rashomon.values.time_halves import with_halves
from rashomon.values.time_words import time_words

HALVES = [
    ("two and a half years", 30, "month"),
    ("one-and-a-half years", 18, "month"),
    ("a year and a half", 18, "month"),
    ("5 1/2 hours", 330, "minute"),
    ("2½ years", 30, "month"),
    ("1.5 hours", 90, "minute"),
    ("half an hour", 30, "minute"),
    ("a half-hour", 30, "minute"),
    ("half a century", 50, "year"),
    ("half a decade", 5, "year"),
    ("a month and a half", 45, "day"),
    ("half a day", 12, "hour"),
]


@pytest.mark.parametrize(("words", "count", "unit"), HALVES)
def test_a_half_is_counted_in_the_smaller_unit(words, count, unit):
    made = with_halves(time_words(words))
    assert [word.kind for word in made] == ["N", "U"]
    assert (made[0].value, made[1].value.name) == ((count, count), unit)


@pytest.mark.parametrize("words", ["the first half", "the second half of 2012", "1/2/2012", "two years", "half"])
def test_without_a_halved_unit_words_stay(words):
    parsed = time_words(words)
    assert with_halves(parsed) == parsed
