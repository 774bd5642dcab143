"""Causes and effects, and the corpus' marks for them."""

import causal
from graph_score import Tally
from hand_made import graph

TEXT = "{Shelling|a1:ASSAULT} of Qarn {killed|k1:KILL} {nine|q1:QUANT}; {protests|p1:PROTEST} followed."


def test_marks_give_places_in_the_plain_sentence():
    copies = repr(["<ARG1>Nine died</ARG1> <SIG0>after</SIG0> <ARG0>the raid</ARG0> ."])
    assert causal.relations(copies) == [((16, 24), (0, 9))]
    nested = repr(["<ARG0>The raid</ARG0> <ARG1><SIG0>left</SIG0> nine dead</ARG1>"])
    assert causal.relations(nested) == [((0, 8), (9, 23))]
    assert causal.relations("[]") == []


def test_edges_lead_from_cause_to_effect():
    assert causal.causes(graph(TEXT, "a1 causes k1")) == [((0, 8), (17, 23))]


def test_sentences_relations_and_ends_are_counted():
    annotated = [[((0, 16), (17, 28))], [], [((0, 5), (6, 9))]]
    found = [[((0, 8), (17, 23)), ((17, 23), (0, 8))], [((0, 1), (2, 3))], []]
    assert causal.tallies(annotated, found) == {
        "sentence": Tally(1, 2, 2),
        "relation": Tally(1, 3, 2),
        "cause": Tally(1, 3, 2),
        "effect": Tally(1, 3, 2),
    }
