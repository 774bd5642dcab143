"""Dates that words give only against the report's date: yesterday, last week, Monday, two years ago."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final, Literal

from rashomon.values.dates import (
    MONTHS,
    NOT_UNDERSTOOD,
    WEEKDAYS,
    Found,
    Reading,
    a_century,
    a_day,
    a_decade,
    a_month,
    a_season,
    a_year,
    last_of_month,
    shifted,
    span,
)
from rashomon.values.time_words import Unit
from rashomon.vocab import load

Tense = Literal["past", "present", "future"] | None
_UNITS: Final[dict[str, dict[str, Any]]] = load("times")["unit"]
_ONE_DAY: Final = timedelta(days=1)
_AHEAD: Final[dict[str, int]] = load("times")["ahead"]


def day_from(anchor: date, days: int) -> Found:
    """Yesterday, today, tomorrow ... ."""
    day = anchor + days * _ONE_DAY
    names = {0: "the day of the report", -1: "the day before the report", 1: "the day after the report"}
    return Found(day, day, "day", f"{names.get(days, f'{abs(days)} days from the report')}, {day}")


def weekday(anchor: date, number: int, tense: Tense) -> Found:
    """The latest such day up to the report; the first from it on where the tense is future."""
    name = WEEKDAYS[number]
    if tense == "future" and number != anchor.weekday():
        day = anchor + (number - anchor.weekday()) % 7 * _ONE_DAY
        return Found(day, day, "day", f"{name} after {anchor}")
    day = anchor - (anchor.weekday() - number) % 7 * _ONE_DAY
    return Found(day, day, "day", f"{name}, the day of the report" if day == anchor else f"{name} before {anchor}")


def directed_weekday(anchor: date, direction: str, number: int, tense: Tense) -> Found:
    """ "last Friday" is strictly before the report, "next Friday" strictly after it, "this Friday" in its week."""
    if direction in ("next", "coming"):
        day = anchor + ((number - anchor.weekday() - 1) % 7 + 1) * _ONE_DAY
        return Found(day, day, "day", f"{WEEKDAYS[number]} after {anchor}")
    if direction == "this" and tense != "past":
        day = anchor + (number - anchor.weekday()) * _ONE_DAY
        return Found(day, day, "day", f"{WEEKDAYS[number]} of the week of {anchor}")
    return weekday(anchor - _ONE_DAY if direction != "this" else anchor, number, "past")._replace(
        how=f"{WEEKDAYS[number]} before {anchor}"
    )


def nearest_year(anchor: date, candidates: Iterable[Found], tense: Tense) -> Reading:
    """Of the readings in neighbouring years, the latest begun by the report, or the first still to come (future).

    Where the tense is not past, a day or month that comes soon (`_AHEAD`) is taken before one that is past; where it
    is future, a quarter that was over just before the report ("expects to post a third-quarter loss") before the next.
    """
    found = [each for each in candidates if each.first is not None and each.last is not None]
    after = [each for each in found if _day(each.last) >= anchor]
    before = [each for each in found if _day(each.first) <= anchor]
    if tense == "future" and after:
        over = before and before[-1].value[4:6] == "-Q" and _day(before[-1].last) < anchor
        return before[-1] if over and anchor <= _day(before[-1].last) + _AHEAD["over"] * _ONE_DAY else after[0]
    ahead = [each for each in after if _day(each.first) > anchor] if tense != "past" else []
    soon = {"day": _AHEAD["day"], "month": _AHEAD["month" if tense else "day"]}
    if ahead and _day(ahead[0].first) <= anchor + soon.get(ahead[0].precision, 0) * _ONE_DAY:
        return ahead[0]
    return before[-1] if before and tense != "future" else NOT_UNDERSTOOD


def _day(end: date | None) -> date:
    assert end is not None
    return end


def short_decade(anchor: date, number: int) -> Found:
    """ "the '90s": the latest such decade begun by the report."""
    first = anchor.year // 100 * 100 + number
    return a_decade(first - 100 if first > anchor.year else first, (first - 100 if first > anchor.year else first) + 9)


def day_of_year(anchor: date, month: int, day: int, tense: Tense) -> Reading:
    """ "20 January" in the year that the tense and the report's date make likely."""
    made = [a_day(year, month, day) for year in range(max(anchor.year - 8, 1), min(anchor.year + 8, 9998) + 1)]
    found = [each for each in made if isinstance(each, Found)]
    return _against(nearest_year(anchor, found, tense), anchor) if found else "no such day in the calendar"


