"""Actors as the page shows them: the words that each outlet uses for them, their roles and incidents."""

from rashomon.records import Actor as Known
from rashomon.show.page.data import Actor
from rashomon.show.page.index import Index
from rashomon.show.plain import clip
from rashomon.show.relations import roles_of


def actors(index: Index) -> tuple[Actor, ...]:
    """Every actor of the record, in its order."""
    return tuple(_actor(actor, index) for actor in index.look.record.actors)


def _actor(actor: Known, index: Index) -> Actor:
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
    )
