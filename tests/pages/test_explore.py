"""The page Explore in a real browser: every way to narrow gives one count, and what is exported is what is shown."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Page

from page_case import made_case, page_of
from pages_support import Open, axe
from rashomon.show import is_built

pytestmark = pytest.mark.usefixtures("page_built")
CASE = made_case(400)
HTML = page_of(CASE) if is_built() else ""
WINDOW = "from=2031-06-01&to=2031-09-30"
EXPLORE = "#/explore"


@pytest.fixture
def explore(open_page: Open) -> Callable[..., Page]:
    def open_(at: str = "", html: str = HTML, **how: object) -> Page:
        page = open_page(html, at=f"{EXPLORE}{at}", **how)
        page.locator(".ex-bar h1").wait_for()
        return page

    return open_


def number(words: str) -> int:
    return int(re.sub(r"\D", "", re.findall(r"[\d,]+", words)[0]))


def saved(page: Page, label: str, folder: Path) -> str:
    page.locator(".ex-export summary").click()
    with page.expect_download() as given:
        page.get_by_role("button", name=label, exact=True).click()
    target = folder / given.value.suggested_filename
    given.value.save_as(target)
    return target.read_bytes().decode()


def exported(page: Page, folder: Path) -> list[dict[str, str]]:
    lines = [line for line in saved(page, "CSV", folder).split("\r\n") if not line.startswith("#")]
    return list(csv.DictReader(lines))


def until(page: Page, expression: str) -> None:
    """Waits for something in the page; not by `wait_for_function`, whose code the page's policy doesn't let run."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never so: {expression}")


def counts(page: Page, folder: Path) -> set[int]:
    """What the heading, the window's title, the list, the map and the CSV say: one number, if all is well."""
    until(page, "document.title.startsWith(document.querySelector('.ex-list-head h2').textContent)")
    placed = page.locator(".ex-map-count")
    on_map = sum(int(placed.get_attribute(name) or 0) for name in ("data-placed", "data-unplaced"))
    on_rows = page.locator(".ex-row").first.get_attribute("aria-setsize")
    return {
        number(page.locator("h1").inner_text()),
        number(page.title()),
        number(page.locator(".ex-list-head h2").inner_text()),
        on_map,
        int(on_rows or 0),
        len(exported(page, folder)),
    }


def window(page: Page) -> tuple[str, str]:
    found = re.search(r"from=([\d-]*).*?to=([\d-]*)", page.url)
    assert found
    return found[1], found[2]


def by_fields(page: Page, first: str, last: str) -> None:
    page.get_by_label("from", exact=True).fill(first)
    page.get_by_label("to", exact=True).fill(last)


def test_mouse_keys_and_fields_give_one_count(explore: Callable[..., Page], tmp_path: Path) -> None:
    page = explore()
    before = number(page.locator("h1").inner_text())
    box = page.locator(".ex-plot svg").bounding_box()
    assert box
    middle = box["y"] + 30
    page.mouse.move(box["x"] + 0.3 * box["width"], middle)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.45 * box["width"], middle, steps=8)
    page.mouse.up()
    mouse, chosen = counts(page, tmp_path), window(page)
    assert len(mouse) == 1
    assert 0 < min(mouse) < before

    page = explore()
    by_fields(page, *chosen)
    assert counts(page, tmp_path) == mouse

    page = explore(f"?from={chosen[0]}")
    thumb = page.get_by_role("slider", name="Last day")
    thumb.focus()
    for _ in range(400):
        if thumb.get_attribute("aria-valuetext") == spoken(chosen[1]):
            break
        later = int(thumb.get_attribute("aria-valuenow") or 0) - days(chosen[1])
        page.keyboard.press("Shift+ArrowLeft" if later >= 7 else "ArrowLeft")
    assert window(page) == chosen
    assert counts(page, tmp_path) == mouse


def days(iso: str) -> int:
    return (date.fromisoformat(iso) - date(1970, 1, 1)).days


def spoken(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B} {day.year}"


