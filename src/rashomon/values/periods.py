"""What can be done with periods: compare, intersect, span, and say them in words.

Ends are ISO dates or date-times; a date means the whole day. Zones and seconds are ignored: reports give local clock
time, rarely with a zone. An end that is None is open. Every function raises ValueError for an end that is not ISO.
"""

from datetime import date, timedelta
from typing import Final

from rashomon.records import Period, Precision
from rashomon.vocab import load

_FIRST_MINUTE: Final = "T00:00"
_LAST_MINUTE: Final = "T23:59"
_EARLIEST: Final = "0000"
_LATEST: Final = "9999-12-31T23:59"
WIDTHS: Final[tuple[tuple[int, Precision], ...]] = (
    (1, "day"), (6, "days"), (10, "week"), (32, "month"), (100, "season"), (367, "year"), (10**7, "years"),
)  # fmt: skip
"""The widest span in days of each precision; "the past month" and "the past year" count both their ends."""
_MONTHS: Final = tuple(names[0].capitalize() for names in load("times")["months"])
_PARTS: Final = {(part["from"], part["to"]): part["words"][0] for part in reversed(load("times")["part"])}


def overlaps(a: Period, b: Period) -> bool:
    """Whether the two share a moment; an open end reaches as far as needed."""
    return _opening(a) <= _closing(b) and _opening(b) <= _closing(a)


def is_before(a: Period, b: Period) -> bool:
    """Whether all of ``a`` is over before ``b`` begins; False where an open end leaves that undecided."""
    return _closing(a) < _opening(b)


def gap_days(a: Period | None, b: Period | None) -> int | None:
    """Days from the end of one to the beginning of the other, 0 where they share a day.

    None where either is unknown or has an open end: how far apart they are then can't be said.
    """
    if a is None or b is None or None in (a.from_, a.to, b.from_, b.to):
        return None
    a_first, a_last, b_first, b_last = (_day(end) for end in (a.from_, a.to, b.from_, b.to))
    return max(0, (b_first - a_last).days, (a_first - b_last).days)


def intersect(a: Period, b: Period) -> Period | None:
    """What the two have in common, or None; the narrower's own words and precision stay where it lies inside."""
    if not overlaps(a, b):
        return None
    first = a.from_ if _opening(a) >= _opening(b) else b.from_
    last = a.to if _closing(a) <= _closing(b) else b.to
    return _made(first, last, (a, b), f"common to {say(a)} and {say(b)}")


def hull(a: Period, b: Period) -> Period:
    """The shortest period that holds both; open wherever one of them is."""
    first = a.from_ if _opening(a) <= _opening(b) else b.from_
    last = a.to if _closing(a) >= _closing(b) else b.to
    return _made(first, last, (a, b), f"from {say(a)} to {say(b)}")


def precision_of(first: str | None, last: str | None) -> Precision:
    """The level that a span's width allows (UCDP's date precision levels, with hours, seasons and years added)."""
    if first is None or last is None:
        return "open"
    if len(first) > 10 and first == last:
        return "time"
    days = (_day(last) - _day(first)).days + 1
    if len(first) > 10 and len(last) > 10 and days <= 2 and (days == 1 or last[11:] < first[11:]):
        return "part of day"
    return next(precision for width, precision in WIDTHS if days <= width)


def say(period: Period | None) -> str:
    """A period in words that claim no more than it does: "19 January 2013, evening", "January 2012", "since 2007"."""
    if period is None or (period.from_ is None and period.to is None):
        return "date unknown"
    if period.to is None:
        return f"since {_since(period.from_ or '', period.how)}"
    if period.from_ is None:
        bound = "not later than" if "not later than" in period.how else "until"
        return f"{bound} {_until(period.to)}"
    if len(period.from_) > 10 or len(period.to) > 10:
        return _say_hours(period.from_, period.to)
    return _say_days(_day(period.from_), _day(period.to))


def _made(first: str | None, last: str | None, whole: tuple[Period, Period], how: str) -> Period:
    for period in whole:
        if (period.from_, period.to) == (first, last):
            return period
    return Period(from_=first, to=last, precision=precision_of(first, last), how=how)


def _opening(period: Period) -> str:
    """The first minute, as text that sorts by time."""
    end = period.from_
    if end is None:
        return _EARLIEST
    return end[:16] if len(end) > 10 else end + _FIRST_MINUTE


def _closing(period: Period) -> str:
    """The last minute, as text that sorts by time."""
    end = period.to
    if end is None:
        return _LATEST
    return end[:16] if len(end) > 10 else end + _LAST_MINUTE


def _day(end: str | None) -> date:
    return date.fromisoformat((end or "")[:10])


def say_day(day: date) -> str:
    """A day in words: "5 March 2012"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _since(end: str, how: str) -> str:
    """A first day; where it begins a month or year, ``how`` tells whether the day or month itself was said."""
    day = _day(end)
    if len(end) > 10:
        return f"{end[11:16]} on {say_day(day)}"
    month = _MONTHS[day.month - 1]
    if day.day > 1 or f"1 {month}" in how:
        return say_day(day)
    return f"{month} {day.year}" if day.month > 1 or month in how else str(day.year)


def _until(end: str) -> str:
    day = _day(end)
    if len(end) > 10:
        return f"{end[11:16]} on {say_day(day)}"
    if _ends_month(day):
        return str(day.year) if day.month == 12 else f"{_MONTHS[day.month - 1]} {day.year}"
    return say_day(day)


def _say_hours(first: str, last: str) -> str:
    one, other = _day(first), _day(last)
    start, end = first[11:16] or "00:00", last[11:16] or "23:59"
    part = _PARTS.get((start, end))
    if part and (other - one).days == (1 if end < start else 0):
        return f"{say_day(one)}, {part}"
    if one == other:
        return f"{say_day(one)}, {start}" + ("" if start == end else f" to {end}")
    return f"{say_day(one)}, {start} to {say_day(other)}, {end}"


def _say_days(first: date, last: date) -> str:
    if first == last:
        return say_day(first)
    if first.day == 1 and _ends_month(last):
        return _say_months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {say_day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {say_day(last)}"
    return f"{say_day(first)} to {say_day(last)}"


def _say_months(first: date, last: date) -> str:
    months = _MONTHS[first.month - 1], _MONTHS[last.month - 1]
    if first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if first.year == last.year:
        return f"{months[0]} {first.year}" if first.month == last.month else f"{months[0]} to {months[1]} {first.year}"
    return f"{months[0]} {first.year} to {months[1]} {last.year}"


def _ends_month(day: date) -> bool:
    # the last day that the calendar has is the end of its month too
    return day == date.max or (day + timedelta(days=1)).day == 1
