"""Flows told alike become one row: what went from where to where, by which way, and who says so."""

from collections.abc import Iterable

from rashomon.reconcile.heads import end_key
from rashomon.reconcile.witnesses import Witnesses, each_alone
from rashomon.records import AnyClaim, Flow, FlowClaim, Period


def flows(claims: Iterable[AnyClaim], witnesses: Witnesses = each_alone) -> tuple[Flow, ...]:
    """Flows of the same thing, amount, ends, way, carrier and time, with all claims that tell them; none is left out.

    Ordered by what flows, from where, to where, and the time.
    """
    found: dict[tuple[str, ...], list[FlowClaim]] = {}
    for claim in claims:
        if isinstance(claim, FlowClaim):
            found.setdefault(_key(claim), []).append(claim)
    return tuple(_flow(sorted(found[key], key=lambda claim: claim.id), witnesses) for key in sorted(found))


def _key(claim: FlowClaim) -> tuple[str, ...]:
    ends = (end_key(m) if m else "" for m in (claim.origin, claim.dest, claim.via, claim.agent))
    much = "" if claim.amount is None else f"{claim.amount.lower} {claim.amount.upper} {claim.amount.approx}"
    return (claim.what, *ends, _when(claim.period), much, claim.reality, str(claim.background))


def _when(period: Period | None) -> str:
    return "" if period is None else f"{period.from_} {period.to}"


def _flow(told: list[FlowClaim], witnesses: Witnesses) -> Flow:
    first = told[0]
    return Flow(
        what=first.what,
        amount=first.amount,
        origin=first.origin,
        dest=first.dest,
        via=first.via,
        agent=first.agent,
        period=first.period,
        reality=first.reality,
        background=first.background,
        claims=tuple(claim.id for claim in told),
        origins=tuple(witnesses(told)),
    )
