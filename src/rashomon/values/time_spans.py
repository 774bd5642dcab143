"""Where a text tells a time: stretches that the reader of time expressions would read, found by the same vocabulary."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rashomon.values.time_halves import SMALLER
from rashomon.values.time_scan import Token, stretches
from rashomon.values.time_words import ARTICLES, Word, time_words
from rashomon.vocab import load

_FOUND: Final = load("times")["found"]
_REFERENCES: Final = frozenset(_FOUND["references"])
_DOUBTFUL: Final = frozenset(_FOUND["doubtful"])
_PREPOSITIONS: Final = frozenset(_FOUND["prepositions"])
_DIRECTED: Final = frozenset("NDUSMWXPZ")
_LIKELY_YEARS: Final = range(1900, 2051)
_MARKS: Final = {",": ",", ".": ".", "-": "-", "the": "t", "of": "o"}
_AGE: Final = ("old", "aged")
_SHORT_DAYS: Final = ("sun", "sat", "mon")
_PARTS_OF_YEAR: Final = ("quarter", "half", "century")

# Kinds of words as in time_words, and: t the, o of, p in, on, at ..., f other words without a meaning of their own,
# u a quarter, half or century, y a unit in the plural, a the article, x old, s a time that is said without more words
# (now, recently), ? anything else.
_DATE: Final = r"(?:(?:W\.?,?t?)?(?:R?M\.?t?D(?:,?Y)?|Do?M\.?(?:,?Y)?)|M\.?,?o?(?:Y|N-?N)|YM\.?D|(?:W,?)?G)"
_OF_YEAR: Final = r"(?:,?[po]?t?(?:Y|R[Uu]))"
_DAY: Final = rf"(?:{_DATE}|[RFt]?W(?:[po]?R[Uu])?|T|I|F[Uu])"
_COUNT: Final = r"(?:[NDa]|[ND](?:-|J)[ND])"
_ANY: Final = "[Uuy]"
_PATTERN: Final = re.compile(
    rf"Z?[ND]-?J-?a-?h-?f?{_ANY}(?:Z?-?A|L)?|Z?[Na]-?{_ANY}Jah|Z?a?-?h-?[aN]?-?{_ANY}(?:A|L)?"
    rf"|t?I-?(?:D-?[uf]*u|N[-f]?{_ANY})"
    rf"|F[Uuv]p?(?:RU|aU[AL])|FI"
    rf"|t?Uo{_DATE}|(?:E-?[po]?t?)?{_DAY}(?:,?p?t?(?:E-?)?P|,?p?K)"
    rf"|t?(?:[EZ]-?)?(?:K\.?|P)(?:,?[po]?t?{_DAY})"
    rf"|(?:(?:Z?L|Z|E)-?[po]?)?t?{_DATE}"
    rf"|(?:Z?{_COUNT}[-f]?)?{_ANY}(?:J?[ND]{_ANY})?(?:Z?-?A|L)"
    rf"|(?:[EL][po]?)?t?(?:F(?:N[-f]?)?|RZ?(?:{_COUNT}[-f]?o?)?)f?{_ANY}(?:[po]?t?D-?u)?"
    rf"|(?:[EL][po]?)?t?(?:Y|f)?D-?u{_OF_YEAR}?"
    rf"|(?:[EZ]-?[po]?)?t?(?:R|F|Y)?M\.?{_OF_YEAR}?"
    rf"|(?:[EL]-?[po]?)?t?(?:R|F|E|(?<=[pO])|(?<=t))S{_OF_YEAR}?"
    rf"|S[po]?Y"
    rf"|(?:E-?[po]?)?t?[CB]"
    rf"|(?:E-?[po]?)?t?(?:R|F)?X"
    rf"|(?:[EL]-?[po]?)?{_DAY}"
    rf"|(?:[RF]|(?<=p)t)(?:E-?)?P"
    rf"|(?:E-?[po]?t?)?Y"
    rf"|Q(?:N-?)?(?:{_ANY}|[WMPS])|q|WP"
    rf"|(?:t?Z?D?{_COUNT}[-f]?){_ANY}(?:J[ND]?{_ANY})?(?!-?x)"
    rf"|t?R?H{_OF_YEAR}?|a?[Uu]-f|[UuI]-?E|(?<=[pE])y|(?<=p)tf?{_ANY}|L[po]?t{_ANY}|E-?[po]?t{_ANY}|N-?N|K|H|s"
)


def find_times(text: str) -> list[tuple[int, int]]:
    """The stretches of a text that tell a time, in order, half-open; "Monday and Tuesday" are two.

    They are found by kinds of words alone, one regular expression over one letter a word, in linear time.
    """
    return [span for tokens in stretches(text) for span in spans_of(text, tokens)]


def spans_of(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Those among the words of one stretch, by one regular expression over one letter a word."""
    kinds = "".join([_letter(text, tokens, at) if token[0].text else "?" for at, token in enumerate(tokens)])
    for match in _PATTERN.finditer(kinds):
        first, last = match.span()
        while kinds[last - 1] in ".,-":
            last -= 1
        start, end = tokens[first][1], tokens[last - 1][2]
        blank = text.find("\n\n", start, end)
        end = end if blank < 0 else blank
        if kinds[first:last].strip("-") in ("NN", "N-N") and time_words(text[start:end])[0].kind != "Y":
            continue
        yield start, end


