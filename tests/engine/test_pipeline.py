"""The pipeline on a small case: what is made again after a change, and what people decided."""

import msgspec
import pytest

import rashomon
from rashomon.engine.keys import keys
from rashomon.engine.settings import Settings, read_settings
from rashomon.errors import SettingsError
from rashomon.interpret import Interpreter
from rashomon.link.linker import Linker
from rashomon.read import ReadOptions
from rashomon.records import EventClaim, Judgement, mention_key
from rashomon.store import Store

REPORT = """Raid on Dessan

Harbour Post

12 March 2031

Gunmen of the Salt Front killed at least 12 villagers in the town of Dessan on Monday, the mayor said.

The Salt Front denied that its fighters had attacked Dessan. Hospital staff counted 14 bodies.
"""


@pytest.fixture
def case(tmp_path):
    (tmp_path / "report.txt").write_text(REPORT)
    path = tmp_path / "case.db"
    with rashomon.open(path) as opened:
        opened.read([str(tmp_path / "report.txt")])
        assert opened.update() is True
        assert opened.update() is False
    return path


def updated(path, settings):
    """The record after a run with these settings, and whether the run wrote anything."""
    with rashomon.api.Case(path, settings) as opened:
        wrote = opened.update()
        return opened.record(), wrote


def test_other_settings_read_again_and_the_old_reading_stays(case):
    before, _ = updated(case, Settings())
    strict = Settings(interpreter=Interpreter(least=0.97))
    after, wrote = updated(case, strict)
    assert wrote
    assert {c.maker for c in after.claims} == {keys(strict).interpret}
    assert len(after.claims) < len(before.claims)
    again, wrote = updated(case, Settings())
    assert again == before
    with Store(case, readonly=True) as store:
        kept = store.view().claims()
    assert len(kept) == len(before.claims) + len(after.claims)


def test_a_case_is_shown_as_it_was_last_read(case):
    strict = Settings(interpreter=Interpreter(least=0.97))
    there, _ = updated(case, strict)
    with rashomon.open(case, readonly=True) as opened:
        assert opened.settings == strict
        assert opened.record() == there


def test_leave_to_read_is_not_kept(case):
    open_door = Settings(read=ReadOptions(allow_private=True, hidden=True, fields={"text": "body"}))
    updated(case, open_door)
    with rashomon.open(case) as opened:
        assert opened.settings.read == ReadOptions()


def test_a_linkers_threshold_relinks_and_reads_nothing_again(case):
    plain, bold = keys(Settings()), keys(Settings(linker=Linker(threshold=9.0)))
    assert (plain.annotate, plain.interpret, plain.resolve) == (bold.annotate, bold.interpret, bold.resolve)
    assert plain.link != bold.link


def test_a_persons_judgement_outlives_every_run(case):
    record, _ = updated(case, Settings())
    event = next(c for c in record.claims if isinstance(c, EventClaim) and c.roles.get("agent"))
    mention = event.roles["agent"][0]
    decided = Judgement(
        id="j-person-1",
        left=mention_key(event.document, mention.start, mention.end),
        right="a-mine",
        relation="is actor",
        why="I know them",
        maker="person",
        made="2031-04-01T10:00:00",
    )
    with Store(case) as store, store.writing() as w:
        w.add_judgements([decided])
    for settings in (Settings(), Settings(interpreter=Interpreter(least=0.3)), Settings(linker=Linker(threshold=5.0))):
        record, _ = updated(case, settings)
        same = next(c for c in record.claims if c.id == event.id)
        assert [m.actor for m in same.roles["agent"] if m.start == mention.start] == ["a-mine"]
        assert decided in record.judgements


@pytest.mark.parametrize(
    ("toml", "path"),
    [
        ("[linker]\ntreshold = 4.0\n", "treshold"),
        ("[linker]\nthreshold = 'high'\n", "linker.threshold"),
        ("[lunker]\n", "lunker"),
        ("[reconciler]\npolicies = ['mine']\n", "mine"),
        ("linker = [\n", "TOML"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path, toml, path):
    (tmp_path / "rashomon.toml").write_text(toml)
    with pytest.raises(SettingsError, match=path):
        read_settings(tmp_path / "rashomon.toml")


def test_settings_reach_their_stage(tmp_path):
    (tmp_path / "rashomon.toml").write_text("[linker]\nthreshold = 4.5\n[reconciler]\npolicies = ['range', 'gtd']\n")
    settings = read_settings(tmp_path / "rashomon.toml")
    assert (settings.linker.threshold, settings.reconciler.policies) == (4.5, ("range", "gtd"))
    assert msgspec.structs.replace(settings, linker=Linker()) != settings
