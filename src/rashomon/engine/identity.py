"""Who and where each mention is, by the judgements in force; claims with those ids filled in."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec

from rashomon.records import (
    AnyClaim,
    EventClaim,
    FigureClaim,
    Judgement,
    Mention,
    NamingClaim,
    Voice,
    mention_key,
)
from rashomon.values.judgements import prevailing, who
from rashomon.values.mentions import MENTIONS

UNKNOWN: Final = "nothing in the register or the report says"
PARTY: Final = {"agent": "acts in it", "target": "is hit by it"}


class Identities:
    """The actor and the place of every mention that judgements speak of; a person's word outranks the machine's.

    Claims with equal voices share them, as they did when they were read (`rashomon.store.once`).
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._voices: dict[tuple[Voice, ...], tuple[Voice, ...]] = {}
        self._actors = prevailing(judgements, "is actor")
        self._places = prevailing(judgements, "is place")
        self._links = prevailing(judgements, "same mention")

    def mention(self, document: str, mention: Mention) -> Mention:
        """The mention with ids and reasons; one that nothing is known of says so."""
        actor, place = self._find(document, mention.start, mention.end)
        link = self._links.get(mention_key(document, mention.start, mention.end))
        known = [j.why or f"{who(j)} says so" for j in (actor, place) if j]
        known = known or [why for why in (link and link.why, mention.why) if why]
        why = "; ".join(known) or UNKNOWN
        # a mention that a person put in may say itself who it is
        ids = (_same(actor) if actor else mention.actor, _same(place) if place else mention.place)
        return msgspec.structs.replace(mention, actor=ids[0], place=ids[1], why=why)

    def voice(self, document: str, voice: Voice) -> Voice:
        """The voice with its speaker."""
        actor, _ = self._find(document, voice.start, voice.end)
        return msgspec.structs.replace(voice, actor=_same(actor)) if actor else voice

    def claim(self, claim: AnyClaim) -> AnyClaim:
        """The claim with the ids of all its mentions and voices."""
        voices = tuple(self.voice(claim.document, v) for v in claim.voices)
        changes: dict[str, Any] = {"voices": self._voices.setdefault(voices, voices)}
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
        found = msgspec.structs.replace(claim, **changes)
        more = self._speaker(found)
        return msgspec.structs.replace(found, reasons=more | found.reasons) if more else found

    def _speaker(self, claim: AnyClaim) -> dict[str, str]:
        """Why a voice has no actor, and whether the last one is an actor of the event itself."""
        nameless = [
            v for v in claim.voices if v.form != "author" and not v.actor and v.words != (v.cue and v.cue.quote)
        ]
        whys = {voice.words: self._find(claim.document, voice.start, voice.end)[0] for voice in nameless}
        told = [f'"{words}": {found.why if found else UNKNOWN}' for words, found in whys.items()]
        reasons = {"speaker": "; ".join(told)} if told else {}
        last = claim.voices[-1]
        if isinstance(claim, EventClaim) and last.actor:
            for role, does in PARTY.items():
                party = next((m for m in claim.roles.get(role, ()) if m.actor == last.actor), None)
                if party:
                    return {"partisan": f'"{last.words}" is a party: "{party.words}" {does}'} | reasons
        return reasons

    def _find(self, document: str, start: int, end: int) -> tuple[Judgement | None, Judgement | None]:
        key = mention_key(document, start, end)
        return self._actors.get(key), self._places.get(key)


def filled(claims: Sequence[AnyClaim], judgements: Iterable[Judgement]) -> list[AnyClaim]:
    """Claims with the ids that the judgements give their mentions."""
    identities = Identities(judgements)
    return [identities.claim(claim) for claim in claims]


def _same(judgement: Judgement | None) -> str | None:
    return judgement.right if judgement and judgement.verdict == "same" else None
