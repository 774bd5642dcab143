"""The ground of a report: its names, the places they may mean, what it says they lie in, how they go together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from rashomon.resolve.candidates import Candidates, candidates
from rashomon.resolve.coherence import Reading, company
from rashomon.resolve.context import WEIGHTS, Asked, Surroundings, choose, points, surroundings
from rashomon.resolve.countries import country_of
from rashomon.resolve.gazetteer import Spot, distance_km, spots
from rashomon.resolve.outlets import Home, home_of, named_after
from rashomon.resolve.report import Report, Sighting

_AROUND_KM: Final = 150.0
_HOLDERS: Final = frozenset({"country", "province", "district", "region", "island"})
# A place in a district in a province in a country; more than that is a loop of the graph.
MOST_LEVELS: Final = 4
MOST_HOLDERS: Final = 8
# An outlet named after a town speaks for it as so many other places of the report would.
_HOME_COUNTS: Final = 2


# Countries that older reports and other coders count with another.
_COUNTED_WITH: Final = {
    "PSE": "ISR",
    "SSD": "SDN",
    "XKX": "SRB",
    "MNE": "SRB",
    "TLS": "IDN",
    "ERI": "ETH",
    "ESH": "MAR",
    "HKG": "CHN",
    "PRI": "USA",
}


class Name(msgspec.Struct, frozen=True):
    """A name of the report: its best written sighting, what it is said to lie in (``hint``), and how it is asked for.

    ``found`` are the places of the name, ``open`` those of them that aren't elsewhere than the report says, each with
    its points before company.
    """

    sighting: Sighting
    found: Candidates
    asked: Asked
    open: tuple[tuple[float, Spot], ...]
    hint: tuple[Spot, ...] = ()


def _name(sighting: Sighting, found: Candidates, hint: tuple[Spot, ...], around: Surroundings) -> Name:
    """A name with the places that it may mean and that aren't elsewhere than the report says."""
    asked = Asked(key=sighting.key, hint=hint, kind=found.kind)
    near = tuple((points(spot, around, asked), spot) for spot in found.spots if not (hint and abroad(spot, hint)))
    return Name(sighting=sighting, found=found, asked=asked, open=near, hint=hint)


def ground(report: Report, wanted: Sequence[Sighting]) -> tuple[dict[str, Name], Surroundings]:
    """The wanted names by key, the most frequent first, and what speaks for where they are."""
    outlet = home_of(report.document)
    around = _spoken(report, outlet)
    counts = Counter(sighting.key for sighting in wanted)
    best = _best_written(wanted)
    held = _held(report, wanted, around)
    names = {
        key: _name(best[key], candidates(best[key].words, report.nearby), held.get(key, ()), around)
        for key in sorted(counts, key=lambda key: (-counts[key], best[key].start))
    }
    return names, _accompanied(names, around, outlet)


def _best_written(wanted: Iterable[Sighting]) -> dict[str, Sighting]:
    """By key, the first sighting that isn't all in capitals, else the first."""
    found: dict[str, Sighting] = {}
    for sighting in wanted:
        held = found.get(sighting.key)
        if held is None or (held.words.isupper() and not sighting.words.isupper()):
            found[sighting.key] = sighting
    return found


def _spoken(report: Report, outlet: Home) -> Surroundings:
    """What the report says of where it is: countries and regions, by places with one bearer or one far better known."""
    evidence = defaultdict(Counter, {code: words.copy() for code, words in report.evidence.items()})
    regions: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    seen: dict[str, Spot | None] = {}
    for sighting in report.of_type("GPE", "LOC", "FAC"):
        if not sighting.named:
            continue
        first = sighting.key not in seen
        if first:
            seen[sighting.key] = sure(candidates(sighting.words, report.nearby).spots, report.countries)
        spot = seen[sighting.key]
        if spot is None or spot.place.kind == "country":
            continue
        if spot.admin1 and spot.place.kind == "province":
            regions[spot.admin1][sighting.key] += 1
        if first and spot.place.country:
            evidence[spot.place.country][sighting.key] += 1
    return surroundings(evidence, regions, outlet.country)


def sure(found: Sequence[Spot], mentioned: Mapping[str, int]) -> Spot | None:
    """The spot that stands out before any context: the only one and well known, or known ten times as well."""
    if not found:
        return None
    ranked = sorted(found, key=lambda spot: (-spot.weight, spot.place.id)) if len(found) > 1 else found
    best = ranked[0]
    known = best.weight >= 5.0
    if not known and best.place.country is not None and best.place.country not in mentioned:
        return None
    # a town and the province around it are no rivals
    rival = next((s for s in ranked[1:] if distance_km(s.place, best.place) > _AROUND_KM), None)
    return best if rival is None or (known and best.weight - rival.weight >= 1.0) else None


