"""Rows of lists of actors: those of the project's tables, and those that a user brings along."""

from functools import cache

import msgspec

from rashomon.resolve.tables import parts
from rashomon.vocab import table


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An office: ``relation`` (president, leads ...) of ``actor``; ``from_`` and ``to`` are ISO dates, "" if open.

    A date may be a year or a month (2012, 2012-05): then it stands for all of it.
    """

    relation: str
    actor: str = ""
    country: str = ""
    from_: str = ""
    to: str = ""


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One actor of a list; ``short`` are surnames, which need a context, as acronyms do.

    ``countries`` are ISO alpha-3, the home country first; ``external`` pairs of a source and its id there.
    """

    id: str
    name: str
    kind: str = "other"
    countries: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    external: tuple[tuple[str, str], ...] = ()


@cache
def built_in() -> tuple[Listed, ...]:
    """The rows of the project's tables: one for each actor, one for each term of an office-holder."""
    actors = [listed(row) for row in table("actors")]
    return (*actors, *(office_holder(row) for row in table("leaders")))


def listed(row: dict[str, str]) -> Listed:
    """A row with the columns of the table of actors: id, name, kind, countries, aliases, acronyms."""
    return Listed(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        countries=parts(row["countries"]),
        aliases=parts(row["aliases"]),
        acronyms=parts(row["acronyms"]),
    )


def office_holder(row: dict[str, str]) -> Listed:
    """A row with the columns of the table of leaders: id, name, aliases, short, country, relation, actor, from, to."""
    term = Term(relation=row["relation"], actor=row["actor"], country=row["country"], from_=row["from"], to=row["to"])
    return Listed(
        id=row["id"],
        name=row["name"],
        kind="person",
        countries=parts(row["country"]),
        aliases=parts(row["aliases"]),
        short=parts(row["short"]),
        terms=(term,) if row["relation"] else (),
    )
