"""Logistic regression over named features, in numpy: learnt in one go, kept as a short list of weights."""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

Features = frozenset[str]
BIAS = ""
ROUNDS = 70


class Weights(msgspec.Struct, frozen=True):
    """A weight for each feature that matters; the empty name is the bias."""

    of: dict[str, float]

    def probability(self, features: Features) -> float:
        """How likely the answer is yes."""
        total = self.of.get(BIAS, 0.0) + sum(self.of.get(name, 0.0) for name in features)
        return float(1.0 / (1.0 + np.exp(-np.clip(total, -30, 30))))


def learn(
    samples: Sequence[Features],
    answers: Mapping[str, Sequence[bool]],
    least: int = 5,
    decay: float = 1e-3,
    keep: int = 800,
) -> dict[str, Weights]:
    """Weights for each question, from its answers for the samples; L2 ``decay`` per weight.

    Features seen fewer than ``least`` times are left out; with all the others it is learnt which ``keep`` of them
    change the most, and with these once more.
    The same samples give the same weights.
    """
    counts = Counter(name for features in samples for name in features)
    names = sorted(name for name, count in counts.items() if count >= least)
    rows, columns = _sparse(samples, names)
    often = np.sqrt([counts[name] for name in names])
    learnt = {}
    for question, answer in answers.items():
        wanted = np.asarray(answer, dtype=np.float64)
        found = _descend(rows, columns, wanted, len(names), decay)
        best = np.argsort(-np.abs(found[:-1]) * often, kind="stable")[:keep]
        kept = sorted(names[at] for at in best)
        found = _descend(*_sparse(samples, kept), wanted, len(kept), decay)
        weights = {name: round(float(weight), 2) for name, weight in zip(kept, found, strict=False)}
        learnt[question] = Weights({BIAS: round(float(found[-1]), 2), **{name: w for name, w in weights.items() if w}})
    return learnt


def _sparse(samples: Sequence[Features], names: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Row and column of each feature of each sample; within a row in the order of the columns."""
    number = {name: at for at, name in enumerate(names)}
    rows: list[int] = []
    columns: list[int] = []
    for row, features in enumerate(samples):
        found = sorted(number[name] for name in features if name in number)
        columns += found
        rows += [row] * len(found)
    return np.asarray(rows, dtype=np.int64), np.asarray(columns, dtype=np.int64)


def _descend(
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    wanted: NDArray[np.float64],
    size: int,
    decay: float,
) -> NDArray[np.float64]:
    """The weights, the bias last: full-batch Adam on the log loss."""
    weights, mean, square = (np.zeros(size + 1) for _ in range(3))
    samples = len(wanted)
    for step in range(1, ROUNDS + 1):
        total = np.bincount(rows, weights[columns], samples) + weights[-1]
        error = 1.0 / (1.0 + np.exp(-np.clip(total, -30, 30))) - wanted
        slope = np.append(np.bincount(columns, error[rows], size), error.sum()) / samples
        slope[:-1] += decay * weights[:-1]
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        weights -= 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights
