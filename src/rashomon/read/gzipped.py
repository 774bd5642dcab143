"""Gzip, streamed under caps: how much may come out, at what ratio; truncation and damage are said, never swallowed."""

import zlib
from collections.abc import Iterator
from typing import NamedTuple

RATIO = 200  # out : in; English text gzips 3:1, the most repetitive tables 50:1
_FREE = 1_000_000  # bytes that may come out whatever the ratio
_STEP = 65_536
_MEMBER = b"\x1f\x8b\x08"


class Member(NamedTuple):
    """One gzip member of a file: where it starts, what came out, and why that is not all of it."""

    offset: int
    data: bytes
    problem: str = ""


def gunzip(data: bytes, limit: int) -> tuple[bytes, str]:
    """What a gzip holds (all members), and a problem if that is cut short, damaged or too much."""
    out: list[bytes] = []
    total = 0
    for member in members(data, limit):
        out.append(member.data)
        total += len(member.data)
        if member.problem:
            return b"".join(out), member.problem
        if total > limit:
            return b"", f"unpacks to over {limit:,} bytes"
    return b"".join(out), ""


def holds_warc(data: bytes) -> bool:
    """Whether a gzip's content begins as a WARC does."""
    try:
        return zlib.decompressobj(31).decompress(data[:4096], 64).startswith(b"WARC/")
    except zlib.error:
        return False


def members(data: bytes, limit: int) -> Iterator[Member]:
    """Member after member; after a damaged one it goes on with the next that can be found."""
    at = 0
    while at < len(data):
        if not data.startswith(b"\x1f\x8b", at):
            if not data[at:].strip(b"\0"):
                return  # tape padding
            yield Member(at, b"", "has bytes after its end that are no gzip")
            following = data.find(_MEMBER, at + 1)
        else:
            member, following = _inflate(data, at, limit)
            yield member
            if member.problem:
                following = data.find(_MEMBER, at + 1)
            elif following <= at:
                return
        if following < 0:
            return
        at = following


def _inflate(data: bytes, at: int, limit: int) -> tuple[Member, int]:
    """One member from ``at``, and where the next one starts."""
    unpacker = zlib.decompressobj(31)
    out: list[bytes] = []
    total, fed = 0, at
    pending = b""
    while not unpacker.eof:
        if not pending:
            pending = data[fed : fed + _STEP]
            fed += len(pending)
            if not pending:
                return Member(at, b"".join(out), "is truncated: the end of the gzip is missing"), fed
        try:
            piece = unpacker.decompress(pending, _STEP * 16)
        except zlib.error as error:
            return Member(at, b"".join(out), f"is a damaged gzip ({str(error)[:80]})"), fed
        pending = unpacker.unconsumed_tail
        out.append(piece)
        total += len(piece)
        used = fed - at - len(pending)
        if total > limit or (total > _FREE and total > RATIO * used):
            why = f"over {limit:,} bytes" if total > limit else f"more than {RATIO} times its size"
            return Member(at, b"", f"unpacks to {why}; refused as a bomb"), fed
    return Member(at, b"".join(out)), fed - len(unpacker.unused_data)
