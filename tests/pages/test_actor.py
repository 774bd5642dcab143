"""Actors in a real browser: one by one, and all of them."""

import pytest

from pages_support import Open
from rashomon.engine.analyses import beside
from rashomon.show import dossier
from ties_support import rich

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = rich()
HTML = dossier(RECORD, "21 November 2031", beside=beside(RECORD))


def test_an_actor_is_called_as_each_outlet_calls_it(open_page: Open) -> None:
    front = RECORD.actors[0]
    page = open_page(HTML, at=f"#/actor/{front.id}")
    assert page.locator("h1").inner_text() == front.name
    said = page.locator(".names li").all_inner_texts()
    assert sorted(said) == sorted(f"{alias.words} × {alias.count}" for alias in front.aliases)
    by = page.locator(".names tbody tr").evaluate_all(
        "all => all.map(row => [row.querySelector('th').innerText, row.querySelectorAll('li').length])"
    )
    outlets = {d.id: d.publisher or "harbour-copy-ar.txt" for d in RECORD.documents}
    assert dict(by) == {outlets[name]: sum(alias.document == name for alias in front.aliases) for name in outlets}
    lines = {(frozenset((tie.left, tie.right)), tie.sign) for tie in RECORD.ties if front.id in (tie.left, tie.right)}
    assert page.locator(".tie-row").count() == len(lines)
    assert "exact name" in page.locator(".whys").inner_text()


def test_figures_of_an_actors_incidents_follow_the_rule(open_page: Open) -> None:
    page = open_page(HTML, at=f"#/actor/{RECORD.actors[0].id}")
    told = page.locator(".incident-list")
    before = told.inner_text()
    assert "account" in before
    page.get_by_label("Figures by").select_option(label="ucdp")
    page.wait_for_function("before => document.querySelector('.incident-list').innerText !== before", arg=before)


def test_an_unknown_actor_is_said_to_be_unknown(open_page: Open) -> None:
    page = open_page(HTML, at="#/actor/a-nobody")
    assert "holds no actor “a-nobody”" in page.locator("main").inner_text()
    page.get_by_role("link", name="All actors").click()
    assert page.locator(".actors tbody tr").count() == len(RECORD.actors)


def test_actors_are_found_by_any_of_their_names(open_page: Open) -> None:
    page = open_page(HTML, at="#/actors")
    page.get_by_label("name or words").fill("كتيب")
    assert page.locator(".actors tbody tr").count() == 0
    page.get_by_label("name or words").fill("الحمراء")
    assert page.locator(".actors tbody th").all_inner_texts() == ["Red Dune Front"]
    page.get_by_role("link", name="Red Dune Front").click()
    assert page.locator("h1").inner_text() == "Red Dune Front"
