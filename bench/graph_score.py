"""Score predicted claim graphs against annotated ones: precision, recall and F1 by row, and the headline ``graph``.

A predicted node matches an annotated node of the same type that it overlaps: one to one, the pairs with the largest
shared part of their joint length first (ties by the ids). An edge matches where its label is equal and both its ends
match; at an edge's end SAY and the speech acts are one type, and so are GPE with LOC and ORG with GROUP, so that a
role is not lost with a close type.

| row | counts |
|---|---|
| mention, trigger | nodes of the right type that overlap |
| exact | both, equal offsets |
| role | trigger -> mention edges |
| who-said-what | ``agent`` of a speech trigger, and ``content`` |
| count, cause | ``count`` and ``causes`` edges |
| tie | ``of``, ``leads``, ``in``, ``ally``, ``enemy`` |
| same | pairs that the ``same`` edges imply, all of a cluster |
| flag | triggers whose flag is not fact, found with that flag |
| graph | the mean F1 of trigger, role, who-said-what, count, tie, same and flag |
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

import msgspec

from rashomon.records import Edge, Graph, Node
from rashomon.values.groups import groups
from rashomon.vocab.scheme import MENTIONS, ROLES, SPEECH, TRIGGERS

ROWS = ("mention", "trigger", "exact", "role", "who-said-what", "count", "tie", "same", "cause", "flag")
HEADLINE = ("trigger", "role", "who-said-what", "count", "tie", "same", "flag")
CLASSES = {**dict.fromkeys(SPEECH, "SPEECH"), "LOC": "GPE", "GROUP": "ORG"}

Pair = tuple[Graph, Graph]  # annotated, predicted


class Tally(msgspec.Struct, frozen=True):
    """How many were predicted, how many annotated, and how many are both; figures are per cent."""

    hits: int = 0
    predicted: int = 0
    annotated: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.hits + other.hits, self.predicted + other.predicted, self.annotated + other.annotated)

    @property
    def precision(self) -> float:
        """Hits in a hundred predicted; 0 where nothing was."""
        return 100 * self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Hits in a hundred annotated; 0 where nothing was."""
        return 100 * self.hits / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def score(pairs: Iterable[Pair]) -> dict[str, Tally]:
    """The tally of every row over (annotated, predicted) graphs of the same passages."""
    total = dict.fromkeys(ROWS, Tally())
    for annotated, predicted in pairs:
        for row, tally in _rows(annotated, predicted):
            total[row] += tally
    return total


def headline(tallies: dict[str, Tally]) -> float:
    """The row ``graph``: the mean of the headline rows' F1, each to one decimal as in the table."""
    return round(sum(round(tallies[row].f1, 1) for row in HEADLINE) / len(HEADLINE), 1)


def f1_rows(tallies: dict[str, Tally]) -> dict[str, float]:
    """F1 by row, to one decimal, ``graph`` last."""
    return {**{row: round(tallies[row].f1, 1) for row in ROWS}, "graph": headline(tallies)}


def by_type(pairs: Iterable[Pair]) -> dict[str, Tally]:
    """The tally of every mention and trigger type, by the rules of the rows ``mention`` and ``trigger``."""
    total = dict.fromkeys((*MENTIONS, *TRIGGERS), Tally())
    for annotated, predicted in pairs:
        types = {node.id: node.type for node in predicted.nodes}
        for node in annotated.nodes:
            total[node.type] += Tally(annotated=1)
        for node in predicted.nodes:
            total[node.type] += Tally(predicted=1)
        for name in match(annotated, predicted, _same_type):
            total[types[name]] += Tally(hits=1)
    return total


