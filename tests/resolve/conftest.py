"""Reports in the claim-graph notation, resolved: what became of each mention."""

import pytest

from rashomon.annotate.notation import read_blocks
from rashomon.records import Edge, Graph, Judgement, Node, mention_key
from rashomon.resolve import Resolver
from rashomon.testing import make_document


class Resolved:
    """One report and its resolution, asked by the words of its mentions."""

    def __init__(self, *passages: str) -> None:
        text, graphs = "", []
        for passage in passages:
            marked, _, edges = passage.partition(" || ")
            (block,) = read_blocks(["### p", f"T: {marked}", f"E: {edges}"])
            nodes = tuple(
                Node(id=n.id, start=n.start + len(text), end=n.end + len(text), type=n.type) for n in block.graph.nodes
            )
            links = tuple(Edge(e.source, e.label, e.target) for e in block.graph.edges)
            end = len(text) + len(block.text)
            graphs.append(Graph(document="", start=len(text), end=end, nodes=nodes, edges=links, maker="test"))
            text += block.text + "\n\n"
        self.document = make_document(text)
        self.graphs = graphs
        (self.resolution,) = Resolver()([(self.document, graphs)])
        self.things = {thing.id: thing for thing in (*self.resolution.actors, *self.resolution.places)}

    def judgement(self, words: str, relation: str, nth: int = 0) -> Judgement | None:
        """The judgement on the nth mention with these words."""
        text = self.document.text
        spans = [(n.start, n.end) for g in self.graphs for n in g.nodes if text[n.start : n.end] == words]
        assert spans, f"no mention {words!r}"
        key = mention_key(self.document.id, *sorted(spans)[nth])
        return next((j for j in self.resolution.judgements if j.left == key and j.relation == relation), None)

    def actor(self, words: str, nth: int = 0):
        """The actor of a mention, None without one."""
        found = self.judgement(words, "is actor", nth)
        return self.things[found.right] if found and found.verdict == "same" else None

    def place(self, words: str, nth: int = 0):
        """The place of a mention, None without one."""
        found = self.judgement(words, "is place", nth)
        return self.things[found.right] if found and found.verdict == "same" else None


@pytest.fixture(scope="session")
def resolved():
    return Resolved
