"""Plain text and Markdown to a draft."""

import re

from rashomon.errors import TooLarge, UnreadableInput
from rashomon.read.decode import clean, decode
from rashomon.read.draft import Draft, Paragraph
from rashomon.read.metadata import dates
from rashomon.read.received import ReadOptions, Received
from rashomon.read.repair import paragraphs

LINES = 1_000_000  # of one report; a book has 10,000, and each line costs some 10 microseconds to mend and place
_FRONT = re.compile(r"([A-Za-z_]{1,40}):\s(.{1,500})")
_HEADING = re.compile(r"#{1,6}\s{1,4}(.{1,500}?)\s{0,4}#{0,6}")


def text_of(received: Received, data: bytes, options: ReadOptions) -> tuple[str, dict[str, str]]:
    """Decoded, cleaned text and notes on both. Raises TooLarge over the size of a report, UnreadableInput if empty."""
    if len(data) > options.max_document:
        reason = f"is {len(data):,} bytes; one report may have {options.max_document:,}"
        lines = data.count(b"\n") + 1
        raise TooLarge(received.source, reason + (", and this is a single line" if lines == 1 else ""))
    decoded = decode(data, received.charset)
    text, dropped = clean(decoded.text)
    if not text.strip():
        raise UnreadableInput(received.source, "holds no text")
    lines = text.count("\n") + 1
    if lines > LINES and (filled := sum(1 for line in text.split("\n") if line.strip())) > LINES:
        raise TooLarge(received.source, f"has {filled:,} lines; one report may have {LINES:,}")
    warnings = "; ".join(filter(None, (decoded.warning, dropped)))
    return text, {"text": warnings} if warnings else {}


def read_text(text: str, notes: dict[str, str]) -> Draft:
    """Plain text, its paragraphs repaired."""
    found, repairs = paragraphs(text)
    return Draft(paragraphs=tuple(found), notes=notes | repairs)


def read_markdown(text: str, notes: dict[str, str]) -> Draft:
    """Markdown: front matter becomes metadata, the first heading the title; other marks stay as they are."""
    front, text = _front_matter(text)
    found, repairs = paragraphs(text)
    out: list[Paragraph] = []
    for paragraph in found:
        heading = _HEADING.fullmatch(paragraph.text)
        first = heading is not None and not any(p.kind == "title" for p in out)
        out.append(Paragraph(heading[1] if heading else paragraph.text, "title" if first else None))
    return Draft(
        paragraphs=tuple(out),
        title=front.get("title"),
        byline=front.get("author") or front.get("byline"),
        publisher=front.get("publisher") or front.get("source"),
        url=front.get("url"),
        dates=dates((front.get("date") or front.get("published"), "the front matter")),
        notes=notes | repairs,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The ``key: value`` lines between two ``---`` at the very top, and the text after them."""
    if not text.startswith("---\n"):
        return {}, text
    head, mark, rest = text[4:].partition("\n---\n")
    if not mark or len(head) > 5000:
        return {}, text
    pairs = [match for line in head.split("\n") if (match := _FRONT.fullmatch(line.strip()))]
    return {match[1].lower(): match[2].strip().strip("\"'") for match in pairs}, rest
