"""Files that commands write: whole or not at all."""

import contextlib
import os
from pathlib import Path

import msgspec

from rashomon.errors import RashomonError


def json_text(value: object) -> str:
    """A value as JSON, two spaces of indent, as every ``--json`` prints it."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def write(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there, so that no half-written file is left; RashomonError if not."""
    partial = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        os.replace(partial, path)
    except OSError as problem:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise RashomonError(str(path), f"can't be written ({problem.strerror})") from problem
