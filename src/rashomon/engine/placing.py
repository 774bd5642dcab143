"""Which place a person's words name: one of the case, else one of the gazetteer, which the case then keeps."""

from rashomon.engine.cast import MOST_NAMED
from rashomon.engine.keys import keys_in_force, located, places, taken
from rashomon.errors import NotFound
from rashomon.records import Place
from rashomon.resolve.gazetteer import spots
from rashomon.store import Store
from rashomon.values.judgements import PERSON
from rashomon.values.names import name_key


def place_known(store: Store, words: str) -> str:
    """The id of a place, by its id, by a name that one place of the case bears, or by ``Name, ISO3`` anywhere.

    NotFound, with the ids to choose among if several places are called so.
    """
    name, _, country = (part.strip() for part in words.partition(","))
    with store.view() as view:
        k = keys_in_force(view)
        read = taken(view, k) if k else None
        there = located(view, k, read.judgements, read.claims) if k and read else ()
        kept = {place.id: place for place in (places(view, k) if k else ())}
    if words in kept:
        return words
    known = [p for p in there if name_key(name) in {name_key(n) for n in (p.name, *p.aliases)}]
    found = _in(known, country) or _in([spot.place for spot in spots(name)], country)
    if not found:
        raise NotFound(words, "neither the case nor the gazetteer has a place so called")
    if len(found) > 1:
        which = ", ".join(f"{p.id} ({p.name}, {p.kind}, {p.country or 'no country'})" for p in found[:MOST_NAMED])
        raise NotFound(words, f"{len(found)} places are called so: {which}; say which by its id, or as 'Name, ISO3'")
    with store.writing() as w:
        w.add_places([found[0]] if found[0].id not in kept else [], PERSON)
    return found[0].id


def _in(found: list[Place], country: str) -> list[Place]:
    """The places of a country, if one is named; of several the towns, if only one of them is a town."""
    here = [p for p in found if not country or (p.country or "").casefold() == country.casefold()]
    towns = [p for p in here if p.kind == "town"]
    return towns if len(towns) == 1 else here
