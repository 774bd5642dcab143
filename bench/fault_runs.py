"""Runs of the real commands in forked children: killed at a moment or at a call of the disk, failed, left alone."""

import itertools
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec

from rashomon.annotate import Annotator
from rashomon.cli import main
from rashomon.records import Graph
from rashomon.store import Store
from rashomon.testing.disk import Disk, DiskVFS

COUNTER = itertools.count()
KILLED = -signal.SIGKILL


class Done(NamedTuple):
    """How a command ended: exit code (-9 if killed), what it wrote, how many calls of the disk it came to."""

    code: int
    out: bytes
    err: str
    seconds: float


class Running(NamedTuple):
    """A command under way."""

    pid: int
    out: Path
    err: Path
    since: float


def replay(case: Path) -> None:
    """Let the annotator of this process and its children say what it said for ``case``, to any report of equal text."""
    with Store(case, readonly=True) as store, store.view() as view:
        texts = {d.id: d.text_digest for d in view.documents()}
        said: dict[str, list[Graph]] = {}
        for graph in view.graphs():
            said.setdefault(texts[graph.document], []).append(graph)

    def call(self: Annotator, batch, heard=None):
        found = [said.get(d.text_digest, ()) for d in batch]
        return [
            tuple(msgspec.structs.replace(g, document=d.id) for g in gs) for d, gs in zip(batch, found, strict=True)
        ]

    Annotator.__call__ = call


def begin(words: list[object], disk: Disk | None = None, first: Callable[[], object] | None = None) -> Running:
    """Start `rashomon` with these words in a forked child: over ``disk``, if any, and after ``first``."""
    out, err = (Path(scratch(), f"{name}-{next(COUNTER)}-{os.getpid()}") for name in ("out", "err"))
    out.touch()
    err.touch()
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return Running(pid, out, err, time.monotonic())
    code = 70
    try:
        os.dup2(os.open(out, os.O_WRONLY), 1)
        os.dup2(os.open(err, os.O_WRONLY), 2)
        sys.argv = ["rashomon", *map(str, words)]
        if first:
            first()
        watch = DiskVFS(disk) if disk else None
        main()
        del watch
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        if disk and disk.keep:
            events_of(err).write_bytes(msgspec.msgpack.encode(disk.events))
        if disk:
            os.write(2, f"\ncalls {disk.calls}".encode())
        os._exit(code)


def end(running: Running, kill_after: float | None = None) -> Done:
    """Wait for a command; kill it if it is still there after so many seconds."""
    if kill_after is not None:
        time.sleep(max(0.0, kill_after - (time.monotonic() - running.since)))
        os.kill(running.pid, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(running.pid, 0)[1])
    done = Done(code, running.out.read_bytes(), running.err.read_text("utf-8"), time.monotonic() - running.since)
    running.out.unlink()
    running.err.unlink()
    return done


def run(words: list[object], disk: Disk | None = None, first: Callable[[], object] | None = None) -> Done:
    """Run a command to its end."""
    return end(begin(words, disk, first))


def calls_of(words: list[object], reads: bool = False, first: Callable[[], object] | None = None) -> int:
    """How many calls of the disk a command makes when nothing goes wrong."""
    disk = Disk()
    disk.reads = reads
    return int(run(words, disk, first).err.rpartition("calls ")[2])


def events_of(err: Path) -> Path:
    """Where a command leaves what it asked of the disk, beside its messages."""
    return err.with_name(err.name + ".events")


def scratch() -> str:
    """A folder for what commands write."""
    folder = Path(tempfile.gettempdir()) / f"rashomon-faults-{os.getuid()}"
    folder.mkdir(exist_ok=True)
    return str(folder)
