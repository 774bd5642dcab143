"""Named days of the year, and days counted from one, against a report of Monday 21 January 2013."""

import pytest

from rashomon.records import Period
from rashomon.values.holidays import a_holiday
from rashomon.values.period import read_period

REPORT = Period(from_="2013-01-21", to="2013-01-21", precision="day")

DAYS = [
    ("Thanksgiving", "2012-11-22"), ("last Labor Day", "2012-09-03"), ("Thanksgiving Day 2011", "2011-11-24"),
    ("Columbus Day last year", "2012-10-08"), ("next Thanksgiving", "2013-11-28"),
    ("two days before Christmas", "2012-12-23"), ("the day after New Year's Eve", "2013-01-01"),
    ("the day before last Tuesday", "2013-01-14"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "day"), DAYS)
def test_days(words, day):
    period = read_period(words, REPORT).period
    assert (period.from_, period.to) == (day, day)


def test_what_is_to_come_is_the_next_one():
    assert read_period("Thanksgiving", REPORT, "future").period.from_ == "2013-11-28"


@pytest.mark.parametrize(
    ("year", "row", "day"),
    [
        (2012, (11, 3, 4), "2012-11-22"), (2012, (12, 25), "2012-12-25"), (2018, (10, 0, 1), "2018-10-01"),
        (2016, (2, 0, 5), "2016-02-29"),
    ],
)  # fmt: skip
def test_a_weekday_of_a_month_by_its_number(year, row, day):
    assert a_holiday(year, row).first.isoformat() == day


def test_words_after_before_that_are_no_date_count_from_another_event():
    assert read_period("two days before the raid of Friday", REPORT).period is None
