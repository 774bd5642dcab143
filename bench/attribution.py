"""Who says what as stretches of text: cues, sources and contents, tagged on the annotator's word vectors.

A claim graph marks heads: the verb of saying, the core of the speaker's noun phrase, the triggers of what is said.
Corpora of quotations mark whole extents: the verb with its auxiliaries, the noun phrase with its apposition, the clause
or quotation. The encoder's vectors hold those too: one recurrent layer over them (gated, both ways; Cho et al. 2014)
and the best path through its tags. ``training/quotations.py`` learns the layer on PolNeAR's training part.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from annotated import encoded_passages
from extents import Extent
from numpy.typing import NDArray

from rashomon.annotate import model

LAYERS: Final = (("cue", "source"), ("content",))  # the tags of a layer: outside, then begin and inside of each
WEIGHTS: Final = Path(__file__).with_name("attribution.npz")

Floats = NDArray[np.float32]
Parts = dict[str, list[Extent]]


def read(texts: Sequence[str]) -> list[Parts]:
    """The cues, sources and contents of each text, in its own offsets. ValueError if learnt on another model."""
    found: list[Parts] = [{name: [] for names in LAYERS for name in names} for _ in texts]
    for passage, vectors in encoded_passages(texts):
        for names, tags in zip(LAYERS, layer().tags(vectors), strict=True):
            for kind, first, last in spans(tags):
                start, end = passage.words.starts[first], passage.words.ends[last]
                extent = ((passage.start + start, passage.start + end),)
                found[int(passage.document)][names[kind]].append(extent)
    return found


class Layer(msgspec.Struct, frozen=True):
    """A gated recurrent layer both ways, and tags on top of it; ``model`` is the digest of the model it belongs to."""

    model: str
    weights: dict[str, Floats]

    def tags(self, vectors: Floats) -> list[list[int]]:
        """The tags of a passage's words, by layer of `LAYERS`; ``vectors`` is (words, 384)."""
        ahead = self._run(vectors, "ahead")
        back = self._run(vectors[::-1], "back")[::-1]
        both = np.concatenate([ahead, back], axis=1)
        return [path(both @ self.weights[f"tags{i}"].T + self.weights[f"lean{i}"]) for i in range(len(LAYERS))]

    def _run(self, vectors: Floats, way: str) -> Floats:
        """The states after each word: r and z are the gates that reset and keep, n the new state."""
        given = vectors @ self.weights[f"{way} in"].T + self.weights[f"{way} in lean"]
        state = np.zeros(given.shape[1] // 3, dtype=np.float32)
        states = np.empty((len(vectors), len(state)), dtype=np.float32)
        for i, word in enumerate(given):
            r_in, z_in, n_in = np.split(word, 3)
            r_own, z_own, n_own = np.split(self.weights[f"{way} own"] @ state + self.weights[f"{way} own lean"], 3)
            keep = sigmoid(z_in + z_own)
            state = (1 - keep) * np.tanh(n_in + sigmoid(r_in + r_own) * n_own) + keep * state
            states[i] = state
        return states


@cache
def layer(file: Path = WEIGHTS) -> Layer:
    """The layer that belongs to the model in the package. ValueError if the file belongs to another."""
    with np.load(file) as kept:
        found = Layer(str(kept["model"]), {name: kept[name].astype(np.float32) for name in kept if name != "model"})
    _, digest = model.manifest()
    if found.model != digest:
        raise ValueError(f"{file.name} was learnt on another model; run training/quotations.py")
    return found


def sigmoid(x: Floats) -> Floats:
    """Between 0 and 1, without overflow."""
    return (0.5 * (1 + np.tanh(0.5 * x))).astype(np.float32)


def path(scores: Floats) -> list[int]:
    """The best tags of a row of words whose every inside (2, 4, ...) follows its own begin or inside (Viterbi)."""
    tags = scores.shape[1]
    step = np.zeros((tags, tags))
    for inside in range(2, tags, 2):
        step[[tag for tag in range(tags) if tag not in (inside - 1, inside)], inside] = -np.inf
    best = scores[0].astype(np.float64)
    best[2::2] = -np.inf
    before: list[NDArray[np.int64]] = []
    for word in scores[1:]:
        paths = best[:, None] + step
        before.append(paths.argmax(0))
        best = paths.max(0) + word
    found = [int(best.argmax())]
    for back in reversed(before):
        found.append(int(back[found[-1]]))
    return found[::-1]


def spans(tags: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Which label, first and last word of each span of a path."""
    for first, tag in enumerate(tags):
        if tag % 2:
            last = first
            while last + 1 < len(tags) and tags[last + 1] == tag + 1:
                last += 1
            yield tag // 2, first, last
