"""The dossier in a real browser: offline, silent, readable at every width, every figure one click from its words."""

import re
from itertools import pairwise
from pathlib import Path

import msgspec
import pypdfium2
import pytest
from playwright.sync_api import Page

from pages_support import DAY, LABELS, Open, axe, every_look, sideways, unreached
from rashomon.records import FigureClaim, Record
from rashomon.show import static_dossier
from rashomon.show.anchors import anchor
from rashomon.show.lookup import sentence_of
from rashomon.testing import make_claim, make_document, sample_record

RECORD = sample_record()
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u202e=1+1"

# Every text node's colour against what is painted behind it (WCAG 2.2, 1.4.3); returns the worst offenders.
CONTRAST = """() => {
  const parse = c => (c.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const lum = c => c.slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = e => { for (; e; e = e.parentElement) { const b = parse(getComputedStyle(e).backgroundColor);
    if (b.length < 4 || b[3] > 0) return b; } return [255, 255, 255]; };
  const bad = [];
  for (const e of document.body.querySelectorAll('*')) {
    if (e.closest('svg') || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const [a, b] = [lum(parse(getComputedStyle(e).color)), lum(behind(e))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) bad.push([e.className, e.textContent.slice(0, 30), ratio.toFixed(2)]);
  }
  return bad;
}"""


@pytest.fixture
def open_page(open_page: Open) -> Open:
    def open_(record: Record = RECORD, **how: object) -> Page:
        return open_page(static_dossier(record, DAY), **how)

    return open_


@pytest.mark.parametrize("width", [320, 390, 1000, 1440])
def test_page_never_scrolls_sideways(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").inner_text() == RECORD.case


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_has_contrast(open_page: Open, theme: str) -> None:
    assert open_page(theme=theme).evaluate(CONTRAST) == []


def test_theme_follows_the_system(open_page: Open) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    assert open_page(theme="light").evaluate(paper) == "rgb(246, 245, 241)"
    assert open_page(theme="dark").evaluate(paper) == "rgb(21, 24, 28)"


@pytest.mark.parametrize("width", [390, 1440])
def test_a_figure_leads_to_its_sentence_and_back(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    claim = next(c for c in RECORD.claims if isinstance(c, FigureClaim) and c.words == "at least 14")
    page.locator(f"#{anchor('c', claim.id)} td a").click()
    target = page.locator(":target")
    assert target.get_attribute("id") == anchor("m", claim.id)
    assert target.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"
    )
    assert target.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 210, 74)"
    target.locator(f'a[href="#{anchor("c", claim.id)}"]').first.click()
    assert page.locator(":target").get_attribute("id") == anchor("c", claim.id)


def test_every_claim_s_mark_holds_exactly_its_words(open_page: Open) -> None:
    page = open_page()
    page.evaluate(f"document.querySelectorAll('{LABELS}').forEach(label => label.remove())")
    said = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('mark[id]')].map(e => [e.id, e.textContent]))"
    )
    assert said == {anchor("m", claim.id): sentence_of(claim).quote for claim in RECORD.claims}


def test_strips_stand_in_the_order_of_their_values(open_page: Open) -> None:
    page = open_page()
    places = {}
    for claim in RECORD.claims:
        if isinstance(claim, FigureClaim) and claim.measure == "killed" and claim.lower == claim.upper:
            dot = page.locator(f"#{anchor('c', claim.id)} .dot").first
            places[claim.words] = dot.evaluate("e => e.getBoundingClientRect().x")
    assert places["three"] < places["12"] < places["Nineteen"]


def test_an_open_figure_reaches_the_end_of_its_rail(open_page: Open) -> None:
    claim = next(c for c in RECORD.claims if isinstance(c, FigureClaim) and c.words == "at least 14")
    row = open_page().locator(f"#{anchor('c', claim.id)}")
    ends = [
        row.locator(f".{kind}").evaluate("e => Math.round(e.getBoundingClientRect().right)") for kind in ("far", "rail")
    ]
    assert ends[0] == ends[1]


def test_headings_and_landmarks_are_in_order(open_page: Open) -> None:
    page = open_page()
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(e => +e.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert [page.locator(name).count() for name in ("main", "nav", "body > header", "body > footer")] == [1, 1, 1, 1]


@every_look
def test_the_page_has_no_fault(open_page: Open) -> None:
    page = open_page()
    assert axe(page) == []
    assert sideways(page) <= 0
    assert unreached(page) == []


def test_keyboard_reaches_the_record_first(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the record"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_quotations_carry_their_language_and_direction(open_page: Open) -> None:
    page = open_page()
    arabic = page.locator('blockquote[lang="ar"]').first
    assert arabic.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator("blockquote:not([lang]) > p:not([lang])").count() == 0


def test_the_print_holds_every_sentence_and_no_dark(open_page: Open, tmp_path: Path) -> None:
    page = open_page(theme="dark")
    page.evaluate(f"document.querySelectorAll('{LABELS}').forEach(label => label.remove())")
    page.pdf(path=tmp_path / "d.pdf", format="A4")
    document = pypdfium2.PdfDocument(tmp_path / "d.pdf")
    text = "".join(document[n].get_textpage().get_text_range() for n in range(len(document)))
    bare = re.sub(r"\W+", "", text)
    for claim in RECORD.claims:
        if RECORD.documents[2].id != claim.document:  # PDF text of Arabic comes in display order
            assert re.sub(r"\W+", "", sentence_of(claim).quote.replace("جبهة الكثبان الحمراء", ""))[:40] in bare
    corner = document[0].render().to_pil().convert("RGB").getpixel((5, 5))
    assert corner == (255, 255, 255)
    assert "At a glance" in text
    document.close()


def test_hostile_text_does_nothing(open_page: Open) -> None:
    text = f"They said {HOSTILE} burned. {'x' * 1_000_000}"
    document = make_document(text, title=HOSTILE, publisher=HOSTILE, byline=HOSTILE, url="javascript:alert(3)")
    claim = make_claim("event", document, text, type="ASSAULT", trigger="burned", by=[(HOSTILE, "said")])
    page = open_page(Record(rashomon="0", schema="1", case=HOSTILE, documents=(document,), claims=(claim,)), width=390)
    assert page.locator("script, img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert "1,000,000 characters without a space" in page.locator("main").inner_text()


def test_an_empty_record_is_a_page_too(open_page: Open) -> None:
    page = open_page(msgspec.structs.replace(Record(rashomon="0", schema="1", case="Nothing yet")))
    assert page.locator(".empty").count() >= 9
