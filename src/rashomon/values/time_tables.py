"""The plain time expressions: which function reads which kinds of words, alone or against the report's date."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

from rashomon.values import dates, relative_dates
from rashomon.values.dates import NOT_UNDERSTOOD, Found, Reading
from rashomon.values.holidays import a_holiday, holiday
from rashomon.values.relative_dates import Tense
from rashomon.values.time_words import FIRST_YEAR, LAST_YEAR, Unit
from rashomon.vocab import load

_ONE_DAY: Final = timedelta(days=1)

REPEATED: Final = str(load("times")["every"]["reason"])
RELATIVE: Final = "relative to the report, whose date is unknown"
DURATION: Final = "a duration, not a date"
OTHER_EVENT: Final = "counted from another event, not from the report"
NO_YEAR: Final = f"no year from {FIRST_YEAR} to {LAST_YEAR} in it"
ON: Final = ("next", "coming")
"""Directions that lead on from the report."""
VAGUE: Final = "a vague time, with no bound that could be set"
NO_CENTURY: Final = "a decade whose century is not said, in a report whose date is unknown"
NO_DAY: Final = "a time of day, without the day"


class Against(NamedTuple):
    """What relative words are counted from: the report's day (None = unknown) and the tense of the clause."""

    anchor: date | None
    tense: Tense = None


class Report(NamedTuple):
    """An `Against` whose day is known."""

    day: date
    tense: Tense


BY_THEMSELVES: Final[dict[str, Callable[..., Reading]]] = {
    "G": lambda g: dates.numeric(*g),
    "WG": lambda w, g: relative_dates.checked_weekday(dates.numeric(*g), w),
    "DMY": lambda d, m, y: dates.a_day(y, m, d),
    "MDY": lambda m, d, y: dates.a_day(y, m, d),
    "YMD": lambda y, m, d: dates.a_day(y, m, d),
    "WDMY": lambda w, d, m, y: relative_dates.checked_weekday(dates.a_day(y, m, d), w),
    "WMDY": lambda w, m, d, y: relative_dates.checked_weekday(dates.a_day(y, m, d), w),
    "MY": lambda m, y: dates.a_month(y, m),
    "YM": lambda y, m: dates.a_month(y, m),
    "Y": lambda y: dates.a_year(y),
    "UY": lambda u, y: dates.a_year(y) if u.name == "year" else NOT_UNDERSTOOD,
    "YU": lambda y, u: dates.a_year(y) if u.name == "year" else OTHER_EVENT,
    "C": lambda c: dates.a_decade(*c),
    "DU": lambda d, u: dates.a_century(d) if u.name == "century" else RELATIVE,
    "DUY": lambda d, u, y: _part_of_year(d, u, y),
    "YDU": lambda y, d, u: _part_of_year(d, u, y),
    "SY": lambda s, y: dates.a_season(s, y),
    "YS": lambda y, s: dates.a_season(s, y),
    "HY": lambda h, y: a_holiday(y, h),
    "YH": lambda y, h: a_holiday(y, h),
    "U": lambda u: DURATION,
    "NU": lambda n, u: DURATION,
    "NUU": lambda n, u, v: DURATION,
    "ZU": lambda z, u: DURATION,
    "ZNU": lambda z, n, u: DURATION,
    "DNUY": lambda d, n, u, y: _first_of_year(d, n, u, y),
    "WU": lambda w, u: REPEATED if u == Unit("night", True) else NOT_UNDERSTOOD,
    "D": lambda d: OTHER_EVENT,
    "RUU": lambda r, u, v: OTHER_EVENT,
    "B": lambda b: NO_CENTURY,
    "R": lambda r: VAGUE,
    "P": lambda p: NO_DAY,
}
"""Kinds -> the function that reads them, where no report date is needed."""

