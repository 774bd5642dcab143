"""The stage: what it asks, in which order, under which settings; the guidelines and their examples."""

import time

import msgspec
import pytest

from language_model_stub import KEY, TEXT, asked, notation, one_passage, serving, well, words_of
from rashomon.annotate.chat import Chat, Reply
from rashomon.annotate.llm import LanguageModel, guidelines, guidelines_digest
from rashomon.annotate.notation import read_blocks
from rashomon.errors import SettingsError
from rashomon.vocab.scheme import EDGES, FLAGS, MENTIONS, MODES


def test_a_good_answer_is_the_graph():
    (reading,), stub = asked(well)
    assert words_of(reading, TEXT) == {
        "Gunmen": "GROUP", "killed": "KILL", "villagers": "GROUP", "Dessan": "GPE", "mayor": "PER", "said": "SAY",
    }  # fmt: skip
    assert len(reading.graph.edges) == 4
    assert {n.flag for n in reading.graph.nodes if n.type == "KILL"} == {"poss"}
    assert {n.p for n in reading.graph.nodes} == {0.8}
    assert reading.graph.maker == "llm/1:stub-1"
    assert (reading.waits, reading.fault, len(stub.questions)) == (False, "", 1)
    assert reading.replies == (Reply(text=notation(TEXT), tokens_in=1000, tokens_out=100),)


def test_the_question_is_a_chat_completion_with_the_guidelines_and_the_passage():
    _, stub = asked(well, parameters={"max_completion_tokens": 9, "seed": 1}, key=KEY)
    (question,) = stub.questions
    assert question.path == "/v1/chat/completions"
    assert question.headers["Authorization"] == f"Bearer {KEY}"
    assert question.body["model"] == "stub-1"
    assert (question.body["stream"], question.body["max_completion_tokens"], question.body["seed"]) == (False, 9, 1)
    assert "max_tokens" not in question.body
    assert question.messages[0] == {"role": "system", "content": guidelines()}
    assert question.passage == TEXT


def test_without_a_key_none_is_sent():
    _, stub = asked(well)
    assert "Authorization" not in stub.questions[0].headers


def test_a_passage_of_nothing_visible_is_not_asked_about():
    (reading,), stub = asked(well, "\u200b\u200b.")
    assert len(stub.questions) == 1
    with serving(well) as stub:
        stage = LanguageModel(endpoint=stub.endpoint, model="m")
        with Chat(stage.server()) as ask:
            ((reading,),) = stage([one_passage("\u200b\ufeff")], ask)
        assert (reading.graph.nodes, stub.questions) == ((), [])


def test_passages_are_asked_for_at_once_and_come_back_in_order():
    met = []

    def behave(question, number):
        met.append(1)
        end = time.monotonic() + 3
        while len(met) < 4 and time.monotonic() < end:
            time.sleep(0.005)
        return well(question)

    texts = [f"Gunmen killed {n} villagers." for n in range(8)]
    readings, _ = asked(behave, *texts, concurrency=4)
    assert len(met) == 8
    assert [r.document for r in readings] == [f"d-{n}" for n in range(8)]
    assert all(words_of(r, t)["killed"] == "KILL" for r, t in zip(readings, texts, strict=True))


def test_known_graphs_are_not_asked_for_again():
    (reading,), _ = asked(well, TEXT)
    with serving(well) as stub:
        stage = LanguageModel(endpoint=stub.endpoint, model="stub-1")
        with Chat(stage.server()) as ask:
            found = stage([one_passage(TEXT, "d-0"), one_passage(TEXT, "d-9")], ask, [reading.graph])
        assert len(stub.questions) == 1
    assert found[0][0].graph == reading.graph
    assert found[1][0].graph.nodes == reading.graph.nodes


@pytest.mark.parametrize(
    ("settings", "path", "said"),
    [
        ({}, "llm.endpoint", "isn't set"),
        ({"endpoint": "http://localhost:1/v1"}, "llm.model", "isn't set"),
        ({"endpoint": "file:///etc/passwd", "model": "m"}, "llm.endpoint", "not an http or https address"),
        ({"endpoint": "localhost:8000", "model": "m"}, "llm.endpoint", "not an http or https address"),
        ({"endpoint": "http://h:99999/", "model": "m"}, "llm.endpoint", "not an http or https address"),
        ({"endpoint": "http://h/\r\nX: y", "model": "m"}, "llm.endpoint", "not an http or https address"),
        ({"endpoint": "http://me:pass@h/", "model": "m"}, "llm.endpoint", "holds a user or password"),
        ({"endpoint": "http://h/", "model": "m\n"}, "llm.model", "isn't set"),
        ({"endpoint": "http://h/", "model": "m", "parameters": {"stream": True}}, "llm.parameters.stream", "ours"),
    ],
)
def test_a_setting_that_will_not_do_is_named(settings, path, said):
    with pytest.raises(SettingsError, match=said) as caught:
        LanguageModel(**settings).server()
    assert caught.value.subject == path
    assert "pass@" not in str(caught.value)


def test_a_key_that_no_header_can_carry_is_refused_unquoted():
    with pytest.raises(SettingsError) as caught:
        LanguageModel(endpoint="http://h/", model="m", key_from="K").server("secret\r\nX: y")
    assert "secret" not in str(caught.value)


def test_what_changes_no_answer_is_not_in_the_signature():
    one = LanguageModel(endpoint="http://h/", model="m")
    same = msgspec.structs.replace(one, seconds=9.0, concurrency=1, price_in=1.0, price_out=2.0, key_from="K")
    assert one.signature == same.signature
    for change in ({"endpoint": "http://i/"}, {"model": "n"}, {"p": 0.5}, {"parameters": {"seed": 1}}):
        assert msgspec.structs.replace(one, **change).signature != one.signature


def test_the_guidelines_tell_of_the_whole_scheme_and_of_nothing_else():
    rows = [line.split("|") for line in guidelines().splitlines() if line.startswith("| ")]
    told = {row[1].strip(): row for row in rows if row[1].strip().isupper()}
    assert told.keys() - {"TYPE"} == {*MENTIONS, *MODES}
    for kind, modes in MODES.items():
        assert tuple(filter(None, (m.strip() for m in told[kind][3].split(",")))) == modes
    for name in (*EDGES, *FLAGS[1:]):
        assert f"`{name}`" in guidelines()


def test_the_worked_examples_pass_the_check():
    shown = guidelines().split("# Three examples")[1]
    passages = [line.removeprefix("Passage: ") for line in shown.splitlines() if line.startswith("Passage: ")]
    fenced = shown.split("```")[1::2]
    blocks = [next(read_blocks(f"### x\n{block.strip()}\n".splitlines(keepends=True))) for block in fenced]
    assert [block.text for block in blocks] == passages
    assert len(blocks) == 3


def test_other_words_have_another_digest(monkeypatch):
    before = guidelines_digest()
    monkeypatch.setattr("rashomon.annotate.llm.guidelines", lambda: "Mark everything.")
    assert guidelines_digest() != before
