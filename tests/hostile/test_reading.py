"""Every hostile input is read or refused within 30 seconds and 1 GB, and what is refused says why.

Those that take seconds each run where RASHOMON_LONG is set.
"""

import os
import re

import pytest

import hostile_inputs
from hostile_inputs import BYTES, CONTAINERS, FEEDS, MARKUP, PDFS, TABLES

ALL = BYTES | MARKUP | FEEDS | CONTAINERS | PDFS | TABLES
LONG = {
    *(
        "line.txt",
        "paragraphs.txt",
        "invalid.txt",
        "nested.html",
        "nested-unclosed.html",
        "siblings.html",
        "cells.html",
    ),
    *("links.html", "captions.html", "metas.html", "headings.html", "line.html", "select.html", "references.html"),
    *("items.xml", "zeros-one.gz", "members.gz", "members.docx", "boxes.docx", "paragraphs.docx", "bomb.docx"),
    *("pages.pdf", "bomb.pdf", "one-letter-lines.pdf", "rows.jsonl", "rows.csv", "numbers.txt", "unclosed.html"),
    *(
        "braces.md",
        "mixed.txt",
        "false-starts.warc",
        "attributes.html",
        "formatting.html",
        "deep-runs.docx",
        "attribute-long.html",
        "comments.html",
    ),
}
# What is refused, and the reason's words.
REFUSED = {
    "empty.txt": "is empty",
    "nuls.txt": "is a binary file, not text",
    "ends.txt": r"has 1,\d+,\d+ lines; one report may have 1,000,000",
    "line.txt": "is 100,000,000 bytes; one report may have 20,000,000, and this is a single line",
    "lines.txt": "has 4,000,000 lines; one report may have 1,000,000",
    "hyphens.txt": "has 1,500,000 lines",
    "form-feeds.txt": "has 1,500,000 lines",
    "laughs.xml": "declares XML entities, which are not expanded",
    "external.xml": "declares XML entities, which are not expanded",
    "external-utf16.xml": "is a broken feed",
    "nested.xml": r"is nested about 300,\d+ deep; a feed may be 1,000",
    "zeros.gz": "unpacks to more than 200 times its size; refused as a bomb",
    "zeros-one.gz": "unpacks to more than 200 times its size; refused as a bomb",
    "broken-members.gz": "is truncated",
    "false-starts.warc": "the record at byte 0 has no readable header, nor have 799,998 after it",
    "false-lengths.warc": "the record at byte 0 does not end where its length says",
    "long-header.warc": "has no readable header",
    "up.zip": "is a zip archive that is not a DOCX",
    "nested.zip": "is a zip archive that is not a DOCX",
    "members.docx": "holds 100,003 members; a DOCX may have 10,000",
    "bomb.docx": "unpacks to more than 200 times its size; refused as a bomb",
    "deep.docx": "is a damaged DOCX",
    "laughs.docx": "is a damaged DOCX",
    "external.docx": "holds no text|is a damaged DOCX",
    "pages-over.pdf": "has 5,001 pages; 5,000 are read",
    "references.pdf": "has 100,000 pages; 5,000 are read",
    "bomb.pdf": "may need more than 1.5 GB of memory|has no text layer",
    "script.pdf": "has no text layer; it needs OCR",
    "pages-in-circles.pdf": "has no text layer; it needs OCR|is a damaged PDF",
    "deep.json": "is not JSON (nested too deep)",
    "deep.jsonl": "is not JSON (nested too deep)",
    "keys.jsonl": "has 500,001 columns; 10,000 are allowed",
}
EITHER = {"siblings.html": "took over 30 seconds", "columns.csv": "", "quotes.csv": "", "quotes-within.csv": ""}


@pytest.mark.parametrize("name", [name if name not in LONG else pytest.param(name, id=f"{name}-long") for name in ALL])
def test_it_is_read_or_refused_with_a_reason(read, name):
    if name in LONG and not os.environ.get("RASHOMON_LONG"):
        pytest.skip("takes seconds; RASHOMON_LONG=1 runs it")
    entries = read(ALL[name](), name)
    assert entries
    problems = [entry.problem for entry in entries if entry.document is None]
    assert all(problem.startswith(name) for problem in problems)
    if name in REFUSED:
        pattern = REFUSED[name].replace("(nested too deep)", r"\(nested too deep\)")
        assert re.search(pattern, problems[0]), problems[0]
    elif name not in EITHER:
        assert not problems


@pytest.mark.parametrize("name", [name for name in MARKUP if name not in LONG])
def test_no_markup_gets_into_the_text_and_the_ends_stay(read, name):
    (entry,) = read(MARKUP[name](), name)
    assert "head words" in entry.document.text
    assert "hacked" not in entry.document.text
    assert "lollollol" not in entry.document.text


def test_what_pdfium_cuts_off_is_said(read):
    (entry,) = read(PDFS["one-long-line.pdf"](), "a.pdf")
    assert "32,767 characters or more, after which PDF readers cut" in entry.document.reasons["text"]


def test_mixed_encodings_are_counted_over_the_whole_text(read):
    (entry,) = read(BYTES["mixed.txt"](), "mixed.txt")
    assert "café brûle" in entry.document.text
    assert "444,444 bytes did not fit UTF-8; read as Windows-1252" in entry.document.reasons["text"]


def test_a_docx_whose_compression_is_another(read):
    data = bytearray(hostile_inputs.docx(hostile_inputs.p("words")))
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] = 12  # bzip2
            place = data.find(mark, place + 1)
    (entry,) = read(bytes(data), "a.docx")
    assert entry.problem.startswith("a.docx: is a damaged DOCX")
