"""What format bytes are in: by content first, by extension only where content leaves it open."""

import json
import re
from typing import Literal

from rashomon.read.tables import SYNONYMS, column, delimiter

Format = Literal["text", "markdown", "html", "pdf", "docx", "jsonl", "json", "csv", "feed", "warc", "gzip"]

_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"WARC/", "warc"),
    (b"%PDF-", "pdf"),
)
_NOT_TEXT = (
    (b"PK\x03\x04", "a zip archive that is not a DOCX"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls); save it as DOCX"),
    (b"{\\rtf", "an RTF file; save it as DOCX or text"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
)
_HTML = re.compile(
    r"^(?:\s|<!--[^>]{0,500}-->|<\?xml[^>]{0,200}\?>){0,50}"
    r"(?:<!doctype\s{1,9}html|<(?:html|head|body|title|meta|article|main|div|p|h1|table|section)[\s>/])",
    re.IGNORECASE,
)
_FEED = re.compile(r"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|br|html|body|a|span|h[1-6]|table|li|article)\b[^<>]{0,500}>", re.IGNORECASE)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"
_BY_EXTENSION: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
}


def extension(name: str) -> str:
    """The last extension of a name, lower case, with its dot; ``.gz`` is looked through."""
    stem = name.lower().removesuffix(".gz")
    return stem[stem.rfind(".") :] if "." in stem else ""


def sniff(data: bytes, name: str) -> Format | None:
    """The format of bytes, or None for text that no rule claims and for what is not text at all (see `binary`)."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, format_ in _MAGIC:
        if head.startswith(magic):
            return format_
    if data.startswith(b"PK\x03\x04") and b"word/document.xml" in data:
        return "docx"
    if b"%PDF-" in data[:1024]:  # the standard lets junk stand before the header
        return "pdf"
    return None


def sniff_text(text: str, name: str) -> Format:
    """The format of decoded text."""
    head = text[:20_000].lstrip("\ufeff \t\r\n")
    suffix = extension(name)
    if head.startswith("<"):
        if _FEED.search(head[:3000]) and not _HTML.match(head):
            return "feed"
        if _HTML.match(head) or len(_TAG.findall(head)) >= 2:
            return "html"
        if head.startswith("<?xml"):
            return "html"  # some other XML: its text is kept, its tags are not
    if suffix in (".html", ".htm", ".xhtml") and _TAG.search(head):
        return "html"
    if head.startswith("{") and suffix != ".json" and _is_json_lines(head):
        return "jsonl"
    if head.startswith("[") and suffix not in (".jsonl", ".ndjson") and head[1:50].lstrip().startswith("{"):
        return "json"
    return _BY_EXTENSION.get(suffix, "csv" if _is_table(head) else "text")


def binary(data: bytes) -> str:
    """Why bytes can't be text, or an empty string: a known magic number, or more than a tenth control characters."""
    for magic, what in _NOT_TEXT:
        if data.startswith(magic):
            return f"is {what}"
    sample = data[:65_536]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    nuls = sample.count(0)
    if controls - nuls > 0.1 * (len(sample) - nuls) or (len(sample) > 64 and nuls > 0.55 * len(sample)):
        return "is a binary file, not text"
    return ""


def _is_json_lines(head: str) -> bool:
    """Whether one of the first lines is a whole JSON object (the first may be the broken one)."""
    for line in head.split("\n", 6)[:6]:
        try:
            if isinstance(json.loads(line), dict):
                return True
        except (ValueError, RecursionError):
            continue
    return False


def _is_table(head: str) -> bool:
    """Whether the first two lines look like a header that names a text column, and a row under it."""
    lines = head.split("\n", 2)
    if len(lines) < 2 or len(lines[0]) > 1000:
        return False
    separator = delimiter(lines[0])
    cells = [column(cell) for cell in lines[0].split(separator)]
    named = {name for names in SYNONYMS.values() for name in names}
    known = sum(cell in named for cell in cells)
    return len(cells) >= 2 and known >= 2 and known >= len(cells) / 2 and separator in lines[1]
