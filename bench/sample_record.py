"""The record of the sample reports against the table of who says what in `samples/README.md`.

Of the figures in the table, in per cent: ``figures`` are in the record with the right bounds, from the sentence that
the table quotes; ``measures`` also say rightly what is counted (killed, injured ...); ``attributed`` are also put in
somebody's mouth where the table names a voice, and in the author's where it names none.
"""

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from rashomon.api import Case
from rashomon.records import AnyClaim, Document, FigureClaim, Record

SAMPLES = Path(__file__).parents[1] / "samples"
ROWS = ("figures", "measures", "attributed")
# What the table's column "counted" says, and the record's measures that mean it.
MEASURES = {
    "missing": ("missing",),
    "injured": ("injured",),
    "freed": ("released", "freed", "rescued"),
    "": ("killed",),
}


class Expected(msgspec.Struct, frozen=True):
    """One row of the table: bounds (None is open), the words in which the report says it, whether the author does."""

    report: str
    author: bool | None
    counted: str
    lower: int | None
    upper: int | None
    approx: bool
    words: str


def expectations(page: str) -> list[Expected]:
    """The rows of the tables that give a number; rows about denials and vague words are left out."""
    rows = [line.strip("| \n").split(" | ") for line in page.splitlines()]
    found = []
    for row in rows:
        if len(row) == 5 and row[0].startswith("`") and (bounds := _bounds(row[3])):
            report, voice, counted, figure, words = row
            lower, upper = bounds
            approx = "approx" in figure
            found.append(Expected(report.strip("`"), _author(voice), counted, lower, upper, approx, words))
    return found


def _bounds(figure: str) -> tuple[int | None, int | None] | None:
    """``17..``, ``..12``, ``26``, ``20,000, approximately``, ``14, before 9`` as bounds; None for words."""
    match = re.match(r"(\.\.)?(\d{1,3}(?:,\d{3})*)(\.\.)?", figure)
    if not match:
        return None
    value = int(match[2].replace(",", ""))
    return (None if match[1] else value), (None if match[3] else value)


def _author(voice: str) -> bool | None:
    """Whether the author says it; None where both readings are right: by way of somebody, unnamed, of the own house."""
    if "by way of" in voice or voice.startswith("unnamed") or voice == "IOMOR":
        return None
    return voice.startswith("the author")


def reached(expected: Expected, document: Document, claims: Sequence[FigureClaim]) -> tuple[bool, bool, bool]:
    """Whether some figure of the report has the bounds; also the measure; also the right kind of voice."""
    at = document.text.find(expected.words)
    here = [c for c in claims if at >= 0 and _covers(c, at, at + len(expected.words)) and _agrees(expected, c)]
    key = next((word for word in MEASURES if word and word in expected.counted), "")
    measured = [c for c in here if c.measure in MEASURES[key]]
    voiced = [c for c in measured if expected.author in (None, len(c.voices) == 1)]
    return bool(here), bool(measured), bool(voiced)


def _covers(claim: FigureClaim, start: int, end: int) -> bool:
    """A span of the claim shares a character with the quoted words."""
    return any(span.start < end and start < span.end for span in claim.spans)


def _agrees(expected: Expected, claim: FigureClaim) -> bool:
    if expected.approx:
        inside = (claim.lower or 0) <= (expected.lower or 0) <= (claim.upper or 10**9)
        return claim.approx and inside
    lower = expected.lower if expected.lower is not None else claim.lower  # "up to 12" may begin at 0 or 1
    return (claim.lower, claim.upper) == (lower, expected.upper)


def figure_rows(record: Record | None = None) -> dict[str, float]:
    """Per cent of the table's figures that the record holds, by row; reads the samples if no record is given."""
    record = record or read_samples()
    documents: dict[str, list[Document]] = {}
    for document in record.documents:
        documents.setdefault(Path(document.path or document.source).name.split("#")[0], []).append(document)
    wanted = expectations((SAMPLES / "README.md").read_text("utf-8"))
    counts = [0] * len(ROWS)
    for expected in wanted:
        for place, hit in enumerate(_best(expected, documents.get(expected.report, []), record.claims)):
            counts[place] += hit
    return {row: round(100 * count / len(wanted), 1) for row, count in zip(ROWS, counts, strict=True)}


def _best(expected: Expected, documents: Sequence[Document], claims: Sequence[AnyClaim]) -> tuple[bool, bool, bool]:
    """The best that any document of the report reaches; a feed is several."""
    figures = [claim for claim in claims if isinstance(claim, FigureClaim)]
    found = [reached(expected, d, [c for c in figures if c.document == d.id]) for d in documents]
    return max(found, default=(False, False, False))


def read_samples() -> Record:
    """The record of `samples/reports`, read into a case that is thrown away."""
    with tempfile.TemporaryDirectory() as folder, Case(Path(folder) / "samples.db") as case:
        case.read([str(SAMPLES / "reports")])
        case.update()
        return case.record()
