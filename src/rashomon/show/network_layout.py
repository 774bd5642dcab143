"""Where actors stand in the drawn network: near those whom they are tied to, the same whenever it is drawn.

Each set of actors that hang together is laid out by stress (the drawn distance of two is to be that of the way between
them; Zheng, Pawar and Goodman 2018, "Graph Drawing by Stochastic Gradient Descent"), and the sets are put side by side.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import combinations
from typing import Final, NamedTuple

ROUNDS: Final = 40
CLOSE: Final = 0.1  # how near to rest it ends, as in the paper
ALL: Final = 160  # actors up to whom every two pull at each other; beyond, each and some landmarks
LANDMARKS: Final = 40
SIBLINGS: Final = 8
WIDE: Final = 1.45  # width by height of the whole
ROOM: Final = (1.5, 1.1)  # beside and below each set, for names
GRID: Final = 1000
GOLDEN: Final = math.pi * (3 - math.sqrt(5))

Spot = tuple[float, float]
Term = tuple[str, str, float]
Near = dict[str, dict[str, float]]


class Box(NamedTuple):
    """A set that hangs together: its actors with their places from (0, 0) to (``wide``, ``high``)."""

    spots: dict[str, Spot]
    wide: float
    high: float


class Plan(NamedTuple):
    """Places on a grid of 0 to 1000 both ways; ``wide`` and ``high`` say how large it is, a tie being 1.4 and longer.

    Ordered by sets that hang together, the largest first, in each from the actor with most ties outwards.
    """

    spots: dict[str, tuple[int, int]]
    wide: float
    high: float


def plan(pairs: Iterable[tuple[str, str]]) -> Plan:
    """The place of each actor of a pair; no chance is in it, and the order of the pairs does not matter."""
    near = _near({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    boxes = [_box(members, near) for members in _sets(near)]
    placed = _packed(boxes)
    wide = max((x for x, _ in placed.values()), default=0.0)
    high = max((y for _, y in placed.values()), default=0.0)
    spots = {name: (_grid(x, wide), _grid(y, high)) for name, (x, y) in placed.items()}
    return Plan(spots, round(wide, 1), round(high, 1))


def _grid(value: float, most: float) -> int:
    return round(GRID * value / most) if most else GRID // 2


def _near(pairs: Iterable[tuple[str, str]]) -> Near:
    """Everybody's neighbours with the length of the way: longer where many stand around, so that they have room."""
    around: dict[str, set[str]] = {}
    for one, other in sorted(pairs):
        around.setdefault(one, set()).add(other)
        around.setdefault(other, set()).add(one)
    return {
        one: {other: math.sqrt(len(others ^ around[other])) for other in sorted(others)}
        for one, others in sorted(around.items())
    }


def _sets(near: Near) -> list[list[str]]:
    """Those who hang together, the largest set first, each from the actor with most neighbours outwards."""
    ranked = sorted(near, key=lambda name: (-len(near[name]), name))
    seen: set[str] = set()
    found = []
    for first in ranked:
        if first not in seen:
            ways = _ways(first, near)
            seen |= ways.keys()
            found.append(sorted(ways, key=lambda name: (ways[name], -len(near[name]), name)))
    return sorted(found, key=lambda members: (-len(members), members))


def _ways(first: str, near: Near) -> dict[str, float]:
    """The length of the shortest way from one to each that can be reached (Dijkstra)."""
    found: dict[str, float] = {}
    heap = [(0.0, first)]
    while heap:
        way, name = heappop(heap)
        if name in found:
            continue
        found[name] = way
        for other, length in near[name].items():
            if other not in found:
                heappush(heap, (way + length, other))
    return found


def _box(members: Sequence[str], near: Near) -> Box:
    at = _relaxed(members, near)
    spots = _upright([at[name] for name in members])
    left, top = min(x for x, _ in spots), min(y for _, y in spots)
    moved = {name: (x - left, y - top) for name, (x, y) in zip(members, spots, strict=True)}
    return Box(moved, max(x for x, _ in moved.values()), max(y for _, y in moved.values()))


def _relaxed(members: Sequence[str], near: Near) -> dict[str, list[float]]:
    terms = _terms(members, near)
    at = {name: _start(number) for number, name in enumerate(members)}
    longest, shortest = max(way for *_, way in terms), min(way for *_, way in terms)
    fade = math.log(CLOSE * shortest**2 / longest**2) / (ROUNDS - 1)
    for turn in range(ROUNDS):
        step = longest**2 * math.exp(fade * turn)
        for one, other, way in _mixed(terms, turn):
            _pull(at[one], at[other], way, min(step / way**2, 1.0))
    return at


