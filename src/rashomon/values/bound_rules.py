"""What each modifier of the table of bounds ("at least", "about" ...) does to the number that it modifies."""

from collections.abc import Callable
from typing import Final, NamedTuple


class Range(NamedTuple):
    """A range on its way to becoming bounds; ``how`` are the steps so far, in words."""

    lower: int
    upper: int | None
    approx: bool = False
    how: tuple[str, ...] = ()


def _at_least(found: Range) -> Range:
    """The number is the lower end; there is no upper one."""
    return Range(found.lower, None, found.approx, (*found.how, "the upper end is open"))


def _more_than(found: Range) -> Range:
    """The lower end is one more than the number; there is no upper one."""
    return Range(found.lower + 1, None, found.approx, (*found.how, "strictly more, the upper end is open"))


def _just_over(found: Range) -> Range:
    """From one more than the number to ten percent above it."""
    upper = None if found.upper is None else max(_ceiling(found.upper * 11, 10), found.lower + 1)
    return Range(found.lower + 1, upper, True, (*found.how, "strictly more, by ten percent at most"))


def _up_to(found: Range) -> Range:
    """The number is the upper end; the lower one is open and set to 0."""
    return Range(0, found.upper, found.approx, (*found.how, "the lower end is open, set to 0"))


def _less_than(found: Range) -> Range:
    """The upper end is one less than the number; the lower one is open and set to 0."""
    upper = None if found.upper is None else max(found.upper - 1, 0)
    return Range(0, upper, found.approx, (*found.how, "strictly less, the lower end is open, set to 0"))


def _nearly(found: Range) -> Range:
    """From ten percent below the number up to it."""
    return Range(found.lower * 9 // 10, found.upper, True, (*found.how, "from ten percent below"))


def _about(found: Range) -> Range:
    """Ten percent either side, rounded outward."""
    upper = None if found.upper is None else _ceiling(found.upper * 11, 10)
    return Range(found.lower * 9 // 10, upper, True, (*found.how, "ten percent either side"))


def _as_said(found: Range) -> Range:
    """The number itself."""
    return found


RULES: Final[dict[str, Callable[[Range], Range]]] = {
    "at least": _at_least,
    "more than": _more_than,
    "just over": _just_over,
    "up to": _up_to,
    "less than": _less_than,
    "nearly": _nearly,
    "about": _about,
    "as said": _as_said,
}
"""What each modifier of the table does to the range of the number that it modifies."""


def explain(rule: str) -> str:
    """What a rule of the table does, in one sentence, for the documentation."""
    return (RULES[rule].__doc__ or "").strip()


def _ceiling(value: int, by: int) -> int:
    return -(-value // by)
