"""Dates as reports write them: taken as written, or refused with the reason."""

import pytest

from rashomon.read.dates import order_of, read_date


@pytest.mark.parametrize(
    ("words", "start", "precision"),
    [
        ("21 January 2013", "2013-01-21", "day"),
        ("January 21, 2013", "2013-01-21", "day"),
        ("Monday 21st January 2013", "2013-01-21", "day"),
        ("Jan. 21, 2013", "2013-01-21", "day"),
        ("21 Sept 2013", "2013-09-21", "day"),
        ("2013-01-21", "2013-01-21", "day"),
        ("2013/01/21", "2013-01-21", "day"),
        ("20130121", "2013-01-21", "day"),
        ("21/01/2013", "2013-01-21", "day"),
        ("01/21/2013", "2013-01-21", "day"),
        ("21.01.2013", "2013-01-21", "day"),
        ("04/04/2013", "2013-04-04", "day"),
        ("29 February 2012", "2012-02-29", "day"),
        ("Mon, 21 Jan 2013 10:00:00 GMT", "2013-01-21T10:00:00+00:00", "time"),
        ("2013-01-21T10:00:00Z", "2013-01-21T10:00:00+00:00", "time"),
        ("2013-01-21T10:00:00.123+0530", "2013-01-21T10:00:00+05:30", "time"),
        ("2013-01-21 10:00", "2013-01-21T10:00:00", "time"),
        ("January 21, 2013 at 3:05 pm", "2013-01-21T15:05:00", "time"),
        ("21 January 2013, 12:10 AM", "2013-01-21T00:10:00", "time"),
        ("2013-01-21T00:00:00Z", "2013-01-21", "day"),
        ("2013-01-21T99:00:00Z", "2013-01-21", "day"),
        ("Published: 21 January 2013 | Updated", "2013-01-21", "day"),
    ],
)
def test_dates_are_read(words, start, precision):
    reading = read_date(words)
    assert (reading.period.from_, reading.period.to, reading.period.precision) == (start, start, precision)
    assert words[reading.start : reading.end].strip() == reading.period.words


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("31 February 2013", '"31 February 2013" is not a day of the calendar'),
        ("29 February 2013", '"29 February 2013" is not a day of the calendar'),
        ("0000-01-01", '"0000-01-01" is not a day of the calendar'),
        ("03/04/2013", '"03/04/2013" can be 3 April or 4 March; no day was taken'),
        ("45/45/2013", '"45/45/2013" is not a day of the calendar'),
    ],
)
def test_what_can_not_be_is_refused_with_the_reason(words, why):
    reading = read_date(words)
    assert (reading.period, reading.why) == (None, why)


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["03/04/2013", "21/04/2013", ""], "day first"),
        (["03/04/2013", "4/21/2013"], "month first"),
        (["03/04/2013"], ""),
        (["21/04/2013", "04/21/2013"], ""),
        (["2013-04-21", "x"], ""),
    ],
)
def test_a_column_tells_its_order(column, order):
    assert order_of(column) == order


def test_told_order_settles_a_date():
    assert read_date("03/04/2013", "day first").period.from_ == "2013-04-03"
    assert read_date("03/04/2013", "month first").period.from_ == "2013-03-04"
    assert read_date("21/04/2013", "month first").period.from_ == "2013-04-21"


@pytest.mark.parametrize("words", ["", "in January", "2013", "Saturday evening", "12 people", "version 1.2.2013.4"])
def test_no_date_is_none(words):
    assert read_date(words) is None
