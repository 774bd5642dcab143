"""The quality gate: what the program reaches on this project's own texts may not fall below the floors.

    python bench/gate.py            measure, print a table, exit 1 if a floor is broken
    python bench/gate.py --raise    then raise floors to 1.0 below what was measured; never lowers one

Needs no outside data. The floors are in `bench/floors.json`, by set and row: F1 of claim graphs on the annotated
passages, and per cent of the figures in the samples' table that the record holds. Lowering a floor is an edit of that
file by hand, with its reason in the commit.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from annotated import CORPUS, blocks, predictions
from graph_score import f1_rows, score
from sample_record import figure_rows

from rashomon.annotate import Annotator

FLOORS = Path(__file__).with_name("floors.json")
# How far below the measured value a raised floor stands: the arithmetic differs in the last digits between machines,
# and one passage of the corpus more or less is about 0.5.
MARGIN = 1.0

Figures = dict[str, dict[str, float]]


class Line(msgspec.Struct, frozen=True):
    """One floor, what was measured (None: nothing), and whether it holds."""

    name: str
    row: str
    floor: float | None
    measured: float | None

    @property
    def holds(self) -> bool:
        """A value without a floor holds; a floor without a value is broken."""
        return self.floor is None or (self.measured is not None and self.measured >= self.floor)


def compare(floors: Figures, measured: Figures) -> list[Line]:
    """Every floor and every measured value, in the order of measuring."""
    keys = [(name, row) for figures in (measured, floors) for name, rows in figures.items() for row in rows]
    return [
        Line(name, row, floors.get(name, {}).get(row), measured.get(name, {}).get(row))
        for name, row in dict.fromkeys(keys)
    ]


def raised(lines: Sequence[Line]) -> Figures:
    """The floors after raising: the old ones, or the measured values less the margin where that is higher."""
    floors: Figures = {}
    for line in lines:
        reached = round(line.measured - MARGIN, 1) if line.measured is not None else None
        known = [value for value in (line.floor, reached) if value is not None]
        floors.setdefault(line.name, {})[line.row] = max(0.0, *known)
    return floors


def table(lines: Sequence[Line]) -> str:
    """The comparison as plain text, one line a floor."""
    out = [f"{'set':10} {'row':16} {'floor':>6} {'measured':>9}"]
    for line in lines:
        mark = "" if line.holds else "  BROKEN"
        out.append(f"{line.name:10} {line.row:16} {_number(line.floor):>6} {_number(line.measured):>9}{mark}")
    return "\n".join(out)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def measure() -> Figures:
    """Everything that has a floor, measured with the model in the package."""
    passages = blocks(CORPUS)
    found = predictions(Annotator(), passages)
    graphs = f1_rows(score(zip((block.graph for block in passages), found, strict=True)))
    return {"corpus": graphs, "samples": figure_rows()}


def main(arguments: Sequence[str], path: Path = FLOORS, measured: Figures | None = None) -> int:
    """Run the gate on the floors of ``path``; 0 if they hold, 1 if one is broken."""
    parser = argparse.ArgumentParser(prog="gate.py", description="Check quality against the floors.")
    parser.add_argument("--raise", dest="upward", action="store_true", help="raise the floors to what is reached now")
    upward = parser.parse_args(arguments).upward
    floors = msgspec.json.decode(path.read_bytes(), type=Figures) if path.exists() else {}
    lines = compare(floors, measure() if measured is None else measured)
    print(table(lines))
    if upward:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(raised(lines)), indent=2) + b"\n")
        print(f"Floors written to {path.name}; none was lowered.")
    broken = sum(not line.holds for line in lines)
    if broken:
        print(f"{broken} of {len(lines)} below the floor.")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
