"""A Document out of a draft: final text, regions, metadata, language, ids; a reason for every null."""

import hashlib

from rashomon.errors import TooLarge, UnreadableInput
from rashomon.read.draft import Draft, Paragraph
from rashomon.read.language import language_of
from rashomon.read.metadata import facts
from rashomon.read.received import is_url
from rashomon.read.regions import classify, tile
from rashomon.records import Document, content_id


def compose(draft: Draft, source: str, digest: str, limit: int) -> Document:
    """The document of a draft. ``digest`` is that of the entry's bytes and makes the id: equal bytes, one document.

    Raises UnreadableInput when there is no text, TooLarge when there are more than ``limit`` characters.
    """
    found = [Paragraph(p.text.strip(), p.kind) for p in draft.paragraphs if p.text.strip()]
    if not found:
        raise UnreadableInput(source, "holds no text")
    size = sum(len(paragraph.text) for paragraph in found)
    if size > limit:
        raise TooLarge(source, f"holds {size:,} characters of text; a report may have {limit:,}")
    kinds = classify(found, draft.title)
    text, regions = tile(found, kinds)
    known = facts(draft, found, kinds, regions)
    language, why = language_of(text)
    base = source.split("#", 1)[0]
    path = None if is_url(base) or base == "-" else base
    url = draft.url or (base if is_url(base) else None)
    reasons = dict(known.reasons) | dict(draft.notes)
    for name, value, reason in (
        ("language", language, why),
        ("path", path, "did not come as a file"),
        ("url", url, "came without a URL"),
        ("fetched", draft.fetched, "was not fetched from the network"),
    ):
        if value is None:
            reasons[name] = reason
    return Document(
        id=content_id("d", digest),
        source=source,
        path=path,
        url=url,
        digest=digest,
        text_digest=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        title=known.title,
        byline=known.byline,
        publisher=known.publisher,
        published=known.published,
        fetched=draft.fetched,
        language=language,
        text=text,
        regions=regions,
        reasons=reasons,
    )
