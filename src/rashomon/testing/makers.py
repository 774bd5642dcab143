"""Makers of records for tests: each finds its words in the text, so that every span quotes what stands there."""

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec

from rashomon.records import (
    AnyClaim,
    CauseClaim,
    Document,
    EventClaim,
    FigureClaim,
    FlowClaim,
    Mention,
    NamingClaim,
    Period,
    Region,
    Span,
    TieClaim,
    Voice,
    content_id,
)

KINDS: dict[str, type[AnyClaim]] = {
    "event": EventClaim,
    "figure": FigureClaim,
    "tie": TieClaim,
    "flow": FlowClaim,
    "cause": CauseClaim,
    "naming": NamingClaim,
}
MAKER = "testing"


def make_document(text: str, **fields: Any) -> Document:
    """A document with this final text; ``fields`` override any field (``published`` also takes an ISO day)."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    published = fields.pop("published", None)
    if isinstance(published, str):
        published = make_day(published)
    given: dict[str, Any] = {
        "source": "reports/report.txt",
        "path": "reports/report.txt",
        "digest": digest,
        "text_digest": digest,
        "language": "en",
    }
    given |= {"published": published, **fields}
    given.setdefault("id", content_id("d", given["source"], given["digest"]))
    return Document(text=text, **given)


def make_day(day: str, words: str = "", how: str = "") -> Period:
    """One ISO day, known to the day."""
    return Period(from_=day, to=day, precision="day", words=words, how=how)


def make_span(document: Document, quote: str, within: Span | None = None) -> Span:
    """The first place where ``quote`` stands in the document (inside ``within``, if given); ValueError if none."""
    first, last = (within.start, within.end) if within else (0, len(document.text))
    start = document.text.index(quote, first, last)
    return Span(start=start, end=start + len(quote), quote=quote)


def make_mention(document: Document, words: str, within: Span | None = None, **fields: Any) -> Mention:
    """A mention of these words; ``fields``: type, actor, place, why."""
    span = make_span(document, words, within)
    return Mention(words=words, start=span.start, end=span.end, **fields)


def make_regions(document: Document, kinds: dict[str, str]) -> Document:
    """The document with regions: ``kinds`` maps the words of a stretch to what it is; the rest is body."""
    found = sorted((make_span(document, words).start, len(words), kind) for words, kind in kinds.items())
    regions: list[Region] = []
    at = 0
    for start, length, kind in found:
        if start > at:
            regions.append(Region(kind="body", start=at, end=start))
        regions.append(msgspec.convert({"kind": kind, "start": start, "end": start + length}, Region))
        at = start + length
    if at < len(document.text):
        regions.append(Region(kind="body", start=at, end=len(document.text)))
    return msgspec.structs.replace(document, regions=tuple(regions))


def make_author() -> Voice:
    """The outermost voice of every chain: the document's author."""
    return Voice(words="", start=0, end=0)


def make_voices(document: Document, sentence: Span, *speakers: tuple[str, str], direct: bool = False) -> list[Voice]:
    """The author, then each ``(speaker's words, cue's words)`` inward; ``direct`` if the innermost is quoted."""
    chain = [make_author()]
    for number, (words, cue) in enumerate(speakers, start=1):
        span = make_span(document, words, sentence)
        quoted = direct and number == len(speakers)
        chain.append(
            Voice(
                words=words,
                start=span.start,
                end=span.end,
                cue=make_span(document, cue, sentence) if cue else None,
                form="direct" if quoted else "indirect",
            )
        )
    return chain


def make_claim(kind: str, document: Document, sentence: str, **fields: Any) -> AnyClaim:
    """A claim of this kind, made by ``sentence``; its id follows from its content.

    ``by`` (a list of ``(speaker, cue)``) and ``direct`` give the voice chain; ``trigger`` may be words.
    """
    span = make_span(document, sentence)
    by: Sequence[tuple[str, str]] = fields.pop("by", ())
    direct = bool(fields.pop("direct", False))
    fields.setdefault("voices", tuple(make_voices(document, span, *by, direct=direct)))
    fields.setdefault("maker", MAKER)
    if isinstance(fields.get("trigger"), str):
        fields["trigger"] = make_span(document, fields["trigger"], span)
    spans = (span, *fields.pop("more_spans", ()))
    claim = KINDS[kind](id="", document=document.id, spans=spans, **fields)
    return msgspec.structs.replace(claim, id=content_id("c", msgspec.to_builtins(claim)))
