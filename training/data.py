"""Batches of examples as tensors: tokens, tag targets, and the spans to score with their targets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from auxiliary import Piece, place
from examples import Chosen, Example

from rashomon.annotate.decode import ends
from rashomon.annotate.inventory import DISTANCE_EDGES, distance_buckets, gap_buckets
from rashomon.vocab.scheme import MENTIONS

FIRST_TRIGGER = len(MENTIONS)  # node type ids below it are mentions'
SAME_WORD = DISTANCE_EDGES.index(0)  # in buckets of word distance below it the second span stands earlier


@dataclass
class Nodes:
    """The spans to score of a batch, padded: the sub-tokens at and around their ends, type, pair buckets, and targets.

    A target of -100 is none.
    """

    ends: torch.Tensor
    type: torch.Tensor
    mask: torch.Tensor
    distance: torch.Tensor
    gap: torch.Tensor
    mode: torch.Tensor
    flag: torch.Tensor
    edge: torch.Tensor
    same: torch.Tensor

    def to(self, device: torch.device) -> "Nodes":
        """The same on a device."""
        return Nodes(**{field.name: getattr(self, field.name).to(device) for field in fields(self)})


def tokens(batch: Sequence[Example | Piece]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Padded ids, case ids and mask of a batch, each ``(passages, tokens)``."""
    longest = max(len(e.pieces.ids) for e in batch)
    ids, cases, mask = (np.zeros((len(batch), longest), dtype=np.int64) for _ in range(3))
    for row, e in enumerate(batch):
        n = len(e.pieces.ids)
        ids[row, :n], cases[row, :n], mask[row, :n] = e.pieces.ids, e.pieces.cases, 1
    return torch.from_numpy(ids), torch.from_numpy(cases), torch.from_numpy(mask)


def tags(batch: Sequence[Example], longest: int) -> torch.Tensor:
    """BIO targets at the first sub-token of each word: 0 outside, 1+2t begin, 2+2t inside; -100 elsewhere."""
    out = np.full((len(batch), longest), -100, dtype=np.int64)
    for row, e in zip(out, batch, strict=True):
        gold = np.zeros(len(e.pieces.first), dtype=np.int64)
        for first, last, kind in e.spans:
            gold[first], gold[first + 1 : last + 1] = 1 + 2 * kind, 2 + 2 * kind
        place(row, e.pieces.first, gold)
    return torch.from_numpy(out)


def nodes(batch: Sequence[Example], chosen: Sequence[Chosen]) -> Nodes:
    """The chosen spans of each passage, each with the gold span it stands for (None: a spurious one)."""
    most = max(1, max(len(c) for c in chosen))
    shape = (len(batch), most)
    around = np.zeros((*shape, 4), dtype=np.int64)
    kind, mask = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    mode, flag = np.full(shape, -100, dtype=np.int64), np.full(shape, -100, dtype=np.int64)
    pair = (len(batch), most, most)
    distance, gap = np.zeros(pair, dtype=np.int64), np.zeros(pair, dtype=np.int64)
    edge, same = np.full(pair, -100, dtype=np.int64), np.full(pair, -100, dtype=np.int64)
    for row, (e, spans) in enumerate(zip(batch, chosen, strict=True)):
        n = len(spans)
        gold_of = [gold for _, gold in spans]
        around[row, :n] = ends(e.pieces.first, [s[:2] for s, _ in spans], len(e.pieces.ids))
        for i, ((_, _, t), gold) in enumerate(spans):
            kind[row, i], mask[row, i] = t, 1
            if gold is not None:
                mode[row, i], flag[row, i] = e.modes[gold], e.flags[gold]
        firsts = np.asarray([s[0] for s, _ in spans], dtype=np.int64)
        numbers = np.asarray([e.words.sentences[s[0]] for s, _ in spans], dtype=np.int64)
        distance[row, :n, :n], gap[row, :n, :n] = distance_buckets(firsts), gap_buckets(numbers)
        for i, gi in enumerate(gold_of):
            for j, gj in enumerate(gold_of):
                if i != j:
                    known = gi is not None and gj is not None
                    edge[row, i, j] = e.edges.get((gi, gj), 0) if known else 0
                    same[row, i, j] = int((gi, gj) in e.same) if known else 0
    arrays = (around, kind, mask, distance, gap, mode, flag, edge, same)
    return Nodes(*(torch.from_numpy(a) for a in arrays))


def batches(examples: Sequence[Example], size: int, seed: int) -> Iterator[list[Example]]:
    """Batches of about equal length, in an order that ``seed`` fixes."""
    rng = np.random.default_rng(seed)
    keys = [len(e.pieces.ids) + rng.uniform(-20, 20) for e in examples]
    order = np.argsort(keys)
    chunks = [order[i : i + size] for i in range(0, len(order), size)]
    for k in rng.permutation(len(chunks)):
        yield [examples[i] for i in chunks[k]]
