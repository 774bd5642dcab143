"""The temperature that makes a head's probabilities honest, and how far off they are without."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rashomon.annotate.decode import softmax

TEMPERATURES = np.round(np.arange(0.6, 2.51, 0.05), 2)


@dataclass
class Seen:
    """The logits of one head and what was right, row by row."""

    logits: list[NDArray] = field(default_factory=list)
    right: list[NDArray] = field(default_factory=list)

    def add(self, logits: NDArray, right: NDArray) -> None:
        """Rows of classes with their targets; those with a target below 0 are left out."""
        known = right >= 0
        self.logits.append(logits[known])
        self.right.append(right[known])

    def temperature(self) -> dict[str, float]:
        """The best temperature, and the expected calibration error before and after it (ten bins)."""
        logits, right = np.concatenate(self.logits), np.concatenate(self.right)
        loss = [-np.log(softmax(logits / t)[np.arange(len(right)), right] + 1e-9).mean() for t in TEMPERATURES]
        best = float(TEMPERATURES[int(np.argmin(loss))])
        return {"temperature": best, "before": gap(logits, right), "after": gap(logits / best, right)}


def gap(logits: NDArray, right: NDArray) -> float:
    """Expected calibration error in per cent: how far the confidence of ten bins is from their share of right ones."""
    p = softmax(logits)
    sure, hit = p.max(1), p.argmax(1) == right
    bins = np.minimum((sure * 10).astype(int), 9)
    off = [abs(sure[bins == b].mean() - hit[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist())]
    return round(100 * float(sum(off)), 2)
