"""The causal map: who says what led to what, merged over incidents, events and conditions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rashomon.reconcile.accounts import describe
from rashomon.reconcile.cycles import cycles
from rashomon.reconcile.heads import points_elsewhere, words_key
from rashomon.reconcile.witnesses import Witnesses, each_alone
from rashomon.records import (
    AnyClaim,
    Arrow,
    CausalMap,
    CauseClaim,
    CausePoint,
    EventClaim,
    Incident,
    Judgement,
    Mention,
    content_id,
    mention_key,
)
from rashomon.values.groups import groups
from rashomon.values.judgements import prevailing

Key = tuple[str, ...]
INCIDENT, EVENT, CONDITION, MENTION = "incident", "event", "condition", "mention"


class Case(NamedTuple):
    """What deciding on the ends of causes needs: claims by id, each claim's incident, what mentions go back to."""

    claims: Mapping[str, AnyClaim]
    home: Mapping[str, str]
    earlier: Mapping[str, str]


def causal_map(
    claims: Iterable[AnyClaim],
    incidents: Iterable[Incident],
    judgements: Iterable[Judgement],
    witnesses: Witnesses = each_alone,
) -> CausalMap:
    """All cause claims as arrows between points, each with its claims, those that deny it, and their origins.

    An end that belongs to an incident is that incident. Other events are one point if type, actors and places, head
    word and year are the same and an actor or a place is known; conditions, and words without an event of their own,
    if their words are the same but for articles and number (and places and years, if known), or if one goes back to
    the other. Contradictions and cycles are kept: `Arrow.denied`, `Arrow.reversed`, `CausalMap.cycles`.
    """
    by_id = {claim.id: claim for claim in claims}
    told = sorted((c for c in by_id.values() if isinstance(c, CauseClaim)), key=lambda claim: claim.id)
    home: dict[str, str] = {}
    for incident in sorted(incidents, key=lambda i: i.id):
        for name in incident.claims:
            home.setdefault(name, incident.id)
    links = prevailing(judgements, "same mention")
    case = Case(by_id, home, {left: j.right for left, j in links.items() if j.verdict == "same"})
    ends = {(c.id, n): keys_of(end, c, case) for c in told for n, end in enumerate((c.cause, c.effect))}
    point = _named(ends.values())
    arrows = _arrows(told, {at: point[keys[0]] for at, keys in ends.items()}, witnesses)
    ahead: dict[str, list[str]] = {}
    for arrow in arrows:
        if arrow.claims and not arrow.inside:
            ahead.setdefault(arrow.cause, []).append(arrow.effect)
    return CausalMap(points=_points(told, ends, point, case), arrows=arrows, cycles=cycles(ahead))


def keys_of(end: str | Mention, claim: CauseClaim, case: Case) -> list[Key]:
    """Everything under which an end may meet another: its own key first, then the mention that it goes back to."""
    if isinstance(end, Mention):
        at = mention_key(claim.document, end.start, end.end)
        seen = {at}
        while at in case.earlier and case.earlier[at] not in seen:
            at = case.earlier[at]
            seen.add(at)
        own = sorted({i for i in (end.actor, end.place) if i})
        head = (CONDITION, at) if points_elsewhere(end.words) else (CONDITION, words_key(end.words), "", *own)
        return [head, (MENTION, at)]
    event = case.claims.get(end)
    if end in case.home:
        return [(INCIDENT, case.home[end])]
    if not isinstance(event, EventClaim):
        return [(EVENT, end)]
    whom = sorted({i for said in event.roles.values() for m in said for i in (m.actor, m.place) if i})
    year = (event.time.from_ or "")[:4] if event.time else ""
    word = words_key(event.trigger.quote)
    if event.type == "CONDITION":
        return [(CONDITION, word, year, *whom)]
    return [(EVENT, event.type, word, year, *whom)] if whom else [(EVENT, end)]


def _named(ends: Iterable[Sequence[Key]]) -> dict[Key, str]:
    """The id of the point of each key: an incident's own, else made of the first of its keys."""
    listed = list(ends)
    items = sorted({key for keys in listed for key in keys})
    found: dict[Key, str] = {}
    for group in groups(items, ((keys[0], key) for keys in listed for key in keys[1:])):
        first = min(key for key in group if key[0] != MENTION)
        name = first[1] if first[0] == INCIDENT else content_id("n", *first)
        found.update(dict.fromkeys(group, name))
    return found


def _arrows(
    told: Sequence[CauseClaim], point: Mapping[tuple[str, int], str], witnesses: Witnesses
) -> tuple[Arrow, ...]:
    found: dict[tuple[str, str], list[CauseClaim]] = {}
    for claim in told:
        found.setdefault((point[claim.id, 0], point[claim.id, 1]), []).append(claim)
    asserted = {ends for ends, own in found.items() if any(c.reality in ("fact", "poss") for c in own)}
    return tuple(_arrow(ends, found[ends], ends[::-1] in asserted, witnesses) for ends in sorted(found))


def _arrow(ends: tuple[str, str], told: Sequence[CauseClaim], back: bool, witnesses: Witnesses) -> Arrow:
    held = [claim for claim in told if claim.reality in ("fact", "poss")]
    denied = [claim for claim in told if claim.reality == "neg"]
    return Arrow(
        cause=ends[0],
        effect=ends[1],
        strength="stated" if any(claim.strength == "stated" for claim in told) else "implied",
        claims=tuple(claim.id for claim in held),
        denied=tuple(claim.id for claim in denied),
        expected=tuple(claim.id for claim in told if claim.reality in ("fut", "hyp")),
        origins=tuple(witnesses(held)) if held else (),
        denying=tuple(witnesses(denied)) if denied else (),
        reversed=back and ends[0] != ends[1],
        inside=ends[0] == ends[1],
    )


def _points(
    told: Sequence[CauseClaim], ends: Mapping[tuple[str, int], Sequence[Key]], name: Mapping[Key, str], case: Case
) -> tuple[CausePoint, ...]:
    found: dict[str, tuple[Key, set[str], set[str]]] = {}
    for claim in told:
        for n, end in enumerate((claim.cause, claim.effect)):
            key = ends[claim.id, n][0]
            kept, words, claims = found.setdefault(name[key], (key, set(), set()))
            found[name[key]] = (min(kept, key), words, claims)
            event = case.claims.get(end) if isinstance(end, str) else None
            words.add(describe(event) if isinstance(event, EventClaim) else _words(end))
            claims |= {event.id} if event is not None else set()
    return tuple(_point(point, *found[point]) for point in sorted(found))


def _words(end: str | Mention) -> str:
    return " ".join(end.words.split()) if isinstance(end, Mention) else ""


def _point(point: str, key: Key, words: set[str], claims: set[str]) -> CausePoint:
    why = {
        INCIDENT: "the events of one incident",
        EVENT: "the same act, actors and year" if len(key) > 2 else "told once",
        CONDITION: "the same words",
    }
    return CausePoint(
        id=point,
        kind="incident" if key[0] == INCIDENT else "event" if key[0] == EVENT else "condition",
        words=tuple(sorted(words - {""})),
        incident=key[1] if key[0] == INCIDENT else None,
        claims=tuple(sorted(claims)),
        why=why[key[0]],
    )