def _held(report: Report, wanted: Iterable[Sighting], around: Surroundings) -> dict[str, tuple[Spot, ...]]:
    """By key, the places in which a name is said to lie: by an `in` or `of` edge, or by a comma ("Hama, Syria")."""
    found: dict[str, dict[str, Spot]] = {}
    for sighting in wanted:
        for spot, tied in _above(report, sighting, around, MOST_LEVELS):
            # "Arkansas, Colorado" is a list
            if tied or _may_lie_in(candidates(sighting.words, report.nearby).spots, spot):
                found.setdefault(sighting.key, {})[spot.place.id] = spot
    return {key: tuple(held[i] for i in sorted(held)) for key, held in found.items()}


def _above(report: Report, sighting: Sighting, around: Surroundings, levels: int) -> list[tuple[Spot, bool]]:
    """The places that hold a sighting, their holders included, and whether an edge says so; the nearest first."""
    found: list[tuple[Spot, bool]] = []
    for holder, tied in _holders(report, sighting) if levels else ():
        if holder.key == sighting.key and holder.type == sighting.type:
            continue
        higher = _above(report, holder, around, levels - 1)
        spot = _holding(report, holder, around, tuple(above for above, _ in higher))
        found += [(spot, tied)] if spot is not None else []
        found += [(above, tied and also) for above, also in higher]
    return found[:MOST_HOLDERS]


def _may_lie_in(own: Sequence[Spot], holder: Spot) -> bool:
    """Whether a name before a comma may lie in what stands after it; states and countries only in a country."""
    best = max(own, key=lambda spot: spot.weight, default=None)
    if best is None:
        return True
    if best.place.kind in ("country", "province") and best.weight > 6:
        return holder.place.kind == "country" and best.place.kind != "country"
    return any(not abroad(spot, (holder,)) for spot in own)


def _holding(report: Report, holder: Sighting, around: Surroundings, above: tuple[Spot, ...]) -> Spot | None:
    """The place that holds another, if it is of a kind to hold any; ``above``: what holds it in turn."""
    found = _holder_spots(holder, report.nearby)
    held = [spot for spot in found.spots if not abroad(spot, above)]
    if any(spot.place.kind in _HOLDERS for spot in held):
        held = [spot for spot in held if spot.place.kind in _HOLDERS]
    choice = choose(held, around, Asked(key=holder.key, hint=above, kind=found.kind))
    return choice.spot if choice is not None and choice.spot.place.kind in _HOLDERS else None


def _holders(report: Report, sighting: Sighting) -> list[tuple[Sighting, bool]]:
    """The sightings in which one is said to lie, and whether by an edge; else after a comma."""
    held = [(report.sightings[number], True) for number in (*sighting.inside, *sighting.of)]
    if report.after(sighting, 2) == ", ":
        following = report.sightings[sighting.number + 1 : sighting.number + 2]
        held += [(s, False) for s in following if s.start == sighting.end + 2]
    return [(s, tied) for s, tied in held if s.type in ("GPE", "LOC") and s.key]


def _holder_spots(holder: Sighting, nearby: tuple[str, ...]) -> Candidates:
    """The places that may hold another: those of the name, a demonym's country."""
    known = country_of(holder.words)
    if known and known[1] == "metonym":
        return Candidates(spots=spots(known[0].name))
    return candidates(holder.words, nearby)


def abroad(spot: Spot, hint: Sequence[Spot]) -> bool:
    """Whether a place lies in none of the countries, or far from the province, in which the report puts the name."""
    if spot.place.kind == "country" or spot.place.country is None:
        return False
    home = {other.place.country for other in hint if other.place.country}
    if home and not home & {spot.place.country, _COUNTED_WITH.get(spot.place.country)}:
        return True
    held = [other for other in hint if other.place.kind in ("province", "district")]
    own = spot.place.radius_km or 0
    return bool(held) and not any(
        (other.admin1 is not None and other.admin1 == spot.admin1 and other.place.kind == "province")
        or distance_km(spot.place, other.place) <= 1.5 * ((other.place.radius_km or 0) + own) + 50
        for other in held
    )


def _accompanied(names: Mapping[str, Name], around: Surroundings, outlet: Home) -> Surroundings:
    """The surroundings with the company of every reading of every name."""
    readings: list[Reading] = []
    number = 0
    if outlet.town is not None and not any(named_after(outlet, key) for key in names):
        town = [Reading(-1, spot, WEIGHTS.fame * spot.weight) for spot in spots(outlet.town)]
        for _ in range(_HOME_COUNTS):
            readings += [msgspec.structs.replace(reading, name=number) for reading in town]
            number += 1
    keys: dict[int, str] = {}
    for key, name in names.items():
        keys[number] = key
        readings += [Reading(number, spot, much) for much, spot in name.open]
        number += 1
    found = company(readings, WEIGHTS.company)
    held = {
        (keys[reading.name], reading.spot.place.id): one
        for reading, one in zip(readings, found, strict=True)
        if reading.name in keys
    }
    return msgspec.structs.replace(around, company=held)
