"""Reports as the page carries them: their lines, what is known of them, and what is missing and why."""

from msgspec.structs import replace

from rashomon.records import Document
from rashomon.show.anchors import outside
from rashomon.show.lookup import sentence_of
from rashomon.show.marks import stands
from rashomon.show.page.data import Doc, Line
from rashomon.show.page.index import Index
from rashomon.show.page.units import Units, carried
from rashomon.show.plain import clip
from rashomon.show.reports import BLANK, FIELDS, Texts, facts_of, kind_of, lines_of
from rashomon.show.tellings import language
from rashomon.show.words import period
from rashomon.values.judgements import SAME_ORIGIN

WITHHELD = {
    "full": "",
    "excerpts": "Only the lines that make claims are in this dossier.",
    "none": "The text is left out of this dossier; each claim's sentence is quoted.",
}


def docs(index: Index, texts: Texts) -> tuple[Doc, ...]:
    """Every report of the record, in its order."""
    twins = _reprints(index)
    made = (_doc(document, index, texts) for document in index.look.record.documents)
    return tuple(replace(row, reprints=tuple(sorted(twins.get(row.id, ())))) for row in made)


def _doc(document: Document, index: Index, texts: Texts) -> Doc:
    missing = [(name, document.reasons.get(name, BLANK)) for name in FIELDS if getattr(document, name) is None]
    published = document.published
    return Doc(
        id=document.id,
        title=clip(document.title or "Untitled report", 200),
        outlet=index.outlet_of(document),
        date=period(published) if published else "undated",
        day=(published.from_ or published.to or "")[:10] if published else "",
        language=language(document),
        url=outside(document.url) or "",
        digest=document.text_digest,
        lines=_lines(document, index, texts),
        withheld=WITHHELD[texts],
        facts=facts_of(document),
        missing=tuple(missing),
        notes=tuple((name, why) for name, why in sorted(document.reasons.items()) if name not in FIELDS),
        superseded=index.docs.get(document.superseded_by or "", -1),
    )


def _reprints(index: Index) -> dict[str, list[tuple[int, str]]]:
    """For each report, those that count as one origin with it, and why."""
    found: dict[str, list[tuple[int, str]]] = {}
    told = (j for j in index.look.record.judgements if j.relation == SAME_ORIGIN and j.verdict == "same")
    for j in told:
        if j.retired is None and j.left in index.docs and j.right in index.docs:
            found.setdefault(j.left, []).append((index.docs[j.right], clip(j.why, 160)))
            found.setdefault(j.right, []).append((index.docs[j.left], clip(j.why, 160)))
    return found


def _lines(document: Document, index: Index, texts: Texts) -> tuple[Line, ...]:
    if texts == "none":
        return ()
    units = Units(document.text)
    spans = [sentence_of(claim) for claim in index.look.claims_of[document.id] if stands(claim, document.text)]
    return tuple(
        Line(start=units.at(start), kind=kind_of(document, start, end), text=carried(document.text[start:end]))
        for start, end in lines_of(document.text)
        if texts == "full" or any(span.start < end and span.end > start for span in spans)
    )