def day_of_week_and_year(anchor: date, number: int, month_day: tuple[int, int], tense: Tense) -> Reading:
    """ "Friday 27 March": the year in which that day is a Friday, if one of the three about the report is it."""
    month, day = month_day
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        found = a_day(year, month, day)
        likely = year == anchor.year or (year < anchor.year) != (tense == "future")
        if likely and isinstance(found, Found) and found.first is not None and found.first.weekday() == number:
            return found._replace(how=f"{WEEKDAYS[number]} {found.how}")
    return checked_weekday(day_of_year(anchor, month, day, tense), number)


def checked_weekday(reading: Reading, number: int) -> Reading:
    """The date stands; a weekday beside it that disagrees is said in ``how``."""
    if isinstance(reading, str) or reading.first is None or reading.first.weekday() == number:
        return reading
    real = WEEKDAYS[reading.first.weekday()]
    return reading._replace(how=f"{reading.how}, which was a {real}, though the words say {WEEKDAYS[number]}")


def month(anchor: date, number: int, tense: Tense) -> Reading:
    """ "January": the latest that has begun by the report, or the first not yet over (future)."""
    return _against(nearest_year(anchor, _around(anchor, lambda year: a_month(year, number)), tense), anchor)


def directed_month(anchor: date, direction: str, number: int) -> Reading:
    """ "last November" is a month before the report's, "next" one after it, "this" that of the report's year."""
    if direction == "this":
        return a_month(anchor.year, number)
    if direction in ("next", "coming"):
        return a_month(anchor.year + (number <= anchor.month), number)._replace(
            how=f"next {MONTHS[number - 1]} after {anchor}"
        )
    return a_month(anchor.year - (number >= anchor.month), number)._replace(
        how=f"last {MONTHS[number - 1]} before {anchor}"
    )


def season(anchor: date, name: str, direction: str, tense: Tense) -> Reading:
    """ "summer", "last summer", "next winter" (northern hemisphere)."""
    if direction in ("last", "past"):
        anchor, tense = shifted(anchor, -3), "past"
    elif direction in ("next", "coming"):
        anchor, tense = shifted(anchor, 3), "future"
    if name == "winter":
        found = [
            Found(
                date(year, 12, 1),
                last_of_month(year + 1, 2),
                "season",
                f"winter {year} to {year + 1}, northern hemisphere",
                f"{year}-WI",
            )
            for year in range(anchor.year - 2, anchor.year + 2)
        ]
    else:
        found = list(_around(anchor, lambda year: a_season(name, year)))
    return nearest_year(anchor, found, tense)


def weekend(anchor: date, direction: str, tense: Tense) -> Found:
    """Saturday and Sunday: the latest begun by the report, "next" or future the first after it."""
    saturday = anchor - (anchor.weekday() - 5) % 7 * _ONE_DAY
    if direction in ("next", "coming") or tense == "future" or (direction == "this" and tense == "present"):
        saturday += 7 * _ONE_DAY
        return Found(saturday, saturday + _ONE_DAY, "days", f"weekend after {anchor}")
    if direction == "last" and anchor.weekday() >= 5:
        saturday -= 7 * _ONE_DAY
    return Found(saturday, saturday + _ONE_DAY, "days", f"weekend before {anchor}")


