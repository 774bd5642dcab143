"""What a format's reader hands on: paragraphs, and what the format itself says about the report."""

from typing import Literal, NamedTuple

from rashomon.records import RegionKind, Row


class Paragraph(NamedTuple):
    """One paragraph of the final text; ``kind`` only where the format itself tells (a figcaption, a title style)."""

    text: str
    kind: RegionKind | None = None


Order = Literal["", "day first", "month first"]  # how a table writes 03/04/2013, where its other rows tell


class DateWords(NamedTuple):
    """Words that may be the date of publication, and where they stood."""

    words: str
    where: str
    order: Order = ""


class Draft(Row, frozen=True, kw_only=True):
    """A report before it is a Document. ``notes`` are warnings that go to the document's reasons."""

    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    dates: tuple[DateWords, ...] = ()
    url: str | None = None
    fetched: str | None = None
    running: str = ""  # a header or footer that stands on every page
    notes: dict[str, str] = {}


class Piece(Row, frozen=True, kw_only=True):
    """One entry of a container: its key within it, its own bytes, and a draft or a problem."""

    key: str
    raw: bytes
    draft: Draft | None = None
    problem: str = ""
