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


def gather(
    actors: Sequence[Actor],
    judgements: Sequence[Judgement],
    documents: Sequence[Document],
    claims: Sequence[AnyClaim] = (),
) -> tuple[Actor, ...]:
    """The actors that judgements use, with the words of each report for them (counted) and their standings.

    Pure, and independent of the order of its arguments. Standings come from `leads` and `part of` ties of the claims
    and, for office-holders whose office's holder is in the case too, from the register. An actor that the register
    lacks is called by the words most used for it.
    """
    spoken = _spoken(judgements, documents, "is actor")
    standings = _standings(claims, {actor.id for actor in actors if actor.id in spoken})
    found = []
    for actor in sorted(actors, key=lambda actor: actor.id):
        used = spoken.get(actor.id)
        if used is None:
            continue
        name = actor.name if actor.id in entries() or actor.external else _most_used(used, actor.name)
        roles = tuple(standings.get(actor.id, ()))
        found.append(msgspec.structs.replace(actor, name=name, aliases=_aliases(used), roles=roles))
    return tuple(found)


def gather_places(
    places: Sequence[Place], judgements: Sequence[Judgement], documents: Sequence[Document]
) -> tuple[Place, ...]:
    """The places that judgements use, with the reports' words; unknown ones are called by the words most used."""
    spoken = _spoken(judgements, documents, "is place")
    found = []
    for place in sorted(places, key=lambda place: place.id):
        used = spoken.get(place.id)
        if used is None:
            continue
        name = place.name if place.lat is not None else _most_used(used, place.name)
        words = {word for (word, _) in used if word != name}
        found.append(msgspec.structs.replace(place, name=name, aliases=tuple(sorted(words | set(place.aliases)))))
    return tuple(found)


def _spoken(
    judgements: Iterable[Judgement], documents: Iterable[Document], relation: str
) -> dict[str, Counter[tuple[str, str]]]:
    """How often each report (document id) uses each wording, by what it means; retired and unsure ones don't count."""
    texts = {document.id: document.text for document in documents}
    spoken: dict[str, Counter[tuple[str, str]]] = {}
    for item in prevailing(judgements, relation).values():
        document, _, span = item.left.rpartition(":")
        start, _, end = span.partition("-")
        if item.verdict == "same" and document in texts:
            words = " ".join(texts[document][int(start) : int(end)].split())
            spoken.setdefault(item.right, Counter())[words, document] += 1
    return spoken


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
