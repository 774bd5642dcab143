"""Which readings of a report's names go together: places of one report lie near each other more often than not.

No name needs to be sure for it: "Paris", "Camden" and "Henry County" have many bearers each, and only in one corner of
Tennessee all three. Every reading is held against the readings of the other names, and those that have company gain.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from rashomon.records import Place
from rashomon.resolve.gazetteer import Spot, distance_km
from rashomon.values.place import WIDTH

EXACT: Final = frozenset(WIDTH) - {"country", "region", "desert", "border", "sea"}
"""Kinds of places near which others lie: what is as wide as those left out is near everything."""
# Other places beyond this say nothing; within, a place at 100 km says a third of what one at hand does.
FAR_KM: Final = 400.0
_FALL_KM: Final = 100.0
# A report's most frequent names are its ground; a long list of names costs no more than so many.
MOST_NAMES: Final = 48
MOST_READINGS: Final = 10
_ROUNDS: Final = 2
_EARTH_KM: Final = 6371.0

Floats = NDArray[np.float64]


class Reading(msgspec.Struct, frozen=True):
    """One place that a name may mean: the number of the name, the place, and what speaks for it so far, in points."""

    name: int
    spot: Spot
    points: float


class Company(msgspec.Struct, frozen=True):
    """How much of the report lies near a reading (0 = nothing), and the nearest place that counts."""

    much: float
    nearest: Place | None = None

    def why(self, place: Place) -> str:
        """Why a reading, which means ``place``, keeps company with the nearest."""
        km = distance_km(place, self.nearest) if self.nearest is not None else math.inf
        return f"{km:.0f} km from {self.nearest.name}, which the report names" if self.nearest and km < math.inf else ""


def company(readings: Sequence[Reading], weight: float) -> list[Company]:
    """How much company each reading has among the readings of other names.

    ``weight``: points for the company of one sure place at hand; used between rounds, in which readings with company
    come to count for more. Names are taken in the order of their numbers.
    """
    exact = [reading.spot.place.kind in EXACT for reading in readings]
    pool = [i for i in _pool(readings) if exact[i]]
    if not pool or len({reading.name for reading, near in zip(readings, exact, strict=True) if near}) < 2:
        return [Company(0.0)] * len(readings)
    every = np.array([_vector(reading.spot.place.lat or 0.0, reading.spot.place.lon or 0.0) for reading in readings])
    apart = _EARTH_KM * np.arccos(np.maximum(np.minimum(every @ every[pool].T, 1.0), -1.0))
    names = np.array([reading.name for reading in readings])
    counts = (apart <= FAR_KM) & (names[:, None] != names[pool]) & np.array(exact)[:, None]
    close = np.exp(apart / -_FALL_KM) * counts
    points = np.array([readings[i].points for i in pool])
    sizes = [len(list(group)) for _, group in groupby(pool, key=lambda i: readings[i].name)]
    starts = list(accumulate(sizes[:-1], initial=0))
    felt = close
    much = np.zeros(len(readings))
    for _ in range(_ROUNDS):
        felt = close * _shares(points + weight * np.log1p(much[pool]), starts, sizes)
        much = np.maximum.reduceat(felt, starts, axis=1).sum(axis=1)
    best = felt.argmax(axis=1)
    return [Company(m, readings[pool[b]].spot.place) for m, b in zip(much.tolist(), best.tolist(), strict=True)]


def _pool(readings: Sequence[Reading]) -> list[int]:
    """The best readings of the first names, by number of the name."""
    by_name: dict[int, list[int]] = {}
    for i, reading in enumerate(readings):
        by_name.setdefault(reading.name, []).append(i)
    found = []
    for name in sorted(by_name)[:MOST_NAMES]:
        ranked = sorted(by_name[name], key=lambda i: (-readings[i].points, readings[i].spot.place.id))
        found += ranked[:MOST_READINGS]
    return found


@lru_cache(maxsize=65536)
def _vector(lat: float, lon: float) -> tuple[float, float, float]:
    """A point on the unit sphere; the chord between two gives their distance."""
    north, east = math.radians(lat), math.radians(lon)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


def _shares(points: Floats, starts: Sequence[int], sizes: Sequence[int]) -> Floats:
    """The share of each reading in its name, whose readings stand together: one in all, more for more points."""
    weights = np.exp(points - np.maximum.reduceat(points, starts).repeat(sizes))
    shares: Floats = weights / np.add.reduceat(weights, starts).repeat(sizes)
    return shares
