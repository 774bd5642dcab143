"""Time expressions and the periods that they name, against a report of Monday 21 January 2013."""

import pytest

from rashomon.records import Period
from rashomon.values.period import read_period


def on(day, precision="day", to=None):
    return Period(from_=day, to=to or day, precision=precision)


REPORT = on("2013-01-21")

DAYS = [
    ("Monday", "2013-01-21"), ("Sunday", "2013-01-20"), ("on Saturday", "2013-01-19"), ("Friday's", "2013-01-18"),
    ("Tuesday", "2013-01-15"), ("last Friday", "2013-01-18"), ("last Monday", "2013-01-14"),
    ("next Monday", "2013-01-28"),
    ("next Thursday", "2013-01-24"), ("this past Sunday", "2013-01-20"), ("Thursday this week", "2013-01-24"),
    ("Friday last week", "2013-01-18"), ("Tuesday of next week", "2013-01-29"), ("yesterday", "2013-01-20"),
    ("today", "2013-01-21"), ("tomorrow", "2013-01-22"), ("the day before yesterday", "2013-01-19"),
    ("the day after tomorrow", "2013-01-23"), ("right now", "2013-01-21"), ("currently", "2013-01-21"),
    ("earlier today", "2013-01-21"), ("earlier on Saturday", "2013-01-19"), ("two days ago", "2013-01-19"),
    ("three days from now", "2013-01-24"), ("20 January", "2013-01-20"), ("January 20", "2013-01-20"),
    ("the 20th of January", "2013-01-20"), ("Jan. 5, 2013", "2013-01-05"), ("5 Jan 2013", "2013-01-05"),
    ("5th January, 2013", "2013-01-05"), ("2013 January 5", "2013-01-05"), ("November 30", "2012-11-30"),
    ("31 December", "2012-12-31"), ("29 February", "2012-02-29"), ("29 February 2012", "2012-02-29"),
    ("Saturday 6 August 2016", "2016-08-06"), ("Wed Jul 29 2015", "2015-07-29"), ("Friday, January 18", "2013-01-18"),
    ("Friday 18 January", "2013-01-18"), ("2013-01-19", "2013-01-19"), ("19/01/2013", "2013-01-19"),
    ("01/19/2013", "2013-01-19"), ("19.1.13", "2013-01-19"), ("29-06-2016", "2016-06-29"),
    ("12 / 20 / 2011", "2011-12-20"),
    ("5/5/2012", "2012-05-05"), ("Christmas Day", "2012-12-25"), ("2009 Christmas Day", "2009-12-25"),
    ("New Year's Eve", "2012-12-31"), ("Christmas Eve last year", "2012-12-24"), ("٥ May ٢٠١٢", "2012-05-05"),
    ("12 March last year", "2012-03-12"), ("as of Friday", "2013-01-18"), ("MONDAY", "2013-01-21"),
]  # fmt: skip

