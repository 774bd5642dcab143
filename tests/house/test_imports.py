"""Starting the program is cheap: heavy libraries load when a stage needs them, never on import."""

import subprocess
import sys

import pytest

HEAVY = ("torch", "pyspark", "onnxruntime", "trafilatura", "pypdfium2", "numpy")


def loaded_by(statement: str) -> list[str]:
    """Which heavy libraries a fresh interpreter holds after running a statement."""
    code = f"{statement}\nimport sys\nprint(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize("statement", ["import rashomon", "from rashomon.cli import main"])
def test_importing_is_light(statement):
    assert loaded_by(statement) == []


def test_the_rule_bites():
    assert "numpy" in loaded_by("import numpy")
