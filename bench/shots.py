"""Pictures of a dossier for the README and for looking at: PNGs by width and theme, and the print as PDF and PNGs.

    python bench/shots.py DOSSIER.html OUT_FOLDER [--at ANCHOR] [--height PIXELS] [--widths 1440,1000,390]

Needs Playwright for Python and a Chromium (``chromium`` on the PATH, or the one named by ``CHROMIUM``).
"""

import argparse
import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
         "--disable-component-update", "--disable-sync", "--hide-scrollbars"]  # fmt: skip


def shoot(browser: Browser, page_file: Path, out: Path, given: argparse.Namespace) -> None:
    """Write one PNG for each width and theme; the whole page, or ``given.height`` pixels from ``given.at`` on."""
    for width in (int(part) for part in given.widths.split(",")):
        for theme in ("light", "dark"):
            page = browser.new_page(viewport={"width": width, "height": given.height or 900}, color_scheme=theme)
            page.goto(page_file.resolve().as_uri() + (f"#{given.at}" if given.at else ""))
            target = out / f"{page_file.stem}-{width}-{theme}.png"
            page.screenshot(path=target, full_page=not given.height)
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
    parser.add_argument("--at", default="")
    parser.add_argument("--height", type=int, default=0)
    parser.add_argument("--widths", default="1440,1000,390")
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
