"""Where a report says that it was written: the places of its dateline, or of a byline that ends on one."""

import re
from functools import cache
from typing import Final

from rashomon.records import Document, Span
from rashomon.vocab import load

_NAME: Final = r"[A-ZÀ-Þ][\w.'’-]{0,40}(?: [A-ZÀ-Þ][\w.'’-]{0,40}){0,3}"
_DATELINE: Final = re.compile(rf"\s{{0,4}}(?P<place>{_NAME}?)(?:, (?P<holder>{_NAME}?))?(?=\s?[,(:\n–—-]|\.\s|\s*$)")
_BYLINE: Final = re.compile(rf"\b(?:in|from) (?P<place>{_NAME})(?:, (?P<holder>{_NAME}))?\s*$")
LONGEST: Final = 200
"""Characters of a dateline's region that are looked at."""


def dateline(document: Document) -> tuple[Span, ...]:
    """The names of the place that a report is datelined, and of what that lies in ("GAO, Mali"); empty without any.

    Of "From our correspondent in Gao" the place counts likewise. Two places ("PARIS/GAO") say neither.
    """
    for region in document.regions:
        if region.kind not in ("dateline", "byline"):
            continue
        pattern = _DATELINE.match if region.kind == "dateline" else _BYLINE.search
        said = pattern(document.text[region.start : min(region.end, region.start + LONGEST)].rstrip())
        if said is None or not _named(said["place"]):
            continue
        groups = ["place", "holder"] if said["holder"] and _named(said["holder"]) else ["place"]
        return tuple(_span(document, region.start, said, group) for group in groups)
    return ()


def _named(words: str) -> bool:
    first = words.split()[0].lower().strip(".,") if words.split() else ""
    return bool(first) and first not in _no_places() and not any(c.isdecimal() for c in words)


@cache
def _no_places() -> frozenset[str]:
    """What stands at the head of a report in a dateline's shape and is no place: days, months, labels."""
    return frozenset(load("groups")["no_dateline"]["words"])


def _span(document: Document, offset: int, said: re.Match[str], group: str) -> Span:
    start = offset + said.start(group)
    end = start + len(said[group].rstrip("."))
    return Span(start=start, end=end, quote=document.text[start:end])
