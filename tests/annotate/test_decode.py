"""Scores to graphs: the best legal tags, thresholds, links."""

import itertools

import numpy as np
import pytest

from rashomon.annotate.decode import Scores, Thresholds, ends, graph, softmax, spans
from rashomon.annotate.inventory import (
    EDGE_IDS,
    EDGE_NAMES,
    FLAG_IDS,
    MODE_IDS,
    MODE_NAMES,
    NODE_IDS,
    NODES,
    legal_edges,
    legal_modes,
)
from rashomon.annotate.words import split

TAGS = 1 + 2 * len(NODES)


def begin(name):
    return 1 + 2 * NODE_IDS[name]


def tagged(*tags):
    logits = np.zeros((len(tags), TAGS), dtype=np.float32)
    for row, tag in enumerate(tags):
        logits[row, tag] = 9.0
    return logits


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([], []),
        ([0, 0], []),
        ([begin("PER")], [("PER", 0, 0)]),
        ([begin("PER"), begin("PER") + 1, 0], [("PER", 0, 1)]),
        ([begin("PER"), begin("PER")], [("PER", 0, 0), ("PER", 1, 1)]),
        ([begin("PER"), begin("KILL"), begin("KILL") + 1], [("PER", 0, 0), ("KILL", 1, 2)]),
    ],
)
def test_spans(tags, expected):
    logits = tagged(*tags) if tags else np.zeros((0, TAGS), dtype=np.float32)
    assert [(NODES[s.kind], s.first, s.last) for s in spans(logits)] == expected


def test_an_inside_tag_never_begins_a_span():
    logits = tagged(0, begin("PER") + 1)
    logits[1, begin("PER")] = 8.0
    assert [(s.first, s.last) for s in spans(logits)] == [(1, 1)]


def legal(path):
    return all(tag == 0 or tag % 2 == 1 or before in (tag, tag - 1) for before, tag in itertools.pairwise([0, *path]))


def test_the_path_is_the_best_legal_one():
    rng = np.random.default_rng(3)
    small = rng.normal(size=(4, 5)).astype(np.float32) * 3
    scores = np.log(softmax(small))
    paths = [p for p in itertools.product(range(5), repeat=4) if legal(p)]
    best = max(paths, key=lambda p: sum(scores[i, t] for i, t in enumerate(p)))
    begun = [i for i, t in enumerate(best) if t % 2 == 1]
    assert [s.first for s in spans(small)] == begun


def scores_of(n):
    edge = np.zeros((n, n, len(EDGE_NAMES)), dtype=np.float32)
    edge[:, :, 0] = 5.0
    flag = np.zeros((n, len(FLAG_IDS)), dtype=np.float32)
    flag[:, 0] = 5.0
    return Scores(
        mode=np.zeros((n, len(MODE_NAMES)), dtype=np.float32),
        flag=flag,
        edge=edge,
        same=np.full((n, n), -9, np.float32),
    )


def test_a_graph_with_edges_flags_modes_and_links():
    text = "Rebels raided Dessan. They fled."
    found = spans(tagged(begin("GROUP"), begin("ASSAULT"), begin("GPE"), 0, begin("GROUP"), begin("MOVE"), 0))
    scores = scores_of(5)
    scores.edge[1, 0, EDGE_IDS["agent"]] = 9.0
    scores.edge[1, 2, EDGE_IDS["target"]] = 4.0
    scores.mode[1, MODE_IDS["ASSAULT.firearms"]] = 3.0
    scores.flag[4, FLAG_IDS["fut"]] = 9.0
    scores.same[3, 0] = 2.0
    nodes, edges = graph(split(text), found, scores, 100, Thresholds())
    assert [text[n.start - 100 : n.end - 100] for n in nodes] == ["Rebels", "raided", "Dessan", "They", "fled"]
    assert (nodes[1].mode, nodes[4].flag, nodes[1].flag) == ("firearms", "fut", None)
    names = {n.id: text[n.start - 100 : n.end - 100] for n in nodes}
    made = {(names[e.source], e.label, names[e.target]) for e in edges}
    assert made == {("raided", "agent", "Rebels"), ("They", "same", "Rebels")}
    _, more = graph(split(text), found, scores, 100, Thresholds(edge=0.1))
    assert ("raided", "target", "Dessan") in {(names[e.source], e.label, names[e.target]) for e in more}


def test_a_number_that_would_count_nothing_takes_its_likeliest_object():
    text = "Over 30 men fled."
    found = spans(tagged(begin("QUANT"), begin("QUANT") + 1, begin("GROUP"), begin("MOVE"), 0))
    scores = scores_of(3)
    scores.edge[0, 1, EDGE_IDS["count"]] = 4.8
    scores.edge[0, 2, EDGE_IDS["count"]] = 3.0
    nodes, edges = graph(split(text), found, scores, 0, Thresholds())
    assert [(e.label, e.target) for e in edges] == [("count", nodes[1].id)]
    assert edges[0].p < 0.5
    assert graph(split(text), found, scores, 0, Thresholds(count=0.6))[1] == ()


def test_the_masks_follow_the_scheme():
    edges, modes = legal_edges(), legal_modes()
    assert edges[NODE_IDS["KILL"], NODE_IDS["PER"], EDGE_IDS["agent"]]
    assert not edges[NODE_IDS["PER"], NODE_IDS["KILL"], EDGE_IDS["agent"]]
    assert not edges[NODE_IDS["KILL"], NODE_IDS["SAY"], EDGE_IDS["agent"]]
    assert edges[NODE_IDS["QUANT"], NODE_IDS["KILL"], EDGE_IDS["count"]]
    assert modes[NODE_IDS["ASSAULT"], MODE_IDS["ASSAULT.drone"]]
    assert not modes[NODE_IDS["KILL"], MODE_IDS["ASSAULT.drone"]]


def test_a_lean_towards_no_span_leaves_out_the_doubtful_ones():
    logits = np.zeros((1, TAGS), dtype=np.float32)
    logits[0, begin("PER")], logits[0, 0] = 3.0, 2.5
    assert len(spans(logits)) == 1
    assert spans(logits, outside=1.0) == []


def test_a_span_is_known_by_the_sub_tokens_at_and_around_its_ends():
    # [CLS] w0 w1a w1b w2 [SEP]
    first = np.asarray([1, 2, 4])
    found = ends(first, [(0, 0), (1, 2), (1, 1)], length=6)
    assert found.tolist() == [[1, 1, 0, 2], [2, 4, 1, 5], [2, 2, 1, 4]]


def test_a_word_without_a_sub_token_borrows_the_first():
    assert ends(np.asarray([0, 1]), [(0, 0)], length=3).tolist() == [[0, 0, 0, 1]]
