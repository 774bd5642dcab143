"""Take reports in: bytes kept before any parsing, every entry in the ledger, every problem named, nothing lost."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from rashomon.engine.stage import unheard
from rashomon.read import Entry, ReadOptions, Received, discover, isolated
from rashomon.records import Receipt, Row
from rashomon.store import Store, Writer

Isolated = Callable[[Received, ReadOptions], list[Entry]]
Told = Callable[[str, str], None]
"""Told of each input as it is done: its source, and what became of it."""


class Intake(Row, frozen=True, kw_only=True):
    """What became of everything that a run received: counts by outcome, and the problems as (source, reason)."""

    stored: int = 0
    duplicate: int = 0
    quarantined: int = 0
    unchanged: int = 0
    problems: tuple[tuple[str, str], ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()

    @property
    def received(self) -> int:
        """Entries that came in with this run; unchanged ones had been received before."""
        return self.stored + self.duplicate + self.quarantined + self.unchanged


def ingest(
    store: Store,
    paths: Sequence[str],
    options: ReadOptions,
    stdin: bytes | None = None,
    told: Told = unheard,
) -> Intake:
    """Receive every path into the case; one durable transaction before each parse, and one after it."""
    total = Intake()
    for received in discover(paths, stdin, options):
        one = take(store, received, options)
        total = added(total, one)
        told(received.source, _outcome(one))
    return total


def take(store: Store, received: Received, options: ReadOptions, parse: Isolated = isolated) -> Intake:
    """Receive one input: keep its bytes, parse it where it can do no harm, store what it holds."""
    if received.problem:
        entry = Entry(source=received.source, problem=received.problem)
        return _settle(store, None, [entry])
    digest = hashlib.sha256(received.data).hexdigest()
    with store.view() as known:
        receipt = known.receipt(received.source, digest)
    if receipt and receipt.outcome != "quarantined":
        return Intake(unchanged=1)
    with store.writing() as w:
        w.keep(digest, received.data)
        tries = w.attempt(digest)
    if tries > 1:
        reason = "reading it ended the program before; it was set aside (its bytes are kept)"
        return _settle(store, digest, [Entry(source=received.source, digest=digest, problem=reason)])
    return _settle(store, digest, parse(received, options))


def added(a: Intake, b: Intake) -> Intake:
    """Two intakes as one."""
    return Intake(**{f: getattr(a, f) + getattr(b, f) for f in Intake.__struct_fields__})


def _settle(store: Store, digest: str | None, entries: Sequence[Entry]) -> Intake:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    total = Intake()
    with store.writing() as w:
        for entry in entries:
            total = added(total, _enter(w, entry, now))
        if digest:
            w.settled(digest)
    return total


def _enter(w: Writer, entry: Entry, now: str) -> Intake:
    """One entry into the ledger, and its document into the case if it is new."""
    document = entry.document
    if document is None:
        receipt = Receipt(source=entry.source, digest=entry.digest, outcome="quarantined", reason=entry.problem)
        w.receive(receipt, now)
        return Intake(quarantined=1, problems=((entry.source, entry.problem),))
    new = w.add_documents([document])
    outcome, reason = ("stored", "") if new else ("duplicate", f"the same bytes as document {document.id}")
    receipt = Receipt(source=entry.source, digest=entry.digest, outcome=outcome, document=document.id, reason=reason)  # type: ignore[arg-type]
    if not w.receive(receipt, now):
        return Intake(unchanged=1)
    warnings = tuple((entry.source, why) for key, why in sorted(document.reasons.items()) if key == "published")
    return Intake(**{outcome: 1}, warnings=warnings if new else ())  # type: ignore[arg-type]


def _outcome(one: Intake) -> str:
    parts = {f: getattr(one, f) for f in ("stored", "duplicate", "quarantined", "unchanged")}
    return ", ".join(f"{n} {name}" for name, n in parts.items() if n)
