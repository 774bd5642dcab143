"""An indexed, read-only view of a claim graph: nodes by id, edges by label, clusters, and the sentences of its text."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

import msgspec

from rashomon.interpret.clusters import clusters
from rashomon.interpret.mending import mended
from rashomon.interpret.missed import completed
from rashomon.interpret.shots import only_shot
from rashomon.records import Document, Edge, Graph, Node, Span
from rashomon.values.sentences import sentences
from rashomon.vocab.scheme import MODES, SPEECH, fits

Read = TypeVar("Read")


class Weave(msgspec.Struct, frozen=True):
    """A graph over the text of its document; build it with `weave`, which leaves out what does not fit the scheme.

    The edges of a node are in order of the nodes at their other ends. ``lines`` has the sentence in which each node
    begins, ``known`` keeps what was read of nodes (`once`).
    """

    document: Document
    nodes: dict[str, Node]
    outgoing: dict[str, tuple[Edge, ...]]
    incoming: dict[str, tuple[Edge, ...]]
    clusters: dict[str, tuple[str, ...]]
    sentences: tuple[tuple[int, int], ...]
    order: tuple[str, ...]
    starts: tuple[int, ...]
    lines: dict[str, int]
    known: dict[Callable[..., Any], dict[str, Any]] = msgspec.field(default_factory=dict)

    def words(self, node_id: str) -> str:
        """The words of a node, verbatim."""
        node = self.nodes[node_id]
        return self.document.text[node.start : node.end]

    def span(self, start: int, end: int) -> Span:
        """The characters ``start:end`` with the words that stand there."""
        return Span(start=start, end=end, quote=self.document.text[start:end])

    def span_of(self, node_id: str) -> Span:
        """The span of a node."""
        return self.span(self.nodes[node_id].start, self.nodes[node_id].end)

    def out(self, node_id: str, *labels: str) -> list[Edge]:
        """Edges from a node with one of these labels, ordered by where they lead in the text."""
        return [edge for edge in self.outgoing.get(node_id, ()) if edge.label in labels]

    def into(self, node_id: str, *labels: str) -> list[Edge]:
        """Edges to a node with one of these labels, ordered by where they come from in the text."""
        return [edge for edge in self.incoming.get(node_id, ()) if edge.label in labels]

    def triggers(self) -> list[str]:
        """Ids of the triggers, in text order."""
        return [node_id for node_id, node in self.nodes.items() if node.type in MODES]

    def mentions(self) -> list[str]:
        """Ids of the mentions (everything but triggers), in text order."""
        return [node_id for node_id, node in self.nodes.items() if node.type not in MODES]

    def beginning(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the nodes that begin in ``start:end``, in text order, found without a look at the others."""
        return self.order[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def fellows(self, node_id: str) -> tuple[str, ...]:
        """Ids of the nodes that begin in the same sentence as one, itself included, in text order."""
        return self.within(self.sentence(node_id))

    def within(self, at: int) -> tuple[str, ...]:
        """Ids of the nodes that begin in a sentence, by its index, in text order; none where there is no such one."""
        if not 0 <= at < max(len(self.sentences), 1):
            return ()
        following = self.sentences[at + 1][0] if at + 1 < len(self.sentences) else len(self.document.text) + 1
        return self.beginning(self.sentences[at][0] if at else 0, following)

    def cluster(self, node_id: str) -> tuple[str, ...]:
        """All mentions that are `same` as this one, itself included, in text order."""
        return self.clusters.get(node_id, (node_id,))

    def speech_parents(self, node_id: str) -> list[Edge]:
        """``content`` edges into a trigger from triggers of speech, the most probable first, then the nearest."""
        edges = [edge for edge in self.into(node_id, "content") if self.nodes[edge.source].type in SPEECH]
        here = self.nodes[node_id].start
        return sorted(edges, key=lambda edge: (-edge.p, abs(self.nodes[edge.source].start - here)))

    def sentence(self, node_id: str) -> int:
        """The index of the sentence in which a node begins."""
        return self.lines[node_id]

    def sentence_span(self, node_id: str) -> Span:
        """The sentence that holds a node; sentences, where the splitter cut the node in two."""
        if not self.sentences:
            return self.span_of(node_id)
        node = self.nodes[node_id]
        start, end = self.sentences[self.lines[node_id]]
        return self.span(min(start, node.start), max(end, node.end))


def once(read: Callable[[Weave, str], Read]) -> Callable[[Weave, str], Read]:
    """A function of a passage and one of its nodes that reads each node once: many claims ask the same of a mention.

    Nobody may change what it gives back.
    """

    @wraps(read)
    def kept(weave: Weave, node_id: str) -> Read:
        known = weave.known.setdefault(read, {})
        if node_id not in known:
            known[node_id] = read(weave, node_id)
        found: Read = known[node_id]
        return found

    return kept


def weave(document: Document, graph: Graph) -> Weave:
    """The view of one graph. Nodes outside the text and edges that do not fit the scheme are left out."""
    length = len(document.text)
    ordered = sorted(graph.nodes, key=lambda node: (node.start, node.end, node.id))
    nodes = only_shot(document.text, {node.id: node for node in ordered if 0 <= node.start < node.end <= length})
    fitting = [
        edge
        for edge in graph.edges
        if edge.source in nodes
        and edge.target in nodes
        and edge.source != edge.target
        and fits(edge.label, nodes[edge.source].type, nodes[edge.target].type)
    ]
    nodes, fitting = completed(document.text, nodes, fitting)
    edges = sorted(
        mended(document.text, nodes, fitting), key=lambda edge: (edge.source, edge.label, edge.target, -edge.p)
    )
    lines = sentences(document.text)
    last = len(document.text)
    place = {name: (node.start, node.end, name) for name, node in nodes.items()}
    return Weave(
        document=document,
        nodes=nodes,
        # in order here, once, as the edges of a node are asked for again and again
        outgoing=_grouped(((edge.source, edge) for edge in edges), lambda edge: place[edge.target]),
        incoming=_grouped(((edge.target, edge) for edge in edges), lambda edge: place[edge.source]),
        clusters=clusters(document.text, nodes, edges, lines),
        sentences=lines,
        order=tuple(nodes),
        starts=tuple(node.start for node in nodes.values()),
        lines={name: max(bisect_right(lines, (node.start, last)) - 1, 0) for name, node in nodes.items()},
    )


def _grouped(
    pairs: Iterable[tuple[str, Edge]], place: Callable[[Edge], tuple[int, int, str]]
) -> dict[str, tuple[Edge, ...]]:
    found: dict[str, list[Edge]] = {}
    for key, edge in pairs:
        row = found.setdefault(key, [])
        # of an edge given twice, the more probable reading comes first and stays
        if not row or (row[-1].source, row[-1].label, row[-1].target) != (edge.source, edge.label, edge.target):
            row.append(edge)
    return {key: tuple(sorted(row, key=place)) for key, row in found.items()}
