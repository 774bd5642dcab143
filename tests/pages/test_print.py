"""The dossier on paper, printed by a real browser: every sentence and every strip, whatever view is open."""

import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from pages_support import DAY, LABELS, Open, bare, every_look
from rashomon.show import static_dossier
from rashomon.show.lookup import sentence_of
from rashomon.testing import sample_record

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = sample_record()


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


class Static(NamedTuple):
    """The static page: how many strips it has, and what is on paper with and without them."""

    strips: int
    whole: Print
    without: Print


@pytest.fixture(scope="module")
def static(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Static:
    folder = tmp_path_factory.mktemp("static")
    page = browser.new_page(offline=True)
    page.set_content(static_dossier(RECORD, DAY))
    whole = printed(page, folder / "whole.pdf")
    strips = page.locator("svg.strip")
    strips.evaluate_all("all => all.forEach(one => { one.style.visibility = 'hidden'; })")
    found = Static(strips.count(), whole, printed(page, folder / "without.pdf"))
    page.close()
    return found


@every_look
def test_the_print_has_all_sentences_and_strips(open_page: Open, html: str, static: Static, tmp_path: Path) -> None:
    page = open_page(html, at="#/outlets")
    page.locator("main h1").wait_for()
    ours = printed(page, tmp_path / "page.pdf")
    assert page.locator("main h1").is_visible()
    assert bare(ours.text) == bare(static.whole.text)
    assert [claim.id for claim in RECORD.claims if not reads(ours.text, sentence_of(claim).quote)] == []
    assert len(ours.shapes) == len(static.whole.shapes)
    # a hairline at the end of a page is drawn on either
    assert abs(sum(ours.shapes) - sum(static.whole.shapes)) <= len(ours.shapes)
    # a strip is at least its rail and a mark, which leave ink
    assert static.strips > len(RECORD.incidents)
    assert sum(ours.shapes) >= sum(static.without.shapes) + 2 * static.strips
    assert sum(ours.ink) >= sum(static.without.ink) + 40 * static.strips
