"""Numbers of hostile passages: the work grows with them, not with their pairs."""

import sys
from types import FrameType

import pytest

from rashomon.interpret import Interpreter
from rashomon.records import Document, Edge, Graph, Node
from rashomon.testing import make_document

# One clause of a passage that repeats it: its pieces, and what each is marked as.
SHAPES = {
    "numbers that count": [("30", "QUANT"), (" ", ""), ("men", "GROUP"), (" ", "")],
    "a part of a whole": [("12", "QUANT"), (" of the ", ""), ("40", "QUANT"), (" ", ""), ("men", "GROUP"), (". ", "")],
    "one among others": [("48", "QUANT"), (" ", ""), ("men", "GROUP"), (", including ", ""), ("9", "QUANT"), (" ", "")],
    "a toll that rose": [("The toll rose from ", ""), ("23", "QUANT"), (" to ", ""), ("48", "QUANT"), (" ", ""),
                         ("men", "GROUP"), (". ", "")],
    "an earlier count": [("An earlier toll of ", ""), ("23", "QUANT"), (" ", ""), ("men", "GROUP"), (". ", "")],
    "killed by": [("killed", "KILL"), (" by ", ""), ("5", "QUANT"), (" ", ""), ("men", "GROUP"), (" ", "")],
}  # fmt: skip


def passage(shape: str, times: int, all_of_one: bool) -> tuple[Document, list[Graph]]:
    """A clause ``times`` times; every number counts the next noun, or the very first."""
    text, nodes, edges = "", [], []
    for _ in range(times):
        for words, kind in SHAPES[shape]:
            if kind:
                nodes.append(Node(id=f"n{len(nodes)}", start=len(text), end=len(text) + len(words), type=kind))
            text += words
    groups = [node for node in nodes if node.type == "GROUP"]
    for node in nodes:
        following = next((group for group in groups[:1] if all_of_one), None) or next(
            (other for other in nodes[int(node.id[1:]) :] if other.type == "GROUP"), groups[-1]
        )
        if node.type in ("QUANT", "KILL"):
            edges.append(Edge(node.id, "count" if node.type == "QUANT" else "target", following.id))
    document = make_document(text)
    graph = Graph(document=document.id, start=0, end=len(text), nodes=tuple(nodes), edges=tuple(edges), maker="t")
    return document, [graph]


def steps(shape: str, times: int, all_of_one: bool) -> int:
    """How many functions are called to read the passage."""
    batch = [passage(shape, times, all_of_one)]
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        Interpreter()(batch)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("shape", "all_of_one"),
    [*((shape, False) for shape in SHAPES), *((shape, True) for shape in SHAPES if "by" not in shape)],
)
def test_twice_the_numbers_are_twice_the_work(shape, all_of_one):
    steps(shape, 10, all_of_one)  # tables are read once
    assert steps(shape, 100, all_of_one) < 2.5 * steps(shape, 50, all_of_one)