def test_home_and_end_open_the_window(explore: Callable[..., Page]) -> None:
    page = explore(f"?{WINDOW}")
    page.get_by_role("slider", name="First day").press("Home")
    page.get_by_role("slider", name="Last day").press("End")
    assert "from=" not in page.url
    assert "to=" not in page.url


def test_brackets_move_the_window_by_its_length(explore: Callable[..., Page]) -> None:
    page = explore("?from=2031-06-01&to=2031-06-30")
    page.locator("main").press("]")
    assert window(page) == ("2031-07-01", "2031-07-30")
    page.locator("main").press("[")
    assert window(page) == ("2031-06-01", "2031-06-30")


def test_growing_from_the_start_moves_only_the_end(explore: Callable[..., Page]) -> None:
    page = explore("?to=2031-12-01")
    page.get_by_label("grow from start").check()
    assert page.locator(".ex-thumb").count() == 1
    page.locator(".ex-thumb").press("ArrowLeft")
    assert "from=" not in page.url
    assert "to=2031-11-30" in page.url


def test_other_filters_reshape_the_bars_and_the_window_does_not(explore: Callable[..., Page]) -> None:
    page = explore()
    bars = page.locator(".ex-plot").get_attribute("data-bars")
    by_fields(page, "2031-06-01", "2031-09-30")
    assert page.locator(".ex-plot").get_attribute("data-bars") == bars
    page.get_by_role("radio", name="reviewed").check()
    assert page.locator(".ex-plot").get_attribute("data-bars") != bars


def test_a_chip_taken_off_restores_what_was(explore: Callable[..., Page], tmp_path: Path) -> None:
    page = explore()
    whole = counts(page, tmp_path)
    by_fields(page, "2031-06-01", "2031-09-30")
    page.get_by_role("checkbox", name="air strike").check()
    narrowed = counts(page, tmp_path)
    assert len(narrowed) == 1
    assert narrowed != whole
    page.locator(".ex-chips .chip", has_text="air strike").click()
    page.locator(".ex-chips .chip").click()
    assert counts(page, tmp_path) == whole
    assert page.locator(".ex-chips").count() == 0


def test_reset_takes_all_off(explore: Callable[..., Page], tmp_path: Path) -> None:
    page = explore()
    whole = counts(page, tmp_path)
    page = explore(f"?{WINDOW}&type=air,bomb&status=reviewed&diff=1.5&q=strike")
    page.get_by_role("button", name="reset").click()
    assert counts(page, tmp_path) == whole


def listed(page: Page) -> list[str]:
    """Every row of the list, from top to bottom, as it is scrolled through."""
    found: dict[int, str] = {}
    count = number(page.locator(".ex-list-head h2").inner_text())
    box = page.locator(".ex-scroll")
    while len(found) < count:
        box.evaluate("(element, n) => { element.scrollTop = n * 74 }", len(found))
        until(page, f"document.querySelector('.ex-row a[data-row=\"{len(found)}\"]')")
        for row in page.locator(".ex-row a").all():
            found[int(row.get_attribute("data-row") or 0)] = (row.get_attribute("href") or "").split("/")[-1]
    return [found[n] for n in range(count)]


@pytest.mark.parametrize("sort", ["", "oldest", "accounts", "gap", "killed"])
def test_the_export_is_the_screen_row_for_row(explore: Callable[..., Page], tmp_path: Path, sort: str) -> None:
    page = explore(f"?{WINDOW}&type=air,shelling&sort={sort}")
    rows = listed(page)
    assert [row["id"] for row in exported(page, tmp_path)] == rows
    geo = json.loads(saved(page, "GeoJSON", tmp_path))
    assert [feature["id"] for feature in geo["features"]] == rows
    assert [row["id"] for row in json.loads(saved(page, "JSON", tmp_path))["incidents"]] == rows


def test_a_file_says_its_filter(explore: Callable[..., Page], tmp_path: Path) -> None:
    page = explore(f"?{WINDOW}&type=air")
    head = saved(page, "CSV", tmp_path).split("\r\n")[:7]
    assert "# filter: 1 Jun 2031 – 30 Sep 2031; air strike" in head
    assert any(line.startswith("# address: #/explore?from=2031-06-01") for line in head)
    assert json.loads(saved(page, "GeoJSON", tmp_path))["filter"] == "1 Jun 2031 – 30 Sep 2031; air strike"


