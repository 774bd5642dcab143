"""A large file is used before all of it is read: the first page needs only what stands before the program."""

import pytest
from playwright.sync_api import Page

from pages_support import Open

# Runs where the parser is between the program and the rest of the case.
LOOK = """<script>window.early = { state: document.readyState, main: document.querySelector("main")?.textContent ?? "",
    explore: Boolean(document.querySelector("main .explore")), rest: Boolean(document.getElementById("case-claims")) };
    </script>"""


@pytest.fixture
def watched(strange: Open, made_up: str, page_built: None) -> Page:
    assert made_up.count('<script id="case-claims"') == 1
    return strange(made_up.replace('<script id="case-claims"', f'{LOOK}<script id="case-claims"'), bypass_csp=True)


def test_explore_is_drawn_before_claims_and_texts_are_read(watched: Page) -> None:
    early = watched.evaluate("window.early")
    assert (early["state"], early["explore"], early["rest"]) == ("loading", True, False)
    watched.locator(".ex-row").first.wait_for()


def test_other_pages_say_what_they_wait_for_and_come_when_all_is_read(watched: Page) -> None:
    watched.goto(f"{watched.url}#/reports")
    watched.reload()
    assert "Reading 400 incidents…" in watched.evaluate("window.early.main")
    watched.locator("main h1", has_text="Reports").wait_for()
    assert "Reading" not in watched.locator("main").inner_text()


def test_old_addresses_of_claims_are_forwarded_when_all_is_read(watched: Page) -> None:
    watched.goto(f"{watched.url}#c-2")
    watched.reload()
    watched.wait_for_url("**/*#/incident/i-00001?claim=c-2")
