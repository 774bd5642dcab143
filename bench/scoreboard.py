"""The scoreboard: every benchmark that has data at hand, in one page of tables.

    python bench/scoreboard.py DATA [--print-only]       every benchmark
    python bench/scoreboard.py DATA --only NAME ...     some of the public ones, printed

DATA is a folder with the outside data (`docs/evaluation.md` says what goes where); a part that isn't there gets a line
that says so. The tables go to standard output and, between its markers, into `docs/evaluation.md`.
"""

import argparse
import sys
import tomllib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from types import ModuleType

import actor_cases
import causal
import coreference
import gva
import muc4
import plover
import polnear
import re3d
import satp
import timeml
import toponyms
import ucdp
import wikievents
import worldwide
from annotated import CORPUS, blocks, predictions
from board import Peer, markdown, others, peers, section, sources
from graph_score import ROWS, Pair, Tally, by_type, f1_rows, headline, score
from sample_record import ROWS as FIGURE_ROWS
from sample_record import figure_rows

from rashomon.annotate import Annotator
from rashomon.annotate.model import manifest
from rashomon.records import Graph
from rashomon.vocab.scheme import MENTIONS, SPEECH, TRIGGERS

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "evaluation.md"
BEGIN, END = "<!-- scoreboard -->", "<!-- end of the scoreboard -->"
DEV = Path("claimgraph", "passages", "dev.txt")
OPINION = HERE / "opinion.toml"

# The public benchmarks, in the order of the page: modules of this folder with `table(data) -> board.Table | None`.
PUBLIC: tuple[ModuleType, ...] = (
    plover,
    polnear,
    causal,
    worldwide,
    re3d,
    coreference,
    muc4,
    wikievents,
    satp,
    gva,
    timeml,
    actor_cases,
    toponyms,
    ucdp,
)


def row_table(tallies: dict[str, Tally], beside: Sequence[Peer]) -> str:
    """Precision, recall, F1 and how many were annotated, by row, with others' F1 beside."""
    rows: list[list[object]] = []
    for row in ROWS:
        tally = tallies[row]
        rows.append([row, tally.precision, tally.recall, tally.f1, *others(row, beside), tally.annotated])
    rows.append(["**graph**", None, None, headline(tallies), *others("graph", beside), None])
    return markdown(["row", "P", "R", "F1", *[f"F1, {peer.name}" for peer in beside], "annotated"], rows)


def kind_table(named: Sequence[tuple[str, Pair]]) -> str:
    """F1 by kind of source, the part of a passage's id before the first slash."""
    kinds: dict[str, list[Pair]] = {}
    for name, pair in named:
        kinds.setdefault(name.split("/")[0], []).append(pair)
    rows: list[list[object]] = []
    for kind, pairs in sorted(kinds.items()):
        found = f1_rows(score(pairs))
        rows.append([kind, len(pairs), *[found[row] for row in (*ROWS, "graph")]])
    return markdown(["source", "passages", *ROWS, "graph"], rows)


def voice_table(named: Sequence[tuple[str, Pair]], opinion: Collection[str]) -> str:
    """F1 of news, of opinion prose, and of the passages of either kind with a voice within a voice."""
    parts = {
        "news": [pair for name, pair in named if name not in opinion],
        "opinion": [pair for name, pair in named if name in opinion],
        "embedded voices": [pair for _, pair in named if embedded(pair[0])],
    }
    rows: list[list[object]] = []
    for part, pairs in parts.items():
        found = f1_rows(score(pairs))
        rows.append([part, len(pairs), *[found[row] for row in (*ROWS, "graph")]])
    return markdown(["kind of prose", "passages", *ROWS, "graph"], rows)


def embedded(graph: Graph) -> bool:
    """Whether somebody is said to say something: a ``content`` edge from one speech act to another."""
    speech = {node.id for node in graph.nodes if node.type in SPEECH}
    return any(edge.label == "content" and {edge.source, edge.target} <= speech for edge in graph.edges)


def type_table(pairs: Sequence[Pair], types: Sequence[str]) -> str:
    """Precision, recall and F1 of node types, the most frequent first; types that nobody annotated are left out."""
    tallies = by_type(pairs)
    seen = sorted((name for name in types if tallies[name].annotated), key=lambda name: -tallies[name].annotated)
    rows = [[n, tallies[n].annotated, tallies[n].precision, tallies[n].recall, tallies[n].f1] for n in seen]
    return markdown(["type", "annotated", "P", "R", "F1"], rows)


