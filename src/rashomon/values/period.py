"""Time expressions of reports read as periods, against the report's date where they need one."""

from datetime import date, datetime
from typing import Literal

from rashomon.records import Period, Row
from rashomon.values.dates import Found, Reading
from rashomon.values.numerals import LONGEST
from rashomon.values.periods import gap_days, hull, intersect, is_before, overlaps, precision_of, say
from rashomon.values.time_grammar import read
from rashomon.values.time_tables import Against
from rashomon.values.time_words import FIRST_YEAR, time_words

__all__ = [
    "TimeReading", "gap_days", "hull", "intersect", "is_before", "overlaps", "precision_of", "read_period", "say",
]  # fmt: skip


class TimeReading(Row, frozen=True, kw_only=True):
    """A period, or None with the reason; ``why`` is how it was read where there is one."""

    period: Period | None
    why: str


def read_period(
    words: str,
    anchor: Period | None,
    tense: Literal["past", "present", "future"] | None = None,
    start: int | None = None,
    end: int | None = None,
) -> TimeReading:
    """The period that a time expression names ("Saturday evening", "the last two years"); never raises.

    ``anchor`` is the report's date. Where it is None, relative words give no period and say so; where it is wider than
    a day, they are read only if every day of it gives the same. ``tense`` is that of the clause: it decides whether
    "Monday" or "5 March" is the latest up to the report (past, the default) or the next. ``start`` and ``end`` are
    kept as offsets. Nothing is filled in: an expression without a date gives None and a reason.
    """
    if len(words) > LONGEST:
        return TimeReading(period=None, why="too long for a time")
    try:
        reading = _against_report(words, anchor, tense)
    except (ValueError, OverflowError):
        # date arithmetic past year 1 or 9999, or an anchor that is not ISO
        return TimeReading(period=None, why="outside the calendar")
    if isinstance(reading, str):
        return TimeReading(period=None, why=reading)
    ends = [end for end in (reading.first, reading.last) if end is not None]
    if not ends or min(end.year for end in ends) < FIRST_YEAR:
        return TimeReading(period=None, why="outside the calendar" if ends else "open at both ends")
    first, last, precision, how = _iso(reading.first), _iso(reading.last), reading.precision, reading.how
    period = Period(from_=first, to=last, precision=precision, words=words, start=start, end=end, how=how)
    return TimeReading(period=period, why=how)


def _against_report(words: str, anchor: Period | None, tense: Literal["past", "present", "future"] | None) -> Reading:
    parsed = time_words(words)
    first = _day(anchor.from_) if anchor else None
    last = _day(anchor.to) if anchor else None
    if first is None or last is None:
        return read(parsed, Against(None, tense))
    reading = read(parsed, Against(last, tense))
    if first == last or isinstance(reading, str):
        return reading
    earlier = read(parsed, Against(first, tense))
    if isinstance(earlier, Found) and earlier[:3] == reading[:3]:
        return reading
    return "relative to the report, whose day is unknown"


def _day(end: str | None) -> date | None:
    return None if end is None else date.fromisoformat(end[:10])


def _iso(moment: date | None) -> str | None:
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return None if moment is None else moment.isoformat()
