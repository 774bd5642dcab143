"""Take reports in: bytes kept before any parsing, every entry in the ledger, every problem named, nothing lost."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from rashomon.engine.stage import unheard
from rashomon.read import Entry, ReadOptions, Received, discover, isolated
from rashomon.records import Receipt, Row
from rashomon.store import Store, Writer

Told = Callable[[str, str], None]
"""Told of each input as it is done: its source, and what became of it."""

BEGUN = "the program ended while it was reading this; its bytes are kept, read it again"
MOST_DEATHS = 5
SET_ASIDE = f"reading it ended the program {MOST_DEATHS} times; set aside for this time (its bytes are kept)"


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


def take(store: Store, received: Received, options: ReadOptions) -> Intake:
    """Receive one input: keep its bytes, parse it where it can do no harm, store what it holds.

    Whatever is killed, and when, the input is in the ledger: until it is read, as one that the program ended on. Bytes
    that it ended on are next read in a child, whatever their format, where they can end nothing but the child.
    """
    if received.problem:
        return _settle(store, [Entry(source=received.source, problem=received.problem)])
    digest = hashlib.sha256(received.data).hexdigest()
    with store.view() as known:
        receipt = known.receipt(received.source, digest)
    if receipt and receipt.outcome != "quarantined":
        return Intake(unchanged=1)
    begun = Receipt(source=received.source, digest=digest, outcome="quarantined", reason=BEGUN)
    with store.writing() as w:
        w.keep(digest, received.data)
        w.receive(begun, _now())
        deaths = w.attempt(digest) - 1
    if deaths >= MOST_DEATHS:
        entry = Entry(source=received.source, digest=digest, problem=SET_ASIDE)
        return _settle(store, [entry], begun, MOST_DEATHS - 1)
    try:
        entries = isolated(received, options, trusting=not deaths)
    except KeyboardInterrupt:  # a person ended the program, not these bytes
        with store.writing() as w:
            w.settled(digest, deaths)
        raise
    if receipt and all(entry.document for entry in entries):
        begun = receipt  # what was set aside as a whole is read now: its entries may go by other digests
    return _settle(store, entries, begun, deaths)


def added(a: Intake, b: Intake) -> Intake:
    """Two intakes as one."""
    return Intake(**{f: getattr(a, f) + getattr(b, f) for f in Intake.__struct_fields__})


def _settle(store: Store, entries: Sequence[Entry], begun: Receipt | None = None, deaths: int = 0) -> Intake:
    now, total = _now(), Intake()
    with store.writing() as w:
        if begun:
            w.take_back(begun)
            w.settled(begun.digest, deaths if any(entry.document is None for entry in entries) else 0)
        for entry in entries:
            total = added(total, _enter(w, entry, now))
    return total


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


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
