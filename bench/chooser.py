"""A small learned chooser: ridge regression onto the labels, from several views of each item, fitted when needed."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

LEAST = 2  # a name that fewer of the items learned from have is left out
PENALTY = 0.1  # on the squared weights; an item's views have a length of 1 together

Floats = NDArray[np.float32]


class Item(msgspec.Struct, frozen=True):
    """The views of an item, by what they are called: names that it has, and vectors. Every item has the same views."""

    names: Mapping[str, Collection[str]]
    vectors: Mapping[str, Floats]


class Names(msgspec.Struct, frozen=True):
    """A view made of names: the column of each, and its weight, greater for a rarer one."""

    columns: dict[str, int]
    weights: Floats

    def __call__(self, views: Sequence[Collection[str]]) -> Floats:
        """One row an item."""
        found = np.zeros((len(views), len(self.columns)), np.float32)
        for row, names in zip(found, views, strict=True):
            row[[self.columns[name] for name in names if name in self.columns]] = 1
        return unit(found * self.weights)


class Vectors(msgspec.Struct, frozen=True):
    """A view made of vectors: what is taken from each, and what it is divided by."""

    middle: Floats
    spread: Floats

    def __call__(self, views: Sequence[Floats]) -> Floats:
        """One row an item."""
        return unit((np.stack(views) - self.middle) / self.spread)


class Columns(msgspec.Struct, frozen=True):
    """How each view is put into columns."""

    names: dict[str, Names]
    vectors: dict[str, Vectors]

    def __call__(self, items: Sequence[Item]) -> Floats:
        """One row an item, its views side by side, each as long as any other."""
        blocks = [make([item.names[view] for item in items]) for view, make in self.names.items()]
        blocks += [make([item.vectors[view] for item in items]) for view, make in self.vectors.items()]
        return np.hstack(blocks) / np.float32(np.sqrt(len(blocks)))


class Chooser(msgspec.Struct, frozen=True):
    """How items are put into columns, the labels, their shares, and a weight for each column and label."""

    columns: Columns
    labels: tuple[str, ...]
    shares: Floats
    weights: Floats

    def __call__(self, items: Sequence[Item]) -> list[str]:
        """The best label of each item."""
        if not items:
            return []
        return [self.labels[i] for i in (self.columns(items) @ self.weights + self.shares).argmax(1)]


def fitted(items: Sequence[Item], labels: Sequence[str]) -> Chooser:
    """A chooser learned from items and their labels; it is solved by items, as there are fewer of them than columns."""
    columns = Columns(
        {view: names([item.names[view] for item in items]) for view in items[0].names},
        {view: vectors([item.vectors[view] for item in items]) for view in items[0].vectors},
    )
    known = tuple(sorted(set(labels)))
    truth = np.eye(len(known))[[known.index(label) for label in labels]]
    shares = truth.mean(0)
    x = columns(items).astype(np.float64)
    by_item = np.linalg.solve(x @ x.T + PENALTY * np.eye(len(x)), truth - shares)
    return Chooser(columns, known, shares.astype(np.float32), (x.T @ by_item).astype(np.float32))


def names(views: Sequence[Collection[str]]) -> Names:
    """The columns of a view made of names, by the names that the items have."""
    counts = Counter(name for view in views for name in set(view))
    kept = sorted(name for name, n in counts.items() if n >= LEAST)
    rarity = np.log([len(views) / counts[name] for name in kept])
    return Names({name: i for i, name in enumerate(kept)}, np.sqrt(rarity).astype(np.float32))


def vectors(views: Sequence[Floats]) -> Vectors:
    """The columns of a view made of vectors, by how they are spread."""
    rows = np.stack(views)
    return Vectors(rows.mean(0), rows.std(0) + np.float32(1e-6))


def unit(rows: Floats) -> Floats:
    """The rows, each of length 1 or nothing but zeros."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), np.float32)
