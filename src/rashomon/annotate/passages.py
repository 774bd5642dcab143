"""A document's passages: its headline, paragraphs of body and captions; short ones together, long ones cut."""

from collections.abc import Iterator
from itertools import groupby

from rashomon.annotate.words import WORD
from rashomon.records import Document
from rashomon.values.headlines import headline
from rashomon.values.sentences import sentences

# The scheme's passages are paragraphs of at most about 200 words. One-sentence paragraphs, the habit of news, are read
# together up to the training passages' usual length, so that "he" and "the attack" have something to refer to.
MOST_WORDS = 190
JOIN_WORDS = 110


def passages(document: Document) -> list[tuple[int, int]]:
    """Half-open offsets of the passages to annotate, in order; none if the report is in a language we don't read."""
    if document.language not in (None, "en"):
        return []
    title = headline(document)
    found = [title] if title else []
    for kind, run in groupby(document.regions, key=lambda region: region.kind):
        if kind in ("body", "caption"):
            units = [unit for region in run for unit in _units(document.text, region.start, region.end)]
            found.extend(_joined(document.text, units))
    if not document.regions:
        found.extend(_joined(document.text, list(_units(document.text, 0, len(document.text)))))
    return found


def _units(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """(start, end, words) of each paragraph, or of runs of sentences where a paragraph is too long."""
    position = start
    for paragraph in text[start:end].split("\n\n"):
        last = position + len(paragraph)
        if paragraph.strip():
            lead = len(paragraph) - len(paragraph.lstrip())
            yield from _cut(text, position + lead, position + len(paragraph.rstrip()))
        position = last + 2


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    count = _count(text, start, end)
    if count <= MOST_WORDS:
        yield start, end, count
        return
    begin, so_far, last = start, 0, start
    for a, b in _pieces(text, start, end):
        more = _count(text, a, b)
        if so_far and so_far + more > MOST_WORDS:
            yield begin, last, so_far
            begin, so_far = a, 0
        so_far, last = so_far + more, b
    yield begin, last, so_far


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of a stretch; one that is itself too long is cut between words."""
    for a, b in sentences(text[start:end]):
        words = [m.end() for m in WORD.finditer(text, start + a, start + b)]
        begin = start + a
        for i in range(MOST_WORDS, len(words), MOST_WORDS):
            yield begin, words[i - 1]
            begin = words[i - 1]
        yield begin, start + b


def _joined(text: str, units: list[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int, int] | None = None
    for unit in units:
        if current and current[2] + unit[2] <= JOIN_WORDS and not text[current[1] : unit[0]].strip():
            current = (current[0], unit[1], current[2] + unit[2])
            continue
        if current:
            yield current[:2]
        current = unit
    if current:
        yield current[:2]


def _count(text: str, start: int, end: int) -> int:
    return sum(1 for _ in WORD.finditer(text, start, end))
