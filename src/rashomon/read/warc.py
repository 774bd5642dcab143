"""WARC archives to pieces: one page a record; lengths and digests are checked, and damage is said and stepped over.

The records are cut here and not by a library: warcio and fastwarc both hand on a truncated record without an error,
and after 64 flipped bytes one of them lost half an archive in silence. fastwarc decodes the HTTP of each whole record.
"""

import base64
import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from rashomon.errors import RashomonError
from rashomon.read.draft import Draft, Piece
from rashomon.read.gzipped import Member
from rashomon.read.received import ReadOptions, Received

_START = re.compile(rb"(?:^|\r?\n)(WARC/[01]\.\d{1,2}\r?\n)")
_NEAR, _FAR = 2_048, 65_536  # bytes in which a header mostly ends, and must end
_PAGES = ("text/html", "application/xhtml", "text/plain", "application/pdf", "application/json", "text/xml")
Reader = Callable[[Received, ReadOptions], Draft]  # reads one page; raises RashomonError when there is no text in it
_KINDS = ("response", "resource", "conversion")


class Record(NamedTuple):
    """One record: its headers (lower-case names), its bytes as they stand, where its block begins, what is wrong."""

    headers: dict[str, str]
    raw: bytes
    block: bytes
    offset: int
    problem: str = ""


def read_warc(received: Received, options: ReadOptions, one: Reader) -> Iterator[Piece]:
    """The pages of an uncompressed archive."""
    for record in records(received.data):
        yield from _pieces(received, record, options, one)


def read_members(received: Received, members: Iterable[Member], options: ReadOptions, one: Reader) -> Iterator[Piece]:
    """The pages of a gzipped archive, its members already unpacked."""
    for member in members:
        if member.problem:
            yield Piece(
                key=f"@{member.offset}", raw=member.data, problem=f"the record at byte {member.offset} {member.problem}"
            )
            continue
        for record in records(member.data, member.offset):
            yield from _pieces(received, record, options, one)


def records(data: bytes, base: int = 0) -> Iterator[Record]:
    """The records of WARC bytes, one after the other; damaged ones in a row, whatever they hold, are one record."""
    at = begun = bad = 0
    damaged: Record | None = None
    while at < len(data):
        while data[at : at + 1] in (b"\r", b"\n"):
            at += 1
        if at >= len(data):
            break
        record, following = _record(data, at, base)
        if record.problem and following < len(data):
            damaged, begun = damaged or record, begun if bad else at
            bad += 1
        else:
            if damaged:
                yield _stretch(data[begun:at], damaged, bad)
            damaged, bad = None, 0
            yield record
        at = following
    if damaged:
        yield _stretch(data[begun:], damaged, bad)


def _stretch(raw: bytes, first: Record, count: int) -> Record:
    """Records in a row without a header or an end that can be believed, as one."""
    return first if count == 1 else first._replace(raw=raw, problem=f"{first.problem}, nor have {count - 1:,} after it")


def _record(data: bytes, at: int, base: int) -> tuple[Record, int]:
    """The record that starts at ``at``, and where the next one does."""
    head_end = _head_end(data, at)
    headers = _headers(data[at:head_end]) if head_end >= 0 and data.startswith(b"WARC/", at) else {}
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) < 13):
        end = _next(data, at + 1)
        return Record(headers, data[at:end], b"", base + at, "has no readable header"), end
    start, stop = head_end + 4, head_end + 4 + int(length)
    block = data[start:stop]
    if len(block) < int(length):
        why = f"is truncated: {len(block):,} of {int(length):,} bytes"
        return Record(headers, data[at:], block, base + at, why), len(data)
    if data[stop : stop + 4] not in (b"\r\n\r\n", b""):
        end = _next(data, at + 1)
        return Record(headers, data[at:end], block, base + at, "does not end where its length says"), end
    problem = "" if _sound(headers, block) else "does not match its digest"
    return Record(headers, data[at:stop], block, base + at, problem), stop


def _head_end(data: bytes, at: int) -> int:
    """Where the header from ``at`` ends, -1 if it does not before the next one starts.

    A megabyte of beginnings without ends would be searched 64 kB at a time for each, so the next start is the limit.
    """
    end = data.find(b"\r\n\r\n", at, at + _NEAR)
    if end >= 0:
        return end
    following = _START.search(data, at + 1, at + _FAR)
    return data.find(b"\r\n\r\n", at, following.start(1) if following else at + _FAR)


def _next(data: bytes, at: int) -> int:
    """Where the next record header stands, or the end."""
    match = _START.search(data, at)
    return match.start(1) if match else len(data)


def _headers(head: bytes) -> dict[str, str]:
    """Header lines by lower-case name."""
    lines = head.decode("utf-8", "replace").split("\r\n")[1:]
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _sound(headers: dict[str, str], block: bytes) -> bool:
    """Whether the block has the digest that its header gives; unknown algorithms are passed."""
    algorithm, _, value = headers.get("warc-block-digest", "").partition(":")
    if algorithm.lower() not in ("sha1", "sha256", "md5"):
        return True
    digest = hashlib.new(algorithm.lower(), block, usedforsecurity=False)
    return value.lower() in (digest.hexdigest(), base64.b32encode(digest.digest()).decode().lower())


def _pieces(received: Received, record: Record, options: ReadOptions, one: Reader) -> Iterator[Piece]:
    """The pages in a record: none for requests, pictures and errors of the server; a problem if it is damaged."""
    uri = record.headers.get("warc-target-uri", "").strip("<>")
    kind = record.headers.get("warc-type", "")
    key = uri or f"@{record.offset}"
    if record.problem:
        yield Piece(key=key, raw=record.raw, problem=f"the record at byte {record.offset} {record.problem}")
        return
    if kind not in _KINDS:
        return
    try:
        body, mime, charset, status = _body(record, options)
    except (OSError, ValueError) as error:
        yield Piece(key=key, raw=record.raw, problem=f"its HTTP can't be decoded ({str(error)[:100]})")
        return
    if not 200 <= status < 300 or not (mime.startswith(_PAGES) or not mime):
        return
    page = Received(source=f"{received.source}#{key}", name=uri, data=body, charset=charset)
    try:
        draft = one(page, options)
    except RashomonError as error:
        yield Piece(key=key, raw=body, problem=error.reason)
        return
    url = uri if uri.startswith(("http://", "https://")) else None
    fetched = record.headers.get("warc-date")
    yield Piece(key=key, raw=body, draft=msgspec.structs.replace(draft, url=url or draft.url, fetched=fetched))


def _body(record: Record, options: ReadOptions) -> tuple[bytes, str, str | None, int]:
    """The payload of a record, its media type, declared charset and HTTP status (200 where there is no HTTP)."""
    mime = record.headers.get("content-type", "").lower()
    if not mime.startswith("application/http"):
        return record.block, mime.partition(";")[0].strip(), _charset(mime), 200
    from fastwarc.warc import ArchiveIterator

    stream = io.BytesIO(record.raw + b"\r\n\r\n")
    for parsed in ArchiveIterator(stream, parse_http=True, auto_decode="all"):
        http = parsed.http_headers
        sent = (http.get("Content-Type") or "").lower() if http else ""
        body = parsed.reader.read(options.max_document + 1)
        return body, sent.partition(";")[0].strip(), _charset(sent), (http.status_code or 0) if http else 0
    return b"", "", None, 0


def _charset(content_type: str) -> str | None:
    """The charset parameter of a media type."""
    _, mark, rest = content_type.partition("charset=")
    return rest.partition(";")[0].strip(" \"'") or None if mark else None
