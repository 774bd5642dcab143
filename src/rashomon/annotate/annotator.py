"""The stage that reads a claim graph off each passage of a report, with the model in the package."""

import os
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import ClassVar

import msgspec
import numpy as np

from rashomon.annotate import decode, model
from rashomon.annotate.apart import apart
from rashomon.annotate.batches import Passage, arrays, batches, prepared
from rashomon.annotate.inventory import NODES
from rashomon.records import Document, Edge, Graph, Node

NEVER = np.float32(-50.0)  # the logit of what is ruled out
Heard = Callable[[int, int], object]
"""Told how many passages were read, and how many there are to read; always from the thread that asked for them."""


def unheard(done: int, total: int) -> None:
    """Who listens where nobody does."""


class Annotator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Reads the claim graph of every passage of a report.

    ``edge``, ``count``, ``same`` and ``flag`` are least probabilities, ``outside`` a lean towards no span at all
    (`decode.Thresholds`); None takes what the model was calibrated to. ``threads``: on how many cores (0: all that the
    process may use).
    """

    name: ClassVar[str] = "annotator"
    version: ClassVar[str] = "3"
    edge: float | None = None
    count: float | None = None
    same: float | None = None
    flag: float | None = None
    outside: float | None = None
    batch_tokens: int = 512
    threads: int = 0

    def __call__(self, batch: Sequence[Document], heard: Heard = unheard) -> list[tuple[Graph, ...]]:
        """The graphs of each document, in order of its passages. ``heard`` may end the reading by raising.

        A text that stands many times is read once (its graph is the same everywhere), and one without a letter not at
        all: there is nothing in it to read, and a file of digits would keep the model busy for minutes.
        """
        loaded = model.load(threads=1)
        queue = prepared(loaded, batch)
        once = {passage.text: passage for passage in reversed(queue) if _has_letters(passage.text)}
        # the largest first: the last to end leave the other cores least to wait for
        groups = sorted(batches(list(once.values()), self.batch_tokens), key=lambda g: len(g) * g[0].bucket)[::-1]
        graphs: dict[str, Graph] = {}
        with closing(self._side_by_side(loaded, groups)) as read:
            for group, own in zip(groups, read, strict=True):
                graphs.update(zip((passage.text for passage in group), own, strict=True))
                heard(len(graphs), len(once))
        found: dict[str, list[Graph]] = {document.id: [] for document in batch}
        for passage in queue:
            found[passage.document].append(self._placed(graphs.get(passage.text), passage))
        return [tuple(found[document.id]) for document in batch]

    def ready(self) -> None:
        """Load the model; ModelError."""
        model.load(threads=1)

    def _placed(self, graph: Graph | None, passage: Passage) -> Graph:
        """The graph of a passage's text at the place of the passage; without nodes where the text was not read."""
        if graph is None:
            return self._graph(passage, (), ())
        by = passage.start - graph.start
        nodes = tuple(msgspec.structs.replace(n, start=n.start + by, end=n.end + by) for n in graph.nodes)
        return self._graph(passage, nodes if by else graph.nodes, graph.edges)

    def _side_by_side(
        self, loaded: model.Model, groups: Sequence[Sequence[Passage]]
    ) -> Generator[list[Graph], None, None]:
        """The graphs of each group: as many groups at once as there are cores to use.

        While one thread decodes in Python, another's encoder has a core to itself. More threads on one group would
        wait for each other at every layer, and for the decoding of every group.
        """
        threads = min(self.threads or cores(), len(groups))
        if threads < 2:
            yield from (self._read(loaded, group) for group in groups)
            return
        with ThreadPoolExecutor(threads, thread_name_prefix="annotate") as pool:
            # closed before its end, the map lets go of the groups that no thread has begun
            yield from pool.map(lambda group: self._read(loaded, group), groups)

    def _least(self, loaded: model.Model) -> decode.Thresholds:
        names = ("edge", "count", "same", "flag", "outside")
        given = {name: getattr(self, name) for name in names}
        return msgspec.structs.replace(loaded.manifest.thresholds, **{k: v for k, v in given.items() if v is not None})

    def _read(self, loaded: model.Model, group: Sequence[Passage]) -> list[Graph]:
        vectors, tags = loaded.encode(*arrays(group))
        graphs = []
        for row, passage in enumerate(group):
            found = decode.spans(tags[row, passage.pieces.first], self._least(loaded).outside)
            nodes, edges = self._scored(loaded, passage, found, vectors[row]) if found else ((), ())
            graphs.append(self._graph(passage, nodes, edges))
        return graphs

    def _graph(self, passage: Passage, nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> Graph:
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
        places = decode.ends(passage.pieces.first, [(s.first, s.last) for s in found], len(passage.pieces.ids))
        scores = loaded.score(
            vectors[places].reshape(len(found), -1),
            np.asarray([s.kind for s in found], dtype=np.int64),
            first,
            np.asarray([passage.words.sentences[i] for i in first], dtype=np.int64),
        )
        starts, ends = passage.words.starts, passage.words.ends
        said = [(NODES[s.kind], passage.text[starts[s.first] : ends[s.last]]) for s in found]
        linked = np.where(apart(said), NEVER, scores.same)
        scores = msgspec.structs.replace(scores, same=linked)
        return decode.graph(passage.words, found, scores, passage.start, self._least(loaded))


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))
