"""Tries everything that may go wrong while reports are read into a case, and counts what was lost, doubled, unequal.

`make faults` (or `python bench/faults.py`) prints a table: the fault, at how many points it was tried, and, after the
command was run again, rows lost, rows doubled, exports that were not equal to that of an undisturbed run, byte by byte,
and cases that `rashomon doctor` found unsound. 200 kills in all take a quarter of an hour on one core; ``--kills 20``
a minute, ``--only NAME`` a part. The exit code is 1 if anything was lost, doubled, unequal or unsound.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import fault_disks
import fault_kills
import fault_others
import fault_readers
from fault_case import Fault, Ground, prepare
from fault_runs import replay
from sample_copies import REPORTS

FAULTS = (
    *fault_kills.FAULTS,
    *fault_readers.FAULTS,
    *fault_disks.FAULTS,
    *fault_others.FAULTS,
)


class Line(NamedTuple):
    """A line of the table."""

    fault: str
    points: int
    lost: int
    doubled: int
    unequal: int
    unsound: list[str]
    seconds: float


def tried(fault: Fault, ground: Ground, kills: int, seed: int) -> Line:
    """A fault, tried at its points."""
    begun, found = time.monotonic(), []
    for verdict in fault.trials(ground, max(1, round(kills * fault.share)), random.Random(f"{seed} {fault.name}")):
        found.append(verdict)
        for folder in ground.folder.iterdir():
            if folder.is_dir() and folder.name not in ("reports", "undisturbed", "start"):
                shutil.rmtree(folder)
    unsound = [why for verdict in found for why in verdict.unsound]
    sums = (sum(v.lost for v in found), sum(v.doubled for v in found), sum(v.unequal for v in found))
    return Line(fault.name, len(found), *sums, unsound, time.monotonic() - begun)


def table(lines: list[Line]) -> str:
    """The lines in columns."""
    head = f"{'fault':44}{'points':>8}{'lost':>8}{'doubled':>9}{'unequal':>9}{'unsound':>9}{'s':>7}"
    rows = [
        f"{x.fault:44}{x.points:8}{x.lost:8}{x.doubled:9}{x.unequal:9}{len(x.unsound):9}{x.seconds:7.0f}" for x in lines
    ]
    return "\n".join([head, *rows])


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=int(os.environ.get("RASHOMON_KILLS", "200")))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="part of a fault's name")
    parser.add_argument("--case", type=Path, help="a case of samples/reports, so that they need not be annotated")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rashomon-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        replay(given.case.absolute() if given.case else annotated(folder))
        ground = prepare(folder)
        lines = []
        for fault in FAULTS:
            if given.only in fault.name:
                lines.append(tried(fault, ground, given.kills, given.seed))
                print(*lines[-1][:5], *lines[-1].unsound, sep="\n  ", file=sys.stderr, flush=True)
        os.chdir("/")
    print(json.dumps([line._asdict() for line in lines]) if given.json else table(lines))
    return int(any(x.lost or x.doubled or x.unequal or x.unsound for x in lines))


def annotated(folder: Path) -> Path:
    """A case of the samples, read by the model in a process of its own, whose threads must not be forked."""
    (folder / "annotated").mkdir()
    case = folder / "annotated" / "case.db"
    program = "from rashomon.cli import main; main()"
    command = [sys.executable, "-c", program, "read", str(REPORTS), "--case", str(case)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return case


if __name__ == "__main__":
    sys.exit(main())
