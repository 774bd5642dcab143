"""What each paragraph of a report is: title, byline, dateline, body, caption or boilerplate; and the regions of it all.

The rules look at a paragraph's own words and at its place: top matter stands before the first long paragraph, captions
and footers after the last. Regions tile the text; the blank line after a paragraph belongs to its region.
"""

import re
from collections.abc import Sequence

from rashomon.read.dates import read_date
from rashomon.read.draft import Paragraph
from rashomon.read.words import MEDIA
from rashomon.records import Region, RegionKind

SEPARATOR = "\n\n"
TOP = 8  # paragraphs in which title, byline and date are looked for
_MANY = 20_000  # paragraphs; beyond that it is a dump of lines, and no rule of page layout says anything about it
_LONG = 25  # words that make a paragraph body for certain
_TAIL = 12  # trailing paragraphs looked at for captions
_ENDS = ".!?:;…。！？؟"
_CLOSERS = "\"'”’»)]*_"
_BOILERPLATE = re.compile(
    r"(?:to contact (?:the |us\b|this )|contact us\b|copyright\b|©|\(c\)\s?(?:19|20)\d\d|all rights reserved|"
    r"subscribe\b|sign up (?:for|to)\b|share (?:this|on|via|with)\b|share:?$|follow us\b|follow \w{1,30} on\b|"
    r"read (?:more|also|next)\b|also read\b|see also\b|related:?$|"
    r"more [\w ]{0,30}on page \d|\(c\)\s[^.]{0,60}\b(?:19|20)\d\d\b|"
    r"(?:related|more|recommended|latest) (?:articles?|stories|links|news|topics|content|coverage|reading|from)\b|"
    r"you may also like|most (?:read|popular|viewed)\b|click here\b|"
    r"(?:we|this (?:web)?site) uses? cookies\b|by continuing to (?:use|browse)\b|accept (?:all )?cookies|"
    r"cookie (?:policy|settings|preferences)|privacy policy|terms (?:of|and)\s(?:use|service|conditions)|"
    r"advertisement$|skip to (?:main )?content|newsletter\b|(?:leave a )?comments?(?: \(\d{1,6}\))?:?$|"
    r"print(?: this)?(?: article| page)?$|e-?mail this\b|tags?:\s|filed under\b|continue reading\b|"
    r"support our\b|donate\b|"
    r"page \d{1,4}(?: of \d{1,4})?$|[-–—]?\s?\d{1,4}\s?[-–—]?$|"
    r"(?:https?://|www\.)\S{1,200}$|[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,3}\.[a-z]{2,10}(?:/\S{0,200})?$)",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:related|read more|see also|also read|more (?:stories|from)|you may also|most (?:read|popular))", re.I
)
_CAPTION = re.compile(
    r"(?:(?:file )?(?:photo|image|picture|photograph|illustration|map|video|caption|credit)s?(?: credit| by)?\s?[:/]|"
    r"file\s?[-–—]\s|\[(?:photo|image)|\((?:photo|ap photo|reuters/))",
    re.IGNORECASE,
)
_DATE_LEAD = re.compile(
    r"(?:(?:first |last )?(?:published|posted|updated|modified|date|issued|released)(?: on| at)?:?\s|on\s)?",
    re.IGNORECASE,
)
_BY = re.compile(r"(?i:(?:written |reported |posted )?by:?\s|reporter:\s)(?=[^\W\d_a-z])")
_OUR = re.compile(
    r"(?:from )?(?:a|our) [\w -]{0,40}(?:correspondent|reporter|staff)s?(?: in [\w ]{2,30})?", re.IGNORECASE
)
_CREDIT = re.compile(r"[\w./:@-]{0,80}(?:@[\w-]{1,60}|[\w-])\.[a-z]{2,10}(?:/\S{0,100})?")
_RANGE = re.compile(
    r"(?:\bto|\buntil|\band|[-–])\s{0,2}$|\bperiod\b|\bbetween\b", re.IGNORECASE
)  # its end, no date of issue
_NAME = re.compile(
    r"(?:[^\W\d_]['’.\w-]{0,40})(?:\s(?:(?:de|van|von|al|el|bin|ibn|da|di|der|la|le|and)\s)?[^\W\d_]['’.\w-]{0,40}){1,4}"
)
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{1,30}(?:\s[A-ZÀ-Þ.'’-]{1,30}){0,3})"  # BAMAKO; NEW DELHI
    r"(?:/[A-ZÀ-Þ.'’-]{1,30}){0,2}"
    r"(?:,\s\w[\w.'’ -]{1,40})?(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)?"  # , Mali; , Jan 21
    r"(?:(?:\s\([A-Z][\w/ .-]{1,40}\))?\s?(?:-{1,2}|[–—])\s{0,2}|[.:]\s(?=[\"“‘]?[A-ZÀ-Þ]))"  # (AP) - ; KIDAL. KABUL:
)
# "Gao, Mali (AFP) - ": in small letters only with an agency that is known, for a movement has an acronym, too
_AGENCY_LINE = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]{1,30}(?:\s[A-ZÀ-Þ][\w.'’-]{1,30}){0,3}(?:,\s\w[\w.'’ -]{1,40})?\s"
    r"\((?:AP|AFP|Reuters|Xinhua|IRIN|dpa|DPA|EFE|ANSA|UPI|TASS|PTI|IANS|ANI|AA|Anadolu|SANA|IRNA|VOA|RFE/RL|BBC|CNN)\)"
    r"\s?(?:-{1,2}|[–—])\s{0,2}"
)


