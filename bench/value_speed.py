"""Speed of what makes values of words: expressions a second on one core, and the gazetteer's cold start.

    python bench/value_speed.py DATA

DATA is the folder of the public sets (`docs/evaluation.md`); rows whose set is missing are left out. Rates are of
processor time, the best of some passes over the whole set, the first of which warms what is kept. The cold start is a
new process to the first answer: once with nothing kept for it (a user's first start), then as every later one.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import actor_cases
import timeml
import toponyms
from board import json_lines

from rashomon.resolve.coding import code
from rashomon.resolve.locator import Locator
from rashomon.values.time_spans import find_times

PASSES = 4
START = """
import resource, time
from rashomon.resolve.gazetteer import spots
spots("Timbuktu")
print(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def rate(each: Callable[[], int]) -> float:
    """Things a second of processor time, the best of several passes."""
    best = 0.0
    for _ in range(PASSES):
        begun = time.process_time()
        count = each()
        best = max(best, count / (time.process_time() - begun))
    return best


def times(data: Path) -> list[tuple[str, float]]:
    """Times found in running text, and given ones read."""
    path = data / timeml.FILE
    if not path.exists():
        return []
    articles = [timeml.article(row["tml"]) for row in json_lines(path)]
    spans = [[(t.start, t.end) for t in article.times] for article in articles]
    return [
        ("times found in text", rate(lambda: sum(len(find_times(article.text)) for article in articles))),
        ("times read", rate(lambda: sum(len(list(timeml.read(a, s))) for a, s in zip(articles, spans, strict=True)))),
    ]


def places(data: Path) -> list[tuple[str, float]]:
    """Toponyms put somewhere, report by report."""
    found = []
    for name, title in toponyms.SETS.items():
        path = data / toponyms.FOLDER / f"{name}.jsonl.gz"
        if path.exists():
            batch = [(a.document, [(t.start, t.end) for t in a.toponyms]) for a in toponyms.articles(path)]
            found.append((f"toponyms, {title}", rate(lambda batch=batch: sum(map(len, Locator()(batch))))))
    return found


def actors(data: Path) -> list[tuple[str, float]]:
    """Names and phrases given their country and sector."""
    path = data / actor_cases.FILE
    if not path.exists():
        return []
    cases = actor_cases.cases(json_lines(path))
    return [("actors' names", rate(lambda: len([code(case.words, case.context, case.date) for case in cases])))]


def cold(home: str) -> tuple[float, float]:
    """Processor seconds and MB from nothing to the gazetteer's first answer, with what is kept in a home folder."""
    done = subprocess.run(
        [sys.executable, "-c", START], env={**os.environ, "HOME": home}, capture_output=True, text=True, check=True
    )
    seconds, size = map(float, done.stdout.split())
    return seconds, size


def main() -> None:
    """Measure and print one table."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    data = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as home:  # before anything is loaded: a child begins with its parent's peak
        first, *later = (cold(home) for _ in range(4))
    print("| gazetteer, first answer | seconds | MB |\n|---|---:|---:|")
    print(f"| first start of a user | {first[0]:.2f} | {first[1]:.0f} |")
    print(f"| later starts | {min(later)[0]:.2f} | {min(later)[1]:.0f} |")
    print("\n| what | per core second |\n|---|---:|")
    for name, value in (*times(data), *places(data), *actors(data)):
        print(f"| {name} | {value:,.0f} |")


if __name__ == "__main__":
    main()