def test_the_map_is_saved_with_its_note(explore: Callable[..., Page], tmp_path: Path) -> None:
    page = explore()
    text = saved(page, "Map as SVG", tmp_path)
    assert CASE.basemap
    assert CASE.basemap.note in text
    assert text.count("<svg") == 3
    assert "NaN" not in text


def test_undated_incidents_are_counted_and_listed(explore: Callable[..., Page], tmp_path: Path) -> None:
    undated = sum(not one.precision and not one.background for one in CASE.incidents)
    page = explore()
    page.get_by_role("button", name=f"{undated} have no date").click()
    assert counts(page, tmp_path) == {undated}
    assert all(row["when"] == "date unknown" for row in exported(page, tmp_path))


def test_incidents_without_a_place_are_counted_and_listed(explore: Callable[..., Page], tmp_path: Path) -> None:
    lost = {n for n, place in enumerate(CASE.places) if place.lat is None}
    unplaced = sum(one.place in lost and not one.background for one in CASE.incidents)
    assert unplaced
    page = explore()
    page.get_by_role("button", name=re.compile("no place")).click()
    assert counts(page, tmp_path) == {unplaced}
    assert page.locator(".ex-mark").count() == 0


def test_only_what_is_in_view(explore: Callable[..., Page], tmp_path: Path) -> None:
    page = explore()
    whole = counts(page, tmp_path)
    page.get_by_label("only what is in view").check()
    page.get_by_role("button", name="Zoom in").click()
    inside = counts(page, tmp_path)
    assert len(inside) == 1
    assert 0 < min(inside) < min(whole)
    west, south, east, north = (float(part) for part in re.search(r"bbox=([^&]*)", page.url)[1].split(","))
    for row in exported(page, tmp_path):
        assert west <= float(row["longitude"]) <= east
        assert south <= float(row["latitude"]) <= north
    page.get_by_label("only what is in view").uncheck()
    assert counts(page, tmp_path) == whole


def test_every_incident_on_the_map_is_in_one_mark(explore: Callable[..., Page]) -> None:
    page = explore()
    marks = page.locator(".ex-mark").evaluate_all("marks => marks.map(mark => Number(mark.dataset.count))")
    assert sum(marks) == int(page.locator(".ex-map-count").get_attribute("data-placed") or 0)


def test_a_circle_splits_and_in_the_end_lists_its_members(explore: Callable[..., Page]) -> None:
    page = explore()
    for _ in range(12):
        mark = page.locator(".ex-mark").first
        if page.locator(".ex-members").count():
            break
        mark.focus()
        page.keyboard.press("Enter")
        page.wait_for_timeout(50)
    assert page.locator(".ex-members li").count() > 0
    page.keyboard.press("Escape")
    assert page.locator(".ex-members").count() == 0


def test_a_row_is_ringed_on_the_map_and_a_mark_lights_its_rows(explore: Callable[..., Page]) -> None:
    page = explore("?status=reviewed")
    page.locator(".ex-row").first.hover()
    assert page.locator(".ex-ring").count() == 1
    page.locator(".ex-mark").first.hover(force=True)
    place = int(page.locator(".ex-mark").first.get_attribute("data-place") or -1)
    assert CASE.places[place].name
    assert page.locator(".ex-ring").count() == 1


def test_arrows_and_letters_walk_the_rows_and_back_returns(explore: Callable[..., Page]) -> None:
    page = explore("?type=air")
    for key in ("j", "j", "ArrowDown", "k"):
        page.keyboard.press(key)
        page.wait_for_timeout(60)
    focused = "document.activeElement.getAttribute('data-row')"
    until(page, f"{focused} === '1'")
    for _ in range(40):
        page.keyboard.press("j")
    until(page, f"{focused} === '41'")
    page.keyboard.press("Enter")
    until(page, "location.hash.startsWith('#/incident/i-')")
    page.go_back()
    until(page, f"{focused} === '41'")
    assert "type=air" in page.url
    assert "sel=i-" in page.url


