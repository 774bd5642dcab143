"""MUC-4: templates of terrorist incidents, filled from the claim graphs of reports of 1988-91 in Latin America.

    python bench/muc4.py DATA      learn the choosers from the training part, and write `muc4_weights.json`

What is chosen is read off the graphs (`muc4_read`); the choosers are logistic regressions (`muc4_learn`): which types
of incident a report tells of, and which mentions fill a role of an incident of that type. Run it after the annotator
changes. Four minutes on two cores, most of it the annotator's.
"""

import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from annotated import document
from board import Table, json_lines
from muc4_learn import Weights, learn
from muc4_read import Candidate, Report, report
from muc4_score import ROLES, Counts, Template, annotated, overall, score

from rashomon.annotate import Annotator

TRAIN, DEV = Path("data", "muc4", "gtt_train.jsonl.gz"), Path("data", "muc4", "gtt_dev.jsonl.gz")
WEIGHTS = Path(__file__).with_name("muc4_weights.json")
TYPES: Final = ("attack", "bombing", "kidnapping", "arson", "robbery")  # forced work stoppage: six in 1,300 reports
STEPS: Final = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6)
TYPE_DECAY: Final = 1e-2  # L2 per weight; chosen on a held-back quarter of the training part
ROLE_DECAY: Final = 1e-4
PARTS: Final = 4  # one report in so many of the training part is held back while the thresholds are chosen
# What a type of incident says about a filler is learnt apart for these features.
WITH_TYPE: Final = ("head", "type", "near", "agent", "target", "instrument")

Told = tuple[Report, list[Template]]


class Choosers(msgspec.Struct, frozen=True):
    """The learnt weights by type and by role, and how likely a type or a filler must be."""

    types: dict[str, Weights]
    roles: dict[str, Weights]
    least_type: float = 0.4
    least: dict[str, float] = {}


class Judged(msgspec.Struct, frozen=True):
    """How likely a report tells of each type, and the likely fillers by type and role, the likeliest first."""

    types: dict[str, float]
    ranked: dict[tuple[str, str], list[tuple[float, Candidate]]]


def judged(read: Report, choosers: Choosers) -> Judged:
    """What the choosers make of one report."""
    types = {kind: choosers.types[kind].probability(read.features) for kind in TYPES}
    ranked: dict[tuple[str, str], list[tuple[float, Candidate]]] = {}
    for kind in (kind for kind in TYPES if types[kind] >= STEPS[0]):
        described = [(typed(one, kind), one) for one in read.candidates]
        for role in ROLES:
            scored = [(choosers.roles[role].probability(features), one) for features, one in described]
            likely = [pair for pair in scored if pair[0] >= STEPS[0]]
            ranked[kind, role] = sorted(likely, key=lambda pair: (-pair[0], pair[1].first, pair[1].words))
    return Judged(types, ranked)


def templates(found: Judged, choosers: Choosers) -> list[Template]:
    """The templates of one report: one of each type that is likely enough, with its likely fillers."""
    kinds = [kind for kind in TYPES if found.types[kind] >= choosers.least_type]
    return [
        Template(kind, {role: fillers(found.ranked[kind, role], choosers.least.get(role, 0.3)) for role in ROLES})
        for kind in kinds
    ]


def fillers(ranked: Sequence[tuple[float, Candidate]], least: float) -> tuple[frozenset[str], ...]:
    """The fillers of a role, the likeliest wording of each, nobody twice."""
    chosen: list[Candidate] = []
    for p, one in ranked:
        if p >= least and not any(alike(one, other) for other in chosen):
            chosen.append(one)
    return tuple(frozenset({one.words}) for one in chosen)


def typed(one: Candidate, kind: str) -> frozenset[str]:
    """A candidate's features, the telling ones also together with the type of incident."""
    return one.features | {f"{kind}: {name}" for name in one.features if name.startswith(WITH_TYPE)}


def alike(one: Candidate, other: Candidate) -> bool:
    """Whether two wordings are of one filler: linked in the graph, one in the other, or one the other's initials."""
    left, right = set(one.words.split()), set(other.words.split())
    if one.mentions & other.mentions or left <= right or right <= left:
        return True
    return one.words in initials(other.words) or other.words in initials(one.words)


def initials(words: str) -> tuple[str, str]:
    """The first letters of all words, and of those that are no small words; three letters at least."""
    parts = words.split()
    whole = "".join(part[0] for part in parts)
    main = "".join(part[0] for part in parts if part not in ("of", "for", "and", "de", "la", "y"))
    return (whole if len(whole) > 2 else "", main if len(main) > 2 else "")


