"""Mentions to places: the gazetteer's candidates, chosen by what the report says, or a place that nobody has yet."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rashomon.records import Place, content_id
from rashomon.resolve.areas import border, part_of
from rashomon.resolve.chains import Link
from rashomon.resolve.context import KNOWN, Choice, Surroundings, choose
from rashomon.resolve.countries import country_of
from rashomon.resolve.decision import Decision
from rashomon.resolve.gazetteer import Spot, distance_km, spots
from rashomon.resolve.register import hits
from rashomon.resolve.report import Report, Sighting
from rashomon.resolve.roles import placed
from rashomon.resolve.wording import direction, is_direction, kind_of_place, place_head
from rashomon.values.names import name_key

_AROUND_KM: Final = 150.0
_NO_HINT: Final[tuple[Spot, ...]] = ()


def place_decisions(report: Report, links: Mapping[int, Link]) -> dict[int, Decision]:
    """The place of each sighting that is one, by its number; sightings that share a name share a place.

    ``links`` are those of nouns ("the plant") to what an earlier passage names.
    """
    wanted = [s for s in report.sightings if _is_place(s)]
    around = surroundings(report)
    hints = _hints(report, wanted, around)
    chosen: dict[str, Decision | None] = {}
    found: dict[int, Decision] = {}
    for sighting in wanted:
        if sighting.key not in chosen:
            best = report.best_written(sighting)
            chosen[sighting.key] = _decide(report, best, around, hints.get(sighting.key, _NO_HINT))
        decision = chosen[sighting.key]
        if decision is not None:
            found[sighting.number] = decision
    return found | _shared(report, found, links)


def _is_place(sighting: Sighting) -> bool:
    """Whether the mention is somewhere, and is named (or is a border, which its countries name)."""
    if is_direction(sighting.words):
        return False  # "the West" is a side, not the town of West in Texas
    if sighting.type == "GPE":
        known = country_of(sighting.words)
        if any(hit.entry.actor.kind in ("state", "people", "igo") for hit in hits(sighting.words)):
            return False  # states that are no more; peoples and unions marked as if they were countries
        if known and known[1] in ("adjective", "people", "metonym"):
            return any(label in ("place", "origin", "dest") for label, _ in sighting.roles)
        return sighting.named and placed(sighting)
    if sighting.type == "LOC":
        known = country_of(sighting.words)
        if known and known[1] != "name":
            return False
        return sighting.named or kind_of_place(sighting.words) == "border"
    return sighting.type == "FAC" and sighting.named


def surroundings(report: Report) -> Surroundings:
    """What the report says of where it is: countries, and places with one bearer or far better known than the rest."""
    regions: Counter[tuple[str, str]] = Counter()
    anchors: dict[str, Spot] = {}
    for sighting in report.of_type("GPE", "LOC", "FAC"):
        if not sighting.named:
            continue
        found = _candidates(sighting.words, report.nearby)[0]
        sure = _sure(found, report.countries)
        if sure is None or sure.place.kind == "country":
            continue
        anchors[sure.place.id] = sure
        if sure.place.kind == "province" and sure.admin1:
            regions[sure.admin1] += 1
    said = {code: Counter(words) for code, words in report.evidence.items()}
    for spot in anchors.values():
        if spot.place.country and spot.place.kind in ("town", "province", "site", "district"):
            said.setdefault(spot.place.country, Counter())[name_key(spot.place.name)] += 1
    return Surroundings(evidence=said, regions=regions, anchors=tuple(anchors[key] for key in sorted(anchors)))


def _sure(found: Sequence[Spot], mentioned: Mapping[str, int]) -> Spot | None:
    """The spot that stands out before any context: the only one and well known, or known ten times as well."""
    if not found:
        return None
    ranked = sorted(found, key=lambda spot: (-spot.weight, spot.place.id))
    best = ranked[0]
    # a town and the province around it are no rivals
    ranked = [best, *(s for s in ranked[1:] if distance_km(s.place, best.place) > _AROUND_KM)]
    at_home = best.place.country is None or best.place.country in mentioned
    clear = len(ranked) == 1 or best.weight - ranked[1].weight >= 1.0
    return best if clear and (best.weight >= 5.0 or (at_home and len(ranked) == 1)) else None


def _candidates(words: str, nearby: tuple[str, ...]) -> tuple[tuple[Spot, ...], str | None]:
    """The places of the name and, where the last words say it ("Aleppo province"), what kind of place is meant."""
    whole = spots(words, nearby)
    headed = place_head(words)
    if whole or headed is None:
        return whole, None
    # A county or parish is no town of its name, and "Bône" no base for "Boone County".
    county = words.lower().endswith((" county", " parish"))
    return tuple(s for s in spots(headed[0], nearby) if s.spelt and not (county and s.place.kind == "town")), headed[1]


def _hints(report: Report, wanted: Iterable[Sighting], around: Surroundings) -> dict[str, tuple[Spot, ...]]:
    """By key, the places in which a name is said to lie: by an `in` or `of` edge, or by a comma ("Hama, Syria")."""
    found: dict[str, dict[str, Spot]] = {}
    for sighting in wanted:
        for holder in _holders(report, sighting):
            above = tuple(
                spot
                for other in _holders(report, holder)
                for spot in _holder_spots(other, report.nearby)[0]
                if spot.place.kind == "country"
            )
            spots_, kind = _holder_spots(holder, report.nearby)
            choice = choose([spot for spot in spots_ if not _abroad(spot, above)], around, above, kind)
            if choice is not None and holder.key != sighting.key and choice.spot.place.kind != "town":
                found.setdefault(sighting.key, {})[choice.spot.place.id] = choice.spot
    return {key: tuple(held[i] for i in sorted(held)) for key, held in found.items()}


def _holders(report: Report, sighting: Sighting) -> list[Sighting]:
    """The sightings in which one is said to lie: by an edge, or after a comma."""
    held = [report.sightings[number] for number in (*sighting.inside, *sighting.of)]
    if report.after(sighting, 2) == ", ":
        held += [s for s in report.sightings[sighting.number + 1 : sighting.number + 2] if s.start == sighting.end + 2]
    return [s for s in held if s.type in ("GPE", "LOC") and s.key]


def _holder_spots(holder: Sighting, nearby: tuple[str, ...]) -> tuple[tuple[Spot, ...], str | None]:
    """The places that may hold another, and the kind that the words say: those of the name, a demonym's country."""
    known = country_of(holder.words)
    if known and known[1] != "capital":
        return spots(known[0].name), None
    return _candidates(holder.words, nearby)


