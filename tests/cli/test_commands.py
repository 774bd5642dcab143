"""The command line: help that teaches, exit codes, plain errors, whole files."""

import json
import os
import shutil
import stat
import statistics
import subprocess
import sys
import time

import msgspec
import pytest
from click.testing import CliRunner

import rashomon
from rashomon.cli import COMMANDS, group
from rashomon.cli.options import POLICIES as OFFERED
from rashomon.cli.subjects import SUBJECTS
from rashomon.errors import SettingsError
from rashomon.reconcile.policies import POLICIES
from rashomon.records import Record
from tests_support import SAMPLES, run_cli


@pytest.mark.parametrize("name", COMMANDS)
def test_help_teaches_with_an_example(name):
    shown = CliRunner().invoke(group, [name, "--help"]).output
    assert "Example" in shown
    assert f"rashomon {name}" in shown


def test_the_first_page_lists_every_command():
    shown = CliRunner().invoke(group, ["--help"]).output
    assert all(name in shown for name in COMMANDS)


def test_a_wrong_command_is_wrong_use():
    done = run_cli("frobnicate")
    assert done.returncode == 2
    assert b"No such command" in done.stderr


def test_help_does_not_wait():
    def once():
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", "from rashomon.cli import main; main()", "--help"], capture_output=True)
        return time.perf_counter() - begun

    # a bound against accidents (an engine imported at start-up costs seconds), not a measurement: bench/ measures
    assert statistics.median(once() for _ in range(3)) < 3.0


def test_broken_inputs_are_listed_and_the_rest_is_read(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "cut.txt.gz").write_bytes(b"\x1f\x8b\x08\x00broken")
    (tmp_path / "one-word.txt").write_text("War")
    (tmp_path / "good.txt").write_text("Gunmen killed four people in Dessan on Monday, the mayor said.\n")
    done = run_cli("read", tmp_path, "--case", tmp_path / "c.db")
    told = (done.stdout + done.stderr).decode()
    assert done.returncode == 1
    assert "Traceback" not in told
    assert all(name in told for name in ("empty.txt", "binary.txt", "cut.txt.gz"))
    record = msgspec.json.decode(run_cli("export", tmp_path / "c.db").stdout, type=Record)
    assert {os.path.basename(d.source) for d in record.documents} == {"one-word.txt", "good.txt"}


@pytest.mark.parametrize("content", [b"not a case at all" * 100, b"SQLite format 3\x00" + b"x" * 5000])
def test_a_file_that_is_no_case_is_refused(tmp_path, content):
    path = tmp_path / "c.db"
    path.write_bytes(content)
    for words in (["show", path], ["export", path], ["read", SAMPLES, "--case", path], ["dossier", path]):
        done = run_cli(*words)
        assert done.returncode == 2
        assert str(path) in done.stderr.decode()
        assert b"Traceback" not in done.stderr
    assert path.read_bytes() == content


def test_a_full_disk_is_said_and_nothing_is_half_written(tmp_path):
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
        "from rashomon.cli import main; main()"
    )
    words = [sys.executable, "-c", code, "read", str(SAMPLES), "--case", str(tmp_path / "c.db")]
    done = subprocess.run(words, capture_output=True, timeout=100)
    assert done.returncode == 2
    assert "full" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    again = run_cli("read", SAMPLES, "--case", tmp_path / "c.db")
    assert again.returncode == 0, again.stderr.decode()
    assert "sound" in run_cli("doctor", tmp_path / "c.db").stdout.decode()


def test_a_missing_case_is_named(tmp_path):
    done = run_cli("show", tmp_path / "none.db")
    assert done.returncode == 2
    assert "none.db" in done.stderr.decode()
    assert not (tmp_path / "none.db").exists()


def test_a_typo_in_the_settings_names_its_path(tmp_path):
    (tmp_path / "rashomon.toml").write_text("[linker]\ntreshold = 4.0\n")
    done = run_cli("read", SAMPLES, "--case", tmp_path / "c.db", "--settings", tmp_path / "rashomon.toml")
    assert done.returncode == 2
    assert "treshold" in done.stderr.decode()


def test_a_wrong_field_is_wrong_use(tmp_path):
    done = run_cli("read", SAMPLES, "--case", tmp_path / "c.db", "--field", "text")
    assert done.returncode == 2
    assert b"OURS=THEIRS" in done.stderr


def test_annotate_answers_in_order_and_names_what_is_wrong():
    lines = b'{"id": "b", "text": "Rebels seized Dessan."}\n{"id": 3}\n{"id": "a", "text": ""}\n'
    done = run_cli("annotate", stdin=lines)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["id"] for a in answers] == ["b", "line 2", "a"]
    assert "CONTROL" in {n["type"] for n in answers[0]["nodes"]}
    assert done.returncode == 1
    assert b"line 2 is not a passage" in done.stderr


def test_the_dossier_is_written_whole(sample_case, tmp_path):
    done = run_cli("dossier", sample_case, "-o", tmp_path / "d.html", "--built", "2031-04-01")
    assert done.returncode == 0
    page = (tmp_path / "d.html").read_text()
    assert "2031-04-01" in page
    assert list(tmp_path.iterdir()) == [tmp_path / "d.html"]


def test_a_place_that_cannot_be_written_is_named(sample_case, tmp_path):
    (tmp_path / "file").write_text("")
    done = run_cli("dossier", sample_case, "-o", tmp_path / "file" / "d.html")
    assert done.returncode == 2
    assert b"can't be written" in done.stderr


# Nobody in the samples changes sides, and no three parties are all tied to one another.
NOT_IN_SAMPLES = {"changes": "No two actors", "balance": "Of no three actors"}


