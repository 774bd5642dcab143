"""Actors as the page shows them: the words that each outlet uses for them, their roles and incidents."""

from collections import Counter
from collections.abc import Iterable, Mapping

from rashomon.records import Actor as Known
from rashomon.records import AnyClaim
from rashomon.show.page.data import Actor
from rashomon.show.page.index import Index
from rashomon.show.plain import clip
from rashomon.show.relations import roles_of
from rashomon.values.mentions import mentions_of


def actors(index: Index) -> tuple[Actor, ...]:
    """Every actor of the record, in its order."""
    why, named = _whys(index.look.record.claims)
    return tuple(_actor(actor, index, why, named) for actor in index.look.record.actors)


def _actor(actor: Known, index: Index, why: Mapping[str, Counter[str]], named: Mapping[str, Iterable[str]]) -> Actor:
    look = index.look
    aliases: dict[tuple[int, str], int] = {}
    for alias in actor.aliases:
        key = index.outlets.get(look.outlet(alias.document), -1), clip(alias.words, 80)
        aliases[key] = aliases.get(key, 0) + alias.count
    return Actor(
        id=actor.id,
        name=clip(actor.name, 120),
        kind=actor.kind,
        country=actor.country or "",
        aliases=tuple((at, words, count) for (at, words), count in aliases.items()),
        roles=tuple(roles_of(actor, look)),
        external=tuple(sorted(actor.external.items())),
        incidents=tuple(index.incidents[incident.id] for incident in look.named_in[actor.id]),
        why=tuple(why.get(actor.id, Counter()).most_common()),
        named=index.told(named.get(actor.id, {})),
    )


def _whys(claims: Iterable[AnyClaim]) -> tuple[dict[str, Counter[str]], dict[str, dict[str, None]]]:
    """For each actor why mentions are held to mean it, each mention once, and the claims that name it."""
    why: dict[str, dict[tuple[str, int, int], str]] = {}
    named: dict[str, dict[str, None]] = {}
    for claim in claims:
        for mention in mentions_of(claim):
            if mention.actor:
                named.setdefault(mention.actor, {})[claim.id] = None
                if mention.why:
                    why.setdefault(mention.actor, {})[claim.document, mention.start, mention.end] = mention.why
    return {actor: Counter(clip(words, 200) for words in told.values()) for actor, told in why.items()}, named
