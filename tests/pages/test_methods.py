"""Methods and keys in a real browser: every rule, licence and the basemap note, in the page and in its static twin."""

import html as entities
import re

import pytest
from playwright.sync_api import Page

from explore_support import to
from pages_support import DAY, Open, every_look, faults, plain
from rashomon.show import methods, static_dossier
from rashomon.show.lookup import Lookup
from rashomon.testing import sample_record

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = sample_record()
TOLD = methods.methods(Lookup(RECORD))
PAIRS = (TOLD.terms, TOLD.model, TOLD.licences, TOLD.stored)
SAID = (
    *methods.POLICIES.values(),
    *TOLD.rules,
    *TOLD.limits,
    TOLD.basemap,
    TOLD.reviewed,
    TOLD.stored_where,
    *(words for pairs in PAIRS for pair in pairs for words in pair),
    *(words for row in (*TOLD.bounds, *TOLD.makers, *TOLD.sources) for words in row if words),
)


@every_look
def test_the_page_says_everything(view: Open) -> None:
    page = view("#/methods")
    said = plain(page.locator("main").text_content() or "")
    assert [words for words in SAID if plain(words) not in said] == []


def test_the_static_twin_says_the_same() -> None:
    text = static_dossier(RECORD, DAY).split('<section id="methods"')[1]
    said = plain(entities.unescape(re.sub(r"<[^>]+>", "", text)))
    assert [words for words in SAID if plain(words) not in said] == []


@pytest.mark.parametrize("name", ["Preact", "Natural Earth", "GeoNames", "all-MiniLM-L6-v2"])
def test_every_part_has_its_licence(name: str) -> None:
    assert any(name in words for pair in TOLD.licences for words in pair)


@every_look
@pytest.mark.parametrize("at", ["#/methods", "#/keys"])
def test_a_view_has_no_fault(view: Open, at: str) -> None:
    assert faults(view(at)) == []


# what of the page may change when a key does something: the address, the focus, what is open or chosen
STATE = """() => JSON.stringify([location.hash, document.activeElement.outerHTML.slice(0, 300),
    document.querySelectorAll("dialog[open]").length, document.querySelectorAll("[aria-expanded=true]").length,
    scrollY, document.querySelector("main").innerHTML.length])"""
LIST = "#/causes?view=list"
FIRST = RECORD.incidents[0].id
REPORT = RECORD.documents[0].id
# where each key is tried: a page, and the keys before it
TRIED: dict[str, tuple[str, list[str]]] = {
    "/": ("#/methods", []),
    "?": ("#/methods", []),
    "j": (LIST, []),
    "k": (LIST, ["j", "j"]),
    "ArrowDown": (LIST, ["j"]),
    "ArrowUp": (LIST, ["j", "j"]),
    "Enter": (LIST, ["j"]),
    "Escape": ("#/methods", ["/"]),
    "n": (f"#/doc/{REPORT}", []),
    "p": (f"#/doc/{REPORT}", ["n", "n"]),
    "g": (f"#/incident/{FIRST}", []),
    "[": ("#/explore?from=2031-05-10&to=2031-05-12", []),
    "]": ("#/explore?from=2031-05-10&to=2031-05-12", []),
}


def keys_told(page: Page) -> list[str]:
    names = {"↓": "ArrowDown", "↑": "ArrowUp", "←": "ArrowLeft", "→": "ArrowRight", "Esc": "Escape"}
    told = page.locator(".keys kbd").all_inner_texts()
    return [names.get(one, one.lower() if len(one) == 1 else one) for one in told]


def test_every_key_that_is_told_of_is_tried_here(view: Open) -> None:
    page = view("#/methods")
    page.keyboard.press("?")
    page.locator(".keys kbd").first.wait_for()
    assert set(keys_told(page)) == set(TRIED)


@every_look
def test_every_key_does_something(view: Open) -> None:
    page = view("#/methods")
    idle = []
    for key, (at, before) in TRIED.items():
        page.goto("about:blank")
        page.go_back()
        page.evaluate("at => { location.hash = at; }", at)
        page.locator("main h1").wait_for()
        if key in "[]":
            to(page, "Time")
        for one in before:
            page.keyboard.press(one)
        page.wait_for_timeout(60)
        state = page.evaluate(STATE)
        page.keyboard.press(key)
        page.wait_for_timeout(60)
        if page.evaluate(STATE) == state:
            idle.append(key)
    assert idle == []


def test_single_keys_rest_when_they_are_switched_off(view: Open) -> None:
    page = view("#/keys")
    switch = page.get_by_role("checkbox")
    switch.uncheck()
    page.reload()
    assert not switch.is_checked()
    page.locator("main").focus()
    page.keyboard.press("/")
    assert page.locator("dialog[open]").count() == 0
    switch.check()
    page.locator("main").focus()
    page.keyboard.press("/")
    assert page.locator("dialog[open]").count() == 1
