"""A disk that loses power, fails, runs full or sees its program killed at any moment: a fake for SQLite's files."""

import os
import random
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import apsw


class Event(NamedTuple):
    """What a program asked of the disk: write, sync, truncate or delete; the file's name, the place, the bytes."""

    what: str
    name: str
    place: int
    data: bytes


class Disk:
    """Watches SQLite's files, and does something at the ``at``-th call that changes them (1 is the first).

    ``then`` may kill the program, or raise what the call is to fail with, from then on or ``once``. With ``reads``,
    reading is a call, too. What was asked is kept in ``events`` where ``keep`` is True.
    """

    def __init__(self, then: Callable[[], None] | None = None, at: int = 1, once: bool = False) -> None:
        self.then, self.at, self.once = then, at, once
        self.reads = self.keep = False
        self.calls = 0
        self.events: list[Event] = []

    def happened(self, what: str, name: str, place: int = 0, data: bytes = b"") -> None:
        """Count a call that is about to be done, or do to it what is to be done."""
        if what == "read" and not self.reads:
            return
        self.calls += 1
        if self.then and (self.calls == self.at or (self.calls > self.at and not self.once)):
            self.then()
        if self.keep:
            self.events.append(Event(what, name, place, data))

    def after(self, count: int, dice: random.Random) -> dict[str, bytes]:
        """The files as the disk may hold them if power fails after ``count`` events.

        That is what was synced, and any part of what was written since, torn in the middle or not.
        """
        files: dict[str, bytearray] = {}
        loose: dict[str, list[Event]] = {}
        for event in self.events[:count]:
            if event.what == "sync":
                for change in loose.pop(event.name, []):
                    _apply(files.setdefault(event.name, bytearray()), change, change.data)
            elif event.what == "delete":
                files.pop(event.name, None)
                loose.pop(event.name, None)
            elif event.what in {"write", "truncate"}:
                loose.setdefault(event.name, []).append(event)
        for name, changes in loose.items():
            for change in changes:
                if dice.random() < 0.5:
                    torn = change.data[: dice.choice([len(change.data), len(change.data) // 2, 512])]
                    _apply(files.setdefault(name, bytearray()), change, torn)
        return {name: bytes(content) for name, content in files.items()}


class DiskVFS(apsw.VFS):
    """Puts a `Disk` under every connection that is opened from now on, until ``unregister()``."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        super().__init__("watched", "unix", makedefault=True)

    def xOpen(self, name: Any, flags: Any) -> "DiskFile":  # noqa: N802
        """A file on the disk."""
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        return DiskFile(self.disk, Path(path).name if path else "temporary", name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802
        """A file goes."""
        self.disk.happened("delete", Path(name).name)
        super().xDelete(name, sync)


class DiskFile(apsw.VFSFile):
    """A file on a `Disk`."""

    def __init__(self, disk: Disk, name: str, filename: Any, flags: Any) -> None:
        super().__init__("unix", filename, flags)
        self.disk, self.file = disk, name

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        """Bytes are read."""
        self.disk.happened("read", self.file, offset)
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        """Bytes are written."""
        self.disk.happened("write", self.file, offset, bytes(data))
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:  # noqa: N802
        """What was written is to be durable."""
        self.disk.happened("sync", self.file)
        super().xSync(flags)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        """The file is cut."""
        self.disk.happened("truncate", self.file, size)
        super().xTruncate(size)


def die() -> None:
    """End this program as `kill -9` does."""
    os.kill(os.getpid(), signal.SIGKILL)


def run_full() -> None:
    """Fail as a full disk does."""
    raise apsw.FullError("the disk is full")


def not_answer() -> None:
    """Fail as a broken disk does."""
    raise apsw.IOError("the disk does not answer")


def _apply(content: bytearray, change: Event, data: bytes) -> None:
    if change.what == "truncate":
        del content[change.place :]
        return
    content.extend(bytes(max(0, change.place - len(content))))
    content[change.place : change.place + len(data)] = data
