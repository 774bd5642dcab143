"""The whole record of a case, as it is exported and shown."""

from rashomon.engine.analyses import counting_once
from rashomon.engine.basis import Basis, basis
from rashomon.engine.keys import Keys, cast, located, taken
from rashomon.link.updates import updated
from rashomon.reconcile.causal import causal_map
from rashomon.reconcile.changes import changes
from rashomon.reconcile.flows import flows
from rashomon.reconcile.gathered import gather
from rashomon.reconcile.seeming import seemings
from rashomon.records import AnyClaim, Record
from rashomon.store import View
from rashomon.version import VERSION

SCHEMA = "1"


def record(view: View, k: Keys) -> Record:
    """Everything that the stages in force make of the case; all lists in a fixed order."""
    found = taken(view, k)
    claims, judgements = found.claims, found.judgements
    documents = view.documents()
    actors, incidents = cast(view, k, judgements, claims), tuple(view.incidents())
    witnesses = counting_once(documents, judgements)
    changed = changes(claims, documents, {actor.id: actor for actor in actors}, witnesses)
    return Record(
        rashomon=VERSION,
        schema=SCHEMA,
        case=view.meta().get("name", ""),
        makers=tuple(m for m in view.makers() if m in k.makers),
        documents=tuple(documents),
        claims=tuple(sorted(claims, key=_in_text)),
        actors=actors,
        places=located(view, k, judgements, claims),
        incidents=incidents,
        findings=tuple(view.findings()),
        disagreements=tuple(view.disagreements()),
        ties=tuple(view.ties()),
        judgements=tuple(judgements),
        changes=changed,
        flows=flows(claims, witnesses),
        causes=causal_map(claims, incidents, judgements, witnesses),
        seeming=seemings(gather(incidents, claims, documents, actors, updated(judgements)), changed),
        corrections=tuple(found.corrections),
        rejected=tuple(sorted(found.rejected, key=_in_text)),
    )


def outline(view: View, k: Keys, start: Basis | None = None) -> Record:
    """The record as a summary needs it, soon made: without the machine's judgements and the analyses.

    ``start``: what the case was last linked from, if that is still at hand. Of the texts of reports only the ends are
    there.
    """
    start = start or basis(view, k, view.documents())
    return Record(
        rashomon=VERSION,
        schema=SCHEMA,
        case=view.meta().get("name", ""),
        documents=tuple(start.documents),
        claims=tuple(sorted(start.claims, key=_in_text)),
        actors=tuple(start.actors.values()),
        places=tuple(start.places.values()),
        incidents=tuple(view.incidents()),
        findings=tuple(view.findings()),
        disagreements=tuple(view.disagreements()),
        ties=tuple(view.ties()),
        judgements=tuple(start.people),
    )


def _in_text(claim: AnyClaim) -> tuple[str, int, str]:
    return claim.document, claim.spans[0].start, claim.id
