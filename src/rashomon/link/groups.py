"""Claims judged the same become groups, without chaining through weak links and never against a person's word."""

from array import array
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from math import log2
from typing import Final

from rashomon.link.chains import Chains
from rashomon.link.judged import Joined, joined
from rashomon.link.settled import Settled
from rashomon.records import Judgement
from rashomon.values.judgements import LEAVES
from rashomon.values.judgements import SAME_INCIDENT as SAME

# No pair outvotes all others: a machine's evidence counts at most this many bits in an average.
CAP: Final = 12.0
# A pair of reports that shared no key (`rashomon.link.keys`) was never compared: bits that its silence counts for.
UNMET: Final = -3.5


@dataclass(slots=True)
class Link:
    """What was judged between two groups: total and number of judgements across reports, strongest for and against."""

    total: float = 0.0
    number: int = 0
    best: float = 0.0
    worst: float = 0.0

    def add(self, other: "Link") -> None:
        """Take in what was judged between two further groups."""
        self.total += other.total
        self.number += other.number
        self.best = max(self.best, other.best)
        self.worst = min(self.worst, other.worst)

    def holds(self, pairs: int) -> bool:
        """Whether the groups may be one; ``pairs`` is the number of pairs of different reports between them.

        The best link outweighs the worst contradiction, and across reports the average speaks for it, where a pair that
        was never compared, because nothing in it met, counts against it.
        """
        if self.best + self.worst <= 0:
            return False
        return pairs == 0 or self.total + UNMET * max(0, pairs - self.number) > 0


@dataclass(slots=True)
class Groups:
    """A partition of claims that grows by merging; small groups are merged into large ones.

    The `Link` between two groups is one object under both names.
    """

    documents: Mapping[str, str]
    root: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    reports: dict[str, set[str]] = field(default_factory=dict)
    links: dict[str, dict[str, Link]] = field(default_factory=dict)

    def find(self, claim: str) -> str:
        """The name of a claim's group at present."""
        return self.root.get(claim, claim)

    def link(self, left: str, right: str, link: Link) -> None:
        """Note what was judged between two groups."""
        known = self.links.setdefault(left, {}).get(right)
        if known is None:
            self.links[left][right] = link
            self.links.setdefault(right, {})[left] = link
        else:
            known.add(link)

    def may_merge(self, left: str, right: str) -> bool:
        """Whether two groups may be one."""
        one, other = self._reports(left), self._reports(right)
        return self.links[left][right].holds(len(one) * len(other) - len(one & other))

    def merge(self, left: str, right: str) -> None:
        """Make one group of two."""
        weight = {name: len(self.links.get(name, ())) + len(self.members.get(name, ())) for name in (left, right)}
        kept, gone = sorted((left, right), key=lambda name: (-weight[name], name))
        moved = self.members.pop(gone, [gone])
        self.reports[kept] = self._reports(kept) | self._reports(gone)
        self.members.setdefault(kept, [kept]).extend(moved)
        self.root.update(dict.fromkeys(moved, kept))
        for other, link in self.links.pop(gone, {}).items():
            del self.links[other][gone]
            if other != kept:
                self.link(kept, other, link)

    def _reports(self, name: str) -> set[str]:
        return self.reports.get(name) or {self.documents.get(name, name)}


def bits(judgement: Judgement) -> float:
    """The weight of a judgement: the base-2 logarithm of its odds, capped."""
    return _odds(judgement.score)


@lru_cache(maxsize=65_536)
def _odds(score: float) -> float:
    p = min(max(score, 1e-9), 1 - 1e-9)
    return max(-CAP, min(CAP, log2(p / (1 - p))))


def standing(judgements: Iterable[Judgement], relation: str = SAME) -> list[Judgement]:
    """One judgement per pair that stands: not retired, a person's before the machine's, the latest of a person's."""
    kept: dict[tuple[str, str], Judgement] = {}
    wanted = _about(relation)
    for judgement in judgements:
        left, right = judgement.left, judgement.right
        if judgement.relation not in wanted or judgement.retired or left == right:
            continue
        pair = (left, right) if left < right else (right, left)
        if pair not in kept or _rank(judgement) > _rank(kept[pair]):
            kept[pair] = judgement
    return [kept[pair] for pair in sorted(kept)]


