"""Documents and their claim graphs to actors and places, with a reasoned judgement on every mention."""

from collections.abc import Sequence
from typing import ClassVar

import msgspec

from rashomon.records import Actor, Document, Graph, Judgement, Place, Row, mention_key
from rashomon.resolve.actors import actor_decisions
from rashomon.resolve.decision import Decision
from rashomon.resolve.places import place_decisions
from rashomon.resolve.report import Report


class Resolution(Row, frozen=True, kw_only=True):
    """What one document's mentions are: the actors and places, and a judgement for each mention that is resolved."""

    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    judgements: tuple[Judgement, ...] = ()


class Resolver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Decide who and where the mentions of a document are.

    Each document is resolved by itself, against the built-in register and gazetteer, so that adding documents only adds
    judgements. ``least``: a decision with a lower score is not made.
    """

    name: ClassVar[str] = "resolver"
    version: ClassVar[str] = "1"
    least: float = 0.2

    def __call__(self, batch: Sequence[tuple[Document, Sequence[Graph]]]) -> list[Resolution]:
        """One resolution per document, in order; graphs' offsets are in the document."""
        return [self.resolve(document, graphs) for document, graphs in batch]

    def resolve(self, document: Document, graphs: Sequence[Graph]) -> Resolution:
        """The resolution of one document."""
        report = Report(document, graphs)
        decided = [*actor_decisions(report).items(), *place_decisions(report).items()]
        judgements: dict[tuple[str, str], Judgement] = {}
        found: dict[str, Decision] = {}
        for number, decision in decided:
            if decision.score < self.least:
                continue
            sighting = report.sightings[number]
            judgement = decision.judgement(
                mention_key(document.id, sighting.start, sighting.end), self.name, self.version
            )
            judgements.setdefault((judgement.left, judgement.relation), judgement)
            found.setdefault(decision.found.id, decision)
        used = {item.right for item in judgements.values()}
        things = [found[identity].found for identity in sorted(used)]
        return Resolution(
            actors=tuple(thing for thing in things if isinstance(thing, Actor)),
            places=tuple(thing for thing in things if isinstance(thing, Place)),
            judgements=tuple(judgements[key] for key in sorted(judgements)),
        )
