"""Tables and marked reports for a terminal; no text of a report reaches it with control characters or as markup."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.records import Document, Record
from rashomon.show import words
from rashomon.show.analyses import Row, circles
from rashomon.show.comparison import ONE
from rashomon.show.lookup import Lookup, outlet
from rashomon.show.marks import parts_of, stands, unique
from rashomon.show.plain import clip, safe
from rashomon.show.tables import Subject, document_rows, rows

CELL: Final = 240
# What a terminal shows of each subject; ``--json`` has every key.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "documents": ("id", "title", "outlet", "published", "claims", "source"),
    "incidents": ("title", "when", "place", "like ACLED", "figures", "reports", "origins", "grade", "state"),
    "claims": ("kind", "claim", "like ACLED", "voice", "reality", "state"),
    "actors": ("name", "kind", "as written", "mentions", "incidents"),
    "places": ("name", "kind", "as written", "country", "lat", "lon", "why"),
    "ties": ("left", "relation", "right", "side", "when", "from", "asserted by", "origins"),
    "changes": ("left", "right", "before", "before, says", "after", "after, says"),
    "flows": ("from", "to", "what", "amount", "when", "via", "carried by", "told as", "who says"),
    "causes": ("cause", "led to", "how", "who says", "origins", "denied by", "note", "circle"),
    "balance": ("actors", "balance", "first side", "second side", "third side", "why"),
    "outlets": (
        "outlet",
        "other",
        "both tell",
        "only first",
        "only other",
        "figures compared",
        "differ",
        "widest gap",
        "quoted by both",
        "note",
    ),
    "figures": ("incident", "figure", "basis", "voice", "standing", "reason", "finding", "policy"),
    "disagreements": ("verdict", "kind", "about", "scope", "sides", "why"),
}
EMPTY: Final[dict[str, str]] = {
    "documents": "No report has been read.",
    "places": "No place was identified.",
    "incidents": "No incident was found in these reports.",
    "claims": "No claim was found in these reports.",
    "actors": "No actor was identified.",
    "ties": "No report says of two identified actors how they stand to each other.",
    "changes": "No two actors are said to have stood one way at one time and otherwise at a later one.",
    "flows": "No report says that weapons, fighters, troops, refugees or money went anywhere.",
    "causes": "No report says what led to what.",
    "balance": "Of no three actors are each two said to stand with or against each other today: nothing to balance.",
    "outlets": "There are no two outlets to compare: all reports are of one.",
    "comparison": "There is nothing in which these outlets could be compared.",
    "figures": "No report gives a figure.",
    "disagreements": "No two claims were found that cannot both hold.",
}
# Rows that a terminal counts without listing them: those with none of these columns, and why.
REST: Final[dict[str, tuple[tuple[str, ...], str]]] = {
    "flows": (("from", "to", "via"), "of which no report says where from, where to or which way"),
    "outlets": (("both tell",), "pairs tell of no incident in common"),
}
ONLY: Final = {"quoted": "Quoted only by", "incident": "Told only by"}
MOST: Final = 12
STYLES: Final = {
    "killed": "bold yellow",
    "injured": "yellow",
    "actor": "cyan",
    "place": "green",
    "time": "magenta",
    "means": "bold",
    "speaker": "italic",
}


def table(record: Record, subject: Subject) -> RenderableType:
    """One subject of the record as a table, or a line that says why there is none."""
    made = drawn(rows(record, subject), subject)
    said = circles(Lookup(record)) if subject == "causes" else []
    return Group(made, *(Text(safe(line)) for line in said)) if said else made


def drawn(found: Sequence[Row], subject: str) -> RenderableType:
    """Rows as a table with the columns of a subject (`COLUMNS`), or a line that says why there are none.

    Rows that say nothing to somebody in a hurry are counted in a line below, not listed: ``--json`` has them.
    """
    if not found:
        return Text(EMPTY[subject])
    most, why = REST.get(subject, ((), ""))
    kept = [row for row in found if not most or any(row[column] for column in most)] or list(found)
    made = _listed({column: column for column in COLUMNS[subject]}, kept)
    rest = len(found) - len(kept)
    return Group(made, Text(f"{rest} more {why}; --json lists them.", style="dim")) if rest else made


def comparison(found: Sequence[Row]) -> RenderableType:
    """One outlet against each other one (`rashomon.show.comparison.compare_rows`), a table for each of the others.

    Whoever is quoted by one only, and incidents that only one tells, are a line each.
    """
    made: list[RenderableType] = []
    for (one, other), group in groupby(found, key=lambda row: (str(row["outlet"]), str(row["other"]))):
        of = list(group)
        lone = [row for row in of if _alone(row)]
        heads = {"what": "what", "about": "about", "first says": one, "other says": other, "how": "how"}
        made += [
            Text(),
            Text(safe(f"{one} beside {other}"), style="bold").append(safe(f"  {of[0]['note']}"), style="dim"),
            _listed(heads, [row for row in of if not _alone(row)]),
            *(_only(lone, heads[side], what, side) for side in ("first says", "other says") for what in ONLY),
        ]
    return Group(*made) if made else Text(EMPTY["comparison"])


def _alone(row: Row) -> bool:
    return row["what"] in ONLY and row["how"] == ONE


def _only(lone: Sequence[Row], outlet: str, what: str, side: str) -> Text:
    rows = [row for row in lone if row["what"] == what and row[side]]
    said = [f"{row['about']} ({row[side]})" if what == "quoted" else str(row["about"]) for row in rows]
    more = f"; and {len(said) - MOST} more" if len(said) > MOST else ""
    listed = "; ".join(safe(clip(words, CELL)) for words in said[:MOST]) or "nothing"
    return Text(safe(f"{ONLY[what]} {outlet}: "), style="bold").append(f"{listed}{more}", style="not bold")


def _listed(heads: Mapping[str, str], found: Sequence[Row]) -> Table:
    """A table of rows; ``heads`` maps columns to what stands above them."""
    made = Table(header_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    for column, head in heads.items():
        number = any(isinstance(row[column], int) for row in found)
        made.add_column(safe(clip(head, CELL)), overflow="fold", justify="right" if number else "left")
    for row in found:
        made.add_row(*(_cell(row[column]) for column in heads))
    return made


def document(record: Record, key: str) -> RenderableType:
    """One report with its claims marked in the text and listed below; NotFound if the record has no such report.

    ``key`` is an id, or the end of the path or source under which the report came.
    """
    look = Lookup(record)
    found = look.document(key)
    listed = Table(header_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    listed.add_column("at", justify="right")
    listed.add_column("claim", overflow="fold")
    listed.add_column("state")
    for row in document_rows(record, found.id):
        listed.add_row(_cell(row["start"]), _cell(row["claim"]), _cell(row["state"]))
    return Group(_title(found), Text(), marked(found, look), Text(), listed)


def marked(report: Document, look: Lookup) -> Text:
    """A report's text with the parts of its claims in style; every control character is shown as a sign."""
    parts = [
        part
        for claim in look.claims_of[report.id]
        if stands(claim, report.text)
        for part in parts_of(claim, report.text)
    ]
    out = Text()
    at = 0
    for part in unique(parts):
        if part.start >= at:
            out.append(safe(report.text[at : part.start], lines=True))
            out.append(safe(report.text[part.start : part.end], lines=True), style=STYLES.get(part.kind, ""))
            at = part.end
    out.append(safe(report.text[at:], lines=True))
    return out


def _title(report: Document) -> Text:
    when = words.period(report.published) if report.published else "undated"
    title = Text(safe(clip(report.title or "Untitled report", 200)), style="bold")
    return title.append(f"\n{safe(outlet(report))}, {safe(when)}", style="dim")


def _cell(value: str | int | float | None) -> Text:
    return Text("" if value is None else safe(clip(str(value), CELL)))
