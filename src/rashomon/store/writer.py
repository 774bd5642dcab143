"""The one who adds: everything written inside one `with`, committed whole or not at all."""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from itertools import compress, zip_longest
from types import TracebackType
from typing import Any, Self

from rashomon.errors import CaseError, NotFound
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
from rashomon.store import sql, viewrows
from rashomon.store.connection import Connection
from rashomon.store.rows import (
    actor_row,
    claim_row,
    document_of,
    document_row,
    graph_row,
    judgement_fields,
    judgement_row,
    place_row,
    receipt_row,
    refuse_false_quotes,
    refuse_stray_nodes,
    same_report,
    span_rows,
)
from rashomon.store.view import View

TEXTS_AT_HAND = 64
"""How many documents' texts a writer holds while it checks quotes against them."""


class Writer:
    """One transaction: ``with store.writing() as w:`` commits at the end, or rolls back if anything was raised.

    What the `with` wrote is durable (on the disk, not in a cache) once the block has been left. Every ``add_`` gives
    back how many rows were new or changed, so a run that is repeated gives 0 everywhere.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._texts: dict[str, str] = {}

    def __enter__(self) -> Self:
        if self._connection.in_transaction:
            raise CaseError(
                str(self._connection.path), "this store is being written to already; leave that `with` first"
            )
        self._connection.rows("BEGIN IMMEDIATE")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._texts.clear()
        try:
            if kind is None:
                self._connection.rows("COMMIT")
        finally:
            self._connection.rollback()

    def _rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        self._refuse_outside()
        return self._connection.rows(statement, values)

    def _many(self, statement: str, rows: Iterable[Sequence[object]]) -> list[tuple[Any, ...]]:
        self._refuse_outside()
        return self._connection.many(statement, rows)

    def _refuse_outside(self) -> None:
        if not self._connection.in_transaction:
            raise CaseError(str(self._connection.path), "nothing is written outside `with store.writing()`")

    def view(self) -> View:
        """The case as this transaction finds it and leaves it, seen by nobody else yet; closed with the store."""
        self._refuse_outside()
        return View(self._connection)

    # -- what came in

    def keep(self, digest: str, data: bytes) -> bool:
        """Keep received bytes under their SHA-256 (hex); True if new. CaseError if the digest is not theirs."""
        if hashlib.sha256(data).hexdigest() != digest:
            raise CaseError(f"bytes {digest}", "they have another SHA-256")
        return bool(self._rows(sql.KEEP_RAW, (digest, len(data), zlib.compress(data, 1))))

    def attempt(self, digest: str) -> int:
        """Count one more attempt at parsing these bytes; commit before parsing. Gives back how many it makes.

        2 or more means that an earlier attempt ended without a word: the bytes, or somebody, killed the program.
        """
        return int(self._rows(sql.COUNT_ATTEMPT, (digest,))[0][0])

    def settled(self, digest: str, deaths: int = 0) -> None:
        """The attempt at these bytes ended well, or with an error that could be told: forget the count.

        All but ``deaths`` of it: bytes that can't be read and ended the program once are not trusted again.
        """
        if deaths:
            self._rows(sql.SET_ATTEMPTS, (deaths, digest))
        else:
            self._rows(sql.END_ATTEMPTS, (digest,))

    def receive(self, receipt: Receipt, at: str) -> bool:
        """Enter a receipt in the ledger, ``at`` an ISO date-time; True if it is new.

        One (source, digest) is entered once. Only a receipt that names no document gives way, to one that does.
        """
        return bool(self._rows(sql.RECEIVE, receipt_row(receipt, at)))

    def take_back(self, receipt: Receipt) -> None:
        """Strike a receipt that named no document, if it is still there with this reason: what it said is over."""
        self._rows(sql.TAKE_BACK, (receipt.source, receipt.digest, receipt.reason))

    # -- facts

    def add_documents(self, documents: Sequence[Document]) -> int:
        """Add documents; a new text under a source that has one is its next version. Returns how many were new.

        Of two sources with the same report the first in the order of their names is kept, whichever came first.
        """
        return sum(self._add_document(document) for document in documents)

    def _add_document(self, document: Document) -> bool:
        row = document_row(document)
        if self._rows(sql.ADD_DOCUMENT, row):
            return True
        for kept in self._rows(sql.DOCUMENT_UNDER_LATER_NAME, (document.id, document.source)):
            if same_report(document_of(kept), document):
                self._rows(sql.RENAME_DOCUMENT, (document.source, row[5], row[7], document.id))
        return False

    def add_graphs(self, graphs: Sequence[Graph]) -> int:
        """Add graphs; CaseError if one lies outside its document. Returns how many were new."""
        for graph in graphs:
            refuse_stray_nodes(graph, self._text(graph.document))
        return len(self._many(sql.ADD_GRAPH, [graph_row(graph) for graph in graphs]))

    def add_claims(self, claims: Sequence[AnyClaim]) -> int:
        """Add claims; CaseError if the text at a span is not its quote. Returns how many were new."""
        for claim in claims:
            refuse_false_quotes(claim, self._text(claim.document))
        new = {row[0] for row in self._many(sql.ADD_CLAIM, [claim_row(claim) for claim in claims])}
        self._many(sql.ADD_SPAN, [row for claim in claims if claim.id in new for row in span_rows(claim)])
        return len(new)

    def add_actors(self, actors: Sequence[Actor], maker: str = "") -> int:
        """Add what a maker says of actors. Returns how many changed.

        Reports may make different records of one actor; the least in the order of their JSON is kept, so that the
        order in which reports come in doesn't matter.
        """
        return len(self._many(sql.ADD_ACTOR, [(maker, *actor_row(actor)) for actor in actors]))

    def add_places(self, places: Sequence[Place], maker: str = "") -> int:
        """Add what a maker says of places, like `add_actors`. Returns how many changed."""
        return len(self._many(sql.ADD_PLACE, [(maker, *place_row(place)) for place in places]))

    # -- decisions and progress

    def add_judgements(self, judgements: Sequence[Judgement]) -> int:
        """Add judgements; one that is there, retired or not, stays as it is. Returns how many were new."""
        return len(self._many(sql.ADD_JUDGEMENT, [judgement_row(item) for item in judgements]))

    def replace_judgements(self, maker: str, judgements: Sequence[Judgement]) -> int:
        """Put these, ordered by id, in the place of the machine's judgements under ``maker``; how many went or came.

        For stages that judge pairs over the whole case. Retired ones stay, and stay retired.
        """
        self._refuse_outside()
        gone, new = [], bytearray(b"\1" * len(judgements))
        # row by row beside each other: a case of 100,000 reports has some two million of them
        coming = enumerate(judgements)
        number, item = next(coming, (0, None))
        for row in self._connection.each(sql.MACHINE_JUDGEMENTS, (maker,)):
            while item is not None and item.id < row[0]:
                number, item = next(coming, (0, None))
            if item is not None and judgement_fields(item) == row[:9]:
                new[number] = 0
            elif row[9] is None:
                gone.append((row[0],))
        self._many(sql.DROP_JUDGEMENT, gone)
        rows = (judgement_row(item) for item in compress(judgements, new))
        return len(gone) + self._connection.count(sql.ADD_JUDGEMENT, rows)

    def retire(self, judgement: str, at: str) -> bool:
        """Take a judgement back ``at`` an ISO date-time; it stays on record. False if it was retired; NotFound."""
        if self._rows(sql.RETIRE, (at, judgement)):
            return True
        if not self._rows(sql.HAS_JUDGEMENT, (judgement,)):
            raise NotFound(judgement, "the case holds no such judgement")
        return False

    def done(self, maker: str, documents: Sequence[str]) -> int:
        """Note that this maker has been over these documents (ids). Returns how many it had not."""
        return len(self._many(sql.DONE, [(maker, document) for document in documents]))

    def set_maker(self, maker: Maker) -> bool:
        """Note who writes rows; True if it is new to the case."""
        return bool(self._rows(sql.SET_MAKER, (maker.name, maker.version, maker.settings, maker.model or "")))

    def set_meta(self, key: str, value: str) -> bool:
        """Note something about the case as a whole (``name``, ``created_by`` ...); True if it changed."""
        return bool(self._rows(sql.SET_META, (key, value)))

    # -- views

    def replace_views(
        self,
        incidents: Sequence[Incident],
        findings: Sequence[Finding],
        disagreements: Sequence[Disagreement],
        ties: Sequence[Tie],
    ) -> bool:
        """Put these views in the place of those there; True if they differ (if not, nothing is written)."""
        rows = viewrows.view_rows(incidents, findings, disagreements, ties)
        if all(self._same(kept, new) for kept, new in zip(sql.VIEWS, rows, strict=True)):
            return False
        self.drop_views()
        for statement, new in zip(sql.ADD_VIEWS, rows, strict=True):
            self._many(statement, new)
        return True

    def _same(self, statement: str, rows: viewrows.Rows) -> bool:
        """Whether a statement gives these rows, told one by one."""
        self._refuse_outside()
        there = self._connection.each(statement)
        return all(row == kept for row, kept in zip_longest(rows, there))

    def drop_views(self) -> None:
        """Drop incidents, findings, disagreements and ties; they can be rebuilt from what stays."""
        for statement in sql.DROP_VIEWS:
            self._rows(statement)

    def rebuild_search(self) -> None:
        """Index the words of the case anew, after `Store.check` has found the search index damaged."""
        for statement in sql.REBUILD_SEARCH:
            self._rows(statement)

    def _text(self, document: str) -> str:
        """The text of a document, the last few kept at hand; NotFound."""
        if document not in self._texts:
            if len(self._texts) >= TEXTS_AT_HAND:
                self._texts.clear()
            found = self._rows(sql.DOCUMENT_TEXT, (document,))
            if not found:
                raise NotFound(document, "the case holds no such document")
            self._texts[document] = found[0][0]
        return self._texts[document]
