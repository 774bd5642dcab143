"""What the graph leaves out of the words for a number: the 48 of "from 23 to 48", the act of "nine of those killed"."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from rashomon.interpret.wording import phrases
from rashomon.records import Edge, Node
from rashomon.values.quantity import read_quantity
from rashomon.vocab.scheme import HARM

BEFORE: Final = 80
"""Characters before a number in which the word for its change is looked for."""
_FROM: Final = re.compile(r"(?i)\bfrom (?:\w{1,12} ){0,2}$")
# "to 48", "to at least 48", "to forty-eight": the number must read as a count.
_TO: Final = re.compile(
    r"(?i)^ to (?P<number>(?:(?:at least|more than|about|around|nearly|over|some|as many as) )?"
    r"(?:\d[\d,]{0,10}|[a-z-]{3,20}))"
    r"(?=[ .,;)]|$)(?! (?:percent|per cent|million|billion|years|days))"
)
_OF_THOSE: Final = re.compile(r"(?i)^ of (?:those|the|all those|the people|those who were|the people who were) $")


def completed(text: str, nodes: Mapping[str, Node], edges: list[Edge]) -> tuple[dict[str, Node], list[Edge]]:
    """Nodes, in text order, and edges, with what the words give: the second end of a change, the count of an act.

    Each is as sure as the number beside which it stands.
    """
    more_nodes: list[Node] = []
    more_edges: list[Edge] = []
    counted = {edge.source: edge for edge in edges if edge.label == "count"}
    for node in nodes.values():
        if node.type != "QUANT":
            continue
        edge = counted.get(node.id)
        new = _changed_to(text, nodes, node) if edge else None
        if edge and new:
            more_nodes.append(new)
            more_edges.append(Edge(new.id, "count", edge.target, edge.p))
        elif edge is None:
            more_edges += _of_act(text, nodes, node)
    if not more_nodes:
        return dict(nodes), [*edges, *more_edges]
    ordered = sorted([*nodes.values(), *more_nodes], key=lambda node: (node.start, node.end, node.id))
    return {node.id: node for node in ordered}, [*edges, *more_edges]


def _changed_to(text: str, nodes: Mapping[str, Node], node: Node) -> Node | None:
    """The number to which another one was changed, where no node stands there: "raised the toll from {23} to 48"."""
    before = text[max(0, node.start - BEFORE) : node.start]
    if not _FROM.search(before) or not phrases("cues", "correction", "revised").search(before):
        return None
    found = _TO.match(text[node.end : node.end + BEFORE])
    if found is None:
        return None
    start, end = node.end + found.start("number"), node.end + found.end("number")
    known = any(other.start < end and other.end > start for other in nodes.values())
    if known or read_quantity(found["number"]).lower is None:
        return None
    return Node(id=f"{node.id}+", start=start, end=end, type="QUANT", p=node.p)


def _of_act(text: str, nodes: Mapping[str, Node], node: Node) -> Iterator[Edge]:
    """An edge from a number that counts nothing to the act of "nine of those {killed}"."""
    for other in nodes.values():
        if other.type in HARM and node.end < other.start and _OF_THOSE.match(text[node.end : other.start]):
            yield Edge(node.id, "count", other.id, min(node.p, other.p))
            return
