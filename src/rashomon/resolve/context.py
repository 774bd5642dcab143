"""Which of the places that bear a name a report means: by its countries, its other places, its outlet, and fame."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from rashomon.resolve.coherence import Company
from rashomon.resolve.countries import countries
from rashomon.resolve.gazetteer import Spot, distance_km

# A place with so many people (as a power of ten) may be meant though nothing in the report speaks for its country.
KNOWN: Final = 4.7


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Points for what speaks for a place; set by trial on news of many kinds.

    ``fame``: for each power of ten of its people. ``spelt``: the name is its usual one. ``company``: for the logarithm
    of its company. ``region``: its first-level region is named. ``spoken``, ``share``: its country is spoken of, and as
    much again as is the country's share of all that speaks for countries. ``home``: its outlet's country. ``world``: a
    region of several countries, for a paper of a town called Middle East still means the other by it.
    """

    fame: float = 1.0
    spelt: float = 0.7
    company: float = 5.0
    region: float = 1.5
    spoken: float = 1.0
    share: float = 3.0
    home: float = 3.0
    foreign: float = 1.5
    world: float = 6.0


WEIGHTS: Final = Weights()


class Surroundings(msgspec.Struct, frozen=True):
    """What a report says of where it is: how often which words speak for countries and for regions; the outlet's
    country; and what company each reading of a name, by (key, place id), has."""

    evidence: Mapping[str, Counter[str]]
    regions: Mapping[tuple[str, str], Counter[str]]
    totals: Mapping[str, int]
    by_word: Mapping[str, int]
    whole: int
    home: str | None = None
    company: Mapping[tuple[str, str], Company] = {}

    def count(self, code: str | None, key: str) -> int:
        """How often a country is spoken of by other words: no name speaks for itself ("Paris" does not mean France)."""
        return self.totals[code] - self.evidence[code].get(key, 0) if code in self.evidence and code else 0

    def total(self, key: str) -> int:
        """How often any country is spoken of by other words."""
        return self.whole - self.by_word.get(key, 0)

    def region(self, admin1: tuple[str, str], key: str) -> int:
        """How often a first-level region is spoken of by other words."""
        words = self.regions.get(admin1)
        return sum(words.values()) - words.get(key, 0) if words else 0


def surroundings(
    evidence: Mapping[str, Counter[str]], regions: Mapping[tuple[str, str], Counter[str]], home: str | None = None
) -> Surroundings:
    """Surroundings with their sums."""
    by_word: defaultdict[str, int] = defaultdict(int)
    for words in evidence.values():
        for word, times in words.items():
            by_word[word] += times
    totals = {code: sum(words.values()) for code, words in evidence.items()}
    whole = sum(totals.values())
    return Surroundings(evidence=evidence, regions=regions, totals=totals, by_word=by_word, whole=whole, home=home)


class Asked(msgspec.Struct, frozen=True):
    """A name as it is asked for: its key, the places that it is said to lie in, and what its words say it is."""

    key: str
    hint: tuple[Spot, ...] = ()
    kind: str | None = None


class Choice(msgspec.Struct, frozen=True):
    """The spot that was chosen, how sure that is (0..1), why, and whether anything in the report speaks for it."""

    spot: Spot
    score: float
    why: str
    supported: bool


Points = tuple[float, str]


def _within(spot: Spot, around: Surroundings, asked: Asked) -> Points:
    """The report puts it in a country or region that it names beside it."""
    best: Points = (0.0, "")
    for other in asked.hint if spot.place.kind != "country" else ():
        if other.place.id == spot.place.id:
            continue
        kin = other.place.country is not None and other.place.country == spot.place.country
        if kin and other.admin1 is not None and other.admin1 == spot.admin1 and other.place.kind == "province":
            found = (7.0, f"said to be in {other.place.name}")
        elif kin and other.place.kind == "country":
            found = (6.0, f"said to be in {other.place.name}")
        elif distance_km(other.place, spot.place) <= (other.place.radius_km or 30):
            found = (5.0, f"said to be in {other.place.name}")
        else:
            continue
        best = max(best, found)
    return best


