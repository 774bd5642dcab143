"""The stage that reads a claim graph off each passage of a report, with the model in the package."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec
import numpy as np

from rashomon.annotate import decode, model
from rashomon.annotate.passages import passages
from rashomon.annotate.words import Pieces, Words, pieces, split
from rashomon.records import Document, Edge, Graph, Node, Row

# Passages are padded to a multiple of this and batched only with their like, so that what a passage is padded with
# never depends on its company: alone or in a batch, its vectors are the same to the bit.
BUCKET = 32


class Passage(Row, frozen=True, kw_only=True):
    """A stretch of a document with its words and sub-tokens."""

    order: int
    document: str
    start: int
    end: int
    words: Words
    pieces: Pieces

    @property
    def bucket(self) -> int:
        """Its padded length in sub-tokens."""
        return -(-len(self.pieces.ids) // BUCKET) * BUCKET


class Annotator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Reads the claim graph of every passage of a report.

    ``edge``, ``count``, ``same`` and ``flag`` are least probabilities; None takes what the model was calibrated to.
    """

    name: ClassVar[str] = "annotator"
    version: ClassVar[str] = "1"
    edge: float | None = None
    count: float | None = None
    same: float | None = None
    flag: float | None = None
    batch_tokens: int = 512
    threads: int = 0

    def __call__(self, batch: Sequence[Document]) -> list[tuple[Graph, ...]]:
        """The graphs of each document, in order of its passages."""
        loaded = model.load(threads=self.threads)
        queue: list[Passage] = []
        for document in batch:
            queue.extend(_prepared(loaded, document, len(queue)))
        graphs: dict[int, Graph] = {}
        for group in _batches(queue, self.batch_tokens):
            for passage, graph in zip(group, self._read(loaded, group), strict=True):
                graphs[passage.order] = graph
        ordered = [graphs[i] for i in range(len(queue))]
        return [tuple(g for g in ordered if g.document == document.id) for document in batch]

    def _least(self, loaded: model.Model) -> decode.Thresholds:
        given = {"edge": self.edge, "count": self.count, "same": self.same, "flag": self.flag}
        return msgspec.structs.replace(loaded.manifest.thresholds, **{k: v for k, v in given.items() if v is not None})

    def _read(self, loaded: model.Model, group: Sequence[Passage]) -> Iterator[Graph]:
        shape = (len(group), group[0].bucket)
        ids, cases, mask = (np.zeros(shape, dtype=np.int64) for _ in range(3))
        for row, passage in enumerate(group):
            n = len(passage.pieces.ids)
            ids[row, :n], cases[row, :n], mask[row, :n] = passage.pieces.ids, passage.pieces.cases, 1
        vectors, tags = loaded.encode(ids, cases, mask)
        for row, passage in enumerate(group):
            found = decode.spans(tags[row, passage.pieces.first])
            yield self._graph(loaded, passage, found, vectors[row])

    def _graph(
        self, loaded: model.Model, passage: Passage, found: list[decode.TaggedSpan], vectors: decode.Floats
    ) -> Graph:
        nodes, edges = self._scored(loaded, passage, found, vectors) if found else ((), ())
        return Graph(
            document=passage.document,
            start=passage.start,
            end=passage.end,
            nodes=nodes,
            edges=edges,
            maker=f"{self.name}/{self.version}",
        )

    def _scored(
        self, loaded: model.Model, passage: Passage, found: list[decode.TaggedSpan], vectors: decode.Floats
    ) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
        first = np.asarray([s.first for s in found], dtype=np.int64)
        last = np.asarray([s.last for s in found], dtype=np.int64)
        scores = loaded.score(
            vectors[passage.pieces.first[first]],
            vectors[passage.pieces.first[last]],
            np.asarray([s.kind for s in found], dtype=np.int64),
            first,
            np.asarray([passage.words.sentences[i] for i in first], dtype=np.int64),
        )
        return decode.graph(passage.words, found, scores, passage.start, self._least(loaded))


def _prepared(loaded: model.Model, document: Document, order: int) -> list[Passage]:
    found = []
    for number, (start, end) in enumerate(passages(document), order):
        text = document.text[start:end]
        words = split(text)
        cut = pieces(loaded.tokenizer, text, words, loaded.manifest.most_tokens)
        found.append(Passage(order=number, document=document.id, start=start, end=end, words=words, pieces=cut))
    return found


def _batches(queue: Sequence[Passage], most: int) -> Iterator[list[Passage]]:
    """Passages of one bucket together, about ``most`` sub-tokens at a time."""
    group: list[Passage] = []
    for passage in sorted(queue, key=lambda p: (p.bucket, p.order)):
        if group and (passage.bucket != group[0].bucket or (len(group) + 1) * passage.bucket > most):
            yield group
            group = []
        group.append(passage)
    if group:
        yield group
