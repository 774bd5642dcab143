"""Stretches of a report that are known to name places, to those places: where, whether or not they act."""

import math
from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

import msgspec

from rashomon.records import Document, Graph, Node, Place, content_id
from rashomon.resolve.coherence import EXACT
from rashomon.resolve.decision import Decision
from rashomon.resolve.gazetteer import distance_km
from rashomon.resolve.places import place_decisions
from rashomon.resolve.report import Report
from rashomon.values.names import name_key

_FALL_KM: Final = 100.0
_LEAST_KM: Final = 50.0
_MOST_PLACES: Final = 60


class Locator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Decide where given stretches of documents are.

    Unlike the resolver, which asks who acts, it takes every stretch for a place: a country that acts is put on the map,
    and a demonym stands for its country. Each document is read by itself. ``least``: a decision with a lower score is
    not made. ``guess``: a name that no gazetteer has is put among the report's other places, as an area as large as
    they lie apart; such a decision is always unsure.
    """

    name: ClassVar[str] = "locator"
    version: ClassVar[str] = "1"
    least: float = 0.0
    guess: bool = True

    def __call__(self, batch: Sequence[tuple[Document, Sequence[tuple[int, int]]]]) -> list[list[Decision | None]]:
        """For each document, the decision on each of its (start, end) stretches, in order; None where there is none."""
        return [self.locate(document, stretches) for document, stretches in batch]

    def locate(self, document: Document, stretches: Sequence[tuple[int, int]]) -> list[Decision | None]:
        """The decisions on one document's stretches, in order; None where nothing is known, or under ``least``."""
        nodes = tuple(Node(id=f"n{i}", start=a, end=b, type="GPE") for i, (a, b) in enumerate(stretches))
        graph = Graph(document=document.id, start=0, end=len(document.text), nodes=nodes, edges=(), maker=self.name)
        report = Report(document, [graph])
        found = place_decisions(report, {}, everywhere=True)
        unknown = [s for s in report.sightings if s.number not in found or _nowhere(found[s.number])]
        ground = _middle(found) if self.guess and unknown else None
        if ground is not None:
            found |= {sighting.number: _among(sighting.words, *ground) for sighting in unknown}
        by_stretch = {(s.start, s.end): found.get(s.number) for s in report.sightings}
        decisions = [by_stretch.get(stretch) for stretch in stretches]
        return [d if d is not None and d.score >= self.least else None for d in decisions]


def _nowhere(decision: Decision) -> bool:
    return isinstance(decision.found, Place) and decision.found.lat is None


def _middle(found: Mapping[int, Decision]) -> tuple[Place, float] | None:
    """The place around which most of the report's places lie, and how far most of them are from it in km."""
    held: dict[str, tuple[Place, int]] = {}
    for number in sorted(found):
        place = found[number].found
        if isinstance(place, Place) and place.lat is not None and place.kind in EXACT:
            held[place.id] = (place, held.get(place.id, (place, 0))[1] + 1)
    if not held:
        return None
    places = sorted(held.values(), key=lambda item: (-item[1], item[0].id))[:_MOST_PLACES]

    def crowd(item: tuple[Place, int]) -> float:
        return sum(count * math.exp(-distance_km(item[0], other) / _FALL_KM) for other, count in places)

    middle = max(places, key=crowd)[0]
    apart = sorted(distance_km(middle, other) for other, _ in places)
    return middle, max(_LEAST_KM, min(500.0, apart[len(apart) * 3 // 4]))


def _among(words: str, middle: Place, radius: float) -> Decision:
    """A name that no gazetteer has, among the report's other places."""
    place = Place(
        id=content_id("p", "among", name_key(words), middle.id, round(radius)),
        name=words,
        kind="region",
        lat=middle.lat,
        lon=middle.lon,
        radius_km=float(round(radius)),
        country=middle.country,
        why=f"not in the gazetteer; put among the report's other places, which lie around {middle.name}",
    )
    return Decision(found=place, score=0.25, why=f"not in the gazetteer: a guess, {place.why[22:]}", verdict="unsure")
