"""Event claims judged the same become incidents, with the figures that belong to them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import groupby
from typing import Final, Literal, NamedTuple

from rashomon.link import families
from rashomon.link.account import published
from rashomon.link.dating import News, news, when
from rashomon.link.groups import groups, standing
from rashomon.link.judged import joined
from rashomon.link.participants import PARTIES, in_roles
from rashomon.link.titles import title
from rashomon.link.witnesses import Pairs, document_groups, independent, origins, told_apart
from rashomon.records import Document, EventClaim, FigureClaim, Incident, Judgement, Place, content_id
from rashomon.values.judgements import CORRECTED
from rashomon.values.place import width
from rashomon.vocab.scheme import HARM

NEAR: Final = 500
"""Characters before people who were hurt in which the act is told that hurt them, some three sentences."""
TOLLS: Final = frozenset({"killed", "injured", "casualties"})
Order = tuple[str, str, int, str]


class Reports(NamedTuple):
    """The documents of a case by id, the first of those each shares an origin with, and what people said of them.

    ``apart``: documents that are not one origin; ``named``: claims that a person joined to others; ``days``: those on
    which each tells of violence.
    """

    known: Mapping[str, Document]
    group: Mapping[str, str]
    apart: Pairs
    named: frozenset[str]
    days: News


class Group(NamedTuple):
    """The claims of one incident to be: its events in order, those that can found it, and its figures."""

    events: Sequence[EventClaim]
    founders: Sequence[EventClaim]
    figures: Sequence[FigureClaim]

    @property
    def claims(self) -> list[EventClaim | FigureClaim]:
        """All of them."""
        return [*self.events, *self.figures]


def incidents(
    events: Iterable[EventClaim],
    figures: Iterable[FigureClaim],
    judgements: Iterable[Judgement],
    documents: Iterable[Document],
    places: Mapping[str, Place],
) -> tuple[Incident, ...]:
    """The incidents of a case, ordered by id; they depend on the claims and judgements, not on their order.

    Only physical events are grouped, by their "same incident" judgements (`rashomon.link.groups`). A group without an
    event that can found an incident (`families.founds`) is none: nobody says that it happened; nor is one that no claim
    places in time or space, no figure counts and nobody known takes part in: it can't be told from any other. An
    incident's id is that of its founding claim, the first by (published, document, place in the text), so it stays when
    later reports come in; ``aliases`` are the ids that its other reports would have given it alone, and those of what a
    person joined to it, so that old ids lead here.
    """
    judged = joined(judgements)
    known = {document.id: document for document in documents}
    found = {e.id: e for e in events if families.physical(e) and e.document in known}
    hanging = attached(found.values(), figures)
    people = judged.by_people()
    named = frozenset(name for j in standing(people) if j.verdict == "same" for name in (j.left, j.right))
    reports = Reports(known, document_groups(known, judged), told_apart(people), named, news(found.values()))
    built = []
    for ids in groups(found, judged, {claim: event.document for claim, event in found.items()}):
        told = sorted((found[i] for i in ids), key=lambda e: _order(e, known))
        founders = [e for e in told if families.founds(e) and happening(e)]
        group = Group(told, founders, [f for e in told for f in hanging.get(e.id, ())])
        if founders and somewhere(group):
            built.append(_incident(group, reports, places))
    return tuple(sorted(built, key=lambda incident: incident.id))


def somewhere(group: Group) -> bool:
    """Whether anything tells a group's happening from others: a time, a resolved place, a count, somebody's name.

    The dateline is where the reporter was.
    """
    roles = ((role, found) for e in group.events for role, found in e.roles.items() if role != "dateline")
    taking_part = [m for _, found in roles for m in found]
    known = any(m.place or (m.actor and m.type == "PER" and m.words[:1].isupper()) for m in taking_part)
    return known or bool(group.figures) or any(e.time for e in group.events)


def happening(event: EventClaim) -> bool:
    """Whether an event is one happening: no war or campaign, nothing spread over years."""
    return not families.lasting(event) and not (event.time and event.time.precision == "years")


def attached(events: Iterable[EventClaim], figures: Iterable[FigureClaim]) -> dict[str, list[FigureClaim]]:
    """The figures of each event, sorted by id: those that name it; else the part of a figure with its whole; else
    those whose sentence tells of that event alone; else people killed or hurt, who are of the violence told beside."""
    acts: dict[str, list[EventClaim]] = {}
    for event in sorted(events, key=lambda event: event.id):
        acts.setdefault(event.document, []).append(event)
    known = {event.id for own in acts.values() for event in own}
    figures = sorted(figures, key=lambda figure: (figure.document, figure.id))
    named = {f.id: f.event for f in figures if f.event in known}
    found: dict[str, list[FigureClaim]] = {}
    for document, own in groupby(figures, key=lambda figure: figure.document):
        told = Told(acts.get(document, []))
        for figure in own:
            event_id = named.get(figure.id) or named.get(figure.part_of or "") or told.event(figure, known)
            if event_id:
                found.setdefault(event_id, []).append(figure)
    return {event_id: sorted(own, key=lambda figure: figure.id) for event_id, own in found.items()}


class Told:
    """The events of one report, to which its figures belong that name none."""

    def __init__(self, events: Sequence[EventClaim]) -> None:
        self.violent = [e for e in events if e.type in HARM | {"ASSAULT"} and families.founds(e) and not e.background]
        self.sentences: dict[int, set[str]] = {}
        for event in events:
            self.sentences.setdefault(event.spans[0].start, set()).add(event.id)

    def event(self, figure: FigureClaim, known: Set[str]) -> str | None:
        """The event of a figure's sentence, if it tells of that alone; else the violence told beside a toll."""
        here = self.sentences.get(figure.spans[0].start, set())
        alone = figure.event is None and not figure.reasons.get("event", "").startswith(CORRECTED)
        if len(here) == 1 and alone:
            return next(iter(here))
        if figure.measure in TOLLS and (alone or figure.event not in known):
            return beside(figure, self.violent)
        return None


