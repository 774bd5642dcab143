"""Times told of, in another year: "a year earlier", "the year-ago quarter", "the 1988 period", "last year's half"."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from rashomon.values import dates
from rashomon.values.dates import Found, Reading, shifted, written
from rashomon.values.time_words import Unit, Word

_ONE_DAY: Final = timedelta(days=1)
_QUARTER: Final = 92
"""Days of the longest quarter."""

NOT_TOLD: Final = "counted from another event, and no time is told of before it"
TOO_WIDE: Final = "counted from a time that is known less exactly"


def compares(words: Sequence[Word]) -> bool:
    """Whether a year is counted back: "a year earlier" compares with what is told, not with an earlier comparison."""
    if _latest(words):
        return False
    years = any(word.kind == "U" and word.value.name == "year" for word in words)
    back = any(word.kind == "A" or (word.kind == "L" and word.value == "earlier") for word in words)
    return (years and back) or any(word.kind == "I" and "months" in word.value for word in words)


def sums_up(words: Sequence[Word]) -> bool:
    """Whether it is "the quarter", "the year" or "the latest period": what a report compares others with."""
    return _latest(words) or any(word.kind == "I" and word.value.get("unit") in ("quarter", "year") for word in words)


def _latest(words: Sequence[Word]) -> bool:
    return any(word.kind == "I" and "latest" in word.value for word in words)


def latest_year(told: Sequence[Found]) -> list[Found]:
    """Those of the latest year that is told of."""
    years = [_day(each.first).year for each in told if each.first is not None]
    return [each for each in told if each.first is not None and _day(each.first).year == max(years)]


def of_year(told: Found, year: int) -> Reading:
    """ "the 1988 quarter", "the 1988 period": the one told of, in that year."""
    if not stands_for_itself(told):
        return TOO_WIDE
    return same_of_other(told, 12 * (year - ends(told)[0].year))


def stands_for_itself(told: Found) -> bool:
    """Whether it is a month, quarter or season, which other years have too."""
    first, last = ends(told)
    return 27 <= (last - first).days <= _QUARTER


def part_back(told: Found, row: dict[str, Any], number: int, unit: Unit) -> Reading:
    """ "the year-earlier third quarter": of the year before the one told of."""
    months = {"quarter": 3, "half": 6}.get(unit.name)
    if "months" not in row or months is None:
        return NOT_TOLD
    return dates.a_part_of_year(number, months, ends(told)[0].year + row["months"] // 12)


def directed_part(told: Found, direction: str, unit: Unit) -> Reading:
    """ "last year's quarter": the one told of, a year before."""
    if direction not in ("last", "past") or unit != Unit("year", False):
        return NOT_TOLD
    return same_of_other(told, -12) if stands_for_itself(told) else TOO_WIDE


def same_of_other(told: Found, months: int) -> Reading:
    """The month, quarter or season that lies so many months from the one told of."""
    first, last = ends(told)
    begin, end = shifted(first, months), shifted(last + _ONE_DAY, months) - _ONE_DAY
    value = written(told)
    if value[4:6] in ("-Q", "-S", "-F", "-W", "-H") and months % 12 == 0:
        value = f"{int(value[:4]) + months // 12}{value[4:]}"
    else:
        value = ""
    return Found(begin, end, told.precision, f"{abs(months)} months {'on' if months > 0 else 'back'}", value)


def ends(told: Found) -> tuple[date, date]:
    """The first and last day; a part of the day belongs to the day on which it begins."""
    first, last = _day(told.first), _day(told.last)
    short = isinstance(told.last, datetime) and last - first == _ONE_DAY
    return (first, first) if short else (first, last)


def _day(moment: date | None) -> date:
    assert moment is not None
    return moment.date() if isinstance(moment, datetime) else moment
