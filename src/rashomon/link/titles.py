"""What an incident is called, in plain words: the act, what it hit, the place, the day."""

from collections.abc import Mapping
from typing import Final

from rashomon.link.words import stem, word_set
from rashomon.records import EventClaim, Mention, Period, Place
from rashomon.values.periods import say

# What an act is called, by the stem of its trigger where that is plainer than its type, else by type and mode.
BY_TRIGGER: Final[Mapping[str, str]] = {
    stem(word): act
    for word, act in {
        "storm": "Storming", "raid": "Raid", "ambush": "Ambush", "clash": "Clash", "shell": "Shelling",
        "bomb": "Bombing", "strike": "Strike", "airstrike": "Air strike", "massacre": "Massacre", "shoot": "Shooting",
        "attack": "Attack", "battle": "Battle", "siege": "Siege", "besiege": "Siege", "hijack": "Hijacking",
        "kidnap": "Kidnapping", "loot": "Looting", "demonstrate": "Demonstration", "riot": "Riot", "coup": "Coup",
        "explosion": "Explosion", "blast": "Explosion", "explode": "Explosion", "assassinate": "Assassination",
    }.items()
}  # fmt: skip
BY_TYPE: Final[Mapping[str, str]] = {
    "ASSAULT": "Attack", "ASSAULT.abduct": "Hostage taking", "ASSAULT.aerial": "Air strike",
    "ASSAULT.drone": "Drone strike", "ASSAULT.explosives": "Bombing", "ASSAULT.suicide-attack": "Suicide attack",
    "ASSAULT.firearms": "Shooting", "ASSAULT.heavy-weapons": "Shelling", "ASSAULT.crowd-control": "Use of force",
    "ASSAULT.sexual": "Sexual violence", "ASSAULT.torture": "Torture", "ASSAULT.beat": "Beating",
    "ASSAULT.destroy": "Destruction", "ASSAULT.targeted": "Targeted attack", "ASSAULT.unconventional": "Gas attack",
    "KILL": "Killing", "INJURE": "Injuries", "MISSING": "Disappearance", "DISPLACE": "Displacement",
    "COERCE": "Coercion", "COERCE.arrest": "Arrest", "COERCE.seize": "Seizure", "COERCE.deport": "Deportation",
    "COERCE.curfew": "Curfew", "COERCE.restrict": "Restriction", "COERCE.martial-law": "Martial law",
    "COERCE.cyber": "Cyber attack", "CONTROL": "Control", "CONTROL.take": "Capture", "CONTROL.hold": "Holding",
    "CONTROL.lose": "Loss", "PROTEST": "Protest", "PROTEST.demo": "Demonstration", "PROTEST.riot": "Riot",
    "PROTEST.strike": "Strike of workers", "PROTEST.hunger": "Hunger strike", "PROTEST.obstruct": "Blockade",
    "MOBILIZE": "Deployment", "MOBILIZE.troops": "Deployment of troops", "MOBILIZE.weapons": "Deployment of weapons",
    "MOBILIZE.police": "Deployment of police", "MOBILIZE.militia": "Deployment of militia", "RETREAT": "Retreat",
    "RETREAT.withdraw": "Withdrawal", "RETREAT.release": "Release", "RETREAT.disarm": "Disarming",
    "RETREAT.ceasefire": "Ceasefire", "ORGANIZE.overthrow": "Overthrow",
}  # fmt: skip
ON: Final = frozenset({"Attack", "Raid", "Ambush", "Strike", "Air strike", "Drone strike", "Suicide attack"})
LONGEST: Final = 60  # characters of what was hit

PRONOUNS: Final = word_set("he she it they them him her us we who those others hostages captives")


def title(founding: EventClaim, kind: str, period: Period | None, place: Place | None) -> str:
    """A title: "Storming of the fuel depot, Tal Oreb, 12 May 2031"; what isn't known is left out, never filled."""
    act = name(founding, kind)
    hit = target(founding)
    if hit and place and hit.removeprefix("the ").casefold() in place.name.casefold():
        hit, place = f"the {place.name}" if hit.startswith("the ") else place.name, None
    if not hit:
        scene = f"{act} in {place.name}" if place else act
        return ", ".join((scene, *_when(period)))
    linked = f"{act} {'on' if act in ON else 'of'} {hit}"
    return ", ".join((linked, *((place.name,) if place else ()), *_when(period)))


def name(event: EventClaim, kind: str) -> str:
    """The act in a word or two; ``kind`` is the incident's "TYPE.mode" or "TYPE"."""
    by_word = next((BY_TRIGGER[s] for s in map(stem, event.trigger.quote.split()) if s in BY_TRIGGER), None)
    return by_word or BY_TYPE.get(kind) or BY_TYPE.get(kind.split(".")[0], kind.capitalize())


def target(event: EventClaim) -> str:
    """What or whom it hit, in the report's words, with an article; "" if not said."""
    found: tuple[Mention, ...] = event.roles.get("target", ())
    words = " ".join(found[0].words.split()) if found else ""
    if not words or len(words) > LONGEST or words.casefold() in PRONOUNS:
        return ""
    bare = found[0].type in ("GROUP", "PER", "GPE") or (words[0].isupper() and not found[0].type)
    return words if bare else f"the {words}"


def _when(period: Period | None) -> tuple[str, ...]:
    if period and period.from_ is None:
        return ()  # that it was over by the day of the report dates nothing
    if period and period.precision in ("time", "part of day") and period.from_:
        # a title names the day; the hour stands beside it
        period = Period(from_=period.from_[:10], to=period.from_[:10], precision="day")
    said = say(period) if period else ""
    return (said,) if said and said != "date unknown" else ()
