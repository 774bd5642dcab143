"""How the words of a time expression combine: ranges, openers, edges, parts of the day.

An expression is peeled from the outside ("since | early | 2011", "Friday | evening") until its kinds, written as a
string, are a key of `BY_THEMSELVES` or `AGAINST_REPORT`; those tables name the function that reads it.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from rashomon.values import dates, relative_dates
from rashomon.values.dates import NOT_UNDERSTOOD, Found, Reading, values_of
from rashomon.values.time_tables import (
    AGAINST_REPORT,
    BY_THEMSELVES,
    DURATION,
    NO_DAY,
    NO_YEAR,
    ON,
    OTHER_EVENT,
    RELATIVE,
    REPEATED,
    Against,
    Report,
)
from rashomon.values.time_words import Unit, Word
from rashomon.vocab import load

_AROUND: Final[dict[str, int]] = load("times")["around"]
_NUMBERED: Final = ("quarter", "half", "century")
_ONE_DAY: Final = timedelta(days=1)

# An edge right before one of these is an edge of the day; before a month or year it is the month's.
_HOURLY: Final = ("P", "W", "T", "D", "G", "K", "")


def read(words: Sequence[Word], against: Against) -> Reading:
    """The reading of time words, or the reason why they give no date."""
    kinds = "".join(word.kind for word in words)
    if not kinds:
        return NOT_UNDERSTOOD
    undated = _undated(words, kinds)
    if undated:
        return undated
    plain = _plain(words, kinds, against)
    if plain is not None:
        return plain
    if kinds == "Z":
        return OTHER_EVENT
    for peel in (_week_of, _lasting, _opened, _ranged, _shifted, _with_hours, _edged, _approximate):
        reading = peel(words, kinds, against)
        if reading is not None:
            return reading
    if "NU" in kinds and "?" in kinds:
        return DURATION
    return NO_YEAR if "N" in kinds and "A" not in kinds else NOT_UNDERSTOOD


def _undated(words: Sequence[Word], kinds: str) -> str:
    """Why the words can't give a date in any order; empty if they may."""
    if "V" in kinds:
        return str(words[kinds.index("V")].value["reason"])
    if "Q" in kinds or "q" in kinds:
        return REPEATED
    return OTHER_EVENT if "I" in kinds or "F" in kinds else ""


def _plain(words: Sequence[Word], kinds: str, against: Against) -> Reading | None:
    """By one of the two tables; None if neither has these kinds."""
    values = [word.value for word in words]
    if kinds in AGAINST_REPORT and (against.anchor is not None or kinds not in BY_THEMSELVES):
        return _by_report(words, kinds, against)
    rule = BY_THEMSELVES.get(kinds)
    if kinds == "P" and words[0].text == "overnight":
        return RELATIVE if against.anchor is None else _part(relative_dates.day_from(against.anchor, -1), words[0])
    return rule(*values) if rule else None


def _by_report(words: Sequence[Word], kinds: str, against: Against) -> Reading:
    if against.anchor is None:
        return RELATIVE
    reading = AGAINST_REPORT[kinds](Report(against.anchor, against.tense), *(word.value for word in words))
    if kinds == "T" and "part" in words[0].value and isinstance(reading, Found):
        part = next(part for part in load("times")["part"] if words[0].value["part"] in part["words"])
        return dates.in_part(reading, part)
    return reading


def _week_of(words: Sequence[Word], kinds: str, against: Against) -> Reading | None:
    """ "the week of 6 March": Monday to Sunday about that day."""
    if kinds[:2] not in ("UM", "UD") or words[0].value != Unit("week", False):
        return None
    day = read(words[1:], against)
    if isinstance(day, str) or day.first is None or day.first != day.last:
        return day
    monday = day.first - day.first.weekday() * _ONE_DAY
    return Found(monday, monday + 6 * _ONE_DAY, "week", f"week of {day.how}")


def _lasting(words: Sequence[Word], kinds: str, against: Against) -> Reading | None:
    """ "an 11-year war starting in 1991", of which the unknown words are what lasted so long."""
    at = kinds.find("O")
    begins = at > 1 and words[at].value == "since" and words[at].text.startswith(("start", "beg"))
    if not begins or kinds[:2] != "NU" or kinds[2:at].strip("?") or words[0].value[0] != words[0].value[1]:
        return None
    begun, row, count = read(words[at + 1 :], against), load("times")["unit"][words[1].value.name], words[0].value[0]
    return (
        begun if isinstance(begun, str) else dates.lasting(begun, *(count * row.get(u, 0) for u in ("months", "days")))
    )


