"""Passages made ready for the model, and batches of them that never change what is read."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.annotate.model import Model
from rashomon.annotate.passages import passages
from rashomon.annotate.words import Pieces, Words, pieces, split
from rashomon.records import Document, Row

# Passages are padded to a multiple of this and batched only with their like, so that what a passage is padded with
# never depends on its company: alone or in a batch, its vectors are the same to the bit.
BUCKET = 8  # at 32, one sub-token in seven was padding, and the same vectors took a tenth longer

Arrays = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


class Passage(Row, frozen=True, kw_only=True):
    """A stretch of a document with its text, words and sub-tokens."""

    order: int
    document: str
    start: int
    end: int
    text: str
    words: Words
    pieces: Pieces

    @property
    def bucket(self) -> int:
        """Its padded length in sub-tokens."""
        return -(-len(self.pieces.ids) // BUCKET) * BUCKET


def prepared(loaded: Model, documents: Sequence[Document]) -> list[Passage]:
    """The passages of the documents, in order; those of one text share their words and sub-tokens."""
    found: list[Passage] = []
    cut: dict[str, tuple[Words, Pieces]] = {}
    for document in documents:
        for start, end in passages(document):
            text = document.text[start:end]
            if text not in cut:
                words = split(text)
                cut[text] = words, pieces(loaded.tokenizer, text, words, loaded.manifest.most_tokens)
            words, ids = cut[text]
            order, name = len(found), document.id
            found.append(Passage(order=order, document=name, start=start, end=end, text=text, words=words, pieces=ids))
    return found


def batches(queue: Sequence[Passage], most: int) -> Iterator[list[Passage]]:
    """Passages of one bucket together, about ``most`` sub-tokens at a time."""
    group: list[Passage] = []
    for passage in sorted(queue, key=lambda p: (p.bucket, p.order)):
        if group and (passage.bucket != group[0].bucket or (len(group) + 1) * passage.bucket > most):
            yield group
            group = []
        group.append(passage)
    if group:
        yield group


def arrays(group: Sequence[Passage]) -> Arrays:
    """Padded ids, case ids and mask of passages of one bucket."""
    shape = (len(group), group[0].bucket)
    ids, cases, mask = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    for row, passage in enumerate(group):
        n = len(passage.pieces.ids)
        ids[row, :n], cases[row, :n], mask[row, :n] = passage.pieces.ids, passage.pieces.cases, 1
    return ids, cases, mask
