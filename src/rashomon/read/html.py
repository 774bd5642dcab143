"""Web pages to drafts: trafilatura for the article, resiliparse as the reading that no depth of tags can break.

trafilatura (through libxml2) silently drops what stands deeper than 255 tags and takes minutes on 100,000 siblings, so
pages of that shape never reach it, and what it keeps is compared with the second reading.
"""

import re

from rashomon.errors import UnreadableInput
from rashomon.read.draft import Draft, Paragraph
from rashomon.read.page import PageFacts, facts_of
from rashomon.read.received import ReadOptions, Received
from rashomon.read.regions import SEPARATOR
from rashomon.read.repair import mend
from rashomon.read.text import text_of
from rashomon.read.words import word_set

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}["']?\s{0,3}([\w.:-]{2,40})""", re.IGNORECASE)
# Tags that HTML closes by itself, so that an open one says nothing about depth.
_UNCLOSED = word_set(
    "p li td tr th dt dd option br img hr input meta link area base col embed source track wbr param keygen"
)
_DEEP = 200  # libxml2 gives up at 255
_VERY_DEEP = 1_000  # resiliparse's main-content rules are quadratic in depth: 0.1 s at 2,000, 240 s at 100,000
_MANY = 10_000  # tags; trafilatura took 3.5 s on 20,000 siblings, over 60 s on 100,000
_ATTRIBUTES = 200  # of one tag; resiliparse is quadratic in them: 0.1 s at 2,000, 12 s at 30,000
_KEPT = 0.3  # share of the second reading's text below which trafilatura's is not believed


def read_html(received: Received, options: ReadOptions) -> Draft:
    """One page. Raises UnreadableInput when it holds no text, TooLarge over the size of a report."""
    declared = _CHARSET.search(received.data[:4096])
    charset = received.charset or (declared[1].decode("ascii", "replace") if declared else None)
    page = Received(source=received.source, name=received.name, data=received.data, charset=charset)
    text, notes = text_of(page, received.data, options)
    return draft_of(received.source, text, notes)


def draft_of(source: str, text: str, notes: dict[str, str]) -> Draft:
    """The draft of a decoded page."""
    markup = trim_tags(text)
    depth, tags = shape(markup)
    found, how = _article(markup, depth, tags)
    if not found:
        raise UnreadableInput(source, "is a page without text")
    known = facts_of(markup) if depth < _VERY_DEEP * 10 else PageFacts()
    found, repairs = mend(found)
    found = _with_title(found, known.title)
    found = _with_captions(found, known.captions)
    return Draft(
        paragraphs=tuple(found),
        title=known.title,
        byline=known.byline,
        publisher=known.publisher,
        dates=known.dates,
        url=known.url,
        notes=notes | repairs | ({"extraction": how} if how else {}),
    )


def fragment(markup: str) -> list[Paragraph]:
    """The paragraphs of a piece of HTML that is all report, as in a feed's entry."""
    return _split(_plain(trim_tags(markup), main=False))


def shape(markup: str) -> tuple[int, int]:
    """How deep a page nests (upper bound, by counting tags that need closing) and how many tags it has."""
    depth = deepest = tags = 0
    for match in _TAG.finditer(markup):
        tags += 1
        if match[2].lower() in _UNCLOSED:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest, tags


def trim_tags(markup: str) -> str:
    """The page with absurd tags (over 200 attributes) stripped of their attributes; linear in any case."""
    out: list[str] = []
    at = close = 0
    for match in _TAG.finditer(markup):
        start = match.end()
        if start < at:
            continue
        if close < start:
            close = markup.find(">", start)
            if close < 0:
                break
        if (
            close - start > 2 * _ATTRIBUTES
            and markup.count("=", start, close) + markup.count(" ", start, close) > 2 * _ATTRIBUTES
        ):
            out.append(markup[at:start])
            at = close
    out.append(markup[at:])
    return "".join(out)


def _article(markup: str, depth: int, tags: int) -> tuple[list[Paragraph], str]:
    """The article's paragraphs, and a note when they are not trafilatura's."""
    if depth >= _VERY_DEEP:
        return _split(_plain(markup, main=False)), f"nested about {depth:,} deep; the whole page's text was kept"
    main = _split(_plain(markup, main=True)) or _split(_plain(markup, main=False))
    if depth >= _DEEP or tags > _MANY:
        return main, f"{tags:,} tags, nested about {depth:,} deep; read with the depth-safe reader"
    first = _trafilatura(markup)
    kept, there = _size(first), _size(main)
    if kept < _KEPT * there:
        return main, f"the extractor kept {kept:,} of {there:,} characters; the second reading was used"
    if len(first) < 2 <= len(main):
        return main, ""  # on short pages trafilatura's fallback runs all paragraphs into one
    whole = _size(_split(_plain(markup, main=False)))
    if kept < _KEPT * whole:
        return first, f"{kept / whole:.0%} of the page's text was kept; the rest looks like navigation"
    return first, ""


def _trafilatura(markup: str) -> list[Paragraph]:
    """The main text by trafilatura in fast mode, a paragraph per block; empty when it finds nothing."""
    import trafilatura

    result = trafilatura.bare_extraction(markup, fast=True, include_comments=False, with_metadata=False)
    body = getattr(result, "body", None)
    if body is None:
        return []
    found: list[Paragraph] = []
    for block in body:
        rows = block if block.tag in ("list", "table") else (block,)
        for row in rows:
            text = " ".join("".join(row.itertext()).split())
            if text:
                found.append(Paragraph(text))
    return found


def _plain(markup: str, *, main: bool) -> str:
    """All visible text, or that of the main content, by resiliparse, in blocks parted by line ends."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(
        extract_plain_text(
            markup, preserve_formatting=True, main_content=main, list_bullets=False, alt_texts=False, comments=False
        )
    )


def _split(text: str) -> list[Paragraph]:
    """Blocks of extracted text as paragraphs."""
    return [Paragraph(" ".join(line.split())) for line in text.split("\n") if line.strip()]


def _size(found: list[Paragraph]) -> int:
    """Characters in paragraphs."""
    return sum(len(paragraph.text) for paragraph in found)


def _with_title(found: list[Paragraph], title: str | None) -> list[Paragraph]:
    """The paragraphs with the headline among the first, put there if the extractor left it out."""
    if not title or any(paragraph.text.lower() == title.lower() for paragraph in found[:5]):
        return found
    return [Paragraph(title, "title"), *found]


def _with_captions(found: list[Paragraph], captions: tuple[str, ...]) -> list[Paragraph]:
    """The paragraphs with the page's captions marked, or put at the end where the extractor left them out."""
    wanted = set(captions)
    marked = [p._replace(kind="caption") if p.kind is None and p.text in wanted else p for p in found]
    text = SEPARATOR.join(paragraph.text for paragraph in found)
    return marked + [Paragraph(caption, "caption") for caption in captions if caption not in text]
