"""What linking and reconciling start from, report by report: who and where each report's mentions are.

The judgements on mentions are many times as many as the reports, so those of one report are read, put into its claims
and forgotten before those of the next.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from rashomon.engine.corrected import corrected
from rashomon.engine.identity import Identities
from rashomon.engine.keys import Keys, cast, located, owed, read, signers
from rashomon.engine.reread import reread
from rashomon.link.origins import ends
from rashomon.records import Actor, AnyClaim, Document, Judgement, Place
from rashomon.resolve import Spoken, carried
from rashomon.resolve.decided import Decided
from rashomon.store import View

OF_MENTIONS = ("is actor", "is place", "same mention")


class Basis(NamedTuple):
    """What linking and reconciling start from.

    Claims as people corrected them, with who and where their mentions are; the actors and places by id; what people
    said; and all reports, of whose texts only the ends are there.
    """

    claims: list[AnyClaim]
    actors: dict[str, Actor]
    places: dict[str, Place]
    people: list[Judgement]
    documents: list[Document]


def basis(view: View, k: Keys, documents: list[Document]) -> Basis:
    """The same as `rashomon.engine.keys.taken`, without the machine's judgements; actors without aliases.

    In the list of ``documents`` (all of the case) only the ends of their texts are left: few stages need the rest.
    """
    decided = reread(view.decisions(), view, cache(lambda document: read(view, k, document)))
    claims = corrected(read(view, k), decided).claims
    people = _People(decided)
    at: dict[str, list[int]] = {}
    for place, claim in enumerate(claims):
        at.setdefault(claim.document, []).append(place)
    actors, places, late = Spoken("is actor"), Spoken("is place"), owed(view, k)
    texts: dict[str, str] = {}
    for number, document in enumerate(documents):
        machine = [shared(j, texts) for j in view.judgements_on(document.id, signers(k, document.id in late))]
        judged = people.carry(machine, document)
        identities = Identities(judged)
        for place in at.get(document.id, ()):
            claims[place] = identities.claim(claims[place])
        actors.add(document, judged)
        places.add(document, judged)
        documents[number] = ends(document)
    said = people.said()
    return Basis(
        claims,
        {actor.id: actor for actor in cast(view, k, said, claims, actors)},
        {place.id: place for place in located(view, k, said, claims, places)},
        said,
        documents,
    )


def shared(j: Judgement, texts: dict[str, str]) -> Judgement:
    """The judgement with those of its texts that go into claims as one object for all reports."""
    return msgspec.structs.replace(j, right=texts.setdefault(j.right, j.right), why=texts.setdefault(j.why, j.why))


class _People:
    """People's judgements, and what follows from those on actors for the mentions of each report."""

    def __init__(self, decided: Sequence[Judgement]) -> None:
        self._all = decided
        self._decided = Decided(decided)
        self._of: dict[str, list[Judgement]] = {}
        for j in decided:
            if j.relation in OF_MENTIONS:
                self._of.setdefault(j.left.rpartition(":")[0], []).append(j)
        self._gone: set[str] = set()
        self._more: list[Judgement] = []

    def carry(self, machine: Sequence[Judgement], document: Document) -> list[Judgement]:
        """The judgements in force on a report's mentions: the machine's, people's, and what follows from these."""

        def words(mention: str) -> str:
            start, _, end = mention.rpartition(":")[2].partition("-")
            return document.text[int(start) : int(end)]

        own = self._of.get(document.id, [])
        found = carried([*machine, *own], words, self._decided)
        there, before = {j.id for j in found}, {j.id for j in (*machine, *own)}
        self._gone |= {j.id for j in own if j.id not in there}
        self._more += [j for j in found if j.id not in before]
        return found

    def said(self) -> list[Judgement]:
        """All of them as they are in force in the reports that have been gone through."""
        return [*(j for j in self._all if j.id not in self._gone), *sorted(self._more, key=lambda j: j.left)]
