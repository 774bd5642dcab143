"""Who and where each mention is, by the judgements in force; claims with those ids filled in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from rashomon.records import (
    AnyClaim,
    CauseClaim,
    EventClaim,
    FigureClaim,
    FlowClaim,
    Judgement,
    Mention,
    NamingClaim,
    TieClaim,
    Voice,
    mention_key,
)
from rashomon.values.judgements import prevailing, who


class Identities:
    """The actor and the place of every mention that judgements speak of; a person's word outranks the machine's."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._actors = prevailing(judgements, "is actor")
        self._places = prevailing(judgements, "is place")
        self._links = prevailing(judgements, "same mention")

    def mention(self, document: str, mention: Mention) -> Mention:
        """The mention with ids and reasons; one that nothing is known of says so."""
        actor, place = self._find(document, mention.start, mention.end)
        link = self._links.get(mention_key(document, mention.start, mention.end))
        known = [j.why or f"{who(j)} says so" for j in (actor, place) if j] or [
            why for why in (link and link.why, mention.why) if why
        ]
        why = "; ".join(known) or "nothing in the register or the report says"
        # a mention that a person put in may say itself who it is
        ids = (_same(actor) if actor else mention.actor, _same(place) if place else mention.place)
        return msgspec.structs.replace(mention, actor=ids[0], place=ids[1], why=why)

    def voice(self, document: str, voice: Voice) -> Voice:
        """The voice with its speaker."""
        actor, _ = self._find(document, voice.start, voice.end)
        return msgspec.structs.replace(voice, actor=_same(actor)) if actor else voice

    def claim(self, claim: AnyClaim) -> AnyClaim:
        """The claim with the ids of all its mentions and voices."""
        changes: dict[str, Any] = {"voices": tuple(self.voice(claim.document, v) for v in claim.voices)}
        for name in MENTIONS[type(claim)]:
            value = getattr(claim, name)
            if isinstance(value, Mention):
                changes[name] = self.mention(claim.document, value)
        if isinstance(claim, EventClaim):
            changes["roles"] = {
                role: tuple(self.mention(claim.document, m) for m in mentions) for role, mentions in claim.roles.items()
            }
        if isinstance(claim, NamingClaim):
            changes["actor"] = changes["mention"].actor
        if isinstance(claim, FigureClaim) and "counted" in changes:
            changes["side"] = changes["counted"].actor
        return msgspec.structs.replace(claim, **changes)

    def _find(self, document: str, start: int, end: int) -> tuple[Judgement | None, Judgement | None]:
        key = mention_key(document, start, end)
        return self._actors.get(key), self._places.get(key)


MENTIONS: Mapping[type, tuple[str, ...]] = {
    EventClaim: (),
    FigureClaim: ("counted",),
    TieClaim: ("left", "right"),
    FlowClaim: ("origin", "dest", "via", "agent"),
    CauseClaim: ("cause", "effect"),
    NamingClaim: ("mention",),
}


def mentions_of(claim: AnyClaim) -> Iterator[Mention]:
    """Everybody and everything that a claim names."""
    if isinstance(claim, EventClaim):
        yield from (mention for mentions in claim.roles.values() for mention in mentions)
    for name in MENTIONS[type(claim)]:
        value = getattr(claim, name)
        if isinstance(value, Mention):
            yield value


def filled(claims: Sequence[AnyClaim], judgements: Iterable[Judgement]) -> list[AnyClaim]:
    """Claims with the ids that the judgements give their mentions."""
    identities = Identities(judgements)
    return [identities.claim(claim) for claim in claims]


def _same(judgement: Judgement | None) -> str | None:
    return judgement.right if judgement and judgement.verdict == "same" else None
