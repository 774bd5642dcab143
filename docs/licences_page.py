"""The page on licences: what is installed with Rashomon and built into its pages, and under which terms.

``python docs/licences_page.py > docs/licences.md`` (`make licences`) writes it from the lock and from what the
installed packages say of themselves.
"""

import re
import sys
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
LINE = re.compile(r"^([a-z0-9.-]+)==(\S+)(?: ; (.*?))? \\$", re.MULTILINE)
PERMISSIVE = re.compile(
    r"^(MIT(-\w+)?|BSD(-[23]-Clause)?|0BSD|Apache-2\.0|ISC|PSF-2\.0|CNRI-Python|Zlib|CC0-1\.0|Unlicense)$"
)
WEAK = re.compile(r"^MPL-[12]\.\d$")  # the licence of a file holds for that file, and asks nothing of its users
NAMES = {
    "ISC License (ISCL)": "ISC", "BSD License": "BSD", "MIT License": "MIT", "Apache Software License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0", "The BSD 2-Clause License": "BSD-2-Clause", "3-Clause BSD License": "BSD-3-Clause",
}  # fmt: skip
# Where a package leaves the choice, or says it in no terms that a program reads: what is taken, and why.
TAKEN = {
    "apsw": ("MIT", "its author gives it under any licence that the Open Source Initiative approves of"),
    "pypdfium2": ("BSD-3-Clause", "Apache-2.0 too, and BSD, MIT and like terms for the parts of PDFium in it"),
    "tld": ("MPL-1.1", "the choice of three: MPL-1.1, GPL-2.0, LGPL-2.1 or later"),
    "colorama": ("BSD-3-Clause", "on Windows only"),
}
HEAD = """<!-- Made by `make licences`; do not edit. -->
# Licences

Rashomon is Apache-2.0 (LICENSE, NOTICE). It installs the packages below, each unchanged and from its own makers; none
of them is in its wheel. All terms are permissive but for those in the second table: under the Mozilla Public License a
file that is changed has to be given on under it, and nothing is asked of programs that use it. No package of the core
is under the GPL, LGPL or AGPL; a test keeps it so.

What is in the wheel besides the program (the model's first weights, place names, the page's Preact, the map's lines) is
in NOTICE. Sizes, hashes and every platform's files are in requirements/run.txt.
"""


class Package(NamedTuple):
    """A locked package: its versions (one may be for older Pythons), and the terms that it is taken under."""

    name: str
    versions: tuple[str, ...]
    terms: str
    note: str


def locked(path: Path = ROOT / "requirements/run.txt") -> dict[str, tuple[str, ...]]:
    """The versions of each package that is locked for a system that Rashomon runs on."""
    found: dict[str, tuple[str, ...]] = {}
    for name, version, marker in LINE.findall(path.read_text(encoding="utf-8")):
        if not re.search(r"(?<!!)== 'emscripten'", marker):
            found[name] = (*found.get(name, ()), version)
    return found


def declared(name: str) -> str:
    """The terms that an installed package states; "" if it states none."""
    told = metadata.metadata(name)
    classes = [line.split(" :: ")[-1] for line in told.get_all("Classifier") or [] if line.startswith("License")]
    said = told.get("License-Expression") or told.get("License") or " AND ".join(classes)
    return NAMES.get(said, said)


def acceptable(terms: str) -> str:
    """ "permissive", "weak", or "" for terms as SPDX writes them; of a choice the best, of parts the worst."""
    levels = []
    for choice in terms.split(" OR "):
        parts = [part.strip("() ") for part in choice.split(" AND ")]
        weak = [part for part in parts if not PERMISSIVE.match(part)]
        levels.append("permissive" if not weak else "weak" if all(map(WEAK.match, weak)) else "")
    return max(levels, key=("", "weak", "permissive").index)


def packages() -> list[Package]:
    """What is locked, with its terms."""
    return [
        Package(name, versions, *(TAKEN[name] if name in TAKEN else (declared(name), "")))
        for name, versions in sorted(locked().items())
    ]


def table(rows: list[Package]) -> list[str]:
    """Packages as a table."""
    lines = [f"| {p.name} | {', '.join(p.versions)} | {p.terms} | {p.note} |" for p in rows]
    return ["| package | version | terms | |", "|---|---|---|---|", *lines, ""]


def page() -> str:
    """The whole page."""
    found = packages()
    weak = [package for package in found if acceptable(package.terms) != "permissive"]
    rest = [package for package in found if package not in weak]
    return "\n".join([HEAD, "## Permissive\n", *table(rest), "## Mozilla Public License\n", *table(weak)])


if __name__ == "__main__":
    sys.stdout.write(page())
