"""Where the events of one incident are told at odds: another day, another place, another doer, or not at all."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

from rashomon.reconcile.gathered import Gathered
from rashomon.reconcile.parties import sides
from rashomon.reconcile.votes import origin_of
from rashomon.records import Disagreement, EventClaim, Mention, Place, Side, content_id
from rashomon.values.periods import gap_days, say
from rashomon.values.place import compatible, width

# Acts that somebody can be said to have done, so that two doers compete.
DONE: Final = frozenset({"ASSAULT", "KILL", "INJURE", "COERCE", "DISPLACE"})
EXACT: Final = frozenset({"time", "part of day", "day", "days"})
# Two words for an act are one word if they begin alike: stormed, storming.
STEM: Final = 5

Differ = Callable[[EventClaim, EventClaim], str]


def at_odds_over_day(gathered: Gathered) -> list[Disagreement]:
    """The same act on days that don't overlap, both told to within a few days."""

    def differ(a: EventClaim, b: EventClaim) -> str:
        return f"{say(a.time)} and {say(b.time)} are not one time" if gap_days(a.time, b.time) else ""

    exact = [e for e in _told(gathered) if e.time and e.time.precision in EXACT]
    return _pairwise(gathered, "date", exact, differ, lambda e: say(e.time))


def at_odds_over_place(gathered: Gathered, places: Mapping[str, Place]) -> list[Disagreement]:
    """The same act at places that can't both be its scene."""

    def differ(a: EventClaim, b: EventClaim) -> str:
        left, right = scene(a, places), scene(b, places)
        if left is None or right is None:
            return ""
        score, why = compatible(left, right, places)
        return why if score <= -0.5 else ""

    def says(event: EventClaim) -> str:
        place = scene(event, places)
        return place.name if place else ""

    located = [e for e in _told(gathered) if scene(e, places)]
    return _pairwise(gathered, "place", located, differ, says)


def at_odds_over_act(gathered: Gathered) -> list[Disagreement]:
    """The same act by doers who don't belong together; two who fight each other don't compete for it."""

    def differ(a: EventClaim, b: EventClaim) -> str:
        left, right = _ids(a, "agent"), _ids(b, "agent")
        if left & _ids(b, "target") or right & _ids(a, "target"):
            return ""
        if (
            _kin(left, gathered) & _kin(right, gathered)
            or _words(a, "agent").casefold() == _words(b, "agent").casefold()
        ):
            return ""  # "the gunmen" of one report and of another are two actors, and no two accounts
        return "the same act is laid to different doers"

    done = [e for e in _told(gathered) if e.type in DONE and _ids(e, "agent")]
    return _pairwise(gathered, "actor", done, differ, lambda e: f"{_words(e, 'agent')} did it: {describe(e)}")


def at_odds_over_fact(gathered: Gathered) -> list[Disagreement]:
    """An act that one says happened and another denies; the two by different origins, or in different reports."""
    told = [e for e in gathered.events if e.reality in ("fact", "poss")]
    denied = [e for e in gathered.events if e.reality == "neg"]
    found = []
    for type_ in sorted({e.type for e in denied}):
        pairs = [(a, b) for b in denied for a in told if a.type == type_ == b.type and _denies(a, b, gathered)]
        if pairs:
            camps = {f: sorted({pair[n].id: pair[n] for pair in pairs}.values(), key=_id) for n, f in enumerate("+-")}
            says = {"+": "it happened: ", "-": "denied: "}
            parts = [(says[f] + " / ".join(dict.fromkeys(describe(e) for e in camps[f])), camps[f]) for f in "+-"]
            found.append(_made(gathered, "fact", type_, parts, "one account denies what the other says"))
    return found


def describe(event: EventClaim) -> str:
    """An event in the words of its report: who, the trigger, whom."""
    parts = (_words(event, "agent"), event.trigger.quote, _words(event, "target"))
    return " ".join(" ".join(part.split()) for part in parts if part)


def scene(event: EventClaim, places: Mapping[str, Place]) -> Place | None:
    """The narrowest place that an event names as its own."""
    found = [places[m.place] for m in event.roles.get("place", ()) if m.place and m.place in places]
    return min(found, key=lambda place: (width(place), place.id), default=None)


def _told(gathered: Gathered) -> list[EventClaim]:
    return [event for event in sorted(gathered.events, key=_id) if event.reality in ("fact", "poss")]


def _pairwise(
    gathered: Gathered, kind: str, told: Sequence[EventClaim], differ: Differ, says: Callable[[EventClaim], str]
) -> list[Disagreement]:
    """Disagreements over pairs of ``told`` that tell of one act, one per kind of act and scope."""
    number = Counter((e.document, e.type) for e in gathered.events if e.reality in ("fact", "poss"))
    apart: dict[tuple[str, str], list[tuple[list[EventClaim], str]]] = {}
    for a, b, both in _pairs(told, number, gathered):
        why = differ(a, b)
        if why:
            where = a.document if a.document == b.document else "between"
            apart.setdefault((a.type, where), []).append((both, why))
    found = []
    for (type_, _), pairs in sorted(apart.items()):
        camps: dict[str, dict[str, EventClaim]] = {}
        for event in (e for both, _ in pairs for e in both):
            camps.setdefault(says(event), {})[event.id] = event
        parts = [(words, [camps[words][i] for i in sorted(camps[words])]) for words in sorted(camps)]
        if len(parts) > 1:
            found.append(_made(gathered, kind, type_, parts, "; ".join(dict.fromkeys(why for _, why in pairs))))
    return found


