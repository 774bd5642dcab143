"""Time expressions cut into words of known kinds, by the vocabulary in ``vocab/times.toml``.

Kinds, one letter each, so that the kinds of an expression make a string that a table can be asked for:
M month, W weekday, D number up to 31, Y year, N other number, U unit, P part of the day, K clock time, G whole date,
C decade or century, S season, H holiday, X weekend, T day counted from the report's, R direction (last, next ...),
A ago, E edge (early, late ...), L earlier or later, O opener (since, until ...), J joint (to, and ...), Z about,
nearly ..., B decade without its century, I and F counted from the time told of before ("the next day"; "that",
"following" ...), Q every, q weekdays in the plural, V words without a date, ? unknown.
"""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from rashomon.values.numerals import plain, read_number
from rashomon.vocab import load

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Years that a report can mean; four digits outside are read as a number."""


class Word(NamedTuple):
    """One word of known kind; what ``value`` is depends on the kind."""

    kind: str
    value: Any
    text: str


class Unit(NamedTuple):
    """A unit of time as said: its row in the vocabulary, and whether it stood in the plural."""

    name: str
    plural: bool


# Whole dates and clock times first, then numbers with their endings, then words and marks. All quantifiers bounded.
TOKEN: Final = re.compile(
    r"(?P<word>[^\W\d_]{1,40})(?:['’]s\b|s['’](?!\w))?"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})(?:t(?P<iso_time>\d{2}:\d{2})[\d:.,z+]{0,16}(?:-\d{2}:?\d{2})?)?(?!\d)"
    r"|(?P<numeric>\d{1,4} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4})(?!\d)"
    r"|(?P<clock>\d{1,2}(?: ?[:.] ?\d{2}){0,2} ?[ap]\.? ?m\b\.?|\d{3,4} ?[ap]\.? ?m\b\.?|\d{4} ?(?:utc|gmt|hrs)\b"
    r"|\d{1,2}: ?\d{2}(?::\d{2})?|\d{1,2}h\d{2}\b|\d{1,2} ?o['’]clock\b)"
    r"|(?P<decade>\d{3}0)'?s\b|(?P<short>'?\d0'?s\b)|(?P<year>'\d\d(?![\d'%]))"
    r"|(?P<number>\d{1,3},\d{3}|\d{1,160})(?P<ending>st|nd|rd|th)?(?![^\W\d_])(?:['’]s\b)?"
    r"|(?P<mark>[^\s\w]|\w)"
)


# "2.5 years", "2½ years"; of other decimals no unit of time has a round number.
_HALF: Final = re.compile(r"(?<=\d)(?:\.5|½)(?=[ -](?:year|decade|month|week|day|hour|minute))")


class Entry(NamedTuple):
    """A phrase of the vocabulary: its tokens, the kind and value of the word that it is, and the tokens as one text."""

    phrase: tuple[str, ...]
    kind: str
    value: Any
    text: str


def _phrases() -> Iterator[tuple[str, str, Any]]:
    """Every phrase of the vocabulary with its kind and value; where one is listed twice, the first stands."""
    times = load("times")
    for kind, lists in (("M", times["months"]), ("W", times["weekdays"])):
        for number, names in enumerate(lists):
            yield from ((name, kind, number + (kind == "M")) for name in names)
    for kind, key in (("R", "direction"), ("E", "edge"), ("O", "opener"), ("L", "shift"), ("J", "joint")):
        for name, words in times[key].items():
            yield from ((word, kind, name) for word in words)
    for part in times["part"]:
        yield from ((word, "P", part) for word in part["words"])
    for name, season in times["season"].items():
        yield from ((word, "S", name) for word in season["words"])
    for name, unit in times["unit"].items():
        yield from ((word, "U", Unit(name, word.endswith("s") or word == "centuries")) for word in unit["words"])
    yield from ((name, "H", day) for name, day in times["holiday"].items())
    yield from ((name, "T", day) for name, day in times["day"].items())
    yield from ((word, "K", time) for word, time in times["clock"].items())
    yield from ((word, "X", None) for word in ("weekend", "week-end"))
    yield from ((word, "B", decade) for word, decade in times["decade"].items())
    ordinals = load("numbers")["ordinals"]
    for tens, ten in (("twenty", 20), ("thirty", 30)):
        yield from (
            (f"{tens} - {word}", "D", ten + one) for word, one in ordinals.items() if one < 10 and ten + one < 32
        )
    yield from (("ago", "A", -1), ("from now", "A", 1))
    yield from _without_date(times)
    near = times["near"]
    yield from ((word, "Z", "about") for word in near["words"])
    for row in load("bounds")["modifier"]:
        if row["rule"] != "as said":
            yield from ((word, "Z", row["rule"]) for word in row["words"] if word not in near["compared"])
    yield from ((word, "", None) for word in times["filler"]["words"])


def _without_date(times: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """The words that count from the time told of before, come again, or give no date."""
    yield from ((phrase, "I", row) for phrase, row in times["told"].items())
    for step, name in ((0, "same"), (1, "next"), (-1, "previous")):
        yield from ((word, "F", step) for word in times["back"][name])
    yield from ((word, "Q", None) for word in times["every"]["words"])
    yield from ((f"{names[0]}s", "q", number) for number, names in enumerate(times["weekdays"]))
    for row in times["undated"]:
        yield from ((word, "V", row) for word in row["words"])


def _lexicon() -> dict[str, list[Entry]]:
    """First token -> the phrases that begin with it, the longest first."""
    found: dict[str, list[Entry]] = {}
    seen: set[tuple[str, ...]] = set()
    for text, kind, value in _phrases():
        phrase = tuple(match.group("word") or match.group() for match in TOKEN.finditer(text))
        if phrase not in seen:
            seen.add(phrase)
            found.setdefault(phrase[0], []).append(Entry(phrase, kind, value, " ".join(phrase)))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry.phrase))
    return found


LEXICON: Final = _lexicon()
ARTICLES: Final = ("a", "an", "another")
"""Words that count as one, but for a number after them."""
_ALONE: Final = {
    word: Word(entry.kind, entry.value, entry.text)
    for word, entries in LEXICON.items()
    for entry in entries
    if len(entry.phrase) == 1
}


def _by_two() -> dict[tuple[str, str], list[Entry]]:
    """The phrases of several words, by the first two."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entries in LEXICON.values():
        for entry in entries:
            if len(entry.phrase) > 1:
                found.setdefault((entry.phrase[0], entry.phrase[1]), []).append(entry)
    return found