def _decide(report: Report, sighting: Sighting, around: Surroundings, hint: tuple[Spot, ...]) -> Decision | None:
    """The place of one name in this report."""
    words, around = sighting.words, around.without(sighting.key)
    found, kind = _candidates(words, report.nearby)
    choice = choose([spot for spot in found if not _abroad(spot, hint)], around, hint, kind)
    named_after = kind == "site" and choice is not None and choice.spot.weight < KNOWN and not choice.supported
    if choice is not None and not named_after:  # "Accord Square" is not at some hamlet Accord
        return _taken(sighting, choice, kind, around)
    known = country_of(words)
    if known and sighting.type == "GPE":
        country = spots(known[0].name)
        best = choose([spot for spot in country if spot.place.kind == "country"], around, hint)
        return Decision(found=best.spot.place, score=0.8, why=f"'{words}' stands for {known[0].name}") if best else None
    region = _adjective(words)
    if region is not None:
        return Decision(found=region, score=0.7, why=f"'{words}' stands for {region.name}")
    if kind_of_place(words) == "border":
        ends = [report.sightings[n].words for n in (*sighting.of, *sighting.inside)]
        before = report.before(sighting, 24)
        if before.endswith(("/", "-", "–")):  # "Turkish/{Syrian border}"
            ends.append(before[:-1].split()[-1] if before[:-1].split() else "")
        return border(words, ends)
    cut = direction(words)
    if cut is not None:
        base = choose(_candidates(cut[1], report.nearby)[0], around, hint)
        if base is not None and (base.supported or base.spot.weight >= KNOWN):
            return part_of(base.spot.place, cut[0])
    if not sighting.named:
        return None
    held = [spot.place for spot in hint if spot.place.kind in ("province", "district") and spot.place.lat is not None]
    return _somewhere_in(words, held[0]) if len(held) == 1 else _unknown(words, sighting.type)


