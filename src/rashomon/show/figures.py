"""Bounds in words, and which shape they are: a point, open above, open below, about, vague, or unknown."""

from collections.abc import Iterable
from typing import Final, Literal

from rashomon.records import DIED_LATER, SEVERAL, SEVERAL_ACTS, Finding

Shape = Literal["point", "least", "most", "about", "vague", "none"]
VAGUE: Final = 1.6  # upper / lower above which an approximation is a vague word ("dozens": 24-99), not "about 40"
HUGE: Final = 10**12
ORDER: Final = ("killed", "injured", "missing", "abducted", "detained", "displaced", "force size", "strikes")
TITLES: Final = {"force size": "Size of the force"}
UNITS: Final = {"force size": "in the force"}
BASIS: Final = {
    "incident": "this incident",
    "cumulative": "running total",
    "period": "over a period",
    "conflict": "the whole conflict",
    "batch": "newly verified batch",
    SEVERAL: SEVERAL_ACTS,
    "unknown": "basis not said",
}


def number(value: int) -> str:
    """A whole number with thousands marks; beyond 10^12 only that it is beyond."""
    if abs(value) > HUGE:
        return "over 1,000,000,000,000" if value > 0 else "under -1,000,000,000,000"
    return f"{value:,}"


def shape(lower: int | None, upper: int | None, approx: bool = False) -> Shape:
    """Which kind of statement the bounds make; a lower bound of 0 or 1 under "up to" says nothing by itself."""
    if lower is None and upper is None:
        return "none"
    if upper is None:
        return "least"
    if lower is None or (lower <= 1 < upper and not approx):
        return "most"
    if lower == upper:
        return "point"
    return "vague" if upper > VAGUE * max(lower, 1) else "about"


def whole(found: Finding) -> str:
    """A finding in words: ``39 (16–44)``, ``12–19``, ``at least 31``, ``up to 32``, ``5``."""
    low, best, high = found.low, found.best, found.high
    if low is not None and high is not None:
        span = number(low) if low == high else f"{number(low)}–{number(high)}"
    elif low is not None:
        span = f"at least {number(low)}"
    elif high is not None:
        span = f"up to {number(high)}"
    else:
        return "no figure" if best is None else number(best)
    return span if best is None or low == high else f"{number(best)} ({span})"


def gap(found: Finding) -> str:
    """The size of the disagreement in words, or nothing if the accounts are close."""
    low, high = (min(bound or 0, HUGE) for bound in (found.low, found.high))
    return apart(high / low) if low > 0 else ""


def apart(ratio: float) -> str:
    """How many times the low the high is, in words, or nothing if they are close."""
    return f"high is {ratio:.1f}× low" if ratio >= 1.25 else ""


def parse(field: str) -> tuple[str, str, str]:
    """A finding's field as (measure, counted group, basis): ``killed: hostages (cumulative)``, ``attackers``.

    The basis is empty for figures of the incident itself.
    """
    name = field.replace("_", " ").strip()
    head, bracket, tail = name.rpartition(" (")
    basis = tail.rstrip(")") if bracket and tail.rstrip(")") in BASIS else ""
    if basis:
        name = head
    measure, _, group = name.partition(":")
    if measure == "attackers":
        return "force size", "attackers", basis
    return measure.strip() or "figure", group.strip(), basis


def measure_of(field: str) -> str:
    """What a field counts, with its basis if that is not the incident: figures of two bases share no axis."""
    measure, _, basis = parse(field)
    return f"{measure}, {BASIS[basis]}" if basis else measure


def group_of(field: str) -> str:
    """Who is counted (``killed: hostages`` → ``hostages``), or nothing for everybody."""
    return parse(field)[1]


def label(field: str) -> str:
    """A finding's field in words that follow a number: ``killed: civilians`` → ``civilians killed``."""
    measure, group, basis = parse(field)
    if not happens(measure) or group in ("bodies found", DIED_LATER):
        counted = group or UNITS.get(measure, measure)
    else:
        counted = f"{group} {measure}".strip()
    return f"{counted}, {BASIS[basis]}" if basis else counted


def happens(measure: str) -> bool:
    """Whether a measure is what befell those counted (killed, missing), so that it follows their name."""
    return measure.endswith(("ed", "missing", "dead"))


def rank(measure: str) -> tuple[int, str]:
    """Where a measure stands in the reading order: deaths first, then injuries, then the rest by name."""
    return (ORDER.index(measure) if measure in ORDER else len(ORDER), measure)


def accounts(count: int) -> str:
    """``1 account``, ``4 accounts``."""
    return f"{count:,} account" + ("" if count == 1 else "s")


def ends(bounds: Iterable[int | None]) -> list[int]:
    """The bounds that are numbers, none beyond what an axis can draw."""
    return [min(value, HUGE) for value in bounds if value is not None]
