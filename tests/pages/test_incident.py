"""The page of an incident in a browser: every claim outlines its own words, every strip stands at its value."""

from itertools import pairwise
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page

from incident_case import AMBUSH, FIGURES, MARKET, QUOTES, RAID, RECORD, incident_at, part
from pages_support import Open, every_look, is_outlined
from rashomon.records import FigureClaim, Incident, Record
from rashomon.show.lookup import sentence_of

pytestmark = pytest.mark.usefixtures("page_built")
MIDDLE = "e => { const r = e.getBoundingClientRect(); return r.x + r.width / 2; }"
CLAIMS = "rows => [...new Set(rows.map(row => row.dataset.claim))]"
FILLS = "e => [getComputedStyle(e).fill, getComputedStyle(document.body).backgroundColor]"
IN_SIGHT = """() => { const box = kind => document.querySelector(kind).getBoundingClientRect();
  const [r, port, bar] = ['.outlined', '.port', '.reader .evidence-bar'].map(box);
  return r.height > 0 && r.top >= Math.max(port.top, 0) && r.bottom <= Math.min(port.bottom, bar.top, innerHeight); }"""


def picked(page: Page) -> str:
    """The claim that the address holds."""
    return parse_qs(page.url.partition("?")[2])["claim"][0]


@every_look
@pytest.mark.parametrize("incident", RECORD.incidents, ids=lambda one: one.title)
def test_looking_at_any_claim_outlines_exactly_its_words(open_incident: Open, incident: Incident) -> None:
    page = open_incident(incident)
    for claim in incident.claims:
        page.locator(f'.accounts [data-claim="{claim}"]').first.hover()
        assert is_outlined(page, QUOTES[claim])
    assert page.evaluate("location.hash") == incident_at(incident)


@every_look
@pytest.mark.parametrize("incident", RECORD.incidents, ids=lambda one: one.title)
def test_picking_any_claim_brings_its_sentence_into_sight(open_incident: Open, incident: Incident) -> None:
    page = open_incident(incident)
    for claim in incident.claims:
        part(page, "accounts")
        page.locator(f'.accounts [data-claim="{claim}"]').first.click()
        assert is_outlined(page, QUOTES[claim])
        assert picked(page) == claim
        page.wait_for_function(IN_SIGHT)


def test_every_figure_is_one_click_from_its_sentence(open_incident: Open) -> None:
    for incident in RECORD.incidents:
        page = open_incident(incident)
        strips = page.locator(".account").evaluate_all("rows => rows.map(row => row.dataset.claim)")
        told = {claim.id for claim in RECORD.claims if isinstance(claim, FigureClaim) and claim.id in incident.claims}
        assert set(strips) == told
        for claim in strips:
            part(page, "accounts")
            page.locator(f'.account[data-claim="{claim}"]').click()
            assert is_outlined(page, QUOTES[claim])


@every_look
def test_the_address_brings_back_the_view(open_incident: Open) -> None:
    claim = FIGURES["Nineteen"].id
    page = open_incident(query=f"?claim={claim}")
    assert is_outlined(page, QUOTES[claim])
    assert page.locator(".account[aria-current]").get_attribute("data-claim") == claim


def test_a_highlight_leads_to_its_strip(open_incident: Open) -> None:
    page = open_incident()
    page.locator(".passage .k-injured", has_text="About 60").click()
    current = page.locator(".account[aria-current]")
    assert "About 60" in QUOTES[current.get_attribute("data-claim") or ""]
    assert "54" in current.inner_text()


def test_words_of_several_claims_open_a_menu(open_incident: Open) -> None:
    page = open_incident()
    page.locator(".passage .k-actor", has_text="Red Dune Front").first.click()
    items = page.get_by_role("menuitem")
    assert items.count() == 2
    assert page.evaluate("document.activeElement.getAttribute('role')") == "menuitem"
    page.keyboard.press("ArrowDown")
    words = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.get_by_role("menu").count() == 0
    assert page.locator(".evidence-bar .what b").inner_text() in words
    page.locator(".passage .k-actor", has_text="Red Dune Front").first.click()
    page.keyboard.press("Escape")
    assert page.get_by_role("menu").count() == 0


def values(record: Record, page: Page, kind: str) -> list[tuple[int, float]]:
    """The value of every account of a kind, and where its strip's mark is drawn."""
    known = {claim.id: claim for claim in record.claims}
    found = []
    for row in page.locator(".measure").first.locator(".account").all():
        claim = known[row.get_attribute("data-claim") or ""]
        mark = row.locator(kind)
        if isinstance(claim, FigureClaim) and mark.count():
            where = mark.first.evaluate(MIDDLE)
            found.append((claim.lower or claim.upper or 0, where))
    return sorted(found)


@every_look
@pytest.mark.parametrize("kind", [".dot", ".cap"])
def test_strips_stand_in_the_order_of_their_values(open_incident: Open, kind: str) -> None:
    found = values(RECORD, open_incident(), kind)
    assert len(found) >= 3
    for (low, x), (high, y) in pairwise(found):
        assert (y > x) if high > low else abs(y - x) < 1


def ordered(page: Page) -> int:
    """How many range glyphs have a best between their ends; none may have it outside."""
    glyphs = page.locator(".glyph:has(.best)").all()
    for glyph in glyphs:
        caps = [cap.evaluate(MIDDLE) for cap in glyph.locator(".cap").all()]
        assert min(caps) - 1 <= glyph.locator(".best").evaluate(MIDDLE) <= max(caps) + 1
    return len(glyphs)


@every_look
def test_low_best_and_high_are_in_order(open_incident: Open) -> None:
    checked = 0
    for incident in RECORD.incidents:
        page = open_incident(incident)
        for rule in ("ucdp", "acled", "gtd"):
            page.get_by_label("Figures by").select_option(label=rule)
            checked += ordered(page)
    assert checked > 0


