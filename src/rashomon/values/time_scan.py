"""The words of running text that may tell a time, with their kinds: only what stands about a telling word is cut up.

Of a news text four words in five lie far from any time. A word is *telling* if without such a one no time is found
(Monday, March, year, yesterday, 1998); *known* if it may stand beside one (of, the, last, three). Every stretch of
known words with a telling one in it is read as `time_words` would read it, and the rest is passed over.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, Final

from rashomon.values.numerals import number_words
from rashomon.values.time_words import ARTICLES, LEXICON, TOKEN, Word, in_digits, phrase_at
from rashomon.vocab import load

Token = tuple[Word, int, int]
"""A word of known kind, or of none, and where it stands."""

_UNKNOWN: Final = Word("?", None, "")
_ORDINALS: Final = frozenset(load("numbers")["ordinals"])
_SPEAKING: Final = frozenset(LEXICON) | _ORDINALS | {word for word in number_words() if word.isalpha()} | set(ARTICLES)
"""The words that may begin a phrase, a number or an ordinal; all others are unknown without a further look."""
_TELLING_KINDS: Final = frozenset("UYMGTWPCBXHSKq")
_REFERENCES: Final = frozenset(load("times")["found"]["references"])
# Letters within dates, clock times and decades, and the words that join numbers.
_WITHIN: Final = re.findall(r"\w+", "a am an and clock couple gmt h hrs m nd o of p pair pm rd s st t th upon utc z")
_HUNDREDS: Final = range(10, 21)
"""Of a year that is spoken: nineteen ninety."""
_LETTERS: Final = re.compile(r"([^\W\d_]+)")
_ASCII_LETTERS: Final = re.compile("([a-z]+)")
# Every whole date, clock time, year and decade has one of these in it; all quantifiers bounded.
_DIGITS: Final = re.compile(
    r"\d(?:\d{3}|h\d| ?o['’]clock| ?[:.]? ?\d{0,2} ?[:.]? ?\d{0,2} ?[ap]\.? ?m\b|: ?\d"
    r"| ?[/.-] ?\d{1,2} ?[/.-] ?\d)|'\d\d"
)


def _telling() -> Iterator[str]:
    """One word of each phrase that is a time, or is at the heart of one."""
    yield from (word for word, value in load("numbers")["units"].items() if value in _HUNDREDS)
    yield from load("numbers")["tens"]
    phrases = [entry for entries in LEXICON.values() for entry in entries if _at_heart(entry)]
    single = {entry.phrase[0] for entry in phrases if len(entry.phrase) == 1}
    yield from single
    for entry in phrases:
        if not single & set(entry.phrase):
            yield max(reversed(entry.phrase), key=len)


def _at_heart(entry: Any) -> bool:
    kind = entry.kind
    if kind == "I":
        return bool(entry.value.keys() & {"unit", "months", "latest"})
    return kind in _TELLING_KINDS or (kind in "VR" and entry.text in _REFERENCES)


def _known() -> Iterator[str]:
    """Every word of the vocabulary of times and numbers."""
    yield from (*_WITHIN, *_SPEAKING)
    yield from (word for entries in LEXICON.values() for entry in entries for word in entry.phrase)
    for row in load("numbers").values():
        yield from row if isinstance(row, dict) else ()


_TELLING: Final = frozenset(_telling())
_KNOWN: Final = frozenset(_known())


def stretches(text: str) -> Iterator[list[Token]]:
    """The words of each stretch of a text that may hold times, with their kinds, and the unknown word on either side.

    Words without a meaning in times have kind "?" or none. A number, or a phrase of several words, is one.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    # words at odd places, what stands between them at even ones
    pieces = (_ASCII_LETTERS if lower.isascii() else _LETTERS).split(lower)
    starts = [0, *accumulate(map(len, pieces))]
    done = -1
    for place in _places(lower, pieces, starts):
        if place >= done:
            first, done = _reach(pieces, place)
            yield scanned(lower, starts[max(first, 0)], starts[min(done + 1, len(pieces))])


def _places(lower: str, pieces: list[str], starts: list[int]) -> list[int]:
    """The pieces that are telling, or have telling digits."""
    words = [at for at, piece in enumerate(pieces) if piece in _TELLING]
    digits = [bisect_right(starts, match.start()) - 1 for match in _DIGITS.finditer(lower)]
    return sorted(words + digits) if digits else words


def _reach(pieces: list[str], place: int) -> tuple[int, int]:
    """The places of the last unknown word before a place, and of the first one from it on; -1 or the end if none."""
    first, last = (place, place) if place % 2 else (place - 1, place + 1)
    while first > 0 and pieces[first] in _KNOWN:
        first -= 2
    while last < len(pieces) and pieces[last] in _KNOWN:
        last += 2
    return first, last


def scanned(lower: str, start: int, stop: int) -> list[Token]:
    """The words of a stretch of a text in lower case."""
    matches = list(TOKEN.finditer(lower, start, stop))
    tokens = [match[1] or match[0] for match in matches]
    found: list[Token] = []
    at, count = 0, len(tokens)
    while at < count:
        token, match, word = tokens[at], matches[at], _UNKNOWN
        begin, end = match.span(1) if match[1] else match.span()
        if token in _SPEAKING:
            word, step = phrase_at(tokens, at)
            if not word.kind:
                word = Word("", None, token)
            if step > 1:
                at += step - 1
                last = matches[at]
                end = last.end(1) if last[1] else last.end()
        elif not match[1] and (token[-1].isalnum() or token[0].isdigit()):
            word = in_digits(match)
        found.append((word, begin, end))
        at += 1
    return found
