"""Setting up: what is locked, by its hashes; where the lock fits no more, what is asked for; never a foreign file."""

import importlib.util
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOREIGN = (
    "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. Someone may have tampered with them"
)
LOCKED = ["--no-deps", "--only-binary=:all:", "--require-hashes", "-r", "requirements/dev.txt"]
CHECKOUT = ["--no-deps", "--no-build-isolation", "--editable", "."]


@pytest.mark.parametrize(
    ("said", "asked", "code"),
    [
        ("", [LOCKED, CHECKOUT], 0),
        (FOREIGN, [LOCKED], 1),
        ("ERROR: No matching distribution found for x==1", [LOCKED, ["--upgrade", "pip"], ["--editable", ".[dev]"]], 0),
    ],
)
def test_what_is_installed(said, asked, code, monkeypatch, capsys):
    spec = importlib.util.spec_from_file_location("install", ROOT / "requirements" / "install.py")
    install = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(install)
    done = []

    def pip(*words):
        done.append(list(words))
        failed = bool(said) and words[-1] == "requirements/dev.txt"
        return subprocess.CompletedProcess(words, int(failed), "", said + "\n" if failed else "")

    monkeypatch.setattr(install, "pip", pip)
    assert (install.main(), done) == (code, asked)
    told = capsys.readouterr().err
    if said == FOREIGN:
        assert FOREIGN in told
    elif said:
        assert "can't be used here (No matching distribution found for x==1)" in told
        assert "without hashes" in told