def graphs(path: Path, annotator: Annotator) -> list[tuple[str, Pair]]:
    """(id, (annotated, predicted)) of every passage of a file."""
    passages = blocks(path)
    found = predictions(annotator, passages)
    return [(block.id, (block.graph, graph)) for block, graph in zip(passages, found, strict=True)]


def news(data: Path, annotator: Annotator) -> Iterator[str]:
    """The section on claim graphs of held-out news."""
    yield "### Claim graphs: held-out news"
    path = data / DEV
    if not path.exists():
        yield f"No data at hand: the data folder has no `{DEV.as_posix()}`."
        return
    named = graphs(path, annotator)
    pairs = [pair for _, pair in named]
    yield f"{len(pairs)} passages that the model was not trained on."
    beside = peers("claimgraph")
    yield row_table(score(pairs), beside)
    yield sources(beside)
    yield "By kind of source, F1:"
    yield kind_table(named)
    yield "News, opinion (the author argues, judges or tells in person), and voices within voices in either, F1:"
    yield voice_table(named, tomllib.loads(OPINION.read_text("utf-8"))["opinion"])
    yield "Triggers by type:"
    yield type_table(pairs, TRIGGERS)
    yield "Mentions by type:"
    yield type_table(pairs, MENTIONS)


def corpus(annotator: Annotator) -> Iterator[str]:
    """The section on the passages of this project."""
    yield "### Claim graphs: this project's own passages"
    pairs = [pair for _, pair in graphs(CORPUS, annotator)]
    yield (
        f"{len(pairs)} passages of `corpus/samples.txt`: invented reports that we wrote and annotated ourselves, once. "
        "A small set, in one style; it watches for regressions (the gate), and says little about news."
    )
    yield row_table(score(pairs), [])


def record() -> Iterator[str]:
    """The section on the figures that the whole program finds in the samples."""
    yield "### The record: figures of the sample reports"
    yield (
        "Of the figures in the table of who says what (`samples/README.md`), per cent in the record with the right "
        "bounds; with the right measure too; and put in somebody's mouth, or the author's, as the table has it."
    )
    found = figure_rows()
    yield markdown(["row", "per cent"], [[row, found[row]] for row in FIGURE_ROWS])


def public(data: Path, benchmarks: Sequence[ModuleType] = PUBLIC) -> Iterator[str]:
    """The sections of the public benchmarks; those whose data is missing are named at the end."""
    missing = []
    for benchmark in benchmarks:
        table = benchmark.table(data)
        if table is None:
            missing.append(benchmark.__name__)
        else:
            yield from section(table, peers(table.name))
    if missing:
        yield f"No data at hand for: {', '.join(missing)}."


def page(data: Path, annotator: Annotator) -> str:
    """Every section, in Markdown."""
    model, digest = manifest()
    head = f"Model `{model.name}`, manifest `{digest[:12]}`. F1, P and R in per cent; the rows are explained above."
    return "\n\n".join([head, *news(data, annotator), *public(data), *corpus(annotator), *record()])


def written(text: str, tables: str) -> str:
    """The evaluation page with new tables between its markers; ValueError if it has none."""
    before, found, rest = text.partition(BEGIN)
    _, closed, after = rest.partition(END)
    if not (found and closed):
        raise ValueError(f"the page lacks its markers {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{tables}\n\n{END}{after}"


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(prog="scoreboard.py", description="Measure quality on the data at hand.")
    parser.add_argument("data", type=Path, help="folder with the outside data; parts of it may be missing")
    parser.add_argument("--print-only", action="store_true", help="leave docs/evaluation.md as it is")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="print these public benchmarks, nothing else")
    given = parser.parse_args(arguments)
    if given.only:
        print("\n\n".join(public(given.data, [module for module in PUBLIC if module.__name__ in given.only])))
        return
    tables = page(given.data, Annotator())
    print(tables)
    if not given.print_only:
        PAGE.write_text(written(PAGE.read_text("utf-8"), tables), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
