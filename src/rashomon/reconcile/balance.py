"""Structural balance: whether the friend of my friend is my friend, triad by triad, on request."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rashomon.reconcile.pairs import Pair, Stand, stands
from rashomon.records import Actor, AnyClaim, Change, Triad, TriadSide

WORDS: Final = {
    0: "all three stand together",
    2: "two together against a third",
    1: "two who are against each other stand with the same third",
    3: "each is against both others",
}


def triads(claims: Iterable[AnyClaim], actors: Mapping[str, Actor], changes: Iterable[Change]) -> tuple[Triad, ...]:
    """Every three sides of whom each two are tied with a sign, by their ids.

    History told in the background is left out, and of a pair that changed all that was before its last change, so that
    ties of another time are not put beside today's. Balanced: the product of the three signs is positive (Heider 1946;
    Cartwright and Harary 1956). Time grows with the triads there are, not with all threes of actors.
    """
    past: dict[Pair, set[str]] = {}
    for change in changes:
        past.setdefault((change.left, change.right), set()).update(change.before.claims)
    sides = {}
    for pair, told in stands(claims, actors).items():
        now = [stand for stand in told if not stand.claim.background and stand.claim.id not in past.get(pair, ())]
        if now:
            sides[pair] = _side(pair, now)
    after: dict[str, set[str]] = {}
    for left, right in sides:
        after.setdefault(left, set()).add(right)
    return tuple(
        _triad(sides[one, two], sides[two, three], sides[one, three])
        for one, two in sides
        for three in sorted(after[one] & after.get(two, set()))
    )


def _side(pair: Pair, told: Sequence[Stand]) -> TriadSide:
    signs = {stand.sign for stand in told}
    return TriadSide(
        left=pair[0],
        right=pair[1],
        sign="both" if len(signs) > 1 else "+" if "+" in signs else "-",
        relations=tuple(sorted({stand.relation for stand in told})),
        claims=tuple(sorted({stand.claim.id for stand in told})),
    )


def _triad(first: TriadSide, second: TriadSide, across: TriadSide) -> Triad:
    signs = [side.sign for side in (first, second, across)]
    torn = "both" in signs
    why = "one is said to be with and against another at once" if torn else WORDS[signs.count("-")]
    return Triad(
        actors=(first.left, first.right, second.right),
        sides=(first, second, across),
        balanced=None if torn else signs.count("-") % 2 == 0,
        why=why,
    )
