"""Number expressions of reports read as bounds of a count, by the table in ``vocab/bounds.toml``."""

from collections.abc import Sequence
from typing import Final

from rashomon.values.bound_rules import RULES, Range
from rashomon.values.bounds import Bounded, Bounds, BoundsRow, bounds_table, compatible, contains, say
from rashomon.values.numerals import LONGEST, Number, holds_number, read_number, tokens_of
from rashomon.values.shares import Share, share_at, whole_at
from rashomon.vocab import load

__all__ = ["Bounded", "Bounds", "BoundsRow", "bounds_table", "compatible", "contains", "read_quantity", "say"]

LARGEST: Final = 10**10
"""No count of people or things in a conflict is larger: it is more than all people alive. Money has its own limit."""
LARGEST_AMOUNT: Final = 10**15

_TABLE: Final = load("bounds")
_ORDINALS: Final = load("numbers")["ordinals"]
_OTHER: Final[dict[str, tuple[str, bool]]] = {
    word: (row["how"], row["keep"]) for row in _TABLE["other"] for word in row["words"]
}
_SHARES: Final = frozenset({"third", "fourth", "fifth", "tenth"})
_NOTHING: Final = [tokens_of(phrase) for phrase in _TABLE["nothing"]]
_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_FRACTION: Final = "not a whole number, so no count"
_LEADING: Final = frozenset({"between", "anywhere", "from", ",", "."})
_LARGE: Final = frozenset(
    {"a", "an", "huge", "massive", "large", "vast", "great", "so", "significant", "growing", "considerable"}
)
_BETWEEN: Final = frozenset({"-", "to", "or", "and", "through"})


