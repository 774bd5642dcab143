"""What people said of which claims are one and which are not: it binds, whatever the machine finds."""

from collections.abc import Iterable, Sequence

from rashomon.records import Judgement


class Settled:
    """Groups of claims that grow, never against a person's word; of words that contradict each other the later holds.

    What people called the same is one group from the start.
    """

    def __init__(self, claims: Iterable[str], people: Sequence[Judgement]) -> None:
        """``people``: persons' judgements on pairs of the claims, one a pair, in any order."""
        self._members: dict[str, set[str]] = {claim: {claim} for claim in claims}
        self._foes: dict[str, set[str]] = {}
        for judgement in sorted(people, key=lambda j: (j.made or "", j.id), reverse=True):
            left, right = judgement.left, judgement.right
            if judgement.verdict == "same":
                self.join(left, right)
            elif judgement.verdict == "different" and self._members[left] is not self._members[right]:
                for one, other in ((left, right), (right, left)):
                    foes = self._foes.get(one, set()) | {other}
                    self._foes.update(dict.fromkeys(self._members[one], foes))

    def apart(self, left: str, right: str) -> bool:
        """Whether a person parted the groups of two claims."""
        return not self._members[right].isdisjoint(self._foes.get(left, ()))

    def join(self, left: str, right: str) -> None:
        """Make one group of two, unless a person parted them."""
        one, other = self._members[left], self._members[right]
        if one is other or self.apart(left, right):
            return
        foes = self._foes.get(left, set()) | self._foes.get(right, set())
        if len(one) < len(other):
            one, other = other, one
        one |= other
        self._members.update(dict.fromkeys(other, one))
        if foes:
            self._foes.update(dict.fromkeys(one, foes))

    def groups(self) -> list[list[str]]:
        """The groups, each sorted, in order."""
        return sorted(sorted(group) for group in {id(group): group for group in self._members.values()}.values())