SPANS = [
    ("the year ended 31 March 2012", "2011-04-01", "2012-03-31", "year"),
    ("the 12 months ended Sept. 30", "2011-10-01", "2012-09-30", "year"),
    ("nine months ending in June 2012", "2011-10-01", "2012-06-30", "year"),
    ("the quarter ended 31 December", "2012-10-01", "2012-12-31", "season"),
    ("two weeks ended Friday", "2013-01-05", "2013-01-18", "month"),
    ("the rest of the month", "2013-01-21", "2013-01-31", "month"),
    ("the remainder of 2012", "2012-01-01", "2012-12-31", "year"),
    ("so far this year", "2013-01-01", "2013-01-21", "month"),
    ("the first half of the year", "2013-01-01", "2013-06-30", "year"),
    ("the first nine months of the year", "2013-01-01", "2013-09-30", "year"),
    ("the third and fourth quarters of 2012", "2012-07-01", "2012-12-31", "year"),
    ("two and a half years ago", "2010-07-06", "2010-08-05", "month"),
    ("the eighties", "1980-01-01", "1989-12-31", "years"),
    ("the late sixties", "1967-01-01", "1969-12-31", "years"),
    ("the twenty-first century", "2001-01-01", "2100-12-31", "years"),
    ("2012's third quarter", "2012-07-01", "2012-09-30", "season"),
    ("the last 24 hours", "2013-01-20", "2013-01-21", "days"),
    ("the past 72 hours", "2013-01-18", "2013-01-21", "days"),
    ("the last three days", "2013-01-18", "2013-01-21", "days"),
    ("the last few days", "2013-01-12", "2013-01-21", "week"),
    ("recent days", "2013-01-12", "2013-01-21", "week"), ("the next three days", "2013-01-21", "2013-01-24", "days"),
    ("the past week", "2013-01-14", "2013-01-21", "week"), ("the past month", "2012-12-21", "2013-01-21", "month"),
    ("the past year", "2012-01-21", "2013-01-21", "year"),
    ("the last two years", "2011-01-21", "2013-01-21", "years"),
    ("over the past decade", "2003-01-21", "2013-01-21", "years"), ("last week", "2013-01-14", "2013-01-20", "week"),
    ("this week", "2013-01-21", "2013-01-27", "week"), ("next week", "2013-01-28", "2013-02-03", "week"),
    ("last month", "2012-12-01", "2012-12-31", "month"), ("this month", "2013-01-01", "2013-01-31", "month"),
    ("next month", "2013-02-01", "2013-02-28", "month"), ("last year", "2012-01-01", "2012-12-31", "year"),
    ("this year", "2013-01-01", "2013-12-31", "year"), ("next year", "2014-01-01", "2014-12-31", "year"),
    ("last quarter", "2012-10-01", "2012-12-31", "season"), ("this decade", "2010-01-01", "2019-12-31", "years"),
    ("earlier this month", "2013-01-01", "2013-01-21", "month"),
    ("later this week", "2013-01-21", "2013-01-27", "week"),
    ("earlier in 2011", "2011-01-01", "2011-12-31", "year"),
    ("just over a week ago", "2013-01-10", "2013-01-14", "days"),
    ("a week ago", "2013-01-13", "2013-01-15", "days"), ("two weeks ago", "2013-01-04", "2013-01-10", "week"),
    ("10 days ago", "2013-01-10", "2013-01-12", "days"), ("nearly a week ago", "2013-01-14", "2013-01-18", "days"),
    ("a week or so ago", "2013-01-12", "2013-01-16", "days"),
    ("two or three days ago", "2013-01-18", "2013-01-19", "days"),
    ("a few days ago", "2013-01-12", "2013-01-19", "week"),
    ("less than a week ago", "2013-01-14", "2013-01-21", "week"),
    ("a month ago", "2012-12-14", "2012-12-28", "month"), ("a year ago", "2011-11-22", "2012-03-21", "year"),
    ("more than two years ago", "2010-01-21", "2011-01-21", "year"), ("2011", "2011-01-01", "2011-12-31", "year"),
    ("1994", "1994-01-01", "1994-12-31", "year"), ("the year 2000", "2000-01-01", "2000-12-31", "year"),
    ("nineteen ninety-six", "1996-01-01", "1996-12-31", "year"),
    ("two thousand and eleven", "2011-01-01", "2011-12-31", "year"),
    ("1980s", "1980-01-01", "1989-12-31", "years"), ("the 1980s", "1980-01-01", "1989-12-31", "years"),
    ("early 1980s", "1980-01-01", "1982-12-31", "years"), ("the late 1980s", "1987-01-01", "1989-12-31", "years"),
    ("the 20th century", "1901-01-01", "2000-12-31", "years"), ("January 2012", "2012-01-01", "2012-01-31", "month"),
    ("Feb. 2012", "2012-02-01", "2012-02-29", "month"), ("January", "2013-01-01", "2013-01-31", "month"),
    ("November", "2012-11-01", "2012-11-30", "month"), ("last November", "2012-11-01", "2012-11-30", "month"),
    ("last January", "2012-01-01", "2012-01-31", "month"), ("next March", "2013-03-01", "2013-03-31", "month"),
    ("November last year", "2012-11-01", "2012-11-30", "month"),
    ("summer of 2014", "2014-06-01", "2014-08-31", "season"),
    ("last summer", "2012-06-01", "2012-08-31", "season"), ("winter 2012", "2012-01-01", "2012-12-31", "year"),
    ("the third quarter of 2012", "2012-07-01", "2012-09-30", "season"),
    ("mid-November", "2012-11-11", "2012-11-20", "week"),
    ("first half of 2012", "2012-01-01", "2012-06-30", "year"), ("early 2012", "2012-01-01", "2012-04-30", "year"),
    ("mid-2012", "2012-05-01", "2012-08-31", "year"), ("late 2012", "2012-09-01", "2012-12-31", "year"),
    ("the start of the weekend", "2013-01-19", "2013-01-19", "day"),
    ("the end of July 2012", "2012-07-21", "2012-07-31", "month"),
    ("the end of last year", "2012-09-01", "2012-12-31", "year"),
    ("the beginning of the week", "2013-01-21", "2013-01-22", "days"),
    ("the weekend", "2013-01-19", "2013-01-20", "days"),
    ("over the weekend", "2013-01-19", "2013-01-20", "days"), ("next weekend", "2013-01-26", "2013-01-27", "days"),
    ("the week of 6 March 2012", "2012-03-05", "2012-03-11", "week"),
    ("between 2003 and 2006", "2003-01-01", "2006-12-31", "years"),
    ("2012-13", "2012-01-01", "2013-12-31", "years"), ("2012/13", "2012-01-01", "2013-12-31", "years"),
    ("from 5 to 7 May", "2012-05-05", "2012-05-07", "days"), ("5-7 May 2012", "2012-05-05", "2012-05-07", "days"),
    ("May 5 to 7, 2012", "2012-05-05", "2012-05-07", "days"),
    ("30 April to 2 May 2012", "2012-04-30", "2012-05-02", "days"),
    ("March to July 2011", "2011-03-01", "2011-07-31", "year"),
    ("the 1950s and 1960s", "1950-01-01", "1969-12-31", "years"),
    ("Friday and Saturday", "2013-01-18", "2013-01-19", "days"),
    ("between Monday and Wednesday", "2013-01-14", "2013-01-16", "days"),
    ("Friday March 27 2015 to Friday April 10 2015", "2015-03-27", "2015-04-10", "month"),
    ("around 20 January", "2013-01-18", "2013-01-22", "days"), ("around 1920", "1919-01-01", "1921-12-31", "years"),
    ("five minutes ago", "2013-01-21", "2013-01-21", "day"), ("six hours ago", "2013-01-20", "2013-01-21", "days"),
    ("one afternoon in mid-November", "2012-11-11", "2012-11-20", "week"),
]  # fmt: skip

