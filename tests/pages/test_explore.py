"""The page Explore in a real browser: every way to narrow gives one count, and what is exported is what is shown."""

import json

import pytest
from page_case import made_case

from explore_support import (
    WINDOW,
    by_fields,
    counts,
    days,
    exported,
    filtering,
    given,
    listed,
    number,
    spoken,
    to,
    until,
    window,
)
from pages_support import Open, every_look

pytestmark = pytest.mark.usefixtures("page_built")
CASE = made_case(400)


@every_look
def test_mouse_keys_and_fields_give_one_count(explore: Open) -> None:
    page = explore()
    before = number(page.locator("h1").inner_text())
    to(page, "Time")
    box = page.locator(".ex-plot svg").bounding_box()
    assert box
    middle = box["y"] + 30
    page.mouse.move(box["x"] + 0.3 * box["width"], middle)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.45 * box["width"], middle, steps=8)
    page.mouse.up()
    mouse, chosen = counts(page), window(page)
    assert len(mouse) == 1
    assert 0 < min(mouse) < before

    page = explore()
    by_fields(page, *chosen)
    assert counts(page) == mouse

    page = explore(f"?from={chosen[0]}")
    to(page, "Time")
    thumb = page.get_by_role("slider", name="Last day")
    thumb.focus()
    for _ in range(400):
        if thumb.get_attribute("aria-valuetext") == spoken(chosen[1]):
            break
        later = int(thumb.get_attribute("aria-valuenow") or 0) - days(chosen[1])
        page.keyboard.press("Shift+ArrowLeft" if later >= 7 else "ArrowLeft")
    assert window(page) == chosen
    assert counts(page) == mouse


def test_home_and_end_open_the_window(explore: Open) -> None:
    page = explore(f"?{WINDOW}")
    page.get_by_role("slider", name="First day").press("Home")
    page.get_by_role("slider", name="Last day").press("End")
    assert "from=" not in page.url
    assert "to=" not in page.url


def test_brackets_move_the_window_by_its_length(explore: Open) -> None:
    page = explore("?from=2031-06-01&to=2031-06-30")
    page.locator("main").press("]")
    assert window(page) == ("2031-07-01", "2031-07-30")
    page.locator("main").press("[")
    assert window(page) == ("2031-06-01", "2031-06-30")


def test_growing_from_the_start_moves_only_the_end(explore: Open) -> None:
    page = explore("?to=2031-12-01")
    page.get_by_label("grow from start").check()
    assert page.locator(".ex-thumb").count() == 1
    page.locator(".ex-thumb").press("ArrowLeft")
    assert "from=" not in page.url
    assert "to=2031-11-30" in page.url


@every_look
def test_other_filters_reshape_the_bars_and_the_window_does_not(explore: Open) -> None:
    page = explore()
    to(page, "Time")
    bars = page.locator(".ex-plot").get_attribute("data-bars")
    by_fields(page, "2031-06-01", "2031-09-30")
    assert page.locator(".ex-plot").get_attribute("data-bars") == bars
    with filtering(page):
        page.get_by_role("radio", name="reviewed").check()
    assert page.locator(".ex-plot").get_attribute("data-bars") != bars


@every_look
def test_a_chip_taken_off_restores_what_was(explore: Open) -> None:
    page = explore()
    whole = counts(page)
    by_fields(page, "2031-06-01", "2031-09-30")
    with filtering(page):
        page.get_by_role("checkbox", name="air strike").check()
    narrowed = counts(page)
    assert len(narrowed) == 1
    assert narrowed != whole
    page.locator(".ex-chips .chip", has_text="air strike").click()
    page.locator(".ex-chips .chip").click()
    assert counts(page) == whole
    assert page.locator(".ex-chips").count() == 0


def test_reset_takes_all_off(explore: Open) -> None:
    page = explore()
    whole = counts(page)
    page = explore(f"?{WINDOW}&type=air,bomb&status=reviewed&diff=1.5&q=strike")
    page.get_by_role("button", name="reset").click()
    assert counts(page) == whole


@every_look
def test_the_export_is_the_screen_row_for_row(explore: Open) -> None:
    page = explore(f"?{WINDOW}&type=air,shelling")
    rows = listed(page)
    assert [row["id"] for row in exported(page)] == rows
    geo = json.loads(given(page, "GeoJSON"))
    assert [feature["id"] for feature in geo["features"]] == rows
    assert [row["id"] for row in json.loads(given(page, "JSON"))["incidents"]] == rows


@pytest.mark.parametrize("sort", ["oldest", "accounts", "gap", "killed"])
def test_the_export_is_in_the_order_of_the_list(explore: Open, sort: str) -> None:
    page = explore(f"?{WINDOW}&type=air,shelling&sort={sort}")
    assert [row["id"] for row in exported(page)] == listed(page)


def test_a_file_says_its_filter(explore: Open) -> None:
    page = explore(f"?{WINDOW}&type=air")
    head = given(page, "CSV").split("\r\n")[:7]
    assert "# filter: 1 Jun 2031 – 30 Sep 2031; air strike" in head
    assert any(line.startswith("# address: #/explore?from=2031-06-01") for line in head)
    assert json.loads(given(page, "GeoJSON"))["filter"] == "1 Jun 2031 – 30 Sep 2031; air strike"


def test_undated_incidents_are_counted_and_listed(explore: Open) -> None:
    undated = sum(not one.precision and not one.background for one in CASE.incidents)
    page = explore()
    page.get_by_role("button", name=f"{undated} have no date").click()
    assert counts(page) == {undated}
    assert all(row["when"] == "date unknown" for row in exported(page))


@every_look
def test_the_address_restores_the_view(explore: Open) -> None:
    page = explore()
    by_fields(page, "2031-06-01", "2031-09-30")
    with filtering(page):
        page.get_by_role("checkbox", name="bomb").check()
        page.get_by_label("How far accounts differ").fill("2")
    to(page, "List")
    page.get_by_label("Sort").select_option("killed")
    before, rows = counts(page), listed(page)
    page.reload()
    page.locator(".ex-bar h1").wait_for()
    assert counts(page) == before
    assert listed(page) == rows


def test_search_finds_titles_places_and_sentences(explore: Open) -> None:
    page = explore()
    page.get_by_label("Words").fill("number 17 hit market")
    until(page, "document.querySelector('.ex-list-head h2').textContent.length < '100 incidents'.length")
    found = exported(page)
    assert "i-00017" in {row["id"] for row in found}
    assert len(found) < 60


def test_the_sums_are_named(explore: Open) -> None:
    page = explore(f"?{WINDOW}")
    terms = page.locator(".killed-sums dt").all_inner_texts()
    assert [term.split(",")[0] for term in terms] == ["sum of lows", "sum of bests", "sum of highs"]
