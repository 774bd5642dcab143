"""Looks a case through for damage: what SQLite can see, and what only its seals and digests can."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from rashomon.errors import CaseError, DamagedCase, NotFound, RashomonError
from rashomon.records import Actor, AnyClaim, Graph, Place
from rashomon.store import sql
from rashomon.store.connection import Connection
from rashomon.store.migrations import version_of
from rashomon.store.rows import (
    actor_row,
    claim_row,
    document_of,
    document_row,
    graph_row,
    judgement_of,
    judgement_row,
    place_row,
    receipt_of,
    receipt_row,
    record_of,
    refuse_false_quotes,
    span_rows,
)
from rashomon.store.view import View
from rashomon.store.viewrows import view_rows

MOST_PROBLEMS = 100
Cells = tuple[Any, ...]


def quick(connection: Connection) -> list[str]:
    """The first thing that SQLite finds wrong without reading every index; empty if nothing."""
    return [row[0] for row in connection.rows("PRAGMA quick_check(1)") if row[0] != "ok"]


def thorough(connection: Connection) -> list[str]:
    """Everything that is wrong with the case (the first 100), in words; empty if it is sound. Reads all of it."""
    problems: list[str] = []
    for look in (pages, search_index, references, facts, claims, raw_bytes, views):
        try:
            problems.extend(islice(look(connection), MOST_PROBLEMS - len(problems)))
        except RashomonError as error:
            problems.append(str(error))
    return problems


def pages(connection: Connection) -> Iterator[str]:
    """What SQLite says of its pages, indexes and search tables."""
    for (said,) in connection.each("PRAGMA integrity_check(100)"):
        if said != "ok":
            yield f"{connection.path}: a page is damaged or does not fit the others (SQLite says: {said})"


def search_index(connection: Connection) -> Iterator[str]:
    """Whether search would find every word; asked only of a connection that may write, as FTS5 wants one."""
    for statement in sql.CHECK_SEARCH if connection.access == "write" else ():
        try:
            connection.rows(statement)
        except DamagedCase:
            yield f"{connection.path}: the search index does not fit the words in the case; it can be rebuilt"


def examine_search(path: str | Path) -> list[str]:
    """What is wrong with the search index of a case that is sound otherwise; nothing where it can't be asked.

    The case must be open to writing, though nothing is written, and nobody else may be writing.
    """
    try:
        connection = Connection(Path(path).absolute(), "write", patience=0.2)
    except CaseError:
        return []
    try:
        return list(search_index(connection))
    except CaseError:
        return []
    finally:
        connection.close()


def references(connection: Connection) -> Iterator[str]:
    """Rows that name a document or a claim that is not there."""
    for table, row, parent, _ in connection.each("PRAGMA foreign_key_check"):
        yield f"{table} {row}: it names one of the {parent} that the case does not hold"


def facts(connection: Connection) -> Iterator[str]:
    """Rows of documents, receipts, graphs, actors, places, judgements that are not what was written."""
    yield from changed(connection, sql.DOCUMENT_ROWS, lambda row: document_row(document_of((row[0], *row[5:], None))))
    yield from changed(connection, sql.RECEIPTS, lambda row: receipt_row(receipt_of(row), row[5]))
    yield from changed(connection, sql.JUDGEMENTS, lambda row: judgement_row(judgement_of(row)))
    for noun, kind, statement, written in (
        ("graph of document", Graph, sql.GRAPH_ROWS, graph_row),
        ("actor", Actor, sql.ACTOR_ROWS, actor_row),
        ("place", Place, sql.PLACE_ROWS, place_row),
    ):
        yield from changed(connection, statement, rewriter(noun, kind, written))


def rewriter(noun: str, kind: Any, written: Callable[[Any], Cells]) -> Callable[[Cells], Cells]:
    """From a row that ends in body and seal to the row that its record would be written as."""
    return lambda row: written(record_of(kind, f"{noun} {row[0]}", row[-2], found=row[-1]))


def changed(connection: Connection, statement: str, rewrite: Callable[[Cells], Cells]) -> Iterator[str]:
    """One line for each row that can't be read, or that would be written otherwise."""
    for row in connection.each(statement):
        try:
            if rewrite(row) != row:
                yield f"row {row[0]!r:.200}: its columns do not fit the record in it"
        except RashomonError as error:
            yield str(error)


def claims(connection: Connection) -> Iterator[str]:
    """Claims that are not what was written, or whose quote is not what stands in the document."""
    spans = 0

    def rewrite(row: Cells) -> Cells:
        nonlocal spans
        claim: AnyClaim = record_of(AnyClaim, f"claim {row[0]}", row[5], found=row[6])
        refuse_false_quotes(claim, row[7] if isinstance(row[7], str) else "")
        spans += len(claim.spans)
        if connection.rows(sql.SPANS_OF_CLAIM, (claim.id, claim.maker)) != span_rows(claim):
            raise DamagedCase(f"claim {claim.id}", "its rows in the table of spans are not its spans")
        return (*claim_row(claim), row[7])

    yield from changed(connection, sql.CLAIM_ROWS, rewrite)
    if connection.value(sql.COUNT_SPANS) > spans:
        yield f"{connection.path}: it holds spans of claims that it does not hold"


def raw_bytes(connection: Connection) -> Iterator[str]:
    """Received bytes that are not what came in."""
    view = View(connection)
    for digest in view.raw_digests():
        try:
            view.raw(digest)
        except (DamagedCase, NotFound) as error:
            yield str(error)


def views(connection: Connection) -> Iterator[str]:
    """Incidents, findings, disagreements and ties that are not what was written."""
    view = View(connection)
    written = view_rows(view.incidents(), view.findings(), view.disagreements(), view.ties())
    for statement, rows in zip(sql.VIEWS, written, strict=True):
        if connection.rows(statement) != rows:
            yield f"{connection.path}: a view is not what was written; rebuild the views"


def examine(path: str | Path) -> list[str]:
    """What is wrong with the file at ``path``, even if it is too damaged to be opened as a Store; empty if sound."""
    try:
        connection = Connection(Path(path).absolute(), "read", patience=5.0)
    except RashomonError as error:
        return [str(error)]
    try:
        version_of(connection)
        return thorough(connection)
    except RashomonError as error:
        return [str(error)]
    finally:
        connection.close()
