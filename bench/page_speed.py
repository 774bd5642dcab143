"""How fast the dossier's page is with many incidents: first use, a step of the brush, elements in the page.

    python bench/page_speed.py [--sizes 5000,20000] [--steps 60]

*First use* is from opening the file until the list has rows and the map has marks; a *step* is from a key on the
timeline's thumb until the browser has painted the next frame. Goals: first use below 1.5 s at 5,000 incidents, a step
below 250 ms for 95 of 100 and fewer than 2,000 elements at 20,000. Needs Playwright for Python and a Chromium.
"""

import argparse
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from page_case import made_case, page_of
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
STEP = """([key, shift]) => new Promise((done) => {
  const thumb = document.querySelector(".ex-thumb:last-of-type");
  const began = performance.now();
  thumb.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey: shift, bubbles: true, cancelable: true }));
  requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done(performance.now() - began))));
})"""


class Measured(NamedTuple):
    """What was measured on one size: seconds, milliseconds, counts."""

    incidents: int
    megabytes: float
    first_use: float
    step_median: float
    step_p95: float
    elements: int


def measure(browser: Browser, incidents: int, steps: int) -> Measured:
    """Open a made-up case of this size and step its window."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "dossier.html"
        target.write_text(page_of(made_case(incidents)), encoding="utf-8")
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        began = time.perf_counter()
        page.goto(target.as_uri() + "#/explore", wait_until="commit")
        page.locator(".ex-mark").first.wait_for(state="attached")
        page.locator(".ex-row").first.wait_for()
        first = time.perf_counter() - began
        taken = sorted(_step(page, n) for n in range(steps))
        elements = page.evaluate("document.querySelectorAll('*').length")
        size = target.stat().st_size / 1e6
        page.close()
    return Measured(incidents, size, first, taken[len(taken) // 2], taken[int(0.95 * (len(taken) - 1))], elements)


def _step(page: Page, n: int) -> float:
    """One step of the last day, mostly back, at times with Shift."""
    return float(page.evaluate(STEP, ["ArrowRight" if n % 10 == 9 else "ArrowLeft", n % 3 == 0]))


def main() -> None:
    """Read the arguments, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="5000,20000")
    parser.add_argument("--steps", type=int, default=60)
    given = parser.parse_args()
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=FLAGS
        )
        print("| incidents | file, MB | first use, s | brush step, ms (median) | (p95) | elements |")
        print("|---:|---:|---:|---:|---:|---:|")
        for size in (int(part) for part in given.sizes.split(",")):
            found = measure(browser, size, given.steps)
            print(
                f"| {found.incidents:,} | {found.megabytes:.1f} | {found.first_use:.2f} | {found.step_median:.0f} "
                f"| {found.step_p95:.0f} | {found.elements:,} |"
            )
        browser.close()


if __name__ == "__main__":
    main()
