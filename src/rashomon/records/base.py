"""What every record shares: frozen rows, content-hash ids, spans, periods."""

import hashlib
from typing import Literal

import msgspec

Reality = Literal["fact", "neg", "poss", "fut", "hyp"]
Precision = Literal["time", "part of day", "day", "days", "week", "month", "season", "year", "years", "open"]


class Row(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of every record: frozen, built by keyword; no record can hold itself, so none is watched for cycles."""


def content_id(prefix: str, *parts: object) -> str:
    """A stable id: ``prefix-`` and the first 16 hex digits of the SHA-256 of the parts' JSON."""
    blob = msgspec.json.encode(parts, order="deterministic")
    return f"{prefix}-{hashlib.sha256(blob).hexdigest()[:16]}"


class Span(Row, frozen=True, kw_only=True):
    """Characters ``start:end`` of a document, with the words that stand there."""

    start: int
    end: int
    quote: str


class Period(Row, frozen=True, kw_only=True):
    """A time interval: ISO dates or date-times, inclusive; None is open. ``how`` gives the reading in words."""

    from_: str | None = msgspec.field(name="from")
    to: str | None
    precision: Precision
    words: str = ""
    start: int | None = None
    end: int | None = None
    how: str = ""
