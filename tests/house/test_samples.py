"""The table of who says what in the samples is true of the reports, and the PDF is what its script writes."""

import html
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
REPORTS = sorted(path for path in (SAMPLES / "reports").iterdir())


def pdf_text(path: Path) -> str:
    """The text of a PDF, hyphenated line ends joined (pdfium marks them with U+FFFE)."""
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    return "\n".join(pages).replace("\ufffe", "")


def plain(path: Path) -> str:
    """A report's words on one line, markup taken off."""
    text = pdf_text(path) if path.suffix == ".pdf" else path.read_text("utf-8")
    if path.suffix in (".html", ".xml"):
        text = re.sub(r"<[^<>]{0,500}>", " ", html.unescape(html.unescape(text)))
    return " ".join(text.split())


def quoted_rows() -> list[tuple[str, str]]:
    """(file, words) of each row of the tables of who says what."""
    rows = [line.strip("| \n").split(" | ") for line in (SAMPLES / "README.md").read_text("utf-8").splitlines()]
    return [(row[0].strip("`"), row[4]) for row in rows if len(row) == 5 and row[0].startswith("`")]


def test_there_are_rows_to_check():
    assert len(quoted_rows()) > 30


@pytest.mark.parametrize(("name", "words"), quoted_rows())
def test_the_words_stand_in_the_report(name, words):
    assert words in plain(SAMPLES / "reports" / name)


def test_every_report_is_described():
    described = (SAMPLES / "README.md").read_text("utf-8")
    assert [path.name for path in REPORTS if f"| `{path.name}` |" not in described] == []


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_reports_have_the_length_of_reports(path):
    words = len(plain(path).split())
    assert 150 <= words <= 600


def test_the_pdf_is_what_its_script_writes(tmp_path):
    again = tmp_path / "again.pdf"
    subprocess.run([sys.executable, SAMPLES / "make_pdf.py", again], check=True, timeout=60)
    assert pdf_text(again) == pdf_text(SAMPLES / "reports" / "iomor-situation-report-11.pdf")


def test_the_reprint_is_one():
    wire = plain(SAMPLES / "reports" / "meridian-dessan-strike.txt")
    reprint = plain(SAMPLES / "reports" / "nakhor-courier-dessan.txt")
    sentences = re.split(r"(?<=[.\"”]) ", reprint)
    assert sum(sentence in wire for sentence in sentences) / len(sentences) > 0.6
    assert "(Meridian Wire" in reprint


def quotations(page: str) -> list[str]:
    """What a page quotes in straight quotation marks, on one line each, code left out."""
    prose = re.sub(r"`[^`]{0,200}`", "", page)
    return [" ".join(words.strip("*").split()) for words in re.findall(r'"([^"]{1,300})"', prose)]


def test_the_examples_of_the_concepts_stand_in_the_reports():
    quoted = quotations((SAMPLES.parent / "docs" / "concepts.md").read_text("utf-8"))
    everything = "\n".join(plain(path) for path in REPORTS).casefold()
    assert len(quoted) > 10
    assert [words for words in quoted if words.casefold() not in everything] == []