@every_look
@pytest.mark.parametrize(("words", "side"), [("at least 14", "right"), ("up to 32", "left")])
def test_an_open_figure_runs_to_the_end_of_its_rail(open_incident: Open, words: str, side: str) -> None:
    row = open_incident().locator(f'.account[data-claim="{FIGURES[words].id}"]')
    ends = [
        row.locator(f".{kind}").evaluate(f"e => Math.round(e.getBoundingClientRect().{side})")
        for kind in ("far", "rail")
    ]
    assert ends[0] == ends[1]
    assert row.locator(".arrow").count() == 1


def test_a_vague_figure_is_hatched_and_what_is_set_aside_is_hollow(open_incident: Open) -> None:
    page = open_incident(record=RECORD)
    vague, aside = FIGURES["Dozens"], FIGURES["three"]
    assert page.locator(f'.account[data-claim="{vague.id}"] .hatch').count() == 1
    row = page.locator(f'.account[data-claim="{aside.id}"]')
    assert "set aside: part of the nineteen" in row.inner_text()
    fills = row.locator(".aside .dot").evaluate(FILLS)
    assert fills[0] == fills[1]


def test_one_account_has_no_band(open_incident: Open) -> None:
    page = open_incident(AMBUSH)
    assert "one account" in page.locator(".range").inner_text()
    assert page.locator("rect.band, .glyph").count() == 0
    assert page.get_by_text("one source only").count() == 1
    assert open_incident(RAID).locator("rect.band").count() > 0


def test_the_head_says_the_finding_with_its_accounts_and_its_rule(open_incident: Open) -> None:
    big = open_incident(record=RECORD).locator(".big").inner_text()
    assert big.startswith("12–19")
    assert "4 accounts, 2 set aside" in big
    assert "rule: range" in big
    page = open_incident()
    page.get_by_label("Figures by").select_option(label="acled")
    assert "rule: acled" in page.locator(".big").inner_text()


@every_look
def test_keys_walk_claims_highlights_and_reports(open_incident: Open) -> None:
    page = open_incident()
    strips = page.locator(".accounts [data-claim]").evaluate_all(CLAIMS)
    page.keyboard.press("j")
    assert is_outlined(page, QUOTES[strips[0]])
    page.keyboard.press("j")
    assert is_outlined(page, QUOTES[strips[1]])
    page.keyboard.press("k")
    assert is_outlined(page, QUOTES[strips[0]])
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('.outlined')")
    tabs = page.get_by_role("tab")
    seen = []
    for _ in range(tabs.count()):
        seen.append(page.locator("[role=tab][aria-selected=true]").inner_text())
        page.keyboard.press("g")
    assert sorted(seen) == sorted(tabs.all_inner_texts())
    assert page.locator("[role=tab][aria-selected=true]").inner_text() == seen[0]


@every_look
def test_arrows_walk_the_accounts_and_enter_picks_one(open_incident: Open) -> None:
    page = open_incident()
    rows = page.locator(".accounts [data-claim]")
    assert page.locator('.accounts [data-claim][tabindex="0"]').count() == 1
    rows.first.focus()
    page.keyboard.press("ArrowDown")
    claim = rows.nth(1).get_attribute("data-claim") or ""
    assert page.evaluate("document.activeElement.dataset.claim") == claim
    assert is_outlined(page, QUOTES[claim])
    page.keyboard.press("Enter")
    assert picked(page) == claim
    page.get_by_role("tab").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.getAttribute('aria-selected') === 'true'")


def test_what_contradicts_the_account_in_focus_is_marked(open_incident: Open) -> None:
    page = open_incident()
    page.locator(f'.account[data-claim="{FIGURES["Nineteen"].id}"]').click()
    page.locator(".against").first.wait_for()
    marked = page.locator(".account:has(.against)").evaluate_all("rows => rows.map(row => row.dataset.claim)")
    assert set(marked) == {FIGURES["at least 14"].id, FIGURES["15 شخصا على الأقل"].id}


def test_highlights_can_be_switched_off_and_stay_off(open_incident: Open) -> None:
    page = open_incident()
    assert page.locator(".passage .k").count() > 10
    page.get_by_role("button", name="highlights").click()
    assert page.locator(".passage .k").count() == 0
    page.reload()
    page.locator(".passage").wait_for()
    assert page.locator(".passage .k").count() == 0
    page.locator(".account").first.click()
    page.locator(".outlined").wait_for()


def test_the_citation_names_the_copy_and_how_to_check_it(open_incident: Open) -> None:
    claim = FIGURES["Nineteen"]
    document = next(d for d in RECORD.documents if d.id == claim.document)
    page = open_incident(query=f"?claim={claim.id}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy citation").click()
    page.get_by_role("button", name="Copied").wait_for()
    cited = page.evaluate("navigator.clipboard.readText()")
    span = sentence_of(claim)
    for words in (f"“{span.quote}”", f"characters {span.start}–{span.end}", document.title, "Relief Monitor",
                 "15 May 2031", document.text_digest, RECORD.case, "21 November 2031"):  # fmt: skip
        assert words in cited
    assert f"characters {span.start}–{span.end}" in page.locator(".evidence-bar").inner_text()


def test_sides_of_a_disagreement_lead_to_their_sentences(open_incident: Open) -> None:
    page = open_incident(MARKET)
    sides = page.locator(".differing li")
    assert sides.count() == 2
    for side, words in enumerate(("On Tuesday morning the army shelled", "denied that the army shelled")):
        sides.nth(side).get_by_role("button").click()
        assert is_outlined(page, next(quote for quote in QUOTES.values() if words in quote))