def classify(found: Sequence[Paragraph], title: str | None = None) -> list[RegionKind]:
    """The kind of every paragraph; ``title`` is the one that the format's metadata gives, if any."""
    if len(found) > _MANY:
        return [p.kind or "body" for p in found]
    kinds: list[RegionKind] = [p.kind or _alone(p.text) for p in found]
    top = _top(found, kinds, title)
    _tail(found, kinds, top)
    _isolated(found, kinds, top)
    if found and not any(kind in ("body", "caption") for kind in kinds):
        return ["body" if kind == "title" else kind for kind in kinds] if "title" in kinds else ["body"] * len(kinds)
    return kinds


def tile(found: Sequence[Paragraph], kinds: Sequence[RegionKind]) -> tuple[str, tuple[Region, ...]]:
    """The text, paragraphs parted by a blank line, and regions that cover it; neighbours of one kind are one region."""
    spans: list[tuple[RegionKind, int, int]] = []
    at = 0
    first_body = True
    for i, (paragraph, kind) in enumerate(zip(found, kinds, strict=True)):
        end = at + len(paragraph.text) + (len(SEPARATOR) if i + 1 < len(found) else 0)
        if kind == "body" and first_body:
            first_body = False
            cut = dateline_length(paragraph.text)
            if cut:
                spans.append(("dateline", at, at + cut))
                at += cut
        if spans and spans[-1][0] == kind == "body":
            spans[-1] = (kind, spans[-1][1], end)
        else:
            spans.append((kind, at, end))
        at = end
    text = SEPARATOR.join(paragraph.text for paragraph in found)
    return text, tuple(Region(kind=kind, start=start, end=end) for kind, start, end in spans)


def dateline_length(text: str) -> int:
    """How many characters at the start of a paragraph are a dateline, as in "GAO, Mali (AP) - "."""
    match = _AGENCY_LINE.match(text[:160]) or _DATELINE.match(text[:160])
    if match is None or len(text) < match.end() + 20:
        return 0
    marked = "(" in match[0] or "," in match[0] or match[0].rstrip(" -–—.:").isupper()
    return match.end() if marked and text[match.end()].isalnum() | (text[match.end()] in "\"'“‘") else 0


def is_date_line(text: str) -> bool:
    """Whether a short paragraph says a date and little else."""
    if len(text) > 100:
        return False
    lead = _DATE_LEAD.match(text)
    reading = read_date(text)
    if reading is None:
        return False
    before = reading.start - (lead.end() if lead else 0)
    return before <= 12 and len(text) - reading.end <= 30


def byline_of(text: str) -> str | None:
    """The name in a byline that says "By", or None."""
    match = _BY.match(text)
    if match is None or len(text) > 160 or text.rstrip()[-1:] in ".!?" or len(text.split()) > 16:
        return None
    name = re.split(
        r"\s[|•·–—]\s|,?\s(?:on\s)?(?=\d{1,2}\s[A-Z]|[A-Z][a-z]{2,8}\s\d{1,2},)", text[match.end() :], maxsplit=1
    )[0]
    return name.strip(" ,;|") or None


def is_masthead(text: str) -> bool:
    """Whether a short line is the name of an outlet (with what follows a dash or comma): capitals and a media word."""
    words = outlet_of(text).split()
    named = any(word.lower() in MEDIA for word in words)
    return (
        len(text) <= 80 and unfinished(text) and 1 <= len(words) <= 5 and named and all(w[0].isupper() for w in words)
    )


def outlet_of(text: str) -> str:
    """The outlet's name in a masthead, without its motto."""
    return re.split(r"\s[-–—|:]\s|,\s", text.strip(), maxsplit=1)[0]


def is_name(text: str) -> bool:
    """Whether a short paragraph is nothing but a person's name: two to five capitalised words."""
    words = text.split()
    capitals = sum(word[0].isupper() for word in words)
    return (
        2 <= len(words) <= 5
        and capitals >= len(words) - 1
        and bool(_NAME.fullmatch(text.strip()))
        and not text.isupper()
    )


def unfinished(text: str) -> bool:
    """Whether a paragraph lacks the mark that ends a sentence."""
    return text.rstrip()[-40:].rstrip(_CLOSERS)[-1:] not in _ENDS


