"""Whether the installation is whole: model, SQLite, and every file of the packages that it is made of."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from re import match

import apsw

from rashomon.annotate.model import load
from rashomon.errors import RashomonError
from rashomon.store.connection import refuse_old_sqlite


def installation() -> Iterator[tuple[str, str, str]]:
    """What was looked at, what was found, and what is wrong with it ("" if nothing)."""
    try:
        model = load()
        yield "model", f"{model.manifest.name}, digest {model.digest[:12]}, every file as the manifest names it", ""
    except RashomonError as error:
        yield "model", "", str(error)
    try:
        refuse_old_sqlite(apsw.sqlite_lib_version())
        yield "SQLite", apsw.sqlite_lib_version(), ""
    except RashomonError as error:
        yield "SQLite", "", str(error)
    looked, wrong = 0, []
    for package in packages():
        looked += 1
        wrong += changed(package)
    problem = f"not as they were installed, reinstall: {', '.join(sorted(wrong)[:10])}" if wrong else ""
    yield "files", f"{looked} packages, each file as it was installed", problem


def packages(name: str = "rashomon") -> list[Distribution]:
    """The program as it is installed (nothing where it isn't), and what it asks for by name."""
    try:
        first = distribution(name)
    except PackageNotFoundError:
        return []
    found = [first]
    for asked in first.requires or ():
        if "extra ==" not in asked and (words := match(r"[\w.-]+", asked)):
            try:
                found.append(distribution(words[0]))
            except PackageNotFoundError:
                continue  # for another system
    return found


def changed(package: Distribution) -> list[str]:
    """The files of an installed package that are missing, or not those whose SHA-256 its installer wrote down."""
    wrong = []
    for file in package.files or ():
        if file.hash is None or file.hash.mode != "sha256":
            continue
        try:
            digest = hashlib.sha256(package.locate_file(file).read_bytes()).digest()  # type: ignore[attr-defined]
        except OSError:
            wrong.append(str(file))
            continue
        if urlsafe_b64encode(digest).decode().rstrip("=") != file.hash.value:
            wrong.append(str(file))
    return wrong
