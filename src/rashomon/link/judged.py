"""Millions of the machine's judgements, held in columns: a fifth of the memory that records of their own would take."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import Final, overload

import numpy as np

from rashomon.link.features import Evidence
from rashomon.records import Judgement, Verdict, content_id

VERDICTS: Final[tuple[Verdict, ...]] = ("same", "different", "unsure")
Link = tuple[str, str, Verdict]
"""The left, right and verdict of a judgement."""
REASONS: Final = "; "  # between the parts of a reason


def in_words(name: str, evidence: Evidence) -> str:
    """A feature's evidence as part of a reason: "act +1.0: both KILL"."""
    return f"{name} {evidence[0]:+.1f}: {evidence[1]}"


class _Rows(Sequence[Judgement]):
    """What every list of judgements here has: slices are lists."""

    @overload
    def __getitem__(self, at: int) -> Judgement: ...
    @overload
    def __getitem__(self, at: slice) -> list[Judgement]: ...
    def __getitem__(self, at: int | slice) -> Judgement | list[Judgement]:
        numbers = range(len(self))[at]
        return [self._row(n) for n in numbers] if isinstance(numbers, range) else self._row(numbers)

    def links(self) -> Iterator[Link]:
        """The left, right and verdict of each, in order."""
        return ((j.left, j.right, j.verdict) for j in self)

    def bare(self, number: int) -> Judgement:
        """The judgement of a number, from 0; of the machine's without the reasons, where only verdicts are wanted."""
        return self._row(number)

    def _row(self, number: int) -> Judgement:
        raise NotImplementedError


class Judged(_Rows):
    """Judgements of one relation by one maker, a stage or its key; they are part of the sequence, by id, once `kept`.

    Their ids are content hashes. A case of 100,000 reports has 1.4 million.
    """

    def __init__(self, relation: str, maker: str) -> None:
        self.relation, self._maker = relation, maker
        self._scores, self._verdicts = array("d"), bytearray()
        self._sides: tuple[list[str], list[str]] = ([], [])
        self._parts: dict[tuple[str, Evidence], int] = {}
        self._words: list[str] = []
        self._why, self._ends = array("I"), array("Q", [0])
        self._kept = array("q")

    def add(self, left: str, right: str, verdict: Verdict, score: float, evidence: Mapping[str, Evidence]) -> None:
        """Take in a judgement, with what speaks for it by name."""
        self._scores.append(score)
        self._verdicts.append(VERDICTS.index(verdict))
        self._sides[0].append(left)
        self._sides[1].append(right)
        for part in evidence.items():  # put in words once for all that share it
            if part not in self._parts:
                self._parts[part] = len(self._words)
                self._words.append(in_words(*part))
            self._why.append(self._parts[part])
        self._ends.append(len(self._why))

    def kept(self, wanted: Callable[[str, str, Verdict], bool]) -> "Judged":
        """The same, with only those whose left, right and verdict are ``wanted``, in order of their ids."""
        rows = zip(*self._sides, self._verdicts, strict=True)
        keep = (n for n, (left, right, verdict) in enumerate(rows) if wanted(left, right, VERDICTS[verdict]))
        self._kept = array("q", keep)
        self._parts.clear()  # for finding a part again while others are added: 70 MB in a case of 100,000 reports
        return self.signed(self._maker)

    def signed(self, maker: str) -> "Judged":
        """The same under another maker, with ids that other settings of the stage don't share."""
        self._maker = maker
        self.__dict__.pop("_by_id", None)
        return self

    @cached_property
    def _by_id(self) -> tuple["array[int]", "array[int]"]:
        """The rows that are kept, by their ids, and these: made only when one is asked for, under the last maker."""
        rows = np.array(self._kept, dtype=np.int64)
        ids = np.array([self._number(n) for n in self._kept], dtype=np.uint64)
        order = np.argsort(ids, kind="stable")
        return array("q", rows[order].tobytes()), array("Q", ids[order].tobytes())

    def __len__(self) -> int:
        return len(self._kept)

    def _number(self, n: int) -> int:
        """The id of a row, without the letter before it: other settings of the stage share none."""
        verdict = VERDICTS[self._verdicts[n]]
        name = content_id("j", self._maker, self._sides[0][n], self._sides[1][n], self.relation, verdict)
        return int(name.removeprefix("j-"), 16)

    def links(self) -> Iterator[Link]:
        """The left, right and verdict of each, in order."""
        (left, right), rows = self._sides, self._by_id[0]
        return ((left[n], right[n], VERDICTS[self._verdicts[n]]) for n in rows)

    def bare(self, number: int) -> Judgement:
        """The judgement of a number without its reasons."""
        return self._judgement(number, "")

    def _row(self, number: int) -> Judgement:
        n = self._by_id[0][number]
        parts = self._why[self._ends[n] : self._ends[n + 1]]
        return self._judgement(number, REASONS.join([self._words[part] for part in parts]))

    def _judgement(self, number: int, why: str) -> Judgement:
        rows, ids = self._by_id
        n = rows[number]
        return Judgement(
            id=f"j-{ids[number]:016x}",
            left=self._sides[0][n],
            right=self._sides[1][n],
            relation=self.relation,
            verdict=VERDICTS[self._verdicts[n]],
            score=self._scores[n],
            why=why,
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

    def links(self) -> Iterator[Link]:
        """The left, right and verdict of each, in order."""
        for part in self.parts:
            yield from part.links() if isinstance(part, _Rows) else ((j.left, j.right, j.verdict) for j in part)

    def bare(self, number: int) -> Judgement:
        """The judgement of a number, the machine's without its reasons."""
        part, at = self._place(number)
        return part.bare(at) if isinstance(part, _Rows) else part[at]

    def _row(self, number: int) -> Judgement:
        part, at = self._place(number)
        return part[at]

    def _place(self, number: int) -> tuple[Sequence[Judgement], int]:
        part = bisect_right(self._ends, number)
        return self.parts[part], number - (self._ends[part - 1] if part else 0)


def joined(judgements: Iterable[Judgement]) -> Joined:
    """Judgements as lists read as one."""
    return judgements if isinstance(judgements, Joined) else Joined([judgements])
