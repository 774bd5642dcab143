"""Changes, flows, causes and balance as rows of plain values: who says so in every row, and by how many origins."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rashomon.records import Arrow, CausePoint, Change, Flow, Mention, Origin, Stretch, Triad, TriadSide
from rashomon.show import words
from rashomon.show.lookup import Lookup
from rashomon.show.plain import clip
from rashomon.values.voices import folded

Value = str | int | float | None
Row = dict[str, Value]

SIGNS: Final = {"+": "with", "-": "against", "0": "neither with nor against", "both": "with and against"}
BALANCE: Final = {True: "balanced", False: "not balanced", None: "can’t be said"}
LABEL: Final = 120


def tellers(origins: Iterable[Origin], claims: Iterable[str], look: Lookup) -> str:
    """Who says it, each once: ``hospital staff (Harbour Post, Relief Desk); Relief Desk``; ``claims`` are theirs."""
    spelt = _spelt(claims, look)
    return "; ".join(dict.fromkeys(_teller(origin, spelt, look) for origin in origins))


def teller(origin: Origin, look: Lookup, claims: Iterable[str]) -> str:
    """One who says it: ``hospital staff (Harbour Post)``, with the reports that count as one; ``claims`` as above."""
    return _teller(origin, _spelt(claims, look), look)


def _spelt(claims: Iterable[str], look: Lookup) -> dict[str, str]:
    """Speakers as reports write them, by their words in lower case."""
    return {
        folded(voice.words): words.speaker_name(voice)
        for claim in look.said(tuple(claims))
        for voice in claim.voices
        if voice.words
    }


def _teller(origin: Origin, spelt: Mapping[str, str], look: Lookup) -> str:
    outlets = list(dict.fromkeys(look.outlet(name) for name in origin.documents))
    if origin.speaker:
        speaker = look.actor(origin.speaker, spelt.get(origin.speaker, origin.speaker))
        return f"{speaker} ({', '.join(outlets)})"
    once = f", counted once: {origin.why}" if len(outlets) > 1 else ""
    return f"{', '.join(outlets)}{once}"


def change_rows(look: Lookup) -> list[Row]:
    """One row a change: who, how they stood before and after, and who says each."""
    return [_change(change, look) for change in look.record.changes]


def _change(change: Change, look: Lookup) -> Row:
    return {
        "left": look.actor(change.left, change.left),
        "right": look.actor(change.right, change.right),
        "before": stretch(change.before),
        "before, says": tellers(change.before.origins, change.before.claims, look),
        "after": stretch(change.after),
        "after, says": tellers(change.after.origins, change.after.claims, look),
        "why": change.why,
        "claims before": ", ".join(change.before.claims),
        "claims after": ", ".join(change.after.claims),
    }


def stretch(given: Stretch) -> str:
    """How two stood, and when: ``with: ally, until 2012``."""
    when = words.period(given.period) if given.period else "no time said"
    return f"{SIGNS[given.sign]}: {given.says}, {when}"


def flow_rows(look: Lookup) -> list[Row]:
    """One row a flow, those with both ends first: from, to, what, how much, when, by which way, who says it."""
    return [flow_row(flow, look) for flow in ranked_flows(look)]


def ranked_flows(look: Lookup) -> list[Flow]:
    """The flows, those with both ends first, history after the news."""
    ranked = sorted(enumerate(look.record.flows), key=lambda f: (_open_ends(f[1]), f[1].background, f[0]))
    return [flow for _, flow in ranked]


def _open_ends(flow: Flow) -> int:
    """How much of a flow is not said; one without either end says the least."""
    return (flow.origin is None) + (flow.dest is None)


def flow_row(flow: Flow, look: Lookup) -> Row:
    """A flow in words; what is not said is empty."""
    first = look.claims.get(flow.claims[0]) if flow.claims else None
    told = words.reality(first) if first is not None else flow.reality
    return {
        "from": place_of(flow.origin, look),
        "to": place_of(flow.dest, look),
        "what": clip(flow.what, LABEL),
        "amount": words.amount(flow.amount) if flow.amount else "",
        "when": words.period(flow.period) if flow.period else "",
        "via": place_of(flow.via, look),
        "carried by": actor_of(flow.agent, look),
        "told as": ", ".join(part for part in (told, "history" if flow.background else "") if part),
        "who says": tellers(flow.origins, flow.claims, look),
        "origins": len(flow.origins),
        "claims": ", ".join(flow.claims),
    }


def place_of(mention: Mention | None, look: Lookup) -> str:
    """The place or else the actor that a mention means, else its words."""
    if mention is None:
        return ""
    return look.place(mention.place) or look.actor(mention.actor, mention.words)


def actor_of(mention: Mention | None, look: Lookup) -> str:
    """The actor or else the place that a mention means, else its words."""
    if mention is None:
        return ""
    return look.actor(mention.actor) or look.place(mention.place, mention.words)


def cause_rows(look: Lookup) -> list[Row]:
    """One row an arrow: those with most origins first, those inside one incident (an attack and its toll) last."""
    points = {point.id: point for point in look.record.causes.points}
    circles = circle_of(look)
    return [
        arrow_row(arrow, points, look) | {"circle": circles.get((arrow.cause, arrow.effect))}
        for arrow in ranked_arrows(look)
    ]


def ranked_arrows(look: Lookup) -> list[Arrow]:
    """The arrows, those with most origins first, those inside one incident last."""
    return sorted(look.record.causes.arrows, key=lambda a: (a.inside, -len(a.origins), a.cause, a.effect))


def circle_of(look: Lookup) -> dict[tuple[str, str], int]:
    """The number of the circle in which an arrow (cause, effect) stands, counted from 1."""
    return {ends: n for n, way in enumerate(look.record.causes.cycles, 1) for ends in _steps(way)}


def circles(look: Lookup) -> list[str]:
    """Every circle of causes in words: ``circle 1: siege → shelling → siege``."""
    points = {point.id: point for point in look.record.causes.points}
    return [
        f"circle {n}: {' → '.join(label(points[name], look) for name in (*way, way[0]))}"
        for n, way in enumerate(look.record.causes.cycles, 1)
    ]


def _steps(way: Sequence[str]) -> list[tuple[str, str]]:
    return list(zip(way, (*way[1:], way[0]), strict=True))


def arrow_row(arrow: Arrow, points: Mapping[str, CausePoint], look: Lookup) -> Row:
    """An arrow in words: its ends, who says so, who denies it."""
    ends = [label(points[name], look) for name in (arrow.cause, arrow.effect)]
    if arrow.inside:
        ends = _ends_inside(arrow, look) or ends
    notes = [
        "" if arrow.claims else "nobody says it did" if arrow.denied else "expected, not said to have happened",
        "also said the other way round" if arrow.reversed else "",
        "within one incident" if arrow.inside else "",
    ]
    return {
        "cause": ends[0],
        "led to": ends[1],
        "how": arrow.strength if arrow.claims else "",
        "who says": tellers(arrow.origins, arrow.claims, look),
        "origins": len(arrow.origins),
        "denied by": tellers(arrow.denying, arrow.denied, look),
        "note": ", ".join(note for note in notes if note),
        "claims": ", ".join((*arrow.claims, *arrow.expected)),
        "denied in": ", ".join(arrow.denied),
    }


def _ends_inside(arrow: Arrow, look: Lookup) -> list[str]:
    """The acts themselves, where both ends are one incident."""
    for claim in look.said((*arrow.claims, *arrow.denied, *arrow.expected)):
        cause, effect = getattr(claim, "cause", None), getattr(claim, "effect", None)
        if cause is not None and effect is not None:
            return [clip(words.end(end, look), LABEL) for end in (cause, effect)]
    return []


def label(point: CausePoint, look: Lookup) -> str:
    """A point of the causal map in words: its incident with the reports' words, else its first claim or mention."""
    name, said = named(point, look)
    return f"{name} (“{said}”)" if said else name


