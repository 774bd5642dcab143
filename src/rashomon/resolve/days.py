"""When the acts of a report were done in which somebody takes part: who held an office is asked of that day."""

from collections.abc import Mapping, Sequence
from typing import Final

from rashomon.records import Document, Graph, Period
from rashomon.values.period import read_period
from rashomon.vocab.scheme import MODES

# Who takes part in an act as the office-holder of its day; where something happens has no office.
TAKES_PART: Final = frozenset({"agent", "target", "theme"})

Key = tuple[int, str]
"""The number of a graph and the id of a node in it."""


def days_of(document: Document, graphs: Sequence[Graph]) -> Mapping[Key, tuple[Period | None, ...]]:
    """For each mention, the period of each act in which it takes part; None for an act without a date."""
    found: dict[Key, list[Period | None]] = {}
    read: dict[tuple[int, int], Period | None] = {}
    for at, graph in enumerate(graphs):
        nodes = {node.id: node for node in graph.nodes}
        times: dict[str, Period | None] = {}
        for edge in graph.edges:
            if edge.label == "time" and edge.target in nodes and times.get(edge.source) is None:
                span = nodes[edge.target].start, nodes[edge.target].end
                if span not in read:
                    read[span] = read_period(document.text[slice(*span)], document.published, None, *span).period
                times[edge.source] = read[span]
        for edge in graph.edges:
            act = nodes.get(edge.source)
            if edge.label in TAKES_PART and act is not None and act.type in MODES:
                found.setdefault((at, edge.target), []).append(times.get(edge.source))
    return {key: tuple(periods) for key, periods in found.items()}
