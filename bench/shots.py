"""Pictures of a dossier for the README and for looking at: PNGs by view, width and theme, and its print.

    python bench/shots.py DOSSIER.html OUT_FOLDER [--views explore,incident] [--widths 1440] [--themes dark] [--print]

A view is what stands behind ``#/`` in the address; ``incident`` alone is the one that most reports tell. Needs
Playwright for Python and a Chromium (``chromium`` on the PATH, or the one named by ``CHROMIUM``).
"""

import argparse
import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SETTLED = 400  # ms after which a view stands still
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
         "--disable-component-update", "--disable-sync", "--hide-scrollbars"]  # fmt: skip


# The address of the incident that most reports tell.
MOST_TOLD = """() => { const all = JSON.parse(document.getElementById('case').textContent).incidents;
  all.sort((a, b) => (b.docs || []).length - (a.docs || []).length); return '#/incident/' + all[0].id; }"""


def shoot(browser: Browser, page_file: Path, out: Path, given: argparse.Namespace) -> None:
    """Write one PNG for each view, width and theme, as high as the window."""
    for view in given.views.split(","):
        for width in (int(part) for part in given.widths.split(",")):
            for theme in given.themes.split(","):
                page = browser.new_page(viewport={"width": width, "height": given.height}, color_scheme=theme)
                page.goto(page_file.resolve().as_uri())
                at = page.evaluate(MOST_TOLD) if view == "incident" else f"#/{view}"
                page.evaluate("at => { location.hash = at; }", at)
                page.wait_for_timeout(SETTLED)
                target = out / f"{view.replace('/', '-')}-{width}-{theme}.png"
                page.screenshot(path=target)
                print(target)
                page.close()


def printed(browser: Browser, page_file: Path, out: Path) -> None:
    """Write the print as a PDF, and its pages as PNGs where pypdfium2 is installed."""
    page = browser.new_page()
    page.goto(page_file.resolve().as_uri())
    target = out / f"{page_file.stem}.pdf"
    page.pdf(path=target, format="A4")
    import pypdfium2

    document = pypdfium2.PdfDocument(target)
    for number in range(len(document)):
        document[number].render(scale=1.2).to_pil().save(out / f"{page_file.stem}-page-{number + 1}.png")
    print(target, len(document), "pages")


def main() -> None:
    """Read the arguments and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--views", default="explore,disagreements,incident,network,causes,outlets,reports,methods")
    parser.add_argument("--height", type=int, default=900)
    parser.add_argument("--widths", default="1440,1000,390")
    parser.add_argument("--themes", default="light,dark")
    parser.add_argument("--print", dest="paper", action="store_true")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        shoot(browser, given.dossier, given.out, given)
        if given.paper:
            printed(browser, given.dossier, given.out)
        browser.close()


if __name__ == "__main__":
    main()
