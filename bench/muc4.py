"""MUC-4: templates of terrorist incidents, filled from the claim graphs of reports of 1988-91 in Latin America.

    python bench/muc4.py DATA      learn the choosers from the training part, and write `muc4_weights.json`

What is chosen is read off the graphs (`muc4_read`, `muc4_forms`); the choosers (`muc4_fill`) are logistic regressions
(`muc4_learn`) learnt in folds (`muc4_teach`): which types of incident a report tells of, whether of two of a type, and
which mentions fill a role of an incident of that type. Run it after the annotator changes. Eight minutes on two idle
cores, half of it the annotator's.
"""

import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from annotated import document
from board import Table, json_lines
from muc4_fill import Choosers, judged
from muc4_read import Report, report
from muc4_score import annotated, overall
from muc4_teach import known_wordings, measured, trained

from rashomon.annotate import Annotator

TRAIN, DEV = Path("data", "muc4", "gtt_train.jsonl.gz"), Path("data", "muc4", "gtt_dev.jsonl.gz")
WEIGHTS: Final = Path(__file__).with_name("muc4_weights.json")


def reports(rows: Sequence[Mapping[str, Any]], wordings: Collection[str]) -> list[Report]:
    """Each report as the annotator reads it, with these wordings looked for in it."""
    documents = [document(number, row["doctext"]) for number, row in enumerate(rows)]
    return [report(one, graphs, wordings) for one, graphs in zip(documents, Annotator()(documents), strict=True)]


def table(data: Path) -> Table | None:
    """The figures on the development part; None where it is not at hand."""
    path = data / DEV
    if not path.exists():
        return None
    choosers = msgspec.json.decode(WEIGHTS.read_bytes(), type=Choosers)
    rows = list(json_lines(path))
    found = [judged(read, choosers) for read in reports(rows, choosers.wordings)]
    golds = [[annotated(one) for one in row["templates"]] for row in rows]
    counts = measured(list(zip(found, golds, strict=True)), choosers)
    names = {"incident_type": "incident type"}
    lines = [(names.get(row, row), c.precision, c.recall, c.f1, c.annotated) for row, c in counts.items()]
    total = overall(counts)
    head = ("row", "P", "R", "F1", "annotated")
    first = ("all", total.precision, total.recall, total.f1, total.annotated)
    return Table("muc4", "Templates of incidents: MUC-4", PROTOCOL, head, (first, *lines))


PROTOCOL = (
    "The 200 development reports (TST1 and TST2), lower case, with the five roles and the scorer of Du, Rush and "
    "Cardie (2021), written anew: predicted and annotated templates of one type are aligned one to one so that the "
    "document's F1 is best; a filler is right if its words are, without articles and punctuation, one of the "
    "mentions of an annotated filler. *All* is the micro average over incident types and roles. Candidates are the "
    "mentions of our claim graphs, some with the words beside them, and the "
    "organisations, targets and weapons that fill a role in three training reports; logistic regressions over features "
    "of graph and words, learnt on the 1,300 training reports (`bench/muc4.py`), choose the types of incident that a "
    "report tells of and the fillers of each. One template a type is filled, or two; the third incident of a type in "
    "one report counts as missed, forced work stoppages too."
)


def main(arguments: Sequence[str]) -> None:
    """Learn from the training part below the folder named, and write the weights."""
    if len(arguments) != 1:
        sys.exit(f"usage: python {Path(__file__).name} DATA")
    rows = list(json_lines(Path(arguments[0]) / TRAIN))
    golds = [[annotated(one) for one in row["templates"]] for row in rows]
    wordings = known_wordings(golds)
    told = list(zip(reports(rows, wordings), golds, strict=True))
    choosers = trained([row["docid"] for row in rows], told, wordings)
    WEIGHTS.write_bytes(msgspec.json.format(msgspec.json.encode(choosers, order="deterministic"), indent=0) + b"\n")
    print(f"{WEIGHTS.name}: thresholds {choosers.least_type}, {choosers.least_several} and {choosers.least}")


if __name__ == "__main__":
    main(sys.argv[1:])
