"""A case read by a language model: who made what, what is asked again, what is kept, and what it took."""

import msgspec
import pytest

import rashomon
from language_model_stub import completion, serving, status, well
from rashomon.annotate import Annotator
from rashomon.annotate.chat import Reply
from rashomon.annotate.llm import LanguageModel, Reading
from rashomon.engine.annotating import Asked, asking
from rashomon.engine.keys import keys
from rashomon.engine.settings import Settings, read_settings
from rashomon.errors import SettingsError
from rashomon.store import Store

ONE = "Gunmen killed at least 12 villagers in the town of Dessan on Monday, the mayor said.\n"
TWO = "Hospital staff counted 14 bodies in Dessan. The army denied that its soldiers had killed villagers.\n"
KEY = "sk-secret-0815"


@pytest.fixture
def path(tmp_path):
    """A case with two reports of one passage each, not read yet."""
    (tmp_path / "one.txt").write_text(ONE)
    (tmp_path / "two.txt").write_text(TWO)
    with rashomon.open(tmp_path / "case.db") as case:
        case.read([str(tmp_path / "one.txt"), str(tmp_path / "two.txt")])
    return tmp_path / "case.db"


def llm(endpoint, **settings):
    return Settings(annotate_with="llm", llm=LanguageModel(endpoint=endpoint, model="stub-1", **settings))


def run(path, settings):
    """Whether a run with these settings wrote anything, what it asked, and the record then."""
    with rashomon.api.Case(path, settings) as case:
        return case.update(), case.asked, case.record()


def makers(path):
    """Who made the graph of which report: {first word of the text: the makers without their digests}."""
    with Store(path, readonly=True) as store, store.view() as view:
        texts = {d.id: d.text.split()[0] for d in view.documents()}
        found = {}
        for graph in view.graphs():
            found.setdefault(texts[graph.document], set()).add(graph.maker.partition("+")[0])
        return found


def claims(record, word):
    """The claims of the report that begins with a word."""
    (name,) = [d.id for d in record.documents if d.text.startswith(word)]
    return [c for c in record.claims if c.document == name]


def test_every_row_names_its_maker_and_a_second_run_asks_nothing(path):
    with serving(well) as stub:
        wrote, asked, record = run(path, llm(stub.endpoint))
        assert (wrote, asked.read, asked.instead, len(stub.questions)) == (True, 2, 0, 2)
        assert makers(path) == {"Gunmen": {"llm/1:stub-1"}, "Hospital": {"llm/1:stub-1"}}
        assert [(m.name, m.version) for m in record.makers if m.name == "llm"] == [("llm", "1:stub-1")]
        assert {c.maker for c in record.claims} == {keys(llm(stub.endpoint)).interpret}
        assert max(c.score for c in record.claims) == 0.8
        wrote, asked, again = run(path, llm(stub.endpoint, seconds=9.0, price_in=1.0, concurrency=1))
        assert (wrote, asked.read, len(stub.questions), again) == (False, 0, 2, record)


def test_what_the_model_gets_wrong_twice_the_built_in_model_reads(path):
    def behave(question, number):
        return completion("A poem.") if question.messages[1]["content"].endswith(ONE.strip()) else well(question)

    _, _, plain = run(path, Settings())
    with serving(behave) as stub:
        _, asked, record = run(path, llm(stub.endpoint))
        assert (asked.read, asked.faults, asked.waiting) == (1, {"not the notation": 1}, 0)
        assert makers(path)["Hospital"] == {"annotator/3", "llm/1:stub-1"}  # the former from the run before
        assert makers(path)["Gunmen"] == {"annotator/3"}
        wanted = [msgspec.structs.replace(c, maker="") for c in claims(plain, "Gunmen")]
        assert [msgspec.structs.replace(c, maker="") for c in claims(record, "Gunmen")] == wanted
        questions = len(stub.questions)
        wrote, asked, again = run(path, llm(stub.endpoint))
        assert (wrote, asked.read, len(stub.questions), again) == (False, 0, questions, record)


