"""The network of many actors in a real browser: what it opens on, and what it says of its cut."""

from functools import cache

import msgspec
import pytest

from pages_support import Open, axe, made
from rashomon.records import Actor, Tie, TiePeriod
from rashomon.testing import make_day
from ties_support import count, rich, spots

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = rich()


@cache
def crowd(size: int) -> str:
    """A star of many actors, all of whose ties rest on one claim."""
    claim = RECORD.ties[0].periods[0].claims
    actors = [Actor(id=f"a-{n:04}", name=f"Group {n}", kind="armed group") for n in range(size)]
    stars = [(n, n // 7) for n in range(1, size)]
    ties = tuple(
        Tie(left=f"a-{a:04}", right=f"a-{b:04}", relation="ally", sign="+",
            periods=(TiePeriod(period=make_day("2031-05-12"), claims=claim),))
        for a, b in stars
    )  # fmt: skip
    record = msgspec.structs.replace(RECORD, actors=tuple(actors), ties=ties, changes=())
    return made(record)


def test_many_actors_open_around_the_one_with_most_ties(network: Open) -> None:
    page = network(html=crowd(80))
    assert "80 actors are tied: opened around Group 1" in page.locator(".net-main").inner_text()
    assert count(page) == 8
    page.get_by_role("link", name="Show all", exact=True).click()
    assert count(page) == 79
    assert len(spots(page)) == 80


def test_very_many_actors_open_as_a_matrix_with_its_cut_said(network: Open) -> None:
    page = network(html=crowd(160))
    assert count(page) == 159
    assert "Showing the 60 actors with most ties, of 160" in page.locator(".net-main").inner_text()
    assert page.locator(".matrix tbody tr").count() == 60
    page.locator(".matrix a[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.cell.startsWith('0 ')")
    assert page.locator(".matrix a[tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    assert page.locator(".tie-panel .tie-row").count() == 1
    assert axe(page) == []


@pytest.mark.parametrize("kind", ["graph", "matrix", "table"])
def test_many_actors_fit_a_phone(network: Open, kind: str) -> None:
    page = network(f"?only=0&view={kind}", html=crowd(80), width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("slider", name="Up to").focus()
    page.keyboard.press("Home")
    assert count(page) == 0
