"""Numbers as written in reports: digits with any separators or in any script, number words, scales, vague plurals."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from rashomon.vocab import load

LONGEST: Final = 160
"""Characters of the longest expression that is read; the longest in real annotations has under 60."""

_WORDS: Final = load("numbers")
_UNITS: Final[dict[str, int]] = _WORDS["units"]
_TENS: Final[dict[str, int]] = _WORDS["tens"]
_SCALES: Final[dict[str, int]] = _WORDS["scales"]
_SUFFIXES: Final[dict[str, int]] = _WORDS["suffixes"] | _SCALES
_VAGUE: Final = {word: row for row in load("bounds")["vague"] for word in row["words"]}
_JOINTS: Final = frozenset({"-", "and", ","})

# "100s", a grouped number, one with lakh groups or dots, a plain one with or without decimals, a word, any mark.
# `re` and not re2: re2's findall costs forty times as much per short text, and every quantifier here is bounded.
_TOKEN: Final = re.compile(
    r"1,?0{1,3}s(?!\w)|\d{1,3}(?:[,'’٬ ] ?\d{3}){1,5}(?!\d)(?:\.\d{1,9})?|\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){1,5}(?!\d)(?:,\d{1,9})?"
    r"|\d{1,160}(?:(?:\. ?|,)\d{1,9}(?!\d))?|[^\W\d_]{1,60}|\S"
)
_FOLD: Final = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000\t\n\r", " ")
    | dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u2066\u2067\u2069", "")
    | {"٫": ".", "％": "%", "٪": "%"}
)


class Number(NamedTuple):
    """``lower..upper`` (None = open) of a bare number; ``lead`` is what stood before its scale, ``vague`` its word."""

    lower: int
    upper: int | None
    lead: int
    scale: int = 1
    vague: str = ""
    whole: bool = True


def number_words() -> frozenset[str]:
    """The words with which a number may begin."""
    return frozenset([*_UNITS, *_TENS, *_SCALES, *_VAGUE, "half", "quarter", "couple", "pair"])


def plain(words: str) -> str:
    """Lower case, plain dashes, spaces and ASCII digits, invisible marks removed."""
    text = words.lower()
    if text.isascii():
        return text
    text = text.translate(_FOLD)
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() and not c.isascii() else c for c in text)


def tokens_of(words: str) -> list[str]:
    """The words, numbers and marks of a number expression, in `plain` form."""
    return _TOKEN.findall(plain(words))


def read_number(tokens: Sequence[str], at: int) -> tuple[Number, int] | None:
    """The number that begins at a token, and the position after it; None if none begins there."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token[0].isdecimal() and token not in _VAGUE:
        return _in_digits(tokens, at)
    if token in ("a", "an") and at + 1 < len(tokens):
        return _after_article(tokens, at)
    if token in ("half", "quarter"):
        return _part_of_scale(tokens, at)
    if token in _VAGUE:
        return _in_vague_words(tokens, at)
    return _in_words(tokens, at)


def _in_digits(tokens: Sequence[str], at: int) -> tuple[Number, int]:
    suffixed = at + 1 < len(tokens) and tokens[at + 1] in _SUFFIXES
    digits, scale_of_ten = _digits(tokens[at], suffixed)
    at += 1
    scale = 1
    while at < len(tokens) and tokens[at] in _SUFFIXES:
        scale *= _SUFFIXES[tokens[at]]
        at += 1
    if at < len(tokens) and tokens[at] in _VAGUE and "scale" in _VAGUE[tokens[at]] and not tokens[at][0].isdecimal():
        scale *= _VAGUE[tokens[at]]["scale"]
        at += 1
    value, rest = divmod(digits * scale, scale_of_ten)
    return Number(value, value + (rest > 0), digits, scale, whole=rest == 0), at


def _digits(token: str, scaled: bool) -> tuple[int, int]:
    """The digits of a token as one integer, and the power of ten to divide it by.

    The last mark is a decimal point if it is the only one of its kind and not followed by exactly three digits, or
    if a scale follows ("1.500 million"); a comma before three digits is always a thousands mark.
    """
    token = token.replace(" ", "")
    cut = max(token.rfind("."), token.rfind(","))
    if cut < 0:
        return int("".join(c for c in token if c.isdecimal())), 1
    mark, tail = token[cut], token[cut + 1 :]
    alone = token.count(mark) == 1
    mixed = any(other in token[:cut] for other in ".,'’٬" if other != mark)
    decimal = alone and (mixed or len(tail) != 3 or (scaled and mark == ".") or token.startswith("0"))
    whole = "".join(c for c in token if c.isdecimal())
    return int(whole), 10 ** len(tail) if decimal else 1


