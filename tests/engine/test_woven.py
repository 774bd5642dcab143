"""Views are made again when something below them changed, or they themselves, and only then."""

import msgspec
import pytest

import rashomon
from rashomon.engine import pipeline
from rashomon.engine.settings import Settings
from rashomon.link.linker import Linker
from rashomon.reconcile.reconciler import Reconciler
from rashomon.records import Judgement
from rashomon.store import Store

REPORT = "Gunmen killed at least 12 villagers in the town of {} on Monday, the mayor said.\n"


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "case.db"
    (tmp_path / "one.txt").write_text(REPORT.format("Dessan"))
    with rashomon.open(path) as opened:
        opened.read([str(tmp_path / "one.txt")])
        opened.update()
    return path


@pytest.fixture
def linked(monkeypatch):
    """How often the case was linked."""
    calls = []
    judge = pipeline.judge
    monkeypatch.setattr(pipeline, "judge", lambda *given: calls.append(1) or judge(*given))
    return calls


def update(path, **changes):
    with rashomon.api.Case(path, msgspec.structs.replace(Settings(), **changes)) as opened:
        return opened.update()


def test_nothing_new_is_not_linked_again(case, linked):
    assert update(case) is False
    assert linked == []


def test_a_new_report_is_linked(case, linked, tmp_path):
    (tmp_path / "two.txt").write_text(REPORT.format("Tirmok"))
    with rashomon.open(case) as opened:
        opened.read([str(tmp_path / "two.txt")])
        assert opened.update() is True
    assert update(case) is False
    assert linked == [1]


@pytest.mark.parametrize(
    "changes", [{"linker": Linker(threshold=4.0)}, {"reconciler": Reconciler(policies=("range", "gtd"))}]
)
def test_other_settings_make_the_views_again(case, linked, changes):
    assert update(case, **changes) is True
    assert update(case, **changes) is False
    assert linked == [1]


def test_dropped_views_are_made_again(case, linked):
    with Store(case) as store, store.writing() as w:
        w.drop_views()
    assert update(case) is True
    assert linked == [1]
    with rashomon.open(case) as opened:
        assert opened.record().incidents


def test_a_decision_and_its_undoing_make_the_views_again(case, linked):
    decided = Judgement(id="j-p", left="c-1", right="c-2", relation="same incident", maker="person", made="2031-04-01")
    with Store(case) as store, store.writing() as w:
        w.add_judgements([decided])
    update(case)
    assert linked == [1]
    with Store(case) as store, store.writing() as w:
        w.retire("j-p", "2031-04-02")
    update(case)
    update(case)
    assert linked == [1, 1]


@pytest.fixture
def meanwhile(case, tmp_path, monkeypatch):
    """Another program adds a report, and links, while this one links; as often as there are names given."""
    judge = pipeline.judge

    def act(*names, link):
        left = list(names)

        def judging(*given):
            if left:
                name = left.pop(0)
                (tmp_path / f"{name}.txt").write_text(REPORT.format(name))
                with rashomon.open(case) as other:
                    other.read([str(tmp_path / f"{name}.txt")])
                    if link:
                        monkeypatch.setattr(pipeline, "judge", judge)
                        other.update()
                        monkeypatch.setattr(pipeline, "judge", judging)
            return judge(*given)

        monkeypatch.setattr(pipeline, "judge", judging)

    return act


@pytest.mark.parametrize("names", [["Arden"], ["Arden", "Tirmok", "Iomor", "Selk"]])
def test_newer_views_of_another_program_are_not_overwritten(case, meanwhile, names):
    meanwhile(*names, link=True)
    update(case, linker=Linker(threshold=4.0))
    update(case)  # as the other program read it
    with rashomon.open(case) as opened:
        assert len(opened.record().incidents) == 1 + len(names)
        assert opened.update() is False


def test_views_of_a_moment_ago_do_while_another_program_goes_on(case, meanwhile):
    meanwhile("Arden", "Tirmok", "Iomor", link=False)
    assert update(case, linker=Linker(threshold=4.0)) is True
    assert update(case, linker=Linker(threshold=4.0)) is True
    with rashomon.open(case) as opened:
        assert opened.update() is False
