"""Readings written as TIMEX3, the annotation of TimeML: a type, and a value in its form of ISO 8601."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from rashomon.values.dates import Found, Reading, written
from rashomon.values.time_halves import HALF, SMALLER
from rashomon.values.time_tables import DURATION
from rashomon.values.time_words import Unit, Word
from rashomon.vocab import load

_UNITS: Final[dict[str, dict[str, Any]]] = load("times")["unit"]
_WHOLE: Final = {
    smaller: (unit, size) for unit, (smaller, size) in SMALLER.items() if smaller in ("second", "minute", "month")
}
"""Units whose larger one is written before them: P2Y6M."""
_NAMED: Final = {"this": "PRESENT_REF", "past": "PAST_REF", "last": "PAST_REF"}
_AROUND: Final = "ZEL"
"""Kinds that loosen a time without changing its value: about, early, later."""


class Timex(NamedTuple):
    """A time as TIMEX3 has it: DATE, TIME, DURATION or SET, and its value."""

    type: str
    value: str


def timex(words: Sequence[Word], reading: Reading) -> Timex | None:
    """What TIMEX3 writes for time words and how they were read; None where it has no form for them.

    The value of a period is that of its calendar unit (1998, 1998-Q3, 1998-W33, 1998-08-21, 1998-08-21TMO). What
    gives no date is a number of units (P3M; PXY where the number isn't said), a repeated time (P1D, XXXX-WXX-5) or
    one of PAST_REF, PRESENT_REF and FUTURE_REF. "The past two years" is a duration there, though it has ends here.
    """
    kinds = "".join(word.kind for word in words)
    if kinds == "UE" and words[1].value == "late" and isinstance(reading, Found) and reading.last is not None:
        # "year-end" is its last day
        return Timex("DATE", reading.last.isoformat())
    value = _reference(words, kinds)
    if value:
        lasts = any(word.kind == "V" and word.value["reason"] == DURATION for word in words)
        return Timex("DATE" if value.endswith("REF") else "DURATION" if lasts else "SET", value)
    value = _repeated(words, kinds)
    if value:
        return Timex("SET", value)
    value = written(reading) if isinstance(reading, Found) else ""
    amount = _amount(words, kinds) if not (value and set(kinds) & set("LOFAEI")) else ""
    if amount and kinds.endswith("UL") and words[-1].value == "earlier" and words[-2].value.name == "year":
        # "a year earlier" is a date, even where it isn't known from when it counts
        first = reading.first if isinstance(reading, Found) else None
        return Timex("DATE", f"{first:%Y}") if first else None
    if amount:
        return Timex("DURATION", amount)
    return Timex("TIME" if value[10:11] == "T" else "DATE", value) if value else None


def _reference(words: Sequence[Word], kinds: str) -> str:
    """Of words that name no date: what they point to, or how often they come again."""
    if kinds == "R":
        return _NAMED.get(words[0].value, "FUTURE_REF")
    rows = [word.value for word in words if word.kind in "VT"]
    found = [row["timex"] for row in rows if "timex" in row]
    return str(found[0]) if found and len(kinds.strip(_AROUND + "O")) == len(rows) else ""


def _repeated(words: Sequence[Word], kinds: str) -> str:
    """Every Friday, each year, Tuesday nights."""
    if kinds in ("NNU", "VNU", "N?NU") and words[-2].text in ("a", "an"):
        # "twice a week", "once a month", "three times a year"
        return _units(words[-2:])
    if kinds == "WU" and words[1].text == "nights":
        return f"XXXX-WXX-{words[0].value + 1}TNI"
    at = next((i for i, kind in enumerate(kinds) if kind in "Qq"), -1)
    if at < 0:
        return ""
    rest = words[at + 1 :] if kinds[at] == "Q" else [Word("W", words[at].value, ""), *words[at + 1 :]]
    names = "".join(word.kind for word in rest)
    if names in ("U", "NU"):
        return _units([*([Word("N", (1, 1), "")] if names == "U" else []), *rest])
    if not names or names[0] not in "WMPS":
        return ""
    first = rest[0].value
    part = next((f"T{word.value['timex']}" for word in rest if word.kind == "P"), "")
    form = {"W": "XXXX-WXX-{}", "M": "XXXX-{:02}", "P": "XXXX-XX-XX", "S": "XXXX-{}"}[names[0]]
    if names[0] == "S":
        return form.format(load("times")["season"][first]["timex"])
    return form.format(first + 1 if names[0] == "W" else first) + part


def _amount(words: Sequence[Word], kinds: str) -> str:
    """A number of units that runs: six days, several years, the past two weeks, the first nine months."""
    rest = [word for word in words if word.kind not in _AROUND]
    if len(rest) > 2 and rest[0].text == "up to":
        rest = rest[1:]
    if len(rest) > 2 and rest[-1].kind == "U":
        # "10 to 15 years"
        rest = [_as_count(word, rest[at + 1]) if at + 1 < len(rest) else word for at, word in enumerate(rest)]
    names = "".join(word.kind for word in rest)
    if names == "FNU":
        rest, names = rest[1:], names[1:]
    if names[:1] == "R" and (names != "RU" or rest[1].value.plural or _rolls(rest)):
        rest, names = rest[1:], names[1:]
    if names in ("INU", "IU") and "months" in rest[0].value:
        rest, names = rest[1:], names[1:]
    if names in ("DNU", "DNUY", "DNUU"):
        rest, names = rest[1:3], "NU"
    if names == "DU" and rest[1].value.plural:
        rest, names = [Word("N", (rest[0].value, rest[0].value), ""), rest[1]], "NU"
    if names == "UJU":
        rest, names = [Word("N", (2, 9), ""), rest[0]], "NU"
    if names == "I" and rest[0].value.get("unit") and not rest[0].value["step"]:
        rest, names = [Word("U", Unit(rest[0].value["unit"], False), "")], "U"
    if names == "U":
        return _units([Word("N", (1, 1), "") if not rest[0].value.plural else Word("N", (2, 9), ""), *rest])
    if names in ("NU", "NUJNU", "NUNU", "NUU", "NJNU", "NUJN", "UJU"):
        return _units(rest)
    return ""


def _as_count(word: Word, following: Word) -> Word:
    return (
        Word("N", (word.value, word.value), word.text)
        if word.text[:1].isdigit() and word.kind == "D" and following.kind == "J"
        else word
    )


def _rolls(words: Sequence[Word]) -> bool:
    """Whether "the past week" is meant, and not the calendar's last one; a year is the calendar's for annotators."""
    return words[0].value in ("past", "coming")


def _units(words: Sequence[Word]) -> str:
    """ "P3M", "PT5H30M", "PXY"; of "two to three weeks" the first number, of "weeks or months" the first unit."""
    pairs = [(word.value, words[at - 1].value) for at, word in enumerate(words) if at and word.kind == "U"]
    unit, count = pairs[0]
    if words[0].text == HALF and unit.name in _WHOLE:
        whole, size = _WHOLE[unit.name]
        first, rest = divmod(count[0], size)
        value = f"{first}{_UNITS[whole]['timex'][-1]}{rest}{_UNITS[unit.name]['timex'][-1]}"
        return f"PT{value}" if _UNITS[whole]["timex"][0] == "T" else f"P{value}"
    if words[1].kind == "J":
        count = words[0].value
    row = _UNITS[unit.name]
    letter = row["timex"]
    if count[0] != count[1]:
        return f"PTX{letter[1]}" if letter[0] == "T" else str(row.get("vague", f"PX{letter}"))
    value = f"{count[0] * row.get('times', 1)}{letter[-1]}"
    if len(pairs) == 2 and (len(words) == 4 or words[2].text == "and"):
        # "two years and six months", "5 hours 30 minutes"
        other, more = pairs[1]
        value += f"{more[0]}{_UNITS[other.name]['timex'][-1]}"
    return f"PT{value}" if letter[0] == "T" else f"P{value}"
