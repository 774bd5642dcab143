"""Actors said to be both for and against the same: support and rejection, alliance and hostility, told side by side."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from rashomon.reconcile.accounts import describe
from rashomon.reconcile.parties import sides
from rashomon.reconcile.ties import MUTUAL, Sign
from rashomon.records import (
    Actor,
    AnyClaim,
    Change,
    Disagreement,
    EventClaim,
    Period,
    Place,
    Side,
    TieClaim,
    content_id,
)
from rashomon.values.periods import is_before

FOR: Final = frozenset({"SUPPORT", "COOPERATE", "AID", "AGREE"})
AGAINST: Final = frozenset({"REJECT", "ACCUSE", "THREATEN", "SANCTION", "PROTEST", "ASSAULT"})
# Words whose content, not only whose target, says what somebody is for or against.
ABOUT_ACTS: Final = frozenset({"SUPPORT", "COOPERATE", "AGREE", "REJECT", "ACCUSE"})
# Acts that make a topic of their country: support for the war there, refusal of it.
WAR: Final = frozenset({"ASSAULT", "CONTROL", "MOBILIZE", "COOPERATE"})
SHOWN: Final = 4


# Of which changes a claim tells, by number, and whether of the time after it.
Turns = Mapping[str, Set[tuple[int, bool]]]


class Stance(NamedTuple):
    """One assertion that ``subject`` is for or against ``object``: an actor's id, or "war in" a country."""

    subject: str
    object: str
    sign: Sign
    period: Period | None
    claim: AnyClaim
    says: str


def stance_disagreements(
    claims: Iterable[AnyClaim],
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
    changes: Iterable[Change] = (),
) -> tuple[Disagreement, ...]:
    """Subjects said to be for something and said to be against it, by different claims, ordered by id.

    Ministers, armies and spokesmen stand for their state or group. A change is no disagreement: claims whose times
    are known and apart are not set against each other, nor is undated history against the news, nor what one of
    ``changes`` puts one after the other. "tie" if a stated tie is among them, else "stance".
    """
    changed = _turns(changes)
    known = sorted(claims, key=lambda claim: claim.id)
    found: dict[tuple[str, str], list[Stance]] = {}
    for stance in _stances(known, actors, places):
        found.setdefault((stance.subject, stance.object), []).append(stance)
    told: dict[str, Disagreement] = {}
    for (subject, object_), stances in sorted(found.items()):
        opposed = _opposed(stances, changed)
        if opposed:
            one = _disagreement(subject, object_, opposed)
            told.setdefault(one.id, one)
    return tuple(told[i] for i in sorted(told))


def principal(actor: str, actors: Mapping[str, Actor]) -> str:
    """For whom an actor's words count: the state of its ministries and armies, the group that a person leads."""
    own = sides(actor, actors)
    countries = {mark.removeprefix("state ") for mark in own if mark.startswith("state ")}
    # most actors serve no state: only for those who do is the whole cast gone through
    states = sorted(a.id for a in actors.values() if a.kind == "state" and a.country in countries) if countries else []
    if states:
        return states[0]
    groups = sorted(i for i in own if i in actors and actors[i].kind not in ("person", "other"))
    return groups[0] if groups and actor in actors and actors[actor].kind == "person" else actor


def _stances(claims: Iterable[AnyClaim], actors: Mapping[str, Actor], places: Mapping[str, Place]) -> Iterator[Stance]:
    claims = list(claims)
    contents = _contents(claims)
    speaks_for = cache(lambda actor: principal(actor, actors))
    for claim in claims:
        if isinstance(claim, TieClaim) and claim.reality in ("fact", "poss"):
            yield from _tied(claim, speaks_for)
        elif isinstance(claim, EventClaim):
            sign = _sign(claim)
            if sign:
                objects = _objects(claim, contents, speaks_for, places)
                subjects = {speaks_for(m.actor) for m in claim.roles.get("agent", ()) if m.actor}
                for subject, object_ in product(sorted(subjects), sorted(objects)):
                    if subject != object_:
                        yield Stance(subject, object_, sign, claim.time, claim, _say(claim))


def _sign(event: EventClaim) -> Sign | None:
    """For or against; not being for something, said so, is against it; denying to be against it is nothing."""
    if event.type in FOR and event.reality != "hyp":
        return "-" if event.reality == "neg" else "+"
    return "-" if event.type in AGAINST and event.reality in ("fact", "poss") else None


