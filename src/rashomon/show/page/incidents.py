"""Incidents as the page shows them, with the findings of every policy, so that a reader can switch the rule."""

from collections.abc import Mapping, Sequence

from rashomon.records import Finding as Found
from rashomon.records import Incident as Told
from rashomon.records import Place as Known
from rashomon.records import Standpoint
from rashomon.show import figures, words
from rashomon.show.foremost import is_minor, main_of
from rashomon.show.incidents import NEAR, origin_of
from rashomon.show.page.data import Finding, Incident, Place
from rashomon.show.page.index import Index
from rashomon.show.plain import clip
from rashomon.show.states import UNSEEN

ByPolicy = Mapping[str, Sequence[Found]]


def incidents(index: Index, policies: ByPolicy) -> tuple[Incident, ...]:
    """Every incident of the record, in its order; ``policies`` are the findings of each policy."""
    by_policy = [_by_incident(found) for found in policies.values()]
    told = index.look.record.incidents
    return tuple(_incident(one, index, [by.get(one.id, []) for by in by_policy]) for one in told)


def _by_incident(found: Sequence[Found]) -> dict[str, list[Found]]:
    by: dict[str, list[Found]] = {}
    for finding in found:
        by.setdefault(finding.incident, []).append(finding)
    return {key: sorted(found, key=_in_order) for key, found in by.items()}


def _in_order(finding: Found) -> tuple[tuple[int, str], str]:
    """Deaths first, then injuries, then the rest; everybody before a group of them."""
    return figures.rank(figures.measure_of(finding.field)), figures.group_of(finding.field)


def _incident(told: Told, index: Index, found: Sequence[list[Found]]) -> Incident:
    look = index.look
    span, state = told.period, look.state(told.id)
    mains = [main_of(of) for of in found]
    title, when = clip(told.title, 160), words.period(span)
    return Incident(
        id=told.id,
        aliases=told.aliases,
        title=title,
        timed=len(title) - len(words.untimed(title, when)),
        act=words.act(told.type, told.mode),
        like=words.sub_event(told.sub_event),
        family=words.family(told.type, told.mode),
        from_=(span.from_ or "")[:10] if span else "",
        to=(span.to or "")[:10] if span else "",
        when=when,
        precision=span.precision if span else "",
        near=words.precision(span),
        place=index.places.get(told.place or "", -1),
        where=look.place(told.place) or "place not said",
        actors=tuple(index.actors[key] for key in told.actors if key in index.actors),
        claims=index.told(told.claims),
        docs=tuple(index.docs[key] for key in told.documents if key in index.docs),
        origins=tuple(origin_of(origin, look) for origin in told.origins),
        grade=told.grade,
        background=told.background,
        minor=is_minor(told),
        state="" if state == UNSEEN else state,
        findings=tuple(tuple(_finding(one, index) for one in of) for of in found),
        main=tuple(-1 if main is None else of.index(main) for of, main in zip(found, mains, strict=True)),
    )


def _finding(found: Found, index: Index) -> Finding:
    low, best, high = (
        None if bound is None else min(bound, figures.HUGE) for bound in (found.low, found.best, found.high)
    )
    measure = figures.measure_of(found.field)
    return Finding(
        field=found.field,
        measure=measure,
        unit=figures.UNITS.get(measure, measure),
        label=figures.label(found.field),
        group=figures.group_of(found.field),
        low=low,
        best=best,
        high=high,
        whole=figures.whole(found),
        gap=figures.gap(found),
        backing=_standing(found.backing, index),
        aside=_standing(found.set_aside, index),
    )


def _standing(points: Sequence[Standpoint], index: Index) -> tuple[tuple[int, int], ...]:
    return tuple((index.claims[p.claim], index.reason(p.reason)) for p in points if p.claim in index.claims)


def places(index: Index) -> tuple[Place, ...]:
    """Every place of the record, in its order."""
    return tuple(_place(place) for place in index.look.record.places)


def _place(place: Known) -> Place:
    return Place(
        id=place.id,
        name=clip(place.name, 80),
        kind=place.kind,
        near=NEAR.get(place.kind, place.kind),
        lat=place.lat,
        lon=place.lon,
        radius=place.radius_km,
        country=place.country or "",
        region=place.admin1 or "",
        why=place.why,
    )
