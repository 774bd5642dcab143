"""Killed, cut off, out of space: what was acknowledged is there, and nothing is half there."""

import hashlib
import os
import random
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest

from rashomon.errors import CaseError, CaseFull
from rashomon.records import Receipt
from rashomon.store import Store

KILLS = int(os.environ.get("RASHOMON_KILLS", "15"))
CUTS = int(os.environ.get("RASHOMON_CUTS", "40"))
FAULT_STEP = int(os.environ.get("RASHOMON_FAULT_STEP", "37"))
AT = "2031-05-14T08:00:00Z"

WRITER = """
    import hashlib, os, sys
    from rashomon.records import Receipt
    from rashomon.store import Store
    from rashomon.testing import make_claim, make_document

    with Store(sys.argv[1]) as store:
        os.write(1, b"open\\n")
        for number in range(int(sys.argv[2]), 10**9):
            sentence = f"At least {number} people were killed. "
            document = make_document(sentence * 20 + "x" * (number * 37 % 9000), source=f"reports/{number}.txt")
            data = document.text.encode()
            digest = hashlib.sha256(data).hexdigest()
            with store.writing() as w:
                w.keep(digest, data)
                w.attempt(digest)
            os.write(1, f"kept {digest}\\n".encode())
            with store.writing() as w:
                w.add_documents([document])
                w.receive(Receipt(source=document.source, digest=digest, outcome="stored", document=document.id), "now")
                w.add_claims([make_claim("figure", document, sentence[:-2], measure="killed", lower=number)])
                w.done("stage", [document.id])
                w.settled(digest)
            os.write(1, f"stored {document.id}\\n".encode())
"""


def check_what_was_promised(path: Path, kept: set[str], stored: set[str]) -> None:
    """Every acknowledged row is there; every document is whole, and with all that belongs to it."""
    with Store(path) as store:
        assert store.check() == []
        view = store.view()
        assert kept <= set(view.raw_digests())
        documents = {document.id for document in view.documents()}
        assert stored <= documents
        assert {claim.document for claim in view.claims()} == documents
        assert {receipt.document for receipt in view.receipts()} == documents
        assert view.pending("stage") == []
        assert all(view.attempts(receipt.digest) == 0 for receipt in view.receipts())


def test_kill_9_loses_nothing_that_was_acknowledged(path):
    dice = random.Random(int(os.environ.get("RASHOMON_SEED", "1")))
    kept: set[str] = set()
    stored: set[str] = set()
    for _ in range(KILLS):
        command = [sys.executable, "-c", textwrap.dedent(WRITER), str(path), str(len(stored) * 2)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"open\n"
            time.sleep(dice.uniform(0, 0.2))
            child.kill()
            lines = child.stdout.read().decode().split("\n")
        # The last piece is empty, or a line cut short.
        said = [line.split() for line in lines[:-1]]
        kept |= {name for verb, name in said if verb == "kept"}
        stored |= {name for verb, name in said if verb == "stored"}
        check_what_was_promised(path, kept, stored)
    assert len(stored) > KILLS


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


def test_power_loss_loses_nothing_that_was_acknowledged(path, tmp_path, disk, report):
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
        check_what_was_promised(folder / "case.db", set(), {name for at, name in acknowledged if at <= count})


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        (lambda: apsw.FullError("the disk is full"), CaseFull),
        (lambda: apsw.IOError("the disk does not answer"), CaseError),
    ],
)
def test_a_disk_that_fails_at_any_write(tmp_path, disk, report, failure, error):
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
        check_what_was_promised(path, set(), stored)
        write_reports(path, report, stored.add, 3)
        check_what_was_promised(path, set(), stored)
    assert len(stored) == 3
    assert written >= 2


FULL = """
    import hashlib, os, resource, sys
    from rashomon.errors import CaseFull
    from rashomon.store import Store
    from rashomon.testing import make_document

    def write(store, number):
        document = make_document(f"{number} " * 2000, source=str(number))
        with store.writing() as w:
            w.add_documents([document])
            w.done("stage", [document.id])

    with Store(sys.argv[1]) as store:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, hard))
        number = 0
        try:
            while True:
                write(store, number)
                number += 1
        except CaseFull as error:
            print(error.reason)
        print(len(store.view().documents()) == number, store.check())
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        write(store, number)
        print(len(store.view().documents()) == number + 1, number > 5, store.check())
"""


def test_over_quota_nothing_is_half_written_and_it_goes_on_after(path):
    command = [sys.executable, "-c", textwrap.dedent(FULL), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "the disk or quota is full; nothing was half-written",
        "True []",
        "True True []",
    ]


def test_a_full_file_rolls_back(store, report):
    document, _ = report()
    with store.writing() as w:
        w.add_documents([document])
    pages = store._main.value("PRAGMA page_count")
    store._main.rows(f"PRAGMA max_page_count = {pages:d}")
    data = os.urandom(100_000)

    def write_too_much() -> None:
        with store.writing() as w:
            w.add_documents([report(1)[0]])
            w.keep(hashlib.sha256(data).hexdigest(), data)

    with pytest.raises(CaseFull):
        write_too_much()
    assert store.view().documents() == [document]
    store._main.rows("PRAGMA max_page_count = 1000000")
    with store.writing() as w:
        w.add_documents([report(1)[0]])
    assert len(store.view().documents()) == 2
    assert store.check() == []


def test_an_input_that_kills_its_reader_is_known_the_second_time(path):
    code = """
        import os, signal, sys
        from rashomon.store import Store
        store = Store(sys.argv[1])
        with store.writing() as w:
            tries = w.attempt("aa")
        print(tries, flush=True)
        if tries < 2:
            os.kill(os.getpid(), signal.SIGKILL)
        store.close()
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(path)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=False) for _ in range(2)]
    assert [(run.stdout.strip(), run.returncode) for run in runs] == [("1", -9), ("2", 0)]
