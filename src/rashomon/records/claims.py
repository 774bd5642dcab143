"""The six kinds of claim, and what they are made of."""

from typing import Final, Literal

import msgspec

from rashomon.records.base import Period, Reality, Row, Span

SUPERSEDED: Final = "superseded"
"""The key of a claim's ``reasons`` under which a figure that its own report puts right says so."""

SINGULAR: Final = "singular"
"""The key of a claim's ``reasons`` under which a figure of persons told one by one, without a number word, says so."""

SEVERAL: Final = "several acts"
"""The basis, in a finding's field, of a figure that sums up acts that have tolls of their own."""

SEVERAL_ACTS: Final = f"over {SEVERAL}"
"""How the reason for a figure's basis begins where it sums up acts that have tolls of their own."""

DIED_LATER: Final = "injured who died"
"""The group, in a finding's field, of those told to have died of the injured: some of the dead, no toll of its own."""

HEADLINE: Final = "headline"
"""The key of a claim's ``reasons`` under which one that is told in its report's headline says so."""


class Mention(Row, frozen=True, kw_only=True):
    """Words that name somebody, something or somewhere; ``actor`` or ``place`` is filled by resolution.

    ``type`` is the graph's mention type. ``why`` says how it was resolved, or why it was not.
    """

    words: str
    start: int
    end: int
    type: str = ""
    actor: str | None = None
    place: str | None = None
    why: str = ""


class Voice(Row, frozen=True, kw_only=True):
    """One link of a voice chain; the outermost is the document's author (no words of its own, start = end = 0)."""

    words: str
    start: int
    end: int
    actor: str | None = None
    cue: Span | None = None
    form: Literal["author", "direct", "indirect"] = "author"
    when: Period | None = None


class Claim(Row, frozen=True, kw_only=True, tag_field="kind"):
    """What every claim has. ``spans[0]`` is the sentence or clause that makes it; ``reasons`` explains every null."""

    id: str
    document: str
    spans: tuple[Span, ...]
    voices: tuple[Voice, ...]
    reality: Reality = "fact"
    hedge: str | None = None
    background: bool = False
    score: float = 1.0
    maker: str = ""
    reasons: dict[str, str] = {}


class EventClaim(Claim, frozen=True, kw_only=True, tag="event"):
    """Somebody does something to somebody, somewhere, some time. ``roles`` maps role names to mentions.

    ``sub_event`` is the sub-event of ACLED's codebook that a rule finds the act to be like (``Armed clash``; its event
    type follows from it): like theirs, never theirs. ``reasons`` says why, or why there is none.
    """

    type: str
    mode: str | None = None
    sub_event: str | None = None
    trigger: Span
    roles: dict[str, tuple[Mention, ...]] = {}
    time: Period | None = None


class FigureClaim(Claim, frozen=True, kw_only=True, tag="figure"):
    """A number of something counted: ``lower..upper`` (None = open), as said in ``words``.

    ``basis`` is one of: incident, cumulative, period, conflict, batch, unknown. ``class_`` says who is counted:
    civilian, combatant, security, hostage, unknown ... ``part_of`` names the figure of which this is a subset.
    """

    measure: str
    counted: Mention | None = None
    class_: str = msgspec.field(name="class", default="unknown")
    side: str | None = None
    lower: int | None = None
    upper: int | None = None
    approx: bool = False
    words: str = ""
    basis: str = "unknown"
    as_of: Period | None = None
    event: str | None = None
    part_of: str | None = None


class TieClaim(Claim, frozen=True, kw_only=True, tag="tie"):
    """Two actors are said to stand in a relation: ally, supports, hostile, part of, leads, merged with ..."""

    left: Mention
    right: Mention
    relation: str
    sign: Literal["+", "-", "0"] = "0"
    period: Period | None = None


class Amount(Row, frozen=True, kw_only=True):
    """How much: bounds as in a figure."""

    lower: int | None = None
    upper: int | None = None
    approx: bool = False
    words: str = ""


class FlowClaim(Claim, frozen=True, kw_only=True, tag="flow"):
    """Weapons, fighters, troops, refugees or money go from somewhere to somewhere."""

    what: str
    amount: Amount | None = None
    origin: Mention | None = None
    dest: Mention | None = None
    via: Mention | None = None
    agent: Mention | None = None
    period: Period | None = None


class CauseClaim(Claim, frozen=True, kw_only=True, tag="cause"):
    """One event or condition is said to bring about another; ends are claim ids, or mentions with words."""

    cause: str | Mention
    effect: str | Mention
    strength: Literal["stated", "implied"] = "stated"


class NamingClaim(Claim, frozen=True, kw_only=True, tag="naming"):
    """The words one text uses for one actor."""

    mention: Mention
    actor: str | None = None
    words: str = ""


AnyClaim = EventClaim | FigureClaim | TieClaim | FlowClaim | CauseClaim | NamingClaim
