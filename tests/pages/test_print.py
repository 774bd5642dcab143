"""The dossier on paper, printed by a real browser: every sentence and every strip, whatever view is open."""

import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from playwright.sync_api import Page

from pages_support import DAY, LABELS, Open, bare, every_look
from rashomon.show import static_dossier
from rashomon.show.lookup import sentence_of
from rashomon.testing import sample_record

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = sample_record()
HIDDEN = "<style>svg.strip { visibility: hidden; }</style></head>"


class Print(NamedTuple):
    """What stands on paper: the text, and of each page how many lines and shapes and how many dark pixels it has."""

    text: str
    shapes: list[int]
    ink: list[int]


def printed(page: Page, path: Path) -> Print:
    """The page printed, without the labels that stand between words."""
    page.evaluate(f"""() => {{ const unlabel = () => document.querySelectorAll('{LABELS}').forEach(one => one.remove());
        unlabel(); addEventListener('beforeprint', unlabel); }}""")
    page.pdf(path=path, format="A4")
    document = pypdfium2.PdfDocument(path)
    pages = [document[n] for n in range(len(document))]
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    kind = pypdfium2.raw.FPDF_PAGEOBJ_PATH
    shapes = [sum(1 for _ in page.get_objects(filter=[kind])) for page in pages]
    ink = [sum(page.render(grayscale=True).to_pil().histogram()[:160]) for page in pages]
    document.close()
    return Print(text, shapes, ink)


def reads(text: str, quote: str) -> bool:
    """Whether a text from paper has a quote's words; those written from right to left come in the order of display."""
    if re.search(r"[\u0590-\u08ff]", quote) is None:
        return bare(quote) in bare(text)
    seen = unicodedata.normalize("NFKC", text)
    return all(word in seen or word[::-1] in seen for word in re.findall(r"\w+", quote))


@every_look
def test_the_print_has_every_sentence_and_its_strips(open_page: Open, html: str, tmp_path: Path) -> None:
    static = open_page(static_dossier(RECORD, DAY))
    strips = static.locator("svg.strip").count()
    assert strips > len(RECORD.incidents)
    whole = printed(static, tmp_path / "static.pdf")
    without = printed(open_page(static_dossier(RECORD, DAY).replace("</head>", HIDDEN)), tmp_path / "without.pdf")
    page = open_page(html, at="#/outlets")
    page.locator("main h1").wait_for()
    ours = printed(page, tmp_path / "page.pdf")
    assert page.locator("main h1").is_visible()
    assert bare(ours.text) == bare(whole.text)
    assert [claim.id for claim in RECORD.claims if not reads(ours.text, sentence_of(claim).quote)] == []
    assert len(ours.shapes) == len(whole.shapes)
    # a hairline at the end of a page is drawn on either
    assert abs(sum(ours.shapes) - sum(whole.shapes)) <= len(whole.shapes)
    # a strip is at least its rail and a mark, which leave ink
    assert sum(ours.shapes) >= sum(without.shapes) + 2 * strips - len(whole.shapes)
    assert sum(ours.ink) >= sum(without.ink) + 40 * strips
