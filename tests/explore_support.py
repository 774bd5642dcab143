"""What tests of the page Explore read from it: counts, rows, files, the window in time."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from playwright.sync_api import Page

from pages_support import rows_of, saved

WINDOW = "from=2031-06-01&to=2031-09-30"


def number(words: str) -> int:
    return int(re.sub(r"\D", "", re.findall(r"[\d,]+", words)[0]))


def to(page: Page, part: str) -> None:
    """On a phone goes to one of List, Map and Time; elsewhere all three are there."""
    tab = page.get_by_role("tab", name=part, exact=True)
    if tab.count():
        tab.click()


@contextmanager
def filtering(page: Page) -> Iterator[None]:
    """Where there is little room, opens the drawer that holds the filters, and shuts it at the end."""
    button = page.locator(".ex-open")
    drawn = button.count() > 0
    if drawn:
        button.click()
    yield
    if drawn:
        page.locator(".ex-done").click()


def given(page: Page, label: str) -> str:
    """A file of the page's menu of files."""
    page.locator(".files summary").click()
    return saved(page, page.get_by_role("button", name=label, exact=True))


def exported(page: Page) -> list[dict[str, str]]:
    return rows_of(given(page, "CSV"))


def until(page: Page, expression: str) -> None:
    """Waits for something in the page; not by `wait_for_function`, whose code the page's policy doesn't let run."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never so: {expression}")


def counts(page: Page) -> set[int]:
    """What the heading, the window's title, the list, the map and the CSV say: one number, if all is well."""
    to(page, "Map")
    placed = page.locator(".ex-map-count")
    on_map = sum(int(placed.get_attribute(name) or 0) for name in ("data-placed", "data-unplaced"))
    to(page, "List")
    until(page, "document.title.startsWith(document.querySelector('.ex-list-head h2').textContent)")
    on_rows = page.locator(".ex-row").first.get_attribute("aria-setsize")
    return {
        number(page.locator("h1").inner_text()),
        number(page.title()),
        number(page.locator(".ex-list-head h2").inner_text()),
        on_map,
        int(on_rows or 0),
        len(exported(page)),
    }


def window(page: Page) -> tuple[str, str]:
    found = re.search(r"from=([\d-]*).*?to=([\d-]*)", page.url)
    assert found
    return found[1], found[2]


def by_fields(page: Page, first: str, last: str) -> None:
    to(page, "Time")
    page.get_by_label("from", exact=True).fill(first)
    page.get_by_label("to", exact=True).fill(last)


def days(iso: str) -> int:
    return (date.fromisoformat(iso) - date(1970, 1, 1)).days


def spoken(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B} {day.year}"


def listed(page: Page) -> list[str]:
    """Every row of the list, from top to bottom, as it is scrolled through."""
    to(page, "List")
    found: dict[int, str] = {}
    count = number(page.locator(".ex-list-head h2").inner_text())
    box = page.locator(".ex-scroll")
    while len(found) < count:
        box.evaluate("(element, n) => { element.scrollTop = n * 74 }", len(found))
        until(page, f"document.querySelector('.ex-row a[data-row=\"{len(found)}\"]')")
        for row in page.locator(".ex-row a").all():
            found[int(row.get_attribute("data-row") or 0)] = (row.get_attribute("href") or "").split("/")[-1]
    return [found[n] for n in range(count)]
