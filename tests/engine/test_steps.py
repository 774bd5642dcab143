"""One report on which our own code fails is told of, and does not stop the others."""

import pytest

import rashomon
from rashomon.annotate import Annotator
from rashomon.engine.steps import Fault
from rashomon.interpret.interpreter import Interpreter

GOOD = "Gunmen of the Salt Front killed at least 12 villagers in the town of Dessan on Monday, the mayor said.\n"


@pytest.fixture
def failing(monkeypatch):
    """An interpreter that fails on whatever speaks of Arden."""
    real = Interpreter.__call__

    def call(self, batch):
        for document, _ in batch:
            if "Arden" in document.text:
                raise IndexError("list index out of range")
        return real(self, batch)

    monkeypatch.setattr(Interpreter, "__call__", call)
    return monkeypatch


def test_the_rest_goes_on_and_the_next_run_tries_again(failing, tmp_path):
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_text(GOOD.replace("Dessan", "Arden"))
    with rashomon.open(tmp_path / "case.db") as case:
        case.read([str(tmp_path / "good.txt"), str(tmp_path / "bad.txt")])
        case.update()
        record = case.record()
        bad = next(d.id for d in record.documents if "Arden" in d.text)
        assert case.faults == (Fault(bad, "interpret", "IndexError: list index out of range"),)
        assert {c.document for c in record.claims} == {d.id for d in record.documents} - {bad}
        failing.undo()
        assert case.update() is True
        assert case.faults == ()
        assert bad in {c.document for c in case.record().claims}


def test_errors_on_purpose_end_the_run(monkeypatch, tmp_path):
    def call(self, batch):
        raise rashomon.errors.ModelError("the model", "is damaged")

    monkeypatch.setattr(Interpreter, "__call__", call)
    (tmp_path / "good.txt").write_text(GOOD)
    with rashomon.open(tmp_path / "case.db") as case:
        case.read([str(tmp_path / "good.txt")])
        with pytest.raises(rashomon.errors.ModelError):
            case.update()


@pytest.fixture
def annotate(monkeypatch):
    """Put something before the annotator."""
    real = Annotator.__call__

    def before(act):
        def call(self, batch):
            act(batch)
            return real(self, batch)

        monkeypatch.setattr(Annotator, "__call__", call)

    return before


def claimed(case):
    return {c.document for c in case.record().claims}


def test_a_report_that_could_not_be_annotated_is_interpreted_when_it_is(annotate, tmp_path):
    def fail(batch):
        raise MemoryError("no room for a batch")

    (tmp_path / "good.txt").write_text(GOOD)
    with rashomon.open(tmp_path / "case.db") as case:
        case.read([str(tmp_path / "good.txt")])
        annotate(fail)
        case.update()
        assert [(f.stage, f.error) for f in case.faults] == [("annotate", "MemoryError: no room for a batch")]
        assert claimed(case) == set()
        annotate(len)
        case.update()
        assert len(claimed(case)) == 1


def test_a_report_that_another_program_received_meanwhile_is_not_interpreted_before_it_is_annotated(annotate, tmp_path):
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "late.txt").write_text(GOOD.replace("Dessan", "Arden"))

    def receive(batch):
        with rashomon.open(tmp_path / "case.db") as other:
            other.read([str(tmp_path / "late.txt")])

    with rashomon.open(tmp_path / "case.db") as case:
        case.read([str(tmp_path / "good.txt")])
        annotate(receive)
        case.update()
        assert len(claimed(case)) == 1
        annotate(len)
        case.update()
        assert len(claimed(case)) == 2
