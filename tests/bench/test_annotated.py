"""Passages as the annotator gets them, and its graphs as the scorer gets them."""

import annotated
import numpy as np
from annotated import Encoded
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


def test_every_word_of_a_text_has_a_vector_whatever_stands_beside_the_text():
    alone = annotated.encoded(["Ten died."])[0]
    beside = annotated.encoded(["The army left Qarn on Monday.", "Ten died."])[1]
    assert alone.starts == beside.starts == (0, 4, 8)
    assert alone.vectors.shape[0] == 3
    assert (alone.vectors == beside.vectors).all()


def test_the_parts_of_a_cut_passage_are_in_a_row():
    whole = annotated.in_a_row([Encoded((0, 4), np.eye(2)), Encoded((9,), np.ones((1, 2)))])
    assert whole.starts == (0, 4, 9)
    assert whole.vectors.tolist() == [[1, 0], [0, 1], [1, 1]]
