"""Absurd numbers and dates: never an infinity, a huge integer, an impossible day or an exception."""

import pytest

from rashomon.read.dates import read_date
from rashomon.testing import make_day
from rashomon.values.period import read_period
from rashomon.values.quantity import read_quantity

HELD = 1 << 63  # what a store's integer holds


@pytest.mark.parametrize(
    "digits", ["1234567890", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９", "৪৫৬", "²³¹", "Ⅻ", "𝟏𝟐"]
)
@pytest.mark.parametrize("length", [1, 5, 17, 25, 400, 100_000])
@pytest.mark.parametrize(
    "words", ["{}", "at least {}", "{} million", "between {} and 3", "{}.{}", "-{}", "1e{}", "10^{}"]
)
def test_numerals_of_any_script_and_length(limited, digits, length, words):
    number = (digits * (length // len(digits) + 1))[:length]
    with limited(1.0):
        read = read_quantity(words.format(number, number))
    assert read.how
    for bound in (read.lower, read.upper):
        assert bound is None or (type(bound) is int and 0 <= bound < HELD)


@pytest.mark.parametrize(
    ("words", "lower", "upper"),
    [
        ("-0", None, None),
        ("1,000", 1000, 1000),
        ("1.000", 1000, 1000),
        ("between 40 and 30", 30, 40),
        ("10^400", None, None),
    ],
)
def test_numbers_that_are_told_oddly(words, lower, upper):
    read = read_quantity(words)
    assert (read.lower, read.upper) in {(lower, upper), (None, None)}


@pytest.mark.parametrize(
    "words",
    ["31 February 2013", "29 February 2013", "0 January 2013", "32 January", "year 0", "next last Friday", "99:99 on Monday",  # noqa: E501
     "the 13th month", "10^400 years ago", "999999999 days ago", "in 99999999999 years", "31/31/2013", "0000-00-00"],
)  # fmt: skip
@pytest.mark.parametrize("anchor", [None, "0001-01-01", "2013-01-21", "2999-01-01", "9999-12-31"])
def test_impossible_days_are_no_days(words, anchor):
    read_date(words)
    for tense in (None, "past", "future"):
        reading = read_period(words, make_day(anchor) if anchor else None, tense)
        if reading.period is None:
            assert reading.why
        elif reading.period.from_ and reading.period.to:
            assert "0001" <= reading.period.from_[:4] <= reading.period.to[:4] <= "9999"
            assert reading.period.from_[:10] <= reading.period.to[:10]


@pytest.mark.parametrize("zone", ["+14:00", "-12:00", "+99:99", "Z", "EST", "Mars"])
def test_time_zones(zone):
    reading = read_date(f"2013-01-21T23:30:00{zone}")
    assert reading is None or reading.why or reading.period.from_.startswith("2013-01-2")
