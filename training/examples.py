"""Annotated passages as training examples: words and gold spans, and how an epoch shows them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from rashomon.annotate.decode import Floats, spans
from rashomon.annotate.inventory import EDGE_IDS, FLAG_IDS, MODE_IDS, NODE_IDS
from rashomon.annotate.notation import Block, read_blocks
from rashomon.annotate.words import CASES, Pieces, Words, pieces, split
from rashomon.values.groups import groups

PLAIN = 0.1  # share of passages that are read as if in capitals or in small letters only
TRUST = 3  # epochs that learn from annotated spans only; later ones from the tagger's own half the time

Span = tuple[int, int, int]  # first word, last word, node type id
Chosen = list[tuple[Span, int | None]]  # spans to learn from, each with the gold span it stands for (None: spurious)


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
    gold, modes, flags = [], [], []
    for node in sorted(block.graph.nodes, key=lambda n: n.start):
        first = int(np.searchsorted(ends, node.start, side="right"))
        last = int(np.searchsorted(starts, node.end, side="left")) - 1
        if last < first or last >= len(cut.first) or (gold and gold[-1][1] >= first):
            continue
        index[node.id] = len(gold)
        gold.append((first, last, NODE_IDS[node.type]))
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
    return Example(block.id, block.text, words, cut, gold, modes, flags, edges, _closure(links))


def _closure(links: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """All ordered pairs (later, earlier) of mentions that ``same`` edges put together."""
    linked = sorted({mention for link in links for mention in link})
    return {(a, b) for group in groups(linked, links) for a in group for b in group if a > b}


def choose(example: Example, logits: Floats, rng: random.Random, epoch: int) -> Chosen:
    """Gold spans, or (after `TRUST` epochs, half the time) the tagger's own, matched to gold by overlap and type.

    ``logits`` are the tagger's, of words. Of the gold spans that it missed half are put with its own.
    """
    gold: Chosen = [(span, i) for i, span in enumerate(example.spans)]
    if epoch < TRUST or rng.random() < 0.5:
        return gold
    found: Chosen = []
    for span in spans(logits):
        match = [
            i
            for i, (a, b, kind) in enumerate(example.spans)
            if kind == span.kind and a <= span.last and b >= span.first
        ]
        found.append(((span.first, span.last, span.kind), match[0] if match else None))
    missing = set(range(len(gold))) - {i for _, i in found}
    return sorted([*found, *(gold[i] for i in missing if rng.random() < 0.5)])


def flattened(example: Example, rng: random.Random) -> Example:
    """The example with its case lost, sometimes: headlines and old archives have none."""
    if rng.random() >= PLAIN:
        return example
    one = CASES.index(rng.choice(("lower", "upper")))
    cases = example.pieces.cases
    letters = np.isin(cases, [CASES.index(c) for c in ("lower", "title", "upper", "mixed")])
    return replace(
        example, pieces=Pieces(ids=example.pieces.ids, cases=np.where(letters, one, cases), first=example.pieces.first)
    )