def _after_article(tokens: Sequence[str], at: int) -> tuple[Number, int] | None:
    """ "a dozen", "a hundred", "a couple of", "a few", "a half dozen", "a quarter of a million", "a"."""
    following = tokens[at + 1]
    if following in _SCALES:
        return _in_words(tokens, at + 1)
    if following in _VAGUE or following in ("half", "quarter", "couple", "pair", "single", "lone", "trio", "duo"):
        return read_number(tokens, at + 1)
    return None


def _part_of_scale(tokens: Sequence[str], at: int) -> tuple[Number, int] | None:
    """ "half a million", "half-dozen", "quarter of a million"; a half of anything else is a share."""
    parts = 2 if tokens[at] == "half" else 4
    at += 1
    while at < len(tokens) and tokens[at] in ("a", "of", "-"):
        at += 1
    if at >= len(tokens) or tokens[at] not in _SCALES:
        return None
    scale = _SCALES[tokens[at]]
    return Number(scale // parts, scale // parts, 1, scale), at + 1


def _in_vague_words(tokens: Sequence[str], at: int) -> tuple[Number, int]:
    """ "dozens", "tens of thousands", "several hundred", "a few dozen", "hundreds upon hundreds"."""
    row = _VAGUE[tokens[at]]
    lower, upper = row["lower"], row.get("upper")
    words = [tokens[at]]
    at += 1
    while at < len(tokens):
        step = 2 if tokens[at] in ("of", "upon", "and") and at + 1 < len(tokens) else 1
        word = tokens[at + step - 1]
        scale = _VAGUE[word]["scale"] if word in _VAGUE and "scale" in _VAGUE[word] else _SCALES.get(word)
        if scale is None:
            break
        words += tokens[at : at + step]
        at += step
        if words[0] == word:
            continue
        lower, upper = lower * scale, None if upper is None else (upper + 1) * scale - 1
    return Number(lower, upper, lower, 1, vague=" ".join(words)), at


def _in_words(tokens: Sequence[str], at: int) -> tuple[Number, int] | None:
    """ "twenty-one", "two hundred and five thousand", "two and a half million"."""
    begin, total, group, lead, scale = at, 0, 0, 0, 1
    while at < len(tokens):
        token = tokens[at]
        if token in _UNITS and (group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20 and _UNITS[token] < 10)):
            group += _UNITS[token]
        elif token in _TENS and group % 100 == 0:
            group += _TENS[token]
        elif token in _SCALES:
            lead, scale = max(group, 1), _SCALES[token]
            halves = lead * 2 + _half_before(tokens, at)
            if scale < 1_000:
                group = halves * scale // 2
            else:
                total, group = total + halves * scale // 2, 0
        elif not (at > begin and _joins(tokens, at, total, group)):
            break
        at += 1
        while tokens[at : at + 3] == ["and", "a", "half"] and at + 3 < len(tokens) and tokens[at + 3] in _SCALES:
            at += 3
        if at < len(tokens) and tokens[at] == "of" and tokens[at - 1] in ("couple", "pair") and _scales(tokens, at + 1):
            at += 1
    if at == begin:
        return None
    value = total + group
    return Number(value, value, lead or value, scale), at


def _half_before(tokens: Sequence[str], at: int) -> int:
    return int(list(tokens[max(at - 3, 0) : at]) == ["and", "a", "half"])


def holds_number(tokens: Sequence[str]) -> bool:
    """Whether any token is a number or number word of two or more."""
    return any(
        token[0].isdecimal() or _UNITS.get(token, 0) > 1 or token in _TENS or token in _SCALES for token in tokens
    )


def _scales(tokens: Sequence[str], at: int) -> bool:
    return at < len(tokens) and tokens[at] in _SCALES


def _joins(tokens: Sequence[str], at: int, total: int, group: int) -> bool:
    """Whether "-" or "and" joins two words of one number: twenty-one, a hundred and five, two-hundred."""
    if tokens[at] not in _JOINTS or at + 1 >= len(tokens):
        return False
    following, before = tokens[at + 1], tokens[at - 1]
    if tokens[at] == "and":
        return (group >= 100 or total > 0) and (following in _UNITS or following in _TENS) and before in _SCALES
    if tokens[at] == ",":
        return total > 0 and group == 0 and (following in _UNITS or following in _TENS)
    if before in _TENS:
        return following in _UNITS and 0 < _UNITS[following] < 10
    return following in _SCALES
