"""Where boxes and arrows stand in a drawing that is read from left to right: each box right of what leads to it.

Layers by longest path (Sugiyama, Tagawa and Toda 1981): arrows that would close a circle run backwards, long arrows
bend between boxes, boxes stand near what they hang on. Pieces that hang together stand one under another, largest
first. The same boxes and arrows give the same drawing always. Columns and rows are counted from 0; a row is the height
of a box.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from rashomon.values.groups import groups

SWEEPS: Final = 6  # passes over the layers, there and back; more of them change little
BETWEEN: Final = 0.2  # rows left free between two pieces
BEND: Final = 0.5  # of a row that an arrow takes which passes a layer

Spot = tuple[float, float]
Edge = tuple[int, int]


class Laid(NamedTuple):
    """Column and row of every box that has an arrow, the bends of every arrow on its way, and which run backwards."""

    spots: dict[int, Spot]
    bends: tuple[tuple[Spot, ...], ...]
    back: tuple[bool, ...]


def laid(arrows: Sequence[Edge]) -> Laid:
    """The drawing of ``arrows`` between numbered boxes; earlier arrows rather run forwards than later ones."""
    back = _backwards(arrows)
    boxes = sorted({end for arrow in arrows for end in arrow})
    pieces = groups(boxes, arrows)
    home = {box: n for n, piece in enumerate(pieces) for box in piece}
    inside: list[list[int]] = [[] for _ in pieces]
    for number, (cause, _) in enumerate(arrows):
        inside[home[cause]].append(number)
    spots: dict[int, Spot] = {}
    bends: list[tuple[Spot, ...]] = [()] * len(arrows)
    top = 0.0
    for n in sorted(range(len(pieces)), key=lambda n: (-len(inside[n]), inside[n])):
        piece = _Piece([arrows[i] for i in inside[n]], [back[i] for i in inside[n]])
        rows = piece.rows()
        low = min(rows.values())
        at = {cell: (float(piece.layer[cell]), round(rows[cell] - low + top, 2)) for cell in rows}
        spots |= {box: at[box] for box in pieces[n]}
        for place, i in enumerate(inside[n]):
            way = tuple(at[cell] for cell in piece.ways[place][1:-1])
            bends[i] = way[::-1] if back[i] else way
        top = max(row for _, row in at.values()) + 1 + BETWEEN
    return Laid(spots, tuple(bends), tuple(back))


def _backwards(arrows: Sequence[Edge]) -> list[bool]:
    """For each arrow whether it would close a circle of those before it."""
    after: dict[int, set[int]] = {}
    found = []
    for cause, effect in arrows:
        closes = cause == effect or _leads(effect, cause, after)
        if not closes:
            after.setdefault(cause, set()).add(effect)
        found.append(closes)
    return found


def _leads(start: int, end: int, after: Mapping[int, set[int]]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == end:
            return True
        fresh = after.get(here, set()) - seen
        seen |= fresh
        waiting += fresh
    return False


class _Piece:
    """One piece of the drawing: its cells (boxes, and bends of long arrows) in layers."""

    def __init__(self, arrows: Sequence[Edge], back: Sequence[bool]) -> None:
        steps = [(b, a) if turned else (a, b) for (a, b), turned in zip(arrows, back, strict=True)]
        self.layer = _layers([step for step in steps if step[0] != step[1]])
        for a, _ in steps:
            self.layer.setdefault(a, 0)
        self.boxes = set(self.layer)
        self.ways = [self._way(step) for step in steps]
        self.left: dict[int, list[int]] = {cell: [] for cell in self.layer}
        self.right: dict[int, list[int]] = {cell: [] for cell in self.layer}
        for way in self.ways:
            for a, b in pairwise(way):
                self.right[a].append(b)
                self.left[b].append(a)
        self.columns = self._ordered()

    def _way(self, step: Edge) -> list[int]:
        """The cells that an arrow passes: its boxes, and one new cell (a negative number) a layer between them."""
        first, last = step
        way = [first]
        for column in range(self.layer[first] + 1, self.layer[last]):
            cell = -len(self.layer) - 1
            self.layer[cell] = column
            way.append(cell)
        return [*way, last]

    def _ordered(self) -> list[list[int]]:
        """The cells of each column in an order in which few arrows cross: by the middle of what they hang on."""
        columns: list[list[int]] = [[] for _ in range(max(self.layer.values()) + 1)]
        for cell, layer in self.layer.items():
            columns[layer].append(cell)
        place = {cell: float(n) for column in columns for n, cell in enumerate(column)}
        for sweep in range(SWEEPS):
            there = sweep % 2 == 0
            for column in columns if there else columns[::-1]:
                beside = self.left if there else self.right
                column.sort(key=_middle_of(beside, dict(place)))
                place |= {cell: float(n) for n, cell in enumerate(column)}
        return columns

    def rows(self) -> dict[int, float]:
        """The row of every cell: near the middle of what it hangs on, none over another."""
        row: dict[int, float] = {}
        for column in self.columns:
            row |= self._apart(column, [0.0] * len(column))
        for sweep in range(SWEEPS):
            there = sweep % 2 == 0
            for column in self.columns if there else self.columns[::-1]:
                beside = self.left if there else self.right
                row |= self._apart(column, [_middle_of(beside, row)(cell) for cell in column])
        return row

    def _apart(self, column: Sequence[int], wished: Sequence[float]) -> dict[int, float]:
        """Rows as near to those wished as can be had in this order: cells that push each other share the shift."""
        room = [1.0 if cell in self.boxes else BEND for cell in column]
        blocks: list[tuple[float, list[float], float]] = []  # top, wishes for the top, height
        for wish, height in zip(wished, room, strict=True):
            blocks.append((wish, [wish], height))
            while len(blocks) > 1 and blocks[-2][0] + blocks[-2][2] > blocks[-1][0]:
                _, wishes, tall = blocks.pop()
                _, earlier, before = blocks.pop()
                told = [*earlier, *(one - before for one in wishes)]
                blocks.append((sum(told) / len(told), told, before + tall))
        found: dict[int, float] = {}
        cells = iter(zip(column, room, strict=True))
        for top, told, _ in blocks:
            for cell, height in (next(cells) for _ in told):
                found[cell] = top
                top += height
        return found


def _middle_of(beside: Mapping[int, list[int]], place: Mapping[int, float]) -> Callable[[int], float]:
    def middle(cell: int) -> float:
        near = [place[other] for other in beside[cell]]
        return sum(near) / len(near) if near else place[cell]

    return middle


def _layers(steps: Iterable[Edge]) -> dict[int, int]:
    """Every box right of all that lead to it; one that nothing leads to stands just left of what it leads to."""
    before: dict[int, set[int]] = {}
    after: dict[int, set[int]] = {}
    for a, b in steps:
        for ends, one, other in ((before, b, a), (after, a, b)):
            ends.setdefault(one, set()).add(other)
            ends.setdefault(other, set())
    layer: dict[int, int] = {}
    open_ = {box: len(causes) for box, causes in before.items()}
    waiting = sorted(box for box, count in open_.items() if count == 0)
    while waiting:
        box = waiting.pop(0)
        layer[box] = max((layer[cause] + 1 for cause in before[box]), default=0)
        for effect in sorted(after[box]):
            open_[effect] -= 1
            if open_[effect] == 0:
                waiting.append(effect)
    for box in sorted(layer):
        if not before[box]:
            layer[box] = min(layer[effect] for effect in after[box]) - 1
    return layer