_BY_TWO: Final = _by_two()


def time_words(expression: str) -> list[Word]:
    """The words of a time expression with their kinds; words that carry no meaning of their own are left out."""
    text = plain(expression)
    matches = list(TOKEN.finditer(_HALF.sub(" 1/2", text) if ".5" in text or "½" in text else text))
    tokens = [match["word"] or match.group() for match in matches]
    found: list[Word] = []
    at = 0
    while at < len(tokens):
        if matches[at]["word"] is None and tokens[at] not in LEXICON:
            found.append(in_digits(matches[at]))
            at += 1
            continue
        word, step = phrase_at(tokens, at)
        if word.kind == "U" and at + step == len(tokens) and _definite(tokens, at, word, found):
            if found:
                found.append(Word("R", "this", "the"))
            else:
                word = Word("I", {"step": 0, "unit": word.value.name}, word.text)
        if word.kind:
            found.append(word)
        at += step
    return _tidied(found)


def _definite(tokens: list[str], at: int, word: Word, found: list[Word]) -> bool:
    """Whether a unit is one told of before: "the quarter", "earlier in the day", but not "the end of the week"."""
    asides = sum(each.kind == "V" and "aside" in each.value for each in found)
    before = tokens[max(at - 2 - asides, 0) : at]
    the = before[-1:] == ["the"] or before[-2:] == ["the", "full"] or (asides == 1 and before[-2:-1] == ["the"])
    return not word.value.plural and the and {each.kind for each in found} <= ({"L"} if not asides else {"L", "V"})


