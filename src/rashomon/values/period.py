"""Time expressions of reports read as periods, against the report's date where they need one."""

from datetime import date, datetime
from typing import Literal, NamedTuple

from rashomon.records import Period, Row
from rashomon.values.dates import Found, Reading
from rashomon.values.numerals import LONGEST
from rashomon.values.periods import gap_days, hull, intersect, is_before, overlaps, precision_of, say
from rashomon.values.relative_dates import Tense
from rashomon.values.time_grammar import read
from rashomon.values.time_halves import with_halves
from rashomon.values.time_tables import NO_DAY, OTHER_EVENT, Against
from rashomon.values.time_words import ARTICLES, FIRST_YEAR, Unit, Word, counted, time_words
from rashomon.values.timex import Timex, timex
from rashomon.values.told_times import read_against
from rashomon.values.told_years import NOT_TOLD, TOO_WIDE, compares

__all__ = [
    "Telling", "TimeReading", "gap_days", "hull", "intersect", "is_before", "overlaps", "precision_of", "read_period",
    "read_told", "say",
]  # fmt: skip

_ELSEWHERE = (OTHER_EVENT, NO_DAY, NOT_TOLD, TOO_WIDE)
"""Why words give no date that count from another time than the report."""


class TimeReading(Row, frozen=True, kw_only=True):
    """A period, or None with the reason; ``why`` is how it was read where there is one.

    ``timex`` is what TIMEX3 would have for the words, which goes beyond dates: durations, repeated and vague times.
    """

    period: Period | None
    why: str
    timex: Timex | None = None


class Telling(NamedTuple):
    """What a time is told in: the report's date, the clause's tense, the times told of before, the last at the end."""

    report: Period | None = None
    tense: Tense = None
    told: tuple[Period, ...] = ()


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
    return read_told(words, Telling(anchor, tense), start, end)


def read_told(words: str, telling: Telling, start: int | None = None, end: int | None = None) -> TimeReading:
    """As `read_period`; words that count from another time ("the next day") are read against the one told of before."""
    if len(words) > LONGEST:
        return TimeReading(period=None, why="too long for a time")
    parsed = with_halves(time_words(words))
    try:
        reading = _in_telling(parsed, telling)
        value = timex(parsed, reading) or _without_aside(parsed, telling) or _beside_report(parsed, telling, reading)
    except (ValueError, OverflowError):
        # date arithmetic past year 1 or 9999, or an anchor that is not ISO
        return TimeReading(period=None, why="outside the calendar")
    if isinstance(reading, str):
        return TimeReading(period=None, why=reading, timex=value)
    ends = [end for end in (reading.first, reading.last) if end is not None]
    if not ends or min(end.year for end in ends) < FIRST_YEAR:
        return TimeReading(period=None, why="outside the calendar" if ends else "open at both ends")
    first, last, precision, how = _iso(reading.first), _iso(reading.last), reading.precision, reading.how
    period = Period(from_=first, to=last, precision=precision, words=words, start=start, end=end, how=how)
    return TimeReading(period=period, why=how, timex=value)


def _in_telling(parsed: list[Word], telling: Telling) -> Reading:
    """Against the report's date, or against the time told of before where the words say so."""
    reading = _against_report(parsed, telling.report, telling.tense)
    if not parsed or not (_year_back(parsed) if isinstance(reading, Found) else reading in (OTHER_EVENT, NO_DAY)):
        return reading  # no words: of another script, or none
    from_date = _from_date(parsed, telling) if reading == OTHER_EVENT else None
    if from_date is not None:
        return from_date
    told = [
        Found(_moment(each.from_), _moment(each.to), each.precision, say(each))
        for each in telling.told
        if each.from_ and each.to
    ]
    if isinstance(reading, Found):
        told = [each for each in told if each.precision == "season"]
    day = _day(telling.report.to) if telling.report else None
    if parsed and day is not None and len(told) > 1 and parsed[0].kind != "D":
        # what is still to come is not what a report's words go back to
        told = [each for each in told if each.first is None or str(each.first)[:10] <= day.isoformat()] or told
        if compares(parsed):
            told = [each for each in told if str(each.last)[:10] <= day.isoformat()] or told
    if not told:
        return reading
    other = read_against(parsed, told)
    return reading if isinstance(other, str) and (isinstance(reading, Found) or other == NOT_TOLD) else other


def _from_date(parsed: list[Word], telling: Telling) -> Reading | None:
    """ "two days before Christmas", "the day after 5 May": counted from the date that the words go on to tell."""
    at = next((i + 1 for i, word in enumerate(parsed[:3]) if word.kind == "I" or word.value in ("before", "after")), 0)
    if not 0 < at < len(parsed) or "".join(word.kind for word in parsed[:at]) not in ("I", "UO", "NUO"):
        return None
    inner = _against_report(parsed[at:], telling.report, telling.tense)
    reading = read_against(parsed[:at], [inner]) if isinstance(inner, Found) else inner
    return reading if isinstance(reading, Found) else None


def _year_back(parsed: list[Word]) -> bool:
    """Whether the words are "a year ago", which beside a quarter means that quarter of the year before."""
    if len(parsed) < 2 or parsed[-1] != Word("A", -1, "ago") or parsed[-2].value != Unit("year", False):
        return False
    return parsed[-3:-2] == [] or parsed[-3].kind != "N" or parsed[-3].value == (1, 1)


def _without_aside(parsed: list[Word], telling: Telling) -> Timex | None:
    """What TIMEX3 has where words are left out that make it no date here: "fiscal", "old", and what isn't known."""
    left_out = [word.kind == "?" or (word.kind == "V" and "aside" in word.value) for word in parsed]
    # "a flat second quarter", "the fiscal-first quarter"
    joined = [
        word.text in ARTICLES if after else word.text == "-" and before
        for word, after, before in zip(parsed, [*left_out[1:], False], [False, *left_out], strict=False)
    ]
    rest = [word for word, out, join in zip(parsed, left_out, joined, strict=True) if not (out or join)]
    if not rest or not len(rest) < len(parsed) <= len(rest) + 3:
        return None
    rest = counted(rest)  # "the third straight day"
    return timex(rest, _in_telling(rest, telling))


def _beside_report(parsed: list[Word], telling: Telling, reading: Reading) -> Timex | None:
    """What TIMEX3 has for words that count from a time told of, and none is: there they count from the report."""
    report = telling.report
    if report is None or reading not in _ELSEWHERE or report in telling.told:
        return None
    quarter = read_period("last quarter", report).period
    if quarter and any(word.kind == "I" and word.value.keys() & {"months", "latest"} for word in parsed):
        # "the year-ago quarter" of a report that names none: it tells of the quarter before it
        report = quarter
    return timex(parsed, _in_telling(parsed, telling._replace(told=(report,))))


def _against_report(parsed: list[Word], anchor: Period | None, tense: Tense) -> Reading:
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


def _moment(end: str) -> date:
    return datetime.fromisoformat(end[:16]) if len(end) > 10 else date.fromisoformat(end)


def _day(end: str | None) -> date | None:
    return None if end is None else date.fromisoformat(end[:10])


def _iso(moment: date | None) -> str | None:
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return None if moment is None else moment.isoformat()
