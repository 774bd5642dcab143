"""Speed and memory: every stage, the whole way from files to a record, growth with reports, and others' figures.

    python bench/speed.py [--reports N] [--sizes 1000,10000,100000] [--json FILE]

One table by one command. Reports are web pages of 700 words (`long_reports`); the annotator alone is also measured on
the short ones that it was annotated in. Every part runs in a process of its own, with one thread for arithmetic where
it says "a core", so that peak memory is that part's. The encoder's share is its floating-point work, counted from the
shapes, over the time it takes, against numpy's fp32 product of (512, 384) by (384, 1536) matrices in the same process,
measured in turn. Growth is that of linking and reconciling (`scale`); ``--sizes ""`` leaves it out. Published figures
of others stand in `peers.toml`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Final

from board import peers
from long_reports import reports, write_pages

HERE: Final = Path(__file__).parent
STARTS: Final = 7
ONE_THREAD: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
CLI: Final = [sys.executable, "-c", "from rashomon.cli import main; main()"]
AFTER: Final = ("s export", "s dossier")  # what `rashomon read` doesn't do

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


def apart(program: str, *arguments: str) -> tuple[dict[str, float], float]:
    """The JSON of a program of this folder, run on one thread in a process of its own, and its peak memory in MB."""
    text, used = run([sys.executable, HERE / program, *arguments], **ONE_THREAD)
    return json.loads(text), used["peak_mb"]


def annotator(copies: int) -> Result:
    """The annotator on one core, on reports of 290 words, and the encoder's share of the peak (`annotator_speed`)."""
    found, peak = apart("annotator_speed.py", str(copies))
    return {**found, "peak_mb": peak}


def stages(number: int) -> Iterator[tuple[str, Result]]:
    """Each stage on one core, and all of ``rashomon read`` together (`stage_speed`)."""
    found, peak = apart("stage_speed.py", str(number))
    seconds = {name: value for name, value in found.items() if name.startswith("s ")}
    whole = sum(value for name, value in seconds.items() if name not in AFTER)
    for name, value in sorted(seconds.items(), key=lambda item: (item[0] in AFTER, -item[1])):
        share = {} if name in AFTER else {"percent of all": 100 * value / whole}
        yield f"one core: {name.removeprefix('s ')}", {**rates(found, value), **share}
    yield "one core: all of rashomon read", {**rates(found, whole), "peak_mb": peak}


def rates(found: Result, seconds: float) -> Result:
    """Reports and tokens a second of a stage."""
    return {
        "ms a report": 1000 * seconds / found["reports"],
        "reports_per_core_second": found["reports"] / seconds,
        "tokens_per_core_second": found["tokens"] / seconds,
    }


def end_to_end(number: int) -> Result:
    """``rashomon read`` on so many pages, into a new case, on all cores."""
    with tempfile.TemporaryDirectory() as folder:
        told = list(reports(number))
        write_pages(Path(folder, "pages"), told)
        _, used = run([*CLI, "read", Path(folder, "pages"), "--case", Path(folder, "speed.db")])
    return {
        "reports": number,
        "words a report": sum(report.words for report in told) / number,
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        "reports_per_second": number / used["seconds"],
        "reports_per_core_second": number / used["core_seconds"],
        **used,
    }


def growth(sizes: str) -> Iterator[tuple[str, Result]]:
    """Linking and reconciling at several numbers of reports, each with the exponent by which it outgrew the last."""
    from scale import exponent

    last: tuple[int, float] | None = None
    for size in map(int, filter(None, sizes.split(","))):
        found, _ = apart("scale.py", "--part", "stages", "--sizes", str(size))
        spent = found["s all but generate"]
        power = {"grows with n to the power of": exponent(last[1], spent, size / last[0])} if last else {}
        names = ("peak MB", "growth over the start MB", "all F1")
        yield (
            f"{size:,} reports: link and reconcile",
            {
                "core_seconds": spent,
                "reports_per_core_second": size / spent,
                **{name: found[name] for name in names},
                **power,
            },
        )
        last = size, spent


def yardsticks(number: int) -> Iterator[tuple[str, Result]]:
    """Others' programs on the same reports on this machine (`yardsticks`), then what is published of others."""
    text, _ = run([sys.executable, HERE / "yardsticks.py", str(number)], **ONE_THREAD)
    yield from json.loads(text).items()
    for one in peers("speed"):
        yield f"{one.name}, published", one.speeds


def table(results: dict[str, Result]) -> str:
    """The results as a Markdown table, one line a measure."""
    lines = ["| part | measure | value |", "|---|---|---:|"]
    for part, values in results.items():
        lines += [f"| {part} | {name.replace('_', ' ')} | {_number(value)} |" for name, value in values.items()]
        lines += [] if values else [f"| {part} | none | |"]
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def main(arguments: Sequence[str]) -> None:
    """Measure the parts, print the table, write JSON if asked."""
    parser = argparse.ArgumentParser(prog="speed.py", description="Measure speed and memory on this machine.")
    parser.add_argument("--reports", type=int, default=96, help="reports of 700 words to read (default 96)")
    parser.add_argument("--sizes", default="1000,10000,100000", help="sizes of cases to link, apart by commas")
    parser.add_argument("--json", type=Path, help="write the results here, too")
    given = parser.parse_args(arguments)
    results = {
        "start of rashomon --help": start_up(),
        "rashomon read": end_to_end(given.reports),
        **dict(stages(given.reports)),
        "one core: annotator, short reports": annotator(max(1, given.reports // 12)),
        **dict(growth(given.sizes)),
        **dict(yardsticks(given.reports)),
    }
    print(table(results))
    print("\n" + "\n\n".join(f"{one.name}: {one.source.strip()}" for one in peers("speed")))
    if given.json:
        given.json.write_text(json.dumps(results, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