def taught(told: Sequence[Told]) -> tuple[dict[str, Weights], dict[str, Weights]]:
    """The weights that annotated reports teach, by type and by role."""
    tells = {kind: [any(kind in one.type for one in gold) for _, gold in told] for kind in TYPES}
    types = learn([read.features for read, _ in told], tells, decay=TYPE_DECAY)
    samples: list[frozenset[str]] = []
    fills: dict[str, list[bool]] = {role: [] for role in ROLES}
    for read, gold in told:
        for kind in TYPES:
            same = [one for one in gold if kind in one.type]
            for one in read.candidates if same else ():
                samples.append(typed(one, kind))
                for role in ROLES:
                    fills[role].append(any(one.words in filler for t in same for filler in t.of(role)))
    return types, learn(samples, fills, decay=ROLE_DECAY)


def chosen_thresholds(told: Sequence[Told], choosers: Choosers) -> Choosers:
    """The choosers with the thresholds that serve these reports best, one after the other, twice."""
    best = choosers
    found = [(judged(read, choosers), gold) for read, gold in told]
    for _ in range(2):
        for name in ("", *ROLES):
            tried = [_with(best, name, step) for step in STEPS]
            best = max(tried, key=lambda one: overall(measured(found, one)).f1)
    return best


def _with(choosers: Choosers, role: str, least: float) -> Choosers:
    if not role:
        return msgspec.structs.replace(choosers, least_type=least)
    return msgspec.structs.replace(choosers, least={**choosers.least, role: least})


def measured(found: Sequence[tuple[Judged, list[Template]]], choosers: Choosers) -> dict[str, Counts]:
    """The counts by row over these reports."""
    return score([(templates(one, choosers), gold) for one, gold in found])


def reports(rows: Sequence[Mapping[str, Any]]) -> Iterator[Told]:
    """Each report as the annotator reads it, with its annotated templates."""
    documents = [document(number, row["doctext"]) for number, row in enumerate(rows)]
    for row, one, graphs in zip(rows, documents, Annotator()(documents), strict=True):
        yield report(one, graphs), [annotated(template) for template in row["templates"]]


def held_back(name: str) -> bool:
    """Whether a report of the training part only serves to choose the thresholds."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % PARTS == 0


def trained(rows: Sequence[Mapping[str, Any]], told: Sequence[Told]) -> Choosers:
    """Choosers from annotated reports: thresholds from a held-back part, weights then from all of them."""
    back = [held_back(row["docid"]) for row in rows]
    draft = Choosers(*taught([one for one, apart in zip(told, back, strict=True) if not apart]))
    best = chosen_thresholds([one for one, apart in zip(told, back, strict=True) if apart], draft)
    types, roles = taught(told)
    return msgspec.structs.replace(best, types=types, roles=roles)


def table(data: Path) -> Table | None:
    """The figures on the development part; None where it is not at hand."""
    path = data / DEV
    if not path.exists():
        return None
    choosers = msgspec.json.decode(WEIGHTS.read_bytes(), type=Choosers)
    told = reports(json_lines(path))
    counts = measured([(judged(read, choosers), gold) for read, gold in told], choosers)
    names = {"incident_type": "incident type"}
    rows = [(names.get(row, row), c.precision, c.recall, c.f1, c.annotated) for row, c in counts.items()]
    total = overall(counts)
    head = ("row", "P", "R", "F1", "annotated")
    first = ("all", total.precision, total.recall, total.f1, total.annotated)
    return Table("muc4", "Templates of incidents: MUC-4", PROTOCOL, head, (first, *rows))


PROTOCOL = (
    "The 200 development reports (TST1 and TST2), lower case, with the five roles and the scorer of Du, Rush and "
    "Cardie (2021), written anew: predicted and annotated templates of one type are aligned one to one so that the "
    "document's F1 is best; a filler is right if its words are, without articles and punctuation, one of the "
    "mentions of an annotated filler. *All* is the micro average over incident types and roles. Candidates are the "
    "mentions of our claim graphs; logistic regressions over features of the graph, learnt on the 1,300 training "
    "reports (`bench/muc4.py`), choose the types of incident that a report tells of and the fillers of each. One "
    "template a type is filled: the second and third incident of a type in one report count as missed, forced work "
    "stoppages too."
)


def main(arguments: Sequence[str]) -> None:
    """Learn from the training part below the folder named, and write the weights."""
    if len(arguments) != 1:
        sys.exit(f"usage: python {Path(__file__).name} DATA")
    rows = json_lines(Path(arguments[0]) / TRAIN)
    choosers = trained(rows, list(reports(rows)))
    WEIGHTS.write_bytes(msgspec.json.format(msgspec.json.encode(choosers, order="deterministic"), indent=0) + b"\n")
    print(f"{WEIGHTS.name}: thresholds {choosers.least_type} and {choosers.least}")


if __name__ == "__main__":
    main(sys.argv[1:])