def beside(figure: FigureClaim, events: Sequence[EventClaim]) -> str | None:
    """The act of violence of a figure that hangs on none: the nearest of its sentence, else the last one before it."""
    start, at = figure.spans[0].start, figure.spans[1].start if len(figure.spans) > 1 else figure.spans[0].start
    if figure.background or figure.reality not in ("fact", "poss"):
        return None
    here = [e for e in events if e.spans[0].start == start]
    before = [e for e in events if start - NEAR <= e.trigger.start < start]
    nearest = min(here or before, key=lambda e: (abs(e.trigger.start - at), e.id), default=None)
    return nearest.id if nearest else None


def _incident(group: Group, reports: Reports, places: Mapping[str, Place]) -> Incident:
    first = group.founders[0]
    kind = _kind(group.founders)
    period = when(group.founders, reports.days, reports.known)
    place = _place(group.founders, places)
    voices = origins(group.claims, reports.known, reports.group, reports.apart)
    firsts = {e.document: e for e in reversed(group.founders)}
    named = [*firsts.values(), *(e for e in group.founders if e.id in reports.named)]
    own = content_id("i", first.id)
    type_, _, mode = kind.partition(".")
    return Incident(
        id=own,
        aliases=tuple(sorted({content_id("i", e.id) for e in named} - {own})),
        title=title(_teller(group.founders, kind), kind, period, place),
        type=type_,
        mode=mode or None,
        sub_event=_sub_event(group.founders, type_),
        period=period,
        place=place.id if place else None,
        actors=tuple(sorted({m.actor for e in group.events for m in in_roles(e, *PARTIES) if m.actor})),
        claims=tuple(sorted(claim.id for claim in group.claims)),
        documents=tuple(sorted({claim.document for claim in group.claims})),
        origins=tuple(voices),
        grade=_grade(group, reports.known, independent(voices, reports.group)),
        background=all(e.background for e in group.founders),
    )


def _order(event: EventClaim, documents: Mapping[str, Document]) -> Order:
    document = documents[event.document]
    return published(document), document.id, event.trigger.start, event.id


def _kind(founders: Sequence[EventClaim]) -> str:
    """The most frequent type, acts before their harm, with the most frequent mode said of it; first told on a tie."""
    acts = [e for e in founders if e.type not in HARM] or list(founders)
    type_ = _most([e.type for e in acts])
    modes = [e.mode for e in acts if e.type == type_ and e.mode]
    plain = sum(1 for e in acts if e.type == type_ and not e.mode)
    # one "hostage taking" among ten plain attacks is a part of the attack, not what it was
    return f"{type_}.{_most(modes)}" if modes and modes.count(_most(modes)) * 2 > plain else type_


def _sub_event(founders: Sequence[EventClaim], type_: str) -> str | None:
    """The sub-event that most founding events of its type are like, else acts before their harm; first told on a tie.

    Hostages who are freed when a plant is stormed make the storming no agreement.
    """
    told = [e for e in founders if e.sub_event]
    own = [e for e in told if e.type == type_] or [e for e in told if e.type not in HARM] or told
    return _most([e.sub_event for e in own if e.sub_event]) if own else None


def _teller(founders: Sequence[EventClaim], kind: str) -> EventClaim:
    """The founding event that names the incident best: of its type, with a target, first told."""
    of_type = [e for e in founders if e.type == kind.partition(".")[0]] or list(founders)
    return next((e for e in of_type if e.roles.get("target")), of_type[0])


def _place(founders: Sequence[EventClaim], places: Mapping[str, Place]) -> Place | None:
    """The narrowest place told, by most events; the place of the act before the thing that was hit; first told."""
    for roles in (("place",), ("target", "dest")):
        ids = [m.place for e in founders for m in in_roles(e, *roles) if m.place in places]
        found = [places[i] for i in ids if i]
        if found:
            least = min(width(p) for p in found)
            return next(p for p in found if p.id == _most([q.id for q in found if width(q) == least]))
    return None


def _most(values: Sequence[str]) -> str:
    votes = Counter(values)
    return max(values, key=lambda value: (votes[value], -values.index(value)))


def _grade(
    group: Group, documents: Mapping[str, Document], corroborated: bool
) -> Literal["single origin", "corroborated", "contested", "retracted"]:
    told = {claim.document for claim in group.claims}
    replaced = {documents[d].superseded_by for d in told if documents[d].superseded_by}
    if replaced and all(documents[d].superseded_by for d in told) and not replaced & told:
        # a newer version of every report that told it no longer does
        return "retracted"
    return "corroborated" if corroborated else "single origin"
