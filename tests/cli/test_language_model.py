"""`--annotator llm` on the command line: off by default, plain errors, what it took on standard error."""

import json

import pytest

from language_model_stub import completion, serving, status, well
from tests_support import run_cli

TEXT = "Gunmen killed at least 12 villagers in Dessan, the mayor said."


@pytest.fixture
def report(tmp_path):
    (tmp_path / "report.txt").write_text(TEXT + "\n")
    return tmp_path / "report.txt"


def settings(tmp_path, stub, more=""):
    path = tmp_path / "rashomon.toml"
    path.write_text(f'[llm]\nendpoint = "{stub.endpoint}"\nmodel = "stub-1"\n{more}\n')
    return path


def test_a_report_is_read_by_the_model_and_the_bill_is_shown(tmp_path, report):
    with serving(well) as stub:
        toml = settings(tmp_path, stub, "price_in = 2.0\nprice_out = 10.0")
        words = ["read", report, "--case", tmp_path / "c.db", "--settings", toml]
        done = run_cli(*words, "--annotator", "llm")
        assert done.returncode == 0, done.stderr.decode()
        said = "language model: stub-1 read 1 passage; tokens: 1,000 in, 100 out; cost 0.00"
        assert said in done.stderr.decode()
        exported = json.loads(run_cli("export", tmp_path / "c.db").stdout)
        assert "1:stub-1" in [maker["version"] for maker in exported["makers"]]
        assert len(stub.questions) == 1
        again = run_cli(*words, "--annotator", "llm")
        assert (again.returncode, len(stub.questions)) == (0, 1)
        assert b"language model" not in again.stderr


def test_settings_alone_send_nothing(tmp_path, report):
    with serving(well) as stub:
        done = run_cli("read", report, "--case", tmp_path / "c.db", "--settings", settings(tmp_path, stub))
        assert (done.returncode, stub.questions) == (0, [])


def test_reports_that_wait_for_the_model_are_said_to(tmp_path, report):
    with serving(lambda question, number: status(401)) as stub:
        words = ["read", report, "--case", tmp_path / "c.db", "--settings", settings(tmp_path, stub)]
        done = run_cli(*words, "--annotator", "llm", "--json")
        assert done.returncode == 1
        assert b"it answers 401: is the key right?" in done.stderr
        assert b"the next run asks again" in done.stderr
        assert json.loads(done.stdout)["stored"] == 1


@pytest.mark.parametrize("command", ["read", "annotate"])
def test_without_an_endpoint_it_is_a_plain_error(tmp_path, report, command):
    words = [report, "--case", tmp_path / "c.db"] if command == "read" else []
    done = run_cli(command, *words, "--annotator", "llm", stdin=b"")
    assert done.returncode == 2
    assert done.stderr.startswith(b"rashomon: llm.endpoint: isn't set")
    assert not (tmp_path / "c.db").exists()


def test_a_case_read_by_a_model_is_not_sent_again_unasked(tmp_path, report):
    with serving(well) as stub:
        words = ["read", report, "--case", tmp_path / "c.db"]
        run_cli(*words, "--annotator", "llm", "--settings", settings(tmp_path, stub))
        (tmp_path / "more.txt").write_text("Hospital staff counted 14 bodies.\n")
        done = run_cli("read", tmp_path / "more.txt", "--case", tmp_path / "c.db")
        assert done.returncode == 2
        assert b"llm.endpoint" in done.stderr
        assert b"--annotator built-in" in done.stderr
        back = run_cli("read", tmp_path / "more.txt", "--case", tmp_path / "c.db", "--annotator", "built-in")
        assert back.returncode == 0
        assert len(stub.questions) == 1


def test_annotate_names_who_made_what(tmp_path):
    lines = "".join(json.dumps({"id": n, "text": t}) + "\n" for n, t in (("a", TEXT), ("b", "The army fled Dessan.")))

    def behave(question, number):
        return completion("T: {France|p1:GPE} fled.\nE:\nM:") if "fled" in question.passage else well(question)

    with serving(behave) as stub:
        words = ["--annotator", "llm", "--settings", settings(tmp_path, stub)]
        done = run_cli("annotate", *words, stdin=lines.encode())
        a, b = (json.loads(line) for line in done.stdout.splitlines())
        assert (a["makers"], b["makers"]) == (["llm/1:stub-1"], ["annotator/3"])
        assert "France" not in done.stdout.decode()
        assert done.returncode == 0
        assert b"the built-in model 1 passage (1: text changed)" in done.stderr
        (alone,) = run_cli("annotate", stdin=lines.splitlines()[1].encode()).stdout.splitlines()
        assert json.loads(alone) == b
