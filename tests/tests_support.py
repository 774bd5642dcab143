"""What tests of several rooms need: the command line as a user runs it, and where to look in a record or review."""

import subprocess
import sys
from pathlib import Path

from rashomon.records import Record

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


def bearing(record: Record, name: str):
    """The incident of an id, old ones too."""
    (found,) = [i for i in record.incidents if name in (i.id, *i.aliases)]
    return found


def claim_of(record: Record, name: str):
    """The claim of an id."""
    return next(claim for claim in record.claims if claim.id == name)


def doubtful(case):
    """The open questions on incidents."""
    return [task for task in case.review().tasks() if task.queue == "incidents"]
