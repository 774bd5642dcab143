"""Looks a case through for damage: what SQLite can see, and what only its seals and digests can."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rashomon.errors import CaseError, DamagedCase, RashomonError
from rashomon.records import Actor, AnyClaim, Disagreement, Finding, Graph, Incident, Place, Tie
from rashomon.store import sql
from rashomon.store.connection import Connection
from rashomon.store.rows import document_of, judgement_of, receipt_of, record_of, refuse_false_quotes
from rashomon.store.view import View

MOST_PROBLEMS = 100
Reader = Callable[[tuple[Any, ...]], object]
SEALED: tuple[tuple[str, Any, str], ...] = (
    ("graph of document", Graph, sql.GRAPHS),
    ("actor", Actor, sql.ACTORS),
    ("place", Place, sql.PLACES),
    ("incident", Incident, sql.INCIDENTS),
    ("finding of incident", Finding, sql.FINDINGS),
    ("disagreement", Disagreement, sql.DISAGREEMENTS),
    ("tie of", Tie, sql.TIES),
)


def quick(connection: Connection) -> list[str]:
    """The first thing that SQLite finds wrong without reading every index; empty if nothing."""
    return [row[0] for row in connection.rows("PRAGMA quick_check(1)") if row[0] != "ok"]


def thorough(connection: Connection) -> list[str]:
    """Everything that is wrong with the case, in words; empty if it is sound. Reads every byte of it."""
    problems: list[str] = []
    for look in (pages, references, sealed_rows, claims, raw_bytes):
        try:
            problems += look(connection)
        except RashomonError as error:
            problems.append(str(error))
    return problems[:MOST_PROBLEMS]


def pages(connection: Connection) -> Iterator[str]:
    """What SQLite says of its pages, indexes and search tables."""
    for (said,) in connection.rows("PRAGMA integrity_check(100)"):
        if said != "ok":
            yield f"{connection.path}: SQLite says: {said}"


def references(connection: Connection) -> Iterator[str]:
    """Rows that name a document or a claim that is not there."""
    for table, row, parent, _ in connection.rows("PRAGMA foreign_key_check"):
        yield f"{table} {row}: it names one of the {parent} that the case does not hold"


def sealed_rows(connection: Connection) -> Iterator[str]:
    """Rows that are not what was written."""
    yield from damage(connection, sql.DOCUMENTS, document_of)
    yield from damage(connection, sql.RECEIPTS, receipt_of)
    yield from damage(connection, sql.JUDGEMENTS, judgement_of)
    for noun, kind, statement in SEALED:
        yield from damage(connection, statement, sealed_reader(noun, kind))


def sealed_reader(noun: str, kind: Any) -> Reader:
    """A reader of rows of (id, body, seal)."""
    return lambda row: record_of(kind, f"{noun} {row[0]}", row[1], found=row[2])


def damage(connection: Connection, statement: str, reader: Reader) -> Iterator[str]:
    """What the reader raises on the rows of a statement, one line for each bad row."""
    try:
        rows = connection.rows(statement)
    except CaseError as error:
        yield str(error)
        return
    for row in rows:
        try:
            reader(row)
        except CaseError as error:
            yield str(error)


def claims(connection: Connection) -> Iterator[str]:
    """Claims that are not what was written, or whose quote is not what stands in the document."""
    texts: dict[str, str] = dict(connection.rows(sql.TEXTS))

    def read(row: tuple[Any, ...]) -> None:
        claim: AnyClaim = record_of(AnyClaim, f"claim {row[0]}", row[1], found=row[2])
        refuse_false_quotes(claim, texts.get(claim.document, ""))

    yield from damage(connection, sql.CLAIMS, read)


def raw_bytes(connection: Connection) -> Iterator[str]:
    """Received bytes that are not what came in."""
    view = View(connection)
    for digest in view.raw_digests():
        try:
            view.raw(digest)
        except DamagedCase as error:
            yield str(error)


def examine(path: str | Path) -> list[str]:
    """What is wrong with the file at ``path``, even if it is too damaged to be opened as a Store; empty if sound."""
    try:
        connection = Connection(Path(path).absolute(), "read", patience=5.0)
    except RashomonError as error:
        return [str(error)]
    try:
        return thorough(connection)
    finally:
        connection.close()
