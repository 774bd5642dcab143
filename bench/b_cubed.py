"""B-cubed precision, recall and F1 of a clustering against the known one (Bagga and Baldwin 1998).

For each item: of those found with it, the share that belongs with it (precision), and of those that belong with it,
the share found with it (recall), itself counted in both; then the mean over items. F1 is that of the two means.
"""

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import NamedTuple


class BCubed(NamedTuple):
    """Means over ``items`` items, 0 to 1; all 1 where there is no item."""

    precision: float
    recall: float
    items: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(known: Mapping[Hashable, Hashable], found: Mapping[Hashable, Hashable]) -> BCubed:
    """Compare two partitions, each as item -> name of its cluster; names are not compared.

    The items of ``known`` are judged: one that ``found`` lacks stands alone there, one that only it has is left out.
    """
    if not known:
        return BCubed(1.0, 1.0, 0)
    placed = {item: ("", found[item]) if item in found else ("alone", item) for item in known}
    cells = Counter((known[item], placed[item]) for item in known)
    belong, together = Counter(known.values()), Counter(placed.values())
    precision = sum(n * n / together[cluster] for (_, cluster), n in cells.items())
    recall = sum(n * n / belong[cluster] for (cluster, _), n in cells.items())
    return BCubed(precision / len(known), recall / len(known), len(known))
