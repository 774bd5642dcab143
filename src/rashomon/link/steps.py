"""The way from claims to judgements: within each report first, then between reports."""

from array import array
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from rashomon.link.account import Account, accounts
from rashomon.link.chains import Chains
from rashomon.link.groups import groups
from rashomon.link.judged import Judged
from rashomon.link.keys import candidate_pairs
from rashomon.link.linker import Linker, Pair, Weighed
from rashomon.link.pool import pooled
from rashomon.link.story import one_story
from rashomon.link.within import pairs
from rashomon.records import Actor, AnyClaim, Document, Place
from rashomon.values.judgements import SAME_INCIDENT

HELD: Final = (
    *("types", "modes", "agents", "targets", "states", "heads", "figures", "words", "names", "people", "ages", "title"),
    *("time", "told"),
)
"""Fields of an account whose values other accounts have too."""
INSIDE: Final = ("triggers", "doers", "mentions", "causes")
"""Fields by which accounts of one report alone are compared (`rashomon.link.cohesion`)."""
NOBODY: Final[frozenset[str]] = frozenset()


def judge(
    documents: Iterable[Document],
    claims: Iterable[AnyClaim],
    places: Mapping[str, Place],
    actors: Mapping[str, Actor],
    linker: Linker | None = None,
) -> Judged:
    """Every "same incident" judgement of a case that matters, ordered by id: within reports, and between them.

    A pair is judged by what its two reports tell, and by nothing else. "Different" is said only of claims that a chain
    of "same" joins, for only there does it part anything: most pairs that share a key are of happenings that nobody
    would take for one. Persons' judgements have no part in it; `clusters.incidents` weighs them.
    """
    linker = linker or Linker()
    by_document: dict[str, list[AnyClaim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    found, chains = Judged(SAME_INCIDENT, linker.name), Chains()
    told: list[Account] = []
    held: dict[Hashable, Hashable] = {}
    for document in documents:
        own = accounts(document, by_document.pop(document.id, []), places, actors)
        inside = judge_report(own, linker)
        told.extend(_lean(account, held) for account in pooled(own, inside.groups))
        for one in inside.judged:
            found.add(*one)
            chains.add(one)
    del held
    for one in _between(told, linker, chains):
        found.add(*one)
    return relevant(found, chains)


def relevant(found: Judged, chains: Chains) -> Judged:
    """All but those that say "different" of what no chain of "same" joins."""
    return found.kept(lambda left, right, verdict: verdict != "different" or chains.one(left, right))


class Inside(NamedTuple):
    """What was judged within one report, and which of its accounts are thereby of one happening, by their claims."""

    judged: list[Weighed]
    groups: list[list[str]]


def judge_report(own: Sequence[Account], linker: Linker) -> Inside:
    """What is judged within one report, of its accounts in order of the text."""
    judged = [linker.weighed(pair) for pair in pairs(own, linker)]
    documents = {account.claim: account.document for account in own}
    found = groups(documents, [one.judgement() for one in judged], documents)
    joined = {frozenset((one.left, one.right)): one for one in one_story(own, judged, found, linker)}
    if not joined:
        return Inside(judged, found)
    judged = [*(one for one in judged if frozenset((one.left, one.right)) not in joined), *joined.values()]
    return Inside(judged, groups(documents, [one.judgement() for one in judged], documents))


def _lean(account: Account, held: dict[Hashable, Hashable]) -> Account:
    """An account as reports are compared by, which shares what others have, too: half of what it would take.

    A case of 100,000 reports has 130,000.
    """
    own = {name: held.setdefault(value, value) for name in HELD if (value := getattr(account, name)) is not None}
    return msgspec.structs.replace(account, claims=(), **own, **dict.fromkeys(INSIDE, NOBODY))


def _between(told: Sequence[Account], linker: Linker, chains: Chains) -> Iterator[Weighed]:
    """What is judged of pairs of different reports; those that part come last, and only where needed."""
    number = {account.claim: n for n, account in enumerate(told)}
    apart = array("I")
    for pair in candidate_pairs(told):
        bits, found = linker.bits(pair)
        if bits <= -linker.threshold:
            apart.extend((number[pair.left.claim], number[pair.right.claim]))
            continue
        one = linker.put(pair, bits, found)
        chains.add(one)
        yield one
    for left, right in zip(apart[::2], apart[1::2], strict=True):
        if chains.one(told[left].claim, told[right].claim):
            yield linker.weighed(Pair(left=told[left], right=told[right]))
