"""The browser for page tests: skipped with a reason where there is none, required on the build server."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from incident_case import RAID
from pages_support import DAY, Look, Open, sample_page
from rashomon.records import Incident, Record
from rashomon.show import dossier, is_built

sys.path.append(str(Path(__file__).parents[2] / "bench"))  # the made-up case of page_case
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


def missing(why: str) -> None:
    """Skip without a browser, but never on the build server, where a skipped page test would hide a broken page."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{why}; CI must have one (apt-get install chromium)", pytrace=False)
    pytest.skip(f"{why} (apt-get install chromium)")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        missing("no chromium was found on the PATH")
    with sync_playwright() as play:
        try:
            found = play.chromium.launch(executable_path=path, args=FLAGS)
        except BrowserError as error:
            missing(f"chromium did not start: {error}")
        yield found
        found.close()


@pytest.fixture(scope="session")
def page_built() -> None:
    """Skips where the page's program was not built (no Node.js), but never on the build server."""
    if not is_built():
        missing("the page was not built (make page)")


@pytest.fixture
def look(request: pytest.FixtureRequest) -> Look:
    """How a test looks at its pages: as `every_look` says, else on a wide screen in light colours."""
    return getattr(request, "param", Look(1440, "light"))


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path, look: Look) -> Iterator[Open]:
    """Opens HTML as a file, offline, at ``at``; at the end nothing may have been requested, logged or thrown."""
    contexts: list[BrowserContext] = []
    trouble: list[str] = []

    def open_(html: str, width: int = look.width, theme: str = look.theme, at: str = "", script: bool = True) -> Page:
        target = tmp_path / "dossier.html"
        target.write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=theme, offline=True, java_script_enabled=script,
            accept_downloads=True,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: trouble.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
        page.on("dialog", lambda dialog: trouble.append(f"dialog: {dialog.message}"))
        page.on("request", lambda made: _own(made.url, target) or trouble.append(made.url))
        page.goto(target.as_uri() + at)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert trouble == []


def _own(url: str, target: Path) -> bool:
    """The file itself, and what the page made: files to save are given out as blobs, drawings read as data."""
    return url.startswith((target.as_uri(), "blob:", "data:"))


@pytest.fixture(scope="session")
def made_up() -> str:
    """The page of a made-up case of 400 incidents."""
    from page_case import made_case, page_of

    return page_of(made_case(400)) if is_built() else ""


@pytest.fixture(scope="module")
def html() -> str:
    """The page that a module's tests open: the invented sample's, where the module makes no other."""
    return sample_page()


@pytest.fixture
def view(open_page: Open, html: str) -> Open:
    """Opens the module's page, or other HTML, at an address, and waits until it is there."""

    def open_(at: str = "", html: str = html, **how: object) -> Page:
        page = open_page(html, at=at, **how)
        page.locator("main h1").wait_for()
        return page

    return open_


@pytest.fixture
def explore(view: Open, made_up: str) -> Open:
    """Opens the page Explore of the made-up case, or of other HTML."""
    return lambda at="", html=made_up, **how: view(f"#/explore{at}", html, **how)


@pytest.fixture
def network(view: Open) -> Open:
    """Opens the page Network of the module's page, or of other HTML."""
    return lambda at="", **how: view(f"#/network{at}", **how)


@pytest.fixture
def open_incident(view: Open) -> Open:
    """Opens the page of an incident: the sample's first, or one of another record, with nothing beside that."""

    def open_(incident: Incident = RAID, record: Record | None = None, query: str = "", **how: object) -> Page:
        return view(f"#/incident/{incident.id}{query}", dossier(record, DAY) if record else sample_page(), **how)

    return open_


@pytest.fixture
def strange(browser: Browser, tmp_path: Path, look: Look) -> Iterator[Open]:
    """Opens HTML in a context of its own kind, without the checks of `open_page`: what is tested here does complain."""
    contexts = []

    def open_(html: str, init: str = "", **how: object) -> Page:
        target = tmp_path / "strange.html"
        target.write_text(html, encoding="utf-8")
        seen = {"viewport": {"width": look.width, "height": 900}, "color_scheme": look.theme, **how}
        context = browser.new_context(offline=True, **seen)  # type: ignore[arg-type]
        contexts.append(context)
        if init:
            context.add_init_script(init)
        page = context.new_page()
        page.goto(target.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()
