"""Speed and memory: the annotator, the whole way from files to a record, and the start of the command line.

    python bench/speed.py [--copies N] [--json FILE]

Every part runs in a process of its own, with one thread for arithmetic where it says "a core", so that peak memory is
that part's. The encoder's share is its floating-point work, counted from the shapes, over the time it takes, against
numpy's fp32 product of (512, 384) by (384, 1536) matrices in the same process, measured in turn.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from sample_copies import write_copies

HERE = Path(__file__).parent
STARTS = 7
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
CLI = [sys.executable, "-c", "from rashomon.cli import main; main()"]

Result = dict[str, float]


def run(command: Sequence[str | Path], **environment: str) -> tuple[str, Result]:
    """What a command prints, and its wall seconds, processor seconds (children included) and peak memory in MB."""
    begun = time.perf_counter()
    with tempfile.TemporaryFile("w+") as out:
        child = subprocess.Popen(list(map(str, command)), stdout=out, env={**os.environ, **environment})
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - begun
        if child.returncode != 0:
            raise SystemExit(f"{' '.join(map(str, command))} failed with exit code {child.returncode}")
        out.seek(0)
        text = out.read()
    peak = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return text, {"seconds": seconds, "core_seconds": used.ru_utime + used.ru_stime, "peak_mb": peak}


def start_up() -> Result:
    """Median seconds from nothing to the end of ``rashomon --help``, of seven."""
    runs = [run([*CLI, "--help"])[1] for _ in range(STARTS)]
    return {"seconds": median(r["seconds"] for r in runs), "peak_mb": max(r["peak_mb"] for r in runs)}


def annotator(copies: int) -> Result:
    """The annotator on one core, in a process of its own (`annotator_speed`)."""
    text, used = run([sys.executable, HERE / "annotator_speed.py", str(copies)], **ONE_THREAD)
    return {**json.loads(text), "peak_mb": used["peak_mb"]}


def end_to_end(copies: int) -> Result:
    """``rashomon read`` on copies of the samples with their names and numbers changed, into a new case."""
    with tempfile.TemporaryDirectory() as folder:
        documents = write_copies(Path(folder, "reports"), copies)
        _, used = run([*CLI, "read", Path(folder, "reports"), "--case", Path(folder, "speed.db")])
    return {
        "documents": documents,
        "documents_per_second": documents / used["seconds"],
        "documents_per_core_second": documents / used["core_seconds"],
        **used,
    }


def table(results: dict[str, Result]) -> str:
    """The results as a Markdown table, one line a measure."""
    lines = ["| part | measure | value |", "|---|---|---:|"]
    for part, values in results.items():
        lines += [f"| {part} | {name.replace('_', ' ')} | {_number(value)} |" for name, value in values.items()]
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def main(arguments: Sequence[str]) -> None:
    """Measure the parts, print the table, write JSON if asked."""
    parser = argparse.ArgumentParser(prog="speed.py", description="Measure speed and memory on this machine.")
    parser.add_argument("--copies", type=int, default=8, help="copies of the samples to read (default 8)")
    parser.add_argument("--json", type=Path, help="write the results here, too")
    given = parser.parse_args(arguments)
    results = {
        "start of rashomon --help": start_up(),
        "annotator, one core": annotator(given.copies),
        "rashomon read": end_to_end(given.copies),
    }
    print(table(results))
    if given.json:
        given.json.write_text(json.dumps(results, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