def test_a_report_without_its_answer_is_read_by_the_built_in_model_and_asked_for_again(path):
    down = []

    def behave(question, number):
        return status(418) if down and "Hospital" in question.passage else well(question)

    _, _, plain = run(path, Settings())
    with serving(behave) as stub:
        down.append(True)
        wrote, asked, record = run(path, llm(stub.endpoint))
        assert (wrote, asked.read, asked.waiting) == (True, 1, 1)
        assert claims(record, "Hospital") == claims(plain, "Hospital")
        assert {c.maker for c in claims(record, "Gunmen")} == {keys(llm(stub.endpoint)).interpret}
        assert {a.id for a in record.actors} <= {a.id for a in plain.actors} | {a.id for a in record.actors}
        wrote, asked, again = run(path, llm(stub.endpoint))
        assert (wrote, asked.read, asked.waiting, again) == (False, 0, 1, record)
        down.clear()
        wrote, asked, healed = run(path, llm(stub.endpoint))
        assert (wrote, asked.read, asked.waiting) == (True, 1, 0)
        assert {c.maker for c in healed.claims} == {keys(llm(stub.endpoint)).interpret}
        questions = len(stub.questions)
        assert run(path, llm(stub.endpoint))[::2] == (False, healed)
        assert len(stub.questions) == questions


def test_healed_in_the_end_is_the_same_as_answered_at_once(path, tmp_path):
    other = tmp_path / "other.db"
    other.write_bytes(path.read_bytes())
    with serving(lambda q, n: status(418) if n < 2 else well(q)) as stub:
        settings = llm(stub.endpoint)
        run(path, settings)
        healed = run(path, settings)[2]
        at_once = run(other, settings)[2]
    assert msgspec.structs.replace(healed, case="") == msgspec.structs.replace(at_once, case="")


def test_no_server_at_all_gives_the_built_in_record(path):
    _, _, plain = run(path, Settings())
    _, asked, record = run(path, llm("http://127.0.0.1:9/v1"))
    assert (asked.read, asked.waiting) == (0, 2)
    assert record.claims == plain.claims
    assert [i.claims for i in record.incidents] == [i.claims for i in plain.incidents]
    with rashomon.open(path, readonly=True) as case:
        assert case.check() == []


def test_answered_passages_of_an_unanswered_report_are_kept(tmp_path):
    words = " ".join(["Gunmen killed villagers in Dessan, the mayor said."] * 14)
    (tmp_path / "long.txt").write_text(f"{words}\n\nThe army denied it. {words}\n")
    with rashomon.open(tmp_path / "case.db") as case:
        case.read([str(tmp_path / "long.txt")])
    with serving(lambda q, n: status(418) if n < 1 else well(q)) as stub:
        settings = llm(stub.endpoint, concurrency=1)
        _, asked, _ = run(tmp_path / "case.db", settings)
        assert (asked.read, asked.waiting) == (1, 1)
        _, asked, _ = run(tmp_path / "case.db", settings)
        assert (asked.read, asked.waiting, len(stub.questions)) == (1, 0, 3)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"llm": {"model": "stub-2"}}, False),
        ({"llm": {"endpoint": "http://h:2/v1"}}, False),
        ({"llm": {"parameters": {"temperature": 1}}}, False),
        ({"annotator": {"edge": 0.9}}, False),
        ({"llm": {"seconds": 1.0, "concurrency": 2, "price_in": 3.0, "key_from": "K"}}, True),
    ],
)
def test_the_key_knows_the_model_and_who_stands_in_for_it(change, same):
    before = Settings(annotate_with="llm", llm=LanguageModel(endpoint="http://h:1/v1", model="stub-1"))
    parts = {name: msgspec.structs.replace(getattr(before, name), **fields) for name, fields in change.items()}
    assert (keys(msgspec.structs.replace(before, **parts)).annotate == keys(before).annotate) is same


