"""A person's word holds: through runs, further reports, other orders and other settings."""

import random
import shutil

import pytest

import rashomon
from rashomon.engine import log
from rashomon.engine.settings import Settings
from rashomon.interpret import Interpreter
from rashomon.records import FigureClaim, Record
from tests_support import SAMPLES, bearing, claim_of, doubtful


@pytest.fixture
def case(sample_case, tmp_path):
    with rashomon.open(shutil.copy(sample_case, tmp_path / "samples.db")) as opened:
        yield opened


def decisions(record: Record, tasks):
    """Decisions on pairs and claims that have nothing to do with each other, as functions of a review."""
    pairs, figures = [], []
    used: set[str] = set()
    for task in tasks:
        names = {task.left, task.right}
        if task.queue == "incidents" and not names & used and len(pairs) < 3:
            used |= names
            pairs.append(task)
        if task.queue == "figures" and len(figures) < 3:
            figures.append(task.left)
    verdicts = ("same", "different", "unsure")
    made = [lambda r, t=t, v=v: r.decide(t.left, v, t.right) for t, v in zip(pairs, verdicts, strict=True)]
    values = ("12", "at least 40", "3 to 5")
    return [*made, *(lambda r, f=f, v=v: r.correct(f, "value", v) for f, v in zip(figures, values, strict=True))]


def decided_of(record: Record):
    """The record but for the judgements, and for when decisions were made."""
    return [record.claims, record.incidents, record.findings, record.disagreements, record.ties, record.actors,
            sorted((c.claim, c.field, c.was, c.now) for c in record.corrections)]  # fmt: skip


@pytest.mark.parametrize("seed", range(2))
def test_decisions_hold_in_any_order_and_for_reports_in_any_order_and_number(case, tmp_path, seed, monkeypatch):
    monkeypatch.setattr(log, "now", iter(f"2031-04-01T00:00:00.{n:06}" for n in range(99)).__next__)
    made = decisions(case.record(), case.review().tasks())
    for decide in made:
        decide(case.review())
    expected = case.record()
    files = sorted(SAMPLES.iterdir())
    chance = random.Random(seed)
    chance.shuffle(files)
    monkeypatch.setattr(log, "now", lambda: "2031-04-01T00:00:00")
    with rashomon.open(tmp_path / "other.db") as other:
        for part in (files[:6], files[6:]):
            other.read([str(f) for f in part])
            other.update()
        monkeypatch.setattr(log, "now", iter(f"2031-05-01T00:00:00.{n:06}" for n in range(99)).__next__)
        for decide in chance.sample(made, len(made)):
            decide(other.review())
        assert other.update() is False
        assert _undated(decided_of(other.record())) == _undated(decided_of(expected))


def _undated(parts):
    return str(parts).replace("2031-05-01", "2031-04-01")


def test_decisions_made_before_further_reports_come_in_hold_for_them(tmp_path):
    files = sorted(str(f) for f in SAMPLES.iterdir())
    with rashomon.open(tmp_path / "grows.db") as case:
        case.read(files[::2])
        case.update()
        tasks = doubtful(case)
        same, apart = tasks[0], next(t for t in tasks if not {t.left, t.right} & {tasks[0].left, tasks[0].right})
        figure = next((c.id for c in case.record().claims if isinstance(c, FigureClaim)), "")
        review = case.review()
        review.decide(same.left, "same", same.right)
        review.decide(apart.left, "different", apart.right)
        review.correct(figure, "value", "4321")
        case.read(files)
        case.update()
        record = case.record()
        assert bearing(record, same.left) == bearing(record, same.right)
        assert bearing(record, apart.left) != bearing(record, apart.right)
        assert claim_of(record, figure).lower == 4321
    with rashomon.api.Case(tmp_path / "grows.db", Settings(interpreter=Interpreter(least=0.25))) as case:
        case.update()
        record = case.record()
        assert bearing(record, same.left) == bearing(record, same.right)
        assert claim_of(record, figure).lower == 4321
