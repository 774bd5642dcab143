"""What tests of pages in a browser need: how to open one, and what is inaccessible in it."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

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
