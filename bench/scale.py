"""Linking at scale: seconds a stage, growth, memory and quality on synthetic reports (`scale_case`).

    python bench/scale.py [--sizes 1000,10000,100000] [--store] [--json FILE]

The reports and their claims are generated together from templates, since annotating 100,000 of them would take hours:
reading, annotating, interpreting and resolving are not measured. What follows is the program's own, as
`rashomon.engine.pipeline.weave` calls it: origins, linking, incidents, findings, disagreements and ties. ``--store``
also puts the case into a file, in another process, and measures `weave` itself: once, once more when nothing is new,
and once after further reports. Each size runs in a process of its own, so that peak memory is that size's; in memory
the generator's reports and claims are part of it.
"""

import argparse
import json
import math
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final

from b_cubed import b_cubed
from scale_case import Case, make_case
from scale_store import apart, filled, measured_store, peak
from scale_world import World

from rashomon.link.clusters import incidents
from rashomon.link.judged import Joined
from rashomon.link.origins import Origins, candidate_documents
from rashomon.link.steps import judge
from rashomon.link.updates import updated, updates
from rashomon.reconcile.disagreements import disagreements, graded
from rashomon.reconcile.gathered import gather
from rashomon.reconcile.reconciler import Reconciler
from rashomon.reconcile.stances import stance_disagreements
from rashomon.reconcile.ties import ties
from rashomon.records import EventClaim, FigureClaim, Incident, Judgement
from rashomon.store.viewrows import view_rows

SIZES: Final = "1000,10000,100000"
Result = dict[str, float]


class Clock:
    """Processor seconds of each stage, in order: others may use the machine at the same time."""

    def __init__(self) -> None:
        self.seconds: Result = {}
        self._begun = time.process_time()

    def lap(self, name: str) -> None:
        """Note what has passed since the last lap."""
        now = time.process_time()
        self.seconds[name] = now - self._begun
        self._begun = now


def measure(reports: int) -> Result:
    """Every stage over a case of so many reports: seconds, quality, counts and peak memory."""
    clock, world, start = Clock(), World(), peak()
    case = make_case(reports, world)
    clock.lap("generate")
    places, actors = world.places(), world.cast()
    linked = judge(case.documents, case.claims, places, actors)
    clock.lap("link")
    reprints = Origins()(candidate_documents(case.documents))
    clock.lap("origins")
    events = [c for c in case.claims if isinstance(c, EventClaim)]
    figures = [c for c in case.claims if isinstance(c, FigureClaim)]
    found = incidents(events, figures, Joined([linked, reprints]), case.documents, places)
    clock.lap("incidents")
    told_again = updates(case.documents, reprints)
    gathered = gather(found, case.claims, case.documents, actors.values(), updated(told_again))
    findings = [finding for one in Reconciler()(gathered) for finding in one]
    clock.lap("findings")
    disputes = (*disagreements(gathered, places), *stance_disagreements(case.claims, actors, places))
    clock.lap("disagreements")
    view_rows(graded(found, disputes), findings, disputes, ties(case.claims, actors))
    clock.lap("views")
    counts = {"judgements": len(linked) + len(reprints), "incidents": len(found), "disagreements": len(disputes)}
    seconds = {f"s {name}": value for name, value in clock.seconds.items()}
    spent = sum(value for name, value in clock.seconds.items() if name != "generate")
    return {
        **seconds,
        "s all but generate": spent,
        "peak MB": peak(),
        "growth over the start MB": peak() - start,
        **counts,
        **quality(case, found, reprints),
        **updating(case, told_again),
    }


def quality(case: Case, found: Iterable[Incident], reprints: Iterable[Judgement]) -> Result:
    """B-cubed of event claims by incident, all and those of the news; of pairs of copies, how many are found."""
    placed = {claim: incident.id for incident in found for claim in incident.claims}
    news = {c.id for c in case.claims if isinstance(c, EventClaim) and not c.background}
    both = {"all": case.incident, "news": {c: n for c, n in case.incident.items() if c in news}}
    scores: Result = {}
    for name, known in both.items():
        score = b_cubed(known, {c: placed[c] for c in known if c in placed})
        scores |= {f"{name} precision": score.precision, f"{name} recall": score.recall, f"{name} F1": score.f1}
    return scores | copies(case, reprints)


