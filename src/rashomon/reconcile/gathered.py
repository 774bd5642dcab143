"""An incident with everything that deciding about it needs."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rashomon.records import Actor, AnyClaim, Document, EventClaim, FigureClaim, Incident, Row


class Gathered(Row, frozen=True, kw_only=True):
    """An incident, its events and figures, the documents that they stand in, and the actors that they name.

    ``updates`` maps a report to the next telling of its story by the same outlet.
    """

    incident: Incident
    events: tuple[EventClaim, ...] = ()
    figures: tuple[FigureClaim, ...] = ()
    documents: dict[str, Document] = {}
    actors: dict[str, Actor] = {}
    updates: dict[str, str] = {}

    def later(self, document: str) -> list[str]:
        """The further tellings of a report's story by its outlet, in order."""
        return later(document, self.updates)

    def revised(self, one: str, other: str) -> bool:
        """Whether one of two reports is an update of the other: what they tell differently is a revision."""
        return one in self.later(other) or other in self.later(one)


def gather(
    incidents: Iterable[Incident],
    claims: Iterable[AnyClaim],
    documents: Iterable[Document],
    actors: Iterable[Actor],
    updates: Mapping[str, str] | None = None,
) -> list[Gathered]:
    """Every incident with its claims, in the order of the incidents; claims sorted by id."""
    by_id = {claim.id: claim for claim in claims}
    known = {document.id: document for document in documents}
    named = {actor.id: actor for actor in actors}
    told = [_gathered(incident, by_id, known, named) for incident in incidents]
    return [msgspec.structs.replace(one, updates=_chains(one, updates or {})) for one in told]


def later(document: str, updates: Mapping[str, str]) -> list[str]:
    """The further tellings of a report's story by its outlet, in order."""
    found: list[str] = []
    while (document := updates.get(document, "")) and document not in found:
        found.append(document)
    return found


def _chains(gathered: Gathered, updates: Mapping[str, str]) -> dict[str, str]:
    """The updates of an incident's reports, and of these updates."""
    reached = {document for first in gathered.documents for document in (first, *later(first, updates))}
    return {document: updates[document] for document in sorted(reached) if document in updates}


def _gathered(
    incident: Incident, claims: Mapping[str, AnyClaim], documents: Mapping[str, Document], actors: Mapping[str, Actor]
) -> Gathered:
    own: Sequence[AnyClaim] = [claims[i] for i in sorted(incident.claims) if i in claims]
    events = tuple(c for c in own if isinstance(c, EventClaim))
    figures = tuple(c for c in own if isinstance(c, FigureClaim))
    wanted = set(incident.actors) | {v.actor for c in own for v in c.voices if v.actor}
    wanted |= {m.actor for e in events for mentions in e.roles.values() for m in mentions if m.actor}
    wanted |= {f.side for f in figures if f.side} | {f.counted.actor for f in figures if f.counted and f.counted.actor}
    return Gathered(
        incident=incident,
        events=events,
        figures=figures,
        documents={c.document: documents[c.document] for c in own if c.document in documents},
        actors={i: actors[i] for i in sorted(_reached(wanted, actors)) if i in actors},
    )


def _reached(ids: set[str], actors: Mapping[str, Actor]) -> set[str]:
    """The actors and those in whose service they stand, two steps far: a spokesman's ministry and its state."""
    for _ in range(2):
        ids = ids | {role.actor for i in ids if i in actors for role in actors[i].roles}
    return ids
