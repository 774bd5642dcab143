"""`rashomon review`: questions in the terminal, and the same by command."""

import json
import shutil

import pytest
from click.testing import CliRunner

from rashomon.cli import group


@pytest.fixture
def review(sample_case, tmp_path):
    path = shutil.copy(sample_case, tmp_path / "samples.db")

    def call(*words, keys=""):
        done = CliRunner().invoke(group, ["review", str(path), *words], input=keys, standalone_mode=False)
        assert done.exception is None, done.exception
        return done.output

    return call


def rows(text):
    return json.loads(text)


def test_one_key_a_question_with_the_sentences_of_both_sides(review):
    asked = review(keys="s\nd\nu\nz\nn\nq")
    assert "open questions" in asked
    assert asked.count("[s]ame") >= 5
    assert "“" in asked
    assert "taken back: a person says that" in asked
    log = rows(review("log", "--json"))
    assert len(log) == 3
    assert [bool(entry["taken back"]) for entry in log] == [True, False, False]
    assert review("log").count("\n") == 4


def test_a_wrong_figure_is_put_right_where_it_is_asked_about(review):
    questions = rows(review("--list", "--json"))
    before = [q["queue"] for q in questions].index("figures")
    shown = review(keys="n" * before + "d\n17\nd\n\nsq")
    assert "What does it say?" in shown
    decisions = [entry["decision"] for entry in rows(review("log", "--json"))]
    figures = [q["left"] for q in questions[before:]]
    assert decisions[0] == f"a person confirmed {figures[2]}"
    assert decisions[1] == f"a person rejected {figures[1]}"
    assert decisions[2].startswith(f"a person corrected value of {figures[0]} to ")
    assert "17" in decisions[2]


def test_decisions_by_command(review):
    first = rows(review("list", "--json"))[0]
    told = review("decide", first["left"], "same", first["right"], "--why", "one raid")
    assert "(one raid)" in told
    assert "1 incident fewer" in told
    assert "undo j-" in told
    assert "taken back" in review("undo")
    figure = next(q["left"] for q in rows(review("list", "--json")) if q["queue"] == "figures")
    assert "corrected value" in review("correct", figure, "value", "at least 5")
    assert "confirmed" in review("confirm", figure)
    assert "rejected" in review("reject", figure)
    assert len(rows(review("log", "--json"))) == 4
