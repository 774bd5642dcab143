"""Dates that words name by themselves: days, months, years, decades, centuries, seasons, quarters, parts of a day."""

from datetime import date, datetime, time, timedelta
from typing import Any, Final, NamedTuple

from rashomon.records import Precision
from rashomon.values.periods import WIDTHS
from rashomon.values.time_words import Word, this_century
from rashomon.vocab import load

_TIMES: Final = load("times")
MONTHS: Final = tuple(names[0].capitalize() for names in _TIMES["months"])
WEEKDAYS: Final = tuple(names[0].capitalize() for names in _TIMES["weekdays"])
_THIRDS: Final = {"early": 0, "mid": 1, "late": 2}

NO_SUCH_DAY: Final = "no such day in the calendar"
NOT_UNDERSTOOD: Final = "not understood as a time"


class Found(NamedTuple):
    """A reading: first and last day (or minute), inclusive; None = open; how it was read, in words.

    ``value`` is what TIMEX3 writes for it, where its ends and precision don't tell ("1989-Q3", "1998-08-21TMO").
    """

    first: date | None
    last: date | None
    precision: Precision
    how: str
    value: str = ""


Reading = Found | str
"""A reading, or the reason why there is none."""


def span(first: date, last: date, how: str, value: str = "") -> Found:
    """Days from first to last, with the precision that their number allows."""
    days = (last - first).days + 1
    return Found(first, last, next(precision for width, precision in WIDTHS if days <= width), how, value)


