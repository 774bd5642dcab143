"""When an incident happened: the most exact time told of it, the one day of its report, or not after the report."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from rashomon.link import families
from rashomon.link.account import days, published
from rashomon.link.participants import in_roles
from rashomon.records import Document, EventClaim, Period
from rashomon.vocab.scheme import HARM

VIOLENT: Final = HARM | {"ASSAULT"}
NEAR: Final = 500
"""Characters between an act of the day and one without a time, some three sentences."""
ONE_DAY: Final = "not said of this incident: the only day of which its report tells violence"


class Day(NamedTuple):
    """The one day of which a report tells acts of violence; the places, by id, and where in the text it tells them."""

    period: Period
    places: frozenset[str]
    at: tuple[int, ...]

    def holds(self, founders: Sequence[EventClaim]) -> bool:
        """Whether an incident without a time may be of the day: told near its acts, and at no other place."""
        near = any(abs(e.trigger.start - at) <= NEAR for e in founders for at in self.at)
        return near and all(_violent(e) and _places(e) <= self.places for e in founders)


News = Mapping[str, Day]
"""By the report's id; reports that tell of several days have none."""


def news(events: Iterable[EventClaim]) -> News:
    """The reports whose violence, so far as its time is told, is that of one day; history is left out."""
    told: dict[str, dict[str, list[EventClaim]]] = {}
    for event in sorted(events, key=lambda e: (e.document, e.trigger.start, e.id)):
        if _violent(event) and event.time and event.reality in ("fact", "poss") and not event.background:
            day = event.time.from_[:10] if event.time.from_ and length(event.time) <= 1 else ""
            told.setdefault(event.document, {}).setdefault(day, []).append(event)
    found = {}
    for document, times in told.items():
        day, acts = next(iter(times.items()))
        if len(times) == 1 and day and acts[0].time:
            places = frozenset(place for act in acts for place in _places(act))
            found[document] = Day(acts[0].time, places, tuple(act.trigger.start for act in acts))
    return found


def _violent(event: EventClaim) -> bool:
    """Whether an event is one act of violence; who is held hostage or besieged is so for days."""
    return event.type in VIOLENT and event.mode != "abduct" and not families.lasting(event)


def _places(event: EventClaim) -> set[str]:
    return {m.place for m in in_roles(event, "place", "target") if m.place}


def when(founders: Sequence[EventClaim], told_days: News, documents: Mapping[str, Document]) -> Period | None:
    """The period of an incident by its founding events; what is not said of it itself says so in ``how``.

    Violence at no place of its own, in a report that tells of one day of violence, is taken to be of that day. Nothing
    that is told as news happens after its report, so an incident of which nobody says when has an open start.
    """
    told = _told(founders)
    if told or all(event.background for event in founders):
        return told
    own = sorted({e.document for e in founders if not e.background}, key=lambda d: (published(documents[d]), d))
    for document in own:
        if document in told_days and told_days[document].holds([e for e in founders if e.document == document]):
            period = told_days[document].period
            return msgspec.structs.replace(period, how=f"{ONE_DAY}; {period.how}" if period.how else ONE_DAY)
    first = documents[own[0]].published
    last = (first.to or first.from_) if first else None
    if last is None:
        return None
    how = f"nobody says when: not later than the report of {last[:10]}"
    return Period(from_=None, to=last[:10], precision="open", how=how)


def _told(founders: Sequence[EventClaim]) -> Period | None:
    """The most exact time told, by most events; acts before harm, if one names a day; on a tie the first told."""
    told = [e for e in founders if days(e.time)]
    acts = [e for e in told if e.type not in HARM]
    acts = acts if any(length(e.time) <= 1 for e in acts) else told
    if not acts:
        return None
    lengths = {id(e): length(e.time) for e in acts}
    least = min(lengths.values())
    exact = [e.time for e in acts if e.time and lengths[id(e)] <= max(least, 1)]
    votes = Counter((p.from_ or "", p.to or "") for p in exact)
    return max(exact, key=lambda p: (votes[p.from_ or "", p.to or ""], -exact.index(p)))


def length(period: Period | None) -> int:
    """Days from the first to the last of a period; 0 for none."""
    span = days(period)
    return span[1] - span[0] if span else 0
