"""READ ME FIRST: how a case comes about. Reports in, then annotate, interpret, resolve; then link and reconcile.

The first three work report by report (`rashomon.engine.stages`): the store says which reports lack output under a
stage's key, they are taken through the stages in batches, and each batch is written in one transaction with the note
that it is done. While one batch is interpreted, resolved and written, the next is annotated. Killed at any point and
run again, the result is the same as in one go. The last two make views of the whole case, dropped and
rebuilt whenever something below them changed.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from rashomon.engine import annotating
from rashomon.engine.analyses import counting_once
from rashomon.engine.annotating import Asked
from rashomon.engine.basis import Basis, basis
from rashomon.engine.keys import Keys, chains, encode, keys, keys_in_force
from rashomon.engine.own import knowing, own_actors
from rashomon.engine.settings import Settings, kept_settings, to_keep
from rashomon.engine.stage import unheard
from rashomon.engine.stages import annotate, ask, interpret, resolve, signed
from rashomon.engine.steps import Fault, Progress, each
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
    EventClaim,
    FigureClaim,
    Finding,
    Incident,
    Judgement,
    Tie,
)
from rashomon.store import Store, Writer

AGAIN: Final = 2
"""How often a case is linked once more because another program wrote meanwhile."""

AT_ONCE: Final = 500
"""Incidents that are reconciled at one time."""


class Outcome(msgspec.Struct, frozen=True):
    """Whether a run wrote anything, what it asked of a language model (None: it was not to ask one), and its faults.

    ``basis``: what the views were made from, if they were made again.
    """

    changed: bool
    asked: Asked | None = None
    faults: tuple[Fault, ...] = ()
    basis: Basis | None = None


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
    asked, faults = read(store, settings, k, progress)
    progress("link", 0, 1, "")
    woven = weave(store, settings, k)
    progress("link", 1, 1, "")
    return Outcome(woven.changed or _state(store) != before, asked, faults, woven.basis)


def read(store: Store, settings: Settings, k: Keys, progress: Progress) -> tuple[Asked | None, tuple[Fault, ...]]:
    """Graphs, claims, actors and places of the reports that lack them; what a language model was asked, if one was."""
    asked, faults = _ask(store, settings, k, progress) if k.instead else (None, ())
    *others, (built_in, among) = chains(store, k)
    for chain, of in others:  # what a language model has read
        faults += each(store, [interpret(settings, chain), resolve(settings, chain)], progress, of)
    steps = [annotate(settings, built_in, progress), interpret(settings, built_in), resolve(settings, built_in)]
    return asked, faults + each(store, steps, progress, among)


def _ask(store: Store, settings: Settings, k: Keys, progress: Progress) -> tuple[Asked, tuple[Fault, ...]]:
    """Graphs by a language model, and what it was asked for them."""
    total = [Asked(model=settings.llm.model)]
    with annotating.asking(settings) as server:
        faults = each(store, [ask(settings, k, server, total)], progress)
    return total[0], faults


class Woven(NamedTuple):
    """Whether a view changed, and what the views were made from if they were made again."""

    changed: bool
    basis: Basis | None = None


def weave(store: Store, settings: Settings, k: Keys) -> Woven:
    """Link the case's events into incidents, and reconcile what is said of them.

    Nothing is made again where nothing below it has changed (`rashomon.engine.woven`). Where another program wrote
    while this one linked, it is done again, so that nobody's older views are put in the place of newer ones; while the
    other goes on writing, views of a moment ago will do, as the other makes them again when it ends.
    """
    for again in range(AGAIN, -1, -1):
        made = _made(store, settings, k)
        if made is None:
            return Woven(again < AGAIN)
        with store.writing() as w:
            now = below(w.view(), settings, k)
            if now == made.inputs or not (again or up_to_date(w.view(), now, k)):
                return Woven(_keep(w, made, settings, k), made.basis)
    return Woven(True)


class _Made(NamedTuple):
    """What linking and reconciling made, what they made it from, and a digest of that."""

    inputs: str
    basis: Basis
    linked: Sequence[Judgement]
    reprints: list[Judgement]
    incidents: Sequence[Incident]
    findings: list[Finding]
    disagreements: list[Disagreement]
    ties: Sequence[Tie]


def _made(store: Store, settings: Settings, k: Keys) -> _Made | None:
    """The views and the judgements under them as of now, not yet written; None if those in the case are."""
    with store.view() as view:
        inputs = below(view, settings, k)
        if up_to_date(view, inputs, k):
            return None
        documents = view.documents()
        # first of all, while nothing else is in memory: it alone needs all texts
        copies = settings.origins(candidate_documents(documents))
        start = basis(view, k, documents)
    linked = judge(documents, start.claims, start.places, start.actors, settings.linker).signed(k.link)
    reprints = sorted(signed([*copies, *updates(documents, copies)], k.origins), key=lambda j: j.id)
    events = [c for c in start.claims if isinstance(c, EventClaim)]
    figures = [c for c in start.claims if isinstance(c, FigureClaim)]
    found = incidents(events, figures, Joined([linked, reprints, start.people]), documents, start.places)
    findings, disputes = reconciled(store, settings, found, start, updated([*reprints, *start.people]))
    moved = changes(start.claims, documents, start.actors)
    disputes += stance_disagreements(start.claims, start.actors, start.places, moved)
    tied = ties(start.claims, start.actors, counting_once(documents, [*reprints, *start.people]))
    return _Made(inputs, start, linked, reprints, graded(found, disputes), findings, disputes, tied)


def reconciled(
    store: Store, settings: Settings, found: Sequence[Incident], start: Basis, updates: Mapping[str, str]
) -> tuple[list[Finding], list[Disagreement]]:
    """Findings and disagreements of incidents, some incidents at a time, whose texts alone are then in memory.

    ``updates``: the next telling of each report that has one.
    """
    by_id = {claim.id: claim for claim in start.claims}
    findings: list[Finding] = []
    disputes: dict[str, Disagreement] = {}
    for some in (found[at : at + AT_ONCE] for at in range(0, len(found), AT_ONCE)):
        own = [by_id[name] for incident in some for name in incident.claims]
        with store.view() as view:
            documents = view.documents(sorted({claim.document for claim in own}))
        gathered = gather(some, own, documents, start.actors.values(), updates)
        findings += [finding for one in settings.reconciler(gathered) for finding in one]
        disputes |= {d.id: d for d in disagreements(gathered, start.places)}
    return findings, [disputes[name] for name in sorted(disputes)]


def _keep(w: Writer, made: _Made, settings: Settings, k: Keys) -> bool:
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
    return weave(store, settings, k).changed if k else False


def _state(store: Store) -> dict[str, int]:
    with store.view() as view:
        return view.counts()