def _tied(claim: TieClaim, speaks_for: Callable[[str], str]) -> Iterator[Stance]:
    left, right = claim.left.actor, claim.right.actor
    if not left or not right or left == right or claim.sign == "0":
        return
    says = f"{claim.left.words} {claim.relation} {claim.right.words}"
    ends = (speaks_for(left), speaks_for(right))
    if ends[0] == ends[1]:
        return
    yield Stance(*ends, claim.sign, claim.period, claim, says)
    if claim.relation in MUTUAL:
        yield Stance(ends[1], ends[0], claim.sign, claim.period, claim, says)


def _contents(claims: Iterable[AnyClaim]) -> dict[tuple[str, int], list[EventClaim]]:
    """What each speech act is about: the events whose voice chain has its trigger as a cue."""
    found: dict[tuple[str, int], list[EventClaim]] = {}
    for claim in claims:
        if isinstance(claim, EventClaim) and claim.voices and claim.voices[-1].cue:
            found.setdefault((claim.document, claim.voices[-1].cue.start), []).append(claim)
    return found


def _objects(
    event: EventClaim,
    contents: Mapping[tuple[str, int], list[EventClaim]],
    speaks_for: Callable[[str], str],
    places: Mapping[str, Place],
) -> set[str]:
    found = {speaks_for(m.actor) for r in ("target", "dest") for m in event.roles.get(r, ()) if m.actor}
    if event.type not in ABOUT_ACTS:
        return found
    for act in contents.get((event.document, event.trigger.start), []):
        if act.reality == "neg" and event.type == "REJECT":
            continue  # a denial of an act is no stance toward its doer
        found |= {speaks_for(m.actor) for m in act.roles.get("agent", ()) if m.actor}
        if act.type in WAR:
            found |= _topics(act, places)
    return found | _topics(event, places)


def _topics(event: EventClaim, places: Mapping[str, Place]) -> set[str]:
    ids = (m.place for role in ("place", "target") for m in event.roles.get(role, ()))
    return {f"war in {places[i].country}" for i in ids if i and i in places and places[i].country}


def _opposed(stances: Iterable[Stance], changed: Turns) -> list[Stance]:
    """The stances of one subject on one object that stand against another of the other sign, not apart in time."""
    stances = list(stances)
    plus = [stance for stance in stances if stance.sign == "+"]
    minus = [stance for stance in stances if stance.sign == "-"]
    pairs = [(a, b) for a in plus for b in minus if a.claim.id != b.claim.id and not _apart(a, b)]
    pairs = [(a, b) for a, b in pairs if not _turned(changed, a.claim.id, b.claim.id)]
    kept = {stance.claim.id: stance for pair in pairs for stance in pair}
    return [kept[i] for i in sorted(kept)]


def _turns(changes: Iterable[Change]) -> Turns:
    found: dict[str, set[tuple[int, bool]]] = {}
    for number, change in enumerate(changes):
        for later, stretch in ((False, change.before), (True, change.after)):
            for claim in stretch.claims:
                found.setdefault(claim, set()).add((number, later))
    return found


def _turned(changed: Turns, one: str, other: str) -> bool:
    """Whether one claim tells of before a change and the other of after it."""
    return any((number, not later) in changed.get(other, ()) for number, later in changed.get(one, ()))


def _apart(a: Stance, b: Stance) -> bool:
    """Whether the two are of different times: by their periods, else one told as history and the other as news."""
    if a.period is not None and b.period is not None:
        return is_before(a.period, b.period) or is_before(b.period, a.period)
    return a.claim.background != b.claim.background


def _disagreement(subject: str, object_: str, stances: list[Stance]) -> Disagreement:
    kind = "tie" if any(isinstance(s.claim, TieClaim) for s in stances) else "stance"
    mutual = all(isinstance(s.claim, TieClaim) and s.claim.relation in MUTUAL for s in stances)
    about = " ".join(sorted((subject, object_)) if mutual else (subject, object_))
    documents = {s.claim.document for s in stances}
    sides_ = []
    for sign, words in (("+", "for"), ("-", "against")):
        own = [s for s in stances if s.sign == sign]
        says = list(dict.fromkeys(s.says for s in own))
        more = f" and {len(says) - SHOWN} more" if len(says) > SHOWN else ""
        sides_.append(Side(says=f"{words}: {'; '.join(says[:SHOWN])}{more}", claims=tuple(s.claim.id for s in own)))
    return Disagreement(
        id=content_id("x", kind, about),
        kind=kind,
        about=about,
        scope="within" if len(documents) == 1 else "between",
        sides=tuple(sides_),
        why="one is said to be for and against the same, and no time said puts one after the other",
    )


def _say(event: EventClaim) -> str:
    words = describe(event)
    return f"not: {words}" if event.reality == "neg" else words
