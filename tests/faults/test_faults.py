"""The real commands under faults: nothing lost, nothing doubled, the case sound, the next run's export equal.

`bench/faults.py` tries them, here at a few points each; RASHOMON_KILLS=200 tries as many as before a release.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "bench" / "faults.py"
KILLS = os.environ.get("RASHOMON_KILLS", "10")
NAMES = (
    "kill -9 at the n-th write of reading",
    "kill -9 three times at any moment",
    "kill -9 at the n-th write of linking",
    "kill -9 at the n-th write of migrating",
    "reader killed",
    "poisonous report",
    "reader hangs or eats memory",
    "power lost after the n-th write",
    "log cut anywhere",
    "disk full from the n-th write on",
    "I/O error from the n-th call on",
    "I/O error at the n-th call alone",
    "read-only file and folder",
    "page overwritten",
    "page overwritten, large case",
    "two writers at once",
    "any order, any number of runs",
    "clock put back",
    "case of a newer version",
    "half a download, half a copy",
)
pytestmark = pytest.mark.timeout(400 + 30 * int(KILLS))


@pytest.fixture(scope="module")
def lines(sample_case):
    """What the command found, by fault."""
    command = [sys.executable, str(SCRIPT), "--json", "--kills", KILLS, "--case", str(sample_case)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    return {line["fault"]: line for line in json.loads(done.stdout)}


def test_every_fault_is_named(lines):
    assert tuple(lines) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost(lines, name):
    line = lines[name]
    assert line["unsound"] == []
    assert (line["lost"], line["doubled"], line["unequal"]) == (0, 0, 0)
    assert line["points"] >= 1