def _opened(words: Sequence[Word], kinds: str, against: Against) -> Reading | None:
    """ "since 2007", "until Friday", "2007 onwards"; "two days after ..." is counted from an event."""
    if "O" not in kinds:
        return None
    if "UO" in kinds and words[kinds.find("UO") + 1].value == "ended":
        return _ended(words, kinds, against)
    after = kinds[-1] == "O" and words[-1].value == "on"
    if kinds[0] != "O" and not after:
        return OTHER_EVENT if kinds[0] in "NUDZ" else _ranged(words, kinds, against)
    inner = read(words[:-1] if after else words[1:], against)
    if isinstance(inner, str):
        return OTHER_EVENT if inner == NOT_UNDERSTOOD else inner
    return dates.opened(inner, "since" if after else words[0].value)


def _ended(words: Sequence[Word], kinds: str, against: Against) -> Reading:
    """ "the nine months ended 30 September", "the year ending in March": so long, to that day."""
    at = kinds.find("UO") + 1
    if words[at].text.split()[0] == "ended":
        against = against._replace(tense="past")
    end, row = read(words[at + 1 :], against), load("times")["unit"][words[at - 1].value.name]
    low, high = words[at - 2].value if kinds[at - 2 : at - 1] == "N" else (1, 1)
    if isinstance(end, str) or low != high:
        return end if isinstance(end, str) else DURATION
    return dates.ending(end, *(low * row.get(unit, 0) for unit in ("months", "days")))


def _ranged(words: Sequence[Word], kinds: str, against: Against) -> Reading | None:
    """ "from 5 to 7 May", "between 2003 and 2006", "Friday and Saturday"."""
    at = kinds.find("J")
    if at < 0:
        at = next((i for i in range(1, len(words)) if words[i].value == "until" and kinds[i] == "O"), -1)
    if at <= 0 or at == len(words) - 1:
        return None
    left, right = _completed(list(words[:at]), list(words[at + 1 :]))
    if not left:
        return read(right, against)
    begin, end = _both_ends(left, right, against)
    if isinstance(begin, str) or isinstance(end, str):
        return end if isinstance(end, str) else begin
    return dates.from_to(begin, end, named=words[at].value == "and")


def _both_ends(left: list[Word], right: list[Word], against: Against) -> tuple[Reading, Reading]:
    """Each end by itself or against the report; the further one is then counted from the nearer one.

    "Monday to Wednesday" in a report of Tuesday is last week's; as a plan, the Monday comes first.
    """
    begin, end = read(left, Against(None)), read(right, Against(None))
    if against.anchor is None:
        return begin, end
    if against.tense == "future":
        begin = read(left, against) if isinstance(begin, str) else begin
        first = None if isinstance(begin, str) else begin.first
        return begin, read(right, against if first is None else Against(_day(first), "future"))
    end = read(right, against)
    if isinstance(begin, str) and not isinstance(end, str) and end.last is not None:
        begin = read(left, Against(_day(end.last), "past"))
        if isinstance(begin, Found):
            begin = begin._replace(how=str(begin.first)[:10])
    return begin, end


