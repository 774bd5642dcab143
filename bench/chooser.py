"""A small learned chooser: multinomial logistic regression over sets of named features, fitted when it is needed."""

from collections import Counter
from collections.abc import Collection, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

LEAST = 2  # a feature seen less often in what is learned from is left out
PENALTY = 1.0  # on the squared weights, per set
STEPS, RATE, MOMENTUM = 150, 2.0, 0.9  # plain descent; the loss has one minimum, so nothing is drawn at random

Floats = NDArray[np.float32]
Features = Collection[str]


class Chooser(msgspec.Struct, frozen=True):
    """Labels, the columns of the features, and a weight for each feature and label."""

    labels: tuple[str, ...]
    columns: dict[str, int]
    weights: Floats

    def __call__(self, sets: Sequence[Features]) -> list[str]:
        """The most probable label of each set of features."""
        if not sets:
            return []
        return [self.labels[i] for i in (matrix(sets, self.columns) @ self.weights).argmax(1)]


def fitted(sets: Sequence[Features], labels: Sequence[str]) -> Chooser:
    """A chooser learned from sets of features and their labels."""
    counts = Counter(feature for features in sets for feature in set(features))
    columns = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}
    names = tuple(sorted(set(labels)))
    x = matrix(sets, columns)
    truth = np.eye(len(names), dtype=np.float32)[[names.index(label) for label in labels]]
    weights = np.zeros((len(columns), len(names)), np.float32)
    speed = np.zeros_like(weights)
    for _ in range(STEPS):
        odds = x @ weights
        shares = np.exp(odds - odds.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        slope = x.T @ (shares - truth) + PENALTY * weights
        speed = MOMENTUM * speed - RATE / len(labels) * slope
        weights = weights + speed
    return Chooser(names, columns, weights)


def matrix(sets: Sequence[Features], columns: dict[str, int]) -> Floats:
    """One row a set, one column a feature, 1 where the set has it."""
    found = np.zeros((len(sets), len(columns)), np.float32)
    for row, features in enumerate(sets):
        for feature in features:
            if feature in columns:
                found[row, columns[feature]] = 1
    return found
