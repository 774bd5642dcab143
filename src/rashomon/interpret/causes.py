"""Cause claims: one event or condition is said to have brought about another."""

from collections.abc import Mapping
from typing import Literal

from rashomon.interpret.reality import combined
from rashomon.interpret.stance import Stance, Telling, claim_id, common_voices, shared
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases
from rashomon.records import CauseClaim, EventClaim, Mention, Voice

Strength = Literal["stated", "implied"]


def causes(telling: Telling, made: Mapping[str, EventClaim]) -> list[CauseClaim]:
    """The cause claims of a passage, in the order of their effects; ``made`` are its event claims by trigger."""
    weave = telling.weave
    return [
        _cause(telling, edge.source, effect, made, edge.p)
        for effect in weave.triggers()
        for edge in weave.into(effect, "causes")
    ]


def _cause(telling: Telling, cause: str, effect: str, made: Mapping[str, EventClaim], p: float) -> CauseClaim:
    weave = telling.weave
    strength, why = strength_of(weave, cause, effect)
    node, other = weave.nodes[effect], weave.nodes[cause]
    spans = [weave.sentence_span(cause), weave.span_of(cause), *telling.stances[cause].chain.spans]
    fields = shared(telling, effect, spans, min(p, other.p), {})
    ends = (telling.stances[cause], telling.stances[effect])
    reasons = {**fields["reasons"], "strength": why}
    reality = combined([stance.reality for stance in ends])
    if reality != telling.stances[effect].reality:
        reasons["reality"] = telling.stances[cause].reasons.get("reality", "its cause is not told as fact")
    fields |= {
        "voices": common_voices(_apart(ends[0], effect), _apart(ends[1], cause)),
        "reality": reality,
        "background": ends[0].background and ends[1].background,
        "reasons": reasons,
    }
    return CauseClaim(
        id=claim_id(telling, "cause", node.start, node.end, other.start, other.end),
        cause=_end(weave, cause, made),
        effect=_end(weave, effect, made),
        strength=strength,
        **fields,
    )


def _apart(stance: Stance, other: str) -> tuple[Voice, ...]:
    """The voices of one end; where the other end is itself the speech above it ("the raid drew criticism"), those
    outside that speech."""
    through = stance.chain.through
    return stance.chain.voices[: through.index(other) + 1] if other in through else stance.chain.voices


def strength_of(weave: Weave, cause: str, effect: str) -> tuple[Strength, str]:
    """Whether the passage says outright that the one brought about the other, and the words that tell.

    The words between the two (in one sentence) decide: "led to" states it; "after" alone only implies it. Without
    either, or across sentences, the annotated edge itself counts as a statement.
    """
    first, second = sorted((weave.nodes[cause], weave.nodes[effect]), key=lambda node: node.start)
    start, end = first.end, second.start
    sentence = weave.sentence_span(first.id)
    between = weave.document.text[start:end] if end <= sentence.end else ""
    weak = phrases("cues", "cause", "weak").search(between)
    strong = phrases("cues", "cause", "strong").search(between)
    if strong:
        return "stated", f'it says "{strong.group()}"'
    if weak:
        return "implied", f'it only says "{weak.group()}"'
    return "stated", "the passage ties the one to the other"


def _end(weave: Weave, trigger: str, made: Mapping[str, EventClaim]) -> str | Mention:
    if trigger in made:
        return made[trigger].id
    node = weave.nodes[trigger]
    return Mention(
        words=weave.words(trigger), start=node.start, end=node.end, type=node.type, why="no event of its own"
    )