def shifted(day: date, months: int) -> date:
    """The day so many months later; the last of the month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, last_of_month(year, month + 1).day))


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def a_day(year: int, month: int, day: int) -> Reading:
    """A calendar day, or the reason that there is none such."""
    if not 1 <= month <= 12 or not 1 <= day <= last_of_month(year, month).day:
        return NO_SUCH_DAY
    found = date(year, month, day)
    return Found(found, found, "day", f"{day} {MONTHS[month - 1]} {year}")


def a_month(year: int, month: int) -> Found:
    """A calendar month."""
    return Found(date(year, month, 1), last_of_month(year, month), "month", f"{MONTHS[month - 1]} {year}")


def a_year(year: int) -> Found:
    """A calendar year."""
    return Found(date(year, 1, 1), date(year, 12, 31), "year", str(year))


def years(first: int, last: int) -> Found:
    """Calendar years from first to last."""
    return Found(date(first, 1, 1), date(last, 12, 31), "years", f"{first} to {last}")


def a_decade(first: int, last: int) -> Found:
    """The 1980s are 1980 to 1989."""
    return years(first, last)._replace(how=f"the {first}s", value=f"{first // 10}X")


def a_century(number: int) -> Reading:
    """The 20th century is 1901 to 2000."""
    if not 1 <= number <= 22:
        return NOT_UNDERSTOOD
    return years(number * 100 - 99, number * 100)._replace(how=f"century {number}", value=f"{number - 1:02}XX")


def a_season(name: str, year: int) -> Found:
    """A season of the northern hemisphere; "winter 2014" may be at either end of the year, so it is the whole year."""
    if name == "winter":
        return Found(date(year, 1, 1), date(year, 12, 31), "year", f"winter, at either end of {year}", f"{year}-WI")
    first, last = _TIMES["season"][name]["months"]
    how = f"{name} {year}, northern hemisphere"
    return Found(
        date(year, first, 1), last_of_month(year, last), "season", how, f"{year}-{_TIMES['season'][name]['timex']}"
    )


def a_part_of_year(number: int, months: int, year: int) -> Reading:
    """The third quarter (months = 3) or the first half (months = 6) of a calendar year."""
    if not 1 <= number <= 12 // months:
        return NOT_UNDERSTOOD
    name = f"{'quarter' if months == 3 else 'half'} {number} of {year}"
    first = date(year, (number - 1) * months + 1, 1)
    value = f"{year}-{'Q' if months == 3 else 'H'}{number}"
    return Found(first, last_of_month(year, number * months), "season" if months == 3 else "year", name, value)


def numeric(text: str, clock: str | None) -> Reading:
    """ "2013-01-21", "21/01/2013", "21.1.13"; None where day and month could be either way round."""
    pieces = [int(piece) for piece in text.replace("/", "-").replace(".", "-").split("-")]
    if len(text.replace("/", "-").replace(".", "-").split("-")[0]) == 4:
        year, month, day = pieces
    elif pieces[0] > 12 or pieces[0] == pieces[1]:
        day, month, year = pieces
    elif pieces[1] > 12:
        month, day, year = pieces
    else:
        return "day and month could be either way round"
    if year < 100:
        year = this_century(year)
    found = a_day(year, month, day) if 1000 <= year <= 2199 else NO_SUCH_DAY
    return at_clock(found, clock) if clock and isinstance(found, Found) else found


def at_clock(day: Found, text: str) -> Reading:
    """A clock time ("5 p.m.", "10:35 a.m.", "2219 UTC") on a day."""
    minute = clock_time(text)
    if minute is None:
        return "no such time of day"
    if not isinstance(day.first, date) or day.first != day.last:
        return "a time of day, without the day"
    moment = datetime.combine(day.first, minute)
    zone = next((f" {zone.upper()}" for zone in ("utc", "gmt") if zone in text), "")
    return Found(moment, moment, "time", f"{minute:%H:%M}{zone} on {day.how}", f"{moment:%Y-%m-%dT%H:%M}")


def clock_time(text: str) -> time | None:
    """The time of day that a clock expression says, or None."""
    digits = "".join(c if c.isdigit() else " " for c in text.replace(" ", "")).split()
    numbers = [int(piece) for piece in digits]
    if len(digits[0]) >= 3:
        numbers[:1] = divmod(numbers[0], 100)
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    half = "".join(c for c in text if c.isalpha())
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def in_part(day: Found, part: dict[str, Any]) -> Reading:
    """A part of a day (row of the vocabulary) on a day; a night runs into the next morning."""
    if not isinstance(day.first, date) or day.first != day.last:
        return _every_day(day, part["words"][0])
    begin, end = time.fromisoformat(part["from"]), time.fromisoformat(part["to"])
    later = day.first + timedelta(days=1 if end < begin else 0)
    how = f"{day.how}, {part['words'][0]} ({part['from']} to {part['to']})"
    value = f"{day.first.isoformat()[:10]}T{part['timex']}"
    return Found(datetime.combine(day.first, begin), datetime.combine(later, end), "part of day", how, value)


def _every_day(period: Found, part: str) -> Reading:
    if period.first is None or period.last is None or (period.last - period.first).days > 31:
        return "a part of the day, without the day"
    return period._replace(how=f"{period.how}; which {part} is not said")


def from_to(begin: Found, end: Found, named: bool) -> Reading:
    """From the first moment of one to the last of the other; ``named`` if both are named, with "and"."""
    if begin.first is None or end.last is None or _minute(begin.first) > _minute(end.last):
        return "its end comes before its beginning"
    first, last = begin.first, end.last
    how = f"{begin.how} {'and' if named else 'to'} {end.how}"
    if not isinstance(first, datetime) and not isinstance(last, datetime):
        return span(first, last, how)
    opening = _minute(first)  # one end with hours gives the other the first or last minute of its day
    closing = last if isinstance(last, datetime) else _minute(last) + timedelta(days=1, minutes=-1)
    return Found(opening, closing, "part of day" if closing - opening < timedelta(days=1) else "days", how)


def _minute(moment: date) -> datetime:
    return moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)


def lasting(begun: Found, months: int, days: int) -> Reading:
    """ "an 11-year war starting in 1991": from the first day on, for so long; 1991 counts as the first year."""
    if begun.first is None or isinstance(begun.first, datetime):
        return NOT_UNDERSTOOD
    last = shifted(begun.first, months) + timedelta(days=days - 1)
    return span(begun.first, last, f"from {begun.how}, for so long") if last >= begun.first else NOT_UNDERSTOOD


def opened(found: Found, opener: str) -> Found:
    """ "since 2007", "until Friday", "before May", "after 5 May": open at one end."""
    how, value = f"{opener} {found.how}", written(found)
    if opener == "since":
        return Found(found.first, None, "open", how, value)
    if opener == "until":
        return Found(None, found.last, "open", how, value)
    if opener == "before":
        return Found(None, found.first and _next(found.first, -1), "open", how, value)
    return Found(found.last and _next(found.last, 1), None, "open", how, value)


def _next(moment: date, step: int) -> date:
    return moment + (timedelta(minutes=step) if isinstance(moment, datetime) else timedelta(days=step))


def ending(end: Found, months: int, days: int) -> Reading:
    """ "the nine months ended 30 September": so long, with that day or month as the last one."""
    if end.last is None or isinstance(end.last, datetime):
        return NOT_UNDERSTOOD
    first = shifted(end.last + timedelta(days=1), -months) - timedelta(days=days)
    return span(first, end.last, f"so long to {end.how}")


def edge_of(found: Found, edge: str) -> Reading:
    """The early, middle or late third of a period; of a day, its hours by the vocabulary."""
    first, last = found.first, found.last
    if first is None or last is None or isinstance(first, datetime) or isinstance(last, datetime):
        return NOT_UNDERSTOOD
    how = f"{edge} {found.how}" if edge != "mid" else f"middle of {found.how}"
    if first == last:
        begin, end = _TIMES["edge_of_day"][edge]
        opening, closing = (datetime.combine(first, time.fromisoformat(text)) for text in (begin, end))
        return Found(opening, closing, "part of day", f"{how} ({begin} to {end})", first.isoformat())
    third, value = _THIRDS[edge], written(found)
    if first.day == 1 and last == last_of_month(last.year, last.month) and first.month != last.month:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        # longer spans are cut between years: the late 1980s are 1987 to 1989
        cut = 12 if months > 24 else 1
        begins, ends = (cut * round(months / cut * each / 3) for each in (third, third + 1))
        return span(shifted(first, begins), shifted(first, ends) - timedelta(days=1), how, value)
    days = (last - first).days + 1
    # a third of a weekend is still a whole day
    begins, ends = days * third // 3, days * (third + 1) // 3 - 1
    return span(first + timedelta(days=begins), first + timedelta(days=max(begins, ends)), how, value)


def written(found: Found) -> str:
    """A reading as a TIMEX3 value: its own, or the one day, week, month, quarter or year that it is; else empty."""
    first, last = found.first, found.last
    if found.value or first is None or last is None:
        return found.value
    if isinstance(first, datetime) or isinstance(last, datetime):
        return f"{first:%Y-%m-%dT%H:%M}" if first == last else ""
    if first == last:
        return first.isoformat()
    days = (last - first).days
    if days in (1, 6) and first.weekday() == (5 if days == 1 else 0):
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if days == 1 else "")
    if first.day > 1 or last != last_of_month(last.year, last.month):
        return ""
    return _months_written(first, last)


def _months_written(first: date, last: date) -> str:
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        return f"{first:%Y-%m}"
    if months == 12 and first.month == 1:
        return f"{first:%Y}"
    if months == 3 and first.month % 3 == 1:
        return f"{first:%Y}-Q{first.month // 3 + 1}"
    if months == 120 and first.month == 1 and first.year % 10 == 0:
        return f"{first.year // 10}X"
    return ""


def values_of(words: list[Word], kind: str) -> list[Any]:
    """The values of the words of one kind, in order."""
    return [word.value for word in words if word.kind == kind]
