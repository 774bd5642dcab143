"""Mentions to places: the gazetteer's candidates, chosen by what the report says, or a place that nobody has yet."""

from collections.abc import Mapping
from typing import Final

from rashomon.records import Place, content_id
from rashomon.resolve.areas import between, border, outlying, part_of
from rashomon.resolve.beside import areas_beside, countries_after, countries_near
from rashomon.resolve.candidates import candidates
from rashomon.resolve.chains import Link
from rashomon.resolve.context import KNOWN, Asked, Choice, Surroundings, best_of, choose
from rashomon.resolve.countries import country_of
from rashomon.resolve.decision import Decision
from rashomon.resolve.gazetteer import spots
from rashomon.resolve.ground import Name, ground
from rashomon.resolve.nearly import misspelt
from rashomon.resolve.register import hits
from rashomon.resolve.report import Report, Sighting
from rashomon.resolve.roles import placed
from rashomon.resolve.wording import direction, is_direction, kind_of_place, road_ends
from rashomon.values.names import name_key

# How far a place of the kind may lie from the town that it is named after, in km.
_NAMED_AFTER_KM: Final = {
    "site": 10.0,
    "camp": 10.0,
    "base": 10.0,
    "crossing": 15.0,
    "lake": 40.0,
    "island": 40.0,
    "mountain": 40.0,
    "river": 80.0,
    "desert": 150.0,
}

# What a name that the gazetteer lacks may be put in, the narrowest first, and how far that may reach, km.
_TELLING: Final = {"district": 100.0, "province": 1000.0, "island": 100.0, "region": 120.0}


def place_decisions(report: Report, links: Mapping[int, Link], *, everywhere: bool = False) -> dict[int, Decision]:
    """The place of each sighting that is one, by its number; sightings that share a name share a place.

    ``links`` are those of nouns ("the plant") to what an earlier passage names. ``everywhere``: every sighting is asked
    where it is, also one that acts.
    """
    wanted = [s for s in report.sightings if everywhere or _is_place(s)]
    names, around = ground(report, wanted)
    chosen = {key: _decide(report, name, around) for key, name in names.items()}
    found = {s.number: decision for s in wanted if (decision := chosen[s.key]) is not None}
    if not everywhere:
        found |= areas_beside(report, found)
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


def _decide(report: Report, name: Name, around: Surroundings) -> Decision | None:
    """The place of one name in this report."""
    sighting, found = name.sighting, name.found
    words = sighting.words
    choice = best_of(name.open, around, name.asked)
    after = found.kind in _NAMED_AFTER_KM and choice is not None and choice.spot.place.kind != found.kind
    # "Accord Square" is not at some hamlet Accord
    if choice is not None and not (after and choice.spot.weight < KNOWN and not choice.supported):
        return _taken(name, choice, around)
    known = country_of(words)
    if known and sighting.type == "GPE" and not name.hint:
        country = spots(known[0].name)
        best = choose([spot for spot in country if spot.place.kind == "country"], around, name.asked)
        return Decision(found=best.spot.place, score=0.8, why=f"'{words}' stands for {known[0].name}") if best else None
    area = _area(report, name, around)
    if area is not None or not sighting.named:
        return area
    return _near_spelling(name, around) or _unheard_of(name)


def _area(report: Report, name: Name, around: Surroundings) -> Decision | None:
    """A border, or a part of a place; None if the words say neither."""
    sighting = name.sighting
    if kind_of_place(sighting.words) == "border":
        named = [report.sightings[n].words for n in (*sighting.of, *sighting.inside)]
        before = report.before(sighting, 24)
        if before.endswith(("/", "-", "–")):  # "Turkish/{Syrian border}"
            named.append(before[:-1].split()[-1] if before[:-1].split() else "")
        named += countries_after(report, sighting)
        return border(sighting.words, named, countries_near(report, sighting))
    ends = [_base(report, name, end, around) for end in road_ends(sighting.words)]
    if ends:
        one, other = ends
        return between(one, other, "road") if one is not None and other is not None else None
    cut = direction(sighting.words)
    base = _base(report, name, cut[1], around) if cut else None
    if cut is None or base is None:
        return None
    if sighting.words.lower().startswith(("rural ", "greater ")):
        return outlying(base, "countryside" if sighting.words[0] in "rR" else "greater")
    return part_of(base, cut[0])


