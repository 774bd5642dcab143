"""Causes, flows and disagreements in a real browser: nothing left out, each one click from its sentences."""

from xml.etree import ElementTree

import msgspec
import pytest
from playwright.sync_api import Locator, Page

from pages_cases import causal_record
from pages_support import Open, every_look, faults, made, plain, saved, saved_rows
from rashomon.records import CausalMap

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = causal_record()
SAID = {claim.id: claim.spans[0].quote for claim in RECORD.claims}
ARROWS = {f"{arrow.cause}~{arrow.effect}": arrow for arrow in RECORD.causes.arrows}
OUTER = {name for name, arrow in ARROWS.items() if not arrow.inside}
VIEWS = ("#/causes", "#/causes?inside=1&sel=n-0", "#/causes?view=list", "#/flows", "#/disagreements")
MAP = ".cause-map [data-id]"


@pytest.fixture(scope="module")
def html() -> str:
    return made(RECORD)


def quotes(found: Locator) -> list[str]:
    return [plain(words) for words in found.locator("q").all_inner_texts()]


def expected_quotes(name: str) -> list[str]:
    arrow = ARROWS[name]
    return [plain(SAID[claim]) for claim in (*arrow.claims, *arrow.denied, *arrow.expected)]


@every_look
@pytest.mark.parametrize("at", VIEWS)
def test_a_view_has_no_fault(view: Open, at: str) -> None:
    assert faults(view(at)) == []


def test_the_list_has_every_arrow_and_each_opens_its_sentences(view: Open) -> None:
    page = view("#/causes?view=list")
    assert page.locator(".cause-row").count() == len(ARROWS)
    for name in ARROWS:
        page.locator(f'[id="row-{name}"]').click()
        assert sorted(quotes(page.locator("li.open"))) == sorted(expected_quotes(name))
    page.keyboard.press("Enter")
    assert page.locator("li.open").count() == 0


def test_the_map_has_every_arrow_those_inside_an_incident_when_asked(view: Open) -> None:
    page = view("#/causes")
    drawn = page.locator(".cause-map .cause-arrow")
    assert set(drawn.evaluate_all("all => all.map((one) => one.dataset.id)")) == OUTER
    page.get_by_role("button", name="Inside one incident").click()
    assert set(drawn.evaluate_all("all => all.map((one) => one.dataset.id)")) == set(ARROWS)
    for name in ARROWS:
        page.locator(f'.cause-map [data-id="{name}"]').focus()
        page.keyboard.press("Enter")
        assert sorted(quotes(page.locator(".cause-panel"))) == sorted(expected_quotes(name))


def test_a_denied_arrow_says_who_denies_it_and_is_marked(view: Open) -> None:
    page = view("#/causes")
    marked = page.locator(".cause-map .cause-arrow:has(.cause-denied)")
    names = set(marked.evaluate_all("all => all.map((one) => one.dataset.id)"))
    assert names == {name for name, arrow in ARROWS.items() if arrow.denied}
    for name in names:
        page.locator(f'.cause-map [data-id="{name}"]').focus()
        page.keyboard.press("Enter")
        assert "denies it: Relief Monitor" in page.locator(".cause-panel").inner_text()


def test_the_four_ways_are_drawn_apart(view: Open) -> None:
    page = view("#/causes")
    looks = {
        way: page.locator(f".cause-map .cause-arrow.{way} .cause-line").first.evaluate(
            "one => { const css = getComputedStyle(one); return [css.strokeWidth, css.strokeDasharray].join(); }"
        )
        for way in ("stated", "implied", "denied", "expected")
    }
    assert len(set(looks.values())) == 4
    width = "one => parseFloat(getComputedStyle(one).strokeWidth)"
    two, one = (page.locator(f'[data-id="{name}"] .cause-line').evaluate(width) for name in ("n-0~n-1", "n-2~n-0"))
    assert two > one


def test_circles_are_named_and_drawn(view: Open) -> None:
    page = view("#/causes")
    assert "circle 1: siege → hunger → flight → siege" in page.locator(".cause-circles").inner_text()
    assert page.locator(".cause-map .cause-circle").count() == 3


def test_an_arrow_goes_to_its_incident_and_a_box_to_its_arrows(view: Open) -> None:
    page = view(f"#/causes?sel={RECORD.incidents[0].id}")
    panel = page.locator(".cause-panel")
    assert panel.locator("h2 a").get_attribute("href") == f"#/incident/{RECORD.incidents[0].id}"
    panel.get_by_role("button", name="siege").click()
    assert "denies it" in panel.inner_text()
    assert f"sel={RECORD.incidents[0].id}~n-0" in page.url.replace("%7E", "~")


def places(page: Page) -> list[str]:
    return page.locator(MAP).evaluate_all("all => all.map((one) => one.dataset.id + JSON.stringify(one.getBBox()))")


def test_the_drawing_is_the_same_after_a_reload_and_boxes_stand_apart(view: Open) -> None:
    page = view("#/causes?inside=1")
    before = places(page)
    page.reload()
    page.locator(".cause-map").wait_for()
    assert places(page) == before
    boxes = page.locator(".cause-box rect").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map(({x, y, right, bottom}) => [x, y, right, bottom])"
    )
    for n, (x, y, right, bottom) in enumerate(boxes):
        for left, top, end, below in boxes[n + 1 :]:
            assert right <= left or end <= x or bottom <= top or below <= y


