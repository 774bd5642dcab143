"""The claim-graph notation: annotated blocks to graphs, graphs to blocks, and everything that is wrong with a block."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from rashomon.errors import NotationError
from rashomon.records import Edge, Graph, Node, Row
from rashomon.vocab.scheme import EDGES, FLAGS, LINKS, MENTIONS, MODES, ROLES, fits

SPAN = re.compile(r"\{([^{}|]*)\|([A-Za-z]{1,8}\d{1,6}):([A-Za-z]{1,20}(?:\.[A-Za-z\-]{1,20})?)\}")
STRAY = re.compile(r"\{[^{}]{0,60}\}?|\}")


class Problem(NamedTuple):
    """Something wrong with an annotated passage: what kind of fault, in a few words, and all of it in words."""

    kind: str
    words: str


class Marked(Row, frozen=True, kw_only=True):
    """What an annotated passage says: its plain text, what is right of its nodes and edges, and what is wrong."""

    text: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    problems: tuple[Problem, ...]


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
    name, marked = block["id"], read_marked(block.get("T", ""), block.get("E", ""), block.get("M", ""))
    if marked.problems:
        raise NotationError(name, marked.problems[0].words)
    graph = Graph(document=name, start=0, end=len(marked.text), nodes=marked.nodes, edges=marked.edges, maker=maker)
    return Block(id=name, text=marked.text, graph=graph)


def read_marked(marked: str, edges: str = "", flags: str = "") -> Marked:
    """The three lines of an annotated passage, without their letters; every fault is named, none is raised."""
    reading = _Reading(marked)
    for flag in filter(None, (part.strip() for part in flags.split(";"))):
        reading.flag(flag.split())
    for edge in filter(None, (part.strip() for part in edges.split(";"))):
        reading.edge(edge.split())
    return Marked(
        text=reading.text,
        nodes=tuple(reading.nodes.values()),
        edges=tuple(reading.edges),
        problems=tuple(reading.problems),
    )


class _Reading:
    """A passage being read; ids of spans that are themselves at fault are known, so that edges aren't blamed."""

    def __init__(self, marked: str) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: dict[Edge, None] = {}
        self.problems: list[Problem] = []
        self._faulty: set[str] = set()
        pieces: list[str] = []
        length = last = 0
        for match in SPAN.finditer(marked):
            between, words = marked[last : match.start()], match.group(1)
            self._strays(between)
            length += len(between)
            self._span(words, match.group(2), match.group(3), length)
            pieces += [between, words]
            length, last = length + len(words), match.end()
        self._strays(marked[last:])
        self.text = "".join(pieces) + marked[last:]

    def _wrong(self, kind: str, words: str) -> None:
        self.problems.append(Problem(kind, words))

    def _strays(self, between: str) -> None:
        for match in STRAY.finditer(between):
            words = f"a stray brace: nested or malformed span at '{match.group()}'; write {{words|id:TYPE}}"
            self._wrong("malformed span", words)

    def _span(self, words: str, name: str, kind: str, start: int) -> None:
        base, _, mode = kind.partition(".")
        if name in self.nodes or name in self._faulty:
            self._wrong("doubled id", f"the id {name} stands twice (again at '{words}')")
            return
        before = len(self.problems)
        if base not in MENTIONS and base not in MODES:
            self._wrong("unknown type", f"unknown type {kind} of '{words}'")
        elif mode and mode not in MODES.get(base, ()):
            has = ", ".join(MODES.get(base, ())) or "none"
            self._wrong("unknown mode", f"unknown mode {mode} of '{words}': {base} has {has}")
        if not words.strip() or words != words.strip():
            self._wrong("malformed span", f"the span '{words}' is empty or has blank edges")
        if len(self.problems) > before:
            self._faulty.add(name)
        else:
            self.nodes[name] = Node(id=name, start=start, end=start + len(words), type=base, mode=mode or None)

    def edge(self, bits: list[str]) -> None:
        """One edge of line E, split at its blanks."""
        said = f"the edge '{' '.join(bits)[:80]}'"
        if len(bits) != 3:
            self._wrong("malformed edge", f"{said} is not 'from label to'")
            return
        source, label, target = bits
        unknown = [name for name in (source, target) if name not in self.nodes]
        if unknown:
            if not set(unknown) <= self._faulty:
                self._wrong("unknown id", f"{said} names an unknown id")
            return
        a, b = self.nodes[source].type, self.nodes[target].type
        if source == target:
            self._wrong("illegal edge", f"{said} leads from a span to itself")
        elif label not in EDGES:
            self._wrong("illegal edge", f"{said} has no label of the scheme: {', '.join(EDGES)}")
        elif not fits(label, a, b):
            self._wrong("illegal edge", f"{said} does not fit {a} to {b}: {label} leads {_way(label)}")
        else:
            self.edges[Edge(source, label, target)] = None

    def flag(self, bits: list[str]) -> None:
        """One flag of line M, split at its blanks."""
        node = self.nodes.get(bits[0])
        if node is None and bits[0] in self._faulty:
            return
        if len(bits) != 2 or node is None or bits[1] not in FLAGS or node.type not in MODES:
            flags = ", ".join(FLAGS)
            self._wrong("malformed flag", f"the flag '{' '.join(bits)[:80]}' is not 'trigger flag' ({flags})")
            return
        self.nodes[node.id] = msgspec.structs.replace(node, flag=bits[1])


def _way(label: str) -> str:
    """From what to what a label leads, in words (`vocab.scheme.fits`)."""
    if label in ROLES:
        return "from a trigger to a mention"
    if label in LINKS:
        return "from a trigger to a trigger"
    return "from a QUANT" if label == "count" else "from a mention to a mention"


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
