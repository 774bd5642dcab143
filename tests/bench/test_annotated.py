"""Passages as the annotator gets them, and its graphs as the scorer gets them."""

import annotated
from hand_made import GOLD

from rashomon.records import Edge, Graph


def test_the_corpus_is_read():
    assert len(annotated.blocks(annotated.CORPUS)) >= 45


def test_a_passage_is_a_document_of_one_region():
    found = annotated.document(7, "Ten died.")
    assert (found.id, found.text, found.language) == ("7", "Ten died.", "en")
    assert [(r.kind, r.start, r.end) for r in found.regions] == [("body", 0, 9)]


def test_the_parts_of_a_cut_passage_become_one_graph():
    later = Graph(document="", start=90, end=180, nodes=GOLD.nodes, edges=GOLD.edges, maker="m")
    whole = annotated.joined([GOLD, later])
    assert (whole.start, whole.end) == (0, 180)
    assert len({node.id for node in whole.nodes}) == len(whole.nodes) == 2 * len(GOLD.nodes)
    assert len(whole.edges) == 2 * len(GOLD.edges)
    first = {node.id for node in whole.nodes[: len(GOLD.nodes)]}
    assert all((edge.source in first) == (edge.target in first) for edge in whole.edges)
    assert whole.edges[0] == Edge("n1", "agent", "n0")


def test_a_passage_in_which_nothing_was_found_is_an_empty_graph():
    assert annotated.joined([]).nodes == ()
