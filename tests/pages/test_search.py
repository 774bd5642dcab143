"""The search over the whole case: by keys alone, every kind found and opened, and never a page that stands still."""

import msgspec
import pytest
from playwright.sync_api import Page

from pages_support import DAY, Open, axe, every_look, sideways
from rashomon.show import dossier
from rashomon.testing import sample_record

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = sample_record()
ACTIVE = "document.activeElement"
FOUND = ".search-option"


@pytest.fixture
def page(view: Open) -> Page:
    return view("#/methods")


def asked(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.get_by_role("combobox", name="Search").fill(words)
    page.locator(f"{FOUND}, .search .empty").first.wait_for()


def chosen(page: Page) -> str:
    return str(page.evaluate(f"document.getElementById({ACTIVE}.getAttribute('aria-activedescendant'))?.id ?? ''"))


@pytest.mark.parametrize(
    ("words", "group", "address"),
    [
        (RECORD.incidents[0].title, "Incidents", f"#/incident/{RECORD.incidents[0].id}"),
        (RECORD.actors[0].name, "Actors", f"#/actor/{RECORD.actors[0].id}"),
        (RECORD.places[0].name, "Places", "#/explore?q="),
        (RECORD.documents[0].title, "Reports", f"#/doc/{RECORD.documents[0].id}"),
        (RECORD.claims[0].spans[0].quote[:40].rsplit(" ", 1)[0], "Sentences", f"#/doc/{RECORD.claims[0].document}?c="),
    ],
)
def test_each_kind_is_found_and_opened_with_enter(page: Page, words: str, group: str, address: str) -> None:
    asked(page, words)
    options = page.get_by_role("group", name=group).get_by_role("option")
    wanted = options.first.get_attribute("id")
    for _ in range(page.locator(FOUND).count()):
        if chosen(page) == wanted:
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert address in page.url
    assert page.locator("dialog[open]").count() == 0


def test_arrows_go_round_and_the_choice_is_announced_by_the_field(page: Page) -> None:
    asked(page, "the")
    every = page.locator(FOUND).evaluate_all("all => all.map((one) => one.id)")
    assert len(every) > 3
    walked = []
    for _ in range(len(every) + 1):
        walked.append(chosen(page))
        assert page.locator("[role=option][aria-selected=true]").count() == 1
        page.keyboard.press("ArrowDown")
    assert walked == [*every, every[0]]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert chosen(page) == every[-1]


def test_escape_closes_and_gives_the_focus_back(page: Page) -> None:
    for key in ("Enter", "/"):
        page.locator("main h1").wait_for()
        button = page.get_by_role("button", name="Limits") if key == "/" else page.locator(".search-open")
        button.focus()
        page.keyboard.press(key)
        assert page.evaluate(f"{ACTIVE}.getAttribute('role')") == "combobox"
        page.keyboard.press("Escape")
        assert page.locator("dialog[open]").count() == 0
        assert page.evaluate("(one) => one === document.activeElement", button.element_handle())


def test_words_are_found_without_case_and_accents_and_unfinished(page: Page) -> None:
    word = RECORD.actors[0].name.split()[-1]
    asked(page, word.upper()[:-1])
    assert page.get_by_role("group", name="Actors").get_by_role("option", name=RECORD.actors[0].name).count() == 1


def test_what_is_nowhere_is_said_to_be(page: Page) -> None:
    asked(page, "xyzzy")
    assert "Nothing in this dossier" in page.locator(".search .empty").inner_text()


def test_a_slash_typed_into_a_field_is_a_slash(page: Page) -> None:
    asked(page, "a")
    page.keyboard.press("/")
    assert page.get_by_role("combobox", name="Search").input_value() == "a/"


@every_look
def test_the_search_is_accessible_and_fits(view: Open) -> None:
    page = view("#/methods")
    page.locator(".search-open").click()
    page.get_by_role("combobox", name="Search").fill("the")
    page.locator(FOUND).first.wait_for()
    assert axe(page) == []
    assert sideways(page) <= 0


def test_twenty_thousand_incidents_are_read_in_without_a_standstill(view: Open) -> None:
    one = RECORD.incidents[0]
    many = tuple(
        msgspec.structs.replace(one, id=f"i-{n:05}", title=f"Raid {n} at Hanwe", claims=(), aliases=())
        for n in range(20_000)
    )
    page = view("#/methods", dossier(msgspec.structs.replace(RECORD, incidents=many), DAY))
    page.evaluate(
        """() => { window.longest = 0; let last = performance.now();
        const tick = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last);
        last = now; window.ticking = setTimeout(tick); }; tick(); }"""
    )
    page.keyboard.press("/")
    page.locator(".search .sub", has_text="Reading").wait_for(state="detached", timeout=60_000)
    assert page.evaluate("window.longest") < 200
    page.get_by_role("combobox", name="Search").fill("raid 19999")
    page.get_by_role("option", name="Raid 19999").wait_for()
