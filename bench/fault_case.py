"""What faults are tried on: reports, what an undisturbed run makes of them, and what differs after a fault."""

import gzip
import hashlib
import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from fault_runs import Done, run
from sample_copies import REPORTS

import rashomon
from rashomon.errors import RashomonError
from rashomon.store import Store

TEXTS = (
    "gazette-tirmok-depot.txt",
    "highland-voice-dessan.txt",
    "lantern-review-opinion.txt",
    "meridian-dessan-strike.txt",
    "nakhor-courier-dessan.txt",
    "radio-ilvesh-dessan-toll.txt",
)
READ = "reports"
PACKED = ("packed.txt.gz", "z-packed.txt.gz")
HOLDERS = (*PACKED, "table.jsonl")


class Row(NamedTuple):
    """A row of a case that may be lost or doubled: its table and its key."""

    table: str
    key: tuple[str, ...]


class Ground(NamedTuple):
    """Where faults are tried: the folder, and what a run without faults gives: export, rows, exit code."""

    folder: Path
    export: bytes
    rows: Counter[Row]
    code: int


class Fault(NamedTuple):
    """A kind of fault: its name, what tries it, and its share of the points (0: as many as it needs by itself)."""

    name: str
    trials: Callable[[Ground, int, random.Random], "Iterator[Verdict]"]
    share: float = 0.0


def lay(folder: Path) -> None:
    """The reports: texts, one of them twice, two packed (read in the child), a table, and one that can't be read."""
    reports = folder / READ
    reports.mkdir()
    for name in TEXTS:
        shutil.copy(REPORTS / name, reports / name)
    shutil.copy(REPORTS / TEXTS[1], reports / "a-copy.txt")
    for name, sample in zip(PACKED, ("radio-ilvesh-kolvarra.txt", "meridian-kolvarra-siege.txt"), strict=True):
        (reports / name).write_bytes(gzip.compress((REPORTS / sample).read_bytes(), mtime=0))
    (reports / "empty.txt").touch()
    lines = [f'{{"text": "Shells fell on Dessan on day {n}, the mayor said.", "title": "Day {n}"}}\n' for n in range(3)]
    (reports / "table.jsonl").write_text("".join(lines))


def prepare(folder: Path) -> Ground:
    """The reports in ``folder``, which becomes the working folder, and what a run without faults makes of them."""
    lay(folder)
    os.chdir(folder)
    with rashomon.open(place(folder, "warm")) as warm:  # in this process: its children inherit what it has loaded
        warm.read([READ])
        warm.update()
        warm.json()
    case = place(folder, "undisturbed")
    done = run(read_words(case))
    assert done.code == 1, done  # one report is empty
    return Ground(folder, run(["export", case]).out, Counter(rows(case)), done.code)


def place(folder: Path, name: str) -> Path:
    """Where a case of a trial lies: always under one file name, as the name is in the export."""
    (folder / name).mkdir()
    return folder / name / "case.db"


def read_words(case: Path, *paths: str) -> list[object]:
    """The words of the command that reads all reports, or some."""
    return ["read", *(paths or (READ,)), "--case", case]


def rows(case: Path) -> Iterator[Row]:
    """What may be lost or doubled; makers of claims and judgements belong to their keys."""
    with Store(case, readonly=True) as store, store.view() as view:
        for receipt in view.receipts():
            yield Row("receipts", (receipt.source, receipt.digest))
            yield Row("outcomes", (receipt.outcome, receipt.reason))  # of two copies, either may have come first
        for document in view.documents():
            yield Row("documents", (document.text_digest, document.source))
        for claim in view.claims():
            yield Row("claims", (claim.id, claim.maker))
        for graph in view.graphs():
            yield Row("graphs", (graph.document, graph.maker, str(graph.start)))
        for judgement in view.judgements(active=False):
            yield Row("judgements", (judgement.id,))
        for incident in view.incidents():
            yield Row("incidents", (incident.id,))
        for digest in view.raw_digests():
            yield Row("raw", (digest,))


def unaccounted(case: Path) -> list[str]:
    """Kept bytes that the ledger does not know, and counts that do not add up: received = stored + duplicate + ..."""
    with Store(case, readonly=True) as store, store.view() as view:
        counts, receipts, raw = view.counts(), view.receipts(), view.raw_digests()
    known = {receipt.digest for receipt in receipts}
    for name in HOLDERS:  # the ledger knows what is in them, and each entry by its own digest
        if any(receipt.source.startswith(f"{READ}/{name}") for receipt in receipts):
            known.add(hashlib.sha256(Path(READ, name).read_bytes()).hexdigest())
    problems = [f"the ledger does not know the bytes {digest}" for digest in raw if digest not in known]
    if counts["received"] != counts["stored"] + counts["duplicate"] + counts["quarantined"]:
        problems.append(f"the ledger does not add up: {counts}")
    return problems


class Verdict(NamedTuple):
    """What a fault did: rows lost and doubled after the run that followed, exports that differ, what was unsound."""

    lost: int = 0
    doubled: int = 0
    unequal: int = 0
    unsound: tuple[str, ...] = ()


def opens(case: Path) -> list[str]:
    """What is wrong with a case right after a fault, before anything is run again; a case not yet begun is none."""
    done = run(["doctor", case])
    said = done.out.decode() + done.err
    if "holds no case yet" in said or "there is no such file" in said:
        return []
    if done.code or "sound" not in said or "Traceback" in said:
        return [f"doctor: {said.strip()[-300:]}"]
    try:
        return unaccounted(case)
    except RashomonError as error:
        return [str(error)]


def now(ground: Ground, case: Path) -> list[str]:
    """What speaks against the case being whole before anything is run again."""
    return [] if run(["export", case]).out == ground.export else ["the export differs before the next run"]


def judge(ground: Ground, case: Path, again: Done | None = None) -> Verdict:
    """What is lost, doubled or different once the reports have been read again after a fault."""
    unsound = opens(case)
    done = again or run(read_words(case))
    if done.code != ground.code:
        unsound.append(f"the next run ended with {done.code}: {done.err.strip()[-300:]}")
    try:
        here = Counter(rows(case))
    except RashomonError as error:
        return Verdict(sum(ground.rows.values()), 0, 1, (*unsound, str(error)))
    different = run(["export", case]).out != ground.export
    if different:
        unsound.append(
            f"the export differs; rows missing {list(ground.rows - here)[:3]}, new {list(here - ground.rows)[:3]}"
        )
    return Verdict((ground.rows - here).total(), (here - ground.rows).total(), int(different), tuple(unsound))
