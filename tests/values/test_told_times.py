"""Times that count from one told of before: Wednesday 16 January 2013, or what the case says."""

import pytest

from rashomon.records import Period
from rashomon.values.period import Telling, read_period, read_told

REPORT = Period(from_="2013-01-21", to="2013-01-21", precision="day")


def told(*words):
    return tuple(read_period(each, REPORT).period for each in words)


READ = [
    ("the next day", "16 January 2013", "2013-01-17", "2013-01-17"),
    ("the day before", "16 January 2013", "2013-01-15", "2013-01-15"),
    ("that day", "16 January 2013", "2013-01-16", "2013-01-16"),
    ("earlier that day", "16 January 2013", "2013-01-16", "2013-01-16"),
    ("that week", "16 January 2013", "2013-01-14", "2013-01-20"),
    ("the same month", "16 January 2013", "2013-01-01", "2013-01-31"),
    ("the following month", "16 January 2013", "2013-02-01", "2013-02-28"),
    ("that year", "March 2011", "2011-01-01", "2011-12-31"),
    ("the following year", "March 2011", "2012-01-01", "2012-12-31"),
    ("two days later", "16 January 2013", "2013-01-18", "2013-01-18"),
    ("two days before", "16 January 2013", "2013-01-14", "2013-01-14"),
    ("a week earlier", "16 January 2013", "2013-01-08", "2013-01-10"),
    ("a year earlier", "March 2011", "2010-03-01", "2010-03-31"),
    ("the following Monday", "16 January 2013", "2013-01-21", "2013-01-21"),
    ("the previous Friday", "16 January 2013", "2013-01-11", "2013-01-11"),
    ("that March", "5 May 2011", "2011-03-01", "2011-03-31"),
    ("the following March", "5 May 2011", "2012-03-01", "2012-03-31"),
    ("that summer", "5 May 2011", "2011-06-01", "2011-08-31"),
    ("that night", "16 January 2013", "2013-01-16T19:00", "2013-01-17T05:59"),
    ("the next morning", "16 January 2013", "2013-01-17T06:00", "2013-01-17T11:59"),
    ("the next morning", "16 January 2013, at night", "2013-01-17T06:00", "2013-01-17T11:59"),
    ("at 10 p.m.", "16 January 2013", "2013-01-16T22:00", "2013-01-16T22:00"),
    ("the year-ago quarter", "the third quarter of 2012", "2011-07-01", "2011-09-30"),
    ("a year ago", "the third quarter of 2012", "2011-07-01", "2011-09-30"),
    ("the 2010 quarter", "the third quarter of 2012", "2010-07-01", "2010-09-30"),
    ("the quarter", "the third quarter of 2012", "2012-07-01", "2012-09-30"),
    ("the 2010 period", "the third quarter of 2012", "2010-07-01", "2010-09-30"),
    ("last year's quarter", "the third quarter of 2012", "2011-07-01", "2011-09-30"),
    ("the year-earlier second quarter", "the third quarter of 2012", "2011-04-01", "2011-06-30"),
    ("the prior-year period", "the third quarter of 2012", "2011-07-01", "2011-09-30"),
    ("the same quarter last year", "the third quarter of 2012", "2011-07-01", "2011-09-30"),
    ("the same month two years ago", "May 2012", "2010-05-01", "2010-05-31"),
    ("the corresponding period a year earlier", "the third quarter of 2012", "2011-07-01", "2011-09-30"),
    ("the comparable year-ago quarter", "the third quarter of 2012", "2011-07-01", "2011-09-30"),
    ("the latest period", "the third quarter of 2012", "2012-07-01", "2012-09-30"),
    ("the same period", "the third quarter of 2012", "2012-07-01", "2012-09-30"),
    ("the previous two years", "March 2011", "2009-03-01", "2011-02-28"),
    ("the following three days", "16 January 2013", "2013-01-17", "2013-01-19"),
    ("the 25th", "3 January 2013", "2013-01-25", "2013-01-25"),
    ("then", "March 2011", "2011-03-01", "2011-03-31"),
]


@pytest.mark.parametrize(("words", "before", "first", "last"), READ)
def test_counted_from_the_time_told_of_before(words, before, first, last):
    reading = read_told(words, Telling(REPORT, "past", told(before)))
    assert (reading.period.from_, reading.period.to) == (first, last)
    assert "counted from" in reading.why


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("the next day", "March 2011"),
        ("two days later", "2011"),
        ("that month", "2011"),
        ("the same month last year", "2011"),
        ("last year's quarter", "2012"),
        ("the previous two days", "2011"),
        ("the 25th", "2012"),
        ("the day before", "since 2007"),
    ],
)
def test_a_time_known_less_exactly_is_nothing_to_count_from(words, before):
    reading = read_told(words, Telling(REPORT, "past", told(before)))
    assert reading.period is None
    assert "counted from" in reading.why


def test_the_last_that_is_exact_enough_is_taken():
    period = read_told(
        "the next day", Telling(REPORT, "past", told("14 January 2013", "16 January 2013", "2011"))
    ).period
    assert period.from_ == "2013-01-17"


def test_the_previous_friday_is_counted_from_the_friday_told_of():
    telling = Telling(REPORT, "past", told("Friday", "Sunday"))
    assert read_told("the previous Friday", telling).period.from_ == "2013-01-11"


def test_the_quarter_is_the_one_summed_up_and_not_the_one_it_is_compared_with():
    telling = Telling(REPORT, "past", told("the third quarter of 2012", "the third quarter of 2011"))
    assert read_told("the quarter", telling).period.from_ == "2012-07-01"
    assert read_told("the latest period", telling).period.from_ == "2012-07-01"


def test_ten_years_ago_is_not_the_quarter_told_of():
    telling = Telling(REPORT, "past", told("the third quarter of 2012"))
    assert read_told("10 years ago", telling).timex.value == "2003"
    assert read_told("a year ago", telling).timex.value == "2011-Q3"


def test_years_back_compare_with_the_latest_year():
    before = told("the third quarter of 2012", "the third quarter of 2011")
    assert read_told("a year earlier", Telling(REPORT, "past", before)).period.from_ == "2011-07-01"


@pytest.mark.parametrize("words", ["yesterday", "5 May 2012", "last week", "a year ago", "Friday"])
def test_what_counts_from_the_report_is_not_changed(words):
    assert read_told(words, Telling(REPORT, "past", told("3 May 2012"))) == read_period(words, REPORT, "past")


@pytest.mark.parametrize("words", ["", ".", "—", "الاثنين"])
def test_words_that_are_none_are_no_time_among_several_told(words: str) -> None:
    assert read_told(words, Telling(REPORT, "past", told("1 January 2013", "2 January 2013"))).period is None
