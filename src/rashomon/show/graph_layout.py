"""Where the parts of a drawn claim graph stand: its text in lines, its edges as pieces of arcs that share no level.

An edge whose ends stand in different lines is drawn in pieces, one in each line that it passes. All x are pixels.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rashomon.records import Edge, Node

WIDE: Final = 8.4  # a character of the text; `textLength` holds the text to it whatever the font
SMALL: Final = 6.7  # a character of a label
MARGIN: Final = 16
GUTTER: Final = 76  # the margin of several lines, where edges go on and have their labels
MOST: Final = 82  # characters in a line: what a page shows without making it smaller ...
SLACK: Final = 14  # ... and as many more, where a long name would otherwise make another line
PORT: Final = 8  # between two arcs that end at one word, where the word is wide enough
EDGE: Final = 8  # between what is drawn and the edge of the picture
CLIP: Final = 14  # characters of the other end's words, where an edge goes on in another line


class Piece(NamedTuple):
    """The part of one edge that is drawn in one line: from ``start`` to ``end``, in the direction of the edge.

    ``rises`` says that it begins at the edge's source, ``falls`` that it ends at its target.
    """

    edge: Edge
    line: int
    start: float
    end: float
    rises: bool
    falls: bool
    label: str
    middle: float

    @property
    def half(self) -> float:
        """Half of what the label takes up."""
        return half(self.label)

    @property
    def reach(self) -> tuple[float, float]:
        """What it takes up of its level: arc and label."""
        left, right = sorted((self.start, self.end))
        return min(left, self.middle - self.half) - 3, max(right, self.middle + self.half) + 3


class Layout:
    """The lines of a stretch of text, and where its nodes and edges stand in them."""

    def __init__(self, text: str, bounds: tuple[int, int], nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
        """Lay out ``text[bounds[0]:bounds[1]]``; the ends of all ``edges`` are in ``nodes``."""
        self.text, self.nodes, self.edges = text, {node.id: node for node in nodes}, edges
        self.lines = tuple(broken(text, bounds, nodes))
        self.margin = MARGIN if len(self.lines) == 1 else GUTTER
        self.width = 2 * self.margin + WIDE * max(end - start for start, end in self.lines)
        self._ports = self._all_ports()
        self.pieces = tuple(piece for number in range(len(edges)) for piece in self._pieces_of(number))

    def line(self, node: Node) -> int:
        """The number of the line in which a node stands."""
        return next(i for i, (_, end) in enumerate(self.lines) if node.start < end)

    def x(self, offset: int, line: int) -> float:
        """Where a character of a line begins."""
        return self.margin + WIDE * (offset - self.lines[line][0])

    def levelled(self, line: int) -> list[tuple[Piece, int]]:
        """The pieces of one line, each with its level above the text."""
        mine = [piece for piece in self.pieces if piece.line == line]
        return list(zip(mine, stacked([piece.reach for piece in mine]), strict=True))

    def _all_ports(self) -> dict[tuple[int, str], float]:
        """Where each edge (by its number) meets each of its nodes; outer arcs stand inside, so that none cross here."""
        ports: dict[tuple[int, str], float] = {}
        for key, node in self.nodes.items():
            mine = [n for n, edge in enumerate(self.edges) if key in (edge.source, edge.target)]
            ends = [(self._turn(self.edges[n], key), n) for n in mine]
            line = self.line(node)
            left, right = self.x(node.start, line), self.x(node.end, line)
            step = min(PORT, (right - left) / max(len(ends), 1))
            for place, (_, number) in enumerate(sorted(ends)):
                ports[number, key] = (left + right) / 2 + step * (place - (len(ends) - 1) / 2)
        return ports

    def _turn(self, edge: Edge, key: str) -> tuple[int, int]:
        """Left-going arcs before right-going ones; of the left-going the short first, of the right-going the long."""
        other = self.nodes[edge.target if edge.source == key else edge.source]
        way = other.start - self.nodes[key].start
        return (0, -way) if way < 0 else (1, -way)

    def _pieces_of(self, number: int) -> Iterator[Piece]:
        edge = self.edges[number]
        source, target = self.nodes[edge.source], self.nodes[edge.target]
        first, last = self.line(source), self.line(target)
        step = 1 if last >= first else -1
        for line in range(first, last + step, step):
            rises, falls = line == first, line == last
            into, out = (EDGE, self.width - EDGE) if step > 0 else (self.width - EDGE, EDGE)
            start = self._ports[number, edge.source] if rises else into
            end = self._ports[number, edge.target] if falls else out
            label = edge.label
            if first != last:
                label = f"{label} → {self._words(target)}" if not falls else f"({self._words(source)}) {label}"
            least = EDGE + half(label)
            middle = max(least, min((start + end) / 2, self.width - least))
            yield Piece(edge, line, start, end, rises, falls, label, middle)

    def _words(self, node: Node) -> str:
        words = " ".join(self.text[node.start : node.end].split())
        return words if len(words) <= CLIP else words[: CLIP - 1].rstrip() + "…"


def half(label: str) -> float:
    """Half of the width of a label and the room around it."""
    return SMALL * len(label) / 2 + 3


def broken(text: str, bounds: tuple[int, int], nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """Lines of about equal length, about `MOST` characters at most, broken at blanks outside the nodes."""
    start, end = bounds
    count = -(-(end - start) // MOST)
    blanks = [i for i in range(start + 1, end) if text[i].isspace() and not any(n.start <= i < n.end for n in nodes)]
    while count > 1:
        here = [i for i in blanks if start < i <= start + MOST + SLACK]
        if not here:
            break
        ideal = start + (end - start) / count
        at = min(here, key=lambda i: (abs(i - ideal), i))
        yield start, at
        start, count = at + 1, max(count - 1, -(-(end - at - 1) // MOST))
    yield start, end


def stacked(spans: Sequence[tuple[float, float]]) -> list[int]:
    """For each span the lowest level on which it meets no other; short spans are placed first, so that they nest."""
    levels = [0] * len(spans)
    taken: list[list[tuple[float, float]]] = []
    for number in sorted(range(len(spans)), key=lambda n: (spans[n][1] - spans[n][0], spans[n])):
        start, end = spans[number]
        free = (n for n, used in enumerate(taken) if all(end <= a or b <= start for a, b in used))
        level = next(free, len(taken))
        if level == len(taken):
            taken.append([])
        taken[level].append((start, end))
        levels[number] = level
    return levels
