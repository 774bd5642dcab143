"""Whom and what a claim names: the fields of each kind of claim that hold mentions, and the mentions of one claim."""

from collections.abc import Iterator, Mapping
from typing import Final

from rashomon.records import (
    AnyClaim,
    CauseClaim,
    EventClaim,
    FigureClaim,
    FlowClaim,
    Mention,
    NamingClaim,
    TieClaim,
)

MENTIONS: Final[Mapping[type, tuple[str, ...]]] = {
    EventClaim: (),
    FigureClaim: ("counted",),
    TieClaim: ("left", "right"),
    FlowClaim: ("origin", "dest", "via", "agent"),
    CauseClaim: ("cause", "effect"),
    NamingClaim: ("mention",),
}
"""The fields of each kind of claim that may hold one; those of an event stand in its roles."""


def mentions_of(claim: AnyClaim) -> Iterator[Mention]:
    """Everybody and everything that a claim names."""
    if isinstance(claim, EventClaim):
        yield from (mention for mentions in claim.roles.values() for mention in mentions)
    for name in MENTIONS[type(claim)]:
        value = getattr(claim, name)
        if isinstance(value, Mention):
            yield value
