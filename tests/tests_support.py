"""Running the command line from a test as a user would, in a process of its own."""

import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples" / "reports"


def run_cli(*words, stdin=None, cwd=None):
    """Run `rashomon`; the finished process with its exit code, standard output and standard error as bytes."""
    return subprocess.run(
        [sys.executable, "-c", "from rashomon.cli import main; main()", *map(str, words)],
        input=stdin,
        capture_output=True,
        timeout=110,
        check=False,
        cwd=cwd,
    )
