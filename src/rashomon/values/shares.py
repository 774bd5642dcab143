"""Parts of a whole as reports say them: "two thirds", "half", "40 percent", and the whole that follows with "of"."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from rashomon.values.numerals import read_number
from rashomon.vocab import load

_SHARES: Final[dict[str, int]] = load("numbers")["shares"]
_PERCENT: Final = (["%"], ["percent"], ["per", "cent"], ["pc"])
# Between a share and its whole: "of the 90", "of its 60", "of those 40".
_LEADING: Final = frozenset(
    {"the", "its", "their", "his", "her", "those", "these", "our", "all", "some", "about", "around"}
)


class Share(NamedTuple):
    """``over`` of ``under`` equal parts, as said in ``words``; ``end`` is the position after it."""

    over: int
    under: int
    words: str
    end: int


def share_at(tokens: Sequence[str], at: int) -> Share | None:
    """The share that begins at a token ("two thirds", "a third", "half", "three quarters", "40 percent"), or None."""
    over, end = 1, at
    if tokens[at : at + 1] in (["a"], ["an"]):
        end = at + 1
    elif tokens[at : at + 1] != ["half"]:
        found = read_number(tokens, at)
        if found is not None and found[0].whole and found[0].upper is not None and not found[0].vague:
            over, end = found[0].lower, found[1]
    percent = next((len(sign) for sign in _PERCENT if list(tokens[end : end + len(sign)]) == sign), 0)
    if percent and end > at and over <= 100:
        return Share(over, 100, " ".join(tokens[at : end + percent]), end + percent)
    end += tokens[end : end + 1] == ["-"]
    under = _SHARES.get(tokens[end], 0) if end < len(tokens) else 0
    return (
        Share(over, under, " ".join(tokens[at : end + 1]).replace(" - ", "-"), end + 1) if 0 < over <= under else None
    )


def whole_at(tokens: Sequence[str], at: int) -> int:
    """Where the whole begins that is said after a share ("of the 90" -> the position of 90); 0 if none is."""
    if tokens[at : at + 1] == ["of"]:
        at += 1
    elif not (at and tokens[at - 1] == "half" and tokens[at : at + 1] and tokens[at] in ("the", "its", "their")):
        return 0
    while at < len(tokens) and tokens[at] in _LEADING:
        at += 1
    return at if at < len(tokens) and read_number(tokens, at) is not None else 0
