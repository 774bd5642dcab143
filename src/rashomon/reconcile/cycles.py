"""Circles in a directed graph: which points lead to one another, and the shortest way round each such set."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

Graph = Mapping[str, Sequence[str]]


def cycles(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """For every set of points that all lead to one another, the shortest way round through its first point.

    ``graph`` maps each point to those it leads to. Ordered by first points; linear in points and arrows.
    """
    found = []
    for component in components(graph):
        if len(component) > 1:
            found.append(_round(min(component), frozenset(component), graph))
    return tuple(sorted(found))


def components(graph: Graph) -> Iterator[list[str]]:
    """The strongly connected components (Tarjan 1972), without recursion, so that a long chain can't exhaust it."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    held: dict[str, None] = {}
    for start in sorted(graph):
        if start in order:
            continue
        order[start] = low[start] = len(order)
        held[start] = None
        path = [(start, iter(sorted(graph[start])))]
        while path:
            point, ahead = path[-1]
            other = next((o for o in ahead if o not in order or o in held), None)
            if other is None:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[point])
                if low[point] == order[point]:
                    yield _popped(held, point)
            elif other in order:
                low[point] = min(low[point], order[other])
            else:
                order[other] = low[other] = len(order)
                held[other] = None
                path.append((other, iter(sorted(graph.get(other, ())))))


def _popped(held: dict[str, None], point: str) -> list[str]:
    """The points taken up since ``point``, and it."""
    found: list[str] = []
    while not found or found[-1] != point:
        found.append(held.popitem()[0])
    return found


def _round(start: str, among: frozenset[str], graph: Graph) -> tuple[str, ...]:
    """The shortest way from a point back to it; it stands first, and not again at the end."""
    came: dict[str, str] = {}
    queue = deque([start])
    while queue:
        point = queue.popleft()
        for other in sorted(graph.get(point, ())):
            if other == start:
                way = [point]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return tuple(reversed(way))
            if other in among and other not in came:
                came[other] = point
                queue.append(other)
    return (start,)
