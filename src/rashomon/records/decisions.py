"""Actors and places, and the judgements about them: reasoned, scored, reversible."""

from typing import Literal

from rashomon.records.base import Period, Row

Verdict = Literal["same", "different", "unsure"]


class Alias(Row, frozen=True, kw_only=True):
    """Words used for an actor in one document, and how often."""

    words: str
    document: str
    count: int


class Standing(Row, frozen=True, kw_only=True):
    """A role of an actor toward another, bounded in time: leads, part of, minister of ..."""

    relation: str
    actor: str
    period: Period | None = None
    claims: tuple[str, ...] = ()


class Actor(Row, frozen=True, kw_only=True):
    """Somebody who acts or is acted upon.

    ``kind``: state, armed forces, armed group, police, government body, party, igo, media, person, people, other.
    """

    id: str
    name: str
    kind: str = "other"
    aliases: tuple[Alias, ...] = ()
    roles: tuple[Standing, ...] = ()
    country: str | None = None
    external: dict[str, str] = {}


class Place(Row, frozen=True, kw_only=True):
    """Somewhere. ``kind``: site, town, district, province, region, country, sea, border. ``country`` is ISO alpha-3."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "town"
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    country: str | None = None
    admin1: str | None = None
    external: dict[str, str] = {}
    why: str = ""


class Judgement(Row, frozen=True, kw_only=True):
    """A decision that two things are, or are not, one: reasoned, scored, reversible.

    ``relation``: is actor, is place (left is a mention key, `mention_key`), same mention (a noun or pronoun and what it
    goes back to in an earlier passage; both mention keys), same actor, same place, same incident (event claims), same
    origin (documents), update of (the report left tells anew what the report right of its outlet told). People only
    say: split off (of the mentions of actor left, those written right, or in the report right, are another actor),
    actor name (left is called right), leaves incident (the event claim right does not belong to the incident of the
    event claim left), is claim (left says what its sentence says; if different, it is none), and claim FIELD (that
    field of claim left is right, which is JSON). ``made`` is None for the machine, a date-time for a person, whose
    ``maker`` is "person" or "person NAME"; judgements with one ``made`` were made together and are undone together.
    ``retired`` is when it was taken back."""

    id: str
    left: str
    right: str
    relation: str
    verdict: Verdict = "same"
    score: float = 1.0
    why: str = ""
    maker: str = ""
    made: str | None = None
    retired: str | None = None


def mention_key(document: str, start: int, end: int) -> str:
    """The name under which judgements speak of one mention."""
    return f"{document}:{start}-{end}"


class Correction(Row, frozen=True, kw_only=True):
    """A field of a claim that a person put right: ``was`` is the machine's value, ``now`` the claim's, both as JSON."""

    claim: str
    field: str
    was: str
    now: str
    judgement: str
    maker: str
    made: str
    why: str = ""
