"""What the page says of one incident: its head, the claim strips on shared axes, and the sentences."""

from dataclasses import dataclass

from markupsafe import Markup

from rashomon.records import Disagreement, FigureClaim, Finding, Incident, Origin, Period, Place, Seeming, Standpoint
from rashomon.show import figures, words
from rashomon.show.anchors import anchor, link
from rashomon.show.axis import Axis, axis
from rashomon.show.figures import BASIS, TITLES, UNITS, ends, group_of, label, measure_of, rank
from rashomon.show.foremost import is_minor, main_finding
from rashomon.show.glyphs import event_shape, range_glyph, ruler, strip
from rashomon.show.lookup import Lookup
from rashomon.show.plain import clip
from rashomon.show.tellings import Telling, language, tellings, voiced

GRADES = {
    "single origin": "single origin: one voice, however many reports repeat it",
    "corroborated": "corroborated: more than one origin says so",
    "contested": "contested: accounts differ on who did it or on figures that cannot both hold",
    "retracted": "retracted: the source has withdrawn it",
}
NEAR = {"site": "to the site", "town": "to the town", "district": "district only", "province": "province only",
        "region": "region only", "country": "country only", "sea": "at sea", "border": "border area"}  # fmt: skip


@dataclass(frozen=True)
class Strip:
    """One account's figure: who, what, where on the axis, and whether the finding rests on it."""

    anchor: str
    outlet: str
    date: str
    lang: str
    voice: Markup
    figure: str
    said: str
    notes: tuple[str, ...]
    svg: Markup
    where: str
    standing: str
    aside: bool


@dataclass(frozen=True)
class Range:
    """What a policy makes of one counted group, with the strips behind it."""

    group: str
    whole: str
    accounts: str
    policy: str
    gap: str
    svg: Markup
    strips: tuple[Strip, ...]
    alone: bool


@dataclass(frozen=True)
class Measure:
    """Everything counted in one unit, on one axis."""

    name: str
    unit: str
    ruler: Markup
    ranges: tuple[Range, ...]


@dataclass(frozen=True)
class Story:
    """One incident, ready to be written."""

    anchor: str
    title: str
    shape: Markup
    act: str
    when: str
    when_near: str
    where: str
    where_near: str
    actors: tuple[tuple[str, str], ...]
    grade: str
    big: tuple[str, str] | None
    counts: str
    measures: tuple[Measure, ...]
    tellings: tuple[Telling, ...]
    disputes: tuple[tuple[str, str], ...]
    origins: tuple[tuple[str, str, str], ...]
    minor: bool


def story(incident: Incident, look: Lookup) -> Story:
    """One incident, ready to be written."""
    place = look.places.get(incident.place or "")
    measures = measures_of(incident, look)
    claims = look.said(incident.claims)
    shown = {claim.id: claim for claim in claims} | {claim.id: claim for claim in _standing(incident, look)}
    when = words.period(incident.period)
    return Story(
        anchor=anchor("i", incident.id),
        title=words.untimed(clip(incident.title, 160), when),
        shape=event_shape(words.family(incident.type, incident.mode)),
        act=" · ".join(filter(None, (words.act(incident.type, incident.mode), words.sub_event(incident.sub_event)))),
        when=when,
        when_near=words.precision(incident.period),
        where=look.place(incident.place) or "place not said",
        where_near=_near(place),
        actors=tuple((look.actor(key, key), link("a", key, look.actors)) for key in incident.actors),
        grade=GRADES.get(incident.grade, incident.grade),
        big=_big(incident, look),
        counts=f"{counts(incident)} · {look.state(incident.id)}",
        measures=measures,
        tellings=tuple(tellings(shown.values(), look, incident.id)),
        disputes=tuple((f"#{anchor('x', dispute.id)}", against(dispute)) for dispute in disputes_of(incident, look)),
        origins=tuple(origin_of(origin, look) for origin in incident.origins),
        minor=is_minor(incident),
    )


def counts(incident: Incident) -> str:
    """How many reports tell it and how many origins they have: ``3 reports, 2 origins``."""
    reports, origins = len(incident.documents), len(incident.origins)
    return f"{reports} report{'s'[: reports != 1]}, {origins} origin{'s'[: origins != 1]}"


def measures_of(incident: Incident, look: Lookup) -> tuple[Measure, ...]:
    """The incident's findings by what is counted, deaths first; figures that no finding speaks of come last."""
    groups: dict[str, list[Finding]] = {}
    for finding in look.findings_of[incident.id]:
        groups.setdefault(measure_of(finding.field), []).append(finding)
    for finding in _loose(incident, look):
        groups.setdefault(measure_of(finding.field), []).append(finding)
    seen: set[str] = set()
    return tuple(_measure(name, groups[name], look, seen) for name in sorted(groups, key=rank))


def disputes_of(incident: Incident, look: Lookup) -> list[Disagreement]:
    """The disagreements about an incident, or about claims of it."""
    found = {dispute.id: dispute for dispute in look.disputes_about.get(incident.id, ())}
    for claim in incident.claims:
        found |= {dispute.id: dispute for dispute in look.disputes_of[claim]}
    return list(found.values())


def against(dispute: Disagreement | Seeming) -> str:
    """The positions of a disagreement in one line."""
    return " ⇄ ".join(clip(side.says, 80) for side in dispute.sides)


def _measure(name: str, found: list[Finding], look: Lookup, seen: set[str]) -> Measure:
    claims = figures_behind(found, look)
    values = [bound for finding in found for bound in (finding.low, finding.best, finding.high)]
    scale = axis(ends([*values, *(bound for claim in claims for bound in (claim.lower, claim.upper))]))
    ordered = sorted(found, key=lambda finding: (group_of(finding.field), finding.policy))
    ranges = tuple(_range(finding, scale, look, seen) for finding in ordered)
    return Measure(
        name=TITLES.get(name, name.capitalize()), unit=UNITS.get(name, name), ruler=ruler(scale), ranges=ranges
    )


