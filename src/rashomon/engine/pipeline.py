"""READ ME FIRST: how a case comes about. Reports in, then annotate, interpret, resolve; then link and reconcile.

The first three work report by report: the store says which reports lack output under a stage's key, the stage is
mapped over them in batches, and each batch is written in one transaction with the note that it is done. Killed at any
point and run again, the result is the same as in one go. The last two make views of the whole case, dropped and
rebuilt whenever something below them changed.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from rashomon.annotate.model import manifest
from rashomon.engine.identity import filled
from rashomon.engine.settings import Settings
from rashomon.engine.stage import key_of, maker_of, unheard
from rashomon.link.clusters import incidents
from rashomon.link.origins import candidate_documents
from rashomon.link.steps import judge
from rashomon.read import ReadOptions
from rashomon.reconcile.disagreements import disagreements, graded
from rashomon.reconcile.gathered import gather
from rashomon.reconcile.stances import stance_disagreements
from rashomon.reconcile.ties import ties
from rashomon.records import AnyClaim, Document, EventClaim, FigureClaim, Graph, Judgement, Maker, content_id
from rashomon.resolve import gather as actors_of
from rashomon.resolve import gather_places
from rashomon.store import Store, View, Writer
from rashomon.values.judgements import PERSON

BATCH = 8
"""Reports a transaction: enough for full batches of passages, few enough that a kill loses seconds of work."""

Progress = Callable[[str, int, int], None]
"""Told the stage's name, how many reports are done, and how many there are to do."""

Write = Callable[[Writer], object]
"""Writes what a stage made of a batch."""

T = TypeVar("T")


class Keys(msgspec.Struct, frozen=True):
    """Under which key each stage signs, and the stages as records."""

    annotate: str
    interpret: str
    resolve: str
    origins: str
    link: str
    makers: tuple[Maker, ...]


def keys(settings: Settings) -> Keys:
    """The keys that these settings and the installed model give."""
    _, model = manifest()
    stages = (settings.annotator, settings.interpreter, settings.resolver, settings.origins, settings.linker)
    makers = [maker_of(stage, model if stage is settings.annotator else None) for stage in stages]
    makers.append(maker_of(settings.reconciler))
    annotate = key_of(makers[0])
    interpret, resolve = key_of(makers[1], annotate), key_of(makers[2], annotate)
    return Keys(annotate, interpret, resolve, key_of(makers[3]), key_of(makers[4], interpret, resolve), tuple(makers))


def encode(row: Any) -> str:
    """A struct as JSON text, the same for the same values."""
    return msgspec.json.encode(row, order="deterministic").decode()


def keys_in_force(view: View) -> Keys | None:
    """The keys of the last run that was finished; None if there was none."""
    kept = view.meta().get("keys")
    return msgspec.json.decode(kept, type=Keys) if kept else None


def run(store: Store, settings: Settings, progress: Progress = unheard) -> bool:
    """Bring the case up to date with what it holds; True if anything was written."""
    k = keys(settings)
    before = _state(store)
    with store.writing() as w:
        for maker in k.makers:
            w.set_maker(maker)
    annotate(store, settings, k, progress)
    interpret(store, settings, k, progress)
    resolve(store, settings, k, progress)
    progress("link", 0, 1)
    changed = weave(store, settings, k)
    progress("link", 1, 1)
    return changed or _state(store) != before


def annotate(store: Store, settings: Settings, k: Keys, progress: Progress) -> None:
    """Claim graphs of the reports that lack them."""

    def make(documents: Sequence[Document]) -> Write:
        found = [graph for graphs in settings.annotator(documents) for graph in graphs]
        return lambda w: w.add_graphs([msgspec.structs.replace(graph, maker=k.annotate) for graph in found])

    _each(store, "annotate", k.annotate, make, progress)


def interpret(store: Store, settings: Settings, k: Keys, progress: Progress) -> None:
    """Claims of the reports that lack them, read off their graphs."""

    def make(documents: Sequence[Document]) -> Write:
        found = [claim for claims in settings.interpreter(_with_graphs(store, k, documents)) for claim in claims]
        return lambda w: w.add_claims([msgspec.structs.replace(claim, maker=k.interpret) for claim in found])

    _each(store, "interpret", k.interpret, make, progress)


