"""The browser for page tests: skipped with a reason where there is none, required on the build server."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as BrowserError

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
