"""Annotated passages as training examples: words, gold spans, pair targets; and batches of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from rashomon.annotate.decode import ends
from rashomon.annotate.inventory import EDGE_IDS, FLAG_IDS, MODE_IDS, NODE_IDS, distance_buckets, gap_buckets
from rashomon.annotate.notation import Block, read_blocks
from rashomon.annotate.words import Pieces, Words, pieces, split

Span = tuple[int, int, int]  # first word, last word, node type id


@dataclass(frozen=True)
class Example:
    """One passage: its sub-tokens, gold spans (in word indices) with mode and flag, and gold edges between them."""

    name: str
    text: str
    words: Words
    pieces: Pieces
    spans: list[Span]
    modes: list[int]
    flags: list[int]
    edges: dict[tuple[int, int], int]
    same: set[tuple[int, int]]


def tokenizer_of(folder: Path) -> Tokenizer:
    """The tokenizer in a folder of the public model, without its limits of length."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """The examples of an annotated file."""
    with path.open(encoding="utf-8") as lines:
        return [example(block, tokenizer) for block in read_blocks(lines)]


def example(block: Block, tokenizer: Tokenizer, most: int = 512) -> Example:
    """A block as an example; spans that cut words are widened to whole words, those past the limit are left out."""
    words = split(block.text)
    cut = pieces(tokenizer, block.text, words, most)
    starts, ends = np.asarray(words.starts), np.asarray(words.ends)
    index: dict[str, int] = {}
    spans, modes, flags = [], [], []
    for node in sorted(block.graph.nodes, key=lambda n: n.start):
        first = int(np.searchsorted(ends, node.start, side="right"))
        last = int(np.searchsorted(starts, node.end, side="left")) - 1
        if last < first or last >= len(cut.first) or (spans and spans[-1][1] >= first):
            continue
        index[node.id] = len(spans)
        spans.append((first, last, NODE_IDS[node.type]))
        modes.append(MODE_IDS.get(f"{node.type}.{node.mode}", 0) if node.mode else 0)
        flags.append(FLAG_IDS[node.flag or "fact"])
    edges, links = {}, []
    for edge in block.graph.edges:
        if edge.source in index and edge.target in index:
            pair = (index[edge.source], index[edge.target])
            if edge.label == "same":
                links.append(pair)
            else:
                edges[pair] = EDGE_IDS[edge.label]
    return Example(block.id, block.text, words, cut, spans, modes, flags, edges, _closure(links))


def _closure(links: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """All ordered pairs (later, earlier) of mentions that ``same`` edges put together."""
    parent: dict[int, int] = {}

    def root(x: int) -> int:
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    for a, b in links:
        parent[root(a)] = root(b)
    members: dict[int, list[int]] = {}
    for x in list(parent):
        members.setdefault(root(x), []).append(x)
    return {(a, b) for group in members.values() for a in group for b in group if a > b}


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


def tokens(batch: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
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
    for row, e in enumerate(batch):
        out[row, e.pieces.first] = 0
        for first, last, kind in e.spans:
            out[row, e.pieces.first[first]] = 1 + 2 * kind
            out[row, e.pieces.first[first + 1 : last + 1]] = 2 + 2 * kind
    return torch.from_numpy(out)


def nodes(batch: Sequence[Example], chosen: Sequence[Sequence[tuple[Span, int | None]]]) -> Nodes:
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
