"""Records to rows and back: JSON bodies, seals that show damage, and the laws that a fact must keep to be stored."""

import zlib
from collections.abc import Iterator
from typing import Any

import msgspec

from rashomon.errors import CaseError, DamagedCase
from rashomon.records import (
    Actor,
    AnyClaim,
    Disagreement,
    Document,
    EventClaim,
    Finding,
    Graph,
    Incident,
    Judgement,
    Place,
    Receipt,
    Row,
    Span,
    Tie,
)

DECODERS: dict[Any, msgspec.json.Decoder[Any]] = {
    kind: msgspec.json.Decoder(kind)
    for kind in (Actor, AnyClaim, Disagreement, Document, Finding, Graph, Incident, Judgement, Place, Receipt, Tie)
}
SURROGATE = "a text in it holds a lone surrogate (at character {}), which no file can keep"
ENCODER = msgspec.json.Encoder(order="deterministic")


def seal(*parts: str) -> int:
    """The CRC-32 of the parts: enough to see that a page of the file was overwritten, at 1 GB/s."""
    check = 0
    for part in parts:
        check = zlib.crc32(part.encode(), check)
    return check


def seal_new(subject: str, *parts: str) -> int:
    """The seal of what is about to be written; CaseError about ``subject`` if UTF-8 can't hold it."""
    try:
        return seal(*parts)
    except UnicodeEncodeError as error:
        raise CaseError(subject, SURROGATE.format(error.start)) from error


def body_of(record: Row, kind: Any, subject: str) -> str:
    """The record as JSON, proven to read back as the same ``kind``; CaseError about ``subject`` if it does not.

    JSON has no NaN and no infinity, and UTF-8 no lone surrogate: without the proof they would come back as None.
    """
    try:
        kept = DECODERS[kind].decode(ENCODER.encode(record))
        if kept == record or kept == msgspec.convert(msgspec.to_builtins(record), kind):
            return ENCODER.encode(kept).decode()
        reason = "it does not read back as it was written (NaN or infinity in it?)"
    except UnicodeEncodeError as error:
        reason = SURROGATE.format(error.start)
    except (msgspec.MsgspecError, ValueError, OverflowError, TypeError) as error:
        reason = f"it can't be kept exactly ({error})"
    raise CaseError(subject, reason)


def record_of(kind: Any, subject: str, body: str, *sealed: str, found: int) -> Any:
    """The record in ``body``; DamagedCase about ``subject`` if the seal that was ``found`` is not that of the row."""
    # In a damaged file a column may hold anything, whatever the schema says of it.
    if not all(isinstance(part, str) for part in (body, *sealed)) or seal(body, *sealed) != found:
        raise DamagedCase(subject, "the row is not what was written; run `rashomon doctor`")
    try:
        return DECODERS[kind].decode(body)
    except msgspec.MsgspecError as error:
        raise DamagedCase(subject, f"the row can't be read ({error}); run `rashomon doctor`") from error


def document_row(document: Document) -> tuple[str | int, ...]:
    """The values of `sql.ADD_DOCUMENT`: the text stands in its own column, and the store knows what supersedes what."""
    subject = f"document {document.id}"
    bare = msgspec.structs.replace(document, text="", superseded_by=None)
    body = body_of(bare, Document, subject)
    fields = (document.id, document.source, document.digest, document.text_digest, document.title or "")
    return (*fields, body, document.text, seal_new(subject, body, document.text))


def same_report(kept: Document, other: Document) -> bool:
    """Whether two documents of equal bytes differ in nothing but the file that they came in."""
    return msgspec.structs.replace(kept, source=other.source, path=other.path) == other


def graph_row(graph: Graph) -> tuple[str | int, ...]:
    """The values of `sql.ADD_GRAPH`."""
    body = body_of(graph, Graph, f"graph of document {graph.document} at {graph.start}")
    return (graph.document, graph.maker, graph.start, graph.end, body, seal(body))


def claim_row(claim: AnyClaim) -> tuple[str | int, ...]:
    """The values of `sql.ADD_CLAIM`; the claim has a span."""
    body = body_of(claim, AnyClaim, f"claim {claim.id}")
    kind = str(claim.__struct_config__.tag)
    return (claim.id, claim.document, kind, claim.maker, claim.spans[0].quote, body, seal(body))


