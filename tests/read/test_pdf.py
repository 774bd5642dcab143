"""PDFs: paragraphs whole over lines and pages, furniture gone, refusals named."""

LINES = [
    "The governor of the province said on Tuesday that at least twelve people",
    "had been wounded when the market was hit. Rescue workers con-",
    "tinued to search the ruins of the hall until the evening came and the rebel-",
    "held quarter was",
]
MORE = ["shelled once more, a spokesman for the army said on state radio.", "Nobody has said who fired."]


def page(number, title=None, lines=()):
    head = [(50, 800, 8, "Observer Mission in Orrenia - Report 3"), (280, 30, 8, f"Page {number}")]
    top = [(50, 770, 18, title)] if title else []
    return [*head[:1], *top, *((50, 740 - 14 * i, 11, line) for i, line in enumerate(lines)), *head[1:]]


def test_lines_and_pages_are_joined(one, pdf):
    data = pdf([page(1, "Market is shelled", LINES), page(2, None, [*MORE, *(["Filler line."] * 3)])])
    document = one(data, "report.pdf")
    assert document.title == "Market is shelled"
    assert "Rescue workers continued to search the ruins" in document.text
    assert "the rebel-held quarter was shelled once more, a spokesman" in document.text
    assert "Page" not in document.text
    assert "4 running headers, footers or page numbers removed" in document.reasons["furniture"]
    assert document.publisher == "Observer Mission in Orrenia"


def test_gaps_and_indents_part_paragraphs(one, pdf):
    rows = [(50, 700, 11, LINES[0]), (50, 686, 11, "and so on."), (50, 650, 11, LINES[0]), (50, 636, 11, "again.")]
    assert len(one(pdf([rows]), "a.pdf").text.split("\n\n")) == 2


def test_password(why, pdf):
    assert why(pdf([page(1, "x")], password="s"), "a.pdf") == "a.pdf: is encrypted and needs a password"


def test_no_text_layer(why, pdf):
    assert why(pdf([[]]), "scan.pdf") == "scan.pdf: has no text layer; it needs OCR"


def test_damage(why, pdf):
    assert why(pdf([page(1, "x")])[:300], "a.pdf") == "a.pdf: is a damaged PDF that can't be opened"


def test_wrong_extension(one, pdf):
    assert "Market" in one(pdf([page(1, "Market is shelled")]), "a.txt").text
