"""Annotated passages read from a file, and the annotator's graphs of the same passages."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from rashomon.annotate import Annotator
from rashomon.annotate.batches import Passage, arrays, batches, prepared
from rashomon.annotate.decode import Floats
from rashomon.annotate.model import load
from rashomon.annotate.notation import Block, read_blocks
from rashomon.records import Document, Edge, Graph, Node, Region

# The passages that this project wrote and annotated by hand; see corpus/README.md.
CORPUS = Path(__file__).parents[1] / "corpus" / "samples.txt"

TOKENS = 512  # sub-tokens encoded at a time


class Encoded(msgspec.Struct, frozen=True):
    """The words of a text as the model's encoder sees them: where each starts, and its vector, one row a word."""

    starts: tuple[int, ...]
    vectors: Floats


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


def encoded(texts: Sequence[str]) -> list[Encoded]:
    """The words of each text (at least one) with their vectors, by the model in the package; offsets are the text's.

    A word's vector is that of its first sub-token; words that stand past the longest passage are left out.
    """
    of: dict[str, list[Encoded]] = {}
    for passage, vectors in encoded_passages(texts):
        starts = tuple(passage.start + start for start in passage.words.starts[: len(vectors)])
        of.setdefault(passage.document, []).append(Encoded(starts, vectors))
    return [in_a_row(of[str(number)]) for number in range(len(texts))]


def encoded_passages(texts: Sequence[str]) -> list[tuple[Passage, Floats]]:
    """The passages of the texts, in order, whose document is the text's number, each with a vector per word."""
    loaded = load()
    queue = prepared(loaded, [document(number, text) for number, text in enumerate(texts)])
    found: dict[int, Floats] = {}
    for group in batches(queue, TOKENS):
        vectors, _ = loaded.encode(*arrays(group))
        found |= {passage.order: rows[passage.pieces.first] for passage, rows in zip(group, vectors, strict=True)}
    return [(passage, found[passage.order]) for passage in queue]


def in_a_row(parts: Sequence[Encoded]) -> Encoded:
    """The parts of one text, one after the other."""
    starts = tuple(start for part in parts for start in part.starts)
    return Encoded(starts, np.concatenate([part.vectors for part in parts]))


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
