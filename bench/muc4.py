"""MUC-4: templates of terrorist incidents, filled from the claim graphs of reports of 1988-91 in Latin America.

What could fill a role is read off the graphs (`muc4_read`, `muc4_forms`); small networks over the encoder's word
vectors and the signs of the graph judge it (`muc4_net`, learnt by ``training/incidents.py``), and templates are filled
with what is likely enough (`muc4_fill`).
"""

from collections.abc import Collection, Sequence
from pathlib import Path

from annotated import Encoded, document, encoded
from board import Table, json_lines
from muc4_fill import templates
from muc4_net import load, rows
from muc4_read import Report, report
from muc4_score import annotated, overall, score

from rashomon.annotate import Annotator

TRAIN, DEV = Path("data", "muc4", "gtt_train.jsonl.gz"), Path("data", "muc4", "gtt_dev.jsonl.gz")


def reports(texts: Sequence[str], wordings: Collection[str]) -> list[tuple[Report, Encoded]]:
    """Each text as the annotator reads it, with these wordings looked for in it, and its words' vectors."""
    documents = [document(number, text) for number, text in enumerate(texts)]
    graphs = Annotator()(documents)
    found = [report(one, own, wordings) for one, own in zip(documents, graphs, strict=True)]
    return list(zip(found, encoded(texts), strict=True))


def table(data: Path) -> Table | None:
    """The figures on the development part; None where it is not at hand."""
    path = data / DEV
    if not path.exists():
        return None
    kept, given = load(), list(json_lines(path))
    read = reports([row["doctext"] for row in given], kept.wordings)
    found = [templates(one, kept(rows(one, seen)), kept.least) for one, seen in read]
    counts = score([(own, [annotated(t) for t in row["templates"]]) for own, row in zip(found, given, strict=True)])
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
    "organisations, targets and weapons that fill a role in three training reports; two small networks over the "
    "annotator's word vectors and features of graph and words, learnt on the 1,300 training reports "
    "(`training/incidents.py`) while the annotator stays as it is, say how likely a report tells of a type of incident "
    "and who fills the roles of each. One template a type is filled, or two; the third incident of a type in "
    "one report counts as missed, forced work stoppages too."
)
