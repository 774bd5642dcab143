"""READ ME FIRST: how a case comes about. Reports in, then annotate, interpret, resolve; then link and reconcile.

The first three work report by report: the store says which reports lack output under a stage's key, the stage is
mapped over them in batches, and each batch is written in one transaction with the note that it is done. Killed at any
point and run again, the result is the same as in one go. The last two make views of the whole case, dropped and
rebuilt whenever something below them changed.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import msgspec

from rashomon.engine import annotating
from rashomon.engine.analyses import counting_once
from rashomon.engine.annotating import Asked
from rashomon.engine.keys import Keys, below_links, cast, chains, encode, graphs, keys, keys_in_force, located
from rashomon.engine.own import knowing, own_actors
from rashomon.engine.settings import Settings, kept_settings, to_keep
from rashomon.engine.stage import unheard
from rashomon.engine.steps import Fault, Made, Progress, Step, each
from rashomon.engine.woven import WOVEN, below, note, up_to_date
from rashomon.link.clusters import incidents
from rashomon.link.judged import Joined
from rashomon.link.origins import candidate_documents
from rashomon.link.steps import judge
from rashomon.link.updates import updated, updates
from rashomon.reconcile.changes import changes
from rashomon.reconcile.disagreements import disagreements, graded
from rashomon.reconcile.gathered import gather
from rashomon.reconcile.stances import stance_disagreements
from rashomon.reconcile.ties import ties
from rashomon.records import (
    Disagreement,
    Document,
    EventClaim,
    FigureClaim,
    Finding,
    Graph,
    Incident,
    Judgement,
    Tie,
    content_id,
)
from rashomon.store import Store, Writer

AGAIN: Final = 2
"""How often a case is linked once more because another program wrote meanwhile."""


class Outcome(msgspec.Struct, frozen=True):
    """Whether a run wrote anything, what it asked of a language model (None: it was not to ask one), and its faults."""

    changed: bool
    asked: Asked | None = None
    faults: tuple[Fault, ...] = ()


def run(store: Store, settings: Settings, progress: Progress = unheard) -> Outcome:
    """Bring the case up to date with what it holds. SettingsError if a language model is to read, and none is set."""
    annotating.ready(settings)
    with store.view() as view:
        settings = knowing(settings, own_actors(view))
    k = keys(settings)
    before = _state(store)
    with store.writing() as w:
        for maker in k.makers:
            w.set_maker(maker)
    asked, faults = annotate(store, settings, k, progress)
    for chain, among in chains(store, k):
        faults += interpret(store, settings, chain, Step("interpret", chain.interpret, progress, among, chain.annotate))
        faults += resolve(store, settings, chain, Step("resolve", chain.resolve, progress, among, chain.annotate))
    progress("link", 0, 1, "")
    changed = weave(store, settings, k)
    progress("link", 1, 1, "")
    return Outcome(changed or _state(store) != before, asked, tuple(faults))


def annotate(store: Store, settings: Settings, k: Keys, progress: Progress) -> tuple[Asked | None, list[Fault]]:
    """Claim graphs of the reports that lack them; what a language model was asked for them, if one was."""
    asked, faults = _ask(store, settings, k, progress) if k.instead else (None, [])

    def make(documents: Sequence[Document]) -> Made:
        found = [graph for graphs in settings.annotator(documents) for graph in graphs]
        return Made(lambda w: w.add_graphs(_by(built_in.annotate, found)))

    built_in, among = chains(store, k)[-1]
    faults += each(store, Step("annotate", built_in.annotate, progress, among), make)
    return asked, faults


def _ask(store: Store, settings: Settings, k: Keys, progress: Progress) -> tuple[Asked, list[Fault]]:
    """Graphs by a language model, by the built-in one where it got a passage wrong; unanswered reports stay undone."""
    instead, makers = k.instead or k, (settings.llm.maker, k.annotate)  # the latter: graphs of an earlier run
    asked = Asked(model=settings.llm.model)
    with annotating.asking(settings) as ask:

        def make(documents: Sequence[Document]) -> Made:
            nonlocal asked
            with store.view() as view:
                known = [graph for d in documents for graph in view.graphs(document=d.id, maker=k.annotate)]
            found, readings = annotating.read(settings, documents, ask, known)
            asked = asked.plus(readings, settings.llm)
            ours = [g for one in found for g in one.graphs if g.maker in makers]
            theirs = [g for one in found if not one.waits for g in one.graphs if g.maker not in makers]
            graphs = [*_by(k.annotate, ours), *_by(instead.annotate, theirs)]
            left = [d.id for d, one in zip(documents, found, strict=True) if one.waits]
            return Made(lambda w: w.add_graphs(graphs), left, asked.in_words())

        faults = each(store, Step("annotate", k.annotate, progress), make)
    return asked, faults


def interpret(store: Store, settings: Settings, k: Keys, step: Step) -> list[Fault]:
    """Claims of the reports that lack them, read off their graphs."""

    def make(documents: Sequence[Document]) -> Made:
        found = [claim for claims in settings.interpreter(_with_graphs(store, k, documents)) for claim in claims]
        return Made(lambda w: w.add_claims([msgspec.structs.replace(claim, maker=k.interpret) for claim in found]))

    return each(store, step, make)


def resolve(store: Store, settings: Settings, k: Keys, step: Step) -> list[Fault]:
    """Actors and places of the reports that lack them, and the judgements which mention is which."""

    def make(documents: Sequence[Document]) -> Made:
        found = settings.resolver(_with_graphs(store, k, documents))

        def write(w: Writer) -> None:
            for resolution in found:
                w.add_actors(resolution.actors, k.resolve)
                w.add_places(resolution.places, k.resolve)
                w.add_judgements(_signed(list(resolution.judgements), k.resolve))

        return Made(write)

    return each(store, step, make)


def weave(store: Store, settings: Settings, k: Keys) -> bool:
    """Link the case's events into incidents, and reconcile what is said of them; True if a view changed.

    Nothing is made again where nothing below it has changed (`rashomon.engine.woven`). Where another program wrote
    while this one linked, it is done again, so that nobody's older views are put in the place of newer ones; while the
    other goes on writing, views of a moment ago will do, as the other makes them again when it ends.
    """
    for again in range(AGAIN, -1, -1):
        made = _woven(store, settings, k)
        if made is None:
            return again < AGAIN
        with store.writing() as w:
            now = below(w.view(), settings, k)
            if now == made.inputs or not (again or up_to_date(w.view(), now, k)):
                return _keep(w, made, settings, k)
    return True


class _Woven(NamedTuple):
    """What linking and reconciling made, and a digest of what they made it from."""

    inputs: str
    linked: Sequence[Judgement]
    reprints: list[Judgement]
    incidents: Sequence[Incident]
    findings: list[Finding]
    disagreements: list[Disagreement]
    ties: Sequence[Tie]


def _woven(store: Store, settings: Settings, k: Keys) -> _Woven | None:
    """The views and the judgements under them as of now, not yet written; None if those in the case are."""
    with store.view() as view:
        inputs = below(view, settings, k)
        if up_to_date(view, inputs, k):
            return None
        documents = view.documents()
        claims, judged = below_links(view, k)
        actor_by_id = {a.id: a for a in cast(view, k, judged, claims)}
        place_by_id = {p.id: p for p in located(view, k, judged, claims)}
    people = [j for j in judged if j.made]
    del judged
    linked = judge(documents, claims, place_by_id, actor_by_id, settings.linker).signed(k.link)
    copies = settings.origins(candidate_documents(documents))
    reprints = sorted(_signed([*copies, *updates(documents, copies)], k.origins), key=lambda j: j.id)
    events = [c for c in claims if isinstance(c, EventClaim)]
    figures = [c for c in claims if isinstance(c, FigureClaim)]
    found = incidents(events, figures, Joined([linked, reprints, people]), documents, place_by_id)
    gathered = gather(found, claims, documents, actor_by_id.values(), updated([*reprints, *people]))
    findings = [finding for one in settings.reconciler(gathered) for finding in one]
    stances = stance_disagreements(claims, actor_by_id, place_by_id, changes(claims, documents, actor_by_id))
    disputes = [*disagreements(gathered, place_by_id), *stances]
    tied = ties(claims, actor_by_id, counting_once(documents, [*reprints, *people]))
    return _Woven(inputs, linked, reprints, graded(found, disputes), findings, disputes, tied)


def _keep(w: Writer, made: _Woven, settings: Settings, k: Keys) -> bool:
    """Write what was made, with the note of what it was made from; True if the case held something else."""
    # From here on the case is what these settings and this model make of it, whoever opens it.
    noted = [w.set_meta("keys", encode(k)), w.set_meta("settings", encode(to_keep(settings)))]
    new = w.replace_judgements(k.link, made.linked) + w.replace_judgements(k.origins, made.reprints)
    views = w.replace_views(made.incidents, made.findings, made.disagreements, made.ties)
    w.set_meta(WOVEN, note(w.view(), made.inputs, k))
    return bool(new) or views or any(noted)


def redraw(store: Store) -> bool:
    """Make the views anew after a person's decision, as the case was last read; True if one changed."""
    with store.view() as view:
        k, settings = keys_in_force(view), kept_settings(view.meta().get("settings"))
    return weave(store, settings, k) if k else False


def _with_graphs(store: Store, k: Keys, documents: Sequence[Document]) -> list[tuple[Document, list[Graph]]]:
    with store.view() as view:
        return [(d, graphs(view, k, d.id)) for d in documents]


def _by(key: str, found: Iterable[Graph]) -> list[Graph]:
    """Graphs under a stage's key."""
    return [msgspec.structs.replace(graph, maker=key) for graph in found]


def _signed(judgements: list[Judgement], key: str) -> list[Judgement]:
    """Judgements under a stage's key, with ids that other settings of the stage don't share; in the same list."""
    for place, j in enumerate(judgements):
        identity = content_id("j", key, j.left, j.right, j.relation, j.verdict)
        judgements[place] = msgspec.structs.replace(j, maker=key, id=identity)
    return judgements


def _state(store: Store) -> dict[str, int]:
    with store.view() as view:
        return view.counts()