def resolve(store: Store, settings: Settings, k: Keys, progress: Progress) -> None:
    """Actors and places of the reports that lack them, and the judgements which mention is which."""

    def make(documents: Sequence[Document]) -> Write:
        found = settings.resolver(_with_graphs(store, k, documents))

        def write(w: Writer) -> None:
            for resolution in found:
                w.add_actors(resolution.actors, k.resolve)
                w.add_places(resolution.places, k.resolve)
                w.add_judgements(_signed(resolution.judgements, k.resolve))

        return write

    _each(store, "resolve", k.resolve, make, progress)


def weave(store: Store, settings: Settings, k: Keys) -> bool:
    """Link the case's events into incidents, and reconcile what is said of them; True if a view changed."""
    with store.view() as view:
        documents = view.documents()
        claims = current(view, k)
        judged = in_force(view, k)
        actors = {a.id: a for a in actors_of(view.actors(k.resolve), judged, documents, claims)}
        places = {p.id: p for p in gather_places(view.places(k.resolve), judged, documents)}
    linked = _signed(judge(documents, claims, places, actors, settings.linker), k.link)
    reprints = _signed(settings.origins(candidate_documents(documents)), k.origins)
    people = [j for j in judged if j.maker == PERSON]
    events = [c for c in claims if isinstance(c, EventClaim)]
    figures = [c for c in claims if isinstance(c, FigureClaim)]
    found = incidents(events, figures, [*linked, *reprints, *people], documents, places)
    gathered = gather(found, claims, documents, actors.values())
    findings = [finding for one in settings.reconciler(gathered) for finding in one]
    disputes = (*disagreements(gathered, places), *stance_disagreements(claims, actors, places))
    with store.writing() as w:
        # From here on the case is what these settings and this model make of it, whoever opens it. How inputs may be
        # read is not kept: leave to fetch from private addresses holds for the run that was given it.
        kept = msgspec.structs.replace(settings, read=ReadOptions())
        noted = [w.set_meta("keys", encode(k)), w.set_meta("settings", encode(kept))]
        new = w.replace_judgements(k.link, linked) + w.replace_judgements(k.origins, reprints)
        views = w.replace_views(graded(found, disputes), findings, disputes, ties(claims, actors))
        return bool(new) or views or any(noted)


def current(view: View, k: Keys) -> list[AnyClaim]:
    """The claims of the stage in force, with the ids that the judgements in force give their mentions."""
    return filled(view.claims(maker=k.interpret), in_force(view, k))


def in_force(view: View, k: Keys) -> list[Judgement]:
    """The judgements of people and of the stages in force; those of earlier settings or models stay on record."""
    makers = {k.resolve, k.origins, k.link, PERSON}
    return [j for j in view.judgements(active=True) if j.maker in makers]


def _each(store: Store, name: str, key: str, make: Callable[[Sequence[Document]], Write], progress: Progress) -> None:
    """Map a stage over the reports that lack its output; each batch is made, then written in one transaction."""
    with store.view() as view:
        pending = view.pending(key)
        lengths = {d.id: len(d.text) for d in view.documents(pending)}
    pending.sort(key=lambda name: (lengths[name], name))
    done = 0
    for ids in _batches(pending, BATCH):
        with store.view() as view:
            documents = view.documents(ids)
        write = make(documents)
        with store.writing() as w:
            write(w)
            w.done(key, ids)
        done += len(ids)
        progress(name, done, len(pending))


def _with_graphs(store: Store, k: Keys, documents: Sequence[Document]) -> list[tuple[Document, list[Graph]]]:
    with store.view() as view:
        return [(d, view.graphs(document=d.id, maker=k.annotate)) for d in documents]


def _signed(judgements: Any, key: str) -> list[Judgement]:
    """Judgements under a stage's key, with ids that other settings of the stage don't share."""
    return [
        msgspec.structs.replace(j, maker=key, id=content_id("j", key, j.left, j.right, j.relation, j.verdict))
        for j in judgements
    ]


def _batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _state(store: Store) -> dict[str, int]:
    with store.view() as view:
        return view.counts()
