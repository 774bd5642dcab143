"""Dates that words give only against the time told of just before: the next day, that month, two days later."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, Final

from rashomon.values import dates, relative_dates
from rashomon.values.dates import MONTHS, WEEKDAYS, Found, Reading, shifted
from rashomon.values.periods import say_day
from rashomon.values.time_words import Unit, Word
from rashomon.values.told_years import (
    NOT_TOLD,
    TOO_WIDE,
    compares,
    directed_part,
    ends,
    latest_year,
    of_year,
    part_back,
    same_of_other,
    stands_for_itself,
    sums_up,
)
from rashomon.vocab import load

_UNITS: Final[dict[str, dict[str, Any]]] = load("times")["unit"]
_ONE_DAY: Final = timedelta(days=1)
_GRAINS: Final = {
    "day": 1,
    "night": 1,
    "weekend": 2,
    "week": 7,
    "month": 31,
    "quarter": 92,
    "year": 366,
    "decade": 3653,
}
"""The widest that a time told of may be, in days, for a unit to be counted from it."""


def read_against(words: Sequence[Word], told: Sequence[Found]) -> Reading:
    """The reading of words that count from a time told of before them, or why there is none.

    ``told`` has these times, the last one last; the last that is known exactly enough is taken.
    """
    reading: Reading = NOT_TOLD
    if len(words) == 2 and words[0].kind == "F" and words[1].kind == "W":
        # "the previous Friday" is counted from the Friday told of
        told = [each for each in told if _is_weekday(each, words[1].value)] or told
    for each in reversed(latest_year(told) if compares(words) or sums_up(words) else told):
        reading = _read_one(words, each)
        if reading != TOO_WIDE:
            break
    return reading


def _is_weekday(told: Found, number: int) -> bool:
    first, last = (None, None) if told.first is None or told.last is None else ends(told)
    return first is not None and first == last and first.weekday() == number


def _read_one(words: Sequence[Word], told: Found) -> Reading:
    if told.first is None or told.last is None:
        return NOT_TOLD
    kinds = "".join(word.kind for word in words).lstrip("EL")
    words = words[len(words) - len(kinds) :]
    rule = AGAINST_TOLD.get(kinds)
    if rule is None:
        return NOT_TOLD
    reading = rule(told, *(word.value for word in words))
    if isinstance(reading, str):
        return reading
    return reading._replace(how=f"{reading.how}, counted from {told.how}")


def _listed(told: Found, row: dict[str, Any]) -> Reading:
    """ "the next day", "the night before", "then", "the year-ago quarter"."""
    if "months" in row:
        return same_of_other(told, row["months"]) if stands_for_itself(told) else TOO_WIDE
    if "latest" in row:
        return told if _lasts(told) else TOO_WIDE
    if "unit" not in row:
        return told
    moved = _unit_of(told, row["step"], Unit(row["unit"], False))
    return moved if isinstance(moved, str) or "part" not in row else _in_part(moved, row["part"])


def _in_part(day: Found, name: str) -> Reading:
    part = next(part for part in load("times")["part"] if name in part["words"])
    return dates.in_part(day, part)


def _unit_of(told: Found, step: int, unit: Unit) -> Reading:
    """The day, week, month ... that the time told of lies in, or one so many steps from it."""
    first, last = ends(told)
    if unit.plural or unit.name not in _GRAINS:
        return TOO_WIDE
    if (last - first).days >= _GRAINS[unit.name]:
        return TOO_WIDE
    return _calendar(_moved(first, step, unit.name), unit.name)


def _calendar(day: date, unit: str) -> Reading:
    if unit == "night":
        return _in_part(Found(day, day, "day", say_day(day)), "night")
    if unit == "day":
        return Found(day, day, "day", say_day(day))
    return relative_dates.calendar_unit(day, "this", Unit(unit, False))


def _next_to(told: Found, step: int, count: tuple[int, int], unit: Unit) -> Reading:
    """ "the previous two years", "the following three days": right before or after the time told of."""
    first, last = ends(told)
    if not step:
        return NOT_TOLD
    if (last - first).days >= _GRAINS.get(unit.name, 1):
        return TOO_WIDE
    far = _moved(first if step < 0 else last, step * count[1], unit.name)
    how = f"{count[1]} {_UNITS[unit.name]['words'][-1]} {'before' if step < 0 else 'after'}"
    return dates.span(far, first - _ONE_DAY, how) if step < 0 else dates.span(last + _ONE_DAY, far, how)


def _part_of(told: Found, step: int, part: dict[str, Any]) -> Reading:
    """ "that night", "the following morning"; "in the morning" of the day told of."""
    day = _unit_of(told, step, Unit("day", False))
    return day if isinstance(day, str) else dates.in_part(day, part)


def _weekday_of(told: Found, step: int, number: int) -> Reading:
    """ "the following Monday", "the previous Friday", "that Sunday"."""
    first, last = ends(told)
    if first != last:
        return TOO_WIDE
    day = first + ((number - first.weekday()) % 7) * _ONE_DAY
    if step > 0 and day == first:
        day += 7 * _ONE_DAY
    if step < 0:
        day -= 7 * _ONE_DAY
    return Found(day, day, "day", WEEKDAYS[number])


def _month_of(told: Found, step: int, number: int) -> Reading:
    """ "the following March": the first month of that name after the time told of; "that March" is in its year."""
    first, last = ends(told)
    if (last - first).days >= _GRAINS["year"]:
        return TOO_WIDE
    later, earlier = number <= last.month, number >= first.month
    year = last.year + later if step > 0 else first.year - earlier if step < 0 else first.year
    return dates.a_month(year, number)._replace(how=MONTHS[number - 1])


def _season_of(told: Found, step: int, name: str) -> Reading:
    first, last = ends(told)
    if (last - first).days >= _GRAINS["year"]:
        return TOO_WIDE
    return dates.a_season(name, first.year + step) if name != "winter" else TOO_WIDE


def _later(told: Found, count: tuple[int, int], unit: Unit, shift: str) -> Reading:
    """ "two days later", "a year earlier": so far from the time told of, as loosely as "two days ago" would be.

    A year from a day, month or quarter that stands for itself is that day, month or quarter of the other year.
    """
    first, last = ends(told)
    sign = {"later": 1, "after": 1, "earlier": -1, "before": -1}.get(shift, 0)
    if not sign:
        return NOT_TOLD
    months = _UNITS[unit.name].get("months", 0)
    if months and count[0] == count[1] and (last - first).days > 7 and (last - first).days < 32 * months:
        return same_of_other(told, sign * count[0] * months)
    if (last - first).days > 31 * max(months, 1) or (last > first and not months):
        return TOO_WIDE
    return relative_dates.ago(first, count, unit, "", sign > 0)


def _lasts(told: Found) -> bool:
    """Whether it is longer than a week, as what a report sums up is."""
    first, last = ends(told)
    return (last - first).days >= _GRAINS["week"]


def _same_unit_back(
    told: Found, step: int, unit: Unit | dict[str, Any], count: tuple[int, int], other: Unit
) -> Reading:
    """ "the same quarter last year", "that month two years ago", "the corresponding period a year earlier"."""
    if step or other.name != "year" or count[0] != count[1]:
        return NOT_TOLD
    same = _unit_of(told, 0, unit) if isinstance(unit, Unit) else told
    if isinstance(same, str) or not stands_for_itself(same):
        return TOO_WIDE
    return same_of_other(same, -12 * count[0])


def _day_of(told: Found, number: int) -> Reading:
    """ "the 25th": the day of that number in the month told of."""
    month = _unit_of(told, 0, Unit("month", False))
    if isinstance(month, str) or month.first is None:
        return TOO_WIDE
    return dates.a_day(month.first.year, month.first.month, number)


def _clock_of(told: Found, clock: str) -> Reading:
    """ "at 10 p.m." of the day told of."""
    day = _unit_of(told, 0, Unit("day", False))
    return day if isinstance(day, str) else dates.at_clock(day, clock)


def _moved(day: date, step: int, unit: str) -> date:
    if not step:
        return day
    row = _UNITS[unit]
    return shifted(day, step * row["months"]) if "months" in row else day + step * row.get("days", 1) * _ONE_DAY


AGAINST_TOLD: Final[dict[str, Callable[..., Reading]]] = {
    "I": _listed,
    "YU": lambda told, year, unit: of_year(told, year) if unit == Unit("quarter", False) else NOT_TOLD,
    "YV": lambda told, year, aside: of_year(told, year),
    "IDU": part_back,
    "RUU": lambda told, direction, year, unit: directed_part(told, direction, year),
    "RUV": lambda told, direction, year, aside: directed_part(told, direction, year),
    "D": _day_of,
    "ZNUA": lambda told, z, n, u, ago: _later(told, n, u, "earlier" if ago < 0 else "later"),
    "FU": _unit_of,
    "FNU": lambda told, step, n, u: _next_to(told, step, n, u),
    "FURU": lambda told, f, u, r, v: _same_unit_back(told, f, u, (1, 1), v) if r == "last" else NOT_TOLD,
    "FUNUA": lambda told, f, u, n, v, ago: _same_unit_back(told, f, u, n, v),
    "FUNUL": lambda told, f, u, n, v, shift: _same_unit_back(told, f, u, n, v),
    "FVRU": lambda told, f, u, r, v: _same_unit_back(told, f, u, (1, 1), v) if r == "last" else NOT_TOLD,
    "FVNUA": lambda told, f, u, n, v, ago: _same_unit_back(told, f, u, n, v),
    "FVNUL": lambda told, f, u, n, v, shift: _same_unit_back(told, f, u, n, v),
    "FI": lambda told, step, row: _listed(told, row),
    "FV": lambda told, step, aside: told if not step and _lasts(told) else NOT_TOLD,
    "FP": _part_of,
    "FW": _weekday_of,
    "FM": _month_of,
    "FS": _season_of,
    "P": lambda told, part: _part_of(told, 0, part),
    "NUL": lambda told, n, u, shift: _later(told, n, u, shift),
    "NUO": lambda told, n, u, opener: _later(told, n, u, opener),
    "ZNUL": lambda told, z, n, u, shift: _later(told, n, u, shift),
    "ZNUO": lambda told, z, n, u, opener: _later(told, n, u, opener),
    "NUF": lambda told, n, u, step: _later(told, n, u, "earlier" if step < 0 else "later"),
    "K": lambda told, clock: _clock_of(told, clock),
    "NUA": lambda told, n, u, ago: _later(told, n, u, "earlier" if ago < 0 else "later"),
    "UA": lambda told, u, ago: _later(told, (1, 1), u, "earlier" if ago < 0 else "later"),
    "UO": lambda told, u, opener: _later(told, (1, 1), u, opener) if not u.plural else NOT_TOLD,
    "UL": lambda told, u, shift: _later(told, (1, 1), u, shift) if not u.plural else NOT_TOLD,
}
"""Kinds -> the function that reads them against the time told of before."""
