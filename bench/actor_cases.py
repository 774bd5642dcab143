"""Names of actors to country and sector, some as of a date: test cases of a coder that looks actors up in Wikipedia."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from board import Table, json_lines

from rashomon.resolve.coding import Coding, code
from rashomon.values.period import read_period

FILE = Path("data", "actors", "cases.jsonl.gz")
# What the set writes for organisations of states, which have no country.
NOWHERE = frozenset({"", "IGO", "UNO", "EUR"})
NOBODY = frozenset({"", "UNK", "JNK"})
ROWS = ("country", "sector", "dated")
PROTOCOL = """\
Cases with which the makers of another coder test it: a name or phrase, words of its context and a date for some, \
and the country (ISO alpha-3) and first sector code that they expect (`expect`). Each is coded by \
`rashomon.resolve.coding.code` from the phrase, the context and the date alone. *country*: of all cases with a \
country, those that get it; a case with none (also IGO, UNO, EUR, which are no country) is right where we give none. \
*sector*: likewise, with the first code; the set's UNK and JNK are no code. Codes that the set has and we don't \
(BUD) count as wrong. *dated*: cases with a date, right where all that is expected (country, sector) is. "Today" is \
no date: nothing here looks at a clock, so an office whose end the register has is over. The coder expects some \
codes that its own tests contradict elsewhere (a former president CVL in one, ELI in others); they stay in."""


class Case(msgspec.Struct, frozen=True):
    """A case: what is coded, and what is expected; None where nothing is."""

    words: str
    context: str
    date: str | None
    country: str | None
    sector: str | None


def table(data: Path) -> Table | None:
    """Per cent right of countries, sectors and dated cases; None without the data."""
    path = data / FILE
    if not path.exists():
        return None
    found = score(cases(json_lines(path)))
    return Table(
        name="actor_cases",
        title="Actors: country and sector",
        protocol=PROTOCOL,
        head=("row", "right", "cases"),
        rows=tuple((row, 100.0 * right / max(all_, 1), all_) for row, (right, all_) in found.items()),
    )


def cases(rows: Iterable[dict[str, Any]]) -> list[Case]:
    """The rows that expect a country or a sector."""
    found = []
    for row in rows:
        expected = row.get("expect") or {}
        if not {"country", "code_1"} & expected.keys() or row.get("fn", "agent_to_code") == "query_wiki":
            continue
        sector = expected.get("code_1")
        found.append(
            Case(
                words=row["actor"],
                context=row.get("context") or "",
                date=day(row.get("date") or ""),
                country=expected.get("country"),
                sector=None if sector is None or "?" in sector else sector,
            )
        )
    return found


def day(words: str) -> str | None:
    """The ISO day that a date's words mean; None for "today" and for none."""
    if not words or words.lower() == "today":
        return None
    period = read_period(words, None).period
    found = period and period.from_
    return found[:10] if found else None


def score(found: Iterable[Case]) -> dict[str, tuple[int, int]]:
    """(right, all) of each row."""
    total = dict.fromkeys(ROWS, (0, 0))
    for case in found:
        coded = code(case.words, case.context, case.date)
        right = {row: ok for row, ok in checked(case, coded).items() if ok is not None}
        if case.date and right:
            right["dated"] = all(right.values())
        for row, ok in right.items():
            total[row] = total[row][0] + ok, total[row][1] + 1
    return total


def checked(case: Case, coded: Coding) -> dict[str, bool | None]:
    """Whether country and sector are right; None where nothing is expected."""
    return {
        "country": None if case.country is None else _place(coded.country) == _place(case.country),
        "sector": None if case.sector is None else _sector(coded.sector) == _sector(case.sector),
    }


def _sector(sector: str | None) -> str:
    return "" if (sector or "") in NOBODY else sector or ""


def _place(country: str | None) -> str:
    return "" if (country or "") in NOWHERE else country or ""
