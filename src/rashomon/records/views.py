"""What is rebuilt from facts and decisions: incidents, findings, disagreements, ties, and the whole record."""

from typing import Literal

from rashomon.records.base import Period, Row
from rashomon.records.claims import AnyClaim
from rashomon.records.decisions import Actor, Correction, Judgement, Place
from rashomon.records.text import Document


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


class TiePeriod(Row, frozen=True, kw_only=True):
    """When a tie is asserted, and by which claims."""

    period: Period | None
    claims: tuple[str, ...]


class Tie(Row, frozen=True, kw_only=True):
    """Two actors' relation over time, as claims assert it."""

    left: str
    right: str
    relation: str
    sign: Literal["+", "-", "0"]
    periods: tuple[TiePeriod, ...] = ()


class Maker(Row, frozen=True, kw_only=True):
    """A stage that wrote rows: version, digest of its settings, digest of its model if it has one."""

    name: str
    version: str
    settings: str
    model: str | None = None


class Record(Row, frozen=True, kw_only=True):
    """The whole record of a case, as exported.

    ``claims`` hold the values that people corrected (``corrections`` has the machine's); ``rejected`` are claims, as
    the machine read them, of which a person said that their sentences make no such claim. Nothing rests on those.
    """

    rashomon: str
    schema: str
    case: str
    makers: tuple[Maker, ...] = ()
    documents: tuple[Document, ...] = ()
    claims: tuple[AnyClaim, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    incidents: tuple[Incident, ...] = ()
    findings: tuple[Finding, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    ties: tuple[Tie, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    corrections: tuple[Correction, ...] = ()
    rejected: tuple[AnyClaim, ...] = ()
