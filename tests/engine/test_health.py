"""What `rashomon doctor` says of a case: what is wrong, what was left undone, and what to do."""

import shutil

import pytest

import rashomon
from rashomon.engine import health as room
from rashomon.engine.health import health
from rashomon.engine.ingest import BEGUN
from rashomon.errors import NotACase
from rashomon.records import Receipt
from rashomon.store import Store


@pytest.fixture
def path(sample_case, tmp_path):
    return shutil.copy(sample_case, tmp_path / "case.db")


def write(path, act):
    with Store(path) as store, store.writing() as w:
        act(w)


def test_a_case_read_to_the_end_has_nothing_undone(path):
    found = health(path)
    assert (found.problems, found.undone) == ((), ())
    assert found.received["received"] == found.received["stored"] > 0


def test_an_input_on_which_the_program_ended_is_named(path):
    write(path, lambda w: w.receive(Receipt(source="x.pdf", digest="ab", outcome="quarantined", reason=BEGUN), "now"))
    assert health(path).undone == ("a run was ended while it was reading x.pdf; read that again",)


def test_reports_not_yet_in_the_record_are_counted(tmp_path):
    (tmp_path / "a.txt").write_text("Gunmen killed 12 villagers in Dessan on Monday, the mayor said.\n")
    with rashomon.open(tmp_path / "case.db") as case:
        case.read([str(tmp_path / "a.txt")])
    (said,) = health(tmp_path / "case.db").undone
    assert said.startswith("1 report is received but not yet in the record")


def test_views_that_are_gone_are_noted(path):
    write(path, lambda w: w.drop_views())
    (said,) = health(path).undone
    assert said.startswith("incidents and findings are not up to date")


def test_a_copy_that_was_not_finished_is_noted(path):
    path.with_name("case.db.v1.bak.part").write_bytes(b"half")
    assert health(path).undone == ("case.db.v1.bak.part is a copy that was not finished; it can be deleted",)


def test_damage_is_told_without_the_advice_to_look_for_it(path):
    content = bytearray(path.read_bytes())
    content[40 * 4096 : 41 * 4096] = bytes(4096)
    path.write_bytes(content)
    problems = health(path).problems
    assert problems
    assert not any("rashomon doctor" in problem for problem in problems)


def test_a_search_index_that_lost_its_words_is_found(path):
    with Store(path) as store:
        store._main.rows("INSERT INTO claim_words (claim_words) VALUES ('delete-all')")
    (said,) = health(path).problems
    assert "search index" in said


def test_nothing_is_written(path):
    before = path.read_bytes()
    health(path)
    assert path.read_bytes() == before


def test_what_is_no_case_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("not a case " * 600)
    with pytest.raises(NotACase):
        health(tmp_path / "a.txt")


def test_many_inputs_are_counted(path):
    def receive(w):
        for n in range(room.NAMED + 2):
            w.receive(Receipt(source=f"{n}.pdf", digest=str(n), outcome="quarantined", reason=BEGUN), "now")

    write(path, receive)
    assert "4.pdf and 2 more; read that again" in health(path).undone[0]
