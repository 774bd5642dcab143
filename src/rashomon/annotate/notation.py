"""The claim-graph notation: annotated blocks to graphs, and graphs to blocks."""

import re
from collections.abc import Iterable, Iterator

from rashomon.errors import NotationError
from rashomon.records import Edge, Graph, Node, Row
from rashomon.vocab.scheme import FLAGS, MENTIONS, MODES, fits

SPAN = re.compile(r"\{([^{}|]*)\|([A-Za-z]{1,8}\d{1,6}):([A-Za-z]{1,20}(?:\.[A-Za-z\-]{1,20})?)\}")


class Block(Row, frozen=True, kw_only=True):
    """One annotated passage: its plain text and its graph (offsets in the text)."""

    id: str
    text: str
    graph: Graph


def read_blocks(lines: Iterable[str], maker: str = "person") -> Iterator[Block]:
    """Blocks of an annotated file (``### id``, ``T:``, ``E:``, ``M:``).

    Raises NotationError that names the block and its first fault.
    """
    block: dict[str, str] = {}
    for line in lines:
        if line.startswith("### "):
            if block:
                yield _block(block, maker)
            block = {"id": line[4:].strip()}
        elif block and line[:2] in ("T:", "E:", "M:"):
            block[line[0]] = line[2:].rstrip("\n").removeprefix(" ")
    if block:
        yield _block(block, maker)


def _block(block: dict[str, str], maker: str) -> Block:
    text, nodes = _spans(block["id"], block.get("T", ""))
    for flag in filter(None, (part.strip() for part in block.get("M", "").split(";"))):
        _set_flag(block["id"], nodes, flag.split())
    edges = tuple(
        _edge(block["id"], nodes, part.split())
        for part in filter(None, (part.strip() for part in block.get("E", "").split(";")))
    )
    graph = Graph(document=block["id"], start=0, end=len(text), nodes=tuple(nodes.values()), edges=edges, maker=maker)
    return Block(id=block["id"], text=text, graph=graph)


def _spans(name: str, marked: str) -> tuple[str, dict[str, Node]]:
    pieces: list[str] = []
    nodes: dict[str, Node] = {}
    length = last = 0
    for match in SPAN.finditer(marked):
        between = marked[last : match.start()]
        length += len(between)
        words, node_id, kind = match.groups()
        base, _, mode = kind.partition(".")
        if base not in MENTIONS and base not in MODES:
            raise NotationError(name, f"unknown type {kind}")
        if node_id in nodes:
            raise NotationError(name, f"the id {node_id} stands twice")
        if not words.strip() or words != words.strip():
            raise NotationError(name, f"the span '{words}' is empty or has blank edges")
        end = length + len(words)
        nodes[node_id] = Node(id=node_id, start=length, end=end, type=base, mode=mode or None)
        pieces += [between, words]
        length, last = end, match.end()
    text = "".join(pieces) + marked[last:]
    if "{" in text or "}" in text:
        raise NotationError(name, "a stray brace: nested or malformed span")
    return text, nodes


def _edge(name: str, nodes: dict[str, Node], bits: list[str]) -> Edge:
    if len(bits) != 3:
        raise NotationError(name, f"the edge '{' '.join(bits)}' is not 'from label to'")
    source, label, target = bits
    if source not in nodes or target not in nodes:
        raise NotationError(name, f"the edge '{' '.join(bits)}' names an unknown id")
    if not fits(label, nodes[source].type, nodes[target].type):
        raise NotationError(
            name, f"the edge '{' '.join(bits)}' does not fit {nodes[source].type} to {nodes[target].type}"
        )
    return Edge(source, label, target)


def _set_flag(name: str, nodes: dict[str, Node], bits: list[str]) -> None:
    if len(bits) != 2 or bits[0] not in nodes or bits[1] not in FLAGS or nodes[bits[0]].type not in MODES:
        raise NotationError(name, f"the flag '{' '.join(bits)}' is not 'trigger flag'")
    node = nodes[bits[0]]
    nodes[bits[0]] = Node(id=node.id, start=node.start, end=node.end, type=node.type, mode=node.mode, flag=bits[1])


def write_block(name: str, text: str, graph: Graph) -> str:
    """A graph in the notation. ``text`` is the passage, on one line and without braces; else NotationError."""
    if "{" in text or "}" in text or "\n" in text:
        raise NotationError(name, "a text with braces or line ends can't be written in the notation")
    pieces, last = [], 0
    for node in sorted(graph.nodes, key=lambda n: n.start):
        start, end = node.start - graph.start, node.end - graph.start
        kind = f"{node.type}.{node.mode}" if node.mode else node.type
        pieces += [text[last:start], f"{{{text[start:end]}|{node.id}:{kind}}}"]
        last = end
    edges = "; ".join(f"{e.source} {e.label} {e.target}" for e in graph.edges)
    flags = "; ".join(f"{n.id} {n.flag}" for n in graph.nodes if n.flag not in (None, "fact"))
    return f"### {name}\nT: {''.join(pieces)}{text[last:]}\nE: {edges}\nM: {flags}\n"
