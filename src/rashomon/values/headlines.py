"""Where a report's headline stands in its text: the title above the first paragraph, without the outlet's name."""

import re
from typing import Final

from rashomon.records import Document

# "Three dead in clash - Harbour Radio News", "... | The Courier", "... « Channel 6": what follows names the outlet.
_TAIL: Final = re.compile(r"\s{1,2}(?:[|«»]|[-–—]{1,2})\s")
LEAST: Final = 4
"""Words that a headline has before an outlet's name."""


def headline(document: Document) -> tuple[int, int] | None:
    """Half-open offsets of the headline; None if the text has none, or one all in capitals.

    Only the title above the first paragraph counts: cross-heads inside the text are titles, too.
    """
    for region in document.regions:
        if region.kind in ("body", "caption"):
            return None
        if region.kind == "title":
            words = document.text[region.start : region.end].rstrip()
            if words.isupper():
                return None
            tail = next((m for m in _TAIL.finditer(words) if len(words[: m.start()].split()) >= LEAST), None)
            lead = len(words) - len(words.lstrip())
            return region.start + lead, region.start + (tail.start() if tail else len(words))
    return None