def _lexicon(key: str) -> dict[str, list[tuple[list[str], str]]]:
    """First token -> the phrases that begin with it, longest first, with their rule."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for row in _TABLE["modifier"]:
        for phrase in row[key]:
            tokens = tokens_of(phrase)
            found.setdefault(tokens[0], []).append((tokens, row["rule"]))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return found


_BEFORE: Final = _lexicon("words")
_AFTER: Final = _lexicon("after")


def read_quantity(words: str) -> Bounds:
    """The bounds that a number expression sets ("at least 12", "dozens", "between 10 and 15"); never raises.

    Where it is no count (money, a share, an age, a rank, an unknown number) or isn't understood, ``figure`` is False
    and ``how`` says why. Rules and their reasons: `bounds_table`.
    """
    if len(words) > LONGEST:
        digits = sum(c.isdecimal() for c in words)
        return _none(words, "too large to be a count" if digits * 2 > len(words) else "too long for a number")
    tokens = tokens_of(words.partition("(")[0])
    if not tokens:
        return _none(words, "no words")
    part = read_share(tokens)
    if part is not None:
        return _bounds(words, part, None)
    other = _something_else(tokens)
    if other is not None and not other[1]:
        return _none(words, other[0])
    found = _read(tokens if other is None else [token for token in tokens if token not in _OTHER])
    if isinstance(found, str):
        return _none(words, found if other is None else other[0])
    if other is None and _FRACTION in found.how:
        return _none(words, _FRACTION)
    return _bounds(words, found, other)


def read_share(tokens: Sequence[str]) -> Range | None:
    """A part of a known whole as a count ("two thirds of the 90", "12 of the 40", "40 percent of some 200"); else None.

    A fraction of people is rounded by whoever says it, so it is an approximation; "12 of the 40" is not.
    """
    if "of" not in tokens[1:-1] and "half" not in tokens[:-2]:
        return None
    rules, at = _modifiers(tokens)
    if _scaled(tokens, at):
        return None
    share = share_at(tokens, at)
    first = None if share else _range_at(tokens, at)
    end = share.end if share else first[1] if first else len(tokens)
    begin = whole_at(tokens, end)
    whole = _read(list(tokens[begin:])) if begin else None
    if not isinstance(whole, Range) or not whole.upper or _FRACTION in whole.how:
        return None
    if share:
        core = _part(share, whole)
    elif first and (first[0].upper or first[0].lower) <= whole.upper:
        core = first[0]
    else:
        return None
    for rule in reversed(rules):
        core = RULES[rule](core)
    return core


def _part(share: Share, whole: Range) -> Range:
    lower, upper = whole.lower * share.over // share.under, -(-(whole.upper or 0) * share.over // share.under)
    return Range(lower, upper, True, (f"{share.words} of {whole.upper:,}",))


def _scaled(tokens: Sequence[str], at: int) -> bool:
    """Whether "of" belongs to the number itself: a couple of hundred, tens of thousands, a quarter of a million."""
    found = _number_at(tokens, at)
    return found is not None and "of" in tokens[at : found[1]]


def _bounds(words: str, found: Range, other: tuple[str, bool] | None) -> Bounds:
    largest = LARGEST if other is None else LARGEST_AMOUNT
    if max(found.lower, found.upper or 0) > largest:
        return _none(words, "too large to be a count")
    how = "; ".join(found.how) or "as said"
    if other is not None:
        how = f"{other[0]}; {how}" if found.how else other[0]
    return Bounds(lower=found.lower, upper=found.upper, approx=found.approx, words=words, how=how, figure=other is None)


def _none(words: str, how: str) -> Bounds:
    return Bounds(lower=None, upper=None, words=words, how=how, figure=False)


def _something_else(tokens: Sequence[str]) -> tuple[str, bool] | None:
    """What the number is, if no count, and whether its amount is kept."""
    if tokens[-1] in _ORDINALS and len(tokens) <= 3:
        return ("a share, not a count" if tokens[-1] in _SHARES else "a rank, not a count"), False
    for at, token in enumerate(tokens):
        if token in _OTHER and not _scaled_half(tokens, at) and not _as_modifier(tokens, at):
            return _OTHER[token]
        if token in _ENDINGS and at and tokens[at - 1][-1].isdecimal():
            return "a rank, not a count", False
    if tokens[0] in _ORDINALS:
        return "a rank, not a count", False
    return _by_place(tokens)


def _by_place(tokens: Sequence[str]) -> tuple[str, bool] | None:
    """What the order of the tokens gives away: "-5", "No. 4", "one in five", "10^400", "1/3"."""
    if tokens[0] in ("-", "−") and len(tokens) > 1 and tokens[1][0].isdecimal():
        return "a negative number, which is no count", False
    if tokens[0] in ("#", "no", "number") and any(token[0].isdecimal() for token in tokens[1:3]):
        return "a label, not a count", False
    if "^" in tokens or "/" in tokens or ":" in tokens:
        return "a formula, not a count", False
    if "in" in tokens[1:-1] and read_number(tokens, tokens.index("in") + 1):
        return "a share, not a count", False
    return None


def _scaled_half(tokens: Sequence[str], at: int) -> bool:
    """Whether "half" or "quarter" belongs to a number: half a million, two and a half thousand."""
    return tokens[at] in ("half", "quarter") and (
        read_number(tokens, at) is not None or (tokens[at - 2 : at] == ["and", "a"] and tokens[at + 1 : at + 2] != [])
    )


def _as_modifier(tokens: Sequence[str], at: int) -> bool:
    """Whether a word that can make a ratio or share is part of a modifier: as many as 40, at most 40, 10 but not 20."""
    if tokens[at] == "as":
        return "twice" not in tokens and "times" not in tokens
    if tokens[at] == "most":
        return tokens[max(at - 2, 0) : at][-1:] == ["at"] or tokens[max(at - 2, 0) : at] == ["at", "the"]
    if tokens[at] == "times":
        return at + 1 == len(tokens)
    return tokens[at] == "but" and any(token[0].isdecimal() for token in tokens[:at])


def _read(tokens: list[str]) -> Range | str:
    """The range of an expression that is a number, or the reason why it isn't."""
    if "but" in tokens:
        at = tokens.index("but")
        return _both(_read(tokens[:at]), _read(tokens[at + 1 :]))
    if tokens in _NOTHING:
        return Range(0, 0)
    rules, at = _modifiers(tokens)
    found = _range_at(tokens, at)
    if found is None:
        return "no number in it"
    (core, at) = found
    after, at = _following(tokens, at)
    if holds_number(tokens[at:]):
        return "more than one number in it"
    for rule in (*after, *reversed(rules)):
        core = RULES[rule](core)
    return core