HOURS = [
    ("Saturday evening", "2013-01-19T17:00", "2013-01-19T22:59", "part of day"),
    ("last night", "2013-01-20T19:00", "2013-01-21T05:59", "part of day"),
    ("overnight", "2013-01-20T19:00", "2013-01-21T05:59", "part of day"),
    ("tonight", "2013-01-21T19:00", "2013-01-22T05:59", "part of day"),
    ("this morning", "2013-01-21T06:00", "2013-01-21T11:59", "part of day"),
    ("yesterday morning", "2013-01-20T06:00", "2013-01-20T11:59", "part of day"),
    ("at dawn on Friday", "2013-01-18T03:30", "2013-01-18T07:59", "part of day"),
    ("before dawn on Friday", "2013-01-18T00:00", "2013-01-18T05:59", "part of day"),
    ("the early hours of Friday", "2013-01-18T00:00", "2013-01-18T05:59", "part of day"),
    ("early Saturday morning", "2013-01-19T00:00", "2013-01-19T08:59", "part of day"),
    ("early Saturday", "2013-01-19T00:00", "2013-01-19T11:59", "part of day"),
    ("late on Friday", "2013-01-18T17:00", "2013-01-18T23:59", "part of day"),
    ("late last night", "2013-01-20T20:00", "2013-01-20T23:59", "part of day"),
    ("morning of Aug. 10, 2016", "2016-08-10T06:00", "2016-08-10T11:59", "part of day"),
    ("Friday night last week", "2013-01-18T19:00", "2013-01-19T05:59", "part of day"),
    ("5 p.m. on Friday", "2013-01-18T17:00", "2013-01-18T17:00", "time"),
    ("Friday at 5pm", "2013-01-18T17:00", "2013-01-18T17:00", "time"),
    ("12 a.m. Friday", "2013-01-18T00:00", "2013-01-18T00:00", "time"),
    ("noon Friday", "2013-01-18T12:00", "2013-01-18T12:00", "time"),
    ("July 16, 1945, at 5:29 a.m.", "1945-07-16T05:29", "1945-07-16T05:29", "time"),
    ("2219 UTC on 3 May 2012", "2012-05-03T22:19", "2012-05-03T22:19", "time"),
    ("2013-01-19T18:00:00Z", "2013-01-19T18:00", "2013-01-19T18:00", "time"),
    ("about 8: 30pm on Saturday", "2013-01-19T20:00", "2013-01-19T21:00", "part of day"),
    ("shortly after noon on Friday", "2013-01-18T11:30", "2013-01-18T12:30", "part of day"),
    ("Friday evening to Saturday morning", "2013-01-18T17:00", "2013-01-19T11:59", "part of day"),
    ("Friday to Saturday morning", "2013-01-18T00:00", "2013-01-19T11:59", "days"),
    ("Thursday evening to Saturday", "2013-01-17T17:00", "2013-01-19T23:59", "days"),
]

