"""What a benchmark hands to the scoreboard: a table, what it measures in words, and others' figures beside it.

Every public benchmark is a module of this folder with one function, ``table(data: Path) -> Table | None``: it measures
the model in the package on the set's files below ``data``, and is None where they aren't there. `scoreboard.PUBLIC` is
the list of them.
"""

import gzip
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

PEERS = Path(__file__).with_name("peers.toml")


class Peer(msgspec.Struct, frozen=True):
    """Somebody else's F1 by row, or speeds by measure, and where they are published."""

    name: str
    source: str
    f1: dict[str, float] = {}
    speeds: dict[str, float] = {}


class Table(msgspec.Struct, frozen=True):
    """A benchmark's figures; the first column of a row is its name, by which others' figures are put beside it.

    ``name`` is the benchmark's section of `peers.toml`; ``protocol`` says in one paragraph what is measured on what,
    and what is not; ``notes`` stand below the table.
    """

    name: str
    title: str
    protocol: str
    head: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    notes: tuple[str, ...] = ()


def peers(name: str, path: Path = PEERS) -> list[Peer]:
    """The published figures to print beside a benchmark's; none where it has no section."""
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")).get(name, []), list[Peer])


def section(table: Table, beside: Sequence[Peer]) -> Iterator[str]:
    """A benchmark's part of the page: title, protocol, figures with others' in the last columns, sources."""
    yield f"### {table.title}"
    yield table.protocol
    rows = [[*row, *others(str(row[0]), beside)] for row in table.rows]
    yield markdown([*table.head, *[peer.name for peer in beside]], rows)
    if beside:
        yield sources(beside)
    yield from table.notes


def others(row: str, beside: Sequence[Peer]) -> list[float | None]:
    """Others' figures for a row; None where they have none."""
    return [float(peer.f1[row]) if row in peer.f1 else None for peer in beside]


def sources(beside: Sequence[Peer]) -> str:
    """Where others' figures are from, a line each."""
    return "\n".join(f"- *{peer.name}*: {peer.source.strip()}" for peer in beside)


def markdown(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table; the first column is words, the others are numbers."""
    lines = [" | ".join(head), " | ".join(["---", *["---:"] * (len(head) - 1)])]
    lines += [" | ".join(_cell(value) for value in row) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)


def _cell(value: object) -> str:
    return "" if value is None else f"{value:.1f}" if isinstance(value, float) else str(value)


def json_lines(path: Path) -> list[dict[str, Any]]:
    """The rows of a gzipped file of JSON lines."""
    with gzip.open(path, "rb") as lines:
        return [msgspec.json.decode(line) for line in lines if line.strip()]
