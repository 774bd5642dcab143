"""A disk that loses power, fails or fills up at any moment: nothing that was acknowledged is lost."""

import hashlib
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest

from rashomon.errors import CaseError, CaseFull
from rashomon.records import Receipt
from rashomon.store import Store

CUTS = int(os.environ.get("RASHOMON_CUTS", "40"))
FAULT_STEP = int(os.environ.get("RASHOMON_FAULT_STEP", "37"))
AT = "2031-05-14T08:00:00Z"


class Disk:
    """A disk that can run full, fail, or lose everything that was not synced. It watches files through a SQLite VFS."""

    def __init__(self) -> None:
        self.events: list[tuple[str, str, int, bytes]] = []
        self.calls = 0
        self.fails_at = 0
        self.failure: Callable[[], Exception] | None = None

    def happened(self, what: str, name: str, place: int = 0, data: bytes = b"") -> None:
        self.calls += 1
        if self.failure and self.calls >= self.fails_at:
            raise self.failure()
        self.events.append((what, name, place, data))

    def after(self, count: int, dice: random.Random) -> dict[str, bytes]:
        """The files as the disk may hold them if power fails after ``count`` events: what was synced, and any part
        of what was written since, torn in the middle or not."""
        files: dict[str, bytearray] = {}
        loose: dict[str, list[tuple[str, int, bytes]]] = {}
        for what, name, place, data in self.events[:count]:
            if what == "sync":
                for change in loose.pop(name, []):
                    apply(files.setdefault(name, bytearray()), *change)
            elif what == "delete":
                files.pop(name, None)
                loose.pop(name, None)
            elif what in {"write", "truncate"}:
                loose.setdefault(name, []).append((what, place, data))
        for name, changes in loose.items():
            for what, place, data in changes:
                if dice.random() < 0.5:
                    torn = data[: dice.choice([len(data), len(data) // 2, 512])]
                    apply(files.setdefault(name, bytearray()), what, place, torn)
        return {name: bytes(content) for name, content in files.items()}


def apply(content: bytearray, what: str, place: int, data: bytes) -> None:
    if what == "truncate":
        del content[place:]
        return
    content.extend(bytes(max(0, place - len(content))))
    content[place : place + len(data)] = data


class WatchedFile(apsw.VFSFile):
    def __init__(self, disk: Disk, name: str, filename: Any, flags: Any) -> None:
        super().__init__("unix", filename, flags)
        self.disk, self.file = disk, name

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.disk.happened("write", self.file, offset, bytes(data))
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.disk.happened("sync", self.file)
        super().xSync(flags)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self.disk.happened("truncate", self.file, size)
        super().xTruncate(size)


class WatchedVFS(apsw.VFS):
    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        super().__init__("watched", "unix", makedefault=True)

    def xOpen(self, name: Any, flags: Any) -> WatchedFile:  # noqa: N802
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        return WatchedFile(self.disk, Path(path).name if path else "temporary", name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802
        self.disk.happened("delete", Path(name).name)
        super().xDelete(name, sync)


@pytest.fixture
def disk() -> Iterator[Disk]:
    watched = Disk()
    vfs = WatchedVFS(watched)
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
        (lambda: apsw.FullError("the disk is full"), CaseFull),
        (lambda: apsw.IOError("the disk does not answer"), CaseError),
    ],
)
def test_a_disk_that_fails_at_any_write(tmp_path, disk, report, check_promises, failure, error):
    disk.failure = failure
    written = 0
    for fails_at in range(1, 10_000, FAULT_STEP):
        path = tmp_path / f"{fails_at}.db"
        disk.calls, disk.fails_at = 0, fails_at
        stored: set[str] = set()
        try:
            write_reports(path, report, stored.add, 3)
        except error:
            written = max(written, len(stored))
        else:
            break
        finally:
            disk.fails_at = 10**9
        check_promises(path, set(), stored)
        write_reports(path, report, stored.add, 3)
        check_promises(path, set(), stored)
    assert len(stored) == 3
    assert written >= 2
