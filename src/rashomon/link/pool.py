"""The accounts that one report gives of one happening, pooled into one: what reports are compared by."""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from rashomon.link.account import Account, Days
from rashomon.records import Place

# Times within a report are taken together up to this many days (a siege, a battle); beyond, the founding one counts.
LONGEST: Final = 14


def pooled(accounts: Iterable[Account], found: Iterable[Iterable[str]]) -> list[Account]:
    """One account per group (of claims) of one report's accounts; only groups that can found an incident are kept."""
    by_claim = {account.claim: account for account in accounts}
    return [pool([by_claim[c] for c in group]) for group in found if any(by_claim[c].founds for c in group)]


def pool(members: Sequence[Account]) -> Account:
    """One account of several: its first founding member, with what all of them tell."""
    members = sorted(members, key=lambda m: (not m.founds, m.order, m.claim))
    first = members[0]
    if len(members) == 1:
        return first
    own = _places(p for m in members for p in m.places)
    around = () if own else _places(p for m in members for p in m.around)
    return msgspec.structs.replace(
        first,
        claims=tuple(m.claim for m in members),
        types=_union(m.types for m in members if m.founds),
        modes=_union(m.modes for m in members if m.founds),
        time=_time(members),
        places=own,
        around=around,
        ground=() if own or around else _places(p for m in members for p in m.ground),
        agents=_union(m.agents for m in members),
        targets=_union(m.targets for m in members),
        states=_union(m.states for m in members),
        heads=_union(m.heads for m in members),
        figures=tuple(dict.fromkeys(f for m in members for f in m.figures)),
        triggers=_union(m.triggers for m in members),
        words=_union(m.words for m in members),
        names=_union(m.names for m in members),
        people=_union(m.people for m in members),
        ages=frozenset().union(*(m.ages for m in members)),
    )


def _places(places: Iterable[Place]) -> tuple[Place, ...]:
    found = {place.id: place for place in places}
    return tuple(found[i] for i in sorted(found))


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _time(members: Sequence[Account]) -> Days | None:
    times = [m.time for m in members if m.time]
    if not times:
        return None
    least = min(high - low for low, high in times)
    close = [time for time in times if time[1] - time[0] <= max(1, least)]
    whole = (min(low for low, _ in close), max(high for _, high in close))
    return whole if whole[1] - whole[0] < LONGEST else close[0]
