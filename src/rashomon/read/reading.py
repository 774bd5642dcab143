"""One received thing to its entries: the format is sniffed, its reader called, and each problem kept with its entry."""

from collections.abc import Iterable, Iterator

import msgspec

from rashomon.errors import RashomonError, TooLarge, UnreadableInput
from rashomon.read.compose import compose
from rashomon.read.draft import Draft, Piece
from rashomon.read.received import Entry, ReadOptions, Received, count, sha256
from rashomon.read.sniff import Format, binary, sniff, sniff_text
from rashomon.read.text import read_markdown, read_text, text_of

DEPTH = 3  # gzips within gzips, pages within archives


def parse(received: Received, options: ReadOptions | None = None) -> list[Entry]:
    """Every report in what was received; what can't be read is an entry with a problem, and the rest goes on.

    Raises nothing for bad data. Hostile HTML, PDF and the like may still take long here: see `isolated`.
    """
    options = options or ReadOptions()
    digest = sha256(received.data)
    if received.problem is not None:
        return [Entry(source=received.source, problem=received.problem, digest=digest)]
    try:
        return _entries(received, options, DEPTH)
    except RashomonError as error:
        return [Entry(source=received.source, problem=str(error), digest=digest)]


def format_of(received: Received) -> Format | None:
    """The format by magic number and then by text; None for binary data."""
    magic = sniff(received.data, received.name)
    if magic is not None:
        return magic
    from rashomon.read.decode import decode

    if binary(received.data[:65_536]):
        return None
    return sniff_text(decode(received.data[:65_536], received.charset).text, received.name)


def _entries(received: Received, options: ReadOptions, depth: int) -> list[Entry]:
    """The entries of one thing; raises RashomonError when it can't be used as a whole."""
    if not received.data:
        raise UnreadableInput(received.source, "is empty")
    if len(received.data) > options.max_input:
        raise TooLarge(received.source, f"is {len(received.data):,} bytes; one input may have {options.max_input:,}")
    format_ = format_of(received)
    if format_ is None:
        raise UnreadableInput(received.source, binary(received.data[:65_536]))
    if format_ == "gzip":
        return _unzipped(received, options, depth)
    pieces = _container(received, options, format_)
    if pieces is not None:
        entries = [_entry(received, piece, options) for piece in _distinct(pieces)]
        if not entries:
            raise UnreadableInput(received.source, "holds no entries")
        return entries
    draft = _single(received, options, format_)
    digest = sha256(received.data)
    fetched = draft.fetched or received.fetched
    draft = msgspec.structs.replace(draft, fetched=fetched)
    return [
        Entry(
            source=received.source,
            document=compose(draft, received.source, digest, options.max_document),
            digest=digest,
        )
    ]


def draft_of(received: Received, options: ReadOptions) -> Draft:
    """The draft of bytes that are one report, such as an archived page. Raises RashomonError if they are not."""
    if not received.data:
        raise UnreadableInput(received.source, "is empty")
    format_ = format_of(received)
    if format_ is None:
        raise UnreadableInput(received.source, binary(received.data[:65_536]))
    if format_ in ("gzip", "warc", "feed", "jsonl", "json", "csv"):
        raise UnreadableInput(received.source, f"is {format_} data within an archive, no page")
    return _single(received, options, format_)


def _single(received: Received, options: ReadOptions, format_: Format) -> Draft:
    """The draft of a file that is one report."""
    if format_ == "pdf":
        from rashomon.read.pdf import read_pdf

        return read_pdf(received.source, received.data, options)
    if format_ == "docx":
        from rashomon.read.docx import read_docx

        return read_docx(received.source, received.data, options)
    if format_ == "html":
        from rashomon.read.html import read_html

        return read_html(received, options)
    text, notes = text_of(received, received.data, options)
    return read_markdown(text, notes) if format_ == "markdown" else read_text(text, notes)


def _container(received: Received, options: ReadOptions, format_: Format) -> Iterator[Piece] | None:
    """The pieces of a file that holds many reports; None if the format is of one."""
    if format_ in ("jsonl", "json", "csv"):
        from rashomon.read.tables import read_table

        return read_table(received, options, format_)
    if format_ == "feed":
        from rashomon.read.feed import read_feed

        return read_feed(received, options)
    if format_ == "warc":
        from rashomon.read.warc import read_warc

        return read_warc(received, options, draft_of)
    return None


def _distinct(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, a key that stands twice made another by its number."""
    seen: set[str] = set()
    for number, piece in enumerate(pieces, 1):
        key = piece.key if piece.key not in seen else f"{piece.key}~{number}"
        seen.add(key)
        yield msgspec.structs.replace(piece, key=key)


def _entry(received: Received, piece: Piece, options: ReadOptions) -> Entry:
    """One piece of a container as an entry."""
    source = f"{received.source}#{piece.key}"
    digest = sha256(piece.raw)
    if piece.draft is None:
        return Entry(source=source, problem=f"{source}: {piece.problem}", digest=digest)
    draft = msgspec.structs.replace(piece.draft, fetched=piece.draft.fetched or received.fetched)
    try:
        document = compose(draft, source, digest, options.max_document)
    except RashomonError as error:
        return Entry(source=source, problem=str(error), digest=digest)
    return Entry(source=source, document=document, digest=digest)


def _unzipped(received: Received, options: ReadOptions, depth: int) -> list[Entry]:
    """The entries inside a gzip; what a damaged one still yields is kept when it is a container."""
    from rashomon.read.gzipped import gunzip, holds_warc, members

    if depth == 0:
        raise TooLarge(received.source, f"is a gzip within {count(DEPTH, 'gzip')}")
    if holds_warc(received.data):
        from rashomon.read.warc import read_members

        found = read_members(received, members(received.data, options.max_unpacked), options, draft_of)
        return [_entry(received, piece, options) for piece in _distinct(found)]
    data, problem = gunzip(received.data, options.max_unpacked)
    inner = msgspec.structs.replace(received, data=data, name=received.name.removesuffix(".gz"))
    if not problem:
        return _entries(inner, options, depth - 1)
    if not data or format_of(inner) not in ("jsonl", "csv"):
        raise UnreadableInput(received.source, problem)
    whole = data[: data.rfind(b"\n") + 1]  # the cut goes through the last line
    lost = Entry(source=received.source, problem=f"{received.source}: {problem}", digest=sha256(received.data))
    if not whole:
        return [lost]
    return [*_entries(msgspec.structs.replace(inner, data=whole), options, depth - 1), lost]
