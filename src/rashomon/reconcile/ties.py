"""How two actors stand to each other over time: ties that reports state, and ties summed from what they do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from rashomon.reconcile.witnesses import Witnesses, each_alone
from rashomon.records import Actor, AnyClaim, EventClaim, Mention, Period, Tie, TieClaim, TiePeriod

Sign = Literal["+", "-", "0"]

# What an act between two actors says about how they stand; relation names are those of stated ties.
ACTS: Final[Mapping[str, tuple[str, Sign]]] = {
    "SUPPORT": ("supports", "+"),
    "AID": ("supports", "+"),
    "AID.military": ("supplies", "+"),
    "COOPERATE": ("cooperates with", "+"),
    "AGREE": ("cooperates with", "+"),
    "CONSULT": ("negotiates with", "0"),
    "ASSAULT": ("hostile", "-"),
    "KILL": ("hostile", "-"),
    "THREATEN": ("hostile", "-"),
    "COERCE": ("hostile", "-"),
    "ACCUSE": ("opposes", "-"),
    "REJECT": ("opposes", "-"),
    "SANCTION": ("opposes", "-"),
    "PROTEST": ("opposes", "-"),
}
# Relations that hold both ways: their ends are ordered by id.
MUTUAL: Final = frozenset({"ally", "merged with", "cooperates with", "negotiates with", "hostile"})
BELONGING: Final = frozenset({"part of", "national of", "linked to"})
# A town that is bombed is not an enemy: acts whose target is first of all a place.
ON_PLACES: Final = frozenset({"ASSAULT", "KILL", "COERCE"})
# What did not happen, is only demanded, or is only planned makes no tie.
HELD: Final = frozenset({"fact", "poss"})


class Bond(NamedTuple):
    """One assertion that two actors stand in a relation."""

    left: str
    right: str
    relation: str
    sign: Sign
    period: Period | None
    claim: TieClaim | EventClaim


# Its ends, relation and sign.
Key = tuple[str, str, str, Sign]
# From, to ("~" sorts last: no time, no end), and whether it is history.
When = tuple[str, str, bool]


def ties(
    claims: Iterable[AnyClaim], actors: Mapping[str, Actor] | None = None, witnesses: Witnesses = each_alone
) -> tuple[Tie, ...]:
    """Every tie between two resolved actors, ordered by its ends and relation; both signs at once are kept.

    Stated ties (`TieClaim`) and acts (`ACTS`) told as fact or as likely; each period with the claims that assert it
    and their origins, those without a time last. An act of one actor on another asserts the tie for the time of the
    act. What is told as history has periods of its own: it says nothing of today. That an army, a ministry or a
    citizen is "part of" a state is who they are, not how they stand: ``actors`` tells which are states, and such
    claims are left to the actors' roles.
    """
    states = {key for key, actor in (actors or {}).items() if actor.kind == "state"}
    found: dict[Key, dict[When, list[Bond]]] = {}
    for claim in claims:
        for bond in bonds(claim):
            if bond.right in states and bond.relation in BELONGING:
                continue
            key = (bond.left, bond.right, bond.relation, bond.sign)
            found.setdefault(key, {}).setdefault(_when(bond), []).append(bond)
    return tuple(_tie(key, found[key], witnesses) for key in sorted(found))


def bonds(claim: AnyClaim) -> Iterator[Bond]:
    """The ties that one claim asserts."""
    if claim.reality not in HELD:
        return
    if isinstance(claim, TieClaim):
        yield from _between((claim.left,), (claim.right,), claim.relation, claim.sign, claim)
    elif isinstance(claim, EventClaim):
        meaning = ACTS.get(f"{claim.type}.{claim.mode}") or ACTS.get(claim.type)
        if meaning:
            others = [*claim.roles.get("target", ()), *claim.roles.get("dest", ())]
            if claim.type in ON_PLACES:
                others = [mention for mention in others if mention.place is None]
            yield from _between(claim.roles.get("agent", ()), others, *meaning, claim)


def _between(
    lefts: Iterable[Mention], rights: Iterable[Mention], relation: str, sign: Sign, claim: TieClaim | EventClaim
) -> Iterator[Bond]:
    period = claim.period if isinstance(claim, TieClaim) else claim.time
    others = sorted({m.actor for m in rights if m.actor})
    for left in sorted({m.actor for m in lefts if m.actor}):
        for right in others:
            if left != right:
                ends = (min(left, right), max(left, right)) if relation in MUTUAL else (left, right)
                yield Bond(*ends, relation, sign, period, claim)


def _when(bond: Bond) -> When:
    period, past = bond.period, bond.claim.background
    return ("~", "~", past) if period is None else (period.from_ or "", period.to or "~", past)


def _tie(key: Key, told: Mapping[When, Sequence[Bond]], witnesses: Witnesses) -> Tie:
    by_time = {when: sorted({b.claim.id: b.claim for b in told[when]}.items()) for when in sorted(told)}
    periods = tuple(
        TiePeriod(
            period=min(told[when], key=lambda bond: bond.claim.id).period,
            claims=tuple(name for name, _ in claims),
            background=when[2],
            origins=tuple(witnesses([claim for _, claim in claims])),
        )
        for when, claims in by_time.items()
    )
    every = dict(pair for claims in by_time.values() for pair in claims)
    alone = len(periods) == 1
    origins = periods[0].origins if alone else tuple(witnesses([every[name] for name in sorted(every)]))
    left, right, relation, sign = key
    return Tie(left=left, right=right, relation=relation, sign=sign, periods=periods, origins=origins)
