"""Documents and their claim graphs to actors and places, with a reasoned judgement on every mention."""

from collections.abc import Sequence
from typing import ClassVar, Final

import msgspec

from rashomon.records import Actor, Document, Graph, Judgement, Place, Row, content_id, mention_key
from rashomon.resolve.actors import actor_decisions
from rashomon.resolve.chains import Link
from rashomon.resolve.decision import Decision
from rashomon.resolve.gazetteer import spots
from rashomon.resolve.listed import Listed
from rashomon.resolve.places import place_decisions
from rashomon.resolve.register import register
from rashomon.resolve.report import Report, head

SAME_MENTION: Final = "same mention"
"""The relation of judgements that a noun or pronoun (left) goes back to a mention of an earlier passage (right)."""


class Resolution(Row, frozen=True, kw_only=True):
    """What one document's mentions are: the actors and places, and a judgement for each mention that is resolved."""

    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    judgements: tuple[Judgement, ...] = ()


class Resolver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Decide who and where the mentions of a document are.

    Names first, then what belongs to them, then nouns and pronouns: within a passage by the graph, across passages by
    the rules of `rashomon.resolve.anaphora`, each link with a judgement of its own ("same mention"). The names of the
    dateline are resolved with the report's own, and speak for where these are. Each document is
    resolved by itself, against the register and the gazetteer, so that adding documents only adds judgements.
    ``least``: a decision with a lower score is not made. ``own``: actors to know beside the register (imported lists).
    """

    name: ClassVar[str] = "resolver"
    version: ClassVar[str] = "6"
    least: float = 0.2
    own: tuple[Listed, ...] = ()

    def __call__(self, batch: Sequence[tuple[Document, Sequence[Graph]]]) -> list[Resolution]:
        """One resolution per document, in order; graphs' offsets are in the document."""
        return [self.resolve(document, graphs) for document, graphs in batch]

    def ready(self) -> None:
        """Load the register and the gazetteer, half a second's work that the first document else waits for."""
        register(self.own)
        spots("Bamako")

    def resolve(self, document: Document, graphs: Sequence[Graph]) -> Resolution:
        """The resolution of one document."""
        report = Report(document, [*head(document), *graphs] if graphs else (), register(self.own))
        acting, links = actor_decisions(report)
        decided = [*acting.items(), *place_decisions(report, links).items()]
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
        for link in links.values():
            judgement = self._one(report, link)
            judgements[judgement.left, judgement.relation] = judgement
        things = [found[identity].found for identity in sorted(used)]
        return Resolution(
            actors=tuple(thing for thing in things if isinstance(thing, Actor)),
            places=tuple(thing for thing in things if isinstance(thing, Place)),
            judgements=tuple(judgements[key] for key in sorted(judgements)),
        )

    def _one(self, report: Report, link: Link) -> Judgement:
        """A link between passages as a judgement: both sides are keys of mentions."""
        left, right = (
            mention_key(report.document.id, s.start, s.end)
            for s in (report.sightings[link.later], report.sightings[link.earlier])
        )
        return Judgement(
            id=content_id("j", f"{self.name}/{self.version}", left, right, SAME_MENTION),
            left=left,
            right=right,
            relation=SAME_MENTION,
            score=link.score,
            why=link.why,
            maker=f"{self.name}/{self.version}",
        )
