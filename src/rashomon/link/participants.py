"""Who takes part in an event, in the ways that linking compares: by head words, by doers, by the names of persons."""

from collections.abc import Iterator
from typing import Final

from rashomon.link import words
from rashomon.records import EventClaim, Mention

# Words for people that say nothing of who they are.
ANYBODY: Final = words.word_set("people person persons others men man they them he it who those we us dead victims")


PARTIES: Final = ("agent", "target")
# Roles of those who and what take part in an event, its instrument and place included.
ROLES: Final = (*PARTIES, "instrument", "place", "theme")


def in_roles(event: EventClaim, *roles: str) -> Iterator[Mention]:
    """The mentions in some roles of an event, in the order of these roles."""
    for role in roles:
        yield from event.roles.get(role, ())


def heads(event: EventClaim) -> frozenset[str]:
    """Stems of the head words of agents and targets: the comparison left where nobody could be resolved."""
    mentions = (m for m in in_roles(event, *PARTIES) if not m.actor)
    found = (m.words.split()[-1].casefold() for m in mentions if m.words.split() and m.type != "GPE")
    return frozenset(words.stem(head) for head in found if head not in ANYBODY)


def doers(event: EventClaim) -> frozenset[str]:
    """The agents, named or not: by id, else by the stem of their head word."""
    told = (m for m in in_roles(event, "agent") if m.words.split())
    return frozenset(m.actor or words.stem(m.words.split()[-1].casefold()) for m in told)


def taking_part(event: EventClaim) -> frozenset[str]:
    """The words for those who take part: they are compared as actors."""
    return frozenset(" ".join(m.words for m in in_roles(event, *PARTIES)).casefold().split())


def people(event: EventClaim) -> frozenset[str]:
    """The last names of the persons who take part, case-folded; "the mayor" has none."""
    persons = (m for m in in_roles(event, *PARTIES, "theme") if m.type == "PER")
    named = (m.words.split() for m in persons if m.words[:1].isupper())
    return frozenset(name[-1].casefold() for name in named if name[-1][:1].isupper())
