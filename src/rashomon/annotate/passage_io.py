"""Lone passages in and out as JSON lines: the contract of `rashomon annotate`."""

import hashlib

import msgspec

from rashomon.records import Document, Graph, Node, Region


class Given(msgspec.Struct, frozen=True):
    """A passage as a line gives it."""

    id: str
    text: str


def read_passage(number: int, line: bytes) -> tuple[Document, str]:
    """A line as a one-passage document, and what is wrong with it ("" if nothing; the document is then empty)."""
    problem = ""
    try:
        given = msgspec.json.decode(line, type=Given)
    except msgspec.MsgspecError as error:
        given, problem = Given(f"line {number}", ""), f"line {number} is not a passage {{id, text}}: {error}"
    digest = hashlib.sha256(given.text.encode("utf-8", "surrogatepass")).hexdigest()
    regions = (Region(kind="body", start=0, end=len(given.text)),)
    # the id carries the line number so that two passages of one id stay apart; the caller's own id is the source
    document = Document(
        id=f"{number}",
        source=given.id,
        digest=digest,
        text_digest=digest,
        text=given.text,
        regions=regions,
        language="en",
    )
    return document, problem


def graph_line(document: Document, graphs: tuple[Graph, ...]) -> dict[str, object]:
    """The graphs of one passage as the object that the contract names; node ids are unique in it.

    ``makers`` says who made it: one name, or more where a long passage was read in parts.
    """
    nodes: list[Node] = []
    edges: list[tuple[str, str, str, float]] = []
    for graph in graphs:
        names = {node.id: f"n{len(nodes) + i}" for i, node in enumerate(graph.nodes)}
        nodes += [msgspec.structs.replace(node, id=names[node.id]) for node in graph.nodes]
        edges += [(names[e.source], e.label, names[e.target], e.p) for e in graph.edges]
    makers = list(dict.fromkeys(graph.maker for graph in graphs))
    return {"id": document.source, "text": document.text, "nodes": nodes, "edges": edges, "makers": makers}
