"""The reports themselves: what is known of each, what is missing and why, and the text with its claims marked."""

import re
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from rashomon.records import AnyClaim, Document, EventClaim, FigureClaim
from rashomon.show import words
from rashomon.show.anchors import anchor, link, outside
from rashomon.show.lookup import Lookup, outlet, sentence_of
from rashomon.show.marks import Near, bounds_of, parts_of, stands, wrapped
from rashomon.show.plain import clip
from rashomon.show.tellings import Telling, language, tellings

Texts = Literal["full", "excerpts", "none"]
QUIET = ("caption", "boilerplate", "byline", "dateline")
FIELDS = ("published", "publisher", "byline", "title", "url", "language")
BLANK = "nothing found"


@dataclass(frozen=True)
class Paragraph:
    """One line of a report's text: what it is, and its marked words; ``skipped`` for a gap in an excerpt."""

    kind: str
    html: Markup
    skipped: bool = False


@dataclass(frozen=True)
class Report:
    """One report, ready to be written."""

    anchor: str
    title: str
    outlet: str
    lang: str
    facts: tuple[tuple[str, str], ...]
    url: str | None
    missing: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]
    digest: str
    claims: int
    astray: int
    superseded: bool
    newer: str
    paragraphs: tuple[Paragraph, ...]
    loose: tuple[Telling, ...]
    withheld: str
    unmarked: tuple[str, ...]


def reports(look: Lookup, texts: Texts) -> list[Report]:
    """Every report of the record, in its order."""
    return [_report(document, look, texts) for document in look.record.documents]


def _report(document: Document, look: Lookup, texts: Texts) -> Report:
    claims = look.claims_of[document.id]
    known = [claim for claim in claims if stands(claim, document.text)]
    text = tuple(paragraphs(document, known, texts))
    return Report(
        anchor=anchor("d", document.id),
        title=clip(document.title or "Untitled report", 200),
        outlet=outlet(document),
        lang=language(document),
        facts=facts_of(document),
        url=outside(document.url),
        missing=tuple((name, document.reasons.get(name, BLANK)) for name in FIELDS if getattr(document, name) is None),
        notes=tuple((name, why) for name, why in sorted(document.reasons.items()) if name not in FIELDS),
        digest=document.text_digest[:16],
        claims=len(claims),
        astray=len(claims) - len(known),
        superseded=document.superseded_by is not None,
        newer=link("d", document.superseded_by, look.documents),
        paragraphs=text,
        loose=tuple(tellings(_loose(claims, look), look)),
        withheld="The text is left out of this dossier; each claim's sentence is quoted above."
        if texts == "none"
        else "",
        unmarked=_unmarked(claims, text),
    )


def strays(look: Lookup) -> list[str]:
    """Names to which claims of reports that are not in the record link."""
    return [anchor("m", claim.id) for claim in look.record.claims if claim.document not in look.documents]


def _unmarked(claims: list[AnyClaim], text: tuple[Paragraph, ...]) -> tuple[str, ...]:
    """Names to which claims' links lead that the text does not bear; the report's head bears them instead."""
    borne = {name for line in text for name in re.findall(r' id="([^"]*)"', line.html)}
    return tuple(name for claim in claims if (name := anchor("m", claim.id)) not in borne)


def facts_of(document: Document) -> tuple[tuple[str, str], ...]:
    """What is known of a report, by name; what is not is left out."""
    published = f"{words.period(document.published)}" if document.published else ""
    given = (
        ("Outlet", document.publisher or ""),
        ("Published", published),
        ("By", document.byline or ""),
        ("Language", document.language or ""),
        ("File", document.path or ""),
        ("Fetched", document.fetched or ""),
    )
    return tuple((name, clip(value, 200)) for name, value in given if value)


def _loose(claims: list[AnyClaim], look: Lookup) -> list[AnyClaim]:
    """Events and figures that belong to no incident; the other kinds have sections of their own."""
    return [
        claim
        for claim in claims
        if isinstance(claim, EventClaim | FigureClaim) and claim.id not in look.home and claim.id not in look.counted
    ]


def paragraphs(document: Document, claims: list[AnyClaim], texts: Texts) -> list[Paragraph]:
    """The text line by line with its claims marked; only lines with claims for excerpts, none if left out."""
    if texts == "none":
        return []
    parts = Near([part for claim in claims for part in parts_of(claim, document.text)], bounds_of)
    said = Near(claims, lambda claim: (sentence_of(claim).start, sentence_of(claim).end))
    made: list[Paragraph] = []
    for start, end in lines_of(document.text):
        inside = said(start, end)
        if texts == "excerpts" and not inside:
            if not made or not made[-1].skipped:
                made.append(Paragraph(kind="gap", html=Markup("[…]"), skipped=True))
            continue
        html = wrapped(document.text, start, end, inside, parts(start, end))
        made.append(Paragraph(kind=kind_of(document, start, end), html=html))
    return made


def kind_of(document: Document, start: int, end: int) -> str:
    """What most of a line is: title, byline, dateline, body, caption or boilerplate."""
    sizes: dict[str, int] = {}
    for region in document.regions:
        shared = min(end, region.end) - max(start, region.start)
        if shared > 0:
            sizes[region.kind] = sizes.get(region.kind, 0) + shared
    return max(sizes, key=lambda kind: sizes[kind], default="body")


def lines_of(text: str) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end, blank ones left out."""
    found = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found
