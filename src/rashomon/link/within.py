"""Which events of one report may be one happening: pairs near each other, and repeat mentions with their antecedent."""

from collections.abc import Iterator, Sequence
from typing import Final

from rashomon.link.account import Account
from rashomon.link.families import together
from rashomon.link.linker import Linker, Pair
from rashomon.values.place import width
from rashomon.vocab.scheme import HARM

# How many events back a pair is judged. A report of 200 events then yields some 8,000 pairs instead of 20,000; beyond
# that distance only the report's first happenings (its news) are compared.
WINDOW: Final = 40
LEAD: Final = 6
# "Five died." belongs to what was told just before; farther away it needs words in common.
BARE_HARM: Final = 2
# An antecedent may lack evidence for it, but not have this much against it, in bits besides the prior.
LEAST: Final = -1.5
# The nearer of two antecedents with like evidence is meant: bits a sentence.
FADE: Final = 0.15
COUNTRY: Final = 5


def pairs(accounts: Sequence[Account], linker: Linker) -> list[Pair]:
    """Pairs of one report's accounts (in order of the text) worth judging; one of each can found an incident.

    A bare mention ("the attack") that repeats such a one can itself be repeated ("the raid").
    """
    found: list[Pair] = []
    anchored: set[str] = set()
    for later, right in enumerate(accounts):
        lefts = [left for left in _before(accounts, later) if left.claim in anchored or right.founds]
        repeated = antecedent([left for left in lefts if left.claim in anchored], right, linker)
        if right.founds or repeated:
            anchored.add(right.claim)
        found.extend(Pair(left=left, right=right, repeat=left is repeated) for left in lefts)
    return found


def antecedent(lefts: Sequence[Account], right: Account, linker: Linker) -> Account | None:
    """The earlier account of which a later, barely specified one is a repeat mention; None if it stands by itself.

    Barely specified: no time, no place of its own narrower than a country, and either a definite noun ("the raid") or
    bare harm just after. The antecedent is the one with most evidence, nearness counted.
    """
    specified = right.time or any(width(place) < COUNTRY for place in right.places)
    if specified or not (right.definite or right.types <= HARM):
        return None
    best: tuple[float, tuple[str, str, int], Account] | None = None
    for left in lefts:
        if not _fits(left, right):
            continue
        bits = linker.bits(Pair(left=left, right=right))[0] - FADE * (right.sentence - left.sentence)
        if bits - linker.prior_within >= LEAST and (best is None or (bits, left.order) > best[:2]):
            best = (bits, left.order, left)
    return best[2] if best else None


def _fits(left: Account, right: Account) -> bool:
    """Whether a later mention can repeat an earlier one at all."""
    if left.lasting != right.lasting or left.background != right.background or strangers(left, right):
        return False
    if min(together(a, b) for a in left.types for b in right.types) < 0:
        return False
    if left.doers and right.doers and not (left.doers & right.doers or left.states & right.states):
        return False  # others did it
    akin = (left.heads | left.triggers) & right.heads  # hostages were killed: in the hostage crisis
    return right.definite or bool(akin) or right.sentence - left.sentence <= BARE_HARM


def strangers(left: Account, right: Account) -> bool:
    """Whether a later act names people or things of its own, none of which the earlier one has."""
    one, other = (account.heads | account.agents | account.targets for account in (left, right))
    return not right.types <= HARM and bool(one) and bool(other) and not one & other


def _before(accounts: Sequence[Account], later: int) -> Iterator[Account]:
    start = max(0, later - WINDOW)
    yield from accounts[: min(LEAD, start)]
    yield from accounts[start:later]
