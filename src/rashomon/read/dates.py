"""Dates of publication as reports and their metadata write them; nothing is filled in, and a refusal says why."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from rashomon.read.draft import Order
from rashomon.records import Period

_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTHS = {name: i for i, name in enumerate(_NAMES, 1)} | {name[:3]: i for i, name in enumerate(_NAMES, 1)} | {"sept": 9}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\s)?"
_CLOCK = (
    r"(?:(?:T|,?\s(?:at\s)?|\s[-–|]\s)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d{1,9})?)?"
    r"\s?(?P<half>[ap]\.?m\.?)?\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[A-Z]{2,4}(?![A-Za-z]))?)?"
)
_SHAPES = tuple(
    re.compile(rf"(?<![\w/.-]){_WEEKDAY}{shape}{_CLOCK}(?![\w/]|\.\d)", re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?(?P<month>{_MONTH}),?[\s-](?P<year>\d{{4}})",
        rf"(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})",
        r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})",
        r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second_number>\d{1,2})(?P=mark)(?P<year>\d{4})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=T|\b)",
    )
)
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\b")
# Zones of one meaning only; CST, IST and the like name several, so their clock time is kept without a zone.
_ZONES = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "wat": 60,
    "cat": 120,
    "edt": -240,
}


class Reading(NamedTuple):
    """What became of date words: a period, or the reason why not; ``start:end`` is where they stood."""

    period: Period | None
    why: str
    start: int
    end: int


def read_date(words: str, order: Order = "") -> Reading | None:
    """The first date in a short text; None if there is none, a Reading without period if it can't be.

    ``order`` says how 03/04/2013 is meant; without it, it is refused.
    """
    words = words[:400]
    found = [match for shape in _SHAPES if (match := shape.search(words))]
    if not found:
        return None
    match = min(found, key=lambda m: (m.start(), -m.end()))
    said = match[0].strip()
    day, why = _day(match.groupdict(), said, order)
    if day is None:
        return Reading(None, why, match.start(), match.end())
    return Reading(_period(day, match.groupdict(), said), "", match.start(), match.end())


def order_of(column: Iterable[str]) -> Order:
    """How a column writes its days, told by the dates in it that can be read in one way only; empty if they differ."""
    orders: set[Order] = set()
    for words in column:
        match = _NUMBERS.match(words.strip()[:40])
        if match and int(match[1]) > 12 >= int(match[2]):
            orders.add("day first")
        elif match and int(match[2]) > 12 >= int(match[1]):
            orders.add("month first")
    return orders.pop() if len(orders) == 1 else ""


def _day(parts: dict[str, str | None], said: str, order: Order) -> tuple[date | None, str]:
    """The calendar day of a match, or why there is none."""
    year = int(parts["year"] or 0)
    if parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second_number"] or 0)
        if order == "month first" and first <= 12:
            first, second = second, first
        elif not order and first <= 12 and second <= 12 and first != second:
            return None, f'"{said}" can be {_spelt(first, second)} or {_spelt(second, first)}; no day was taken'
        day, month = (first, second) if second <= 12 else (second, first)
    else:
        day, month = int(parts["day"] or 0), _month(parts["month"] or "")
    try:
        return date(year, month, day), ""
    except ValueError:
        return None, f'"{said}" is not a day of the calendar'


def _period(day: date, parts: dict[str, str | None], said: str) -> Period:
    """A day, or a point in time when a clock time stands with it."""
    hour, minute = int(parts["hour"] or -1), int(parts["minute"] or 0)
    if parts["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if parts["half"][0].lower() == "p" else 0)
    second = min(int(parts["second"] or 0), 59)
    if not (0 <= hour < 24 and minute < 60) or not (hour or minute or second):  # midnight is how tools write "no time"
        how = "the day as written" if hour < 0 else "the day as written; its clock time is left out"
        return Period(from_=day.isoformat(), to=day.isoformat(), precision="day", words=said, how=how)
    moment = datetime.combine(day, time(hour, minute, second), _zone(parts["zone"]))
    how = "day and clock time as written" + ("" if moment.tzinfo else "; the time zone is not known")
    return Period(from_=moment.isoformat(), to=moment.isoformat(), precision="time", words=said, how=how)


def _zone(name: str | None) -> timezone | None:
    """A time zone by offset or unambiguous name."""
    if not name:
        return None
    if name[0] in "+-":
        minutes = int(name[1:3]) * 60 + int(name[-2:])
        return timezone(timedelta(minutes=minutes if name[0] == "+" else -minutes)) if minutes < 1440 else None
    offset = _ZONES.get(name.lower())
    return None if offset is None else UTC if offset == 0 else timezone(timedelta(minutes=offset))


def _month(words: str) -> int:
    """A month's number, from digits or its English name."""
    return int(words) if words.isdigit() else MONTHS[words.lower().rstrip(".")]


def _spelt(day: int, month: int) -> str:
    """``3 April``."""
    return f"{day} {_NAMES[month - 1].capitalize()}"
