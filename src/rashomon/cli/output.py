"""Files that commands write: whole or not at all."""

import contextlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import msgspec

from rashomon.errors import RashomonError

C1 = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}  # controls that JSON leaves as they are


def json_text(value: object) -> str:
    """A value as JSON, two spaces of indent, as every ``--json`` prints it; no character in it drives a terminal."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode().translate(C1)


def say(words: str, *, err: bool = False) -> None:
    """Print words that may be another's, from a report, a file or an argument: none of them drives the terminal."""
    from rashomon.show.plain import safe

    click.echo(safe(words, lines=True), err=err)


def table_text(rows: Sequence[Mapping[str, object]]) -> str:
    """Rows of the same keys as a plain table, a line a row; "" without rows."""
    from rashomon.show.plain import safe

    if not rows:
        return ""
    lines = [list(rows[0]), *([safe(str(value)) for value in row.values()] for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    padded = (zip(line, widths, strict=True) for line in lines)
    return "\n".join("  ".join(cell.ljust(width) for cell, width in line).rstrip() for line in padded)


def write(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there, so that no half-written file is left; RashomonError if not."""
    partial = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # the name must not reach the disk before what it names
        os.replace(partial, path)
    except OSError as problem:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise RashomonError(str(path), f"can't be written ({problem.strerror})") from problem
