"""Which of the places that bear a name a report means: by its countries, its other places, and fame."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from rashomon.resolve.countries import countries
from rashomon.resolve.gazetteer import Spot, distance_km
from rashomon.values.names import name_key

NEAR_KM: Final = 200.0
# A place with so many people (as a power of ten) may be meant though nothing in the report speaks for its country.
KNOWN: Final = 4.7
_EXACT: Final = frozenset({"town", "site", "district", "province"})


class Surroundings(msgspec.Struct, frozen=True):
    """What a report says of where it is: countries with the words that speak for them, regions, and certain places."""

    evidence: Mapping[str, Counter[str]]
    regions: Counter[tuple[str, str]]
    anchors: tuple[Spot, ...]

    def without(self, key: str) -> "Surroundings":
        """The surroundings of one name: no name speaks for itself ("Paris" is no proof that France is meant)."""
        left = {code: Counter({k: n for k, n in words.items() if k != key}) for code, words in self.evidence.items()}
        anchors = tuple(spot for spot in self.anchors if name_key(spot.place.name) != key)
        return Surroundings(evidence={code: w for code, w in left.items() if w}, regions=self.regions, anchors=anchors)

    def count(self, code: str | None) -> int:
        """How often a country is spoken of."""
        return sum(self.evidence[code].values()) if code is not None and code in self.evidence else 0

    @property
    def total(self) -> int:
        """How often any country is spoken of."""
        return sum(self.count(code) for code in self.evidence)


class Choice(msgspec.Struct, frozen=True):
    """The spot that was chosen, how sure that is (0..1), why, and whether anything in the report speaks for it."""

    spot: Spot
    score: float
    why: str
    supported: bool


Points = tuple[float, str]


def _within(spot: Spot, around: Surroundings, hint: Sequence[Spot]) -> Points:
    """The report puts it in a country or region that it names beside it."""
    for other in hint if spot.place.kind != "country" else ():
        kin = other.place.country is not None and other.place.country == spot.place.country
        if kin and other.place.kind == "country" and spot.place.id != other.place.id:
            return 6.0, f"said to be in {other.place.name}"
        if kin and other.admin1 is not None and other.admin1 == spot.admin1 and spot.place.id != other.place.id:
            return 7.0, f"said to be in {other.place.name}"
        if other.place.id != spot.place.id and distance_km(other.place, spot.place) <= (other.place.radius_km or 30):
            return 5.0, f"said to be in {other.place.name}"
    return 0.0, ""


def _country(spot: Spot, around: Surroundings, hint: Sequence[Spot]) -> Points:
    """The report speaks of its country."""
    total, code = around.total, spot.place.country
    said = around.count(code)
    if spot.place.kind == "country":
        return (1.5 + 3.0 * said / total if said else 0.0), "a country's name"
    if not code or not said:
        return (-1.5, "") if total >= 2 and spot.weight < KNOWN else (0.0, "")
    share = said / total
    return 1.5 + 3.0 * share, f"the report speaks of {countries()[code].name if code in countries() else code}"


def _region(spot: Spot, around: Surroundings, hint: Sequence[Spot]) -> Points:
    """The report speaks of its first-level region."""
    if spot.admin1 is None or spot.place.kind == "province" or not around.regions[spot.admin1]:
        return 0.0, ""
    return 2.5, f"the report speaks of {spot.place.admin1 or 'its region'}"


def _neighbour(spot: Spot, around: Surroundings, hint: Sequence[Spot]) -> Points:
    """Another place of the report is near."""
    if spot.place.kind not in _EXACT:
        return 0.0, ""
    key = name_key(spot.place.name)
    reach = [
        (distance_km(spot.place, other.place), other.place.name)
        for other in around.anchors
        if other.place.kind in _EXACT and name_key(other.place.name) != key
    ]
    near = [(km, name) for km, name in reach if km <= NEAR_KM]
    if not near:
        return 0.0, ""
    km, name = min(near)
    return min(2.5, 1.0 + 0.5 * len(near)), f"{km:.0f} km from {name}, which the report names"


def _fame(spot: Spot, around: Surroundings, hint: Sequence[Spot]) -> Points:
    """How well known it is, and whether the words are its usual name.

    Half as much again as the power of ten of its people: a report of one country may well name a great city of another.
    """
    return 1.5 * spot.weight + (0.7 if spot.spelt else 0.0), ""


FEATURES: Final = (_within, _region, _country, _neighbour, _fame)
SUPPORT: Final = FEATURES[:-1]


def choose(spots: Sequence[Spot], around: Surroundings, hint: Sequence[Spot], kind: str | None = None) -> Choice | None:
    """The spot that is meant, None without any. ``kind``: what the words say it is, which counts for spots like it."""
    rated = sorted(
        ((_points(spot, around, hint, kind), spot) for spot in spots), key=lambda r: (-r[0][0], r[1].place.id)
    )
    if not rated:
        return None
    (points, why, supported), best = rated[0]
    # Two readings of one spot (a town and the region around it) are no rivals.
    rivals = [p[0] for p, spot in rated[1:] if distance_km(spot.place, best.place) > 60]
    lead = points - rivals[0] if rivals else 3.0
    score = 1 / (1 + math.exp(-lead))
    if not supported and best.weight < KNOWN:
        score *= 0.5
    if not why:
        why = "the only place of the name" if not rated[1:] else f"the best known of {len(rated)} places of the name"
    return Choice(spot=best, score=min(0.97, score), why=why, supported=supported)


def _points(spot: Spot, around: Surroundings, hint: Sequence[Spot], kind: str | None) -> tuple[float, str, bool]:
    """The sum over the features, their reasons, and whether any but fame spoke for the spot."""
    found = [feature(spot, around, hint) for feature in SUPPORT]
    total = sum(points for points, _ in found) + _fame(spot, around, hint)[0]
    if kind is not None:
        total += 3.0 if spot.place.kind == kind else -1.0
    reasons = [why for points, why in found if points > 0 and why]
    return total, "; ".join(reasons), bool(reasons)
