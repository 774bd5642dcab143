"""Whose side an actor is on: a ministry speaks for its state, a spokesman for his group."""

from collections.abc import Mapping
from typing import Final

from rashomon.reconcile.gathered import Gathered
from rashomon.records import Actor, FigureClaim

OF_STATE: Final = frozenset({"state", "armed forces", "police", "government body"})
# Standings that make somebody speak for the other: everything but ties between equals.
FOR_ANOTHER: Final = frozenset([
    "leader", "president", "prime minister", "minister", "spokesman", "spokesperson", "commander", "head", "general",
    "chief", "king", "governor", "ambassador", "emir", "official", "member", "founder", "chairman", "secretary-general",
    "part of", "leads", "member of", "spokesman of", "spokesperson of", "minister of", "president of", "of", "head of",
    "commander of", "official of", "leader of", "general of", "ambassador of", "founder of", "prime minister of",
])  # fmt: skip


def sides(actor: str, actors: Mapping[str, Actor]) -> frozenset[str]:
    """Those for whom an actor acts and speaks: itself, whom it leads or belongs to, two steps far, and its state."""
    found = {actor}
    edge = {actor}
    for _ in range(2):
        known = [actors[i] for i in edge if i in actors]
        edge = {role.actor for a in known for role in a.roles if role.relation in FOR_ANOTHER} - found
        found |= edge
    countries = (actors[i].country for i in found if i in actors and actors[i].kind in OF_STATE)
    return frozenset(found) | {f"state {country}" for country in countries if country}


def partisan(figure: FigureClaim, gathered: Gathered) -> str:
    """Why a figure is a party's own claim; "" if it is none, or if nothing is known of the speaker."""
    speaker = next((v.actor for v in reversed(figure.voices) if v.form != "author" and v.actor), None)
    if speaker is None:
        return ""
    own = sides(speaker, gathered.actors)
    side = figure.side or (figure.counted.actor if figure.counted else None)
    name = gathered.actors[speaker].name if speaker in gathered.actors else "the speaker"
    if side and own & sides(side, gathered.actors):
        return f"partisan: {name} speaks of its own side"
    fighting = {m.actor for e in gathered.events for m in e.roles.get("agent", ()) if m.actor and e.type == "ASSAULT"}
    hit = {m.actor for e in gathered.events for m in e.roles.get("target", ()) if m.actor}
    if any(own & sides(actor, gathered.actors) for actor in sorted(fighting | hit)):
        return f"partisan: {name} is a party to the incident"
    return ""