def test_other_guidelines_are_another_key(monkeypatch):
    before = keys(llm("http://h/v1"))
    monkeypatch.setattr("rashomon.annotate.llm.guidelines", lambda: "Mark everything.")
    assert keys(llm("http://h/v1")).annotate != before.annotate


def test_the_built_in_models_keys_are_what_they_were():
    assert keys(llm("http://h/v1")).instead == keys(Settings())


def test_the_key_is_read_from_the_environment_and_kept_nowhere(path, monkeypatch):
    monkeypatch.setenv("STUB_KEY", KEY)
    with serving(well) as stub:
        run(path, llm(stub.endpoint, key_from="STUB_KEY"))
        assert {q.headers["Authorization"] for q in stub.questions} == {f"Bearer {KEY}"}
        for file in path.parent.glob("case.db*"):
            assert KEY.encode() not in file.read_bytes()
            assert b"STUB_KEY" not in file.read_bytes()
            assert stub.endpoint.encode() not in file.read_bytes()


@pytest.mark.parametrize("value", [None, ""])
def test_a_key_that_is_not_there_is_named(monkeypatch, value):
    monkeypatch.delenv("STUB_KEY", raising=False)
    if value is not None:
        monkeypatch.setenv("STUB_KEY", value)
    with pytest.raises(SettingsError, match="no variable STUB_KEY"), asking(llm("http://h/v1", key_from="STUB_KEY")):
        pass


def test_a_case_does_not_say_where_reports_are_sent(path):
    with serving(well) as stub:
        run(path, llm(stub.endpoint))
        questions = len(stub.questions)
        with rashomon.open(path) as case:
            before = case.record()
            assert (case.settings.annotate_with, case.settings.llm) == ("llm", LanguageModel())
            with pytest.raises(SettingsError, match="endpoint"):
                case.update()
            assert case.record() == before
        assert len(stub.questions) == questions


def test_settings_come_from_the_file(tmp_path):
    (tmp_path / "rashomon.toml").write_text(
        'annotate_with = "llm"\n[llm]\nendpoint = "http://localhost:8000/v1"\nmodel = "m"\nkey_from = "K"\n'
        "concurrency = 8\n[llm.parameters]\nmax_completion_tokens = 8000\n"
    )
    settings = read_settings(tmp_path / "rashomon.toml")
    assert settings.llm.parameters == {"max_completion_tokens": 8000}
    assert (settings.annotate_with, settings.llm.concurrency, settings.annotator) == ("llm", 8, Annotator())


@pytest.mark.parametrize(
    "wrong", ["concurrency = 0", "concurrency = 65", "seconds = 0", "price_in = -1", 'key = "sk-1"']
)
def test_a_wrong_setting_is_named(tmp_path, wrong):
    (tmp_path / "rashomon.toml").write_text(f"[llm]\n{wrong}\n")
    with pytest.raises(SettingsError, match=wrong.split(" ")[0]):
        read_settings(tmp_path / "rashomon.toml")


def test_what_it_took_is_said_in_words():
    bare = Reading(document="d", start=0, end=1)
    made = msgspec.structs.replace(
        bare, graph=object(), replies=(Reply(text="", tokens_in=1_000_000, tokens_out=50),) * 2
    )
    late = msgspec.structs.replace(bare, waits=True, fault="no answer: it answers 500")
    wrong = msgspec.structs.replace(bare, fault="text changed", replies=(Reply(text=""), Reply(text="")))
    model = LanguageModel(model="m", price_in=0.5, price_out=1000.0)
    asked = Asked().plus([made, late, wrong], model).plus([wrong], model)
    assert asked.in_words() == (
        "m read 1 passage (1 corrected when told what was wrong), the built-in model 3 passages (2: text changed; "
        "1: no answer: it answers 500); tokens: 2,000,000 in, 100 out, not told for 4 answers; cost 1.10"
    )
    assert Asked().plus([made], LanguageModel(model="m")).cost is None
