"""What takes long to work out from the package's tables, kept in the user's cache folder for the next start."""

import contextlib
import os
from array import array
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec


def _folder() -> Path:
    """The cache folder of the user; of one without a home, a place where nothing can be written."""
    home = os.path.expanduser("~")
    return Path(os.devnull if home == "~" else home, ".cache", "rashomon")


FOLDER: Path = _folder()
"""Where it is kept; may be deleted at any time."""
_DIGEST: Final = 32

T = TypeVar("T")


def kept(file: Path, sources: bytes, kind: type[T], make: Callable[[], T]) -> T:
    """What ``make`` makes, read from ``file`` where it was kept there, else made and kept.

    The file begins with a digest of what follows and of ``sources``, which tell all that it was made from (at most 64
    bytes): one that is damaged, or made from anything else, is not read but replaced. No folder need be writable;
    processes that write at once each put a whole file in its place.
    """
    held = _read(file)
    if held[:_DIGEST] == _digest(held[_DIGEST:], sources):
        return msgspec.msgpack.decode(held[_DIGEST:], type=kind, dec_hook=_unpacked)
    made = make()
    data = msgspec.msgpack.encode(made, enc_hook=_packed)
    _write(file, _digest(data, sources) + data)
    return made


def _digest(data: bytes | memoryview, sources: bytes) -> bytes:
    return blake2b(data, key=sources, digest_size=_DIGEST).digest()


def _read(file: Path) -> memoryview:
    """The bytes of a file; none where it can't be read."""
    try:
        return memoryview(file.read_bytes())
    except OSError:
        return memoryview(b"")


def _write(file: Path, data: bytes) -> None:
    """Put a file in its place at once, or do nothing: what isn't kept is made anew."""
    partial = file.with_name(f"{file.name}.{os.getpid()}.part")
    with contextlib.suppress(OSError):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(data)
            os.replace(partial, file)
        finally:
            partial.unlink(missing_ok=True)


def _packed(value: Any) -> tuple[str, bytes]:
    """A column of numbers as its type and bytes."""
    return value.typecode, value.tobytes()


def _unpacked(_: type, value: tuple[str, bytes]) -> Any:
    return array(*value)
