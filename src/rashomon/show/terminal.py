"""Tables and marked reports for a terminal; no text of a report reaches it with control characters or as markup."""

from collections.abc import Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.records import Document, Record
from rashomon.show import words
from rashomon.show.analyses import Row, circles
from rashomon.show.lookup import Lookup, outlet
from rashomon.show.marks import parts_of, stands, unique
from rashomon.show.plain import clip, safe
from rashomon.show.tables import Subject, document_rows, rows

CELL: Final = 240
# What a terminal shows of each subject; ``--json`` has every key.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "documents": ("id", "title", "outlet", "published", "claims", "source"),
    "incidents": ("title", "when", "place", "like ACLED", "figures", "reports", "origins", "grade"),
    "claims": ("kind", "claim", "like ACLED", "voice", "reality"),
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
    "comparison": ("other", "what", "about", "first says", "other says", "how"),
    "figures": ("incident", "figure", "basis", "voice", "standing", "reason"),
    "disagreements": ("kind", "about", "scope", "sides", "why"),
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
    "balance": "No three actors were found of whom each two are said to stand with or against each other today, so that "
    "there is nothing to balance.",
    "outlets": "There are no two outlets to compare: all reports are of one.",
    "comparison": "There is nothing in which these outlets could be compared.",
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
    made = drawn(rows(record, subject), subject)
    said = circles(Lookup(record)) if subject == "causes" else []
    return Group(made, *(Text(safe(line)) for line in said)) if said else made


def drawn(found: Sequence[Row], subject: str) -> RenderableType:
    """Rows as a table with the columns of a subject (`COLUMNS`), or a line that says why there are none."""
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
    for row in document_rows(record, found.id):
        listed.add_row(_cell(row["start"]), _cell(row["claim"]))
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
