"""Logistic regression over named features, in numpy: learnt in one go, kept as a short list of weights."""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

Features = frozenset[str]
Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Numbers = NDArray[np.int64]
BIAS = ""
BATCH, EPOCHS, STEPS = 256, 8, 150  # samples a step; passes over all of them, and steps, whichever is more
RATE = 0.15
NEWTON = 5
NEVER = -9.0  # the bias where there is nothing to learn from


class Weights(msgspec.Struct, frozen=True):
    """A weight for each feature that matters; the empty name is the bias."""

    of: dict[str, float]

    def total(self, features: Features) -> float:
        """The logit of the answer yes."""
        return self.of.get(BIAS, 0.0) + sum(self.of.get(name, 0.0) for name in features)

    def probability(self, features: Features) -> float:
        """How likely the answer is yes."""
        return float(1.0 / (1.0 + np.exp(-np.clip(self.total(features), -30, 30))))


class Table(msgspec.Struct, frozen=True):
    """Samples as a sparse table of ones: the columns of sample ``i`` are ``columns[starts[i] : starts[i + 1]]``."""

    names: tuple[str, ...]
    starts: Numbers
    columns: Numbers

    def only(self, kept: Numbers) -> "Table":
        """The table with these columns alone, in this order."""
        new = np.full(len(self.names), -1)
        new[kept] = np.arange(len(kept))
        stays = new[self.columns] >= 0
        counts = np.concatenate(([0], np.cumsum(stays)))
        return Table(tuple(self.names[at] for at in kept), counts[self.starts], new[self.columns][stays])


def sparse(samples: Sequence[Features], least: int) -> Table:
    """The samples as a table; features seen fewer than ``least`` times are left out."""
    counts = Counter(name for features in samples for name in features)
    names = sorted(name for name, count in counts.items() if count >= least)
    number = {name: at for at, name in enumerate(names)}
    found = [sorted(number[name] for name in features if name in number) for features in samples]
    starts = np.concatenate(([0], np.cumsum([len(row) for row in found]))).astype(np.int64)
    return Table(tuple(names), starts, np.asarray([at for row in found for at in row], dtype=np.int64))


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
    table = sparse(samples, least)
    often = np.sqrt(np.bincount(table.columns, minlength=len(table.names)))
    learnt = {}
    for question, answer in answers.items():
        wanted = np.asarray(answer, dtype=np.float64)
        found = _descend(table, wanted, decay)
        few = table.only(np.sort(np.argsort(-np.abs(found[:-1]) * often, kind="stable")[:keep]))
        found = found if few.names == table.names else _descend(few, wanted, decay)
        weights = {name: round(float(weight), 2) for name, weight in zip(few.names, found, strict=False)}
        learnt[question] = Weights({BIAS: round(float(found[-1]), 2), **{name: w for name, w in weights.items() if w}})
    return learnt


def _descend(table: Table, wanted: Floats, decay: float) -> Floats:
    """The weights, the bias last: AdaGrad on the log loss in shuffled batches, the mean of the later half's steps."""
    size, samples = len(table.names), len(wanted)
    if not samples:
        return np.append(np.zeros(size), NEVER)
    weights, square, mean = np.zeros(size + 1), np.full(size + 1, 1e-8), np.zeros(size + 1)
    order = np.random.default_rng(0)
    batches = -(-samples // BATCH)
    epochs = max(EPOCHS, -(-STEPS // batches))
    for epoch in range(epochs):
        for batch in np.array_split(order.permutation(samples), batches):
            slope = _slope(table, batch, wanted, weights)
            slope[:-1] += decay * weights[:-1]
            square += slope * slope
            weights = weights - RATE * slope / np.sqrt(square)
            mean += weights * (2 * epoch >= epochs)
    return mean / (batches * (epochs - -(-epochs // 2)))


def _slope(table: Table, batch: Numbers, wanted: Floats, weights: Floats) -> Floats:
    """The slope of the mean log loss of a batch of samples."""
    starts, lengths = table.starts[batch], np.diff(table.starts)[batch]
    rows = np.repeat(np.arange(len(batch)), lengths)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    columns = table.columns[np.repeat(starts, lengths) + within]
    total = np.bincount(rows, weights[columns], len(batch)) + weights[-1]
    error = (1.0 / (1.0 + np.exp(-np.clip(total, -30, 30))) - wanted[batch]) / len(batch)
    return np.append(np.bincount(columns, error[rows], len(weights) - 1), error.sum())


def learn_few(
    samples: Sequence[Features],
    answers: Mapping[str, Sequence[bool]],
    least: int = 5,
    strength: float = 5.0,
    keep: int = 1500,
) -> dict[str, Weights]:
    """As `learn`, for few samples of many features: rare features weigh more, and the loss is brought to its minimum.

    ``strength`` is how far the samples are trusted, the inverse of the L2 penalty of samples of mean length one.
    """
    table = sparse(samples, least)
    values = np.zeros((len(samples), len(table.names)))
    values[np.repeat(np.arange(len(samples)), np.diff(table.starts)), table.columns] = 1.0
    rarity = np.log(len(samples) / np.maximum(values.sum(axis=0), 1))
    values = (values * rarity).astype(np.float32)
    alike = values @ values.T
    learnt = {}
    for question, answer in answers.items():
        wanted = np.asarray(answer, dtype=np.float64)
        found = _newton(values, alike, wanted, strength)
        often = np.abs(found[:-1]) * np.sqrt((values**2).sum(axis=0))
        few = np.sort(np.argsort(-often, kind="stable")[:keep])
        found = _newton(values[:, few], values[:, few] @ values[:, few].T, wanted, strength)
        pairs = zip((table.names[at] for at in few), found[:-1] * rarity[few], strict=True)
        kept = {name: round(float(weight), 3) for name, weight in pairs}
        learnt[question] = Weights({BIAS: round(float(found[-1]), 3), **{name: w for name, w in kept.items() if w}})
    return learnt


def _newton(values: Singles, products: Singles, wanted: Floats, strength: float) -> Floats:
    """The weights, the bias last, that minimise the penalised log loss: Newton's steps in the space of the samples.

    ``products`` are the inner products of the samples' rows of ``values``.
    """
    length = float(np.trace(products)) / len(wanted) or 1.0
    alike = products.astype(np.float64) / length
    share = float(np.clip(wanted.mean(), 1e-3, 1 - 1e-3))
    bias, part = np.log(share / (1 - share)), np.zeros(len(wanted))
    for _ in range(NEWTON):
        p = 1.0 / (1.0 + np.exp(-np.clip(alike @ part + bias, -30, 30)))
        slack = np.maximum(p * (1 - p), 1e-4)
        goal = alike @ part + bias + (wanted - p) / slack
        sides = np.stack([goal, np.ones(len(wanted))], axis=1)
        solved = np.linalg.solve(alike + np.diag(1 / (strength * slack)), sides)
        bias = solved[:, 0].sum() / solved[:, 1].sum()
        part = solved[:, 0] - bias * solved[:, 1]
    return np.append(values.T @ part / length, bias)
