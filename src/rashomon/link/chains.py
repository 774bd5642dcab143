"""Which claims a chain of "same" judgements joins: only within one can claims be of one group."""

from collections.abc import Iterable
from typing import Protocol

from rashomon.records import Verdict


class Said(Protocol):
    """A judgement on two claims, in whatever form."""

    @property
    def left(self) -> str:
        """The one claim."""

    @property
    def right(self) -> str:
        """The other."""

    @property
    def verdict(self) -> Verdict:
        """Whether they are of one happening."""


class Chains:
    """The chains of the judgements taken in so far."""

    def __init__(self, judgements: Iterable[Said] = ()) -> None:
        self._next: dict[str, str] = {}
        for judgement in judgements:
            self.add(judgement)

    def add(self, judgement: Said) -> None:
        """Take in a further judgement."""
        if judgement.verdict == "same":
            self.join(judgement.left, judgement.right)

    def join(self, left: str, right: str) -> None:
        """Make one chain of those of two claims."""
        self._next[self.end(left)] = self.end(right)

    def one(self, left: str, right: str) -> bool:
        """Whether a chain joins the two."""
        return self.end(left) == self.end(right)

    def end(self, claim: str) -> str:
        """The claim by which a claim's chain is known at present."""
        while (beyond := self._next.get(claim, claim)) != claim:
            # halve the way for the next who goes it
            self._next[claim] = self._next.get(beyond, beyond)
            claim = beyond
        return claim