def _alone(text: str) -> RegionKind:
    """What a paragraph is by its own words."""
    if len(text) <= 300 and _BOILERPLATE.match(text) and len(text.split()) <= 40:
        return "boilerplate"
    if len(text) <= 400 and _CAPTION.match(text):
        return "caption"
    return "body"


def _top(found: Sequence[Paragraph], kinds: list[RegionKind], title: str | None) -> int:
    """Mark title, byline and date above the first long paragraph; returns the index where the body starts."""
    titled = "title" in kinds[:TOP]
    for i, paragraph in enumerate(found[:TOP]):
        text = paragraph.text
        if kinds[i] != "body":
            continue
        if not titled and _same(text, title):
            kinds[i], titled = "title", True
        elif is_date_line(text) or (titled and len(text) <= 100 and unfinished(text) and _dated(text)):
            kinds[i] = "dateline"
        elif _is_credit_line(found, kinds, i, titled):
            kinds[i] = "byline"
        elif len(text.split()) >= _LONG or not unfinished(text) or dateline_length(text):
            return i
        elif not titled and title is None and _headline(text) and i + 1 < len(found):
            kinds[i], titled = "title", True
        elif titled and i > 1:
            return i
    return min(TOP, len(found))


def _dated(text: str) -> bool:
    """Whether a line holds a date that can be read."""
    reading = read_date(text)
    return reading is not None and not _RANGE.search(text[: reading.start])


def _is_credit(text: str) -> bool:
    """Whether a short paragraph ends on an address: of the outlet, of its shop, of its letters page."""
    words = text.split()
    return 0 < len(words) <= 40 and bool(_CREDIT.fullmatch(words[-1])) and len(text) <= 300


def _is_credit_line(found: Sequence[Paragraph], kinds: Sequence[RegionKind], i: int, titled: bool) -> bool:
    """Whether a line of the top matter says who wrote it or who brought it out."""
    text = found[i].text
    if byline_of(text) or _OUR.fullmatch(text):
        return True
    if (titled or i == 0) and i + 1 < len(found) and is_masthead(text):
        return True
    return titled and is_name(text) and _near_date_or_title(found, kinds, i)


def _near_date_or_title(found: Sequence[Paragraph], kinds: Sequence[RegionKind], i: int) -> bool:
    """Whether a lone name stands right under the title, or next to a date, with text after it."""
    after = found[i + 1].text if i + 1 < len(found) else ""
    return bool(after) and (
        is_date_line(after) or (i > 0 and kinds[i - 1] in ("title", "dateline") and len(after) > 80)
    )


def _tail(found: Sequence[Paragraph], kinds: list[RegionKind], top: int) -> None:
    """Mark captions and link lists after the last full paragraph."""
    last = len(found) - 1
    while last > top and (kinds[last] != "body" or (unfinished(found[last].text) and _short(found[last].text))):
        last -= 1
    if last < 0 or kinds[last] != "body" or len(found) - 1 - last > 5 * _TAIL:
        return
    linked = False
    for i in range(last + 1, len(found)):
        linked = linked or (kinds[i] == "boilerplate" and bool(_RELATED.match(found[i].text)))
        if kinds[i] in ("body", "caption") and i - last <= _TAIL and _is_credit(found[i].text):
            kinds[i] = "boilerplate"
        elif kinds[i] == "body":
            kinds[i] = "boilerplate" if linked else "caption" if i - last <= _TAIL else "body"


def _isolated(found: Sequence[Paragraph], kinds: list[RegionKind], top: int) -> None:
    """Mark short lines without an end mark that stand alone between full paragraphs."""
    for i in range(max(top, 1), len(found) - 1):
        text = found[i].text
        if kinds[i] != "body" or not (_short(text) and unfinished(text)):
            continue
        if all(kinds[j] != "body" or _full(found[j].text) for j in (i - 1, i + 1)):
            kinds[i] = "title" if text.isupper() else "caption"  # a cross-head, or a caption


def _full(text: str) -> bool:
    """Whether a paragraph is running text: long, or ended."""
    return not unfinished(text) or len(text.split()) >= _LONG


def _short(text: str) -> bool:
    """Whether a paragraph is as short as a caption."""
    return len(text) <= 160 and len(text.split()) <= 20


def _headline(text: str) -> bool:
    """Whether a first line may be a headline: up to 30 words, begins with a capital, a digit or a quote."""
    first = text.lstrip("\"'“‘«(*_ ")[:1]
    return len(text) <= 220 and len(text.split()) <= 30 and bool(first) and (not first.islower())


def _same(text: str, title: str | None) -> bool:
    """Whether a paragraph is the title that the metadata names (spaces and case aside)."""
    return title is not None and len(text) < 500 and " ".join(text.split()).lower() == " ".join(title.split()).lower()
