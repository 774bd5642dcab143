"""What tests of pages in a browser need: what to open, at which sizes and colours, and what is inaccessible in it."""

import csv
import re
from collections.abc import Callable
from functools import cache
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, Page

from rashomon.engine.analyses import beside
from rashomon.records import Record
from rashomon.show import dossier
from rashomon.show.reports import Texts
from rashomon.testing import sample_record

Open = Callable[..., Page]
DAY = "21 November 2031"
LABELS = "small.l, a.l"  # what the static page puts between the words of a report
AXE = Path(__file__).parents[1] / "page/node_modules/axe-core/axe.min.js"
RUN = """axe.run(document, {resultTypes: ["violations"],
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})"""
# What Tab has to come to: what is seen and can be used, of a group of radio buttons the chosen one; and where it was.
STOPS = """() => { window.came = new Set(); addEventListener("focusin", ({target}) => window.came.add(target));
  document.activeElement.blur(); scrollTo(0, 0);
  window.stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(
    one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({visibilityProperty: true})
      && !(one.type === "radio" && !one.checked && document.querySelector(`[name="${one.name}"]:checked`)));
  // a date has up to four parts, and what scrolls may be a stop too
  return window.stops.length + 3 * document.querySelectorAll("[type=date]").length + 20; }"""
LEFT = """() => window.stops.filter(one => one.isConnected && one.tabIndex >= 0 && !window.came.has(one))
  .map(one => `never: ${one.outerHTML.slice(0, 90)}`)"""
SEEN = """() => { const one = document.activeElement; if (one === document.body) return "";
  const {x, y, width, height} = one.getBoundingClientRect(), style = getComputedStyle(one);
  const inside = x < innerWidth && y < innerHeight && x + width > 0 && y + height > 0 && width > 0 && height > 0;
  const ringed = style.outlineStyle !== "none" || one.closest("svg") || one.matches(":has(:focus-visible)");
  return inside && (ringed || one.type === "date") ? ""
    : `${inside ? "no ring" : "out of sight"}: ${one.outerHTML.slice(0, 90)}`; }"""
OUTLINED = """words => [...document.querySelectorAll(".outlined")].map(e => e.textContent).join("\\n") === words"""


class Look(NamedTuple):
    """How wide the window is, in pixels, and which colours the reader's system asks for."""

    width: int
    theme: str

    @property
    def phone(self) -> bool:
        """Whether the page shows its parts one at a time."""
        return self.width < 700


LOOKS = [Look(width, theme) for width in (1440, 1000, 390) for theme in ("light", "dark")]
# Runs a test that opens pages six times, at three widths in light and dark; others run at 1440 px in light.
every_look = pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.width}-{look.theme}", indirect=True)


def axe(page: Page) -> list[str]:
    """What axe-core (WCAG 2.2 AA) finds wrong with the page as it stands: rule, element, message."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN)
    return [
        f"{broken['id']} {node['target']} {[check['message'] for check in node['any'] + node['all'] + node['none']]}"
        for broken in found["violations"]
        for node in broken["nodes"]
    ]


def sideways(page: Page) -> int:
    """How many pixels the page can be scrolled sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def unreached(page: Page) -> list[str]:
    """What Tab alone, from the top of the page on, does not come to, or comes to out of sight or without a ring."""
    wrong: list[str] = []
    for _ in range(page.evaluate(STOPS)):
        page.keyboard.press("Tab")
        if page.evaluate(SEEN):
            page.wait_for_timeout(50)  # it may still be scrolled to
            wrong += filter(None, [page.evaluate(SEEN)])
        if not page.evaluate(LEFT):
            break
    return wrong + page.evaluate(LEFT)


def faults(page: Page) -> list[str]:
    """What no page may have: another view after a reload, what axe finds, a width too great, what Tab can't come to.

    That it asks for nothing and says nothing in the console is seen to by the fixture that opens it.
    """
    before = view_of(page)
    page.reload()
    page.locator("main h1").wait_for()
    for _ in range(40):
        changed = [f"not the same after a reload: {words}" for words in view_of(page) if words not in before]
        if not changed:
            break
        page.wait_for_timeout(50)  # words to be searched are read in by and by
    wide = [f"{sideways(page)} px too wide"] if sideways(page) > 0 else []
    return changed + axe(page) + wide + unreached(page)


def view_of(page: Page) -> list[str]:
    """What a view is known by: its address, its title, its lines of words."""
    return [page.url, page.title(), *page.locator("main").inner_text().split("\n")]


def made(record: Record, texts: Texts = "full") -> str:
    """A record's dossier, with all that is laid beside it."""
    return dossier(record, DAY, texts, beside=beside(record))


@cache
def sample_page() -> str:
    """The dossier of the invented sample."""
    return made(sample_record())


def saved(page: Page, button: Locator) -> str:
    """The file that a button gives."""
    with page.expect_download() as download:
        button.click()
    return Path(download.value.path()).read_bytes().decode()


def saved_rows(page: Page, button: Locator) -> list[dict[str, str]]:
    """The rows of the CSV that a button gives, without its notes."""
    return rows_of(saved(page, button))


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a CSV without the notes on top of it."""
    told = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    return list(csv.DictReader(StringIO(told, newline="")))


def bare(text: str) -> str:
    """Letters and digits alone: the browser and the PDF break lines where they like."""
    return re.sub(r"[\W_]+", "", text)


def plain(words: str) -> str:
    """Words with their blanks made one."""
    return re.sub(r"\s+", " ", words).strip()


def texts(found: Locator) -> list[str]:
    """The words of each of several elements, their blanks made one."""
    return [plain(words) for words in found.all_inner_texts()]


def is_outlined(page: Page, quote: str) -> bool:
    """Whether exactly these words get outlined, in time; a blank line between is no words."""
    page.wait_for_function(OUTLINED, arg=re.sub("\n+", "\n", quote), timeout=8000)
    return True
