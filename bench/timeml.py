"""TimeML: time expressions of American news of the 1990s, with the day, month, duration ... that each one means."""

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from board import Table, json_lines

from rashomon.records import Period
from rashomon.values.period import Telling, read_told
from rashomon.values.relative_dates import Tense
from rashomon.values.tenses import tense_at
from rashomon.values.time_spans import find_times
from rashomon.values.timex import Timex

FILE = Path("data", "timeml", "train.jsonl.gz")
TYPES = ("DATE", "TIME", "DURATION", "SET")
PROTOCOL = """\
"""

TOLD = 6
"""Times told of before that an expression may count from."""

_MARKUP = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>|<[^>]*>|&#?\w{1,8};")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_MADE = ("CREATION_TIME", "PUBLICATION_TIME")
_FIRST_NUMBER = re.compile(r"(?<=P)(\d+)(DE|[ECQ])$")
_TIMES_TEN = {"DE": (10, "Y"), "E": (10, "Y"), "C": (100, "Y"), "Q": (3, "M")}


class Marked(NamedTuple):
    """A time expression: characters, and type and value; None = not understood."""

    start: int
    end: int
    timex: Timex | None


class Article(NamedTuple):
    """A text with its tags taken out, its times, and the date on which it was made."""

    text: str
    times: list[Marked]
    published: Period | None


def table(data: Path) -> Table | None:
    """Accuracy on given expressions and F1 of expressions found in the text; None without the data."""
    path = data / FILE
    if not path.exists():
        return None
    articles = [article(row["tml"]) for row in json_lines(path)]
    return Table(
        name="timeml",
        title="When: TimeML",
        protocol=PROTOCOL,
        head=("row", "P", "R", "F1", "annotated"),
        rows=(*given_rows(articles), *found_rows(articles)),
    )


def article(markup: str) -> Article:
    """A TimeML file: the text of its body, and the times marked there, without the empty ones."""
    before, _, rest = markup.partition("<TEXT>")
    body = rest.rpartition("</TEXT>")[0]
    pieces: list[str] = []
    times, open_tags, at, length = [], [], 0, 0
    for match in _MARKUP.finditer(body):
        pieces.append(body[at : match.start()])
        length += len(pieces[-1])
        at = match.end()
        if match.group().startswith("&"):
            pieces.append(html.unescape(match.group()))
            length += len(pieces[-1])
        elif match.group(1) is not None and not match.group(1).endswith("/"):
            open_tags.append((dict(_ATTRIBUTE.findall(match.group(1))), length))
        elif match.group() == "</TIMEX3>":
            tag, start = open_tags.pop()
            if start < length:
                times.append(Marked(start, length, Timex(tag["type"], tag["value"])))
    return Article("".join([*pieces, body[at:]]), sorted(times), period(made_on(before)))


def made_on(head: str) -> str:
    """The date on which a text was made, as its head has it; empty if it hasn't."""
    tags = [dict(_ATTRIBUTE.findall(match.group(1))) for match in _MARKUP.finditer(head) if match.group(1)]
    return next((tag["value"] for tag in tags if tag.get("functionInDocument") in _MADE), "")


def period(made: str) -> Period | None:
    """The day of an article's date."""
    return Period(from_=made[:10], to=made[:10], precision="day") if re.match(r"\d{4}-\d\d-\d\d", made) else None


def read(source: Article, spans: Iterable[tuple[int, int]]) -> Iterator[Marked]:
    """Each expression read in its place: the report's date, the tense about it, and the time told of before it."""
    told: tuple[Period, ...] = ()
    for start, end in spans:
        words = " ".join(source.text[start:end].split())
        # that the clause is past says little: "they agreed to meet in March"
        tense: Tense = "future" if tense_at(source.text, start) == "future" else None
        reading = read_told(words, Telling(source.published, tense, told), start, end)
        yield Marked(start, end, reading.timex)
        if reading.period and reading.period.precision != "open":
            told = (*told[1 - TOLD :], reading.period)


def plain(value: str) -> str:
    """A value without what is spelled in more than one way: X for what is left out at the end, weeks, decades, seconds.

    1968-XX is 1968, 199X is 199, 1998-W6 is 1998-W06, T09:42:00 is T09:42, P2E is P20Y, P1Q is P3M.
    """
    value = re.sub(r"-W(\d)\b", r"-W0\1", value.upper())
    value = re.sub(r"(T\d\d:\d\d):\d\d$", r"\1", value)
    if not value.startswith("XXXX"):
        value = re.sub(r"(?<=\d)(-XX|X)+$", "", value)
    factor = _FIRST_NUMBER.search(value)
    if factor:
        times, unit = _TIMES_TEN[factor[2]]
        value = f"P{int(factor[1]) * times}{unit}"
    return value


def same(one: Timex | None, other: Timex | None) -> bool:
    """Whether two have the same value, however it is spelled."""
    return one is not None and other is not None and plain(one.value) == plain(other.value)


def given_rows(articles: Iterable[Article]) -> Iterator[tuple[object, ...]]:
    """Values of the annotated expressions, by type."""
    right, total = dict.fromkeys(("all", *TYPES), 0), dict.fromkeys(("all", *TYPES), 0)
    for source in articles:
        answers = read(source, [(each.start, each.end) for each in source.times])
        for each, answer in zip(source.times, answers, strict=True):
            assert each.timex
            for row in ("all", each.timex.type):
                total[row] += 1
                right[row] += same(each.timex, answer.timex)
    for row, count in total.items():
        yield f"given: {row}", None, None, 100 * right[row] / max(count, 1), count


def found_rows(articles: Iterable[Article]) -> Iterator[tuple[object, ...]]:
    """Expressions found in the text, and their values."""
    count, found, touching, valued = 0, 0, 0, 0
    for source in articles:
        answers = list(read(source, find_times(source.text)))
        count, found = count + len(source.times), found + len(answers)
        for one, other in pairs(source.times, answers):
            touching += 1
            valued += same(one.timex, other.timex)
    for row, hits in (("found: overlap", touching), ("found: value", valued)):
        precision, recall = 100 * hits / max(found, 1), 100 * hits / max(count, 1)
        yield row, precision, recall, 2 * precision * recall / max(precision + recall, 1e-9), count


def pairs(annotated: list[Marked], found: list[Marked]) -> Iterator[tuple[Marked, Marked]]:
    """Expressions that share a character, one to one, in the order of the text."""
    left, right = 0, 0
    while left < len(annotated) and right < len(found):
        one, other = annotated[left], found[right]
        if one.start < other.end and other.start < one.end:
            yield one, other
            left, right = left + 1, right + 1
        elif one.end <= other.end:
            left += 1
        else:
            right += 1
