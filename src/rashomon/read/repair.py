"""Paragraphs made whole again: hard-wrapped lines, tears at page breaks, hyphenated line ends, running headers.

Every rule works on lines and paragraphs of the text alone, in one pass, and says in a note what it did.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rashomon.read.draft import Paragraph
from rashomon.read.received import count
from rashomon.read.words import COMPOUND_HEADS, COMPOUND_TAILS, OPEN_ENDINGS, word_set

_ENDS = ".!?:;…。！？؟"
_CLOSERS = "\"'”’»)]*_"
_HYPHENS = "-\u2010\u00ad\ufffe"  # U+FFFE is how pdfium marks a hyphen at a line end
_DASHES = "—–"
_PAGES = 10_000  # form feeds beyond that part paragraphs, not pages
_HEAD = 25  # characters: what is shorter is an item of a list or a heading, not the head of a torn paragraph
_WIDEST = 130  # a text whose lines are mostly longer is not hard-wrapped
_FIRST_WORD = re.compile(r"[^\W\d_]{1,60}")
_LAST_WORD = re.compile(r"[^\W\d_]{1,60}$")
_URL_START = re.compile(r"(?:https?://|www\.|[a-z0-9-]{1,60}\.[a-z]{2,10}(?:/|$))")
_PAGE_NUMBER = re.compile(
    r"\s{0,80}(?:[-–—]\s?)?(?:page\s)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?(?:\s?[-–—])?\s{0,80}", re.I
)
_DIGITS = re.compile(r"\d{1,9}")
_BULLETS = ("-", "*", "•", "+", "–", "|")
_SUFFIXES = word_set(
    "ing ings ed ted ated ized ised tion tions sion sions ment ments ness able ible ity ly ally er ers or ors ive ous "
    "al ial ical ance ence ant ent ary ery ory ist ists ism ful less ship ate ates ize ise"
)


def paragraphs(text: str) -> tuple[list[Paragraph], dict[str, str]]:
    """Plain text (line ends are ``\\n``) to whole paragraphs, and notes on what was repaired."""
    sheets = text.split("\f") if text.count("\f") < _PAGES else [text.replace("\f", "\n\n")]
    pages = [page.split("\n") for page in sheets]
    gone, _, notes = furniture(pages)
    lines = [line for page, out in zip(pages, gone, strict=True) for i, line in enumerate((*page, "")) if i not in out]
    width = wrap_width(lines)
    plain = width == 0
    found: list[Paragraph] = []
    block: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            block.append(line)
        elif len(block) == 1:
            found.append(Paragraph(block[0].strip()))
            block = []
        elif block:
            found.extend(Paragraph(joined) for joined in unwrap(block, block_width(block) if plain else width))
            block = []
    return mend(found, notes)


def wrap_width(lines: Sequence[str]) -> int:
    """The width in characters at which the text is hard-wrapped; 0 if it is not."""
    lengths = sorted(len(line) for line in lines if line.strip())
    if len(lengths) < 3 or lengths[int(0.95 * (len(lengths) - 1))] > _WIDEST:
        return 0
    width = min(lengths[-1], _WIDEST)
    return width if width >= 40 else 0


def block_width(block: Sequence[str]) -> int:
    """The wrap width of one block in a text that is not wrapped as a whole (it has tables or long lines as well)."""
    longest = max(len(line) for line in block)
    even = all(len(line) > 0.7 * longest for line in block[:-1])
    return longest if len(block) > 2 and 70 <= longest <= _WIDEST and even else 0


def unwrap(block: Sequence[str], width: int) -> list[str]:
    """One block of lines to paragraphs: a line goes on in the next if that one's first word would not have fitted.

    A tolerance of a tenth of the width covers ragged wrapping; without a width every line is its own paragraph,
    unless it is plainly torn (`torn`).
    """
    out: list[list[str]] = []
    for line in block:
        stripped = line.strip()
        if out and _goes_on(out[-1][-1], stripped, width):
            out[-1].append(stripped)
        else:
            out.append([stripped])
    return [join_lines(lines) for lines in out]


def join_lines(lines: Iterable[str]) -> str:
    """Lines of one paragraph as one, hyphenated line ends decided by `seam`."""
    whole: list[str] = []
    for line in lines:
        if whole:
            cut, glue = seam(whole[-1], line)
            whole[-1] = whole[-1][: len(whole[-1]) - cut]
            whole.append(glue)
        whole.append(line)
    return "".join(whole)


def mend(found: Sequence[Paragraph], notes: dict[str, str] | None = None) -> tuple[list[Paragraph], dict[str, str]]:
    """Paragraphs torn in two by a page break (or two tears in a row) joined; notes say how many."""
    out: list[Paragraph] = []
    parts: list[str] = []
    tears = 0
    for paragraph in found:
        if out and paragraph.kind is None and out[-1].kind is None and torn(parts[-1], paragraph.text):
            cut, glue = seam(parts[-1], paragraph.text)
            parts[-1] = parts[-1][: len(parts[-1]) - cut]
            parts += [glue, paragraph.text]
            tears += 1
            continue
        if len(parts) > 1:
            out[-1] = out[-1]._replace(text="".join(parts))
        out.append(paragraph)
        parts = [paragraph.text]
    if len(parts) > 1:
        out[-1] = out[-1]._replace(text="".join(parts))
    notes = dict(notes or {})
    if tears:
        notes["repair"] = f"{count(tears, 'torn paragraph')} joined"
    return out, notes


def torn(left: str, right: str) -> bool:
    """Whether a paragraph goes on in the next: no end mark, and the next begins lower case (or can't begin)."""
    end = left.rstrip()[-200:].rstrip(_CLOSERS)
    head = right[:80].lstrip()
    if not end or not head or end[-1] in _ENDS or _URL_START.match(head):
        return False
    if end[-1] in _HYPHENS and end[-2:-1].isalpha():
        return head[0].isalnum()  # "Jean-" "Yves", "F-" "16": no paragraph ends on a hyphen
    if head[0].islower():
        return len(end) >= _HEAD or end[-1] in _DASHES or end[-1] == ","
    words = end.split()
    return len(words) >= 8 and words[-1] in OPEN_ENDINGS and head[0].isalnum()


def seam(left: str, right: str) -> tuple[int, str]:
    """How two halves are joined: how many characters to cut from the left one, and what to put between.

    A hyphen at the end stays if both halves can stand in a compound ("fighter-" "bombers": both are listed halves; a
    name or number follows), and goes if it only broke a word ("hyphen-" "ated").
    """
    if not left or not right:
        return 0, ""
    if left[-1] in _DASHES:
        return 0, ""
    if left[-1] not in _HYPHENS or len(left) < 2 or left[-2] in " -":
        return 0, " "
    return 1, "-" if keeps_hyphen(left[:-1], right) else ""


def keeps_hyphen(left: str, right: str) -> bool:
    """Whether a hyphen at a line end belongs to a compound; see `seam`."""
    first = _FIRST_WORD.match(right)
    last = _LAST_WORD.search(left[-60:])
    if first is None or last is None or first[0][0].isupper():
        return True  # "F-" "16", "Jean-" "Yves": no word breaks before a digit or a capital
    head, tail = last[0].lower(), first[0].lower()
    if tail in _SUFFIXES:
        return False
    if left[-len(head) - 1 : -len(head)] in _HYPHENS and len(left) > len(head):
        return True  # "sub-Saharan-" "style", "man-in-" "the-": already a compound
    return tail in COMPOUND_TAILS or head in COMPOUND_HEADS


def furniture(pages: Sequence[Sequence[str]]) -> tuple[list[set[int]], str, dict[str, str]]:
    """Which lines of each page are running headers, footers and page numbers: edge lines that stand on most pages.

    Also returns the first of them, and a note.
    """
    if len(pages) < 2:
        return [set() for _ in pages], "", {}
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(page[i]) for i in _edge(page)})
    needed = max(2, (len(pages) + 1) // 2)
    running = {shape for shape, times in seen.items() if shape and times >= needed}
    gone = [{i for i in _edge(page) if _shape(page[i]) in running or _PAGE_NUMBER.fullmatch(page[i])} for page in pages]
    dropped = [page[i].strip() for page, lines in zip(pages, gone, strict=True) for i in sorted(lines)]
    if not dropped:
        return gone, "", {}
    said = count(len(dropped), "running header, footer or page number", "running headers, footers or page numbers")
    return gone, dropped[0], {"furniture": f'{said} removed, such as "{dropped[0][:80]}"'}


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line's sentence goes on in the following line of the same block."""
    if torn(line, following):
        return True
    if not width:
        return False
    word = following.split(None, 1)[0]
    if word in _BULLETS:
        return False
    return len(line) <= width and len(line) + 1 + len(word) > 0.9 * width


def _edge(page: Sequence[str]) -> list[int]:
    """The indices of the first two and the last two lines with words on them; a page of up to four is all text."""
    filled = [i for i, line in enumerate(page) if line.strip()]
    return sorted({*filled[:2], *filled[-2:]}) if len(filled) > 4 else []


def _shape(line: str) -> str:
    """A line with its numbers blurred, so that "Page 3" and "Page 4" are one; long lines are text, not furniture."""
    words = " ".join(line.split())
    return _DIGITS.sub("#", words) if len(words) <= 120 else ""
