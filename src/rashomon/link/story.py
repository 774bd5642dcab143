"""A report that tells of one happening: violence that nothing parts from its story is of it, however it is worded."""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, product
from typing import Final

from rashomon.link.account import Account
from rashomon.link.groups import groups
from rashomon.link.linker import Linker, Pair
from rashomon.records import Judgement
from rashomon.values.place import compatible
from rashomon.vocab.scheme import HARM

FIRST: Final = 20
"""Accounts of a group, in the order of the text, among which the best pair is looked for."""
VIOLENT: Final = HARM | {"ASSAULT"}
# A sentence with one of these begins another story, or looks back to one.
_OTHER: Final = re.compile(
    r"(?i)\b(?:another|other|separate|second|third|elsewhere|meanwhile|previous|previously|unrelated|"
    r"last (?:week|month|year)|in recent|(?:days|weeks|months|years) (?:ago|earlier|before)|so far this|"
    r"this year|since)\b"
)


def one_story(own: Sequence[Account], judged: Sequence[Judgement], linker: Linker) -> list[Judgement]:
    """The judgements that join a report's further violence to its main happening, where nothing parts the two.

    News of one attack tells its parts in sentences that share no word: who was found where, who died later. Nothing
    may speak against it: no pair of the two that is judged different, no other day or place, no words for another act.
    """
    by_claim = {account.claim: account for account in own}
    found = groups(by_claim, judged, {account.claim: account.document for account in own})
    told = [[by_claim[claim] for claim in group] for group in found]
    news = [group for group in told if any(map(_news, group))]
    if len(news) < 2 or _roundup(news):
        return []
    main = max(news, key=lambda group: (len(group), *_first(group)))
    apart: dict[str, set[str]] = {}
    for j in judged:
        if j.verdict == "different":
            apart.setdefault(j.left, set()).add(j.right)
            apart.setdefault(j.right, set()).add(j.left)
    made: list[Judgement] = []
    for group in news:
        if group is main or any(map(_other, group)) or not _fits(main, group, apart):
            continue
        made.append(linker.judge(_best(main, group, linker)))
    return made


def _news(account: Account) -> bool:
    """Whether an account can be the news that a report is of: one act of violence, told as having happened."""
    return account.founds and bool(account.types & VIOLENT) and not account.background and not account.lasting


def _roundup(news: Sequence[Sequence[Account]]) -> bool:
    """Whether a report tells of violence in several places: then what has no place may belong to any of it."""
    return any(
        _elsewhere(one, other)
        for group, rest in combinations(map(_kinds, news), 2)
        for one, other in product(group, rest)
    )


def _other(account: Account) -> bool:
    """Whether words of its sentence set an account apart from what was told before."""
    return account.background or account.lasting or _OTHER.search(account.text) is not None


def _fits(main: Sequence[Account], group: Sequence[Account], apart: Mapping[str, AbstractSet[str]]) -> bool:
    """Whether nothing parts two groups of accounts: no judgement, no time, no place, nobody else who did it."""
    own = {account.claim for account in main}
    if any(own & apart.get(account.claim, frozenset()) for account in group):
        return False
    return not any(_parted(one, other) for one, other in product(_kinds(main), _kinds(group)))


def _kinds(group: Sequence[Account]) -> list[Account]:
    """One account of each time, place and doer that a group tells: a long report tells of one by many sentences."""
    return list({(a.time, a.agents, tuple(p.id for p in a.places)): a for a in group}.values())


def _parted(one: Account, other: Account) -> bool:
    if one.time and other.time and max(one.time[0], other.time[0]) > min(one.time[1], other.time[1]):
        return True
    if one.agents and other.agents and not one.agents & other.agents:
        return True
    return _elsewhere(one, other)


def _elsewhere(one: Account, other: Account) -> bool:
    """Whether two accounts are told of two places; one of which nothing is known is another place."""
    near = [compatible(here, there, {})[0] for here in one.places for there in other.places]
    return any(score < 0 for score in near) or (bool(near) and max(near) <= 0)


def _best(main: Sequence[Account], group: Sequence[Account], linker: Linker) -> Pair:
    """The pair of the two groups with most evidence, the first told of equals; of long groups among the first."""
    first, second = (sorted(accounts, key=lambda a: (a.order, a.claim))[:FIRST] for accounts in (main, group))
    pairs = [_ordered(one, other) for one, other in product(first, second)]
    return max(pairs, key=lambda pair: (linker.bits(pair)[0], [-n for n in (pair.left.at, pair.right.at)]))


def _ordered(one: Account, other: Account) -> Pair:
    left, right = sorted((one, other), key=lambda account: (account.order, account.claim))
    return Pair(left=left, right=right, story=True)


def _first(group: Iterable[Account]) -> tuple[int, str]:
    """How far back its first account stands, for the earliest to be the largest."""
    first = min((account.order[2], account.claim) for account in group)
    return -first[0], first[1]
