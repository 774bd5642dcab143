"""How far values of given time expressions can get on TimeML: what its annotation leaves to any reader of the text.

    python bench/timeml_ceiling.py DATA

DATA is the folder of the public sets (`docs/evaluation.md`). Two questions, for each half of the articles:

- *One wording, one value.* A value is counted from its article's date (so many days, weeks, months or years), and
  expressions of the same words are put together: those with a weekday or week by the weekday of that date, those with
  a month, season or quarter by its month. The best function of words and date is wrong wherever annotators gave such
  a wording another value than they mostly did.
- *Against its own words.* Annotated values that say something else than the words do: another weekday, month, year,
  number or unit, no part of the day where the words have one; and weeks and quarters left open (1989-WXX).
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import timeml
from board import json_lines

from rashomon.values.time_words import Word, time_words
from rashomon.values.timex import Timex

OPEN = "left open"
_WEEKLY = re.compile(r"day\b|week|tonight")
_YEARLY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|spring|summer|fall|autumn|winter|quarter|half"
)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"(\d{4})(-[QH]\d|-[A-Z]{2})?")


class Case(NamedTuple):
    """An annotated expression: article, its date, words, the annotated value, and whether ours is the same."""

    article: str
    made: date
    words: str
    value: Timex
    right: bool


def cases(data: Path) -> list[Case]:
    """Every given expression of the set."""
    found = []
    for row in json_lines(data / timeml.FILE):
        source = timeml.article(row["tml"])
        answers = timeml.read(source, [(each.start, each.end) for each in source.times])
        for each, answer in zip(source.times, answers, strict=True):
            words = " ".join(source.text[each.start : each.end].split())
            if each.timex and source.published and source.published.from_:
                made = date.fromisoformat(source.published.from_)
                found.append(Case(row["id"], made, words, each.timex, timeml.same(each.timex, answer.timex)))
    return found


def beside(value: str, made: date) -> str:
    """A value counted from an article's date: d-1 the day before, w0 its week, m-2, y-1 Q3; others as they are."""
    plain = timeml.plain(value)
    try:
        if match := _DAY.fullmatch(plain):
            return f"d{(date(*map(int, match.groups()[:3])) - made).days}{match[4] or ''}"
        if match := _WEEK.fullmatch(plain):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return f"w{(monday.toordinal() - made.toordinal() + made.weekday()) // 7}{match[3] or ''}"
    except ValueError:
        return plain
    if match := _MONTH.fullmatch(plain):
        return f"m{(int(match[1]) - made.year) * 12 + int(match[2]) - made.month}"
    match = _YEAR.fullmatch(plain)
    return f"y{int(match[1]) - made.year}{match[2] or ''}" if match else plain


def wording(case: Case) -> tuple[str, ...]:
    """What a function of words and date may look at, so far as it matters."""
    words = case.words.lower().strip(".,").removesuffix("'s")
    weekly = str(case.made.weekday()) if _WEEKLY.search(words) else ""
    return words, weekly, str(case.made.month) if _YEARLY.search(words) else ""


def by_wording(found: Sequence[Case]) -> list[list[Case]]:
    """Expressions of one wording together."""
    groups: dict[tuple[str, ...], list[Case]] = defaultdict(list)
    for case in found:
        groups[wording(case)].append(case)
    return list(groups.values())


def most(group: Sequence[Case]) -> int:
    """How many of one wording the best value gets right: one counted from the article's date, or one as it is."""
    counted = Counter(beside(case.value.value, case.made) for case in group)
    return max(*counted.values(), *Counter(timeml.plain(case.value.value) for case in group).values())


def learnt(group: Sequence[Case]) -> int:
    """How many of one wording the value gets right that is the most frequent one in the other articles."""
    right = 0
    for case in group:
        others = [beside(each.value.value, each.made) for each in group if each.article != case.article]
        right += bool(others) and Counter(others).most_common(1)[0][0] == beside(case.value.value, case.made)
    return right


