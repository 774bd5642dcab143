"""Annotated passages read from a file, and the annotator's graphs of the same passages."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from rashomon.annotate import Annotator
from rashomon.annotate.notation import Block, read_blocks
from rashomon.records import Document, Edge, Graph, Node, Region

# The passages that this project wrote and annotated by hand; see corpus/README.md.
CORPUS = Path(__file__).parents[1] / "corpus" / "samples.txt"


def blocks(path: Path) -> list[Block]:
    """Every annotated passage of a file in the notation. Raises NotationError, OSError."""
    with path.open(encoding="utf-8") as lines:
        return list(read_blocks(lines))


def predictions(annotator: Annotator, passages: Sequence[Block]) -> list[Graph]:
    """What the annotator reads in the same texts, each alone, in order; offsets are the passage's."""
    return read([block.text for block in passages], annotator)


def read(texts: Sequence[str], annotator: Annotator | None = None) -> list[Graph]:
    """The graph of each text, read alone, by the model in the package; offsets are the text's."""
    documents = [document(number, text) for number, text in enumerate(texts)]
    return [joined(found) for found in (annotator or Annotator())(documents)]


def document(number: int, text: str) -> Document:
    """A passage as a document of one body region in English; its number is its id."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    name, region = str(number), Region(kind="body", start=0, end=len(text))
    return Document(
        id=name, source=name, digest=digest, text_digest=digest, text=text, regions=(region,), language="en"
    )


def joined(graphs: Sequence[Graph]) -> Graph:
    """The graphs of one text as one graph: the annotator cuts a long passage; ids are numbered anew by position."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    for graph in graphs:
        names = {node.id: f"n{len(nodes) + i}" for i, node in enumerate(graph.nodes)}
        nodes += [
            Node(id=names[n.id], start=n.start, end=n.end, type=n.type, mode=n.mode, flag=n.flag, p=n.p)
            for n in graph.nodes
        ]
        edges += [Edge(names[e.source], e.label, names[e.target], e.p) for e in graph.edges]
    start = min((g.start for g in graphs), default=0)
    end = max((g.end for g in graphs), default=0)
    maker = graphs[0].maker if graphs else ""
    return Graph(document="", start=start, end=end, nodes=tuple(nodes), edges=tuple(edges), maker=maker)
