"""Stretches of a report that are known to name places, to those places: where, whether or not they act."""

from collections.abc import Sequence
from typing import ClassVar

import msgspec

from rashomon.records import Document, Graph, Node
from rashomon.resolve.decision import Decision
from rashomon.resolve.places import place_decisions
from rashomon.resolve.report import Report


class Locator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Decide where given stretches of documents are.

    Unlike the resolver, which asks who acts, it takes every stretch for a place: a country that acts is put on the map,
    and a demonym stands for its country. Each document is read by itself. ``least``: a decision with a lower score is
    not made.
    """

    name: ClassVar[str] = "locator"
    version: ClassVar[str] = "1"
    least: float = 0.0

    def __call__(self, batch: Sequence[tuple[Document, Sequence[tuple[int, int]]]]) -> list[list[Decision | None]]:
        """For each document, the decision on each of its (start, end) stretches, in order; None where there is none."""
        return [self.locate(document, stretches) for document, stretches in batch]

    def locate(self, document: Document, stretches: Sequence[tuple[int, int]]) -> list[Decision | None]:
        """The decisions on one document's stretches, in order; None where nothing is known, or under ``least``."""
        nodes = tuple(Node(id=f"n{i}", start=a, end=b, type="GPE") for i, (a, b) in enumerate(stretches))
        graph = Graph(document=document.id, start=0, end=len(document.text), nodes=nodes, edges=(), maker=self.name)
        report = Report(document, [graph])
        found = place_decisions(report, {}, everywhere=True)
        by_stretch = {(s.start, s.end): found.get(s.number) for s in report.sightings}
        decisions = [by_stretch.get(stretch) for stretch in stretches]
        return [d if d is not None and d.score >= self.least else None for d in decisions]
