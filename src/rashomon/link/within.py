"""Which events of one report may be one happening: pairs near each other, and repeat mentions with their antecedent."""

from collections.abc import Iterator, Sequence
from typing import Final

from rashomon.link.account import Account
from rashomon.link.families import HARM, together
from rashomon.link.linker import Linker, Pair

# How many events back a pair is judged. A report of 200 events then yields some 8,000 pairs instead of 20,000; beyond
# that distance only the report's first happenings (its news) are compared.
WINDOW: Final = 40
LEAD: Final = 6
# "Five died." belongs to what was told just before; farther away it needs words of its own.
BARE_HARM: Final = 2
# An antecedent may lack evidence for it, but not have this much against it, in bits besides the prior.
LEAST: Final = -1.5


def pairs(accounts: Sequence[Account], linker: Linker) -> list[Pair]:
    """Pairs of one report's accounts (in order of the text) worth judging; one of each can found an incident."""
    found: list[Pair] = []
    for later, right in enumerate(accounts):
        lefts = [left for left in _before(accounts, later) if left.founds or right.founds]
        repeated = antecedent(lefts, right, linker)
        found.extend(Pair(left=left, right=right, repeat=left is repeated) for left in lefts)
    return found


def antecedent(lefts: Sequence[Account], right: Account, linker: Linker) -> Account | None:
    """The earlier account of which a later, barely specified one is a repeat mention; None if it stands by itself.

    Barely specified: no time and place of its own, and either a definite noun ("the raid") or bare harm just after.
    The antecedent is the one with most evidence, the nearest of equals.
    """
    if right.time or right.places or not (right.definite or right.types <= HARM):
        return None
    best: tuple[float, tuple[str, str, int], Account] | None = None
    for left in lefts:
        if not left.founds or left.lasting != right.lasting or left.background != right.background:
            continue
        if min(together(a, b) for a in left.types for b in right.types) < 0:
            continue
        if not right.definite and right.sentence - left.sentence > BARE_HARM:
            continue
        bits, _ = linker.bits(Pair(left=left, right=right))
        if bits - linker.prior_within >= LEAST and (best is None or (bits, left.order) > best[:2]):
            best = (bits, left.order, left)
    return best[2] if best else None


def _before(accounts: Sequence[Account], later: int) -> Iterator[Account]:
    start = max(0, later - WINDOW)
    yield from accounts[: min(LEAD, start)]
    yield from accounts[start:later]