OPEN = [
    ("2007 onwards", "2007-01-01", None), ("1990 and beyond", "1990-01-01", None),
    ("March 2012 onward", "2012-03-01", None),
    ("since 2007", "2007-01-01", None), ("since Friday", "2013-01-18", None), ("since last week", "2013-01-14", None),
    ("since early 2011", "2011-01-01", None), ("until March 2012", None, "2012-03-31"),
    ("by Friday", None, "2013-01-18"),
    ("before 2011", None, "2010-12-31"), ("after 2011", "2012-01-01", None), ("post-2007", "2008-01-01", None),
    ("pre-2003", None, "2002-12-31"), ("before Friday", None, "2013-01-17"),
    ("at least five years ago", None, "2008-01-21"),
    ("by the end of 2012", None, "2012-12-31"),
]  # fmt: skip

NO_DATE = [
    ("two days later", "another event"), ("a day earlier", "another event"), ("the next day", "another event"),
    ("the following week", "another event"), ("that day", "another event"), ("the night before", "another event"),
    ("a week after the attack", "another event"), ("then", "another event"), ("since then", "another event"),
    ("shortly after", "another event"), ("for years", "duration"),
    ("six days", "duration"), ("two-year", "duration"), ("a week", "duration"), ("all night", "duration"),
    ("nearly two months", "duration"), ("from one to three years", "duration"), ("recently", "vague"),
    ("soon", "vague"),
    ("until recently", "vague"), ("a long time ago", "vague"), ("every Friday", "repeated"), ("Fridays", "repeated"),
    ("daily", "repeated"), ("Ramadan", "feast"), ("Easter Sunday", "feast"), ("Independence Day", "feast"),
    ("dawn", "without the day"),
    ("5 p.m.", "without the day"), ("the evening", "without the day"), ("31 February", "no such day"),
    ("31 February 2013", "no such day"),
    ("29 February 2013", "no such day"), ("2013-13-45", "no such day"), ("0 May", "no year"), ("year 0", "no year"),
    ("9999", "no year"), ("in 2525", "no year"), ("9" * 150, "no year"), ("9" * 400, "too long"),
    ("03/04/2012", "either way round"),
    ("50s", "century is not said"), ("fiscal 1989", "fiscal"),
    ("25:00 on Friday", "no such time"),
    ("13 p.m. on Friday", "no such time"), ("next last Friday", "not understood"),
    ("the uprising", "not understood"), ("", "not understood"),
    ("\ud800", "not understood"), ("7 May to 5 May 2012", "before its beginning"),
    ("2006 to 2003", "before its beginning"),
    ("100000000000 years ago", "outside the calendar"), ("2000 years ago", "outside the calendar"),
    ("the 25th century", "not understood"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "day"), DAYS)
def test_a_day(words, day):
    period = read_period(words, REPORT, "past").period
    assert (period.from_, period.to, period.precision) == (day, day, "day")


@pytest.mark.parametrize(("words", "first", "last", "precision"), SPANS + HOURS)
def test_a_span(words, first, last, precision):
    period = read_period(words, REPORT, "past").period
    assert (period.from_, period.to, period.precision) == (first, last, precision)


@pytest.mark.parametrize(("words", "first", "last"), OPEN)
def test_an_open_span(words, first, last):
    period = read_period(words, REPORT, "past").period
    assert (period.from_, period.to, period.precision) == (first, last, "open")