def _about(relation: str) -> tuple[str, ...]:
    """The relations whose judgements say whether two things are one, for one of them."""
    return (SAME, LEAVES) if relation == SAME else (relation,)


def groups(
    claims: Iterable[str], judgements: Iterable[Judgement], documents: Mapping[str, str], relation: str = SAME
) -> list[list[str]]:
    """The groups of claims, each sorted, in order; ``documents`` maps a claim to its document.

    The machine's "same" links are taken, those within a report first, then those between reports, strongest first; each
    merges its two groups only if what was judged between all their members holds (`Link.holds`): that is what keeps one
    weak link from joining two happenings. Persons' judgements bind (`settled.Settled`): what they call the same is
    joined on top of that, groups as wholes, and no link joins what they part. Links of claims that a person took out of
    a group (`LEAVES`) come last, so that they draw nothing along. The result does not depend on the order of claims or
    judgements.
    """
    known = set(claims)
    judged = joined(judgements).about(*_about(relation))
    people = [j for j in standing(judged.by_people(), relation) if j.left in known and j.right in known]
    left = frozenset(j.right for j in people if j.relation == LEAVES and j.verdict == "different")
    members, numbers = _chained(known, judged)
    found = [[claim] for own in members.values() if len(own) == 1 for claim in own]
    for end, own in members.items():
        if len(own) > 1:
            # what no chain joins can't become one: each chain by itself, so that only its links are in memory
            inside = standing(map(judged.bare, numbers[end]), relation)
            found.extend(_partition(own, inside, documents, left))
    return sorted(found)


def _chained(known: Set[str], judged: Joined) -> tuple[dict[str, list[str]], dict[str, "array[int]"]]:
    """The claims of each chain of "same", and which judgements are between two of them."""
    chains, rows, lefts = Chains(), array("L"), list[str]()
    for number, (left, right, verdict) in enumerate(judged.links()):
        if left in known and right in known:
            if verdict == "same":
                chains.join(left, right)
            rows.append(number)
            lefts.append(left)
    members: dict[str, list[str]] = {}
    for claim in known:
        members.setdefault(chains.end(claim), []).append(claim)
    numbers: dict[str, array[int]] = {}
    for number, left in zip(rows, lefts, strict=True):
        numbers.setdefault(chains.end(left), array("L")).append(number)
    return members, numbers


def _partition(
    claims: Sequence[str], judged: Sequence[Judgement], documents: Mapping[str, str], left: Set[str]
) -> list[list[str]]:
    """The groups of the claims of one chain by the judgements that stand; links of claims in ``left`` come last."""
    known = set(claims)
    judged = [j for j in judged if j.left in known and j.right in known]
    settled = Settled(claims, [j for j in judged if j.made])
    partition = Groups(documents)
    for judgement in judged:
        partition.link(judgement.left, judgement.right, _link(judgement, documents))
    same = [j for j in judged if j.verdict == "same" and not j.made]
    for judgement in sorted(same, key=lambda j: (not left.isdisjoint((j.left, j.right)), _strength(j, documents))):
        _take(judgement, partition, settled)
    return settled.groups()


def _take(link: Judgement, partition: Groups, settled: Settled) -> None:
    """Merge the groups of one of the machine's links, if its own evidence and people's words allow it."""
    left, right = partition.find(link.left), partition.find(link.right)
    if left != right and not settled.apart(link.left, link.right) and partition.may_merge(left, right):
        partition.merge(left, right)
        settled.join(link.left, link.right)


def _rank(judgement: Judgement) -> tuple[bool, str, str]:
    return judgement.made is not None, judgement.made or "", judgement.id


def _strength(judgement: Judgement, documents: Mapping[str, str]) -> tuple[bool, float, str, str]:
    left, right = sorted((judgement.left, judgement.right))
    across = documents.get(left) != documents.get(right)
    return across, -bits(judgement), left, right


def _link(judgement: Judgement, documents: Mapping[str, str]) -> Link:
    if judgement.made:
        return Link()
    weight = bits(judgement)
    across = documents.get(judgement.left) != documents.get(judgement.right)
    return Link(weight if across else 0.0, int(across), max(weight, 0.0), min(weight, 0.0))
