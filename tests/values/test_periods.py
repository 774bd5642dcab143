"""What can be done with periods."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Period
from rashomon.values.period import gap_days, hull, intersect, is_before, overlaps, precision_of, read_period, say

REPORT = Period(from_="2013-01-21", to="2013-01-21", precision="day")


def made(first, last, how=""):
    return Period(from_=first, to=last, precision=precision_of(first, last), how=how)


JANUARY = made("2013-01-01", "2013-01-31")
EVENING = made("2013-01-19T17:00", "2013-01-19T22:59")
NIGHT = made("2013-01-19T19:00", "2013-01-20T05:59")
DAY = made("2013-01-19", "2013-01-19")
NEXT_DAY = made("2013-01-20", "2013-01-20")
SINCE = made("2007-01-01", None)
UNTIL = made(None, "2012-12-31")
EVER = made(None, None)

PAIRS = [
    (JANUARY, DAY, True, 0), (EVENING, DAY, True, 0), (DAY, NEXT_DAY, False, 1), (NIGHT, NEXT_DAY, True, 0),
    (EVENING, NEXT_DAY, False, 1), (SINCE, DAY, True, None), (UNTIL, DAY, False, None), (SINCE, UNTIL, True, None),
    (EVER, DAY, True, None), (made("2012-01-01", "2012-12-31"), JANUARY, False, 1),
    (made("2012-12-25", "2012-12-25"), DAY, False, 25),
    (made("2013-01-19T17:00", "2013-01-19T17:00"), EVENING, True, 0),
    (made("2013-01-19T16:59", "2013-01-19T16:59"), EVENING, False, 0),
    (made("2013-01-19T17:00:30Z", "2013-01-19T17:00:30Z"), EVENING, True, 0),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "shared", "gap"), PAIRS)
def test_overlap_and_gap_are_the_same_from_both_sides(a, b, shared, gap):
    assert overlaps(a, b) is overlaps(b, a) is shared
    assert gap_days(a, b) == gap_days(b, a) == gap


def test_a_gap_to_nothing_known_is_unknown():
    assert gap_days(None, DAY) is None
    assert gap_days(DAY, None) is None


@pytest.mark.parametrize(
    ("a", "b", "before"),
    [
        (DAY, NEXT_DAY, True), (NEXT_DAY, DAY, False), (EVENING, NEXT_DAY, True), (NIGHT, NEXT_DAY, False),
        (UNTIL, DAY, True), (SINCE, DAY, False), (DAY, EVER, False), (JANUARY, DAY, False),
    ],
)  # fmt: skip
def test_before_is_wholly_before(a, b, before):
    assert is_before(a, b) is before


def test_what_is_common_keeps_the_narrower_reading():
    assert intersect(JANUARY, DAY) is DAY
    assert intersect(DAY, EVENING) is EVENING
    assert intersect(DAY, NEXT_DAY) is None
    common = intersect(SINCE, made(None, "2013-01-19"))
    assert (common.from_, common.to, common.precision) == ("2007-01-01", "2013-01-19", "years")
    assert "common to" in common.how


def test_the_hull_holds_both():
    both = hull(DAY, made("2013-01-25", "2013-01-25"))
    assert (both.from_, both.to, both.precision) == ("2013-01-19", "2013-01-25", "week")
    assert hull(JANUARY, DAY) is JANUARY
    assert (hull(SINCE, DAY).to, hull(SINCE, DAY).precision) == (None, "open")


SAID = [
    (EVENING, "19 January 2013, evening"), (NIGHT, "19 January 2013, night"), (DAY, "19 January 2013"),
    (JANUARY, "January 2013"),
    (SINCE, "since 2007"), (UNTIL, "until 2012"), (EVER, "date unknown"), (None, "date unknown"),
    (made("2011-01-01", "2011-12-31"), "2011"), (made("1980-01-01", "1989-12-31"), "1980 to 1989"),
    (made("2013-01-19", "2013-01-21"), "19 to 21 January 2013"),
    (made("2012-12-30", "2013-01-02"), "30 December 2012 to 2 January 2013"),
    (made("2013-01-30", "2013-02-02"), "30 January to 2 February 2013"),
    (made("2014-06-01", "2014-08-31"), "June to August 2014"),
    (made("2012-12-01", "2013-02-28"), "December 2012 to February 2013"),
    (made("2013-01-18T17:00", "2013-01-18T17:00"), "18 January 2013, 17:00"),
    (made("2013-01-18T17:10", "2013-01-18T17:40"), "18 January 2013, 17:10 to 17:40"),
    (made("2013-01-18T17:00", "2013-01-19T11:59"), "18 January 2013, 17:00 to 19 January 2013, 11:59"),
    (made("2013-01-18", None), "since 18 January 2013"), (made("2012-03-01", None), "since March 2012"),
    (made(None, "2012-03-31"), "until March 2012"), (made(None, "2012-03-30"), "until 30 March 2012"),
    (made("2013-01-18T17:00", None), "since 17:00 on 18 January 2013"),
    (made(None, "2013-01-18T17:00"), "until 17:00 on 18 January 2013"),
    (made(None, "9999-12-31"), "until 9999"),
]  # fmt: skip


@pytest.mark.parametrize(("period", "words"), SAID)
def test_a_period_is_said_with_its_precision(period, words):
    assert say(period) == words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("since January", "since January 2013"), ("since 1 January 2013", "since 1 January 2013"),
        ("since 2013", "since 2013"),
        ("Saturday evening", "19 January 2013, evening"), ("January 2012", "January 2012"),
        ("overnight", "20 January 2013, night"),
        ("just over a week ago", "10 to 14 January 2013"),
    ],
)  # fmt: skip
def test_what_was_read_is_said_as_it_was_meant(words, said):
    assert say(read_period(words, REPORT).period) == said


def test_an_end_that_is_not_iso_is_an_error():
    with pytest.raises(ValueError, match="isoformat"):
        gap_days(made("2013-01-19", "2013-01-19"), Period(from_="yesterday", to="yesterday", precision="day"))


DATES = st.dates().map(str) | st.none()


@st.composite
def periods(draw):
    first, last = draw(DATES), draw(DATES)
    if first and last and first > last:
        first, last = last, first
    return made(first, last)


@given(periods(), periods())
def test_common_part_and_hull_agree_with_overlap(a, b):
    common, both = intersect(a, b), hull(a, b)
    assert (common is not None) == overlaps(a, b)
    assert overlaps(both, a)
    assert overlaps(both, b)
    assert common is None or overlaps(common, both)
    assert not (overlaps(a, b) and (is_before(a, b) or is_before(b, a)))
    assert not overlaps(a, b) or gap_days(a, b) in (0, None)
    assert say(a)
    assert say(both)
