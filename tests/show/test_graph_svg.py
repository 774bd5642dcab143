"""A claim graph as a picture."""

import xml.etree.ElementTree as ET

import pytest

from rashomon.records import Edge, Graph, Node
from rashomon.show.graph_svg import graph_svg, stacked

TEXT = "🕊 Gunmen killed 12 villagers, <police> said."
SVG = "{http://www.w3.org/2000/svg}"


def graph(*edges: tuple[str, str, str]) -> Graph:
    spans = {"g1": ("Gunmen", "GROUP"), "k1": ("killed", "KILL"), "q1": ("12", "QUANT"), "g2": ("villagers", "GROUP"),
             "s1": ("said", "SAY")}  # fmt: skip
    nodes = [
        Node(id=key, start=TEXT.index(words), end=TEXT.index(words) + len(words), type=kind)
        for key, (words, kind) in spans.items()
    ]
    return Graph(
        document="d-1",
        start=0,
        end=len(TEXT),
        nodes=tuple(nodes),
        edges=tuple(Edge(*edge) for edge in edges),
        maker="t",
    )


def test_graph_is_one_well_formed_picture() -> None:
    drawn = graph_svg(
        TEXT, graph(("k1", "agent", "g1"), ("k1", "target", "g2"), ("q1", "count", "g2"), ("s1", "content", "k1"))
    )
    root = ET.fromstring(drawn)
    assert root.findtext(f"{SVG}title") == TEXT
    assert len(root.findall(f"{SVG}rect")) == 5
    assert len(root.findall(f"{SVG}path[@class='a']")) == 4
    assert {label.text for label in root.findall(f"{SVG}text")} >= {"agent", "target", "count", "content", "KILL", TEXT}
    assert drawn == graph_svg(
        TEXT, graph(("k1", "agent", "g1"), ("k1", "target", "g2"), ("q1", "count", "g2"), ("s1", "content", "k1"))
    )


def test_edges_to_nodes_outside_the_passage_are_left_out() -> None:
    assert 'class="a"' not in graph_svg(TEXT, graph(("k1", "agent", "x9")))


@pytest.mark.parametrize(
    ("spans", "levels"),
    [
        ([], []),
        ([(0, 5), (5, 9)], [0, 0]),
        ([(0, 9), (2, 4)], [1, 0]),
        ([(0, 6), (4, 12), (6, 9)], [0, 1, 0]),
    ],
)
def test_arcs_nest_without_crossing_on_a_level(spans: list[tuple[int, int]], levels: list[int]) -> None:
    assert stacked(spans) == levels
