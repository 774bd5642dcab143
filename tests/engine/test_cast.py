"""The actors of a case, and a person's decisions on them through runs, new reports, and second thoughts."""

import pytest
from click.testing import CliRunner

import rashomon
from rashomon.cli import group
from rashomon.engine import log
from rashomon.engine.log import entry_rows
from rashomon.engine.settings import Settings
from rashomon.errors import InputError, NotFound
from rashomon.interpret import Interpreter

FIRST = (
    "Gunmen of the Salt Front killed 12 villagers in Dessan on Monday.\n\nThe Salt Front denied that it had attacked.\n"
)
SECOND = "The Northern Salt Brigade attacked Korr on Tuesday and killed 3 soldiers, officials said.\n"
THIRD = "The Northern Salt Brigade shelled Dessan on Friday. The Salt Front said it had not.\n"
KORR = "id,name,kind,countries,aliases,acronyms\nkorr-1,Northern Salt Brigade,armed group,MLI,Salt Brigade,\n"


@pytest.fixture
def path(tmp_path):
    for name, text in (("first", FIRST), ("second", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text)
    with rashomon.open(tmp_path / "case.db") as case:
        case.read([str(tmp_path / "first.txt"), str(tmp_path / "second.txt")])
        case.update()
    return tmp_path / "case.db"


def by_name(case):
    return {actor.name: actor for actor in case.record().actors}


def words_of(actor):
    return {alias.words for alias in actor.aliases}


def test_a_merger_holds_for_new_reports_and_new_runs_until_it_is_taken_back(path):
    (path.parent / "third.txt").write_text(THIRD)
    with rashomon.open(path) as case:
        before = case.record()
        case.actors.merge("Salt Front", "Northern Salt Brigade", "one force, says the mayor")
        assert "Northern Salt Brigade" not in by_name(case)
        assert words_of(by_name(case)["Salt Front"]) >= {"Salt Front", "Northern Salt Brigade"}
        assert case.update() is False
        case.read([str(path.parent / "third.txt")])
        case.update()
        both = by_name(case)["Salt Front"]
        assert len({alias.document for alias in both.aliases}) == 3
    with rashomon.api.Case(path, Settings(interpreter=Interpreter(least=0.3))) as case:
        case.update()
        assert "Northern Salt Brigade" not in by_name(case)
        claims = [c for c in case.record().claims if getattr(c, "roles", {}).get("agent")]
        assert by_name(case)["Salt Front"].id in {m.actor for c in claims for m in c.roles["agent"]}
    with rashomon.open(path) as case:
        case.actors.undo()
        assert {"Northern Salt Brigade", "Salt Front"} <= by_name(case).keys()
        assert {a.id for a in before.actors} <= {a.id for a in case.record().actors}
        with pytest.raises(NotFound):
            case.actors.undo()


def test_split_rename_and_what_cannot_be_done(path):
    with rashomon.open(path) as case:
        case.actors.merge("Salt Front", "Northern Salt Brigade")
        case.actors.split("Salt Front", "Northern Salt Brigade", "two after all")
        assert {"Northern Salt Brigade", "Salt Front"} <= by_name(case).keys()
        case.actors.rename("Northern Salt Brigade", "Brigade of the North")
        assert words_of(by_name(case)["Brigade of the North"]) >= {"Northern Salt Brigade"}
        assert [j.relation for j in case.actors.decisions()] == ["actor name", "same actor", "same actor"]
        for wrong in (
            lambda: case.actors.merge("Salt Front", "Nobody at All"),
            lambda: case.actors.undo("j-nothing"),
        ):
            with pytest.raises(NotFound):
                wrong()
        for wrong in (
            lambda: case.actors.merge("Salt Front", "Salt Front"),
            lambda: case.actors.split("Salt Front", "words it never had"),
            lambda: case.actors.rename("Salt Front", " "),
        ):
            with pytest.raises(InputError):
                wrong()


def test_imported_actors_are_known_and_kept(path):
    listed = path.parent / "own.csv"
    listed.write_text(KORR)
    shell = CliRunner()
    done = shell.invoke(group, ["actors", "import", str(path), str(listed)], standalone_mode=False)
    assert "1 actors" in done.output, done.output
    with rashomon.open(path) as case:
        brigade = by_name(case)["Northern Salt Brigade"]
        assert (brigade.id, brigade.country, brigade.external) == ("a-korr-1", "MLI", {"list": "korr-1"})
        assert case.update() is False
        assert case.settings.resolver.own == ()
    listed.write_text("id,name,kind\n1,,armed group\n2,The Bad,pirates\n")
    done = shell.invoke(group, ["actors", "import", str(path), str(listed)], standalone_mode=False)
    assert done.return_value == 1
    shown = shell.invoke(group, ["actors", str(path)], standalone_mode=False).output
    assert "a-korr-1" in shown
    assert "REB" in shown
    shell.invoke(group, ["actors", "rename", str(path), "a-korr-1", "The Brigade"], standalone_mode=False)
    assert (
        "a person calls a-korr-1 'The Brigade'"
        in shell.invoke(group, ["actors", "list", str(path), "--decisions"], standalone_mode=False).output
    )
    undone = shell.invoke(group, ["actors", "undo", str(path)], standalone_mode=False).output
    assert undone.startswith("taken back")


def test_the_later_decision_holds_though_the_clock_was_put_back(path, monkeypatch):
    moments = iter(f"{year}-01-01T00:00:00.000000+00:00" for year in (2041, 2031))
    monkeypatch.setattr(log, "now", moments.__next__)
    with rashomon.open(path) as case:
        case.actors.rename("Salt Front", "Front of Salt")
        case.actors.rename("Front of Salt", "Salt Army")
        assert "Salt Army" in by_name(case)
        assert "Front of Salt" not in by_name(case)
        assert [e["made"] for e in entry_rows(case.review().log())] == ["2041-01-01T00:00:00"] * 2