def _both(one: Range | str, other: Range | str) -> Range | str:
    if isinstance(one, str) or isinstance(other, str):
        return one if isinstance(one, str) else str(other)
    uppers = [end for end in (one.upper, other.upper) if end is not None]
    lower, upper = max(one.lower, other.lower), min(uppers, default=None)
    if upper is not None and upper < lower:
        return "its two ends contradict each other"
    return Range(lower, upper, one.approx or other.approx, ("both ends as said",))


def _modifiers(tokens: Sequence[str]) -> tuple[list[str], int]:
    """The rules of the words before the number, outermost first, and where the number begins."""
    rules: list[str] = []
    at = 0
    while at < len(tokens):
        for phrase, rule in _BEFORE.get(tokens[at], ()):
            if tokens[at : at + len(phrase)] == phrase:
                rules.append(rule)
                at += len(phrase)
                break
        else:
            if tokens[at] not in _LEADING:
                break
            at += 1
    return rules, at


def _following(tokens: Sequence[str], at: int) -> tuple[list[str], int]:
    """The rules of the words after the number, and the position after them."""
    if tokens[at : at + 1] == ["-"]:
        at += 1
    if at < len(tokens):
        for phrase, rule in _AFTER.get(tokens[at], ()):
            if tokens[at : at + len(phrase)] == phrase:
                return [rule], at + len(phrase)
    return [], at


def _range_at(tokens: Sequence[str], at: int) -> tuple[Range, int] | None:
    """A number or a range of two ("10-15", "20 or 30", "between 10 and 15", "two to three hundred")."""
    first = _number_at(tokens, at)
    if first is None:
        return None
    number, end = first
    joint = at > 0 and tokens[at - 1] == "between"
    if end < len(tokens) and tokens[end] in _BETWEEN and (tokens[end] != "and" or joint or _ranges(tokens, at)):
        step = end + 1
        rules, skip = _modifiers(tokens[step:]) if step < len(tokens) else ([], 0)
        second = _number_at(tokens, step + skip) if set(rules) <= {"about", "as said", "up to"} else None
        if second is not None:
            joined = _joined(number, second[0])
            return (RULES["about"](joined) if "about" in rules else joined), second[1]
    return _single(number), end


def _ranges(tokens: Sequence[str], at: int) -> bool:
    return "between" in tokens[:at]


def _number_at(tokens: Sequence[str], at: int) -> tuple[Number, int] | None:
    """As `read_number`, and: "a" alone is one, "a large number" is a plural."""
    found = read_number(tokens, at)
    if found is not None or at >= len(tokens) or tokens[at] not in _LARGE:
        return found
    end = at
    while end < len(tokens) and tokens[end] in _LARGE:
        end += 1
    if end < len(tokens) and tokens[end] == "number":
        return Number(2, None, 2, vague=" ".join(tokens[at : end + 1])), end + 1
    if end - at > 1 or tokens[at] not in ("a", "an"):
        return read_number(tokens, end)
    return Number(1, 1, 1), end


def _single(number: Number) -> Range:
    if number.vague:
        until = "up, with no upper end" if number.upper is None else f"to {number.upper:,}"
        return Range(number.lower, number.upper, False, (f'"{number.vague}" is read as {number.lower:,} {until}',))
    if not number.whole:
        return Range(number.lower, number.upper, True, (_FRACTION,))
    return Range(number.lower, number.upper)


def _joined(first: Number, second: Number) -> Range:
    """Two ends; the scale of the second serves both ("2 to 3 million") where the first is smaller than its lead."""
    shared = first.scale == 1 and second.scale > 1 and not first.vague and first.lower < second.lead
    lower = first.lower * second.scale if shared else first.lower
    upper = second.upper
    how = ("a range, both ends as said",)
    if upper is not None and upper < lower:
        return Range(second.lower, first.upper, False, ("a range, said with the larger end first",))
    return Range(lower, upper, False, how)
