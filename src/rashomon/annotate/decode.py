"""Scores to graphs: the best legal tag sequence, then modes, flags and edges of its spans."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.annotate.inventory import EDGE_IDS, EDGE_NAMES, FLAG_IDS, MODE_NAMES, NODES
from rashomon.annotate.words import Words
from rashomon.records import Edge, Node, Row
from rashomon.vocab.scheme import FLAGS, MENTIONS, MODES

Floats = NDArray[np.float32]


class TaggedSpan(Row, frozen=True, kw_only=True):
    """Words ``first..last`` (inclusive) with a node type id and a probability."""

    first: int
    last: int
    kind: int
    p: float


class Scores(Row, frozen=True, kw_only=True):
    """Logits of ``n`` spans: mode (n, modes), flag (n, flags), edge (n, n, labels), same (n, n)."""

    mode: Floats
    flag: Floats
    edge: Floats
    same: Floats


class Thresholds(Row, frozen=True, kw_only=True):
    """Least probabilities: of any edge at all, of ``same``, of a flag other than fact, and of what a number counts.

    A number counts something. One that would count nothing takes its likeliest object, if that is ``count`` sure: on
    held-back passages 0.3 finds 1.3 per cent more of what is counted, and costs no F1. ``outside`` is added to the
    logit of a word's being in no span: above 0, doubtful spans are left out.
    """

    edge: float = 0.5
    count: float = 0.3
    same: float = 0.5
    flag: float = 0.5
    outside: float = 0.0


def softmax(logits: Floats) -> Floats:
    """Probabilities along the last axis."""
    grown = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(grown / grown.sum(axis=-1, keepdims=True), dtype=np.float32)


def spans(logits: Floats, outside: float = 0.0) -> list[TaggedSpan]:
    """The spans of the best legal tag sequence; ``logits`` (words, 1 + 2 * types), ``outside`` as in `Thresholds`.

    Tag 0 is outside, 1 + 2t begins type t, 2 + 2t continues it. The only rule is that t is continued only after t, so
    one pass with two running maxima is exact Viterbi.
    """
    if not len(logits):
        return []
    probabilities = softmax(logits)
    scores = np.log(np.maximum(probabilities, 1e-12))
    scores[:, 0] += np.float32(outside)  # a lean of the choice; how sure the model is stays as it is
    path = _best_path(scores)
    found: list[TaggedSpan] = []
    first = 0
    for position, tag in enumerate([*path[1:], 0], 1):
        start = path[first]
        if tag != 0 and tag % 2 == 0 and start != 0:
            continue
        if start != 0:
            kind = (start - 1) // 2
            p = min(float(probabilities[w, path[w]]) for w in range(first, position))
            found.append(TaggedSpan(first=first, last=position - 1, kind=kind, p=p))
        first = position
    return found


def _best_path(scores: Floats) -> list[int]:
    length, tags = scores.shape
    likeliest: list[int] = scores.argmax(axis=1).tolist()
    if all(tag % 2 or not tag or tag in (before, before + 1) for before, tag in pairwise([0, *likeliest])):
        return likeliest  # no sum is larger than that of the largest
    inside = np.arange(2, tags, 2)
    best = scores[0].copy()
    best[inside] = -np.inf
    back = np.zeros((length, tags), dtype=np.int64)
    for position in range(1, length):
        top = int(best.argmax())
        back[position] = top
        step = np.full(tags, best[top], dtype=np.float32)
        begun, going = best[inside - 1], best[inside]
        back[position, inside] = np.where(begun >= going, inside - 1, inside)
        step[inside] = np.maximum(begun, going)
        best = step + scores[position]
    path = [int(best.argmax())]
    for position in range(length - 1, 0, -1):
        path.append(int(back[position, path[-1]]))
    return path[::-1]


def ends(first: NDArray[np.int64], spans: Sequence[tuple[int, int]], length: int) -> NDArray[np.int64]:
    """Sub-tokens whose vectors stand for each span, ``(n, 4)``: its first and last word, the ones before and after.

    ``first`` is each word's first sub-token, ``length`` the number of sub-tokens: [CLS] stands before the first word
    and [SEP] after the last.
    """
    after = np.append(first[1:], length - 1)
    rows = [(first[a], first[b], first[a] - 1, after[b]) for a, b in spans]
    return np.maximum(np.asarray(rows, dtype=np.int64).reshape(-1, 4), 0)


def graph(
    words: Words, found: Sequence[TaggedSpan], scores: Scores, offset: int, least: Thresholds
) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Nodes and edges of one passage; offsets are those of ``words`` plus ``offset``."""
    flags, modes = softmax(scores.flag), scores.mode.argmax(axis=-1)
    nodes = tuple(
        _node(words, span, offset, MODE_NAMES[modes[i]], _flag(flags[i], least.flag)) for i, span in enumerate(found)
    )
    return nodes, (*_edges(nodes, scores.edge, least), *_links(nodes, scores.same, least.same))


def _flag(probabilities: Floats, least: float) -> str:
    other = int(probabilities[1:].argmax()) + 1
    return FLAGS[other] if 1.0 - probabilities[FLAG_IDS["fact"]] >= least else "fact"


def _node(words: Words, span: TaggedSpan, offset: int, mode: str, flag: str) -> Node:
    kind = NODES[span.kind]
    trigger = kind in MODES
    return Node(
        id=f"n{span.first}",
        start=offset + words.starts[span.first],
        end=offset + words.ends[span.last],
        type=kind,
        mode=mode.partition(".")[2] or None if trigger else None,
        flag=flag if trigger and flag != "fact" else None,
        p=round(span.p, 4),
    )


def _edges(nodes: Sequence[Node], logits: Floats, least: Thresholds) -> list[Edge]:
    if not nodes:
        return []
    probabilities = softmax(logits)
    label = probabilities[:, :, 1:].argmax(axis=-1) + 1
    some = 1.0 - probabilities[:, :, 0]
    np.fill_diagonal(some, 0.0)
    found = [(int(i), int(j), int(label[i, j])) for i, j in np.argwhere(some >= least.edge)]
    counting = {i for i, _, k in found if k == EDGE_IDS["count"]}
    for i, node in enumerate(nodes):
        if node.type == "QUANT" and i not in counting:
            j = int(probabilities[i, :, EDGE_IDS["count"]].argmax())
            if probabilities[i, j, EDGE_IDS["count"]] >= least.count:
                found.append((i, j, EDGE_IDS["count"]))
    return [Edge(nodes[i].id, EDGE_NAMES[k], nodes[j].id, round(float(probabilities[i, j, k]), 4)) for i, j, k in found]


def _links(nodes: Sequence[Node], logits: Floats, least: float) -> list[Edge]:
    links = []
    mentions = np.asarray([node.type in MENTIONS for node in nodes])
    chances = np.where(mentions, 1.0 / (1.0 + np.exp(-logits.astype(np.float64))), 0.0)
    for i, node in enumerate(nodes):
        if i == 0 or not mentions[i]:
            continue
        p = chances[i, :i]
        best = int(p.argmax())
        if p[best] >= least:
            links.append(Edge(node.id, "same", nodes[best].id, round(float(p[best]), 4)))
    return links
