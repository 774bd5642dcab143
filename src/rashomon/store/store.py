"""A case: one SQLite file that holds all that was received, read, decided and shown."""

import weakref
from pathlib import Path
from types import TracebackType
from typing import Self

from rashomon.errors import DamagedCase, NotACase
from rashomon.store import check, sql
from rashomon.store.connection import Access, Connection
from rashomon.store.migrations import migrate, version_of
from rashomon.store.view import View
from rashomon.store.writer import Writer
from rashomon.version import VERSION

PATIENCE = 5.0
QUICK_CHECK_UP_TO = 16 * 1024 * 1024
"""Files up to this many bytes are looked through at opening (280 MB/s, measured); larger ones by `check`."""


class Store:
    """An open case file. ``with Store("mali.db") as store:`` opens it, or makes it if there is none.

    One program writes at a time, any number read meanwhile. Use a store from one thread.
    """

    def __init__(self, path: str | Path, readonly: bool = False, patience: float = PATIENCE) -> None:
        """Open, and bring the file to this version's schema.

        ``patience`` is how many seconds to wait for another writer. Raises NotACase, NewerCase, DamagedCase, CaseFull,
        or CaseError (missing, read-only, locked).
        """
        self.path = Path(path).absolute()
        self._access: Access = "read" if readonly else "write"
        self._patience = patience
        self._views: weakref.WeakSet[Connection] = weakref.WeakSet()
        self._main = Connection(self.path, self._access, patience)
        try:
            self._settle()
        except BaseException:
            self._main.close()
            raise

    def _settle(self) -> None:
        found = version_of(self._main)
        self._main.accept()
        if self._access == "write":
            self._main.rows("PRAGMA journal_mode = WAL")
            migrate(self._main)
            if not self._main.rows(sql.META):
                with self.writing() as w:
                    w.set_meta("name", self.path.stem)
                    w.set_meta("created_by", VERSION)
        elif found == 0:
            raise NotACase(str(self.path), "it holds no case yet")
        if self.path.stat().st_size <= QUICK_CHECK_UP_TO:
            problems = check.quick(self._main)
            if problems:
                reason = (
                    f"a page is damaged or does not fit the others (SQLite says: {problems[0]}); run `rashomon doctor`"
                )
                raise DamagedCase(str(self.path), reason)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file, and of every view."""
        for connection in list(self._views):
            connection.close()
        self._main.close()

    def writing(self) -> Writer:
        """A transaction: ``with store.writing() as w: ...`` is written whole and durably, or not at all."""
        return Writer(self._main)

    def view(self) -> View:
        """A reader of what is committed; ``with store.view() as v:`` sees one moment throughout."""
        connection = Connection(self.path, "read", self._patience)
        connection.accept()
        self._views.add(connection)
        return View(connection)

    def check(self) -> list[str]:
        """Read the whole file and say everything that is wrong with it; an empty list is a sound case."""
        return check.thorough(self._main)
