"""ACLED's sub-events by event type, as its codebook orders them."""

from functools import cache
from typing import Final

from rashomon.vocab import load

# The event type that holds no violence and no demonstration.
PEACEFUL: Final = "Strategic developments"


@cache
def sub_events() -> dict[str, str]:
    """Event type by sub-event."""
    return {name: kind for kind, names in load("acled")["sub_events"].items() for name in names}


def event_type(name: str) -> str:
    """The event type of a sub-event: ``Armed clash`` is of the ``Battles``. KeyError for no sub-event."""
    return sub_events()[name]