def _country(spot: Spot, around: Surroundings, asked: Asked) -> Points:
    """The report speaks of its country."""
    much, code = _spoken(spot, around, asked), spot.place.country
    if much <= 0 or code is None:
        return much, ""
    if spot.place.kind == "country":
        return much, "a country's name"
    return much, f"the report speaks of {countries()[code].name if code in countries() else code}"


def _spoken(spot: Spot, around: Surroundings, asked: Asked) -> float:
    """The points of its country."""
    total, said = around.total(asked.key), around.count(spot.place.country, asked.key)
    if said:
        return WEIGHTS.spoken + WEIGHTS.share * said / total
    foreign = total >= 2 and spot.weight < KNOWN and spot.place.kind != "country"
    return -WEIGHTS.foreign if foreign else 0.0


def _outlet(spot: Spot, around: Surroundings, asked: Asked) -> Points:
    """It is in its outlet's country."""
    if around.home is None or spot.place.country != around.home or spot.place.kind == "country":
        return 0.0, ""
    return WEIGHTS.home, f"the report's outlet is of {countries()[around.home].name}"


def _region(spot: Spot, around: Surroundings, asked: Asked) -> Points:
    """The report speaks of its first-level region."""
    if spot.admin1 is None or spot.place.kind == "province" or not around.region(spot.admin1, asked.key):
        return 0.0, ""
    return WEIGHTS.region, f"the report speaks of {spot.place.admin1 or 'its region'}"


def _company(spot: Spot, around: Surroundings, asked: Asked) -> Points:
    """Other places of the report are near."""
    much = _near(spot, around, asked)
    return much, around.company[asked.key, spot.place.id].why(spot.place) if much > 0.2 else ""


def _near(spot: Spot, around: Surroundings, asked: Asked) -> float:
    """The points of its company."""
    held = around.company.get((asked.key, spot.place.id))
    return WEIGHTS.company * math.log1p(held.much) if held is not None and held.much else 0.0


def _world(spot: Spot, around: Surroundings, asked: Asked) -> Points:
    """It is a region of several countries."""
    if spot.place.kind != "region" or spot.place.country is not None:
        return 0.0, ""
    return WEIGHTS.world, "a region of several countries"


FEATURES: Final = (_within, _region, _country, _outlet, _company, _world)


def choose(spots: Iterable[Spot], around: Surroundings, asked: Asked) -> Choice | None:
    """The spot that is meant, None without any."""
    return best_of([(points(spot, around, asked), spot) for spot in spots], around, asked)


def best_of(pointed: Iterable[tuple[float, Spot]], around: Surroundings, asked: Asked) -> Choice | None:
    """The spot that is meant of those with their `points`, None without any."""
    rated = [(much + _near(spot, around, asked), spot) for much, spot in pointed]
    if not rated:
        return None
    rated.sort(key=lambda r: (-r[0], r[1].place.id))
    most, best = rated[0]
    why, supported = reasons(best, around, asked)
    # Two readings of one spot (a town and the region around it) are no rivals.
    rival = next((p for p, spot in rated[1:] if distance_km(spot.place, best.place) > 60), None)
    lead = most - rival if rival is not None else 3.0
    score = 1 / (1 + math.exp(-lead))
    if not supported and best.weight < KNOWN:
        score *= 0.5
    if not why:
        why = "the only place of the name" if not rated[1:] else f"the best known of {len(rated)} places of the name"
    return Choice(spot=best, score=min(0.97, score), why=why, supported=supported)


def points(spot: Spot, around: Surroundings, asked: Asked) -> float:
    """The sum over the features but for company, and what they leave out: fame, spelling, the kind that is said."""
    told = _within(spot, around, asked)[0] + _region(spot, around, asked)[0] + _spoken(spot, around, asked)
    # A report of one country may well name a great city of another.
    total = told + _outlet(spot, around, asked)[0] + _world(spot, around, asked)[0]
    total = total + WEIGHTS.fame * spot.weight + (WEIGHTS.spelt if spot.spelt else 0.0)
    if asked.kind is not None:
        total += 3.0 if spot.place.kind == asked.kind else -1.0
    return total


def reasons(spot: Spot, around: Surroundings, asked: Asked) -> tuple[str, bool]:
    """What the features say for a spot, and whether any but fame spoke for it."""
    found = [feature(spot, around, asked) for feature in FEATURES]
    told = [why for much, why in found if much > 0 and why]
    return "; ".join(told), bool(told)