def against_words(words: str, value: str) -> str:
    """In what a value says something else than its words, or that it is left open; empty if in nothing."""
    parsed = time_words(words)
    kinds, plain = "".join(word.kind for word in parsed), timeml.plain(value)
    told = {word.kind: word for word in parsed}
    if re.search(r"-[WQ]X", value):
        return OPEN
    if match := _DAY.fullmatch(plain):
        return _against_day(kinds, told, match)
    if (match := _MONTH.fullmatch(plain)) and kinds.count("M") == 1 and told["M"].value != int(match[2]):
        return "another month"
    if plain[:4].isdigit() and kinds.count("Y") == 1 and str(told["Y"].value) != plain[:4]:
        return "another year"
    if kinds == "NU" and told["N"].value[0] == told["N"].value[1] and _other_amount(told, plain):
        return "another amount"
    directed = kinds in ("RU", "LRU", "ERU") and told["R"].value in ("last", "this", "next")
    if directed and not told["U"].value.plural and told["U"].value.name in ("week", "month", "year"):
        whole = {"week": _WEEK, "month": _MONTH, "year": re.compile(r"\d{4}(?:-Q\d)?")}[told["U"].value.name]
        return "" if whole.fullmatch(plain) else "another unit"
    return ""


def _against_day(kinds: str, told: dict[str, Word], match: re.Match[str]) -> str:
    try:
        day = date(*map(int, match.groups()[:3]))
    except ValueError:
        return "no day of the calendar"
    if kinds.count("W") == 1 and told["W"].value != day.weekday():
        return "another weekday"
    if kinds.count("M") == 1 and (
        told["M"].value != day.month or (kinds.count("D") == 1 and told["D"].value != day.day)
    ):
        return "another day"
    return "no part of the day" if "P" in kinds and not match[4] else ""


def _other_amount(told: dict[str, Word], plain: str) -> bool:
    count, unit = told["N"].value[0], told["U"].value.name
    return (
        bool(re.fullmatch(r"PT?\d+[A-Z]", plain))
        and unit in ("day", "week", "month", "year")
        and (plain != f"P{count}{unit[0].upper()}")
    )


def rows(found: Sequence[Case]) -> Iterator[tuple[str, int, float]]:
    """What is counted, of how many, and the share in per cent that is right there."""

    def share(name: str, right: int, count: int) -> tuple[str, int, float]:
        return name, count, 100 * right / max(count, 1)

    groups = by_wording(found)
    repeated = [group for group in groups if len({case.article for case in group}) > 1]
    count = sum(map(len, repeated))
    yield share("all, ours", sum(case.right for case in found), len(found))
    yield share("all, best value a wording", sum(map(most, groups)), len(found))
    yield share("wordings of several articles, ours", sum(case.right for group in repeated for case in group), count)
    yield share("wordings of several articles, best value", sum(map(most, repeated)), count)
    yield share("wordings of several articles, value of the other articles", sum(map(learnt, repeated)), count)
    faults = [(against_words(case.words, case.value.value), case) for case in found]
    for name, number in Counter(fault for fault, _ in faults if fault).most_common():
        yield share(f"against its words: {name}, ours", sum(c.right for f, c in faults if f == name), number)
    rest = [case for fault, case in faults if not fault]
    yield share("the rest, ours", sum(case.right for case in rest), len(rest))


def main() -> None:
    """Print one table a half, and one of both."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    found = cases(Path(sys.argv[1]))
    halves = [[case for case in found if timeml.held_out(case.article) == other] for other in (False, True)]
    for name, chosen in (("all", found), ("half whose errors were looked at", halves[0]), ("other half", halves[1])):
        print(f"\n| {name} | expressions | right, per cent |\n|---|---:|---:|")
        for row, count, share in rows(chosen):
            print(f"| {row} | {count} | {share:.1f} |")


if __name__ == "__main__":
    main()
