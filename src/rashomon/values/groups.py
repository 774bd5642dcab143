"""Things that hang together: the connected sets of pairs."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def groups(items: Iterable[K], pairs: Iterable[tuple[K, K]]) -> list[list[K]]:
    """The sets of items that pairs put together, directly or over others; an item in no pair is a set of its own.

    The items of a set stand in the order given, the sets in the order of their first items. KeyError if a pair has
    something that is no item.
    """
    root = {item: item for item in items}

    def find(item: K) -> K:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    for left, right in pairs:
        root[find(left)] = find(right)
    found: dict[K, list[K]] = {}
    for item in root:
        found.setdefault(find(item), []).append(item)
    return list(found.values())