def named(point: CausePoint, look: Lookup) -> tuple[str, str]:
    """What a point of the causal map is called, and for an incident the reports' words for it."""
    spoken = clip(" / ".join(point.words[:2]), LABEL)
    if point.incident in look.incidents:
        return clip(look.incidents[point.incident].title, LABEL), spoken
    told = look.said(point.claims)
    return (clip(words.content(told[0], look), LABEL) if told else spoken), ""


def balance_rows(look: Lookup, triads: Iterable[Triad]) -> list[Row]:
    """One row a triad, those out of balance first, then those that can't be judged."""
    return [_triad(triad, look) for triad in ranked_triads(triads)]


def ranked_triads(triads: Iterable[Triad]) -> list[Triad]:
    """Triads, those out of balance first, then those that can't be judged."""
    rank = {False: 0, None: 1, True: 2}
    return sorted(triads, key=lambda triad: (rank[triad.balanced], triad.actors))


def _triad(triad: Triad, look: Lookup) -> Row:
    return {
        "actors": ", ".join(look.actor(name, name) for name in triad.actors),
        "balance": BALANCE[triad.balanced],
        "first side": side(triad.sides[0], look),
        "second side": side(triad.sides[1], look),
        "third side": side(triad.sides[2], look),
        "why": triad.why,
        "claims": "; ".join(", ".join(side.claims) for side in triad.sides),
    }


def side(given: TriadSide, look: Lookup) -> str:
    """How two of three stand, by how many claims and in which outlets."""
    number = f"{len(given.claims)} claim{'' if len(given.claims) == 1 else 's'}"
    names = f"{look.actor(given.left, given.left)} and {look.actor(given.right, given.right)}"
    outlets = ", ".join(dict.fromkeys(look.outlet(claim.document) for claim in look.said(given.claims)))
    return f"{names}: {SIGNS[given.sign]} ({', '.join(given.relations)}; {number}, {outlets})"