def figures_behind(found: list[Finding], look: Lookup) -> list[FigureClaim]:
    """The figure claims that findings rest on or set aside."""
    ids = [point.claim for finding in found for point in (*finding.backing, *finding.set_aside)]
    return [claim for claim in look.said(tuple(ids)) if isinstance(claim, FigureClaim)]


def _range(finding: Finding, scale: Axis, look: Lookup, seen: set[str]) -> Range:
    backing = figures_behind([finding], look)[: len(finding.backing)]
    vague = bool(backing) and all(figures.shape(c.lower, c.upper, c.approx) == "vague" for c in backing)
    best = None if finding.best is None else min(finding.best, figures.HUGE)
    points = [(point, False) for point in finding.backing] + [(point, True) for point in finding.set_aside]
    # under a second policy the same accounts are not drawn again; what it sets aside is in its own count
    fresh = [(point, aside) for point, aside in points if point.claim not in seen]
    seen.update(point.claim for point, _ in fresh)
    strips = [_strip(point, aside, finding, scale, look) for point, aside in fresh]
    alone = len(points) == 1 and len(backing) == 1 and _same(finding, backing[0])
    return Range(
        group=group_of(finding.field),
        whole=figures.whole(finding) if finding.policy else "",
        accounts=_accounts(finding),
        policy=finding.policy,
        gap=figures.gap(finding),
        svg=range_glyph(scale, (finding.low, finding.high), best, vague) if finding.policy else Markup(""),
        strips=tuple(made for _, made in sorted((row for row in strips if row), key=lambda row: row[0])),
        alone=alone and bool(fresh),
    )


def _same(finding: Finding, claim: FigureClaim) -> bool:
    """Whether a finding says no more than its one account."""
    return (finding.low or 0, finding.high) == (claim.lower or 0, claim.upper)


def _accounts(finding: Finding) -> str:
    said = figures.accounts(len(finding.backing))
    return f"{said}, {len(finding.set_aside)} set aside" if finding.set_aside else said


def _strip(point: Standpoint, aside: bool, finding: Finding, scale: Axis,
           look: Lookup) -> tuple[tuple[bool, int, str], Strip] | None:  # fmt: skip
    claim = look.claims.get(point.claim)
    if not isinstance(claim, FigureClaim):
        return None
    document = look.documents.get(claim.document)
    made = Strip(
        anchor=anchor("c", claim.id) if look.home.get(claim.id, finding.incident) == finding.incident else "",
        outlet=look.outlet(claim.document),
        date=words.period(document.published) if document and document.published else "undated",
        lang=language(document),
        voice=voiced(claim, look),
        figure=words.figure(claim),
        said=clip(claim.words, 80),
        notes=(*_notes(claim, document.published if document else None), *_seen(claim, look)),
        svg=strip(scale, (claim.lower, claim.upper), claim.approx, (finding.low, finding.high), aside),
        where=f"#{anchor('m', claim.id)}",
        standing=point.reason,
        aside=aside,
    )
    return (aside, claim.lower if claim.lower is not None else claim.upper or 0, claim.id), made


def _notes(claim: FigureClaim, published: Period | None) -> tuple[str, ...]:
    """What a figure counts, on which basis, as of when (if not the day of the report), and its reality."""
    notes = [BASIS.get(claim.basis, claim.basis)]
    if claim.class_ not in ("", "unknown"):
        notes.append(claim.class_)
    if claim.as_of and (published is None or (claim.as_of.to or "")[:10] != (published.to or "")[:10]):
        notes.append(f"as of {words.period(claim.as_of)}")
    flag = words.reality(claim)
    return (*notes, flag) if flag else tuple(notes)


def _seen(claim: FigureClaim, look: Lookup) -> tuple[str, ...]:
    """What people made of a figure, if they looked at it; most are machine only, as the incident's head says."""
    return (*look.changes.get(claim.id, ()), *([look.states[claim.id]] if claim.id in look.states else ()))


def _loose(incident: Incident, look: Lookup) -> list[Finding]:
    """Figures of the incident in no finding, one pretended finding for each measure, so that none is lost."""
    known = {
        point.claim for finding in look.findings_of[incident.id] for point in (*finding.backing, *finding.set_aside)
    }
    rest: dict[str, list[Standpoint]] = {}
    for claim in look.said(incident.claims):
        if isinstance(claim, FigureClaim) and claim.id not in known:
            rest.setdefault(claim.measure, []).append(Standpoint(claim=claim.id, reason="no finding uses it"))
    return [
        Finding(incident=incident.id, field=f"{measure}: in no finding", policy="", set_aside=tuple(points))
        for measure, points in rest.items()
    ]


def _standing(incident: Incident, look: Lookup) -> list[FigureClaim]:
    return figures_behind(look.findings_of[incident.id], look)


def _big(incident: Incident, look: Lookup) -> tuple[str, str] | None:
    found = main_finding(incident, look)
    if found is None:
        return None
    gap = figures.gap(found)
    parts = [label(found.field), _accounts(found), *([gap] if gap else [])]
    return figures.whole(found), " · ".join(parts)


def _near(place: Place | None) -> str:
    if place is None:
        return ""
    return NEAR.get(place.kind, place.kind)


def origin_of(origin: Origin, look: Lookup) -> tuple[str, str, str]:
    """Who counts once, in words: the speaker (or nothing), the outlets, and why."""
    outlets = ", ".join(dict.fromkeys(look.outlet(document) for document in origin.documents))
    return look.actor(origin.speaker, origin.speaker or ""), outlets, clip(origin.why, 160)
