"""Actors in a real browser: one by one, and all of them."""

import pytest

from pages_support import Open, made
from ties_support import rich

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = rich()


@pytest.fixture(scope="module")
def html() -> str:
    return made(RECORD)


def test_an_actor_is_called_as_each_outlet_calls_it(view: Open) -> None:
    front = RECORD.actors[0]
    page = view(f"#/actor/{front.id}")
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


def test_figures_of_an_actors_incidents_follow_the_rule(view: Open) -> None:
    page = view(f"#/actor/{RECORD.actors[0].id}")
    told = page.locator(".incident-list")
    before = told.inner_text()
    assert "account" in before
    page.get_by_label("Figures by").select_option(label="ucdp")
    page.wait_for_function("before => document.querySelector('.incident-list').innerText !== before", arg=before)


def test_an_unknown_actor_is_said_to_be_unknown(view: Open) -> None:
    page = view("#/actor/a-nobody")
    assert "holds no actor “a-nobody”" in page.locator("main").inner_text()
    page.get_by_role("link", name="All actors").click()
    assert page.locator(".actors tbody tr").count() == len(RECORD.actors)


def test_actors_are_found_by_any_of_their_names(view: Open) -> None:
    page = view("#/actors")
    page.get_by_label("name or words").fill("كتيب")
    assert page.locator(".actors tbody tr").count() == 0
    page.get_by_label("name or words").fill("الحمراء")
    assert page.locator(".actors tbody th").all_inner_texts() == ["Red Dune Front"]
    page.get_by_role("link", name="Red Dune Front").click()
    assert page.locator("h1").inner_text() == "Red Dune Front"
