"""Rings and lines cut to a rectangle: nothing outside, nothing inside lost."""

import pytest

from rashomon.show.page.clipping import Frame, line_in, ring_in

FRAME = Frame(0, 0, 10, 10)


def area(ring: list[tuple[float, float]]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


@pytest.mark.parametrize(
    ("ring", "size"),
    [
        ([(2, 2), (8, 2), (8, 8), (2, 8)], 36),
        ([(-5, -5), (15, -5), (15, 15), (-5, 15)], 100),
        ([(5, 5), (15, 5), (15, 15), (5, 15)], 25),
        ([(5, -5), (15, 5), (5, 15), (-5, 5)], 100),
        ([(20, 20), (30, 20), (30, 30)], 0),
        ([(-5, 4), (15, 4), (15, 6), (-5, 6)], 20),
        ([], 0),
    ],
)
def test_a_ring_keeps_what_is_inside(ring: list[tuple[float, float]], size: float) -> None:
    found = ring_in(ring, FRAME)
    assert area(found) == pytest.approx(size)
    assert all(FRAME.holds(point) for point in found)


@pytest.mark.parametrize(
    ("line", "runs"),
    [
        ([(1, 1), (5, 5)], [[(1, 1), (5, 5)]]),
        ([(-5, 5), (15, 5)], [[(0, 5), (10, 5)]]),
        ([(5, 5), (15, 5), (15, 8), (5, 8)], [[(5, 5), (10, 5)], [(10, 8), (5, 8)]]),
        ([(-2, 5), (2, 5), (4, 5)], [[(0, 5), (2, 5), (4, 5)]]),
        ([(-5, 8), (-1, 20), (11, 20)], []),
        ([(-1, 9), (1, 11)], []),
        ([(12, 1), (12, 9)], []),
    ],
)
def test_a_line_keeps_the_runs_inside(line: list[tuple[float, float]], runs: list[object]) -> None:
    assert line_in(line, FRAME) == runs
