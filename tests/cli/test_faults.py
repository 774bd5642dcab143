"""Faults as a person meets them: damage told by `doctor`, an output that can't be written, a run that was ended."""

import subprocess
import sys

import pytest

from tests_support import run_cli

PROGRAM = "from rashomon.cli import main; main()"


def test_doctor_says_what_is_damaged_and_what_to_do(sample_case, tmp_path):
    path = tmp_path / "c.db"
    content = bytearray(sample_case.read_bytes())
    content[50 * 4096 : 51 * 4096] = bytes(4096)
    path.write_bytes(content)
    done = run_cli("doctor", path)
    said = done.stdout.decode()
    assert done.returncode == 1
    assert f"wrong {path}: " in said
    assert "damaged" in said
    assert "run `rashomon doctor`" not in said
    assert "put a copy of the case in its place" in said
    assert run_cli("export", path).returncode == 2


def test_a_run_that_was_ended_is_noted_and_gone_on_with(tmp_path):
    (tmp_path / "a.txt").write_text("Gunmen killed 12 villagers in Dessan on Monday, the mayor said.\n")
    code = (
        "import os\nfrom rashomon.engine import ingest\n"
        f"ingest.isolated = lambda *_, **__: os.kill(os.getpid(), 9)\n{PROGRAM}"
    )
    words = ["read", "a.txt", "--case", "c.db"]
    assert subprocess.run([sys.executable, "-c", code, *words], cwd=tmp_path, check=False).returncode == -9
    done = run_cli("doctor", "c.db", cwd=tmp_path)
    assert done.returncode == 0
    assert "1 received = 0 stored + 0 duplicate + 1 quarantined" in done.stdout.decode()
    assert "note  c.db: a run was ended while it was reading a.txt; read that again" in done.stdout.decode()
    assert run_cli(*words, cwd=tmp_path).returncode == 0
    assert "note" not in run_cli("doctor", "c.db", cwd=tmp_path).stdout.decode()


@pytest.mark.parametrize("words", [["export"], ["show"]])
def test_an_output_that_can_not_be_written_is_said(sample_case, words):
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-c", PROGRAM, *words, str(sample_case)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "rashomon: reading or writing failed: No space left on device\n"
