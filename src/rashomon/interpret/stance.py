"""What every claim about one trigger shares: voices, reality, hedge, time, whether it is history."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from rashomon.interpret.dates import When, history_reason, read_time
from rashomon.interpret.lives import early_life, teaser
from rashomon.interpret.reality import read_reality
from rashomon.interpret.setting import scene_time
from rashomon.interpret.voices import AUTHOR, Chain, chain
from rashomon.interpret.weave import Weave
from rashomon.records import Reality, Row, Span, Voice, content_id
from rashomon.values.quotations import quotation_at


class Stance(Row, frozen=True, kw_only=True):
    """How one trigger is told: by whom, how firmly, of when."""

    chain: Chain
    reality: Reality = "fact"
    hedge: Span | None = None
    when: When = When()
    background: bool = False
    reasons: dict[str, str] = {}


class Telling(msgspec.Struct, frozen=True):
    """One passage under interpretation: its graph, the stance of each trigger, and who makes the claims."""

    weave: Weave
    stances: dict[str, Stance]
    maker: str


def tell(weave: Weave, maker: str) -> Telling:
    """Read the stance of every trigger of a passage."""
    times = {trigger: read_time(weave, trigger) for trigger in weave.triggers()}
    stances = {trigger: _stance(weave, trigger, times) for trigger in times}
    return Telling(weave, {one: _in_scene(weave, one, stances[one], times) for one in times}, maker)


def _in_scene(weave: Weave, trigger: str, stance: Stance, times: Mapping[str, When]) -> Stance:
    """The stance of an act without a time with that of its scene; history and what did not happen keep theirs."""
    if stance.background or stance.reality not in ("fact", "poss"):
        return stance
    when = scene_time(weave, trigger, times)
    return msgspec.structs.replace(stance, when=when) if when else stance


def _stance(weave: Weave, trigger: str, times: Mapping[str, When]) -> Stance:
    above = chain(weave, trigger, times)
    reading = read_reality(weave, trigger, above.through if above.own else ())
    reasons = dict(above.reasons)
    if reading.why:
        reasons["reality"] = reading.why
    history = _history(weave, trigger, times)
    if history:
        reasons["background"] = history
    return Stance(
        chain=above,
        reality=reading.reality,
        hedge=reading.hedge,
        when=times[trigger],
        background=bool(history),
        reasons=reasons,
    )


def _history(weave: Weave, trigger: str, times: Mapping[str, When]) -> str:
    """Why a trigger is history: by its own time; lacking that, by words for somebody's early life, by what caused it,
    or by the times told before it.

    A sentence that opens with an old time ("In 1994 they marched and ...") stays there; one that only comes to it at
    its end ("the siege shows what the war of the 1980s led to") tells of now.
    """
    elsewhere = teaser(weave, trigger)
    if elsewhere:
        return elsewhere
    own = times[trigger].period
    if own:
        return history_reason(weave.document, own)
    young = early_life(weave, trigger)
    if young:
        return young
    here = weave.sentence(trigger)
    causes = [edge.source for edge in weave.into(trigger, "causes") if weave.sentence(edge.source) == here]
    for cause in causes:
        why = history_reason(weave.document, times[cause].period)
        if why:
            return f'its cause "{weave.words(cause)}" {why}'
    told = (times[other] for other in weave.fellows(trigger) if other in times)
    beside = [when for when in told if when.period and when.node]
    whys = [history_reason(weave.document, when.period) for when in beside]
    opens = any(when.node and weave.nodes[when.node].start < weave.nodes[trigger].start for when in beside)
    return f"the only time of its sentence {whys[0]}" if opens and all(whys) else ""


def shared(
    telling: Telling, trigger: str, arguments: Iterable[Span], p: float, more: Mapping[str, str]
) -> dict[str, Any]:
    """The fields that every kind of claim has, for a claim that hangs on a trigger.

    ``arguments`` are the spans of its parts (they follow sentence and trigger in ``spans``), ``p`` the least
    probability among the nodes and edges used, ``more`` the reasons that the kind adds.
    """
    weave, stance = telling.weave, telling.stances[trigger]
    return {
        "document": weave.document.id,
        "spans": evidence(weave, trigger, [*arguments, *stance.chain.spans, *_hedged(stance)]),
        "voices": stance.chain.voices,
        "reality": stance.reality,
        "hedge": stance.hedge.quote if stance.hedge else None,
        "background": stance.background,
        "score": round(weave.nodes[trigger].p * p, 4),
        "maker": telling.maker,
        "reasons": {**stance.reasons, **more},
    }


def evidence(weave: Weave, node_id: str, arguments: Iterable[Span]) -> tuple[Span, ...]:
    """The spans of a claim: the sentence first, then the trigger, then the rest in text order, each once."""
    first = [weave.sentence_span(node_id), weave.span_of(node_id)]
    rest = sorted(set(arguments) - set(first), key=lambda span: (span.start, span.end))
    return (*dict.fromkeys(first), *rest)


def claim_id(telling: Telling, kind: str, start: int, end: int, *parts: object) -> str:
    """The content-hash id of a claim: its document, kind and trigger span, and what tells it from its neighbours."""
    return content_id("c", telling.weave.document.id, kind, start, end, *parts)


def _hedged(stance: Stance) -> list[Span]:
    return [stance.hedge] if stance.hedge else []


def common_voices(one: tuple[Voice, ...], other: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """The chain of a claim that joins two triggers: the longer if it goes on from the shorter, else what they share."""
    shared_part = [a for a, b in zip(one, other, strict=False) if a == b]
    longer = max(one, other, key=len)
    return longer if len(shared_part) == min(len(one), len(other)) else tuple(shared_part) or (AUTHOR,)


def voices_around(telling: Telling, mention: str) -> tuple[Voice, ...]:
    """The voices behind the words of a mention: a speaker's inside quotation marks, else the author's own.

    What a speaker is only reported to say may be told in the author's words ("the US-backed army").
    """
    weave = telling.weave
    stretch = quotation_at(weave.document.text, weave.nodes[mention].start)
    if stretch is None:
        return (AUTHOR,)
    for trigger, stance in telling.stances.items():
        if stance.chain.through and stretch[0] <= weave.nodes[trigger].start < stretch[1]:
            return stance.chain.voices
    return (AUTHOR,)
