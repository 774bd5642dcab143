"""What a report says about itself: title, byline, publisher, date of publication; each with a reason when missing."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec

from rashomon.read.dates import Reading, read_date
from rashomon.read.draft import DateWords, Draft, Paragraph
from rashomon.read.regions import TOP, byline_of, dateline_length, is_masthead, outlet_of
from rashomon.records import Period, Region, RegionKind

_CONTACT = re.compile(r"to contact (?:the )?([^\n]{2,60}?)(?: and | visit| at |,|:|$)", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[\s:©]{0,3}(?:\(c\)\s)?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s)?(?:by\s)?([^\n.|,]{2,60})",
    re.IGNORECASE,
)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)")
_YEAR_AFTER = re.compile(r",?\s(?:19|20)\d\d.{0,20}$")
_NOBODY = re.compile(r"(?:all rights reserved|\d{4})", re.IGNORECASE)
_NO_DATE = "no date found in the text or its metadata"


class Facts(NamedTuple):
    """What was found, and why the rest was not."""

    title: str | None
    byline: str | None
    publisher: str | None
    published: Period | None
    reasons: dict[str, str]


def facts(draft: Draft, found: Sequence[Paragraph], kinds: Sequence[RegionKind], regions: Sequence[Region]) -> Facts:
    """Metadata of the format first, then what the text shows."""
    reasons: dict[str, str] = {}
    title = draft.title or _first(found, kinds, "title")
    byline = draft.byline or _byline(found, kinds)
    publisher, how = _publisher(draft, found, kinds)
    published, why = _published(draft, found, kinds, regions)
    for name, value, reason in (
        ("title", title, "no headline found above the text"),
        ("byline", byline, "no byline found"),
        ("publisher", publisher, "no publisher named in the metadata, a footer or the URL"),
        ("published", published, why),
    ):
        if value is None:
            reasons[name] = reason
    if publisher and how:
        reasons["publisher"] = how
    if published and why:
        reasons["published"] = why
    return Facts(title, byline, publisher, published, reasons)


def domain(url: str | None) -> str | None:
    """The host of a URL, without ``www.``."""
    if not url:
        return None
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _first(found: Sequence[Paragraph], kinds: Sequence[RegionKind], kind: RegionKind) -> str | None:
    """The first paragraph of a kind."""
    return next((p.text for p, k in zip(found, kinds, strict=True) if k == kind), None)


def _byline(found: Sequence[Paragraph], kinds: Sequence[RegionKind]) -> str | None:
    """The byline's name, without "By"."""
    lines = [p.text for p, k in zip(found, kinds, strict=True) if k == "byline" and not is_masthead(p.text)]
    text = lines[0] if lines else None
    return (byline_of(text) or text) if text else None


def _publisher(draft: Draft, found: Sequence[Paragraph], kinds: Sequence[RegionKind]) -> tuple[str | None, str]:
    """Who brought the report out, and how that is known; an agency's credit in a dateline is not the publisher."""
    if draft.publisher:
        return draft.publisher, ""
    mastheads = (
        p.text for p, kind in zip(found[:TOP], kinds, strict=False) if kind == "byline" and is_masthead(p.text)
    )
    masthead = next(mastheads, None)
    if masthead:
        return outlet_of(masthead), "taken from the line under the headline"
    footers = [p.text for p, kind in zip(found, kinds, strict=True) if kind == "boilerplate"]
    for pattern, how in ((_COPYRIGHT, "taken from a copyright line"), (_CONTACT, "taken from a contact line")):
        for text in footers:
            match = pattern.search(text[:400])
            name = _YEAR_AFTER.sub("", match[1]).strip(" .:-") if match else ""
            if name and not _NOBODY.match(name):
                return name, how
    running = re.split(r"\s[-–—|]\s", draft.running, maxsplit=1)
    if len(running) == 2 and sum(word[0].isupper() for word in running[0].split()) >= 2:
        return running[0].strip(), "taken from the running header of the pages"
    host = domain(draft.url)
    return (host, "taken from the domain of its URL") if host else (None, "")


def _published(
    draft: Draft, found: Sequence[Paragraph], kinds: Sequence[RegionKind], regions: Sequence[Region]
) -> tuple[Period | None, str]:
    """The date of publication and a warning, or None and why."""
    refused = ""
    for words, where, order in draft.dates:
        reading = read_date(words, order)
        if reading and reading.period:
            return _how(reading.period, where), ""
        refused = refused or (
            reading.why if reading else f'"{words[:60]}" in {where} is not a date that was understood'
        )
    for reading, start in _dates_in_text(found, kinds, regions):
        if reading.period:
            placed = msgspec.structs.replace(reading.period, start=start + reading.start, end=start + reading.end)
            return _trimmed(placed), ""
        refused = refused or reading.why
    match = _URL_DATE.search(draft.url or "")
    reading_ = read_date("-".join(match.groups())) if match else None
    if reading_ and reading_.period:
        return _how(reading_.period, "the URL"), ""
    return None, refused or _NO_DATE


def _dates_in_text(
    found: Sequence[Paragraph], kinds: Sequence[RegionKind], regions: Sequence[Region]
) -> list[tuple[Reading, int]]:
    """Dates in the top matter, then in a dateline, then in a dated last line; with where their paragraph starts."""
    out: list[tuple[Reading, int]] = []
    at = 0
    for i, (paragraph, kind) in enumerate(zip(found, kinds, strict=True)):
        if i >= TOP:
            break
        text = paragraph.text
        head = text if kind in ("byline", "dateline") else text[: dateline_length(text)] if kind == "body" else ""
        reading = read_date(head) if head else None
        if reading:
            out.append((reading, at))
        at += len(text) + 2
    return out


def _trimmed(period: Period) -> Period:
    """The period with its span cut to its words (the pattern may have taken a space along)."""
    start = period.start or 0
    return msgspec.structs.replace(period, end=start + len(period.words))


def _how(period: Period, where: str) -> Period:
    """The period, saying which metadata it is from."""
    return msgspec.structs.replace(period, how=f"{period.how}, from {where}")


def dates(*pairs: tuple[str | None, str]) -> tuple[DateWords, ...]:
    """Candidate dates that are there, in order."""
    return tuple(DateWords(words.strip(), where) for words, where in pairs if words and words.strip())
