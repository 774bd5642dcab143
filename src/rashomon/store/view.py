"""The one who reads: records out of a case, whole, checked, and always in the same order."""

import hashlib
import zlib
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec

from rashomon.errors import DamagedCase, NotFound
from rashomon.records import (
    Actor,
    AnyClaim,
    Disagreement,
    Document,
    Finding,
    Graph,
    Incident,
    Judgement,
    Maker,
    Place,
    Receipt,
    Tie,
)
from rashomon.store import sql
from rashomon.store.connection import Connection
from rashomon.store.once import Once
from rashomon.store.rows import document_of, judgement_of, receipt_of, record_of
from rashomon.store.search import Among, Hit, expression

R = TypeVar("R")


class View:
    """Reads a case. Each call sees what was committed last; inside ``with store.view() as v:`` all see one moment.

    Lists are ordered by id (by their natural key where there is none), so that exports of equal cases are equal.
    A row that is not what was written raises DamagedCase; it is never returned.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Self:
        self._connection.rows("BEGIN")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. Views also end with the store that gave them."""
        self._connection.close()

    def _records(self, kind: Any, noun: str, statement: str, values: Sequence[object] = ()) -> list[Any]:
        """The records in rows of (id, body, seal), equal texts in them held once."""
        rows, once = self._connection.each(statement, values), Once()
        return [once(record_of(kind, f"{noun} {name}", body, found=check)) for name, body, check in rows]

    # -- what came in

    def raw(self, digest: str) -> bytes:
        """The bytes received under this SHA-256; NotFound, or DamagedCase if they are not what was received."""
        rows = self._connection.rows(sql.RAW, (digest,))
        if not rows:
            raise NotFound(digest, "the case holds no such bytes")
        size, packed = rows[0]
        try:
            # Never unpack more than was packed, whatever the file says now.
            data = zlib.decompressobj().decompress(packed, size + 1)
        except (zlib.error, TypeError, ValueError, OverflowError) as error:
            raise DamagedCase(f"bytes {digest}", f"they can't be unpacked ({error})") from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise DamagedCase(f"bytes {digest}", "they are not what was received; run `rashomon doctor`")
        return data

    def raw_digests(self) -> list[str]:
        """The SHA-256 of everything kept."""
        return [row[0] for row in self._connection.rows(sql.RAW_DIGESTS)]

    def attempts(self, digest: str) -> int:
        """How many attempts at parsing these bytes have not ended well."""
        return int(self._connection.value(sql.ATTEMPTS, (digest,)) or 0)

    def receipts(self) -> list[Receipt]:
        """The ledger of everything received, in the order in which it came."""
        return [receipt_of(row) for row in self._connection.rows(sql.RECEIPTS)]

    def ledger(self) -> list[tuple[str, Receipt]]:
        """The receipts with the ISO date-time at which each came."""
        return [(row[5], receipt_of(row)) for row in self._connection.rows(sql.RECEIPTS)]

    def receipt(self, source: str, digest: str) -> Receipt | None:
        """What became of these bytes from this source; None if they never came."""
        rows = self._connection.rows(sql.RECEIPT, (source, digest))
        return receipt_of(rows[0]) if rows else None

    # -- facts

    def documents(self, ids: Sequence[str] | None = None) -> list[Document]:
        """All documents, or those of ``ids`` that there are; ``superseded_by`` is the next version of the source."""
        if ids is None:
            return [document_of(row) for row in self._connection.each(sql.DOCUMENTS)]
        wanted = msgspec.json.encode(list(ids)).decode()
        return [document_of(row) for row in self._connection.rows(sql.DOCUMENTS_BY_ID, (wanted,))]

    def lengths(self, ids: Sequence[str]) -> dict[str, int]:
        """How many characters the texts of these documents have."""
        return dict(self._connection.rows(sql.LENGTHS, (msgspec.json.encode(list(ids)).decode(),)))

    def document(self, name: str) -> Document:
        """The document with this id; NotFound."""
        return self._one(self.documents([name]), name, "document")

    def versions(self, source: str) -> list[str]:
        """The ids of the documents that came from this source, oldest first."""
        return [row[0] for row in self._connection.rows(sql.VERSIONS, (source,))]

    def same_bytes(self, digest: str) -> list[str]:
        """The ids of documents read from bytes with this digest."""
        return [row[0] for row in self._connection.rows(sql.SAME_BYTES, (digest,))]

    def same_text(self, text_digest: str) -> list[str]:
        """The ids of documents whose text has this digest."""
        return [row[0] for row in self._connection.rows(sql.SAME_TEXT, (text_digest,))]

    def pending(self, maker: str) -> list[str]:
        """The ids of documents over which this maker has not been."""
        return [row[0] for row in self._connection.rows(sql.PENDING, (maker,))]

    def graphs(self, document: str | None = None, maker: str | None = None) -> list[Graph]:
        """Graphs, of one document or maker if given; by document, maker, place in the text."""
        statement, values = choose(sql.GRAPH_LISTS, document, maker)
        return self._records(Graph, "graph of document", statement, values)

    def claims(self, document: str | None = None, maker: str | None = None) -> list[AnyClaim]:
        """Claims, of one document or maker if given; by id."""
        statement, values = choose(sql.CLAIM_LISTS, document, maker)
        return self._records(AnyClaim, "claim", statement, values)

    def claims_at(self, document: str, start: int, end: int) -> list[AnyClaim]:
        """Claims with a span that overlaps characters ``start:end`` of a document."""
        return self._records(AnyClaim, "claim", sql.CLAIMS_AT, (document, end, start))

    def claim(self, name: str) -> AnyClaim:
        """The claim with this id, as read last; NotFound."""
        found: AnyClaim = self._one(self._records(AnyClaim, "claim", sql.CLAIM, (name,)), name, "claim")
        return found

    def actors(self, maker: str | None = None) -> list[Actor]:
        """All actors, or those that one maker speaks of."""
        return self._records(Actor, "actor", sql.ACTORS, (maker,))

    def places(self, maker: str | None = None) -> list[Place]:
        """All places, or those that one maker speaks of."""
        return self._records(Place, "place", sql.PLACES, (maker,))

    # -- decisions and progress

    def judgements(self, active: bool = True) -> list[Judgement]:
        """Judgements; ``active=False`` gives the retired ones too."""
        once = Once()
        statement = sql.ACTIVE_JUDGEMENTS if active else sql.JUDGEMENTS
        return [once(judgement_of(row)) for row in self._connection.each(statement)]

    def decisions(self) -> list[Judgement]:
        """The active judgements that people made."""
        return [judgement_of(row) for row in self._connection.each(sql.DECISIONS)]

    def judgements_on(self, document: str, makers: Sequence[str]) -> list[Judgement]:
        """The machine's active judgements on the mentions of a document, by some makers."""
        by = msgspec.json.encode(list(makers)).decode()
        return [judgement_of(row) for row in self._connection.rows(sql.JUDGEMENTS_ON, (document, by))]

    def last_decided(self) -> str:
        """When a person decided last (ISO date-time); "" if nobody has."""
        return str(self._connection.value(sql.LAST_DECIDED))

    def makers(self) -> list[Maker]:
        """Every stage that wrote a row."""
        rows = self._connection.rows(sql.MAKERS)
        return [Maker(name=row[0], version=row[1], settings=row[2], model=row[3] or None) for row in rows]

    def meta(self) -> dict[str, str]:
        """What is noted about the case as a whole: ``name``, ``created_by`` ..."""
        return dict(self._connection.rows(sql.META))

    def counts(self) -> dict[str, int]:
        """How many there are: received, stored, duplicate, quarantined, raw, documents, graphs, claims ..."""
        return dict(self._connection.rows(sql.COUNTS))

    def sums(self, but: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        """Counts and sums of the seals of facts, decisions and progress; another sum, other facts.

        The machine's judgements by the makers ``but`` are left out, and so is what was retired.
        """
        return self._connection.rows(sql.SUMS, (msgspec.json.encode(list(but)).decode(),))

    def sums_of_views(self, makers: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        """The same of the views and of the machine's judgements by ``makers``."""
        return self._connection.rows(sql.SUMS_OF_VIEWS, (msgspec.json.encode(list(makers)).decode(),))

    # -- views

    def incidents(self) -> list[Incident]:
        """All incidents."""
        return self._records(Incident, "incident", sql.INCIDENTS)

    def incident(self, name: str) -> Incident:
        """The incident with this id, or the one that it was merged into; NotFound."""
        found: Incident = self._one(self._records(Incident, "incident", sql.INCIDENT, (name,)), name, "incident")
        return found

    def findings(self, incident: str | None = None) -> list[Finding]:
        """All findings, or those of one incident; by incident, field, policy."""
        if incident is None:
            return self._records(Finding, "finding of incident", sql.FINDINGS)
        return self._records(Finding, "finding of incident", sql.FINDINGS_OF_INCIDENT, (incident,))

    def disagreements(self) -> list[Disagreement]:
        """All disagreements."""
        return self._records(Disagreement, "disagreement", sql.DISAGREEMENTS)

    def ties(self) -> list[Tie]:
        """All ties, by left actor, right actor, relation, sign."""
        return self._records(Tie, "tie of", sql.TIES)

    # -- search

    def search(self, text: str, limit: int = 50, among: Among = "claims") -> list[Hit]:
        """Claims by their quote, or documents by title and text, best first; no text can be a wrong query.

        All words must occur, accents and case aside; ``"words in quotes"`` must stand together.
        """
        wanted = expression(text)
        if wanted is None or limit < 1:
            return []
        statement = sql.SEARCH_CLAIMS if among == "claims" else sql.SEARCH_DOCUMENTS
        rows = self._connection.rows(statement, (wanted, min(limit, 10_000)))
        return [Hit(id=row[0], document=row[1], excerpt=row[2], score=-row[3]) for row in rows]

    @staticmethod
    def _one(found: list[R], name: str, noun: str) -> R:
        if not found:
            raise NotFound(name, f"the case holds no such {noun}")
        return found[0]


def choose(lists: tuple[str, str, str, str], document: str | None, maker: str | None) -> tuple[str, list[str]]:
    """The statement of ``lists`` (all, of a document, of a maker, of both) that fits, and its values."""
    values = [value for value in (document, maker) if value is not None]
    return lists[(document is not None) + 2 * (maker is not None)], values
