"""Named days of the year: of a fixed date, or a weekday of a month by its number."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from rashomon.values.dates import Reading, a_day, last_of_month
from rashomon.values.relative_dates import Tense, nearest_year

_REACH: Final = 2
"""Years on either side of the report's that are looked at."""


def a_holiday(year: int, row: Sequence[int]) -> Reading:
    """The named day in a year: ``row`` is month and day, or month, weekday (0 = Monday) and which one of the month."""
    if len(row) == 2:
        return a_day(year, row[0], row[1])
    month, weekday, number = row
    first = date(year, month, 1).weekday()
    day = (weekday - first) % 7 + 7 * number - 6
    return a_day(year, month, min(day, last_of_month(year, month).day))


def holiday(anchor: date, row: Sequence[int], tense: Tense) -> Reading:
    """The named day in the year that the tense and the report's date make likely."""
    made = [a_holiday(anchor.year + step, row) for step in range(-_REACH, _REACH + 1)]
    reading = nearest_year(anchor, [each for each in made if not isinstance(each, str)], tense)
    return (
        reading if isinstance(reading, str) else reading._replace(how=f"{reading.how}, against the report of {anchor}")
    )