def phrase_at(tokens: list[str], at: int) -> tuple[Word, int]:
    """The phrase or number that begins at a token, and how many tokens it has."""
    second = tokens[at + 1] if at + 1 < len(tokens) else ""
    for phrase, kind, value, said in _BY_TWO.get((tokens[at], second), ()):
        size = len(phrase)
        if size == 2 or tuple(tokens[at : at + size]) == phrase:
            return Word(kind, value, said), size
    alone = _ALONE.get(tokens[at])
    if alone is not None:
        return alone, 1
    number = read_number(tokens, at)
    if number is None and tokens[at] in ARTICLES:
        return Word("N", (1, 1), tokens[at]), 1
    if number is None:
        ordinal = load("numbers")["ordinals"].get(tokens[at])
        return Word("?" if ordinal is None else "D", ordinal, tokens[at]), 1
    count, after = number
    if tokens[after : after + 1] == ["of"]:
        after += 1
    upper = count.lower * 4 if count.upper is None else count.upper
    return Word("N", (count.lower, upper), " ".join(tokens[at:after])), after - at


def in_digits(match: re.Match[str]) -> Word:
    """The word that a token of digits, or of a mark without a meaning, is."""
    text = match.group()
    if match["iso"]:
        return Word("G", (match["iso"], match["iso_time"]), text)
    if match["numeric"]:
        return Word("G", (match["numeric"].replace(" ", ""), None), text)
    if match["clock"]:
        return Word("K", text, text)
    if match["decade"]:
        first = int(match["decade"])
        return Word("C", (first, first + 9), text)
    if match["short"]:
        if not text.startswith("'"):
            # "50s" is as often an age
            return Word("V", {"reason": "a decade whose century is not said"}, text)
        return Word("B", int(match["short"].strip("'s")), text)
    if match["year"]:
        return Word("Y", this_century(int(match["year"][1:])), text)
    if match["number"]:
        return _number(match["number"].replace(",", ""), bool(match["ending"]), text.removesuffix("'s"))
    return Word("?", None, text)


def this_century(year: int) -> int:
    """Two digits of a year in full: this century up to 68, the last one above, as POSIX has it."""
    return year + (2000 if year < 69 else 1900)


def _number(digits: str, ordinal: bool, text: str) -> Word:
    value = int(digits)
    if 1 <= value <= 31 and len(digits) <= 2:
        return Word("D", value, text)
    if len(digits) == 4 and FIRST_YEAR <= value <= LAST_YEAR and not ordinal and "," not in text:
        return Word("Y", value, text)
    return Word("N", (value, value), text)


def _tidied(words: list[Word]) -> list[Word]:
    """Numbers before units become counts, spoken years become years, hyphens inside one expression go."""
    found: list[Word] = []
    for at, word in enumerate(words):
        following = words[at + 1].kind if at + 1 < len(words) else ""
        before = found[-1].kind if found else ""
        closes = following in ("U", "", "V", "E", "A") or before == "N" == following
        if word.text == "-" and (before in ("E", "") or closes or "J" in (before, following)):
            continue
        if word.text in ("a", "an", "one") and following in ("P", "W", "X"):
            continue
        if word.text == "so far" and following == "R":
            word = Word("L", "earlier", word.text)
        if word.text in ARTICLES and following in ("D", "N"):
            continue
        if word.kind == "N" and before == "N":
            year = _spoken_year(found[-1].value[0], word.value[0])
            if year is not None:
                found[-1] = Word("Y", year, f"{found[-1].text} {word.text}")
                continue
        found.append(word)
    return counted(found)


def counted(words: list[Word]) -> list[Word]:
    """Numbers before units made counts, and others days or years."""
    return [_counted(words, at) for at in range(len(words))]


def _counted(words: list[Word], at: int) -> Word:
    word = words[at]
    unit = words[at + 1].value if at + 1 < len(words) and words[at + 1].kind == "U" else None
    ordinal = word.kind == "D" and word.text[0].isalpha()
    if (
        word.kind in "DY"
        and unit
        and ((unit.plural and not ordinal) or unit.name not in ("century", "quarter", "half"))
    ):
        return Word("N", (word.value, word.value), word.text)
    if word.kind == "N" and unit is None and word.value[0] == word.value[1]:
        value = word.value[0]
        if FIRST_YEAR <= value <= LAST_YEAR and word.text[0].isalpha():
            return Word("Y", value, word.text)
        if 1 <= value <= 31 and word.text[0].isdigit():
            return Word("D", value, word.text)
    return word


def _spoken_year(hundreds: int, rest: int) -> int | None:
    """ "nineteen ninety-six", "twenty eleven"."""
    return hundreds * 100 + rest if 10 <= hundreds <= 21 and 10 <= rest <= 99 else None