AGAINST_REPORT: Final[dict[str, Callable[..., Reading]]] = {
    "T": lambda a, t: relative_dates.day_from(a.day, t["days"]),
    "W": lambda a, w: relative_dates.weekday(a.day, w, a.tense),
    "TW": lambda a, t, w: relative_dates.checked_weekday(relative_dates.day_from(a.day, t["days"]), w),
    "RW": lambda a, r, w: relative_dates.directed_weekday(a.day, r, w, a.tense),
    "WRU": lambda a, w, r, u: _weekday_of_week(a, w, r, u),
    "RUW": lambda a, r, u, w: _weekday_of_week(a, w, r, u),
    "DM": lambda a, d, m: relative_dates.day_of_year(a.day, m, d, a.tense),
    "MD": lambda a, m, d: relative_dates.day_of_year(a.day, m, d, a.tense),
    "RMD": lambda a, r, m, d: relative_dates.day_of_year(a.day, m, d, "future" if r in ON else "past"),
    "WDM": lambda a, w, d, m: relative_dates.day_of_week_and_year(a.day, w, (m, d), a.tense),
    "WMD": lambda a, w, m, d: relative_dates.day_of_week_and_year(a.day, w, (m, d), a.tense),
    "H": lambda a, h: holiday(a.day, h, a.tense),
    "RH": lambda a, r, h: holiday(a.day, h, "future" if r in ON else "past"),
    "HRU": lambda a, h, r, u: _in_year(a, r, u, lambda y: a_holiday(y, h)),
    "M": lambda a, m: relative_dates.month(a.day, m, a.tense),
    "RM": lambda a, r, m: relative_dates.directed_month(a.day, r, m),
    "MRU": lambda a, m, r, u: _in_year(a, r, u, lambda y: dates.a_month(y, m)),
    "RUM": lambda a, r, u, m: _in_year(a, r, u, lambda y: dates.a_month(y, m)),
    "DMRU": lambda a, d, m, r, u: _in_year(a, r, u, lambda y: dates.a_day(y, m, d)),
    "MDRU": lambda a, m, d, r, u: _in_year(a, r, u, lambda y: dates.a_day(y, m, d)),
    "S": lambda a, s: relative_dates.season(a.day, s, "", a.tense),
    "RS": lambda a, r, s: relative_dates.season(a.day, s, r, a.tense),
    "SRU": lambda a, s, r, u: _in_year(a, r, u, lambda y: dates.a_season(s, y)),
    "B": lambda a, b: relative_dates.short_decade(a.day, b),
    "X": lambda a, x: relative_dates.weekend(a.day, "", a.tense),
    "RX": lambda a, r, x: relative_dates.weekend(a.day, r, a.tense),
    "RU": lambda a, r, u: _unit(a, r, u),
    "RNU": lambda a, r, n, u: _rolling(a, r, n, u),
    "NRU": lambda a, n, r, u: _rolling(a, r, n, u),
    "RUNU": lambda a, r, u, n, v: NOT_UNDERSTOOD,
    "RDU": lambda a, r, d, u: _rolling(a, r, (d, d), u),
    "DU": lambda a, d, u: _nearest_part(a, d, u),
    "MU": lambda a, m, u: _nearest_part(a, m // 3, u) if u.name == "quarter" and m % 3 == 0 else NOT_UNDERSTOOD,
    "DUU": lambda a, d, u, v: _in_year(a, "this", v, lambda y: _part_of_year(d, u, y)),
    "DNUU": lambda a, d, n, u, v: _in_year(a, "this", v, lambda y: _first_of_year(d, n, u, y)),
    "DURU": lambda a, d, u, r, v: _in_year(a, r, v, lambda y: _part_of_year(d, u, y)),
    "RUDU": lambda a, r, v, d, u: _in_year(a, r, v, lambda y: _part_of_year(d, u, y)),
    "UA": lambda a, u, s: relative_dates.ago(a.day, (2, 9) if u.plural else (1, 1), u, "", s > 0),
    "NUA": lambda a, n, u, s: relative_dates.ago(a.day, n, u, "", s > 0),
    "NUZA": lambda a, n, u, z, s: relative_dates.ago(a.day, n, u, z, s > 0),
    "ZNUA": lambda a, z, n, u, s: relative_dates.ago(a.day, n, u, z, s > 0),
}
"""Kinds -> the function that reads them against a `Report`."""


def _unit(report: Report, direction: str, unit: Unit) -> Reading:
    """ "last week" is the calendar's, "the past week" the seven days up to the report, "recent weeks" some of them."""
    if direction in ("last", "this", "next") and not unit.plural:
        return relative_dates.calendar_unit(report.day, direction, unit)
    count = (2, 9) if unit.plural else (1, 1)
    if direction == "coming" and unit == Unit("day", False):
        return OTHER_EVENT
    return relative_dates.rolling(report.day, count, unit, direction in ON)


def _rolling(report: Report, direction: str, count: tuple[int, int], unit: Unit) -> Reading:
    return relative_dates.rolling(report.day, count, unit, direction in ON)


def _weekday_of_week(report: Report, number: int, direction: str, unit: Unit) -> Reading:
    if unit.name != "week" or unit.plural or direction not in ("last", "this", "next"):
        return NOT_UNDERSTOOD
    week = relative_dates.calendar_unit(report.day, direction, unit)
    if isinstance(week, str) or week.first is None:
        return week
    day = week.first + number * _ONE_DAY
    return Found(day, day, "day", f"{dates.WEEKDAYS[number]} of the {week.how}")


def _in_year(report: Report, direction: str, unit: Unit, make: Callable[[int], Reading]) -> Reading:
    steps = {"last": -1, "this": 0, "next": 1, "past": -1, "coming": 1}
    return make(report.day.year + steps[direction]) if unit == Unit("year", False) else NOT_UNDERSTOOD


def _nearest_part(report: Report, number: int, unit: Unit) -> Reading:
    """ "the third quarter" without a year: the latest begun by the report, or the first not yet over (future)."""
    found = [_part_of_year(number, unit, report.day.year + step) for step in (-1, 0, 1)]
    dated = [each for each in found if isinstance(each, Found)]
    if unit.name == "century" or not dated:
        return found[1]
    return relative_dates.nearest_year(report.day, dated, report.tense)


def _first_of_year(number: int, count: tuple[int, int], unit: Unit, year: int) -> Reading:
    """ "the first nine months of 1989": from its first day on."""
    if number != 1 or count[0] != count[1] or unit.name not in ("month", "quarter") or not count[0]:
        return NOT_UNDERSTOOD
    months = count[0] * (3 if unit.name == "quarter" else 1)
    if months > 12:
        return NOT_UNDERSTOOD
    return dates.span(date(year, 1, 1), dates.last_of_month(year, months), f"first {months} months of {year}")


def _part_of_year(number: int, unit: Unit, year: int) -> Reading:
    months = {"quarter": 3, "half": 6}.get(unit.name)
    if unit.name == "century":
        return dates.a_century(number)
    return dates.a_part_of_year(number, months, year) if months else DURATION
