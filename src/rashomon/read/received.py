"""What came in, how it may be read, and what came of it."""

import hashlib

import msgspec

from rashomon.records import Document, Row


class ReadOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How inputs may be read. Sizes are bytes, times seconds of wall clock (and of CPU, in the child)."""

    fields: dict[str, str] = {}  # our name -> the table's column: {"text": "body", "date": "published"}
    allow_private: bool = False  # fetch from loopback, private and link-local addresses
    hidden: bool = False  # read files and folders whose name begins with a dot
    max_input: int = 256_000_000  # one file as received; a container may be larger than a report
    max_document: int = 20_000_000  # one report: 20 MB of text is some 40 novels
    max_unpacked: int = 100_000_000  # what a gzip or a DOCX may unpack to
    max_fetch: int = 20_000_000
    seconds: float = 30.0
    fetch_seconds: float = 60.0
    memory: int = 1_500_000_000  # address space of the child; lxml, pdfium and Python map about 0.3 GB before any work


class Received(Row, frozen=True, kw_only=True):
    """One thing as it came: a file's bytes or a response's body. ``problem`` says why there are none.

    ``source`` is the stable key (a normalised path, a URL, ``-``); ``charset`` what the server declared.
    """

    source: str
    name: str
    data: bytes = b""
    fetched: str | None = None
    problem: str | None = None
    charset: str | None = None


class Entry(Row, frozen=True, kw_only=True):
    """One report out of what was received, or the reason why there is none.

    ``source`` carries ``#entry`` inside a container; ``digest`` is the SHA-256 of the entry's own bytes.
    """

    source: str
    document: Document | None = None
    problem: str = ""
    digest: str = ""


def sha256(data: bytes) -> str:
    """The digest under which bytes are known, in hex."""
    return hashlib.sha256(data).hexdigest()


def is_url(source: str) -> bool:
    """Whether a source is to be fetched rather than opened."""
    return source[:8].lower().startswith(("http://", "https://"))


def count(number: int, one: str, many: str = "") -> str:
    """``1 byte``, ``2 bytes``, ``3 entries``: a number with its noun, for messages."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