def span_rows(claim: AnyClaim) -> list[tuple[str | int, ...]]:
    """The values of `sql.ADD_SPAN`, one row for each of the claim's own spans."""
    return [
        (claim.id, claim.maker, ordinal, claim.document, span.start, span.end)
        for ordinal, span in enumerate(claim.spans)
    ]


def actor_row(actor: Actor) -> tuple[str | int, ...]:
    """The values of `sql.ADD_ACTOR`."""
    body = body_of(actor, Actor, f"actor {actor.id}")
    return (actor.id, actor.name, body, seal(body))


def place_row(place: Place) -> tuple[str | int, ...]:
    """The values of `sql.ADD_PLACE`."""
    body = body_of(place, Place, f"place {place.id}")
    return (place.id, place.name, body, seal(body))


def judgement_row(item: Judgement) -> tuple[str | int | float | None, ...]:
    """The values of `sql.ADD_JUDGEMENT`. The seal leaves ``retired`` out, the one column that may change."""
    body = body_of(msgspec.structs.replace(item, retired=None), Judgement, f"judgement {item.id}")
    return (*judgement_fields(item), item.retired, seal(body))


def judgement_fields(item: Judgement) -> tuple[str | float | None, ...]:
    """The values of a judgement's row up to ``made``, in the order of `sql.ADD_JUDGEMENT`."""
    fields = (item.id, item.left, item.right, item.relation, item.verdict, float(item.score), item.why)
    return (*fields, item.maker, item.made)


def receipt_row(receipt: Receipt, at: str) -> tuple[str | int | None, ...]:
    """The values of `sql.RECEIVE`."""
    subject = f"receipt of {receipt.source!r:.200}"
    check = seal_new(subject, body_of(receipt, Receipt, subject), at)
    return (receipt.source, receipt.digest, receipt.outcome, receipt.document, receipt.reason, at, check)


def receipt_of(row: tuple[Any, ...]) -> Receipt:
    """The receipt in a row (source, digest, outcome, document, reason, received at, seal)."""
    made = Receipt(source=row[0], digest=row[1], outcome=row[2], document=row[3], reason=row[4])
    body = ENCODER.encode(made).decode()
    receipt: Receipt = record_of(Receipt, f"receipt of {row[0]!r:.200}", body, row[5], found=row[6])
    return receipt


def judgement_of(row: tuple[Any, ...]) -> Judgement:
    """The judgement in a row of all columns. Its seal leaves ``retired`` out, the one column that may change."""
    names = ("id", "left", "right", "relation", "verdict", "score", "why", "maker", "made")
    made = Judgement(**dict(zip(names, row, strict=False)))
    body = ENCODER.encode(made).decode()
    bare: Judgement = record_of(Judgement, f"judgement {made.id}", body, found=row[10])
    return msgspec.structs.replace(bare, retired=row[9])


def document_of(row: tuple[Any, ...]) -> Document:
    """The document in a row (id, body, text, seal, id of the next version)."""
    bare: Document = record_of(Document, f"document {row[0]}", row[1], row[2], found=row[3])
    return msgspec.structs.replace(bare, text=row[2], superseded_by=row[4])


def spans_of(claim: AnyClaim) -> Iterator[Span]:
    """Every quoted span of a claim: its own first, then the trigger and the cues of its voices."""
    yield from claim.spans
    if isinstance(claim, EventClaim):
        yield claim.trigger
    for voice in claim.voices:
        if voice.cue is not None:
            yield voice.cue


def refuse_false_quotes(claim: AnyClaim, text: str) -> None:
    """The first law: a claim has a span, and the text there is the quote; CaseError if not."""
    if not claim.spans:
        raise CaseError(f"claim {claim.id}", "it has no span, so no reader could check it")
    for span in spans_of(claim):
        if not 0 <= span.start <= span.end <= len(text) or text[span.start : span.end] != span.quote:
            where = f"characters {span.start} to {span.end} of document {claim.document}"
            raise CaseError(f"claim {claim.id}", f"{where} are not its quote {span.quote!r:.200}")


def refuse_stray_nodes(graph: Graph, text: str) -> None:
    """A graph's passage lies in its document, and its nodes in the passage; CaseError if not."""
    subject = f"graph of document {graph.document} at {graph.start}"
    if not 0 <= graph.start <= graph.end <= len(text):
        raise CaseError(subject, f"its passage ends at {graph.end}, the document at {len(text)}")
    for node in graph.nodes:
        if not 0 <= node.start <= node.end <= len(text):
            raise CaseError(subject, f"node {node.id} ({node.start} to {node.end}) lies outside the document")
