"""What is seen when the claims of a case are laid side by side: changes, flows, causes, balance, outlets."""

from typing import Literal

from rashomon.records.base import Period, Row
from rashomon.records.claims import Amount, Mention
from rashomon.records.views import Origin


class Stretch(Row, frozen=True, kw_only=True):
    """A time for which two actors are said to stand with (+) or against (-) each other, and who says so.

    ``period`` spans the times of the claims; null where they tell of it as of their report's day, or as of earlier.
    """

    sign: Literal["+", "-"]
    period: Period | None
    says: str
    claims: tuple[str, ...]
    origins: tuple[Origin, ...] = ()


class Change(Row, frozen=True, kw_only=True):
    """Two actors said to have stood one way, and later the other; ``why`` says how the order in time is known."""

    left: str
    right: str
    before: Stretch
    after: Stretch
    why: str


class Flow(Row, frozen=True, kw_only=True):
    """One flow as any number of claims tell it alike; the mentions are those of the first claim.

    ``reality`` is that of the claims: fact, neg (said not to go there), poss, fut, hyp.
    """

    what: str
    amount: Amount | None = None
    origin: Mention | None = None
    dest: Mention | None = None
    via: Mention | None = None
    agent: Mention | None = None
    period: Period | None = None
    reality: str = "fact"
    background: bool = False
    claims: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()


class CausePoint(Row, frozen=True, kw_only=True):
    """Something that is said to have led to something, or to have come of it.

    ``kind``: incident (``incident`` is its id), event (of no incident), condition (a state, or words without an event
    of their own). ``claims`` are the event claims merged here, ``why`` says by what.
    """

    id: str
    kind: Literal["incident", "event", "condition"]
    words: tuple[str, ...]
    incident: str | None = None
    claims: tuple[str, ...] = ()
    why: str = ""


class Arrow(Row, frozen=True, kw_only=True):
    """One thing is said to have led to another: by which claims, by how many origins, and who says it didn't.

    ``denied`` are the claims that it did not; ``expected`` those that it would. ``reversed`` if the other way round is
    asserted too. ``inside`` if both ends belong to one incident: an attack and its own toll.
    """

    cause: str
    effect: str
    strength: Literal["stated", "implied"]
    claims: tuple[str, ...]
    denied: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    denying: tuple[Origin, ...] = ()
    reversed: bool = False
    inside: bool = False


class CausalMap(Row, frozen=True, kw_only=True):
    """Who says what led to what, merged over incidents, events and conditions.

    ``cycles`` holds, for every set of points that lead to one another, the shortest way round (ids of points).
    """

    points: tuple[CausePoint, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()


class TriadSide(Row, frozen=True, kw_only=True):
    """How two of three actors stand: ``sign`` is + or -, or "both" where both are asserted and no change orders them.

    ``claims`` are those that speak for the sign (for both signs, if both).
    """

    left: str
    right: str
    sign: Literal["+", "-", "both"]
    relations: tuple[str, ...]
    claims: tuple[str, ...]


class Triad(Row, frozen=True, kw_only=True):
    """Three actors of whom each two are tied; balanced if the product of the signs is positive (Heider, Cartwright).

    None where a side is both, so that nothing can be said.
    """

    actors: tuple[str, str, str]
    sides: tuple[TriadSide, TriadSide, TriadSide]
    balanced: bool | None
    why: str


class Told(Row, frozen=True, kw_only=True):
    """A figure as one outlet has it: lowest and highest, its words and claims; all null and empty if it has none."""

    low: int | None = None
    high: int | None = None
    words: str = ""
    claims: tuple[str, ...] = ()


class FigurePair(Row, frozen=True, kw_only=True):
    """One field of one incident as two outlets have it. A side without a figure is blank, never 0.

    ``how``: same, overlap, apart, or "one only". ``gap`` is the higher number over the lower where they are apart.
    """

    incident: str
    field: str
    a: Told
    b: Told
    how: Literal["same", "overlap", "apart", "one only"]
    gap: float | None = None


class WordsPair(Row, frozen=True, kw_only=True):
    """What two outlets call the same actor, or the same act of one incident: words in their own voice, with counts.

    ``about`` is an actor's id, or an incident's id; ``type`` the event type of the act, "" for an actor.
    """

    about: str
    type: str = ""
    a: tuple[tuple[str, int], ...]
    b: tuple[tuple[str, int], ...]


class Quoted(Row, frozen=True, kw_only=True):
    """Somebody who is quoted, and how many claims each of two outlets has from them."""

    words: str
    actor: str | None = None
    a: int = 0
    b: int = 0


class OutletPair(Row, frozen=True, kw_only=True):
    """Two outlets side by side; the pair the other way round is the same, mirrored.

    ``both``, ``only_a`` and ``only_b`` are incidents, history told in the background left out. ``copies`` are reports
    of the two that are one text. ``few`` if the shared incidents are too few to compare.
    """

    a: str
    b: str
    both: tuple[str, ...] = ()
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()
    figures: tuple[FigurePair, ...] = ()
    actors: tuple[WordsPair, ...] = ()
    acts: tuple[WordsPair, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    copies: int = 0
    few: bool = True
