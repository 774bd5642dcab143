"""Rings and lines cut to a rectangle, in whole units."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float]
Points = Sequence[Point]


class Frame(NamedTuple):
    """A rectangle: its west, south, east and north edge."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        """Whether a point is in it or on its edge."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def apart(self, points: Points) -> bool:
        """Whether all points are on the far side of one edge, so that nothing of their way can be inside."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return max(xs) < self.west or min(xs) > self.east or max(ys) < self.south or min(ys) > self.north


def ring_in(points: Points, frame: Frame) -> list[Point]:
    """A closed ring cut to the frame (Sutherland and Hodgman 1974): one ring, along the frame's edges where cut."""
    if not points or frame.apart(points):
        return []
    found = list(points)
    for axis, limit, keep in ((0, frame.west, 1), (0, frame.east, -1), (1, frame.south, 1), (1, frame.north, -1)):
        found = _kept(found, axis, limit, keep)
    return found


def _kept(points: list[Point], axis: int, limit: float, keep: int) -> list[Point]:
    """The part of a ring on one side of a line."""
    found: list[Point] = []
    for n, point in enumerate(points):
        before = points[n - 1]
        inside, was = keep * (point[axis] - limit) >= 0, keep * (before[axis] - limit) >= 0
        if inside != was:
            part = (limit - before[axis]) / (point[axis] - before[axis])
            found.append(_between(before, point, part))
        if inside:
            found.append(point)
    return found


def line_in(points: Points, frame: Frame) -> list[list[Point]]:
    """A line cut to the frame: the runs of it that are inside (each segment by Liang and Barsky 1984)."""
    runs: list[list[Point]] = []
    if not points or frame.apart(points):
        return runs
    for start, end in pairwise(points):
        cut = _segment(start, end, frame)
        if cut is None:
            continue
        if runs and runs[-1][-1] == cut[0]:
            runs[-1].append(cut[1])
        else:
            runs.append([cut[0], cut[1]])
    return runs


def _segment(start: Point, end: Point, frame: Frame) -> tuple[Point, Point] | None:
    if frame.holds(start) and frame.holds(end):
        return start, end
    first, last = 0.0, 1.0
    (x, y), dx, dy = start, end[0] - start[0], end[1] - start[1]
    for step, room in ((-dx, x - frame.west), (dx, frame.east - x), (-dy, y - frame.south), (dy, frame.north - y)):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first >= last:
        return None
    return (start if first == 0 else _between(start, end, first)), (end if last == 1 else _between(start, end, last))


def _between(start: Point, end: Point, part: float) -> Point:
    return start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])
