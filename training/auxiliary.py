"""Public sets with marked spans as tagging examples: pieces of their texts with BIO targets for every layer.

Nothing that stands in the annotated dev passages is in them (`apart`).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import public
from numpy.typing import NDArray
from public import UNSURE, Marked, Text
from tokenizers import Tokenizer

from rashomon.annotate.words import Pieces, Words, pieces, split

MOST_WORDS = 180
MOST_LABELS = 24
OTHER = "other"


@dataclass(frozen=True)
class Piece:
    """At most `MOST_WORDS` words and, per layer, the BIO target of each word kept (-100 where not annotated)."""

    words: Words
    pieces: Pieces
    layers: tuple[NDArray[np.int64], ...]


@dataclass(frozen=True)
class Set:
    """A set ready to train on: its labels by layer (0 outside, 1+2k begin, 2+2k inside) and its pieces."""

    name: str
    labels: tuple[tuple[str, ...], ...]
    pieces: list[Piece]

    @property
    def size(self) -> int:
        """Words in the set."""
        return sum(len(p.words) for p in self.pieces)


SETS: dict[str, tuple[Callable[[Path], Iterator[Text]], int]] = {
    "claimgraph": (public.claimgraph, 64),
    "m2e2": (public.m2e2, MOST_LABELS),
    "wikievents": (public.wikievents, MOST_LABELS),
    "geneva": (public.geneva, 2 * MOST_LABELS),
    "rams": (public.rams, MOST_LABELS),
    "polnear": (public.polnear, MOST_LABELS),
    "causal": (public.causal, MOST_LABELS),
    "re3d": (public.re3d, MOST_LABELS),
    "muc4": (public.muc4, MOST_LABELS),
}


def load_set(
    name: str,
    data: Path,
    tokenizer: Tokenizer,
    apart: Callable[[str, str], bool],
    labels: Sequence[tuple[str, ...]] | None = None,
) -> Set:
    """A set cut into pieces, shortest first; its labels as given, or the common ones and ``other`` for the rare.

    The claim graph is split by document already.
    """
    read, most = SETS[name]
    texts = [t for t in read(data) if name == "claimgraph" or not apart(t.document, t.text)]
    if labels is None:
        layers = range(len(texts[0].layers))
        labels = [common([label for t in texts for *_, label in t.layers[i]], most) for i in layers]
    found = [piece for t in texts for piece in cut(t, labels, tokenizer)]
    return Set(name, tuple(labels), sorted(found, key=lambda piece: len(piece.pieces.ids)))


def common(labels: Sequence[str], most: int) -> tuple[str, ...]:
    """The ``most`` commonest labels, and ``other`` for the rest where there is a rest."""
    counts = sorted(Counter(k for k in labels if k != UNSURE).items(), key=lambda item: (-item[1], item[0]))
    return (*(label for label, _ in counts[:most]), *([OTHER] if len(counts) > most else []))


def cut(text: Text, labels: Sequence[tuple[str, ...]], tokenizer: Tokenizer) -> Iterator[Piece]:
    """The pieces of a text, cut between sentences where it can be."""
    whole = split(text.text)
    gold = [bio(whole, spans, names, text.partial) for spans, names in zip(text.layers, labels, strict=True)]
    for first, end in windows(whole.sentences, MOST_WORDS):
        start = whole.starts[first]
        part = text.text[start : whole.ends[end - 1]]
        words = split(part)
        made = pieces(tokenizer, part, words, 512)
        kept = min(len(made.first), end - first)
        layers = tuple(t[first : first + kept] for t in gold)
        if len(words) == end - first and any((t >= 0).any() for t in layers):
            yield Piece(words, made, layers)


def windows(sentences: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Runs of words ``(first, end)``, at most ``most``, of whole sentences unless one alone is longer."""
    first = 0
    while first < len(sentences):
        end = min(len(sentences), first + most)
        if end < len(sentences):
            back = end
            while back > first and sentences[back] == sentences[back - 1]:
                back -= 1
            end = back if back > first else end
        yield first, end
        first = end


def bio(words: Words, spans: Sequence[Marked], names: Sequence[str], partial: bool) -> NDArray[np.int64]:
    """Targets of one layer; of spans that overlap the longer stays."""
    out = np.full(len(words), -100 if partial else 0, dtype=np.int64)
    taken = np.zeros(len(words), dtype=np.bool_)
    starts, ends, ids = np.asarray(words.starts), np.asarray(words.ends), {n: i for i, n in enumerate(names)}
    for start, end, label in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        a = int(np.searchsorted(ends, start, side="right"))
        b = int(np.searchsorted(starts, end, side="left"))
        if b <= a or taken[a:b].any():
            continue
        kind = ids.get(label, len(names) - 1)
        out[a], out[a + 1 : b], taken[a:b] = 1 + 2 * kind, 2 + 2 * kind, True
        if label == UNSURE:
            out[a:b] = -100
    return out


def targets(batch: Sequence[Piece], layer: int, longest: int) -> NDArray[np.int64]:
    """The targets of a layer, ``(pieces, longest)``: at the first sub-token of each word, -100 elsewhere."""
    out = np.full((len(batch), longest), -100, dtype=np.int64)
    for row, piece in zip(out, batch, strict=True):
        place(row, piece.pieces.first, piece.layers[layer])
    return out


def place(row: NDArray[np.int64], first: NDArray[np.int64], gold: NDArray[np.int64]) -> None:
    """Put the targets of words at their first sub-tokens in ``row``.

    A word without a sub-token has 0 there, where [CLS] stands: [CLS] stands for many words and has no target.
    """
    own = first[: len(gold)] > 0
    row[first[: len(gold)][own]] = gold[own]
