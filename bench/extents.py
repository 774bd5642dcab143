"""Extents of text found against extents annotated: how many are equal, how many share a character; and their F1.

An extent is one or more stretches of a text, in order: what somebody said goes on after "he said". Two extents overlap
where they share at least one character; they are paired one to one, equal ones first, then those with the largest
shared part of their joint length (ties by position), so that a long extent can't answer for several.
"""

from collections.abc import Sequence

from graph_score import Tally

Extent = tuple[tuple[int, int], ...]  # half-open (start, end), in order, apart


def exact(annotated: Sequence[Extent], found: Sequence[Extent]) -> Tally:
    """How many are equal; two equal ones on a side count as one."""
    left, right = set(annotated), set(found)
    return Tally(len(left & right), len(right), len(left))


def overlap(annotated: Sequence[Extent], found: Sequence[Extent]) -> Tally:
    """How many are paired with one that they share a character with."""
    left, right = sorted(set(annotated)), sorted(set(found))
    return Tally(len(pairs(left, right)), len(right), len(left))


def pairs(left: Sequence[Extent], right: Sequence[Extent]) -> dict[int, int]:
    """Numbers of the right -> numbers of the left that they are paired with."""
    shares = [
        (-shared / (length(a) + length(b) - shared), j, i)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if a[0][0] < b[-1][1] and b[0][0] < a[-1][1] and (shared := common(a, b))
    ]
    taken: set[int] = set()
    found: dict[int, int] = {}
    for _, j, i in sorted(shares):
        if j not in found and i not in taken:
            found[j] = i
            taken.add(i)
    return found


def common(one: Extent, other: Extent) -> int:
    """How many characters two extents share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def length(extent: Extent) -> int:
    """How many characters an extent has."""
    return sum(end - start for start, end in extent)
