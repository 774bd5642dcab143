"""RSS and Atom to pieces: one entry a report; feedparser is given bytes only, so that it fetches nothing."""

import io
from collections.abc import Iterator
from typing import Any

import msgspec

from rashomon.errors import TooLarge, UnreadableInput
from rashomon.read.decode import clean
from rashomon.read.draft import Draft, Paragraph, Piece
from rashomon.read.html import fragment, shape
from rashomon.read.metadata import dates
from rashomon.read.received import ReadOptions, Received
from rashomon.read.repair import paragraphs

DEEP = 1_000  # tags within tags; feedparser takes quadratic time over them


def read_feed(received: Received, options: ReadOptions) -> Iterator[Piece]:
    """The entries of a feed; those before a break in the XML are kept and the break is a problem of its own."""
    import feedparser

    if len(received.data) > options.max_document:
        raise TooLarge(received.source, f"is {len(received.data):,} bytes; a feed may have {options.max_document:,}")
    if b"<!entity" in received.data.lower():  # a bomb, or a file of this machine; no feed needs its own entities
        raise UnreadableInput(received.source, "declares XML entities, which are not expanded")
    deep, _ = shape(received.data.decode("utf-8", "replace"))
    if deep > DEEP:
        raise TooLarge(received.source, f"is nested about {deep:,} deep; a feed may be {DEEP:,}")
    try:  # markup is taken out of what is kept (`fragment`), so feedparser need not clean it: quadratic in its depth
        feed = feedparser.parse(io.BytesIO(received.data), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, OverflowError, LookupError) as error:  # its lenient reader fails on impossible characters
        raise UnreadableInput(received.source, f"is a broken feed ({str(error)[:100]})") from error
    if not feed.entries and feed.bozo:
        raise UnreadableInput(received.source, f"is a broken feed ({_said(feed)})")
    publisher = _words(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, 1):
        key = _words(entry.get("id") or entry.get("link"))[:300] or str(number)
        yield _piece(key, entry, publisher)
    if feed.bozo and _cut(received.data):
        yield Piece(key="end", raw=received.data[-4096:], problem=f"the feed breaks off ({_said(feed)})")


def _piece(key: str, entry: Any, publisher: str) -> Piece:
    """One entry; its own bytes are those of what it says, as the XML around it changes with every fetch."""
    # dict.get: feedparser's own lends "published" to a missing "updated", with a warning.
    content = next((part.get("value") for part in entry.get("content", ()) if part.get("value")), None)
    body = content or entry.get("summary") or ""
    title = _words(entry.get("title"))
    raw = msgspec.json.encode([key, title, body, entry.get("published", ""), entry.get("link", "")])
    found = _body(body)
    if not found and not title:
        return Piece(key=key, raw=raw, problem="the entry has no text")
    if title and not any(p.text == title for p in found[:3]):
        found = [Paragraph(title, "title"), *found]
    return Piece(
        key=key,
        raw=raw,
        draft=Draft(
            paragraphs=tuple(found),
            title=title or None,
            byline=_words(entry.get("author")) or None,
            publisher=publisher or None,
            url=_link(entry),
            dates=dates(
                (_words(entry.get("published")), "the feed"), (_words(dict.get(entry, "updated")), "the feed's update")
            ),
        ),
    )


def _body(body: str) -> list[Paragraph]:
    """The paragraphs of an entry's content, with or without markup."""
    text, _ = clean(body)
    return fragment(text) if "<" in text or "&" in text else paragraphs(text)[0]


def _words(value: Any) -> str:
    """A field as plain words: markup in titles is taken out."""
    if not isinstance(value, str):
        return ""
    text, _ = clean(value)
    if "<" in text or "&" in text:
        text = " ".join(paragraph.text for paragraph in fragment(text))
    return " ".join(text.split())


def _link(entry: Any) -> str | None:
    """The entry's address, if it is one of the web."""
    link = entry.get("link")
    return link if isinstance(link, str) and link.startswith(("http://", "https://")) else None


def _cut(data: bytes) -> bool:
    """Whether the feed's root element is never closed."""
    tail = data[-200:].lower()
    return not any(mark in tail for mark in (b"</rss", b"</feed", b"</rdf"))


def _said(feed: Any) -> str:
    """What feedparser found wrong, as a short clause."""
    error = feed.get("bozo_exception")
    getter = getattr(error, "getMessage", None)
    return str(getter() if getter else error)[:100]
