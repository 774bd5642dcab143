"""One SQLite connection: how it is opened, how it is spoken to, and what its errors mean to a person."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

import apsw

from rashomon.errors import CaseError, CaseFull, DamagedCase, NotACase

OLDEST_SQLITE = (3, 51, 3)
"""Below it, a WAL reset can lose or corrupt committed pages (SQLite 3.7.0 to 3.51.2)."""
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16384",
    "PRAGMA journal_size_limit = 67108864",
)
Access = Literal["write", "read"]


class Connection:
    """A connection that binds values, gives back whole lists of rows, and raises only errors of our tree."""

    def __init__(self, path: Path, access: Access, patience: float) -> None:
        """Open ``path``; ``patience`` is how many seconds to wait for another program's lock. Creates when writing."""
        refuse_old_sqlite(apsw.sqlite_lib_version())
        self.path = path
        self.access = access
        refuse_other_things(path, access)
        with telling(path):
            self._inner = open_for_writing(path) if access == "write" else open_for_reading(path)
            self._inner.set_busy_timeout(round(patience * 1000))
            # A file that turns out not to be ours must be left as it is, its -wal included, until `accept`.
            self._inner.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
            self._inner.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)

    def accept(self) -> None:
        """The file is a case of ours, or a new one: from here on connections behave as a case's should."""
        self._inner.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
        for pragma in PRAGMAS:
            self.rows(pragma)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return all its rows."""
        with telling(self.path, self._inner):
            return list(self._inner.execute(sql, tuple(values)))

    def each(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Run one statement and yield its rows one by one, for what may not fit in memory."""
        with telling(self.path, self._inner):
            yield from self._inner.execute(sql, tuple(values))

    def value(self, sql: str, values: Sequence[object] = ()) -> Any:
        """The first column of the first row; None if there is no row."""
        found = self.rows(sql, values)
        return found[0][0] if found else None

    def many(self, sql: str, rows: Iterable[Sequence[object]]) -> list[tuple[Any, ...]]:
        """Run one statement for each row of values, and return all the rows that come back."""
        with telling(self.path, self._inner):
            return list(self._inner.executemany(sql, rows))

    def count(self, sql: str, rows: Iterable[Sequence[object]]) -> int:
        """Run one statement for each row of values, and count the rows that come back, for millions of them."""
        with telling(self.path, self._inner):
            return sum(1 for _ in self._inner.executemany(sql, rows))

    def script(self, sql: str) -> None:
        """Run the statements of a migration, in order, within the transaction that is open."""
        with telling(self.path, self._inner):
            for _ in self._inner.execute(sql):
                pass

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self._inner.in_transaction

    def rollback(self) -> None:
        """Undo the open transaction; SQLite may have done so already, after a full disk or an I/O error."""
        if self._inner.in_transaction:
            self.rows("ROLLBACK")

    def close(self) -> None:
        """Close; the last writer to leave folds the log into the file. Closing twice is harmless."""
        with telling(self.path, self._inner):
            self._inner.close()


def refuse_old_sqlite(version: str) -> None:
    """CaseError if SQLite of this version ('3.46.1') may corrupt a case."""
    if tuple(int(part) for part in version.split(".")) < OLDEST_SQLITE:
        needed = ".".join(str(part) for part in OLDEST_SQLITE)
        raise CaseError(f"SQLite {version}", f"it can corrupt a file in WAL mode; {needed} or later is needed")


def refuse_other_things(path: Path, access: Access) -> None:
    """CaseError or NotACase if there is no regular file at ``path``, or if none could be made there.

    Only asks for the file's status: opening and closing it here would drop the locks that this process holds on it.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        if access == "read":
            raise CaseError(str(path), "there is no such file") from None
        if not path.parent.is_dir():
            raise CaseError(str(path), "the folder that it should be in does not exist") from None
        return
    except (OSError, ValueError) as error:
        raise CaseError(str(path), f"the file can't be reached ({error})") from error
    if not stat.S_ISREG(status.st_mode):
        raise NotACase(str(path), "it is not a regular file")
    if status.st_size == 1:
        # SQLite takes a file of one byte for an empty one, and would write over it.
        raise NotACase(str(path), "it is not a SQLite file")


def open_for_writing(path: Path) -> apsw.Connection:
    """A connection that may write; a new file's name is made durable in its folder at once."""
    new = not path.exists()
    inner = apsw.Connection(str(path))
    if inner.readonly("main"):
        inner.close()
        raise CaseError(str(path), "the file is read-only, so nothing can be written to it")
    if new:
        sync(path.parent)
    return inner


def sync(path: Path) -> None:
    """Have the system write a file, or a folder's list of names, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def open_for_reading(path: Path) -> apsw.Connection:
    """A connection that can't write; works on read-only media too, where SQLite can't make its -shm file."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    name = "file:" + quote(str(path))
    inner = apsw.Connection(name + "?mode=ro", flags=flags)
    try:
        inner.execute("PRAGMA schema_version").fetchall()
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        inner.close()
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            reason = f"its last changes are in {log.name}, which can't be read here; copy both to a folder you own"
            raise CaseError(str(path), reason) from None
        return apsw.Connection(name + "?immutable=1", flags=flags)
    except apsw.Error:
        inner.close()
        raise
    return inner


def no_room(inner: apsw.Connection | None) -> bool:
    """Whether the system's last word to this connection was that a disk, quota or size limit is reached."""
    try:
        return inner is not None and inner.system_errno in FULL
    except apsw.ConnectionClosedError:
        return False


@contextmanager
def telling(path: Path, inner: apsw.Connection | None = None) -> Iterator[None]:
    """Turn what SQLite or the system raises into an error of our tree about ``path``."""
    try:
        yield
    except apsw.NotADBError as error:
        raise NotACase(str(path), "it is not a SQLite file") from error
    except (apsw.CorruptError, UnicodeDecodeError) as error:
        raise DamagedCase(str(path), f"the file is damaged (SQLite says: {error}); run `rashomon doctor`") from error
    except apsw.FullError as error:
        raise CaseFull(str(path), "the disk is full; nothing was half-written") from error
    except (apsw.BusyError, apsw.LockedError) as error:
        raise CaseError(str(path), "another program is writing to it; try again when it is done") from error
    except (apsw.ReadOnlyError, apsw.PermissionsError) as error:
        raise CaseError(str(path), "the file is read-only, so nothing can be written to it") from error
    except apsw.CantOpenError as error:
        raise CaseError(str(path), "it can't be opened; check the rights on it and its folder") from error
    except apsw.IOError as error:
        if no_room(inner):
            raise CaseFull(str(path), "the disk or quota is full; nothing was half-written") from error
        raise CaseError(str(path), f"reading or writing failed ({error})") from error
    except apsw.ConstraintError as error:
        raise CaseError(str(path), f"the rows don't fit together ({error})") from error
    except apsw.Error as error:
        raise CaseError(str(path), f"SQLite says: {error}") from error
    except UnicodeEncodeError as error:
        raise CaseError(str(path), f"a value holds a lone surrogate at character {error.start}") from error
    except OSError as error:
        if error.errno in FULL:
            raise CaseFull(str(path), "the disk or quota is full; nothing was half-written") from error
        raise CaseError(str(path), f"reading or writing failed ({error})") from error
