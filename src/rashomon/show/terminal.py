"""Tables and marked reports for a terminal; no text of a report reaches it with control characters or as markup."""

from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.records import Document, Record
from rashomon.show import words
from rashomon.show.lookup import Lookup, outlet
from rashomon.show.marks import parts_of, stands, unique
from rashomon.show.plain import clip, safe
from rashomon.show.tables import Subject, document_rows, rows

CELL: Final = 240
# What a terminal shows of each subject; ``--json`` has every key.
COLUMNS: Final[dict[Subject, tuple[str, ...]]] = {
    "documents": ("id", "title", "outlet", "published", "claims", "source"),
    "incidents": ("title", "when", "place", "like ACLED", "figures", "reports", "origins", "grade", "state"),
    "claims": ("kind", "claim", "like ACLED", "voice", "reality", "state"),
    "actors": ("name", "kind", "as written", "mentions", "incidents"),
    "places": ("name", "kind", "as written", "country", "lat", "lon", "why"),
    "ties": ("left", "relation", "right", "side", "when", "asserted by"),
    "figures": ("incident", "figure", "basis", "voice", "standing", "reason"),
    "disagreements": ("kind", "about", "scope", "sides", "why"),
}
EMPTY: Final[dict[Subject, str]] = {
    "documents": "No report has been read.",
    "places": "No place was identified.",
    "incidents": "No incident was found in these reports.",
    "claims": "No claim was found in these reports.",
    "actors": "No actor was identified.",
    "ties": "No report says of two identified actors how they stand to each other.",
    "figures": "No report gives a figure.",
    "disagreements": "No two claims were found that cannot both hold.",
}
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
    found = rows(record, subject)
    if not found:
        return Text(EMPTY[subject])
    made = Table(header_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    for column in COLUMNS[subject]:
        made.add_column(column, overflow="fold", justify="right" if isinstance(found[0][column], int) else "left")
    for row in found:
        made.add_row(*(_cell(row[column]) for column in COLUMNS[subject]))
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
