"""Opening, making, refusing and sharing case files."""

import os
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import apsw
import pytest

from rashomon.errors import CaseError, DamagedCase, NewerCase, NotACase
from rashomon.store import Store, examine
from rashomon.store.migrations import APPLICATION_ID
from rashomon.version import VERSION


def pragma(path: Path, name: str) -> object:
    connection = apsw.Connection(str(path))
    try:
        return connection.execute("PRAGMA " + name).fetchall()[0][0]
    finally:
        connection.close()


def test_a_new_case_is_a_wal_file_with_our_number(path):
    with Store(path) as store:
        assert store.view().meta() == {"name": "case", "created_by": VERSION}
        assert store.check() == []
    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "journal_mode") == "wal"
    assert examine(path) == []


def test_every_commit_is_synced_and_references_are_enforced(store):
    assert store._main.value("PRAGMA synchronous") == 2
    assert store._main.value("PRAGMA foreign_keys") == 1


def test_opening_again_changes_no_byte(path, fill, everything):
    with Store(path) as store:
        fill(store)
    before = path.read_bytes()
    with Store(path) as store:
        everything(store.view())
        store.check()
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_case(path):
    path.touch()
    with Store(path) as store:
        assert store.view().counts()["documents"] == 0


@pytest.mark.parametrize(
    "content",
    [
        b"x",
        b"\0",
        b"\0" * 8192,
        b"The army shelled the market.\n" * 300,
        b"PK\x03\x04" + b"\0" * 5000,
        b"SQLite format 3",
    ],
)
@pytest.mark.parametrize("readonly", [False, True])
def test_other_files_are_refused_and_left_alone(path, content, readonly):
    path.write_bytes(content)
    with pytest.raises(NotACase):
        Store(path, readonly=readonly)
    assert path.read_bytes() == content
    assert examine(path) != []


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_database_of_another_program_is_refused_and_left_alone(path, mode):
    other = apsw.Connection(str(path))
    other.execute(f"PRAGMA journal_mode = {mode}").fetchall()
    other.execute("CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine')")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotACase, match="another program"):
        Store(path)
    assert path.read_bytes() == before
    assert "another program" in examine(path)[0]


def test_a_database_with_another_number_is_refused(path):
    other = apsw.Connection(str(path))
    other.execute("PRAGMA application_id = 252006673")
    other.close()
    with pytest.raises(NotACase):
        Store(path)


@pytest.mark.parametrize("readonly", [False, True])
def test_a_newer_case_is_refused_and_left_alone(path, readonly):
    Store(path).close()
    newer = apsw.Connection(str(path))
    newer.execute("PRAGMA user_version = 7000")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(NewerCase, match="7000"):
        Store(path, readonly=readonly)
    assert path.read_bytes() == before


def test_what_is_no_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in (".", "pipe"):
        with pytest.raises(NotACase):
            Store(tmp_path / name)
    for name in ("missing/case.db", "a\0b.db", "n" * 300):
        with pytest.raises(CaseError):
            Store(tmp_path / name)


def test_a_missing_case_is_not_made_for_reading(path):
    with pytest.raises(CaseError, match="no such file"):
        Store(path, readonly=True)
    path.touch()
    with pytest.raises(NotACase):
        Store(path, readonly=True)
    assert path.read_bytes() == b""


@pytest.mark.parametrize("name", ["ein fall.db", "50%?#&.db", ":memory:", "fälle/ثلاثة.db", 'it\'s "one".db'])
def test_any_file_name_will_do(tmp_path, name, fill, everything):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    with Store(path) as store:
        fill(store)
        written = everything(store.view())
    assert path.is_file()
    with Store(path, readonly=True) as store:
        assert everything(store.view()) == written


def test_a_reader_does_not_write(path, fill, report):
    with Store(path) as store:
        fill(store)
    with (
        Store(path, readonly=True) as store,
        pytest.raises(CaseError, match="read-only"),
        store.writing() as w,
    ):
        w.add_documents([report()[0]])


AS_NOBODY = """
    import os, sys
    from rashomon.errors import CaseError
    from rashomon.store import Store
    if os.geteuid() == 0:
        os.setgroups([]); os.setgid(65534); os.setuid(65534)
    for name in sys.argv[1:]:
        for readonly in (False, True):
            try:
                with Store(name, readonly=readonly) as store:
                    print(store.view().counts()["claims"], store.check())
            except CaseError as error:
                print(error.reason)
"""


