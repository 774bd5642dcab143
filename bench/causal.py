"""Causal News Corpus: sentences of protest news that tell of a cause, and where cause and effect stand."""

import ast
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from annotated import read
from board import Table, json_lines
from extents import overlap
from graph_score import Tally

from rashomon.records import Graph

FILE = Path("data", "causal", "dev_subtask2_grouped.jsonl.gz")
TAG = re.compile(r"</?(?:ARG[01]|SIG\d+)>")
PROTOCOL = """\
340 sentences of the Causal News Corpus' development part (Tan et al. 2022), each read alone. *sentence*: a sentence \
counts as causal if its graph has a `causes` edge. *relation*: an edge finds an annotated relation if its first \
trigger stands in the annotated cause and its second in the annotated effect, one to one; *cause* and *effect* count \
the ends alone, by a shared character. The scheme draws `causes` only between acts of conflict and what they bring \
about, and only where the text says so; the corpus marks any cause, reason or purpose of anything (a court's \
reasons, what weather did), so recall is bounded by scope. Signal words are not marked by the scheme and not scored. \
Its training part is among the sets that training begins with; these sentences are not."""

Span = tuple[int, int]
Relation = tuple[Span, Span]  # cause, effect


def table(data: Path) -> Table | None:
    """F1 of causal sentences, and of causes with their effects; None without the data."""
    path = data / FILE
    if not path.exists():
        return None
    sentences = json_lines(path)
    graphs = read([sentence["text"] for sentence in sentences])
    annotated = [relations(sentence["causal_text_w_pairs"]) for sentence in sentences]
    found = tallies(annotated, [causes(graph) for graph in graphs])
    return Table(
        name="causal",
        title="What causes what: Causal News Corpus",
        protocol=PROTOCOL,
        head=("row", "P", "R", "F1", "annotated"),
        rows=tuple((name, t.precision, t.recall, t.f1, t.annotated) for name, t in found.items()),
    )


def tallies(annotated: Iterable[Sequence[Relation]], found: Iterable[Sequence[Relation]]) -> dict[str, Tally]:
    """Sentences, relations and their ends, over sentences."""
    total = dict.fromkeys(("sentence", "relation", "cause", "effect"), Tally())
    for left, right in zip(annotated, found, strict=True):
        total["sentence"] += Tally(int(bool(left and right)), int(bool(right)), int(bool(left)))
        total["relation"] += Tally(paired(left, right), len(right), len(left))
        for end, name in enumerate(("cause", "effect")):
            a, b = [(relation[end],) for relation in left], [(relation[end],) for relation in right]
            total[name] += overlap(a, b)
    return total


def paired(annotated: Sequence[Relation], found: Sequence[Relation]) -> int:
    """How many relations found have both ends in those of an annotated one, one to one, in order."""
    left = list(annotated)
    for relation in found:
        hit = next((one for one in left if all(touch(a, b) for a, b in zip(one, relation, strict=True))), None)
        if hit:
            left.remove(hit)
    return len(annotated) - len(left)


def touch(one: Span, other: Span) -> bool:
    """Whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]


def causes(graph: Graph) -> list[Relation]:
    """The triggers that ``causes`` edges lead from and to."""
    spans = {node.id: (node.start, node.end) for node in graph.nodes}
    return [(spans[edge.source], spans[edge.target]) for edge in graph.edges if edge.label == "causes"]


def relations(literal: str) -> list[Relation]:
    """The relations of a sentence from the corpus' list of marked copies of it, written as a Python list."""
    return [marked(copy) for copy in ast.literal_eval(literal)]


def marked(copy: str) -> Relation:
    """Where cause (ARG0) and effect (ARG1) stand in a sentence, in which they and the signals (SIG) are marked."""
    at: dict[str, int] = {}
    shift = 0
    for tag in TAG.finditer(copy):
        at[tag.group()] = tag.start() - shift
        shift += len(tag.group())
    return (at["<ARG0>"], at["</ARG0>"]), (at["<ARG1>"], at["</ARG1>"])