@pytest.mark.parametrize("subject", [s for s in SUBJECTS if s != "document"])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_everything_can_be_shown(sample_case, subject, form):
    done = CliRunner().invoke(group, ["show", str(sample_case), subject, *form], standalone_mode=False)
    assert done.exception is None, done.exception
    if form:
        json.loads(done.output)
    if subject in NOT_IN_SAMPLES:
        assert done.output.startswith("[]" if form else NOT_IN_SAMPLES[subject])
    else:
        assert len(done.output) > 100


def test_one_outlet_is_shown_against_the_others(sample_case):
    shown = CliRunner().invoke(group, ["show", str(sample_case), "outlets", "Meridian"], standalone_mode=False)
    assert "Meridian Wire beside Radio Ilvesh  too few to compare" in shown.output
    rows = json.loads(run_cli("show", sample_case, "outlets", "meridian wire", "--json").stdout)
    assert {row["outlet"] for row in rows} == {"Meridian Wire"}
    assert {row["what"] for row in rows} == {"figure", "actor called", "act called", "quoted", "incident"}
    done = run_cli("show", sample_case, "outlets", "No Such Paper")
    assert done.returncode == 2
    assert "no outlet of this case" in done.stderr.decode()


def test_a_document_is_shown_with_its_claims(sample_case):
    done = CliRunner().invoke(group, ["show", str(sample_case), "document", "meridian-dessan-strike.txt"])
    assert "Air strike kills at least 12" in done.output
    rows = run_cli("show", sample_case, "document", "meridian-dessan-strike.txt", "--json")
    assert len(json.loads(rows.stdout)) > 10
    for form in ((), ("--json",)):
        done = run_cli("show", sample_case, "document", "no-such.txt", *form)
        assert done.returncode == 2
        assert "no-such.txt" in done.stderr.decode()
    assert run_cli("show", sample_case, "document").returncode == 2


def test_a_policy_holds_for_one_call(sample_case, sample_export):
    assert tuple(POLICIES) == OFFERED
    lists = {policy: json.loads(run_cli("export", sample_case, "--policy", policy).stdout) for policy in OFFERED}
    assert all({f["policy"] for f in found["findings"]} == {policy} for policy, found in lists.items())
    assert lists["range"] == json.loads(sample_export)
    assert lists["ucdp"]["findings"] != lists["gtd"]["findings"]
    figures = {f["id"] for f in lists["gtd"]["claims"] if f["kind"] == "figure"}
    for found in lists.values():
        placed = {s["claim"] for f in found["findings"] for s in (*f["backing"], *f["set_aside"])}
        assert {c for i in found["incidents"] for c in i["claims"]} & figures <= placed
    rows = json.loads(run_cli("show", sample_case, "figures", "--policy", "acled", "--json").stdout)
    assert {row["policy"] for row in rows} == {"acled", ""}
    assert run_cli("export", sample_case).stdout == sample_export


def test_a_policy_that_is_none_is_named(sample_case):
    done = run_cli("show", sample_case, "figures", "--policy", "mean")
    assert done.returncode == 2
    assert "'mean' is not one of 'range', 'ucdp', 'acled', 'gtd'" in done.stderr.decode()
    with rashomon.open(sample_case, readonly=True) as case:
        with pytest.raises(SettingsError, match="'mean' is none of range, ucdp, acled, gtd"):
            case.record("mean")
        page = case.dossier("2031-05-30", policy="gtd", static=True)
    assert "<b>gtd</b> (used in this copy)" in page
    assert "<b>range</b> (used in this copy)" not in page


def test_a_case_has_policies_of_its_own(sample_case, tmp_path):
    case = tmp_path / "own.db"
    shutil.copy(sample_case, case)
    settings = tmp_path / "rashomon.toml"
    settings.write_text('[reconciler]\npolicies = ["ucdp", "gtd"]\n')
    run_cli("read", SAMPLES, "--case", case, "--settings", settings)
    assert {f["policy"] for f in json.loads(run_cli("export", case).stdout)["findings"]} == {"ucdp", "gtd"}
    rows = json.loads(run_cli("show", case, "figures", "--json").stdout)
    assert {row["policy"] for row in rows if row["standing"]} == {"ucdp", "gtd"}


def test_export_schema_needs_a_case_no_less(sample_case):
    done = run_cli("export", sample_case, "--format", "schema")
    assert "$defs" in json.loads(done.stdout)


def test_doctor_finds_a_sound_case(sample_case):
    done = run_cli("doctor", sample_case)
    assert done.returncode == 0, done.stdout.decode()
    assert "sound" in done.stdout.decode()


def test_doctor_finds_damage(sample_case, tmp_path):
    path = tmp_path / "c.db"
    blob = bytearray(sample_case.read_bytes())
    middle = len(blob) // 2
    blob[middle : middle + 4096] = bytes(4096)
    path.write_bytes(blob)
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    done = run_cli("doctor", path)
    assert done.returncode in (1, 2)
    assert b"Traceback" not in done.stderr


def test_model_says_what_it_is():
    done = run_cli("model")
    assert done.returncode == 0
    assert "F1" in done.stdout.decode()


def test_reports_that_the_program_fails_on_are_named(monkeypatch, tmp_path):
    from rashomon.interpret.interpreter import Interpreter

    def fail(self, batch):
        raise IndexError("list index out of range")

    monkeypatch.setattr(Interpreter, "__call__", fail)
    (tmp_path / "report.txt").write_text("Gunmen killed 12 villagers in Dessan on Monday, the mayor said.\n")
    wanted = ["read", str(tmp_path / "report.txt"), "--case", str(tmp_path / "c.db")]
    done = CliRunner().invoke(group, wanted, standalone_mode=False)
    assert done.return_value == 1
    assert "report.txt: the program failed to interpret it (IndexError: list index out of range)" in done.stderr
    assert "1 new report" in done.stdout
