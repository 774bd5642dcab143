"""What is rebuilt from facts and decisions: incidents, findings, disagreements, ties."""

from typing import Final, Literal

from rashomon.records.base import Period, Row

TENSION: Final = "They can both hold"
"""A disagreement whose ``why`` opens so is a tension: told differently, though both may be right."""


class Origin(Row, frozen=True, kw_only=True):
    """Documents and speakers that count once: who first said it."""

    documents: tuple[str, ...]
    speaker: str | None = None
    why: str = ""


class Incident(Row, frozen=True, kw_only=True):
    """Event claims, and what hangs on them, that tell of one happening.

    ``sub_event`` is the commonest of its event claims, attacks before their harm; null where none of them has one.
    """

    id: str
    aliases: tuple[str, ...] = ()
    title: str
    type: str
    mode: str | None = None
    sub_event: str | None = None
    period: Period | None = None
    place: str | None = None
    actors: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    grade: Literal["single origin", "corroborated", "contested", "retracted"] = "single origin"
    background: bool = False


class Standpoint(Row, frozen=True, kw_only=True):
    """A claim and why a finding rests on it, or sets it aside."""

    claim: str
    reason: str


class Finding(Row, frozen=True, kw_only=True):
    """What a named policy makes of the figures of one incident, on one field; every claim is in one of the lists."""

    incident: str
    field: str
    policy: str
    low: int | None = None
    best: int | None = None
    high: int | None = None
    backing: tuple[Standpoint, ...] = ()
    set_aside: tuple[Standpoint, ...] = ()


class Side(Row, frozen=True, kw_only=True):
    """One position in a disagreement, in words, with the claims that take it."""

    says: str
    claims: tuple[str, ...]


class Disagreement(Row, frozen=True, kw_only=True):
    """Claims that can't all hold. ``kind``: figure, date, place, actor, stance, tie, fact."""

    id: str
    kind: str
    about: str
    scope: Literal["within", "between"]
    sides: tuple[Side, ...]
    why: str


class Seeming(Row, frozen=True, kw_only=True):
    """Claims that say different things and yet are no disagreement, and ``why``.

    ``kind``: revision (the later figure of one origin took the place of the earlier), rounding, bound ("at least 10"
    leaves room for 12), part (of the other), basis (of the incident, of a year), change (of sides, over time).
    ``about`` is an incident's id, or for a change the ids of the two actors.
    """

    kind: str
    about: str
    sides: tuple[Side, ...]
    why: str


class TiePeriod(Row, frozen=True, kw_only=True):
    """When a tie is asserted, by which claims, and by how many who count once each.

    ``background``: told as history beside the news, so that it says nothing of how the two stand now.
    """

    period: Period | None
    claims: tuple[str, ...]
    background: bool = False
    origins: tuple[Origin, ...] = ()


class Tie(Row, frozen=True, kw_only=True):
    """Two actors' relation over time, as claims assert it; ``origins`` over all periods."""

    left: str
    right: str
    relation: str
    sign: Literal["+", "-", "0"]
    periods: tuple[TiePeriod, ...] = ()
    origins: tuple[Origin, ...] = ()
