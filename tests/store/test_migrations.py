"""A case grows in ordered steps, in one transaction, with a copy kept."""

import os
import subprocess
import sys
import textwrap

import pytest

from rashomon.errors import CaseError, NotACase
from rashomon.store import Store, examine
from rashomon.store.connection import Connection
from rashomon.store.migrations import APPLICATION_ID, STEPS, migrate, version_of


def add_note(connection):
    connection.script(
        "CREATE TABLE note (words TEXT); INSERT INTO note VALUES ('one'); INSERT INTO note VALUES ('two')"
    )


def add_more(connection):
    connection.script("ALTER TABLE note ADD COLUMN more TEXT")


def break_off(connection):
    add_note(connection)
    raise RuntimeError


NEWER = (*STEPS, add_note, add_more)


@pytest.fixture
def opened(path, fill):
    with Store(path) as store:
        fill(store)
    connection = Connection(path, "write", 1.0)
    connection.accept()
    yield connection
    connection.close()


def test_a_case_is_brought_to_the_newest_version_and_copied_first(opened, path, everything):
    with Store(path, readonly=True) as store:
        before = everything(store.view())
    assert migrate(opened, NEWER) == len(STEPS)
    assert migrate(opened, NEWER) == len(NEWER)
    assert opened.rows("SELECT words, more FROM note") == [("one", None), ("two", None)]
    assert opened.value("PRAGMA user_version") == len(NEWER)
    assert opened.value("PRAGMA application_id") == APPLICATION_ID
    copy = path.with_name(f"case.db.v{len(STEPS)}.bak")
    with Store(copy) as store:
        assert everything(store.view()) == before
    assert not copy.with_name(copy.name + ".part").exists()


def test_a_step_that_fails_leaves_the_old_case(opened, path):
    with pytest.raises(RuntimeError):
        migrate(opened, (*STEPS, break_off))
    assert version_of(opened) == len(STEPS)
    with pytest.raises(CaseError, match="no such table"):
        opened.rows("SELECT * FROM note")
    opened.close()
    assert examine(path) == []


def test_a_new_case_gets_no_copy(path):
    Store(path).close()
    assert [file.name for file in path.parent.iterdir()] == ["case.db"]


def test_another_program_may_have_migrated_meanwhile(opened, path):
    ran = []

    def once(connection):
        ran.append(connection)

    def migrate_from_elsewhere():
        other = Connection(path, "write", 1.0)
        other.accept()
        migrate(other, (*STEPS, once))
        other.close()

    class Late:
        """Lets the other go first: its first sight of the file is old."""

        def __getattr__(self, name):
            return getattr(opened, name)

        def rows(self, sql, values=()):
            if sql == "BEGIN IMMEDIATE":
                migrate_from_elsewhere()
            return opened.rows(sql, values)

    migrate(Late(), (*STEPS, once))
    assert len(ran) == 1


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from rashomon.store import Store
    from rashomon.store.connection import Connection
    from rashomon.store.migrations import STEPS, migrate

    left = int(sys.argv[2])

    class Dying:
        def __init__(self, inner): self.inner = inner
        def __getattr__(self, name): return getattr(self.inner, name)
        def count(self):
            global left
            left -= 1
            if left == 0: os.kill(os.getpid(), signal.SIGKILL)
        def rows(self, sql, values=()):
            self.count(); return self.inner.rows(sql, values)
        def script(self, sql):
            for part in sql.split(";\\n\\n"):
                self.count(); self.inner.script(part)

    def more(connection): connection.script("CREATE TABLE note (words TEXT);\\n\\nINSERT INTO note VALUES ('one')")

    connection = Connection(Path(sys.argv[1]), "write", 1.0)
    connection.accept()
    migrate(Dying(connection), (*STEPS, more))
"""


@pytest.mark.parametrize("new", [True, False])
def test_killed_inside_a_migration_the_case_is_old_or_new(path, new, fill):
    seen = set()
    for moment in (3, 9, 25) if new else (3, 5, 6):
        for file in path.parent.iterdir():
            file.unlink()
        if not new:
            with Store(path) as store:
                fill(store)
        done = subprocess.run([sys.executable, "-c", textwrap.dedent(KILLED), str(path), str(moment)], check=False)
        assert done.returncode == -9
        connection = Connection(path, "write", 1.0)
        connection.accept()
        version = version_of(connection)
        tables = {row[0] for row in connection.rows("SELECT name FROM sqlite_schema")}
        assert ("note" in tables) == (version == len(STEPS) + 1)
        assert bool(tables) == (version > 0)
        seen.add(version)
        migrate(connection)
        assert connection.rows("PRAGMA integrity_check") == [("ok",)]
        connection.close()
    assert seen == {0} if new else {len(STEPS)}


def test_a_file_with_a_version_but_no_number_is_not_ours(path):
    connection = Connection(path, "write", 1.0)
    connection.rows("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(NotACase):
        Store(path)


def test_the_folder_is_synced_when_a_case_is_made(path, monkeypatch):
    synced = []
    real = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda handle: (synced.append(os.readlink(f"/proc/self/fd/{handle}")), real(handle))
    )
    Store(path).close()
    Store(path).close()
    assert synced == [str(path.parent)]
