"""The view of a graph: clusters, sentences, and what it leaves out."""

import msgspec
import pytest

from rashomon.interpret.weave import weave
from rashomon.records import Edge, Node

T = "The {army|o1:ORG} {shelled|a1:ASSAULT} {Orra|g1:GPE}. {It|o2:ORG} {denied|d1:REJECT} the {raid|a2:ASSAULT}."
E = "a1 agent o1; a1 target g1; o2 same o1; d1 agent o2; d1 content a2"


def test_clusters_hold_all_that_are_the_same(passage):
    view = weave(*passage(T, E))
    assert view.cluster("o1") == ("o1", "o2") == view.cluster("o2")
    assert view.cluster("g1") == ("g1",)


def test_nodes_know_their_sentences(passage):
    view = weave(*passage(T, E))
    assert [view.sentence(node) for node in ("a1", "g1", "o2", "a2")] == [0, 0, 1, 1]
    assert view.sentence_span("d1").quote == "It denied the raid."


def test_what_does_not_fit_the_scheme_is_left_out(passage):
    document, graph = passage(T, E)
    far = Node(id="far", start=0, end=len(document.text) + 1, type="ORG")
    nodes = (*graph.nodes, far)
    edges = (*graph.edges, Edge("a1", "agent", "a2"), Edge("a1", "agent", "nobody"), Edge("a1", "target", "far"))
    view = weave(document, msgspec.structs.replace(graph, nodes=nodes, edges=edges))
    assert [edge.target for edge in view.out("a1", "agent", "target")] == ["o1", "g1"]
    assert "far" not in view.nodes


def test_an_edge_given_twice_counts_once_at_its_best(passage):
    document, graph = passage(T, E)
    again = (Edge("a1", "agent", "o1", 0.4), *graph.edges, Edge("a1", "agent", "o1", 0.2))
    view = weave(document, msgspec.structs.replace(graph, edges=again))
    assert [(edge.target, edge.p) for edge in view.out("a1", "agent")] == [("o1", 1.0)]


def test_speech_parents_come_surest_first(passage):
    document, graph = passage(
        "{Reports|d1:DOC} {say|s1:SAY} and the {mayor|x1:PER} {said|s2:SAY} that {Orra|g1:GPE} {fell|c1:CONTROL.take}.",
        "s1 agent d1; s1 content c1; s2 agent x1; s2 content c1; c1 target g1",
    )
    edges = tuple(Edge(e.source, e.label, e.target, 0.9 if e.source == "s1" else 0.5) for e in graph.edges)
    view = weave(document, msgspec.structs.replace(graph, edges=edges))
    assert [edge.source for edge in view.speech_parents("c1")] == ["s1", "s2"]
    assert [edge.source for edge in weave(document, graph).speech_parents("c1")] == ["s2", "s1"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They were {killed|k1:KILL} by {rebels|h1:GROUP}.", "agent"),
        ("They were {shot dead|k1:KILL} on Monday by some suspected {rebels|h1:GROUP}.", "agent"),
        ("They were {killed|k1:KILL} by a group of {15|q1:QUANT} armed {rebels|h1:GROUP}.", "agent"),
        ("They were {killed|k1:KILL} by fire that also hit {rebels|h1:GROUP}.", "target"),
        ("{killed|k1:KILL} {rebels|h1:GROUP} nearby.", "target"),
    ],
)
def test_whoever_an_act_is_done_by_is_no_target(passage, text, label):
    view = weave(*passage(text, "k1 target h1"))
    assert [edge.target for edge in view.out("k1", label)] == ["h1"]


def test_the_nodes_of_a_sentence_are_found_by_its_number(passage):
    view = weave(*passage("{Orra|g1:GPE} {fell|c1:CONTROL.take}. {Somna|g2:GPE} is near.", ""))
    assert [view.within(at) for at in (-1, 0, 1, 2)] == [(), ("g1", "c1"), ("g2",), ()]
    assert view.fellows("c1") == view.within(0)
