"""How fast a dossier of many incidents is written, and how fast its page is: first use, a step of the brush, elements.

    python bench/page_speed.py [--sizes 1000,5000] [--rows 20000] [--steps 60] [--keep FOLDER]

``--sizes`` are cases made as a user's are (`page_record`): reports with their texts, claims, linking, findings of every
policy, outlets side by side, and the static twin in the file. Each is written in a process of its own, so that seconds
(of the processor) and peak memory are that size's. ``--rows`` are made-up rows (`page_case`), for more incidents than a
file with every text holds. ``--keep`` keeps the case files, which take longer to make than to measure.

*First use* is from opening the file until the list has rows and the map has marks, *whole* until the browser has read
all of it; a *step* is from a key on the timeline's thumb until the browser has painted the next frame. Goals: first use
below 1.5 s at 5,000 incidents, a step below 250 ms for 95 of 100 and fewer than 2,000 elements at 20,000. Needs
Playwright for Python and a Chromium.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from page_case import made_case, page_of
from page_record import told_case, told_record
from playwright.sync_api import Browser, Page, sync_playwright
from scale_store import peak

from rashomon.engine.analyses import beside
from rashomon.show import dossier

OPENINGS = 3
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
STEP = """([key, shift]) => new Promise((done) => {
  const thumb = document.querySelector(".ex-thumb:last-of-type");
  const began = performance.now();
  thumb.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey: shift, bubbles: true, cancelable: true }));
  requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => done(performance.now() - began))));
})"""


class Measured(NamedTuple):
    """What was measured on one file: seconds, milliseconds, counts."""

    megabytes: float
    first_use: float
    whole: float
    step_median: float
    step_p95: float
    elements: int


def written(case: Path, target: Path) -> dict[str, float]:
    """Write the dossier of a case file: incidents, reports, processor seconds of each part, peak memory in MB."""
    begun = time.process_time()
    record = told_record(case)
    read = time.process_time()
    laid = beside(record)
    made = time.process_time()
    target.write_bytes(dossier(record, "1 January 2033", beside=laid).encode())
    return {
        "incidents": len(record.incidents),
        "reports": len(record.documents),
        "claims": len(record.claims),
        "record": read - begun,
        "beside": made - read,
        "page": time.process_time() - made,
        "MB": peak(),
    }


def measure(browser: Browser, target: Path, steps: int) -> Measured:
    """Open a file several times, and step its window."""
    opened = []
    for n in range(OPENINGS):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        began = time.perf_counter()
        page.goto(target.as_uri() + "#/explore", wait_until="commit")
        page.locator(".ex-mark").first.wait_for(state="attached")
        page.locator(".ex-row").first.wait_for()
        first = time.perf_counter() - began
        page.wait_for_load_state("load")
        opened.append((first, time.perf_counter() - began))
        if n + 1 < OPENINGS:
            page.close()
    taken = sorted(_step(page, n) for n in range(steps))
    elements = page.evaluate("document.querySelectorAll('*').length")
    page.close()
    first, whole = (median(times) for times in zip(*opened, strict=True))
    size = target.stat().st_size / 1e6
    return Measured(size, first, whole, taken[len(taken) // 2], taken[int(0.95 * (len(taken) - 1))], elements)


def _step(page: Page, n: int) -> float:
    """One step of the last day, mostly back, at times with Shift."""
    return float(page.evaluate(STEP, ["ArrowRight" if n % 10 == 9 else "ArrowLeft", n % 3 == 0]))


def _row(name: str, found: Measured) -> str:
    return (
        f"| {name} | {found.megabytes:.1f} | {found.first_use:.2f} | {found.whole:.2f} | {found.step_median:.0f} "
        f"| {found.step_p95:.0f} | {found.elements:,} |"
    )


def _in_own_process(case: Path, target: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--write", str(case), str(target)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def _tables(folder: Path, given: argparse.Namespace, browser: Browser) -> None:
    print("| incidents | reports | claims | record, s | beside, s | page, s | peak, MB |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    files: dict[str, Path] = {}
    for size in (int(part) for part in given.sizes.split(",") if part):
        case, target = folder / f"told{size}.db", folder / f"told{size}.html"
        if not case.is_file():
            told_case(case, size)
        cost = _in_own_process(case, target)
        files[f"{cost['incidents']:,}"] = target
        print(
            f"| {cost['incidents']:,} | {cost['reports']:,} | {cost['claims']:,} | {cost['record']:.1f} "
            f"| {cost['beside']:.1f} | {cost['page']:.1f} | {cost['MB']:,.0f} |"
        )
    for size in (int(part) for part in given.rows.split(",") if part):
        files[f"{size:,} (rows)"] = folder / f"rows{size}.html"
        files[f"{size:,} (rows)"].write_text(page_of(made_case(size)), encoding="utf-8")
    print()
    print("| incidents | file, MB | first use, s | whole, s | brush step, ms (median) | (p95) | elements |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    for name, target in files.items():
        print(_row(name, measure(browser, target, given.steps)))


def main() -> None:
    """Read the arguments, measure, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,5000")
    parser.add_argument("--rows", default="20000")
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--write", nargs=2, type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        print(json.dumps(written(*given.write)))
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = play.chromium.launch(executable_path=path, args=FLAGS)
        _tables(given.keep or Path(folder), given, browser)
        browser.close()


if __name__ == "__main__":
    main()