def _pairs(
    told: Sequence[EventClaim], number: Mapping[tuple[str, str], int], gathered: Gathered
) -> list[tuple[EventClaim, EventClaim, list[EventClaim]]]:
    """Pairs of events that tell of one act, in order; one pair for all events told in the same words by one voice.

    With each comes everybody whom the two stand for. A report can say one thing ten thousand times.
    """
    alike: dict[tuple[object, ...], list[int]] = {}
    for at, event in enumerate(told):
        alike.setdefault(_told_as(event, gathered), []).append(at)
    found = []
    for (one, left), (other, right) in combinations(alike.items(), 2):
        if (
            one[0] != other[0]
            or one[1:3] == other[1:3]
            or not _one_act(told[left[0]], told[right[0]], number, gathered)
        ):
            continue
        for first, second in ((left, right), (right, left)):
            later = bisect_right(second, first[0])
            if later < len(second):
                found.append((first[0], second[later], [told[n] for n in (*left, *right)]))
    return [(told[a], told[b], both) for a, b, both in sorted(found, key=lambda pair: pair[:2])]


def _told_as(event: EventClaim, gathered: Gathered) -> tuple[object, ...]:
    """All that comparing an event with others looks at; first its type, its report and who says it."""
    when = event.time
    return (
        event.type,
        event.document,
        origin_of(event, gathered.incident),
        event.mode,
        event.trigger.quote,
        when and (when.from_, when.to, when.precision),
        tuple(m.place for m in event.roles.get("place", ())),
        *(tuple((m.words, m.actor) for m in event.roles.get(role, ())) for role in ("agent", "target")),
    )


def _made(
    gathered: Gathered, kind: str, type_: str, parts: Sequence[tuple[str, Sequence[EventClaim]]], why: str
) -> Disagreement:
    documents = sorted({e.document for _, events in parts for e in events})
    where = documents[0] if len(documents) == 1 else "between"
    return Disagreement(
        id=content_id("x", kind, type_, gathered.incident.id, where),
        kind=kind,
        about=gathered.incident.id,
        scope="within" if len(documents) == 1 else "between",
        sides=tuple(Side(says=words, claims=tuple(e.id for e in events)) for words, events in parts),
        why=why,
    )


def _one_act(a: EventClaim, b: EventClaim, number: Mapping[tuple[str, str], int], gathered: Gathered) -> bool:
    """Whether two events of one incident tell of one act in it: a siege has a beginning and an end on other days.

    No revision by one outlet, the same mode, and either the same word on the same target, or each the only act of that
    type that its report tells (``number`` counts them). Within one report, only the same word by another voice.
    """
    if (a.mode and b.mode and a.mode != b.mode) or gathered.revised(a.document, b.document):
        return False
    target = _heads(a, "target") & _heads(b, "target") or _ids(a, "target") & _ids(b, "target")
    word = a.trigger.quote.casefold()[:STEM] == b.trigger.quote.casefold()[:STEM]
    if a.document == b.document:
        other = origin_of(a, gathered.incident) != origin_of(b, gathered.incident)
        return other and bool(target or (word and not (_heads(a, "target") and _heads(b, "target"))))
    if target and (word or a.type in DONE):
        return True
    return all(number[x.document, x.type] == 1 for x in (a, b))


def _denies(told: EventClaim, denied: EventClaim, gathered: Gathered) -> bool:
    same = origin_of(told, gathered.incident) == origin_of(denied, gathered.incident)
    if (same and told.document == denied.document) or gathered.revised(told.document, denied.document):
        return False
    left, right = _ids(told, "agent"), _ids(denied, "agent")
    return not left or not right or bool(_kin(left, gathered) & _kin(right, gathered))


def _kin(ids: Iterable[str], gathered: Gathered) -> frozenset[str]:
    return frozenset().union(*(sides(i, gathered.actors) for i in ids))


def _ids(event: EventClaim, role: str) -> frozenset[str]:
    return frozenset(m.actor for m in event.roles.get(role, ()) if m.actor)


def _heads(event: EventClaim, role: str) -> frozenset[str]:
    return frozenset(m.words.casefold().split()[-1] for m in event.roles.get(role, ()) if m.words.split())


def _words(event: EventClaim, role: str) -> str:
    mentions: tuple[Mention, ...] = event.roles.get(role, ())
    return ", ".join(m.words for m in mentions)


def _id(event: EventClaim) -> str:
    return event.id
