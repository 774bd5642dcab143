"""Reports, what became of what was received, and the claim graphs of their passages."""

from typing import Literal

import msgspec

from rashomon.records.base import Period, Row

RegionKind = Literal["title", "byline", "dateline", "body", "caption", "boilerplate"]


class Region(Row, frozen=True, kw_only=True):
    """A stretch of a document's text and what it is."""

    kind: RegionKind
    start: int
    end: int


class Document(Row, frozen=True, kw_only=True):
    """One report (one version of it): its final text, and what is known about it.

    ``digest`` is the SHA-256 of the bytes received, ``text_digest`` that of the final text. ``source`` is the stable
    key under which it came (a path or URL, with ``#entry`` inside a container); a changed file under one source is a
    new document, and the store numbers the versions. ``reasons`` says why a field is None, and carries warnings.
    """

    id: str
    source: str
    path: str | None = None
    url: str | None = None
    digest: str
    text_digest: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: Period | None = None
    fetched: str | None = None
    language: str | None = None
    text: str
    regions: tuple[Region, ...] = ()
    reasons: dict[str, str] = {}
    superseded_by: str | None = None


class Receipt(Row, frozen=True, kw_only=True):
    """What became of one thing that was received: received = stored + duplicate + quarantined, exactly."""

    source: str
    digest: str
    outcome: Literal["stored", "duplicate", "quarantined"]
    document: str | None = None
    reason: str = ""


class Node(Row, frozen=True, kw_only=True):
    """A mention or trigger of a claim graph; offsets are in the document (in the passage, for a lone passage)."""

    id: str
    start: int
    end: int
    type: str
    mode: str | None = None
    flag: str | None = None
    p: float = 1.0


class Edge(msgspec.Struct, frozen=True, array_like=True):
    """``[from, label, to, p]``: node ids, an edge label, a probability."""

    source: str
    label: str
    target: str
    p: float = 1.0


class Graph(Row, frozen=True, kw_only=True):
    """The claim graph of characters ``start:end`` of a document."""

    document: str
    start: int
    end: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    maker: str
