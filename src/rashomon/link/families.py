"""Which types of event are happenings in the world, and how well two types go together in one incident."""

from typing import Final

from rashomon.link.words import word_set
from rashomon.records import EventClaim

PHYSICAL: Final = frozenset(
    {"ASSAULT", "KILL", "INJURE", "MISSING", "DISPLACE", "COERCE", "CONTROL", "PROTEST", "MOBILIZE", "RETREAT"}
)
# Modes of physical types that are acts on paper, and the one mode of a paper type that is a happening (a coup).
ON_PAPER: Final = frozenset(
    {"COERCE.censor", "COERCE.misinformation", "COERCE.withhold", "RETREAT.resign", "RETREAT.access", "PROTEST.boycott"}
)
PHYSICAL_MODES: Final = frozenset({"ORGANIZE.overthrow"})

# Words for something that lasts and holds many happenings: a war is not one of its battles.
LASTING: Final = word_set(
    "war wars warfare conflict conflicts campaign campaigns intervention interventions insurgency insurgencies"
    " violence occupation hostilities fighting infighting bloodshed unrest terrorism crackdown offensive"
)

# Bits for two types told of one happening, in either order. Set by reason: harm is what attacks do; arrests, seizures
# and releases follow hostage takings; troop movements are usually a happening of their own.
TOGETHER: Final[dict[frozenset[str], float]] = {
    frozenset({"ASSAULT", "KILL"}): 1.5,
    frozenset({"ASSAULT", "INJURE"}): 1.5,
    frozenset({"ASSAULT", "MISSING"}): 1.0,
    frozenset({"KILL", "INJURE"}): 1.5,
    frozenset({"KILL", "MISSING"}): 1.0,
    frozenset({"INJURE", "MISSING"}): 1.0,
    frozenset({"ASSAULT", "CONTROL"}): 0.0,
    frozenset({"ASSAULT", "COERCE"}): -0.5,
    frozenset({"ASSAULT", "DISPLACE"}): 0.0,
    frozenset({"ASSAULT", "PROTEST"}): 0.0,
    frozenset({"KILL", "PROTEST"}): 0.0,
    frozenset({"INJURE", "PROTEST"}): 0.0,
    frozenset({"COERCE", "PROTEST"}): 0.0,
    frozenset({"KILL", "DISPLACE"}): -0.5,
    frozenset({"KILL", "CONTROL"}): -0.5,
    frozenset({"ASSAULT", "RETREAT"}): -1.0,
    frozenset({"CONTROL", "RETREAT"}): 0.0,
    frozenset({"CONTROL", "MOBILIZE"}): -1.0,
    frozenset({"ASSAULT", "MOBILIZE"}): -1.5,
}
APART: Final = -3.0

# Modes that name one act by what falls, flies or fires; reports choose among them freely.
ALIKE: Final = (
    frozenset({"aerial", "drone", "explosives", "heavy-weapons", "destroy", "unconventional", "suicide-attack"}),
    frozenset({"firearms", "targeted", "primitive", "beat", "torture"}),
)

FAMILY: Final[dict[str, str]] = {
    "PROTEST": "protest",
    "MOBILIZE": "movement",
    "ORGANIZE": "politics",
}


def family(type_: str) -> str:
    """The blocking family of an event type; everything violent is one, because reports name attacks by their harm."""
    return FAMILY.get(type_, "violence")


def physical(event: EventClaim) -> bool:
    """Whether an event claim tells of something that happens in the world (speech and policy do not)."""
    mode = f"{event.type}.{event.mode}"
    return (event.type in PHYSICAL and mode not in ON_PAPER) or mode in PHYSICAL_MODES


def founds(event: EventClaim) -> bool:
    """Whether an event claim can found an incident: physical, told as fact or as likely, and anchored somewhere.

    Denied, planned, demanded and feared events only attach to incidents that others found. A trigger with no
    participant, place or time of its own ("killings") tells of no particular happening.
    """
    anchored = event.time is not None or any(found for role, found in event.roles.items() if role != "dateline")
    if holding(event) and event.time is None:
        return False  # who rules where is how things stand, not a happening
    return physical(event) and event.reality in ("fact", "poss") and anchored


def holding(event: EventClaim) -> bool:
    """Whether it tells who rules where."""
    return event.type == "CONTROL" and event.mode == "hold"


def lasting(event: EventClaim) -> bool:
    """Whether the trigger names something that lasts (a war, a campaign) rather than one happening."""
    words = event.trigger.quote.casefold().split()
    return not event.mode and any(word in LASTING for word in words)


def together(a: str, b: str) -> float:
    """Bits for two event types in one incident."""
    return 1.0 if a == b else TOGETHER.get(frozenset({a, b}), APART)


def alike(a: str, b: str) -> bool:
    """Whether two modes may name one act."""
    return a == b or any({a, b} <= modes for modes in ALIKE)
