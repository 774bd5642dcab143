"""Actors and places as a whole case knows them: the words that each report uses for them, and their roles."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rashomon.records import Actor, Alias, AnyClaim, Document, Judgement, Period, Place, Standing, TieClaim
from rashomon.resolve.register import entries
from rashomon.values.judgements import prevailing
from rashomon.values.names import name_key
from rashomon.vocab import table

_STANDINGS = ("leads", "part of")


class Spoken:
    """How often each wording is used for what it means, actors or places; ``by_report``: by each report by itself.

    ``relation``: that of the judgements which say what mentions mean. Retired and unsure ones don't count.
    """

    def __init__(self, relation: str, by_report: bool = False) -> None:
        self.by_report = by_report
        self._relation = relation
        self._used: dict[str, Counter[tuple[str, str]]] = {}

    def add(self, document: Document, judgements: Iterable[Judgement]) -> None:
        """Count the wordings of a report by the judgements on its mentions."""
        for item in prevailing(judgements, self._relation).values():
            start, _, end = item.left.rpartition(":")[2].partition("-")
            if item.verdict == "same":
                words = " ".join(document.text[int(start) : int(end)].split())
                self._used.setdefault(item.right, Counter())[words, document.id if self.by_report else ""] += 1

    def of(self, name: str) -> Counter[tuple[str, str]]:
        """How often each wording (and report, "" where reports are not told apart) is used for an actor or a place."""
        return self._used.get(name) or Counter()


def all_spoken(judgements: Iterable[Judgement], documents: Iterable[Document], relation: str) -> Spoken:
    """The wordings of all reports, by report."""
    by_document: dict[str, list[Judgement]] = {}
    for item in judgements:
        if item.relation == relation:
            by_document.setdefault(item.left.rpartition(":")[0], []).append(item)
    spoken = Spoken(relation, by_report=True)
    for document in documents:
        spoken.add(document, by_document.get(document.id, ()))
    return spoken


def gather(actors: Sequence[Actor], spoken: Spoken, claims: Sequence[AnyClaim] = ()) -> tuple[Actor, ...]:
    """The actors that reports use words for, with these words (counted, where they are by report) and their standings.

    Pure, and independent of the order of its arguments. Standings come from `leads` and `part of` ties of the claims
    and, for office-holders whose office's holder is in the case too, from the register. An actor that the register
    lacks is called by the words most used for it.
    """
    standings = _standings(claims, {actor.id for actor in actors if spoken.of(actor.id)})
    found = []
    for actor in sorted(actors, key=lambda actor: actor.id):
        used = spoken.of(actor.id)
        if not used:
            continue
        name = actor.name if actor.id in entries() or actor.external else _most_used(used, actor.name)
        roles, aliases = tuple(standings.get(actor.id, ())), _aliases(used) if spoken.by_report else ()
        found.append(msgspec.structs.replace(actor, name=name, aliases=aliases, roles=roles))
    return tuple(found)


def gather_places(places: Sequence[Place], spoken: Spoken) -> tuple[Place, ...]:
    """The places that reports use words for, with these words; unknown ones are called by the words most used."""
    found = []
    for place in sorted(places, key=lambda place: place.id):
        used = spoken.of(place.id)
        if not used:
            continue
        name = place.name if place.lat is not None else _most_used(used, place.name)
        words = {word for (word, _) in used if word != name}
        found.append(msgspec.structs.replace(place, name=name, aliases=tuple(sorted(words | set(place.aliases)))))
    return tuple(found)


def _aliases(used: Mapping[tuple[str, str], int]) -> tuple[Alias, ...]:
    """The wordings, most used first."""
    ordered = sorted(used.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Alias(words=words, document=document, count=count) for (words, document), count in ordered)


def _most_used(used: Mapping[tuple[str, str], int], name: str) -> str:
    """The spelling of a name used most often; the longer, then the first, of equals. Short forms don't count."""
    total: Counter[str] = Counter()
    for (words, _), count in used.items():
        if name_key(words) == name_key(name):
            total[words] += count
    return min(total, key=lambda words: (-total[words], -len(words), words)) if total else name


def _standings(claims: Iterable[AnyClaim], known: set[str]) -> dict[str, list[Standing]]:
    """Standings by actor: what claims say, one for each relation and fellow, then what the register holds."""
    said: dict[tuple[str, str, str], list[TieClaim]] = {}
    for claim in claims:
        if not isinstance(claim, TieClaim) or claim.relation not in _STANDINGS:
            continue
        left, right = claim.left.actor, claim.right.actor
        if left and right and left != right:
            said.setdefault((left, claim.relation, right), []).append(claim)
    found: dict[str, list[Standing]] = {}
    for (actor, relation, other), ties in sorted(said.items()):
        ids = tuple(sorted({tie.id for tie in ties}))
        found.setdefault(actor, []).append(Standing(relation=relation, actor=other, claims=ids))
    for row in table("leaders"):
        if row["id"] in known and row["actor"] in known and row["relation"]:
            period = Period(
                from_=row["from"] or None, to=row["to"] or None, precision="open", words="", how="from the register"
            )
            standing = Standing(relation=row["relation"], actor=row["actor"], period=period)
            found.setdefault(row["id"], []).append(standing)
    return found