def run_as_nobody(folder: Path, *names: str) -> list[str]:
    """What a program without rights on ``folder`` says of its cases; root may write anywhere, so it steps down."""
    own = [above for above in folder.parents if above.stat().st_uid == os.geteuid() and above != Path("/")]
    modes = {above: above.stat().st_mode for above in (folder, *own)}
    command = [sys.executable, "-c", textwrap.dedent(AS_NOBODY), *(str(folder / name) for name in names)]
    try:
        for above in own:
            above.chmod(modes[above] | 0o555)
        folder.chmod(0o555)
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    finally:
        for above, mode in modes.items():
            above.chmod(mode)


def test_a_read_only_file_in_a_read_only_folder(path, fill):
    with Store(path) as store:
        fill(store)
        count = store.view().counts()["claims"]
        copy = path.with_name("copy.db")
        copy.write_bytes(path.read_bytes())
        copy.with_name("copy.db-wal").write_bytes(path.with_name("case.db-wal").read_bytes())
    for file in path.parent.iterdir():
        file.chmod(0o444)
    said = run_as_nobody(path.parent, "case.db", "copy.db")
    assert said[0] == said[2] == "the file is read-only, so nothing can be written to it"
    assert said[1] == f"{count} []"
    assert "copy both" in said[3]


def test_two_writers_wait_and_then_one_is_told(path, report):
    with Store(path) as first, Store(path, patience=0.05) as second, first.writing() as w:
        w.add_documents([report()[0]])
        with pytest.raises(CaseError, match="another program is writing"), second.writing():
            pass


def test_the_second_writer_goes_on_when_the_first_is_done(path, report):
    started = threading.Event()

    def write_slowly() -> None:
        with Store(path) as slow, slow.writing() as w:
            w.add_documents([report(1)[0]])
            started.set()
            threading.Event().wait(0.1)

    Store(path).close()
    thread = threading.Thread(target=write_slowly)
    thread.start()
    started.wait(5)
    with Store(path, patience=5.0) as second, second.writing() as w:
        w.add_documents([report(2)[0]])
    thread.join()
    with Store(path) as store:
        assert store.view().counts()["documents"] == 2


def test_readers_go_on_while_one_writes(path, report):
    with Store(path) as store, Store(path, readonly=True) as reader:
        with store.writing() as w:
            w.add_documents([report()[0]])
            assert reader.view().documents() == []
            assert store.view().documents() == []
        assert len(reader.view().documents()) == 1


def test_a_view_in_a_with_sees_one_moment(store, report):
    with store.view() as v:
        assert v.documents() == []
        with store.writing() as w:
            w.add_documents([report()[0]])
        assert v.documents() == []
    assert len(store.view().documents()) == 1


def test_closing_twice_and_views_after_closing(path):
    store = Store(path)
    view = store.view()
    store.close()
    store.close()
    with pytest.raises(CaseError):
        view.documents()


def test_a_truncated_log_loses_its_tail_and_nothing_else(path, report):
    store = Store(path)
    for number in range(20):
        with store.writing() as w:
            w.add_documents([report(number)[0]])
    copy = path.with_name("copy.db")
    log = path.with_name("case.db-wal").read_bytes()
    body = path.read_bytes()
    store.close()
    counts = []
    for part in range(0, len(log) + 1, len(log) // 12):
        copy.write_bytes(body)
        copy.with_name("copy.db-wal").write_bytes(log[:part])
        copy.with_name("copy.db-shm").unlink(missing_ok=True)
        try:
            with Store(copy) as opened:
                assert opened.check() == []
                counts.append(opened.view().counts()["documents"])
        except NotACase:
            assert not counts
    assert counts == sorted(counts)
    assert counts[-1] >= 18


def test_a_file_cut_short_is_damaged(path, fill):
    with Store(path) as store:
        fill(store)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DamagedCase, match="doctor"):
        Store(path)
    assert examine(path) != []


def test_sqlite_that_corrupts_files_is_refused(path, monkeypatch):
    monkeypatch.setattr(apsw, "sqlite_lib_version", lambda: "3.51.2")
    with pytest.raises(CaseError, match=r"3\.51\.3"):
        Store(path)
    assert not path.exists()
