"""Findings: what a named policy makes of the figures of each incident, field by field."""

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar, Final

import msgspec

from rashomon.errors import SettingsError
from rashomon.reconcile.fields import ONE_BY_ONE, fields
from rashomon.reconcile.gathered import Gathered
from rashomon.reconcile.policies import POLICIES, Outcome
from rashomon.reconcile.tolls import MEASURES, added_up, stated
from rashomon.reconcile.votes import Ballot, Vote, ballot
from rashomon.records import SEVERAL, SINGULAR, Finding, Standpoint

BASES: Final = ("cumulative", "period", "conflict", "batch", SEVERAL)
HIT: Final = "casualties"
# Groups that together are everybody and have nobody in common; hostages are civilians to those who add.
SIDES: Final = ("attackers", "combatants", "security forces", "civilians", "hostages")


class Reconciler(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Make findings of the figures of incidents, by each of ``policies`` (`rashomon.reconcile.policies.POLICIES`)."""

    name: ClassVar[str] = "reconciler"
    version: ClassVar[str] = "8"
    policies: tuple[str, ...] = ("range",)

    def __post_init__(self) -> None:
        for policy in self.policies:
            if policy not in POLICIES:
                raise SettingsError("reconciler.policies", f"{policy!r} is none of {', '.join(POLICIES)}")

    def __call__(self, batch: Sequence[Gathered]) -> list[tuple[Finding, ...]]:
        """The findings of each incident, in order: by policy, then field."""
        return [self.findings(gathered) for gathered in batch]

    def findings(self, gathered: Gathered) -> tuple[Finding, ...]:
        """The findings of one incident; each of its figures stands in ``backing`` or ``set_aside`` of its field."""
        field = fields(gathered.figures, gathered.actors)
        ballots = cast_by(gathered, field)
        found: list[Finding] = []
        for policy in self.policies:
            own = {field: _finding(gathered, field, policy, ballots[field]) for field in sorted(ballots)}
            made = _totals(gathered, own, policy, ballots, field) if POLICIES[policy][1] else {}
            found.extend([*made.values(), *(f for field, f in own.items() if field not in made)])
        return tuple(found)


def _totals(
    gathered: Gathered,
    own: Mapping[str, Finding],
    policy: str,
    ballots: Mapping[str, Ballot],
    field: Mapping[str, str],
) -> dict[str, Finding]:
    """The totals of the dead and the wounded that nobody states: the sum of the sides, or people told one by one."""
    numbered = {field[f.id] for f in gathered.figures if SINGULAR not in f.reasons}
    made: dict[str, Finding] = {}
    for measure in MEASURES:
        voted = {c for vote in ballots[measure].votes for c in vote.claims} if measure in ballots else set()
        if stated([f for f in gathered.figures if f.measure == measure], voted):
            hurt = _hurt(own, made.get("killed")) if measure == "injured" else None
            if hurt:
                made[measure] = _whole(hurt, own[measure])
            if own[measure].best is not None:
                continue
        dead = made.get("killed") or own.get("killed")
        told = added_up(gathered, measure, policy, field, (dead.best or 0) if dead else 0)
        told = _as_counted(told, own, field, numbered) if told else None
        if told and measure in own and own[measure].best is None and not _within(told, own[measure]):
            continue  # a few who are named are no sum of "dozens"
        sides = _added(list(own.values()), policy, numbered) if measure == "killed" else None
        known = [one for one in (sides, told, own.get(measure)) if one is not None]
        if sides and sides.best is None:
            known = [sides]  # a side of which no number is named leaves the sum open
        if known:
            made[measure] = _whole(max(known, key=lambda one: one.best or 0), own.get(measure))
    return made


def _within(told: Finding, stated: Finding) -> bool:
    """Whether a sum is one of the numbers that reports leave open: three of "several"."""
    best, high = told.best or 0, stated.high
    return (stated.low or 0) <= best and (high is None or best <= high)


def _hurt(own: Mapping[str, Finding], killed: Finding | None) -> Finding | None:
    """The wounded as those who were hit without the dead, where they are more than are told as wounded.

    "Four people were shot. Three of them were taken to hospital with wounds": the three are some of the four.
    """
    told, dead = own.get("injured"), killed or own.get("killed")
    numbers = [f for name, f in own.items() if name.partition(": ")[0] == HIT and f.best and not _by_one(name)]
    most = max(numbers, key=lambda one: (one.best or 0, one.field), default=None)
    left = (most.best or 0) - ((dead.best or 0) if dead else 0) if most else 0
    if most is None or told is None or told.best is None or left <= told.best:
        return None
    why = f"{left} of the {most.best} who were hit did not die; those told as hurt are some of them"
    return msgspec.structs.replace(
        most,
        field="injured",
        low=min(told.low or left, left),
        best=left,
        high=None if told.high is None or most.high is None else max(told.high, left),
        backing=tuple(Standpoint(claim=s.claim, reason=f"{why}; {s.reason}") for s in most.backing),
        set_aside=(),
    )


def _by_one(field: str) -> bool:
    """Whether a field is of people told one by one."""
    return field.endswith((ONE_BY_ONE, *(f"({basis})" for basis in BASES)))


def _whole(made: Finding, instead_of: Finding | None) -> Finding:
    """A total with the claims of the finding whose place it takes, so that none is lost."""
    there = {s.claim for s in (*made.backing, *made.set_aside)}
    rest = (*instead_of.backing, *instead_of.set_aside) if instead_of else ()
    return msgspec.structs.replace(made, set_aside=(*made.set_aside, *(s for s in rest if s.claim not in there)))


def _as_counted(
    told: Finding, own: Mapping[str, Finding], field: Mapping[str, str], numbered: Collection[str]
) -> Finding:
    """A total made of numbers of one group alone, as the policy has that group; any other total as it is."""
    groups = {field.get(s.claim, "") for s in told.backing}
    known = {name for name in own.keys() & set(numbered) if name.startswith(told.field)}
    if len(groups) > 1 or not groups <= known:
        return told
    (group,) = groups
    counted = own[group]
    if counted.best is None or (counted.high is not None and (told.best or 0) > counted.high):
        return told  # "a boy and three women": two numbers of one group in one sentence
    there = {s.claim for s in (*counted.backing, *counted.set_aside)}
    return msgspec.structs.replace(
        counted,
        field=told.field,
        backing=tuple(
            Standpoint(claim=s.claim, reason=f"added up from {group}, the only ones counted; {s.reason}")
            for s in counted.backing
        ),
        set_aside=(*counted.set_aside, *(s for s in told.set_aside if s.claim not in there)),
    )


def votes(gathered: Gathered) -> dict[str, Ballot]:
    """The votes on every field of an incident, by field."""
    return cast_by(gathered, fields(gathered.figures, gathered.actors))


def cast_by(gathered: Gathered, field: Mapping[str, str]) -> dict[str, Ballot]:
    """The votes on every field of an incident, by field; ``field`` maps its figures to fields (`fields`)."""
    by_field: dict[str, list[str]] = {}
    figures = {figure.id: figure for figure in gathered.figures}
    for claim in sorted(field):
        by_field.setdefault(field[claim], []).append(claim)
    return {name: ballot(gathered, [figures[c] for c in claims], field) for name, claims in by_field.items()}


def _finding(gathered: Gathered, field: str, policy: str, cast: Ballot) -> Finding:
    outcome: Outcome = POLICIES[policy][0](cast.votes)
    unsaid = {f.id for f in gathered.figures if f.basis == "unknown"}
    backing: list[Standpoint] = []
    aside = list(cast.set_aside)
    for vote in cast.votes:
        behind = outcome.backing.get(vote.origin)
        reason = _reason(vote, behind or outcome.set_aside[vote.origin])
        for claim in vote.claims:
            words = reason + ("; basis not said, taken as this incident" if claim in unsaid else "")
            (backing if behind else aside).append(Standpoint(claim=claim, reason=words))
    return Finding(
        incident=gathered.incident.id,
        field=field,
        policy=policy,
        low=outcome.low,
        best=outcome.best,
        high=outcome.high,
        backing=tuple(sorted(backing, key=lambda s: s.claim)),
        set_aside=tuple(sorted(aside, key=lambda s: s.claim)),
    )


def _reason(vote: Vote, why: str) -> str:
    said = f"{vote.words}: {why}"
    return f"{said}; {vote.partisan}" if vote.partisan else said


def _added(findings: Sequence[Finding], policy: str, numbered: Collection[str]) -> Finding | None:
    """The total of the dead that nobody states, added up from the sides; None if it can't be added.

    A number is given for one of the sides at least (``numbered`` are the fields that have one): persons told one by one
    may be told under two.
    """
    fields = {f.field: f for f in findings}
    parts = [f for f in findings if _side(f.field)]
    overlapping = {"killed: civilians", "killed: hostages"} <= set(fields)
    if len(parts) < 2 or overlapping or not any(p.field in numbered for p in parts):
        return None
    lows, bests, highs = ([getattr(p, end) for p in parts] for end in ("low", "best", "high"))
    return Finding(
        incident=parts[0].incident,
        field="killed",
        policy=policy,
        low=sum(x for x in lows if x is not None) if any(x is not None for x in lows) else None,
        best=None if None in bests else sum(bests),
        high=None if None in highs else sum(highs),
        backing=tuple(
            Standpoint(claim=s.claim, reason=f"added up from {p.field}; {s.reason}") for p in parts for s in p.backing
        ),
    )


def _side(field: str) -> bool:
    measure, _, group = field.partition(": ")
    over_more = field.endswith(tuple(f"({basis})" for basis in BASES))
    return measure == "killed" and group.split(" (")[0] in SIDES and not over_more