def _abroad(spot: Spot, hint: Sequence[Spot]) -> bool:
    """Whether a place lies in none of the countries, or far from the province, in which the report puts the name."""
    if spot.place.kind == "country" or spot.place.country is None:
        return False
    home = {other.place.country for other in hint if other.place.kind != "town" and other.place.country}
    if home and spot.place.country not in home:
        return True
    held = [other.place for other in hint if other.place.kind in ("province", "district")]
    own = spot.place.radius_km or 0
    return bool(held) and all(distance_km(spot.place, p) > 1.5 * ((p.radius_km or 0) + own) + 50 for p in held)


def _somewhere_in(words: str, holder: Place) -> Decision:
    """A place that the gazetteer lacks, in a region that it holds: as exact as the region."""
    place = Place(
        id=content_id("p", "in", name_key(words), holder.id),
        name=words,
        kind=kind_of_place(words) or "town",
        lat=holder.lat,
        lon=holder.lon,
        radius_km=holder.radius_km,
        country=holder.country,
        admin1=holder.name if holder.kind == "province" else holder.admin1,
        why=f"not in the gazetteer; somewhere in {holder.name}, whose middle and reach these are",
    )
    return Decision(found=place, score=0.7, why=f"not in the gazetteer; said to be in {holder.name}")


def _adjective(words: str) -> Place | None:
    """The region of which the words are the adjective: "North American", "Saharan"."""
    if not words.endswith("n"):
        return None
    stem = words[:-1].removesuffix("ea") if words.endswith("ean") else words[:-1]
    regions = [spot.place for spot in spots(stem) if spot.place.kind == "region"]
    return regions[0] if regions else None


def _taken(sighting: Sighting, choice: Choice, kind: str | None, around: Surroundings) -> Decision:
    """A choice as a decision; unsure where a small place is taken for want of another and nothing speaks for it."""
    place = choice.spot.place
    elsewhere = bool(around.evidence or around.anchors)
    if not choice.supported and choice.spot.weight < KNOWN and elsewhere:
        why = f"{choice.why}, but nothing in the report speaks for {place.country or 'it'}"
        return Decision(found=place, score=min(choice.score, 0.3), why=f"{place.name}: {why}", verdict="unsure")
    if kind == "site" and place.kind not in ("site",):
        return Decision(
            found=_site(sighting.words, place), score=choice.score * 0.9, why=f"a site named after {place.name}"
        )
    return Decision(found=place, score=choice.score, why=f"{place.name}: {choice.why}")


def _site(words: str, town: Place) -> Place:
    """A site that is named after a place and lies, as far as is known, at or near it."""
    return Place(
        id=content_id("p", "site", name_key(words), town.id),
        name=words,
        kind="site",
        lat=town.lat,
        lon=town.lon,
        radius_km=(town.radius_km or 0) + 10,
        country=town.country,
        admin1=town.admin1,
        why=f"not in the gazetteer; taken to be within 10 km of {town.name}, after which it is named",
    )


def _unknown(words: str, mention: str) -> Decision:
    """A named place that the gazetteer lacks: the same words in two reports are one place, with no coordinates."""
    kind = kind_of_place(words) or {"FAC": "site", "LOC": "region"}.get(mention, "town")
    place = Place(id=content_id("p", name_key(words)), name=words, kind=kind, why="not in the gazetteer")
    return Decision(found=place, score=0.6, why="not in the gazetteer: a place of its own, without coordinates")


def _shared(report: Report, found: Mapping[int, Decision], links: Mapping[int, Link]) -> dict[int, Decision]:
    """Sites without a name ("the plant") that the graph or a link says are the same as one that is resolved."""
    shared: dict[int, Decision] = {}
    for sighting in report.of_type("FAC", "LOC", "GPE"):
        if sighting.number in found or (sighting.named and sighting.type == "GPE"):
            continue
        same = [(other, f"the same as '{report.sightings[other].words}' in this passage") for other in sighting.same]
        if sighting.number in links:
            same.append((links[sighting.number].earlier, links[sighting.number].why))
        for other, why in same:
            if other in found:
                place = found[other]
                shared[sighting.number] = Decision(
                    found=place.found, score=place.score * 0.9, why=why, verdict=place.verdict
                )
                break
    return shared
