"""What the README tells people to type works as it stands there."""

import contextlib
import io
import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests_support import SAMPLES, run_cli

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with some reports in ``reports/``, and ourselves in it."""
    (tmp_path / "reports").mkdir()
    for name in ("meridian-dessan-strike.txt", "radio-ilvesh-dessan-toll.txt"):
        shutil.copy(SAMPLES / name, tmp_path / "reports")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_python_runs_and_prints_findings(desk):
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})
    assert re.search(r"killed.* \d+ .*range", printed.getvalue())


def test_the_commands_run(desk):
    commands = re.findall(r"^\.venv/bin/rashomon (.*?)(?:\s+#.*)?$", README, re.MULTILINE)
    assert len(commands) == 6
    for command in commands:
        done = run_cli(*shlex.split(command), cwd=desk)
        assert done.returncode == 0, (command, done.stderr.decode())
    assert (desk / "mali.html").stat().st_size > 20_000
    assert (desk / "mali.json").stat().st_size > 20_000