def test_the_address_restores_the_view(explore: Callable[..., Page], tmp_path: Path) -> None:
    page = explore()
    by_fields(page, "2031-06-01", "2031-09-30")
    page.get_by_role("checkbox", name="bomb").check()
    page.get_by_label("How far accounts differ").fill("2")
    page.get_by_label("Sort").select_option("killed")
    before, rows = counts(page, tmp_path), listed(page)
    page.reload()
    page.locator(".ex-bar h1").wait_for()
    assert counts(page, tmp_path) == before
    assert listed(page) == rows


def test_search_finds_titles_places_and_sentences(explore: Callable[..., Page], tmp_path: Path) -> None:
    page = explore()
    page.keyboard.press("/")
    page.keyboard.type("number 17 hit market")
    until(page, "document.querySelector('.ex-list-head h2').textContent.length < '100 incidents'.length")
    found = exported(page, tmp_path)
    assert "i-00017" in {row["id"] for row in found}
    assert len(found) < 60


def test_the_sums_are_named(explore: Callable[..., Page]) -> None:
    page = explore(f"?{WINDOW}")
    terms = page.locator(".killed-sums dt").all_inner_texts()
    assert [term.split(",")[0] for term in terms] == ["sum of lows", "sum of bests", "sum of highs"]


def test_where_nothing_matches_the_page_says_what_to_take_off(explore: Callable[..., Page]) -> None:
    page = explore("?from=2020-01-01&to=2020-12-31&type=air")
    button = page.locator(".ex-nothing button")
    assert "2020" in button.inner_text()
    button.click()
    assert page.locator(".ex-row").count() > 0


def test_on_a_phone_the_map_and_the_timeline_have_tabs(explore: Callable[..., Page], tmp_path: Path) -> None:
    page = explore(f"?{WINDOW}", width=390)
    assert page.locator(".ex-row").count() > 0
    assert page.locator(".ex-tabs .chip").inner_text() == "1 Jun 2031 – 30 Sep 2031"
    page.get_by_role("tab", name="Map").click()
    page.locator(".ex-mark").first.wait_for()
    box = page.locator(".ex-map").bounding_box()
    assert box
    assert box["width"] > 300
    assert box["height"] > 250
    page.get_by_role("tab", name="Time").click()
    assert page.get_by_role("slider").count() == 2


def test_a_drawer_holds_the_filters_where_there_is_little_room(explore: Callable[..., Page]) -> None:
    page = explore(width=1000)
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("checkbox", name="air strike").check()
    page.locator(".ex-done").click()
    assert page.locator(".ex-chips .chip").count() == 1


def test_without_located_places_the_page_says_so(explore: Callable[..., Page], tmp_path: Path) -> None:
    bare = msgspec.structs.replace(
        CASE, basemap=None, places=tuple(msgspec.structs.replace(one, lat=None, lon=None) for one in CASE.places)
    )
    page = explore(html=page_of(bare))
    assert page.locator(".ex-map").count() == 0
    assert "No map" in page.locator(".ex-places").inner_text()
    assert len(counts(page, tmp_path)) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "at"), [(1440, f"?{WINDOW}&type=air"), (1000, ""), (390, ""), (1440, "?q=zzz")])
def test_a_full_page_is_accessible_and_fits(explore: Callable[..., Page], width: int, at: str, theme: str) -> None:
    page = explore(at, width=width, theme=theme)
    page.wait_for_timeout(100)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.fixture(scope="module")
def huge() -> Iterator[str]:
    yield page_of(made_case(20_000))


def test_twenty_thousand_incidents_take_few_elements(explore: Callable[..., Page], huge: str) -> None:
    page = explore(html=huge)
    page.locator(".ex-mark").first.wait_for()
    assert page.evaluate("document.querySelectorAll('*').length") < 2000
    by_fields(page, "2031-06-01", "2031-09-30")
    assert page.evaluate("document.querySelectorAll('*').length") < 2000