def _completed(left: list[Word], right: list[Word]) -> tuple[list[Word], list[Word]]:
    """Each side with what it leaves to the other: "5 to 7 May", "May 5 to 7, 2013", "May to July 2011", "2012-13"."""
    kinds, others = ("".join(word.kind for word in side) for side in (left, right))
    if kinds[-1:] == "D" and others[:2] == "DU" and right[1].value.name in _NUMBERED:
        # "the third and fourth quarters"
        unit = Word("U", Unit(right[1].value.name, False), right[1].text)
        return [*left, unit, *right[2:]], [right[0], unit, *right[2:]]
    if kinds[-1:] in ("D", "N") and others[:1] in ("D", "N") and "U" in others:
        low, high = (each.value if each.kind == "N" else (each.value, each.value) for each in (left[-1], right[0]))
        return [], [*left[:-1], Word("N", (low[0], high[1]), ""), *right[1:]]
    if kinds == "Y" and others in ("D", "N"):
        tail = right[0].value if others == "D" else right[0].value[0]
        if tail < 100 and tail > left[0].value % 100:
            return left, [Word("Y", left[0].value // 100 * 100 + tail, right[0].text)]
    if kinds.endswith("MD") and others in ("D", "DY"):
        right = [word for word in left if word.kind == "M"] + right
    if kinds.endswith("D") and "M" not in kinds and "M" in others:
        left = left + [word for word in right if word.kind == "M"]
    if "Y" in others and "Y" not in kinds and ("M" in kinds + others or "S" in kinds):
        left = left + [word for word in right if word.kind == "Y"]
    if kinds in ("W", "M", "WP") and others.endswith("RU"):
        left = left + right[-2:]
    return left, right


def _shifted(words: Sequence[Word], kinds: str, against: Against) -> Reading | None:
    """ "earlier this month" ends with the report, "later this week" begins with it; "a day later" is no date."""
    if "L" not in kinds:
        return None
    if kinds[0] != "L" or len(kinds) == 1:
        return OTHER_EVENT
    inner = read(words[1:], against)
    if isinstance(inner, str) or inner.first == inner.last or against.anchor is None:
        return OTHER_EVENT if inner == DURATION else inner
    anchor, earlier = against.anchor, words[0].value == "earlier"
    if inner.first is None or inner.last is None or not _day(inner.first) <= anchor <= _day(inner.last):
        return inner
    how = f"{inner.how}, {'up to' if earlier else 'from'} the report of {anchor}"
    if isinstance(inner.first, datetime):
        return inner._replace(how=how)
    first, last = (inner.first, anchor) if earlier else (anchor, inner.last)
    return dates.span(first, last, how, dates.written(inner))


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _with_hours(words: Sequence[Word], kinds: str, against: Against) -> Reading | None:
    """A clock time or part of the day beside a day: "5 p.m. on Friday", "early hours of Friday morning"."""
    at = next((i for i, kind in enumerate(kinds) if kind in "KP"), -1)
    if at < 0:
        return None
    clock = next((word for word in words if word.kind == "K"), None)
    near = kinds[0] == "Z"
    edge = next((i for i, kind in enumerate(kinds) if kind == "E" and _hourly(kinds, i)), -1)
    rest = [word for i, word in enumerate(words) if word.kind not in "KP" and i != edge and not (near and i == 0)]
    day = _day_of_hours(rest, against)
    if isinstance(day, str):
        return day
    if clock is not None:
        moment = dates.at_clock(day, clock.value)
        return moment if isinstance(moment, str) or not near else _widened(moment)
    return _part(day, words[at], "" if edge < 0 else words[edge].value)


def _hourly(kinds: str, at: int) -> bool:
    """Whether an edge is one of the day ("early Friday"), and not of the month or year after it."""
    return kinds[at + 1 : at + 2] in _HOURLY or kinds[at + 1 : at + 3] == "RP"


def _day_of_hours(rest: list[Word], against: Against) -> Reading:
    kinds = "".join(word.kind for word in rest)
    if kinds in ("", "L"):
        return NO_DAY
    if kinds not in ("R", "LR"):
        return read(rest, against)
    if rest[-1].value in ON:
        return OTHER_EVENT
    if against.anchor is None:
        return RELATIVE
    return relative_dates.day_from(against.anchor, 0 if rest[-1].value == "this" else -1)


def _part(day: Reading, part: Word, edge: str = "") -> Reading:
    if isinstance(day, str):
        return day
    named = f"{edge} {part.value['words'][0]}"
    row = next((row for row in load("times")["part"] if named in row["words"]), part.value) if edge else part.value
    return dates.in_part(day, row)


def _edged(words: Sequence[Word], kinds: str, against: Against) -> Reading | None:
    """ "early 2013", "mid-March", "the end of the month", "late on Monday"."""
    if "E" not in kinds:
        return None
    rest = [word for word in words if word.kind != "E"]
    if kinds.count("E") > 1 or not rest:
        return NOT_UNDERSTOOD
    if len(rest) == 1 and rest[0].kind == "U" and not rest[0].value.plural:
        rest = [Word("R", "this", "this"), *rest]
    inner = read(rest, against)
    return inner if isinstance(inner, str) else dates.edge_of(inner, values_of(list(words), "E")[0])


def _approximate(words: Sequence[Word], kinds: str, against: Against) -> Reading | None:
    """ "around 20 January" is wider; "over the weekend" and "nearly" before a date say nothing of it."""
    if kinds[0] != "Z" or len(kinds) == 1:
        return None
    inner = read(words[1:], against)
    if isinstance(inner, str) or words[0].value == "more than":
        return inner
    return _widened(inner) if words[0].value == "about" else NOT_UNDERSTOOD


def _widened(found: Found) -> Found:
    if found.first is None or found.last is None:
        return found
    how = f"around {found.how}"
    if isinstance(found.first, datetime):
        margin = timedelta(minutes=_AROUND["time"])
        return Found(found.first - margin, found.last + margin, "part of day", how, dates.written(found))
    margin = _AROUND.get(found.precision, _AROUND["day"]) * _ONE_DAY
    return dates.span(found.first - margin, found.last + margin, how, dates.written(found))
