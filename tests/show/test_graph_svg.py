"""A claim graph as a picture."""

import xml.etree.ElementTree as ET

import pytest

from rashomon.records import Edge, Graph, Node
from rashomon.show.graph_layout import MOST, SLACK, Layout, broken, stacked
from rashomon.show.graph_svg import graph_svg, in_words

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
    assert len(root.findall(f"{SVG}rect[@class='m']")) == 3
    assert len(root.findall(f"{SVG}rect[@class='e']")) == 2
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


LONG = "Gunmen of the Banner seized the works before dawn, " * 2 + "killing nine."
ENDS = (
    Node(id="g1", start=0, end=6, type="GROUP"),
    Node(id="k1", start=len(LONG) - 13, end=len(LONG) - 6, type="KILL"),
)


def test_long_text_is_broken_into_lines_between_words() -> None:
    lines = list(broken(LONG, (0, len(LONG)), ENDS))
    assert len(lines) == 2
    assert " ".join(LONG[start:end] for start, end in lines) == LONG
    assert all(end - start <= MOST + SLACK for start, end in lines)


@pytest.mark.parametrize(
    ("text", "span"), [("x" * 400, (0, 4)), ("Gunmen " * 40, (0, 280))], ids=["no blanks", "one name"]
)
def test_what_cannot_be_broken_stays_one_line(text: str, span: tuple[int, int]) -> None:
    node = Node(id="g1", start=span[0], end=span[1], type="GROUP")
    assert list(broken(text, (0, len(text)), [node])) == [(0, len(text))]


def test_an_edge_between_lines_goes_on_in_the_next_and_names_its_other_end() -> None:
    pieces = Layout(LONG, (0, len(LONG)), ENDS, [Edge("k1", "agent", "g1")]).pieces
    assert [(piece.line, piece.label) for piece in pieces] == [(1, "agent → Gunmen"), (0, "(killing) agent")]
    assert [(piece.rises, piece.falls) for piece in pieces] == [(True, False), (False, True)]


def test_labels_stay_in_the_picture() -> None:
    layout = Layout(LONG, (0, len(LONG)), ENDS, [Edge("k1", "agent", "g1"), Edge("k1", "target", "g1")])
    assert all(0 < piece.middle - piece.half < piece.middle + piece.half < layout.width for piece in layout.pieces)


def test_arcs_of_one_word_meet_it_at_different_places() -> None:
    edges = [Edge("k1", "agent", "g1"), Edge("k1", "target", "g2"), Edge("s1", "content", "k1")]
    whole = graph(*((edge.source, edge.label, edge.target) for edge in edges))
    pieces = Layout(TEXT, (0, len(TEXT)), whole.nodes, edges).pieces
    at_killed = [piece.end if piece.edge.target == "k1" else piece.start for piece in pieces]
    agent, target, content = at_killed
    assert agent < content < target


def test_chosen_edges_are_dashed() -> None:
    drawn = graph_svg(TEXT, graph(("k1", "agent", "g1"), ("k1", "target", "g2")), dashed=[Edge("k1", "agent", "g1")])
    assert drawn.count('class="a d"') == 1
    assert drawn.count('class="a"') == 1


def test_the_picture_says_its_edges_in_words() -> None:
    whole = graph(("s1", "content", "k1"), ("k1", "agent", "g1"), ("k1", "target", "g2"))
    assert in_words(TEXT, whole) == "killed: agent Gunmen, target villagers; said: content killed"
    assert ET.fromstring(graph_svg(TEXT, whole)).findtext(f"{SVG}desc") == in_words(TEXT, whole)
    assert in_words(TEXT, graph()) == "no edges"
