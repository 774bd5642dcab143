"""The way from claims to judgements: within each report first, then between reports."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from rashomon.link.account import Account, accounts
from rashomon.link.keys import candidate_pairs
from rashomon.link.linker import Linker, Pair
from rashomon.link.pool import pooled
from rashomon.link.story import one_story
from rashomon.link.within import pairs
from rashomon.records import Actor, AnyClaim, Document, Judgement, Place

WORDS: Final = ("types", "modes", "agents", "targets", "heads", "triggers", "words", "names", "people", "title")
"""Sets of an account that other accounts have too."""


def judge(
    documents: Iterable[Document],
    claims: Iterable[AnyClaim],
    places: Mapping[str, Place],
    actors: Mapping[str, Actor],
    linker: Linker | None = None,
) -> list[Judgement]:
    """Every "same incident" judgement of a case that matters, ordered by id: within reports, and between them.

    A pair is judged by what its two reports tell, and by nothing else. "Different" is said only of claims that a chain
    of "same" joins, for only there does it part anything: most pairs that share a key are of happenings that nobody
    would take for one. Persons' judgements have no part in it; `clusters.incidents` weighs them.
    """
    linker = linker or Linker()
    by_document: dict[str, list[AnyClaim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    found: list[Judgement] = []
    told: list[Account] = []
    held: dict[frozenset[str], frozenset[str]] = {}
    for document in documents:
        own = accounts(document, by_document.get(document.id, []), places, actors)
        inside = judge_report(own, linker)
        told.extend(_lean(account, held) for account in pooled(own, inside))
        found.extend(inside)
    found.extend(_between(told, linker, Chains(found)))
    return sorted(relevant(found), key=lambda judgement: judgement.id)


def judge_report(own: Sequence[Account], linker: Linker) -> list[Judgement]:
    """The judgements within one report, of its accounts in order of the text."""
    judged = linker(pairs(own, linker))
    joined = {frozenset((j.left, j.right)): j for j in one_story(own, judged, linker)}
    rest = [j for j in judged if frozenset((j.left, j.right)) not in joined]
    return [*rest, *joined.values()]


def relevant(judgements: Sequence[Judgement]) -> Iterator[Judgement]:
    """All but those that say "different" of what no chain of "same" joins."""
    chains = Chains(judgements)
    return (j for j in judgements if j.verdict != "different" or chains.one(j.left, j.right))


class Chains:
    """Which claims a chain of "same" judgements joins."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._next: dict[str, str] = {}
        for judgement in judgements:
            self.add(judgement)

    def add(self, judgement: Judgement) -> None:
        """Take in a further judgement."""
        if judgement.verdict == "same":
            self._next[self._end(judgement.left)] = self._end(judgement.right)

    def one(self, left: str, right: str) -> bool:
        """Whether a chain joins the two."""
        return self._end(left) == self._end(right)

    def _end(self, claim: str) -> str:
        while (beyond := self._next.get(claim, claim)) != claim:
            # halve the way for the next who goes it
            self._next[claim] = self._next.get(beyond, beyond)
            claim = beyond
        return claim


def _lean(account: Account, held: dict[frozenset[str], frozenset[str]]) -> Account:
    """An account as reports are compared by, which shares its sets of words with its like; nothing else changes.

    What holds one report together (`rashomon.link.cohesion`) is left out. A case of 100,000 reports has 370,000.
    """
    own = {name: held.setdefault(words, words) for name in WORDS if (words := getattr(account, name))}
    return msgspec.structs.replace(account, mentions=frozenset(), causes=frozenset(), **own)


def _between(told: Sequence[Account], linker: Linker, chains: Chains) -> Iterator[Judgement]:
    """The judgements of pairs of different reports; those that part are put in words last, and only where needed."""
    number = {account.claim: n for n, account in enumerate(told)}
    apart = array("l")
    for pair in candidate_pairs(told):
        bits, found = linker.bits(pair)
        if bits <= -linker.threshold:
            apart.extend((number[pair.left.claim], number[pair.right.claim]))
            continue
        judgement = linker.put(pair, bits, found)
        chains.add(judgement)
        yield judgement
    for left, right in zip(apart[::2], apart[1::2], strict=True):
        if chains.one(told[left].claim, told[right].claim):
            yield linker.judge(Pair(left=told[left], right=told[right]))
