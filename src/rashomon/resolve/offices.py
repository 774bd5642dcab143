"""Who held which office when: the terms of the register against a date."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from rashomon.resolve.listed import Term
from rashomon.resolve.register import Entry, Register

Standing = Literal["holds", "held", "will hold"]

# What a title calls an office of the register; a title that isn't here is its own name.
_TITLES: Final = {
    "premier": "prime minister",
    "defense minister": "defence minister",
    "defence secretary": "defence minister",
    "defense secretary": "defence minister",
    "secretary of defense": "defence minister",
    "foreign secretary": "foreign minister",
    "secretary of state": "foreign minister",
    "home secretary": "interior minister",
    "minister of defence": "defence minister",
    "minister of defense": "defence minister",
    "minister of foreign affairs": "foreign minister",
    "minister of the interior": "interior minister",
    "chief of staff": "army chief",
}
_LAST: Final = "9999-12-31"


def held_on(terms: Iterable[Term], date: str) -> tuple[Term, ...]:
    """The terms that ran on a day, ``date`` an ISO day, month or year; a month or year is any day of it."""
    return tuple(term for term in terms if (term.from_ or "0") <= _end(date) and date <= _end(term.to or _LAST))


def latest(terms: Iterable[Term], date: str | None = None) -> tuple[Term, ...]:
    """The terms that ended last, of those that had begun by the date."""
    begun = [term for term in terms if date is None or (term.from_ or "0") <= _end(date)]
    last = max((term.to or _LAST for term in begun), default="")
    return tuple(term for term in begun if (term.to or _LAST) == last)


def standing(terms: Sequence[Term], date: str | None) -> tuple[Standing, tuple[Term, ...]] | None:
    """How somebody stands to the offices of these terms on a date, and to which; None without any.

    Without a date, an office that has no end in the register is still held.
    """
    dated = [term for term in terms if term.from_ or term.to]
    if not terms:
        return None
    if not dated:
        return "holds", tuple(terms)
    now = held_on(terms, date) if date else tuple(term for term in latest(terms) if not term.to)
    if now:
        return "holds", now
    before = latest(dated, date)
    return ("held", before) if before else ("will hold", tuple(dated))


def office_of(title: str) -> str:
    """The register's name for the office that a title names."""
    return _TITLES.get(title.lower(), title.lower())


def holders(register: Register, country: str, title: str, date: str) -> list[Entry]:
    """Who held an office of a country on a date; several where two terms meet on that day."""
    found = register.officers.get((country, office_of(title)), ())
    return [entry for entry, term in found if held_on((term,), date)]


def _end(date: str) -> str:
    """The last day that a date, month or year takes in, for comparison as text."""
    return date + "-12-31"[len(date) - 4 :] if len(date) in (4, 7) else date