def _base(report: Report, name: Name, words: str, around: Surroundings) -> Place | None:
    """The place of a part of a name's words; None if it is too small and nothing in the report speaks for it."""
    asked = Asked(key=name_key(words), hint=name.hint)
    base = choose(candidates(words, report.nearby).spots, around, asked)
    return base.spot.place if base is not None and (base.supported or base.spot.weight >= KNOWN) else None


def _near_spelling(name: Name, around: Surroundings) -> Decision | None:
    """The only town spelt nearly so of the province in which the name is said to lie, or None."""
    for holder in name.hint:
        if holder.admin1 is None or name.found.kind not in (None, "town"):
            continue
        near = misspelt(name.sighting.key, holder.admin1)
        if near is not None:
            spelling, spot = near
            why = f"{spot.place.name}: '{spelling}' is spelt nearly so, and lies in {holder.place.name}"
            return Decision(found=spot.place, score=0.6, why=why)
    return None


def _unheard_of(name: Name) -> Decision:
    """A name that the gazetteer lacks: somewhere in the narrowest that it is said to lie in, or nobody knows where."""
    held = [spot.place for spot in name.hint if spot.place.lat is not None and spot.place.kind in _TELLING]
    held = [place for place in held if (place.radius_km or 0) <= _TELLING[place.kind]]
    for kind in _TELLING:
        narrow = [place for place in held if place.kind == kind]
        if len(narrow) == 1:
            return _somewhere_in(name.sighting.words, narrow[0])
    home = {spot.place.country for spot in name.hint if spot.place.country}
    return _unknown(name.sighting, home.pop() if len(home) == 1 else None)


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


def _taken(name: Name, choice: Choice, around: Surroundings) -> Decision:
    """A choice as a decision; unsure where a small place is taken for want of another and nothing speaks for it."""
    place, kind = choice.spot.place, name.found.kind
    why = "; ".join(part for part in (name.found.how, choice.why) if part)
    elsewhere = bool(around.totals)
    if not choice.supported and choice.spot.weight < KNOWN and elsewhere:
        why = f"{why}, but nothing in the report speaks for {place.country or 'it'}"
        return Decision(found=place, score=min(choice.score, 0.3), why=f"{place.name}: {why}", verdict="unsure")
    if kind in _NAMED_AFTER_KM and place.kind in ("town", "district", "province"):
        site = _named_after(name.sighting.words, place, kind)
        return Decision(found=site, score=choice.score * 0.9, why=f"a {kind} named after {place.name}")
    return Decision(found=place, score=choice.score, why=f"{place.name}: {why}")


def _named_after(words: str, town: Place, kind: str) -> Place:
    """A site (or river, lake ...) that is named after a place and lies, as far as is known, at or near it."""
    reach = _NAMED_AFTER_KM[kind]
    return Place(
        id=content_id("p", "site", name_key(words), town.id),
        name=words,
        kind=kind,
        lat=town.lat,
        lon=town.lon,
        radius_km=(town.radius_km or 0) + reach,
        country=town.country,
        admin1=town.admin1,
        why=f"not in the gazetteer; taken to be within {reach:.0f} km of {town.name}, after which it is named",
    )


def _unknown(sighting: Sighting, country: str | None) -> Decision:
    """A named place that the gazetteer lacks, no point: the same words (and country) are one place in all reports."""
    words = sighting.words
    kind = kind_of_place(words) or {"FAC": "site", "LOC": "region"}.get(sighting.type, "town")
    identity = content_id("p", name_key(words), *([country] if country else []))
    place = Place(id=identity, name=words, kind=kind, country=country, why="not in the gazetteer")
    said = f", said to be in {country}" if country else ""
    return Decision(found=place, score=0.6, why=f"not in the gazetteer: a place of its own, without coordinates{said}")


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
