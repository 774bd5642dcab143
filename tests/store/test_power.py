"""A disk that loses power, fails or fills up at any moment: nothing that was acknowledged is lost."""

import hashlib
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rashomon.errors import CaseError, CaseFull
from rashomon.records import Receipt
from rashomon.store import Store
from rashomon.testing.disk import Disk, DiskVFS, not_answer, run_full

CUTS = int(os.environ.get("RASHOMON_CUTS", "40"))
FAULT_STEP = int(os.environ.get("RASHOMON_FAULT_STEP", "37"))
AT = "2031-05-14T08:00:00Z"


@pytest.fixture
def disk() -> Iterator[Disk]:
    watched = Disk()
    watched.keep = True
    vfs = DiskVFS(watched)
    yield watched
    vfs.unregister()


def write_reports(path: Path, report: Any, acknowledge: Callable[[str], None], count: int = 6) -> None:
    with Store(path) as store:
        # A small log, so that it is folded into the file while we write: the riskiest moment.
        store._main.rows("PRAGMA wal_autocheckpoint = 70")
        for number in range(count):
            document, claim = report(number)
            data = random.Random(number).randbytes(9000)
            digest = hashlib.sha256(data).hexdigest()
            with store.writing() as w:
                w.keep(digest, data)
                w.add_documents([document])
                receipt = Receipt(source=document.source, digest=digest, outcome="stored", document=document.id)
                w.receive(receipt, AT)
                w.add_claims([claim])
                w.done("stage", [document.id])
            acknowledge(document.id)


def test_power_loss_loses_nothing_that_was_acknowledged(path, tmp_path, disk, report, check_promises):
    acknowledged: list[tuple[int, str]] = []
    write_reports(path, report, lambda name: acknowledged.append((len(disk.events), name)))
    assert len(acknowledged) == 6
    events = len(disk.events)
    dice = random.Random(3)
    step = max(1, events // CUTS)
    for count in range(0, events + 1, step):
        folder = tmp_path / f"after{count}"
        folder.mkdir()
        for name, content in disk.after(count, dice).items():
            (folder / name).write_bytes(content)
        check_promises(folder / "case.db", set(), {name for at, name in acknowledged if at <= count})


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        (run_full, CaseFull),
        (not_answer, CaseError),
    ],
)
def test_a_disk_that_fails_at_any_write(tmp_path, disk, report, check_promises, failure, error):
    disk.then = failure
    written = 0
    for fails_at in range(1, 10_000, FAULT_STEP):
        path = tmp_path / f"{fails_at}.db"
        disk.calls, disk.at = 0, fails_at
        stored: set[str] = set()
        try:
            write_reports(path, report, stored.add, 3)
        except error:
            written = max(written, len(stored))
        else:
            break
        finally:
            disk.at = 10**9
        check_promises(path, set(), stored)
        write_reports(path, report, stored.add, 3)
        check_promises(path, set(), stored)
    assert len(stored) == 3
    assert written >= 2
