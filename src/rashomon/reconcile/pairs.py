"""How two sides are said to stand: every assertion of every pair, ministers and armies counted for their state."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from rashomon.reconcile.stances import principal
from rashomon.reconcile.ties import BELONGING, Sign, bonds
from rashomon.records import Actor, AnyClaim, EventClaim, Period, TieClaim

Pair = tuple[str, str]

# Who leads, belongs or is linked to whom is who they are, not how they stand; with a time of its own ("part of the
# Front until 2028") it is a stand that may end.
BEING: Final = BELONGING | {"leads"}


class Stand(NamedTuple):
    """One assertion that two sides stand with (+) or against (-) each other."""

    sign: Sign
    relation: str
    period: Period | None
    claim: TieClaim | EventClaim


def stands(claims: Iterable[AnyClaim], actors: Mapping[str, Actor]) -> dict[Pair, list[Stand]]:
    """All that is asserted with a sign of two different sides, by the pair of their ids, both in order.

    A pair is one pair whoever acts. A claim counts once for a pair and sign, however many people it names.
    """
    known: dict[str, str] = {}
    found: dict[Pair, dict[tuple[str, str], Stand]] = {}
    for claim in claims:
        for bond in bonds(claim):
            if bond.sign == "0" or (bond.relation in BEING and bond.period is None):
                continue
            for end in (bond.left, bond.right):
                if end not in known:
                    known[end] = principal(end, actors)
            left, right = sorted((known[bond.left], known[bond.right]))
            if left != right:
                stand = Stand(bond.sign, bond.relation, bond.period, bond.claim)
                found.setdefault((left, right), {}).setdefault((bond.claim.id, bond.sign), stand)
    return {pair: [found[pair][key] for key in sorted(found[pair])] for pair in sorted(found)}
