"""Whether the installation is whole: model, SQLite, gazetteer."""

from collections.abc import Iterator

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