@pytest.mark.parametrize(("words", "reason"), NO_DATE)
def test_what_gives_no_date_says_why(words, reason):
    reading = read_period(words, REPORT, "past")
    assert reading.period is None
    assert reason in reading.why


FUTURE = [
    ("Monday", "2013-01-21", "2013-01-21"), ("Friday", "2013-01-25", "2013-01-25"),
    ("5 March", "2013-03-05", "2013-03-05"),
    ("20 January", "2014-01-20", "2014-01-20"), ("November", "2013-11-01", "2013-11-30"),
    ("January", "2013-01-01", "2013-01-31"),
    ("the weekend", "2013-01-26", "2013-01-27"), ("summer", "2013-06-01", "2013-08-31"),
    ("Monday to Wednesday", "2013-01-21", "2013-01-23"), ("the fourth quarter", "2012-10-01", "2012-12-31"),
    ("the third quarter", "2013-07-01", "2013-09-30"), ("Sunday", "2013-01-27", "2013-01-27"),
    ("Christmas Day", "2013-12-25", "2013-12-25"),
    ("the June quarter", "2013-04-01", "2013-06-30"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "first", "last"), FUTURE)
def test_the_future_tense_looks_ahead(words, first, last):
    period = read_period(words, REPORT, "future").period
    assert (period.from_, period.to) == (first, last)


@pytest.mark.parametrize(
    ("words", "day"), [("5 March", "2013-03-05"), ("5 November", "2012-11-05"), ("Friday", "2013-01-18")]
)
@pytest.mark.parametrize("tense", [None, "present"])
def test_without_a_tense_a_near_date_ahead_is_taken_but_weekdays_are_past(words, day, tense):
    assert read_period(words, REPORT, tense).period.from_ == day


NEED_A_REPORT = [
    "Saturday", "yesterday", "last week", "two weeks ago", "March", "5 March", "overnight", "now", "Saturday evening",
    "since Friday", "the weekend", "earlier this month", "last night", "from 5 to 7 May", "the end of the month",
    "the third quarter",
]  # fmt: skip


@pytest.mark.parametrize("words", NEED_A_REPORT)
def test_relative_words_need_the_date_of_the_report(words):
    reading = read_period(words, None)
    assert reading.period is None
    assert reading.why == "relative to the report, whose date is unknown"


@pytest.mark.parametrize(
    "words", ["2011", "January 2012", "5 May 2012", "since 2007", "1980s", "evening of 5 May 2012", "2012-13"]
)
def test_absolute_words_do_not(words):
    assert read_period(words, None).period == read_period(words, REPORT).period


def test_a_report_dated_to_the_month_reads_only_what_every_day_of_it_gives():
    report = on("2013-01-01", "month", to="2013-01-31")
    assert read_period("last year", report).period.from_ == "2012-01-01"
    reading = read_period("yesterday", report)
    assert (reading.period, reading.why) == (None, "relative to the report, whose day is unknown")


def test_an_open_report_date_is_unknown():
    assert read_period("yesterday", Period(from_="2013-01-01", to=None, precision="open")).period is None


def test_a_report_date_that_is_no_date_is_refused():
    assert read_period("yesterday", Period(from_="soon", to="soon", precision="day")).period is None


def test_a_report_with_a_time_counts_as_its_day():
    assert read_period("yesterday", on("2013-01-21T09:30:00Z", "time")).period.from_ == "2013-01-20"


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("Saturday", "Saturday before 2013-01-21"),
        ("Monday", "Monday, the day of the report"),
        ("just over a week ago", "just over 1 week before 2013-01-21"),
        ("Friday 17 January 2013", "which was a Thursday, though the words say Friday"),
        ("summer of 2014", "northern hemisphere"),
        ("early 2012", "early 2012"),
    ],
)
def test_how_it_was_read_is_said_in_words(words, how):
    reading = read_period(words, REPORT, "past")
    assert how in reading.period.how
    assert reading.why == reading.period.how


def test_words_and_offsets_are_kept():
    period = read_period("Saturday evening", REPORT, start=12, end=28).period
    assert (period.words, period.start, period.end) == ("Saturday evening", 12, 28)