def calendar_unit(anchor: date, direction: str, unit: Unit) -> Reading:
    """ "last week", "this month", "next year": the calendar's unit; weeks run from Monday to Sunday (ISO 8601)."""
    step = {"last": -1, "this": 0, "next": 1}[direction]
    if unit.name == "day":
        return day_from(anchor, step)
    if unit.name == "week":
        monday = anchor + (7 * step - anchor.weekday()) * _ONE_DAY
        return Found(monday, monday + 6 * _ONE_DAY, "week", f"week of {monday}")
    if unit.name == "month":
        day = shifted(anchor, step)
        return a_month(day.year, day.month)
    if unit.name == "year":
        return a_year(anchor.year + step)
    months = _UNITS[unit.name].get("months")
    if months is None or unit.name == "century":
        return NOT_UNDERSTOOD if months is None else a_century((anchor.year + 99) // 100 + step)
    if months == 120:
        return _years_of(anchor.year, step, 10)
    first = shifted(date(anchor.year, (anchor.month - 1) // months * months + 1, 1), step * months)
    return Found(first, shifted(first, months) - _ONE_DAY, "season", f"{unit.name} beginning {first}")


def rolling(anchor: date, count: tuple[int, int], unit: Unit, forward: bool) -> Reading:
    """ "the last 24 hours", "the past two years", "the next three days": from the report's date so far back or on."""
    most = count[1]
    day = _moved(anchor, most if forward else -most, unit.name)
    first, last = (anchor, day) if forward else (day, anchor)
    how = f"{_counted(count, unit.name)} {'from' if forward else 'back from'} {anchor}"
    return span(first, last, how)


def ago(anchor: date, count: tuple[int, int], unit: Unit, rule: str = "", forward: bool = False) -> Reading:
    """ "two weeks ago", "just over a week ago": a window about the day so far back, as wide as the words are loose."""
    how = f"{rule} {_counted(count, unit.name)} {'after' if forward else 'before'} {anchor}".strip()
    return _loose(anchor, (count, unit), rule, forward, how)._replace(value=_point(anchor, count, unit, forward))


def _point(anchor: date, count: tuple[int, int], unit: Unit, forward: bool) -> str:
    """The day, week, month or year so far from the anchor, as TIMEX3 writes it; vague where the number is."""
    if count[0] != count[1]:
        letter = str(_UNITS[unit.name]["timex"])
        return f"PTX{letter[1]}" if letter[0] == "T" else f"PX{letter}"
    moved = _moved(anchor, count[0] if forward else -count[0], unit.name)
    return at_grain(moved, "year" if unit.name == "decade" and count == (1, 1) else unit.name)


def at_grain(day: date, unit: str) -> str:
    """The day, or the week, month, year or decade that it lies in, as TIMEX3 writes it."""
    if unit in ("week", "fortnight"):
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    if unit == "decade":
        return f"{day.year // 10}X"
    months: int = _UNITS[unit].get("months", 0)
    if months == 3:
        return f"{day.year}-Q{(day.month + 2) // 3}"
    return f"{day:%Y}" if months >= 12 else f"{day:%Y-%m}" if months else day.isoformat()


def _loose(anchor: date, amount: tuple[tuple[int, int], Unit], rule: str, forward: bool, how: str) -> Found:
    count, unit = amount
    row = _UNITS[unit.name]
    least, most = count
    if "hours" in row:
        days = -(-most * row["hours"] // 24)
        return span(anchor, anchor + days * _ONE_DAY, how) if forward else span(anchor - days * _ONE_DAY, anchor, how)
    sign = 1 if forward else -1
    near, far = _moved(anchor, sign * least, unit.name), _moved(anchor, sign * most, unit.name)
    if rule == "less than":
        return span(*_in_order(anchor, far), how)
    if rule == "more than":
        return span(*_in_order(near, _moved(anchor, sign * (most + 1), unit.name)), how)
    nearer, farther = _window(rule, row, count)
    first, last = sorted((near - sign * nearer * _ONE_DAY, far + sign * farther * _ONE_DAY))
    # nothing that is told as past lies after the report, and nothing to come before it
    first, last = (max(first, anchor), last) if forward else (first, min(last, anchor))
    if rule == "at least":
        return Found(first, None, "open", how) if forward else Found(None, last, "open", how)
    return span(first, last, how)


def _in_order(one: date, other: date) -> tuple[date, date]:
    return min(one, other), max(one, other)


def _counted(count: tuple[int, int], unit: str) -> str:
    least, most = count
    number = str(most) if least == most else f"{least} to {most}"
    return f"{number} {unit if most == 1 else _UNITS[unit]['words'][-1]}"


def _window(rule: str, row: dict[str, Any], count: tuple[int, int]) -> tuple[int, int]:
    """Days on the report's side of the point, and beyond it, by the modifier."""
    one = row.get("days", 30 * row.get("months", 0))
    # "a week ago" is said with more care than "two weeks ago", and ten days are counted less exactly than three
    slack = row["slack"] if count[1] == 1 else row["slack_more"]
    if one == 1 and count[0] == count[1] >= 7:
        slack = 1
    part = max(one * 4 // 7, 1)
    windows = {
        "about": (max(2 * slack, 1), max(2 * slack, 1)),
        "just over": (0, part),
        "nearly": (part, 0),
        "at least": (0, 0),
    }
    return windows.get(rule, (slack, slack))


def _moved(day: date, count: int, unit: str) -> date:
    row = _UNITS[unit]
    if "months" in row:
        months: int = row["months"]
        return shifted(day, count * months)
    if "hours" in row:
        days = -(-abs(count) * row["hours"] // 24)
        return day + timedelta(days=days if count > 0 else -days)
    return day + timedelta(days=count * row["days"])


def _years_of(year: int, step: int, length: int) -> Found:
    first = year // length * length + step * length
    return Found(date(first, 1, 1), date(first + length - 1, 12, 31), "years", f"{first} to {first + length - 1}")


def _around(anchor: date, make: Any) -> list[Found]:
    return [make(year) for year in range(anchor.year - 1, anchor.year + 2)]


def _against(reading: Reading, anchor: date) -> Reading:
    if isinstance(reading, str):
        return reading
    return reading._replace(how=f"{reading.how}, against the report of {anchor}")
