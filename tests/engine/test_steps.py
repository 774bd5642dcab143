"""One report on which our own code fails is told of, and does not stop the others."""

from threading import Event

import pytest

import rashomon
from rashomon.annotate import Annotator
from rashomon.engine import stages, steps
from rashomon.engine.steps import Fault
from rashomon.interpret.interpreter import Interpreter
from rashomon.resolve import Resolver
from rashomon.store import Store

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
        def call(self, batch, heard):
            act(batch)
            return real(self, batch, heard)

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


@pytest.fixture
def two(monkeypatch, tmp_path):
    """A case with two reports, which come in batches of one: the shorter one, of Dessan, is the first."""
    monkeypatch.setattr(steps, "BATCH", 1)
    (tmp_path / "one.txt").write_text(GOOD)
    (tmp_path / "two.txt").write_text(GOOD.replace("Dessan", "Arden-on-the-Sea"))
    with rashomon.open(tmp_path / "case.db") as case:
        case.read([str(tmp_path / "one.txt"), str(tmp_path / "two.txt")])
        yield case


def test_the_next_batch_is_annotated_while_one_is_interpreted(annotate, monkeypatch, two):
    begun, real, waited = Event(), Interpreter.__call__, []
    annotate(lambda batch: begun.set() if "Arden" in batch[0].text else None)

    def call(self, batch):
        waited.append(begun.wait(10))
        return real(self, batch)

    monkeypatch.setattr(Interpreter, "__call__", call)
    two.update()
    assert waited == [True, True]
    assert len(claimed(two)) == 2


def test_every_stage_tells_how_far_it_is(two):
    told = []
    two.update(lambda *said: told.append(said[:3]))
    assert told == [
        *((stage, 1, 2) for stage in ("annotate", "interpret", "resolve")),
        *((stage, 2, 2) for stage in ("annotate", "interpret", "resolve")),
        ("link", 0, 1),
        ("link", 1, 1),
    ]


def test_a_report_that_one_stage_fails_on_is_taken_up_by_the_next_run_at_that_stage(annotate, failing, two):
    annotated, resolved, real = [], [], Resolver.__call__
    annotate(lambda batch: annotated.extend(batch))
    failing.setattr(Resolver, "__call__", lambda self, batch: resolved.extend(batch) or real(self, batch))
    two.update()
    assert [fault.stage for fault in two.faults] == ["interpret"]
    assert (len(annotated), ["Dessan" in item.document.text for item in resolved]) == (2, [True])
    failing.undo()
    annotate(lambda batch: annotated.extend(batch))
    two.update()
    assert (two.faults, len(claimed(two)), len(annotated)) == ((), 2, 2)


def test_a_run_that_ends_in_the_middle_keeps_the_batches_that_are_done(monkeypatch, tmp_path, two):
    real = Resolver.__call__

    def call(self, batch):
        if "Arden" in batch[0].document.text:
            raise rashomon.errors.ModelError("the register", "is damaged")
        return real(self, batch)

    monkeypatch.setattr(Resolver, "__call__", call)
    with pytest.raises(rashomon.errors.ModelError):
        two.update()
    with Store(tmp_path / "case.db", readonly=True) as store, store.view() as view:
        names = {d.id: "Arden" in d.text for d in view.documents()}
        kept = [{names[row.document] for row in rows} for rows in (view.graphs(), view.claims())]
    assert kept == [{False}, {False}]  # the other batch not even in part
    monkeypatch.setattr(Resolver, "__call__", real)
    two.update()
    assert len(claimed(two)) == 2


def long_report(folder, passages):
    """A report of so many passages, no two alike."""
    lines = (f"{GOOD.replace('12', str(n + 13))}" * 4 for n in range(passages))
    (folder / "long.txt").write_text("\n\n".join(lines))
    return str(folder / "long.txt")


def test_of_a_long_report_it_is_told_how_much_is_read(monkeypatch, tmp_path):
    monkeypatch.setattr(stages, "LONG", 12)
    told = []
    with rashomon.open(tmp_path / "case.db") as case:
        case.read([long_report(tmp_path, 20)])
        case.update(lambda stage, done, total, note: told.append((stage, done, total)))
    passages = [(done, total) for stage, done, total in told if stage == "passages"]
    assert len(passages) > 2
    assert passages == sorted(passages)
    assert passages[-1] == (20, 20)


def test_a_long_report_is_let_go_of_when_the_run_is_ended(monkeypatch, tmp_path):
    """Of two batches the second, a long report, is read when the person ends the program during the first."""
    read, begun = [], Event()
    real = Annotator._read

    def one(self, loaded, group):
        begun.set()
        read.append(group)
        return real(self, loaded, group)

    def ended(self, batch):
        begun.clear()
        assert begun.wait(60)  # the long report's turn
        raise KeyboardInterrupt

    monkeypatch.setattr(Annotator, "_read", one)
    monkeypatch.setattr(Interpreter, "__call__", ended)
    (tmp_path / "first.txt").write_text(GOOD * 300)  # a batch of its own
    with rashomon.open(tmp_path / "case.db") as case:
        case.read([str(tmp_path / "first.txt"), long_report(tmp_path, 220)])
        with pytest.raises(KeyboardInterrupt):
            case.update()
    assert sum(map(len, read)) < 150
