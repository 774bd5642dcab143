"""Takes the pictures of a dossier that the docs show: wide, dark, and on a phone.

``python docs/shots.py DOSSIER.html FOLDER``. Uses the Chromium on PATH (or the one named by ``CHROMIUM``), else the one
that ``playwright install chromium`` fetched. Fails if the page asks the network for anything or logs an error.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SHOTS = {
    "dossier": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "dossier-dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "dossier-phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light", "device_scale_factor": 2},
}


def shoot(browser: Browser, page_url: str, target: Path, settings: dict[str, object]) -> list[str]:
    """Take one picture; what went wrong on the page, in words."""
    context = browser.new_context(offline=True, **settings)  # type: ignore[arg-type]
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("console", lambda said: wrong.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else wrong.append(asked.url))
    page.goto(page_url)
    page.screenshot(path=target)
    context.close()
    return wrong


def main(dossier: Path, folder: Path) -> int:
    """Take all pictures of ``dossier`` into ``folder``; the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    arguments = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    wrong: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        for name, settings in SHOTS.items():
            target = folder / f"{name}.png"
            wrong += [f"{name}: {line}" for line in shoot(browser, dossier.resolve().as_uri(), target, settings)]
            print(target)
        browser.close()
    print("\n".join(wrong), file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