def _start(number: int) -> list[float]:
    """Seeds of a sunflower: the first in the middle, no two in one place."""
    away, turn = math.sqrt(number), number * GOLDEN
    return [away * math.cos(turn), away * math.sin(turn)]


def _mixed(terms: Sequence[Term], turn: int) -> Iterator[Term]:
    """All terms, in an order in which neighbours in the list lie far apart, another in each turn."""
    count = len(terms)
    stride = next(n for n in range(int(count * 0.618) + 1 + turn, 2 * count + 2 + turn) if math.gcd(n, count) == 1)
    return (terms[number * stride % count] for number in range(count))


def _pull(one: list[float], other: list[float], way: float, part: float) -> None:
    """Moves two to the distance that they should have, or ``part`` of the way there."""
    dx, dy = one[0] - other[0], one[1] - other[1]
    apart = math.hypot(dx, dy) or 1e-6
    move = part * (apart - way) / 2 / apart
    one[0] -= move * dx
    one[1] -= move * dy
    other[0] += move * dx
    other[1] += move * dy


def _terms(members: Sequence[str], near: Near) -> list[Term]:
    """Who pulls at whom, and the distance that they should have."""
    if len(members) <= ALL:
        ways = {name: _ways(name, near) for name in members}
        return [(one, other, ways[one][other]) for one, other in combinations(members, 2)]
    marks = members[:: max(1, len(members) // LANDMARKS)]
    found = {(mark, name): way for mark in marks for name, way in _ways(mark, near).items() if mark != name}
    found |= {(one, other): way for one in members for other, way in near[one].items() if one < other}
    return [(one, other, way) for (one, other), way in (_siblings(members, near) | found).items()]


def _siblings(members: Sequence[str], near: Near) -> dict[tuple[str, str], float]:
    """Neighbours of one actor, whom no landmark may tell apart, each with some others of them."""
    found = {}
    for middle in members:
        around = list(near[middle].items())
        for at, (one, way) in enumerate(around):
            for other, further in around[at + 1 : at + 1 + SIBLINGS]:
                found[one, other] = way + further
    return found


def _upright(spots: Sequence[Sequence[float]]) -> list[Spot]:
    """The spots turned so that they are wider than high, with the first in the upper left half."""
    x0, y0 = (sum(spot[axis] for spot in spots) / len(spots) for axis in (0, 1))
    moved = [(x - x0, y - y0) for x, y in spots]
    xx, yy, xy = (sum(f(x, y) for x, y in moved) for f in (_xx, _yy, _xy))
    turn = -0.5 * math.atan2(2 * xy, xx - yy)
    turned = [(x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)) for x, y in moved]
    x_way, y_way = (-1 if turned[0][axis] > 0 else 1 for axis in (0, 1))
    return [(x * x_way, y * y_way) for x, y in turned]


def _xx(x: float, _: float) -> float:
    return x * x


def _yy(_: float, y: float) -> float:
    return y * y


def _xy(x: float, y: float) -> float:
    return x * y


def _packed(boxes: Sequence[Box]) -> dict[str, Spot]:
    """The sets in rows, each as high as its highest set, about `WIDE` times as wide as high altogether."""
    area = sum((box.wide + ROOM[0]) * (box.high + ROOM[1]) for box in boxes)
    most = max([math.sqrt(area * WIDE), *(box.wide + ROOM[0] for box in boxes)])
    rows: list[list[Box]] = []
    used = most + 1
    for box in sorted(boxes, key=lambda box: (-box.high, -box.wide, *box.spots)):
        if used + box.wide + ROOM[0] > most:
            rows.append([])
            used = 0.0
        rows[-1].append(box)
        used += box.wide + ROOM[0]
    placed: dict[str, Spot] = {}
    top = 0.0
    for row in rows:
        high = max(box.high for box in row)
        spare = (most - sum(box.wide + ROOM[0] for box in row)) / len(row)
        left = 0.0
        for box in row:
            down = top + (high - box.high) / 2
            placed |= {name: (left + spare / 2 + x, down + y) for name, (x, y) in box.spots.items()}
            left += box.wide + ROOM[0] + spare
        top += high + ROOM[1]
    return {name: placed[name] for box in boxes for name in box.spots}
