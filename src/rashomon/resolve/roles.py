"""Whether a mention of a country, town or region acts, is a place, or both: by the edges that lead to it."""

from typing import Final

from rashomon.resolve.report import Sighting
from rashomon.vocab.scheme import SPEECH

PLACE_ROLES: Final = frozenset({"place", "origin", "dest"})
# What is done to a government rather than to a country's ground.
POLITICAL: Final = SPEECH | {"CONSULT", "COOPERATE", "AID", "SANCTION", "COERCE", "PROTEST", "MOBILIZE"}
GROUND: Final = frozenset({"ASSAULT", "CONTROL", "CONDITION", "MOVE", "KILL", "DISPLACE"})


def acting(sighting: Sighting) -> str | None:
    """Why the mention is to be read as an actor ("agent of 'SAY'"), or None."""
    for label, trigger in sighting.roles:
        if label == "agent":
            return f"it does something ({trigger})"
    for label, trigger in sighting.roles:
        if label in ("target", "theme") and trigger in POLITICAL:
            return f"something is said or done to it as a government ({trigger})"
    if sighting.ruling:
        return "somebody acts for it"
    return "it stands in a tie to another actor" if sighting.tied else None


def struck(sighting: Sighting) -> str | None:
    """Why the mention is hit as an actor as well as a place (war is waged on it), or None."""
    for label, trigger in sighting.roles:
        if label == "target" and trigger == "ASSAULT":
            return "it is attacked"
    return None


def placed(sighting: Sighting) -> bool:
    """Whether the mention is where something is: by its role, by what it lies in or holds, or for want of any role."""
    if any(label in PLACE_ROLES for label, _ in sighting.roles):
        return True
    if any(label in ("target", "theme", "instrument") and trigger in GROUND for label, trigger in sighting.roles):
        return True
    return bool(sighting.inside or sighting.holds) or acting(sighting) is None
