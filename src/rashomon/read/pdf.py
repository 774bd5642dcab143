"""PDF to a draft by pdfium: lines with their places on the page, so that paragraphs come out whole."""

import io
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from rashomon.errors import TooLarge, UnreadableInput
from rashomon.read.decode import clean
from rashomon.read.draft import Draft, Paragraph
from rashomon.read.received import ReadOptions
from rashomon.read.repair import furniture, join_lines, mend

PAGES = 5_000
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_STRING = 32_767  # characters of one string, beyond which pdfium drops the rest without a word
_SOFT = "\ufffe\x02"  # what pdfium puts for a hyphen at a line end, by version
_GAP = 1.35  # times the usual line pitch: more space than that parts paragraphs
_COLUMN = 60.0  # points; lines that start so near to each other are of one column
_INDENT = 8.0  # points
_ENDS = ".!?:\"'”’)"


class Line(NamedTuple):
    """A line of a page: words, left and right edge, baseline; in points, the origin at the bottom left."""

    text: str
    left: float
    right: float
    base: float


def read_pdf(source: str, data: bytes, options: ReadOptions) -> Draft:
    """One PDF. Raises UnreadableInput (password, damage, no text layer) and TooLarge (pages, text)."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(io.BytesIO(data))
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise UnreadableInput(source, "is encrypted and needs a password") from error
        raise UnreadableInput(source, "is a damaged PDF that can't be opened") from error
    try:
        return _draft(source, document, options)
    finally:
        document.close()


def _draft(source: str, document: Any, options: ReadOptions) -> Draft:
    """The draft of an open document."""
    import pypdfium2

    if len(document) > PAGES:
        raise TooLarge(source, f"has {len(document):,} pages; {PAGES:,} are read")
    pages: list[list[Line]] = []
    lost, size = 0, 0
    for number in range(len(document)):
        try:
            pages.append(_lines(document[number]))
        except pypdfium2.PdfiumError:
            lost += 1
            continue
        size += sum(len(line.text) for line in pages[-1])
        if size > options.max_document:
            raise TooLarge(source, f"holds over {options.max_document:,} characters of text")
    if not size:
        raise UnreadableInput(source, "has no text layer; it needs OCR")
    gone, running, notes = furniture([[line.text for line in page] for page in pages])
    kept = [[line for i, line in enumerate(page) if i not in out] for page, out in zip(pages, gone, strict=True)]
    found, repairs = mend(_paragraphs(kept), notes)
    long = sum(len(line.text) >= _STRING for page in kept for line in page)
    if long:
        repairs["text"] = f"{long} of its lines are of {_STRING:,} characters or more, after which PDF readers cut"
    if lost:
        repairs["text"] = f"{lost} of {len(document)} pages are damaged and were left out"
    meta = document.get_metadata_dict(skip_empty=True)
    title = clean(str(meta.get("Title", "")))[0].strip()
    known = title if any(p.text == title for p in found[:5]) else None  # most PDF titles are file names
    return Draft(paragraphs=tuple(found), title=known, running=running, notes=repairs)


def _lines(page: Any) -> list[Line]:
    """The lines of a page in reading order."""
    layer = page.get_textpage()
    text = layer.get_text_range()
    lines: list[Line] = []
    at = 0
    for raw in _broken(text):
        words = clean(raw.rstrip("\r\n"))[0].translate({2: "-", 0xFFFE: "-"})
        length = len(raw.rstrip("\r\n" + _SOFT))
        if words.strip() and at + length <= layer.count_chars():
            first = at + len(raw) - len(raw.lstrip())
            box, last = layer.get_charbox(first), layer.get_charbox(at + max(0, len(raw[:length].rstrip()) - 1))
            lines.append(Line(words.strip(), box[0], last[2], box[1]))
        elif words.strip():
            lines.append(Line(words.strip(), 0.0, 0.0, 0.0))
        at += len(raw)
    layer.close()
    page.close()
    return lines


def _broken(text: str) -> list[str]:
    """Text split at line ends and after pdfium's hyphen marks, every character kept."""
    out: list[str] = []
    for line in text.splitlines(keepends=True):
        rest = line
        for mark in _SOFT:
            rest = rest.replace(mark, mark + "\0cut")
        out.extend(part for part in rest.split("\0cut") if part)
    return out


def _paragraphs(pages: list[list[Line]]) -> list[Paragraph]:
    """Lines to paragraphs by gaps, indents and lines that end early; a page break alone does not part them."""
    found: list[Paragraph] = []
    block: list[str] = []
    for page in pages:
        pitches = [a.base - b.base for a, b in pairwise(page) if 4 < a.base - b.base < 60]
        pitch = median(pitches) if pitches else 14.0
        margins: dict[int, float] = {}
        for line in page:
            column = round(line.left / _COLUMN)
            margins[column] = max(margins.get(column, 0.0), line.right)
        before: Line | None = None
        for line in page:
            if block and _parts(before, line, pitch, margins, block[-1]):
                found.append(Paragraph(join_lines(block)))
                block = []
            block.append(line.text)
            before = line
    if block:
        found.append(Paragraph(join_lines(block)))
    return found


def _parts(before: Line | None, line: Line, pitch: float, margins: dict[int, float], last: str) -> bool:
    """Whether a new paragraph starts with ``line``."""
    ended = last.rstrip()[-1:] in _ENDS
    if before is None:  # first line of a page
        return ended or len(last) < 40
    drop = before.base - line.base
    if drop > _GAP * pitch:
        return True
    if drop < -pitch:  # up again: the next column
        return ended
    if line.left - before.left > _INDENT:
        return ended
    letter, other = _letter(before), _letter(line)
    if min(len(before.text), len(line.text)) > 12 and not 0.75 < letter / max(other, 0.1) < 1.33:
        return True  # another size of type
    margin = margins[round(before.left / _COLUMN)]
    room = margin - before.right - letter
    if ended:  # the next word would have fitted on the line before
        return room > letter * len(line.text.split(None, 1)[0])
    return room > 0.25 * (margin - before.left) and line.text[0].isupper()  # a heading: short, and no end mark


def _letter(line: Line) -> float:
    """The mean width of a line's letters, in points."""
    return (line.right - line.left) / max(1, len(line.text))
