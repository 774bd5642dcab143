"""Everything of a record by its id, and what hangs on what: built once, read by every section."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from rashomon.errors import NotFound
from rashomon.records import (
    Actor,
    AnyClaim,
    Disagreement,
    Document,
    FigureClaim,
    Finding,
    Incident,
    Mention,
    Place,
    Record,
    Span,
)
from rashomon.show.plain import clip, safe
from rashomon.show.states import UNSEEN, changes, states
from rashomon.values.mentions import mentions_of

NAME = 80  # characters of a name that are shown
MOST_NAMED = 5  # reports that an error names


@dataclass(frozen=True)
class Lookup:
    """A record, opened at any of its ids; unknown ids give None, so that a damaged record still shows."""

    record: Record

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.record.documents}

    @cached_property
    def claims(self) -> dict[str, AnyClaim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.record.claims}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.record.actors}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by id."""
        return {place.id: place for place in self.record.places}

    @cached_property
    def incidents(self) -> dict[str, Incident]:
        """Incidents by id and by every alias."""
        by_alias = {alias: incident for incident in self.record.incidents for alias in incident.aliases}
        return by_alias | {incident.id: incident for incident in self.record.incidents}

    @cached_property
    def claims_of(self) -> dict[str, list[AnyClaim]]:
        """Claims by document, in the order of the text."""
        found: dict[str, list[AnyClaim]] = defaultdict(list)
        for claim in sorted(self.record.claims, key=reading_order):
            found[claim.document].append(claim)
        return found

    @cached_property
    def home(self) -> dict[str, str]:
        """The incident in which a claim is shown first."""
        found: dict[str, str] = {}
        for incident in self.record.incidents:
            for claim in incident.claims:
                found.setdefault(claim, incident.id)
        return found

    @cached_property
    def named_in(self) -> dict[str, list[Incident]]:
        """The incidents that an actor takes part in, or is named in by a claim, by actor."""
        found: dict[str, list[Incident]] = defaultdict(list)
        for incident in self.record.incidents:
            claims = self.said(incident.claims)
            named = {mention.actor for claim in claims for mention in mentions_of(claim) if mention.actor}
            for actor in sorted(named | set(incident.actors)):
                found[actor].append(incident)
        return found

    @cached_property
    def findings_of(self) -> dict[str, list[Finding]]:
        """Findings by incident."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.record.findings:
            found[finding.incident].append(finding)
        return found

    @cached_property
    def counted(self) -> frozenset[str]:
        """The claims that some finding rests on or sets aside."""
        found = self.record.findings
        return frozenset(point.claim for one in found for point in (*one.backing, *one.set_aside))

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each document in the record."""
        return {document.id: at for at, document in enumerate(self.record.documents)}

    @cached_property
    def disputes_about(self) -> dict[str, list[Disagreement]]:
        """Disagreements by what they are about."""
        found: dict[str, list[Disagreement]] = defaultdict(list)
        for dispute in self.record.disagreements:
            found[dispute.about].append(dispute)
        return found

    @cached_property
    def disputes_of(self) -> dict[str, list[Disagreement]]:
        """Disagreements by claim."""
        found: dict[str, list[Disagreement]] = defaultdict(list)
        for dispute in self.record.disagreements:
            for claim in {claim for side in dispute.sides for claim in side.claims}:
                found[claim].append(dispute)
        return found

    @cached_property
    def states(self) -> dict[str, str]:
        """How far people looked at claims and incidents, by id; an id that is not in it is machine only."""
        return states(self.record)

    @cached_property
    def changes(self) -> dict[str, list[str]]:
        """What people corrected, by claim, in words."""
        return changes(self.record.corrections)

    def state(self, key: str) -> str:
        """How far people looked at a claim or an incident: machine only, reviewed or corrected, by whom and when."""
        return self.states.get(key, UNSEEN)

    def document(self, key: str) -> Document:
        """The report of an id, or of the end of the path or source under which it came; NotFound."""
        found = called(self.record.documents, key)
        if found is None:
            raise NotFound(safe(clip(key, 200)), "no report of this case has that id or path")
        return found

    def said(self, ids: tuple[str, ...]) -> list[AnyClaim]:
        """The claims behind ids, unknown ones left out."""
        return [self.claims[key] for key in ids if key in self.claims]

    def outlet(self, document: str) -> str:
        """Who published a document: its publisher, else the host of its URL, else its file's name."""
        found = self.documents.get(document)
        if found is None:
            return "unknown report"
        return outlet(found)

    def actor(self, key: str | None, words: str = "") -> str:
        """An actor's name, or the words of the mention."""
        found = self.actors.get(key or "")
        return clip(found.name if found else words, NAME)

    def place(self, key: str | None, words: str = "") -> str:
        """A place's name, or the words of the mention."""
        found = self.places.get(key or "")
        return clip(found.name if found else words, NAME)

    def mention(self, mention: Mention | None) -> str:
        """Whom or what a mention names, in the words of the report; a mention without words, by its name."""
        if mention is None:
            return ""
        return clip(mention.words, NAME) or self.actor(mention.actor) or self.place(mention.place)

    def means(self, mention: Mention) -> str:
        """The record's name for a mention, where it is another than the report's."""
        name = self.actor(mention.actor) or self.place(mention.place)
        return "" if name.casefold() == mention.words.casefold() else name


def called(documents: Sequence[Document], name: str) -> Document | None:
    """The report of an id, or of the end of a path or source; None if none is called so; NotFound if several are."""
    ends = [d for d in documents if (d.path or d.source).endswith(name)]
    ends = [d for d in documents if d.id == name] or ends
    if len(ends) > 1:
        which = ", ".join(f"{d.id} ({clip(d.path or d.source, NAME)})" for d in ends[:MOST_NAMED])
        raise NotFound(
            safe(clip(name, 200)), f"the paths of {len(ends)} reports end so: {safe(which)}; name one by its id"
        )
    return ends[0] if ends else None


def outlet(document: Document) -> str:
    """Who published a document: its publisher, else the host of its URL, else its file's name."""
    if document.publisher:
        return clip(document.publisher, NAME)
    host = _host(document.url) if document.url else ""
    return clip(host or (document.path or document.source).rstrip("/").rsplit("/", 1)[-1] or document.id, NAME)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # an address with a broken IPv6 part
        return ""


def sentence_of(claim: AnyClaim) -> Span:
    """The sentence or clause that makes a claim."""
    return claim.spans[0] if claim.spans else Span(start=0, end=0, quote="")


def reading_order(claim: AnyClaim) -> tuple[str, int, int, str]:
    """Sorts claims as they stand in the text."""
    span = sentence_of(claim)
    return (claim.document, span.start, span.end, claim.id)


def figures(claims: list[AnyClaim]) -> list[FigureClaim]:
    """The figure claims among claims."""
    return [claim for claim in claims if isinstance(claim, FigureClaim)]
