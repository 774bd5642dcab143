"""Millions of the machine's judgements, held in columns: a fifth of the memory that records of their own would take."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import Final, overload

import numpy as np

from rashomon.records import Judgement, Verdict, content_id

VERDICTS: Final[tuple[Verdict, ...]] = ("same", "different", "unsure")
_BETWEEN: Final = "; "  # of the parts of a reason, which are shared by many


class _Rows(Sequence[Judgement]):
    """What every list of judgements here has: slices are lists."""

    @overload
    def __getitem__(self, at: int) -> Judgement: ...
    @overload
    def __getitem__(self, at: slice) -> list[Judgement]: ...
    def __getitem__(self, at: int | slice) -> Judgement | list[Judgement]:
        numbers = range(len(self))[at]
        return [self._row(n) for n in numbers] if isinstance(numbers, range) else self._row(numbers)

    def _row(self, number: int) -> Judgement:
        raise NotImplementedError


class Judged(_Rows):
    """Judgements of one relation by one maker, equal to those that were added; ordered by id once `kept`.

    Their ids are content hashes. A case of 100,000 reports has 1.4 million.
    """

    def __init__(self, relation: str, maker: str) -> None:
        self.relation, self._maker = relation, maker
        self._ids, self._scores, self._verdicts = array("Q"), array("d"), bytearray()
        self._sides: tuple[list[str], list[str]] = ([], [])
        self._parts: dict[str, int] = {}
        self._words: list[str] = []
        self._why, self._ends = array("I"), array("Q", [0])
        self._order: Sequence[int] = ()

    def add(self, judgement: Judgement) -> None:
        """Take in a judgement; it is part of the sequence once `kept`."""
        self._ids.append(_number(judgement.id))
        self._scores.append(judgement.score)
        self._verdicts.append(VERDICTS.index(judgement.verdict))
        self._sides[0].append(judgement.left)
        self._sides[1].append(judgement.right)
        for part in judgement.why.split(_BETWEEN):
            if part not in self._parts:
                self._parts[part] = len(self._words)
                self._words.append(part)
            self._why.append(self._parts[part])
        self._ends.append(len(self._why))

    def kept(self, wanted: Callable[[str, str, Verdict], bool]) -> "Judged":
        """The same, with only those whose left, right and verdict are ``wanted``, in order of their ids."""
        rows = zip(*self._sides, self._verdicts, strict=True)
        keep = [n for n, (left, right, verdict) in enumerate(rows) if wanted(left, right, VERDICTS[verdict])]
        self._sort(np.array(keep, dtype=np.int64))
        return self

    def signed(self, maker: str) -> "Judged":
        """The same under another maker, with ids that other settings of the stage don't share."""
        self._maker = maker
        for n in self._order:
            left, right, verdict = self._sides[0][n], self._sides[1][n], VERDICTS[self._verdicts[n]]
            self._ids[n] = _number(content_id("j", maker, left, right, self.relation, verdict))
        self._sort(np.array(self._order, dtype=np.int64))
        return self

    def __len__(self) -> int:
        return len(self._order)

    def _sort(self, rows: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> None:
        ids = np.array(self._ids, dtype=np.uint64)[rows]
        self._order = array("q", rows[np.argsort(ids, kind="stable")].tobytes())

    def _row(self, number: int) -> Judgement:
        n = self._order[number]
        return Judgement(
            id=f"j-{self._ids[n]:016x}",
            left=self._sides[0][n],
            right=self._sides[1][n],
            relation=self.relation,
            verdict=VERDICTS[self._verdicts[n]],
            score=self._scores[n],
            why=_BETWEEN.join([self._words[part] for part in self._why[self._ends[n] : self._ends[n + 1]]]),
            maker=self._maker,
        )


class Joined(_Rows):
    """Several lists of judgements read as one; none is copied."""

    def __init__(self, parts: Iterable[Iterable[Judgement]]) -> None:
        self.parts = [part if isinstance(part, Sequence) else list(part) for part in parts]
        self._ends = list(accumulate(map(len, self.parts)))

    def about(self, *relations: str) -> "Joined":
        """Those of some relations."""
        return Joined(
            [j for j in part if j.relation in relations] if not isinstance(part, Judged) else part
            for part in self.parts
            if not isinstance(part, Judged) or part.relation in relations
        )

    def by_people(self) -> list[Judgement]:
        """Those that people made."""
        return [j for part in self.parts if not isinstance(part, Judged) for j in part if j.made]

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[Judgement]:
        return chain.from_iterable(self.parts)

    def _row(self, number: int) -> Judgement:
        part = bisect_right(self._ends, number)
        return self.parts[part][number - (self._ends[part - 1] if part else 0)]


def joined(judgements: Iterable[Judgement]) -> Joined:
    """Judgements as lists read as one."""
    return judgements if isinstance(judgements, Joined) else Joined([judgements])


def _number(name: str) -> int:
    return int(name.removeprefix("j-"), 16)
