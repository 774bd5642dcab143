"""The stages that go report by report, as the steps of a run: annotate, interpret, resolve."""

from collections.abc import Iterable, Sequence
from concurrent.futures import CancelledError
from threading import Event
from typing import Final

import msgspec

from rashomon.annotate.llm import Ask
from rashomon.engine import annotating
from rashomon.engine.annotating import Asked
from rashomon.engine.keys import Keys, graphs
from rashomon.engine.settings import Settings
from rashomon.engine.stage import unheard
from rashomon.engine.steps import Item, Made, Progress, Step
from rashomon.records import Document, Graph, Judgement, content_id
from rashomon.store import View, Writer

LONG: Final = 100
"""Passages of a batch from which on it is told how many are read: a minute's work or more on one core."""


def annotate(settings: Settings, k: Keys, progress: Progress = unheard) -> Step:
    """Claim graphs by the built-in model; of a long batch it is told how many passages are read."""
    stopped = Event()

    def heard(done: int, total: int) -> None:
        if stopped.is_set():
            raise CancelledError
        if total >= LONG:
            progress("passages", done, total, "")

    def make(items: Sequence[Item]) -> Made:
        found = [_by(k.annotate, own) for own in settings.annotator([item.document for item in items], heard)]
        return Made(lambda w: w.add_graphs([graph for own in found for graph in own]), graphs=found)

    return Step("annotate", k.annotate, make, lambda view, document: (), apart=True, stop=stopped.set)


def ask(settings: Settings, k: Keys, server: Ask, total: list[Asked]) -> Step:
    """Graphs by a language model, by the built-in one where it got a passage wrong; unanswered reports stay undone.

    What it was asked is put in the place of ``total``'s one item.
    """
    built_in, makers = (k.instead or k).annotate, (settings.llm.maker, k.annotate)  # the latter: of an earlier run

    def make(items: Sequence[Item]) -> Made:
        documents, known = [item.document for item in items], [graph for item in items for graph in item.graphs]
        found, readings = annotating.read(settings, documents, server, known)
        total[0] = total[0].plus(readings, settings.llm)
        ours = [g for one in found for g in one.graphs if g.maker in makers]
        theirs = [g for one in found if not one.waits for g in one.graphs if g.maker not in makers]
        new = [*_by(k.annotate, ours), *_by(built_in, theirs)]
        left = [d.id for d, one in zip(documents, found, strict=True) if one.waits]
        return Made(lambda w: w.add_graphs(new), left, total[0].in_words())

    def known(view: View, document: Document) -> list[Graph]:
        return view.graphs(document=document.id, maker=k.annotate)

    return Step("annotate", k.annotate, make, known)


def interpret(settings: Settings, k: Keys) -> Step:
    """Claims of reports, read off their graphs."""

    def make(items: Sequence[Item]) -> Made:
        found = [claim for claims in settings.interpreter(items) for claim in claims]
        own = [msgspec.structs.replace(claim, maker=k.interpret) for claim in found]
        return Made(lambda w: w.add_claims(own))

    return Step("interpret", k.interpret, make, lambda view, document: graphs(view, k, document.id))


def resolve(settings: Settings, k: Keys) -> Step:
    """Actors and places of reports, and the judgements which mention is which."""

    def make(items: Sequence[Item]) -> Made:
        found = settings.resolver(items)
        judged = signed([judgement for resolution in found for judgement in resolution.judgements], k.resolve)

        def write(w: Writer) -> None:
            w.add_actors([actor for resolution in found for actor in resolution.actors], k.resolve)
            w.add_places([place for resolution in found for place in resolution.places], k.resolve)
            w.add_judgements(judged)

        return Made(write)

    return Step("resolve", k.resolve, make, lambda view, document: graphs(view, k, document.id))


def signed(judgements: list[Judgement], key: str) -> list[Judgement]:
    """Judgements under a stage's key, with ids that other settings of the stage don't share; in the same list."""
    for place, j in enumerate(judgements):
        identity = content_id("j", key, j.left, j.right, j.relation, j.verdict)
        judgements[place] = msgspec.structs.replace(j, maker=key, id=identity)
    return judgements


def _by(key: str, found: Iterable[Graph]) -> list[Graph]:
    """Graphs under a stage's key."""
    return [msgspec.structs.replace(graph, maker=key) for graph in found]
