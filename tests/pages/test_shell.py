"""The dossier as a whole in a real browser: hostile text, no scripts, tampering, print, zoom, storage, contrast.

The views are read from the frame's tabs, and from the first link on them to each other kind of page.
"""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from hostile_case import BREAKS, FORMULA, NAMES, hostile_record
from outlets_case import outlets_record
from pages_support import LABELS, Open, bare, every_look, made, saved
from rashomon.records import Record
from rashomon.show.lookup import sentence_of
from rashomon.show.plain import visible
from rashomon.testing import sample_record

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = sample_record()
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture(scope="module")
def attack() -> str:
    return made(hostile_record())


def visit(page: Page, at: str) -> None:
    page.evaluate("at => { location.hash = at; }", at)
    page.locator("main h1").wait_for()


def views(page: Page) -> list[str]:
    """Every tab, and one address of each other kind of page that a link leads to, from wherever it was found."""
    page.locator("main h1").wait_for()
    tabs = page.locator("header nav a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    found = {kind_of(at): at for at in (*tabs, "#/outlets?rows=pairs&all=1")}
    walked: set[str] = set()
    while left := [at for at in found.values() if at not in walked]:
        for at in left:
            walked.add(at)
            visit(page, at)
            for link in page.locator("main a[href^='#/']").evaluate_all("all => all.map(a => a.getAttribute('href'))"):
                found.setdefault(kind_of(link), link)
    return list(found.values())


def kind_of(at: str) -> tuple[str, int, bool]:
    """What addresses of one kind of page share: its name, how many parts follow, whether anything is asked of it."""
    path, _, query = at.partition("?")
    return path.split("/")[1], path.count("/"), bool(query)


def test_every_tab_is_walked(open_page: Open, html: str) -> None:
    found = views(open_page(html))
    assert "#/disagreements" in found
    assert "#/outlets" in found
    assert any("/vs/" in at for at in found)


@every_look
@pytest.mark.parametrize("record", [RECORD, hostile_record(), outlets_record()], ids=["sample", "hostile", "outlets"])
def test_without_scripts_the_twin_has_every_sentence(open_page: Open, record: Record) -> None:
    page = open_page(made(record), script=False)
    said = page.locator("body").evaluate(f"e => {{ e.querySelectorAll('{LABELS}').forEach(l => l.remove()); }}")
    said = bare(page.locator("body").inner_text())
    assert record.claims
    for claim in record.claims:
        assert bare(visible(sentence_of(claim).quote)) in said
    assert page.locator("#page").inner_text() == ""


@every_look
def test_hostile_text_is_inert_and_shown_on_every_page(open_page: Open, attack: str) -> None:
    page = open_page(attack)
    seen = ""
    for at in views(page):
        visit(page, at)
        assert page.locator("main").inner_text().strip(), at
        assert page.evaluate("window.hacked ?? null") is None, at
        assert page.locator("#page img, #page script, #page iframe, #page style").count() == 0, at
        handlers = "[...document.querySelectorAll('#page *')].flatMap(e => e.getAttributeNames())"
        assert [name for name in page.evaluate(handlers) if name.startswith("on")] == [], at
        assert page.locator("#page a[href^='javascript']").count() == 0, at
        assert not page.evaluate(SIDEWAYS), at
        seen += page.locator("#page").inner_text()
        assert "\u202e" not in seen
        assert "\u2066" not in seen
    assert "<script>window.hacked=1</script>" in seen
    assert "<!--" in seen
    assert "⟨U+202E⟩" in seen
    assert FORMULA in seen
    for name in ("__proto__", "constructor", "&lt;b&gt; {{ 7*7 }} ${1}"):
        assert name in seen
    assert page.evaluate("({}).polluted === undefined && Object.keys(Object.prototype).length === 0")


def test_hostile_names_are_names_in_addresses(open_page: Open, attack: str) -> None:
    page = open_page(attack)
    visit(page, "#/outlets?rows=pairs&all=1")
    links = page.locator(".o-pairs a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert len(links) == len(NAMES) * (len(NAMES) - 1) / 2
    for link in links:
        visit(page, link)
        page.locator(".o-two h1").wait_for()
        names = page.locator(".o-two h1 bdi").all_inner_texts()
        assert len(set(names)) == 2
        assert page.evaluate("window.hacked ?? null") is None


@every_look
def test_files_of_hostile_pages_run_nothing_in_a_spreadsheet(open_page: Open, attack: str) -> None:
    page = open_page(attack)
    files: list[str] = []
    for at in views(page):
        visit(page, at)
        for button in page.get_by_role("button", name=re.compile(r"\bCSV\b")).all():
            text = saved(page, button)
            files.append(text)
            for line in text.split("\r\n"):
                if not line.startswith("# "):
                    assert not re.search(r"""(?:^|,)"?[=+@\t]""", line), (at, line[:200])
    assert any(f"'{FORMULA}" in text and BREAKS[:20] in text for text in files)


def test_the_page_works_without_storage(strange: Open, html: str) -> None:
    refuse = (
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page = strange(html, init=refuse)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for at in views(page):
        visit(page, at)
        page.keyboard.press("j")
        assert page.locator("main h1").is_visible()
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for _ in range(2):
        page.get_by_role("button", name="Theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    assert wrong == []


def test_nothing_moves_for_those_who_want_no_motion(strange: Open, html: str) -> None:
    page = strange(html, reduced_motion="reduce")
    moving = """[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);
        return s.transitionDuration.split(', ').some(t => parseFloat(t) > 0) || s.animationName !== 'none'; })
        .map(e => e.outerHTML.slice(0, 80))"""
    for at in views(page):
        visit(page, at)
        assert page.evaluate(moving) == [], at
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


GLYPHS = """html => { const box = document.createElement('div'); box.innerHTML = html;
    document.querySelector('main').append(box);
    const style = kind => { const s = getComputedStyle(box.querySelector(kind));
        return [s.stroke, s.strokeDasharray, s.strokeWidth, s.fill]; };
    const found = Object.fromEntries(['.plus', '.minus', '.zero', '.span', '.hatch', '.rail', '.dot', '.hollow .dot']
        .map(kind => [kind, style(kind)]));
    found.paper = getComputedStyle(document.body).backgroundColor; box.remove(); return found; }"""
DRAWN = """<svg class="tie"><line class="plus"/><line class="minus"/><line class="zero"/></svg>
    <svg class="strip"><line class="span"/><line class="hatch"/><line class="rail"/><path class="dot"/></svg>
    <svg class="strip aside hollow"><path class="dot"/></svg>"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ties_and_strips_stay_apart_in_forced_colours(strange: Open, html: str, theme: str) -> None:
    page = strange(html, forced_colors="active", color_scheme=theme)
    page.locator("main h1").wait_for()
    found = page.evaluate(GLYPHS, DRAWN)
    paper = found.pop("paper")
    dashes = [found[kind][1] for kind in (".plus", ".minus", ".zero")]
    assert len(set(dashes)) == 3
    for kind in (".plus", ".minus", ".zero", ".span", ".hatch", ".rail"):
        assert found[kind][0] not in (paper, "none"), kind
    assert found[".span"][1] != found[".hatch"][1]
    assert found[".dot"][3] != found[".hollow .dot"][3]
    tabs = page.locator("header nav a")
    lines = tabs.evaluate_all("all => all.map(a => getComputedStyle(a).borderBottomColor)")
    current = tabs.evaluate_all("all => all.findIndex(a => a.hasAttribute('aria-current'))")
    assert lines.count(lines[current]) == 1
    visit(page, "#/outlets")
    border = "all => all.map(b => getComputedStyle(b).borderTopWidth)"
    pressed, others = (
        set(page.locator(f"main button[aria-pressed='{on}']").evaluate_all(border)) for on in ("true", "false")
    )
    assert pressed
    assert others
    assert not pressed & others


@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (1280, "200%"), (640, "200%")])
def test_pages_reflow_at_320_px_and_with_text_twice_as_large(open_page: Open, html: str, width: int, size: str) -> None:
    page = open_page(html, width=width)
    for at in views(page):
        visit(page, at)
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        assert not page.evaluate(SIDEWAYS), at


def test_the_views_of_the_hostile_case_are_addresses_that_come_back(open_page: Open, attack: str) -> None:
    page = open_page(attack)
    for at in views(page):
        visit(page, at)
        title, heading = page.title(), page.locator("main h1").inner_text()
        page.reload()
        page.locator("main h1").wait_for()
        assert (page.title(), page.locator("main h1").inner_text()) == (title, heading), unquote(at)