def match(annotated: Graph, predicted: Graph, alike: Callable[[str, str], bool]) -> dict[str, str]:
    """Predicted node id -> annotated node id, one to one, the largest shared part first."""
    found: list[tuple[float, str, str]] = []
    for p in predicted.nodes:
        for a in annotated.nodes:
            overlap = min(p.end, a.end) - max(p.start, a.start)
            if overlap > 0 and alike(p.type, a.type):
                found.append((-overlap / (max(p.end, a.end) - min(p.start, a.start)), p.id, a.id))
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for _, name, other in sorted(found):
        if name not in pairs and other not in taken:
            pairs[name] = other
            taken.add(other)
    return pairs


def _same_type(left: str, right: str) -> bool:
    return left == right


def _same_class(left: str, right: str) -> bool:
    return CLASSES.get(left, left) == CLASSES.get(right, right)


def _rows(annotated: Graph, predicted: Graph) -> Iterator[tuple[str, Tally]]:
    yield from _nodes(annotated, predicted)
    loose = match(annotated, predicted, _same_class)
    yield from _edges(annotated, predicted, loose)
    left, right = _together(annotated), _together(predicted)
    hits = sum(frozenset(loose.get(name, "") for name in pair) in left for pair in right)
    yield "same", Tally(hits, len(right), len(left))
    flags, found = _flags(annotated), _flags(predicted)
    hits = sum(flags.get(loose.get(name, "")) == flag for name, flag in found.items())
    yield "flag", Tally(hits, len(found), len(flags))


def _nodes(annotated: Graph, predicted: Graph) -> Iterator[tuple[str, Tally]]:
    strict = match(annotated, predicted, _same_type)
    left = {node.id: node for node in annotated.nodes}
    right = {node.id: node for node in predicted.nodes}
    for row, types in (("mention", MENTIONS), ("trigger", TRIGGERS)):
        hits = sum(right[name].type in types for name in strict)
        yield row, Tally(hits, _count(predicted.nodes, types), _count(annotated.nodes, types))
    exact = sum(_span(right[name]) == _span(left[other]) for name, other in strict.items())
    yield "exact", Tally(exact, len(right), len(left))


def _count(nodes: Iterable[Node], types: tuple[str, ...]) -> int:
    return sum(node.type in types for node in nodes)


def _span(node: Node) -> tuple[int, int]:
    return node.start, node.end


def _edges(annotated: Graph, predicted: Graph, loose: dict[str, str]) -> Iterator[tuple[str, Tally]]:
    left = {node.id: node.type for node in annotated.nodes}
    right = {node.id: node.type for node in predicted.nodes}
    wanted = _triples(annotated.edges)
    for source, label, target in _triples(predicted.edges):
        if source in right and target in right:
            hit = (loose.get(source, ""), label, loose.get(target, "")) in wanted
            for row in edge_rows(label, right[source]):
                yield row, Tally(hits=int(hit), predicted=1)
    for source, label, _ in wanted:
        for row in edge_rows(label, left[source]):
            yield row, Tally(annotated=1)


def _triples(edges: Iterable[Edge]) -> set[tuple[str, str, str]]:
    """Edges without their probabilities; ``same`` is scored by clusters."""
    return {(edge.source, edge.label, edge.target) for edge in edges if edge.label != "same"}


def edge_rows(label: str, source_type: str) -> tuple[str, ...]:
    """The rows in which an edge counts; ``agent`` of a speech trigger counts in two."""
    if label in ROLES:
        return ("role", "who-said-what") if label == "agent" and source_type in SPEECH else ("role",)
    return {"content": ("who-said-what",), "causes": ("cause",), "count": ("count",)}.get(label, ("tie",))


def _together(graph: Graph) -> set[frozenset[str]]:
    """Pairs of node ids that ``same`` edges put together, directly or over others."""
    known = {node.id for node in graph.nodes}
    same = ((e.source, e.target) for e in graph.edges if e.label == "same" and {e.source, e.target} <= known)
    together = groups([node.id for node in graph.nodes], same)
    return {frozenset(pair) for names in together for pair in combinations(names, 2)}


def _flags(graph: Graph) -> dict[str, str]:
    return {node.id: node.flag for node in graph.nodes if node.flag not in (None, "fact")}