def copies(case: Case, reprints: Iterable[Judgement]) -> Result:
    """Precision and recall of pairs of documents judged one origin; recall also by how the copy was made."""
    groups: dict[int, list[str]] = {}
    for document, origin in case.origin.items():
        groups.setdefault(origin, []).append(document)
    known = {tuple(sorted(pair)) for group in groups.values() for pair in combinations(group, 2)}
    said = {(j.left, j.right) for j in reprints if j.verdict == "same"}
    right = len(known & said)
    scores = {"copies precision": right / max(1, len(said)), "copies recall": right / max(1, len(known))}
    for made in ("reprint", "cut", "wire", "update", "copy"):
        # a copy is found if it is tied to any of its origin's reports
        tied = {document for pair in known & said for document in pair}
        own = [d for d, how in case.made.items() if how == made]
        scores[f"found {made}"] = sum(d in tied for d in own) / max(1, len(own))
    return scores


def updating(case: Case, told_again: Iterable[Judgement]) -> Result:
    """Precision and recall of reports said to update an earlier one of their outlet and origin."""
    said = {j.left for j in told_again}
    known = {document for document, made in case.made.items() if made == "update"}
    right = {j.left for j in told_again if case.origin[j.left] == case.origin[j.right]}
    return {
        "updates precision": len(right) / max(1, len(said)),
        "updates recall": len(said & known) / max(1, len(known)),
    }


def exponent(small: float, large: float, factor: float) -> float:
    """The power of the number of reports with which a figure grows: 1 is linear, 2 quadratic."""
    return math.log(max(large, 1e-9) / max(small, 1e-9)) / math.log(factor)


def table(results: Mapping[int, Result]) -> str:
    """One line a measure, one column a size, and for seconds and memory the growth between the last two sizes."""
    sizes = sorted(results)
    lines = [f"| | {' | '.join(f'{n:,}' for n in sizes)} | grows with |", "|---|" + "---:|" * (len(sizes) + 1)]
    for name in results[sizes[0]]:
        values = [results[n][name] for n in sizes]
        timed = name.startswith("s ") and len(sizes) > 1
        power = f"n^{exponent(values[-2], values[-1], sizes[-1] / sizes[-2]):.2f}" if timed else ""
        lines.append(f"| {name.removeprefix('s ')} | {' | '.join(map(_number, values))} | {power} |")
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3f}"


def part(name: str, file: Path, sizes: Sequence[int]) -> Result:
    """One part, in this process: the stages in memory, or over a file that another part has filled."""
    if name == "fill":
        return filled(file, *sizes)
    if name == "stages":
        return measure(sizes[0])
    with tempfile.TemporaryDirectory() as folder:
        return measured_store(Path(folder, "scale.db"), sizes[0])


def main(arguments: Sequence[str]) -> None:
    """Measure the sizes, print the table, write JSON if asked."""
    parser = argparse.ArgumentParser(prog="scale.py", description="Measure linking on many synthetic reports.")
    parser.add_argument("--sizes", default=SIZES, help=f"numbers of reports, apart by commas (default {SIZES})")
    parser.add_argument("--store", action="store_true", help="measure a case in a file, too")
    parser.add_argument("--json", type=Path, help="write the results here, too")
    parser.add_argument("--part", choices=("stages", "store", "fill"), help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    sizes = [int(size) for size in given.sizes.split(",")]
    if given.part:
        print(json.dumps(part(given.part, given.file, sizes)))
        return
    results: dict[int, Result] = {}
    for size in sizes:
        parts = ["stages", "store"] if given.store else ["stages"]
        results[size] = {k: v for part in parts for k, v in apart("--part", part, "--sizes", str(size)).items()}
        print(f"{size:,} done", file=sys.stderr)
    print(table(results))
    if given.json:
        given.json.write_text(json.dumps(results, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