def here(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.id ?? ''"))


def test_the_map_is_one_tab_stop_and_arrows_walk_causes_and_effects(view: Open) -> None:
    page = view("#/causes?sel=n-0")
    assert page.locator('.cause-map [tabindex="0"]').count() == 1
    page.locator('.cause-map [tabindex="0"]').focus()
    walked = []
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft"):
        page.keyboard.press(key)
        walked.append(here(page))
    assert walked == ["n-0~n-1", "n-1", "n-1~n-2", "n-2", "n-1~n-2", "n-1"]
    page.keyboard.press("Home")
    first = here(page)
    page.keyboard.press("ArrowDown")
    assert here(page) not in ("", first)
    assert page.locator('.cause-map [tabindex="0"]').count() == 1


def test_on_a_phone_the_list_comes_first_and_the_map_is_there(view: Open) -> None:
    page = view("#/causes", width=390)
    assert page.locator(".cause-row").count() == len(ARROWS)
    page.get_by_role("button", name="Map", exact=True).click()
    assert page.locator(".cause-map .cause-arrow").count() == len(OUTER)


def test_what_is_saved_is_what_is_listed(view: Open) -> None:
    page = view("#/causes?view=list")
    button = page.get_by_role("button", name="CSV")
    rows = saved_rows(page, button)
    listed = page.locator(".cause-row").all()
    assert len(rows) == len(listed) == len(ARROWS)
    for row, shown in zip(rows, listed, strict=True):
        words = plain(shown.inner_text())
        for key in ("cause", "led to", "how", "who says", "denied by"):
            assert plain(row[key]).removeprefix("'") in words
    page.get_by_label("said how").select_option(label="implied (2)")
    assert len(saved_rows(page, button)) == page.locator(".cause-row").count() == 2


def test_graphml_holds_the_arrows_and_is_xml(view: Open) -> None:
    page = view("#/causes?view=list")
    root = ElementTree.fromstring(saved(page, page.get_by_role("button", name="GraphML")))
    name = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = {node.get("id") for node in root.iter(f"{name}node")}
    edges = [(edge.get("source"), edge.get("target")) for edge in root.iter(f"{name}edge")]
    assert len(edges) == len(ARROWS)
    assert {end for edge in edges for end in edge} == nodes


def test_the_map_is_saved_as_it_is_drawn(view: Open) -> None:
    page = view("#/causes")
    root = ElementTree.fromstring(saved(page, page.get_by_role("button", name="SVG")))
    assert sum("cause-arrow" in (one.get("class") or "") for one in root.iter()) == len(OUTER)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (CausalMap(), "No report says that one thing led to another."),
        (
            CausalMap(points=RECORD.causes.points, arrows=RECORD.causes.arrows[-1:]),
            "1 arrow runs inside one incident",
        ),
    ],
)
def test_an_empty_map_says_why(view: Open, change: CausalMap, words: str) -> None:
    page = view("#/causes", made(msgspec.structs.replace(RECORD, causes=change)))
    assert words in page.locator("main .empty").first.inner_text()


def test_flows_are_all_there_sorted_filtered_and_saved(view: Open) -> None:
    page = view("#/flows")
    rows = page.locator(".flow-table tbody tr")
    assert rows.count() == len(RECORD.flows)
    page.get_by_role("button", name="How much").click()
    assert "5,000" in rows.first.inner_text()
    page.reload()
    assert "5,000" in rows.first.inner_text()
    saved_here = saved_rows(page, page.get_by_role("button", name="Save CSV"))
    for row, shown in zip(saved_here, rows.all(), strict=True):
        cells = {cell.get_attribute("data-label"): plain(cell.inner_text()) for cell in shown.locator("td").all()}
        for key, label in (("from", "From"), ("to", "To"), ("amount", "How much"), ("when", "When")):
            assert row[key].removeprefix("'") == cells[label]
    assert saved_here[0]["to"] == "'=the valley"
    page.get_by_label("what").select_option(label="money (1)")
    assert rows.count() == 1
    page.locator(".flow-open").click()
    assert quotes(page.locator(".flow-said")) == [plain(SAID[RECORD.flows[-1].claims[0]])]


def test_flows_stand_under_the_tab_of_causes(view: Open) -> None:
    page = view("#/flows")
    assert page.locator("header nav [aria-current]").inner_text() == "Causes"
    page.locator("main").get_by_role("link", name="What led to what").click()
    assert page.locator("h1").inner_text() == "Causes"


def test_what_an_address_chooses_is_in_sight(view: Open) -> None:
    page = view("#/causes?sel=n-1~n-2", width=1000)
    within = page.locator('.cause-map [data-id="n-1~n-2"]').evaluate(
        """one => { const a = one.getBoundingClientRect(), b = one.closest(".cause-frame").getBoundingClientRect();
        return a.left >= b.left - 1 && a.right <= b.right + 1; }"""
    )
    assert within
    assert page.evaluate("scrollY") == 0
