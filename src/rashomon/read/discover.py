"""Paths, globs, folders, URLs and stdin to what they hold: each file once, in a fixed order, each refusal reported."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.read.received import ReadOptions, Received, is_url

if TYPE_CHECKING:
    from rashomon.read.fetch import Known

_KINDS = (
    (stat.S_ISFIFO, "is a named pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)
_UNFINISHED = (".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".opdownload")


def discover(
    paths: Sequence[str], stdin: bytes | None = None, options: ReadOptions | None = None
) -> Iterator[Received]:
    """Everything the paths name, one at a time: folders recursively and sorted, ``-`` for ``stdin``, URLs fetched.

    What can't be read comes as a Received with a problem. A file named twice comes once.
    """
    options = options or ReadOptions()
    seen: set[str] = set()
    known: Known = {}
    for path in paths:
        if is_url(path):
            yield from _fetched(path, options, seen, known)
        else:
            yield from _named(path, stdin, options, seen)


def source_key(path: str) -> str:
    """The stable key of a path: normalised, with slashes, relative to the working folder if it lies in it."""
    path = os.path.normpath(path)
    if os.path.isabs(path):
        inside = os.path.relpath(path)
        path = path if inside.startswith("..") else inside
    return path.replace(os.sep, "/").encode("utf-8", "backslashreplace").decode("utf-8")


def _named(path: str, stdin: bytes | None, options: ReadOptions, seen: set[str]) -> Iterator[Received]:
    """What one argument names."""
    if path == "-":
        problem = None if stdin is not None else "-: nothing was given on standard input"
        yield Received(source="-", name="", data=stdin or b"", problem=problem)
    elif os.path.lexists(path):
        yield from _path(path, options, seen, ())
    elif glob.has_magic(path):
        found = sorted(glob.glob(path, recursive=True))
        if not found:
            yield _refused(path, "matches no file")
        for match in found:
            yield from _path(match, options, seen, ())
    else:
        scheme = path.split("://", 1)[0] if "://" in path else ""
        yield _refused(path, f"{scheme} URLs are not read; http and https are" if scheme else "does not exist")


def _fetched(url: str, options: ReadOptions, seen: set[str], known: "Known") -> Iterator[Received]:
    """What is at a URL."""
    if url not in seen:
        from rashomon.read.fetch import fetch  # brings ssl and http, which no other input needs

        seen.add(url)
        yield fetch(url, options, known)


def _path(path: str, options: ReadOptions, seen: set[str], above: tuple[tuple[int, int], ...]) -> Iterator[Received]:
    """A file, or the files in a folder; ``above`` are the folders that lead here, by device and inode."""
    key = source_key(path)
    if key in seen:
        return
    seen.add(key)
    try:
        found = os.stat(path)
    except OSError as error:
        yield _refused(path, "is a link that leads nowhere" if os.path.islink(path) else _said(error))
        return
    if not stat.S_ISDIR(found.st_mode):
        yield load(path, options)
        return
    here = (found.st_dev, found.st_ino)
    if here in above:
        yield _refused(path, "is a link back to a folder that it is in; not followed")
        return
    try:
        with os.scandir(path) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError as error:
        yield _refused(path, f"the folder can't be opened: {_said(error)}")
        return
    for name in names:
        if options.hidden or not name.startswith("."):
            yield from _path(os.path.join(path, name), options, seen, (*above, here))


def load(path: str, options: ReadOptions) -> Received:
    """A file's bytes, or why there are none: no plain file, too large, no permission, changed while it was read.

    A file whose name says that it is being downloaded or copied is not read: half a report would pass for a whole one.
    """
    if path.lower().endswith(_UNFINISHED):
        return _refused(
            path, _kind(path) or "has the name of a download or copy that is not finished; rename it if it is"
        )
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        return _refused(path, _kind(path) or f"can't be opened: {_said(error)}")
    with os.fdopen(handle, "rb") as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            return _refused(path, _kind(path) or "is not a plain file")
        if before.st_size > options.max_input:
            return _refused(path, f"is {before.st_size:,} bytes; one file may have {options.max_input:,}")
        try:
            data = file.read(options.max_input + 1)
        except OSError as error:
            return _refused(path, f"can't be read: {_said(error)}")
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        return _refused(path, "changed while it was read; try again")
    return Received(source=source_key(path), name=os.path.basename(path), data=data)


def _kind(path: str) -> str:
    """What a path is, if it is something that can't be read as a file."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return ""
    return next((what for test, what in _KINDS if test(mode)), "")


def _refused(path: str, reason: str) -> Received:
    """A path that gave no bytes."""
    key = source_key(path) if "://" not in path else path
    return Received(source=key, name=os.path.basename(path), problem=f"{key}: {reason}")


def _said(error: OSError) -> str:
    """An error of the file system as a short clause."""
    return (error.strerror or type(error).__name__).lower()
