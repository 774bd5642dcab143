"""A report that tells of one happening: violence that nothing parts from its story is of it, however it is worded."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
from typing import Final, NamedTuple

from rashomon.link.account import Account, Days
from rashomon.link.linker import Linker, Pair, Weighed
from rashomon.records import Place
from rashomon.values.place import compatible
from rashomon.vocab.scheme import HARM

MOST: Final = 40  # accounts of a group that are weighed against another group's: the first told
VIOLENT: Final = HARM | {"ASSAULT"}
# A sentence with one of these begins another story, or looks back to one.
_OTHER: Final = re.compile(
    r"(?i)\b(?:another|other|separate|second|third|elsewhere|meanwhile|previous|previously|unrelated|"
    r"last (?:week|month|year)|in recent|(?:days|weeks|months|years) (?:ago|earlier|before)|so far this|"
    r"this year|since)\b"
)


def one_story(
    own: Iterable[Account], judged: Iterable[Weighed], found: Iterable[Iterable[str]], linker: Linker
) -> list[Weighed]:
    """What joins a report's further violence to its main happening, where nothing parts the two.

    ``found``: the groups, by their claims, that ``judged`` makes of its ``own`` accounts.

    News of one attack tells its parts in sentences that share no word: who was found where, who died later. Nothing
    may speak against it: no pair of the two that is judged different, no other day or place, no words for another act.
    """
    by_claim = {account.claim: account for account in own}
    told = [[by_claim[claim] for claim in group] for group in found]
    news = [group for group in told if any(map(_news, group))]
    if len(news) < 2 or _roundup(news):
        return []
    main = max(news, key=lambda group: (len(group), *_first(group)))
    apart: dict[str, set[str]] = {}
    for one, other in ((j.left, j.right) for j in judged if j.verdict == "different"):
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    story = _told(main)
    made: list[Weighed] = []
    for group in news:
        if group is main or any(map(_other, group)) or not _fits(story, _told(group), apart):
            continue
        made.append(linker.weighed(_best(main, group, linker)))
    return made


class Told(NamedTuple):
    """What parts groups of accounts, each thing once: their claims, times, doers, and places by their ids."""

    claims: frozenset[str]
    times: frozenset[Days | None]
    doers: frozenset[frozenset[str]]
    places: dict[tuple[str, ...], Sequence[Place]]


def _told(group: Iterable[Account]) -> Told:
    group = list(group)
    return Told(
        frozenset(account.claim for account in group),
        frozenset(account.time for account in group),
        frozenset(account.agents for account in group),
        {tuple(place.id for place in account.places): account.places for account in group},
    )


def _news(account: Account) -> bool:
    """Whether an account can be the news that a report is of: one act of violence, told as having happened."""
    return account.founds and bool(account.types & VIOLENT) and not account.background and not account.lasting


def _roundup(news: Sequence[Sequence[Account]]) -> bool:
    """Whether a report tells of violence in several places: then what has no place may belong to any of it."""
    places = [_told(group).places.values() for group in news]
    return any(_elsewhere(a, b) for one, other in combinations(places, 2) for a, b in product(one, other))


def _other(account: Account) -> bool:
    """Whether words of its sentence set an account apart from what was told before."""
    return account.background or account.lasting or _OTHER.search(account.text) is not None


def _fits(main: Told, group: Told, apart: Mapping[str, set[str]]) -> bool:
    """Whether nothing parts two groups of accounts: no judgement, no time, no place, nobody else who did it."""
    return not (
        any(not main.claims.isdisjoint(apart.get(claim, ())) for claim in group.claims)
        or any(a and b and max(a[0], b[0]) > min(a[1], b[1]) for a, b in product(main.times, group.times))
        or any(a and b and not a & b for a, b in product(main.doers, group.doers))
        or any(_elsewhere(a, b) for a, b in product(main.places.values(), group.places.values()))
    )


def _elsewhere(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """Whether two accounts are told of two places; one of which nothing is known is another place."""
    near = [compatible(here, there, {})[0] for here in one for there in other]
    return any(score < 0 for score in near) or (bool(near) and max(near) <= 0)


def _best(main: Sequence[Account], group: Sequence[Account], linker: Linker) -> Pair:
    """The pair of the two groups with most evidence, the first told of equals."""
    leading = [sorted(side, key=lambda account: (account.order, account.claim))[:MOST] for side in (main, group)]
    pairs = [_ordered(one, other) for one, other in product(*leading)]
    return max(pairs, key=lambda pair: (linker.bits(pair)[0], [-n for n in (pair.left.at, pair.right.at)]))


def _ordered(one: Account, other: Account) -> Pair:
    left, right = sorted((one, other), key=lambda account: (account.order, account.claim))
    return Pair(left=left, right=right, story=True)


def _first(group: Iterable[Account]) -> tuple[int, str]:
    """How far back its first account stands, for the earliest to be the largest."""
    first = min((account.order[2], account.claim) for account in group)
    return -first[0], first[1]
