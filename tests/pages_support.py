"""What tests of pages in a browser need: how to open one, and what is inaccessible in it."""

import csv
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from playwright.sync_api import Locator, Page

from rashomon.engine.analyses import beside
from rashomon.records import Record
from rashomon.show import dossier

Open = Callable[..., Page]
AXE = Path(__file__).parents[1] / "page/node_modules/axe-core/axe.min.js"
RUN = '{runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}'


def axe(page: Page) -> list[str]:
    """What axe-core (WCAG 2.2 AA) finds wrong with the page as it stands: rule, element, message."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run(document, {RUN})")
    return [
        f"{broken['id']} {node['target']} {[check['message'] for check in node['any'] + node['all'] + node['none']]}"
        for broken in found["violations"]
        for node in broken["nodes"]
    ]


def made(record: Record) -> str:
    """A record's dossier, with all that is laid beside it."""
    return dossier(record, "21 November 2031", beside=beside(record))


def saved(page: Page, button: Locator) -> str:
    """The file that a button gives."""
    with page.expect_download() as download:
        button.click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def saved_rows(page: Page, button: Locator) -> list[dict[str, str]]:
    """The rows of the CSV that a button gives, without its notes."""
    text = saved(page, button)
    return list(csv.DictReader(StringIO("".join(line for line in text.splitlines(True) if not line.startswith("#")))))


def plain(words: str) -> str:
    """Words with their blanks made one."""
    return re.sub(r"\s+", " ", words).strip()
