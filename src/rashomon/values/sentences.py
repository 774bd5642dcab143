"""Where the sentences of a text are, in code points."""

from functools import lru_cache

import sentencex

# Longer stretches without an end of sentence are split here, so that one clause can always be shown.
LONGEST = 1_500


@lru_cache(maxsize=64)
def sentences(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Half-open ``(start, end)`` of each sentence, blank edges excluded, in order; paragraphs end sentences too."""
    found: list[tuple[int, int]] = []
    position = 0
    for paragraph in text.split("\n\n"):
        found.extend(_in_paragraph(paragraph, position, language))
        position += len(paragraph) + 2
    return tuple(found)


def _in_paragraph(paragraph: str, offset: int, language: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    position = 0
    # sentencex gives the pieces; their concatenation is searched in the text rather than trusted for offsets
    for piece in sentencex.segment(language, paragraph):
        core = piece.strip()
        if not core:
            continue
        start = paragraph.find(core, position)
        if start < 0:
            continue
        position = start + len(core)
        found.extend((offset + a, offset + b) for a, b in _cut(start, position))
    return found


def _cut(start: int, end: int) -> list[tuple[int, int]]:
    return [(a, min(a + LONGEST, end)) for a in range(start, end, LONGEST)]
