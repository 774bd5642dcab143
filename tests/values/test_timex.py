"""Time words written as TIMEX3 values, against a report of Monday 21 January 2013."""

import pytest

from rashomon.records import Period
from rashomon.values.period import Telling, read_period, read_told

REPORT = Period(from_="2013-01-21", to="2013-01-21", precision="day")

VALUES = [
    ("Saturday", "DATE", "2013-01-19"), ("last week", "DATE", "2013-W03"), ("the weekend", "DATE", "2013-W03-WE"),
    ("March 2012", "DATE", "2012-03"), ("early March 2012", "DATE", "2012-03"), ("2007", "DATE", "2007"),
    ("since 2007", "DATE", "2007"), ("the third quarter", "DATE", "2012-Q3"), ("last summer", "DATE", "2012-SU"),
    ("first half of 2012", "DATE", "2012-H1"), ("the late 1980s", "DATE", "198X"), ("the '90s", "DATE", "199X"),
    ("the 20th century", "DATE", "19XX"), ("earlier this month", "DATE", "2013-01"),
    ("two weeks ago", "DATE", "2013-W02"),
    ("five years ago", "DATE", "2008"), ("a decade ago", "DATE", "2003"), ("months ago", "DATE", "PXM"),
    ("Friday morning", "TIME", "2013-01-18TMO"), ("5 p.m. on Friday", "TIME", "2013-01-18T17:00"),
    ("three months", "DURATION", "P3M"), ("five hours", "DURATION", "PT5H"), ("years", "DURATION", "PXY"),
    ("two to three weeks", "DURATION", "P2W"), ("the past two years", "DURATION", "P2Y"),
    ("two decades", "DURATION", "P20Y"),
    ("two years and six months", "DURATION", "P2Y6M"), ("the first nine months", "DURATION", "P9M"),
    ("nine long days", "DURATION", "P9D"), ("a 52-year-old", "DURATION", "P52Y"), ("two fortnights", "DURATION", "P4W"),
    ("every Friday", "SET", "XXXX-WXX-5"), ("each year", "SET", "P1Y"), ("every two weeks", "SET", "P2W"),
    ("daily", "SET", "P1D"), ("Fridays", "SET", "XXXX-WXX-5"), ("every morning", "SET", "XXXX-XX-XXTMO"),
    ("every summer", "SET", "XXXX-SU"), ("every May", "SET", "XXXX-05"),
    ("now", "DATE", "PRESENT_REF"), ("recently", "DATE", "PAST_REF"), ("the future", "DATE", "FUTURE_REF"),
    ("two and a half years", "DURATION", "P2Y6M"), ("5 1/2 hours", "DURATION", "PT5H30M"),
    ("an hour and a half", "DURATION", "PT1H30M"), ("half a century", "DURATION", "P50Y"),
    ("the better part of two decades", "DURATION", "P20Y"), ("a quarter-century", "DURATION", "P25Y"),
    ("10 to 15 years", "DURATION", "P10Y"), ("up to 90 days", "DURATION", "P90D"), ("yearlong", "DURATION", "P1Y"),
    ("seven trading days", "DURATION", "P7D"), ("the previous two years", "DURATION", "P2Y"),
    ("another week", "DURATION", "P1W"), ("the first nine months of the year", "DURATION", "P9M"),
    ("the year-earlier nine months", "DURATION", "P9M"), ("2.5 hours", "DURATION", "PT2H30M"),
    ("twice a week", "SET", "P1W"), ("once a month", "SET", "P1M"), ("three times a year", "SET", "P1Y"),
    ("biweekly", "SET", "P2W"), ("weekends", "SET", "XXXX-WXX-WE"), ("Friday nights", "SET", "XXXX-WXX-5TNI"),
    ("year-end", "DATE", "2013-12-31"), ("this century", "DATE", "20XX"), ("the rest of the year", "DATE", "2013"),
    ("a flat second quarter", "DATE", "2012-Q2"), ("the fiscal-third quarter", "DATE", "2012-Q3"),
    ("a while", "DURATION", "PXX"), ("all year", "DURATION", "P1Y"),
    ("the third straight year", "DURATION", "P3Y"), ("two-to-three weeks", "DURATION", "P2W"),
    ("past years", "DATE", "PAST_REF"),
    ("years to come", "DATE", "FUTURE_REF"),
    ("the March quarter", "DATE", "2013-Q1"),
    ("the year-ago quarter", "DATE", "2011-Q4"), ("the latest period", "DATE", "2012-Q4"),
    ("10 o'clock on Friday", "TIME", "2013-01-18T10:00"), ("the next day", "DATE", "2013-01-22"),
    ("8:30 p.m.", "TIME", "2013-01-21T20:30"),
    ("2012's third quarter", "DATE", "2012-Q3"), ("the eighties", "DATE", "198X"), ("so far this year", "DATE", "2013"),
    ("the twenty-first century", "DATE", "20XX"), ("current", "DATE", "PRESENT_REF"), ("fiscal 2012", "DATE", "2012"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "value"), VALUES)
def test_values(words, kind, value):
    assert read_period(words, REPORT).timex == (kind, value)


@pytest.mark.parametrize("words", ["the attack", "Ramadan", "from 5 to 7 May", ""])
def test_what_has_no_value(words):
    assert read_period(words, REPORT).timex is None


def test_relative_words_have_no_value_without_a_report():
    assert read_period("yesterday", None).timex is None


def test_a_year_before_nine_months_is_the_year_and_no_duration():
    months = Period(from_="2012-01-01", to="2012-09-30", precision="year")
    assert read_told("a year earlier", Telling(REPORT, told=(months,))).timex == ("DATE", "2011")