def _letter(text: str, tokens: Sequence[Token], at: int) -> str:
    """The kind of a word, in one letter of `_PATTERN`; words that are mostly no time need a sign that they are."""
    word, start, end = tokens[at]
    kind = word.kind
    if word.text in _MARKS:
        return _MARKS[word.text]
    if kind == "":
        return "p" if word.text in _PREPOSITIONS else "f"
    if kind in "DNYG" and (_decimal(text, end) or (start > 1 and _decimal(text, start - 1))):
        # a number with decimals
        return "?"
    if kind in "MWH" and not text[start].isupper():
        return "?"
    if (
        kind == "B"
        and word.text.isalpha()
        and not (at and (tokens[at - 1][0].text == "the" or tokens[at - 1][0].kind == "E"))
    ):
        return "?"
    if word.text == "half" and _halves(tokens, at):
        return "h"
    if word.text in _DOUBTFUL and not _beside_time(tokens, at):
        return "?"
    return _by_neighbours(tokens, at)


def _halves(tokens: Sequence[Token], at: int) -> bool:
    """Whether a unit is halved: "half an hour", "a half-century", "two and a half years", "a year and a half"."""
    ahead = [word for word, _, _ in tokens[at + 1 : at + 3] if word.text not in ("-", "a", "an")]
    if ahead and ahead[0].kind == "U":
        return ahead[0].value.name in SMALLER
    before = [word for word, _, _ in tokens[max(at - 3, 0) : at]]
    return len(before) == 3 and before[0].kind == "U" and [word.text for word in before[1:]] == ["and", "a"]


def _decimal(text: str, at: int) -> bool:
    """Whether a decimal point stands there."""
    return text[at : at + 1] == "." and text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit()


def _by_neighbours(tokens: Sequence[Token], at: int) -> str:
    """The letter of a word of a known kind, by what stands beside it."""
    word = tokens[at][0]
    kind = word.kind
    following = tokens[at + 1][0].kind if at + 1 < len(tokens) else ""
    if following == "V" and at + 2 < len(tokens) and _aside(tokens[at + 1][0]):
        following = tokens[at + 2][0].kind
    if kind in "VR" and word.text in _REFERENCES and not (kind == "R" and following in _DIRECTED):
        return "s"
    if word.text == "so far" and following == "R":
        return "L"
    if word.text not in _AGE and _aside(word):
        return "v" if word.text == "period" else "f"
    if kind == "P" and word.text == "overnight":
        return "T"
    if kind == "V":
        return "x" if word.text in _AGE else "?"
    if kind == "I" and not word.value.keys() & {"unit", "months", "latest"}:
        return "?"
    if kind == "U" and word.text.endswith("long"):
        return "s"
    if kind == "U":
        return "y" if word.value.plural else "u" if word.value.name in _PARTS_OF_YEAR else "U"
    if kind == "N" and word.text in ARTICLES:
        return "a"
    if kind == "Y" and word.text[0] == "'" and following == "U":
        # a quotation that begins with a number, as in '60 Minutes'
        return "?"
    if kind == "Y" and word.value not in _LIKELY_YEARS:
        before = tokens[at - 1][0] if at else word
        return "Y" if before.text in _PREPOSITIONS or before.kind == "M" else "N"
    if kind == "G" and len({mark for mark in word.value[0] if not mark.isdigit()}) > 1:
        return "?"
    return kind


def _aside(word: Word) -> bool:
    return word.kind == "V" and "aside" in word.value


def _beside_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition or direction before, or a day or year after, makes a time of a word such as "May"."""
    ahead = [token[0] for token in tokens[at + 1 : at + 3]]
    if ahead and ahead[0].text == ".":
        del ahead[0]
    if ahead and (ahead[0].kind in ("D", "Y") or (ahead[0].kind == "M" and tokens[at][0].kind == "W")):
        return True
    if tokens[at][0].text in _SHORT_DAYS:
        return False
    before = tokens[at - 1][0] if at else None
    return before is not None and (
        before.kind in ("R", "F", "E", "O", "D") or before.text in _PREPOSITIONS or before.text in ("of", "the")
    )
