"""The sector of an actor (government, army, rebels, press ...) by the words for it, by its kind, and by its offices."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import msgspec

from rashomon.records import Actor
from rashomon.resolve.listed import Term
from rashomon.resolve.offices import standing
from rashomon.resolve.register import Entry, register
from rashomon.values.names import name_key
from rashomon.vocab import load

LONGEST: Final = 4
"""Words of the longest phrase that is looked for."""
FORMER: Final = "ELI"


class Told(msgspec.Struct, frozen=True):
    """A sector, the words that tell it, and whether they do so only for want of better ones."""

    code: str
    by: str
    weak: bool = False


@cache
def names() -> dict[str, str]:
    """What each code stands for."""
    return dict(load("sectors")["names"])


@cache
def _words() -> dict[str, Told]:
    """Sectors by the key of a word or phrase; what is listed strong is not weak."""
    tables = load("sectors")
    found = {name_key(w): Told(code, w, True) for code, words in tables["weak"].items() for w in words}
    return found | {name_key(w): Told(code, w) for code, words in tables["words"].items() for w in words}


@cache
def _past() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    tables = load("sectors")
    ends = frozenset(name_key(w) for w in tables["ends"]["words"])
    return frozenset(name_key(w) for w in tables["past"]["words"]), frozenset(tables["past"]["held"]), ends


def told_by(keys: Sequence[str]) -> Told | None:
    """The sector that a phrase tells, given word by word as keys; None if no word does.

    The last telling word before "of", "in" ... decides; of two that end there the longer one; words that any sector
    has (`leader`, `office`) only where nothing else does. "Former" before an office makes a former office-holder.
    """
    past, held, ends = _past()
    head: list[Told] = []
    rest: list[Told] = []
    over = False
    for at, told in _found(keys):
        over = over or (told is None and at > 0 and keys[at] in ends)
        if told:
            (rest if over else head).append(told)
    strong = [told for told in head if not told.weak][-1:] or [told for told in rest if not told.weak][:1]
    best = next(iter([*strong, *head[-1:], *rest[:1]]), None)
    if best and best.code in held and past.intersection(keys):
        return Told(FORMER, f"former {best.by}")
    return best


@cache
def unrecognised() -> frozenset[str]:
    """Keys of the names of states that few others recognise."""
    return frozenset(name_key(name) for name in load("sectors")["unrecognised"]["names"])


def _found(keys: Sequence[str]) -> Iterator[tuple[int, Told | None]]:
    """(number of a word, the sector that it and those after it tell), phrases first; none inside another."""
    words, at = _words(), 0
    while at < len(keys):
        for length in range(min(LONGEST, len(keys) - at), 0, -1):
            told = words.get(" ".join(keys[at : at + length]) if length > 1 else keys[at])
            if told:
                yield at, told
                at += length
                break
        else:
            yield at, None
            at += 1


def of_actor(entry: Entry, date: str | None = None) -> Told | None:
    """The sector of an actor of the register: a person's by the office on the date, else by name and kind."""
    actor = entry.actor
    if actor.kind == "person":
        return of_terms(entry.terms, date)
    return of_kind(actor)


def of_kind(actor: Actor) -> Told | None:
    """The sector of an actor by its kind, or by words of its name where these are finer."""
    table, by_id = load("sectors")["kinds"], load("sectors")["actors"]
    if actor.id in by_id:
        return Told(by_id[actor.id], actor.name)
    by_kind = Told(table[actor.kind], actor.kind) if actor.kind in table else None
    finer = _FINER.get(actor.kind)
    if actor.id.endswith("-par"):
        return Told("LEG", "parliament")
    if finer is None or actor.id.endswith(("-gov", "-mil", "-pol")):
        return by_kind
    told = told_by(name_key(actor.name).split())
    return told if told and (told.code in finer or not finer) and not (told.weak and by_kind) else by_kind


# By the kind of an actor, the sectors that its name may tell instead; empty: any.
_FINER: Final[dict[str, frozenset[str]]] = {
    "government body": frozenset({"SPY", "JUD", "LEG", "MIL", "COP", "EDU", "MED"}),
    "armed group": frozenset({"CRM", "PRM"}),
    "armed forces": frozenset({"SPY"}),
    "other": frozenset(),
    "people": frozenset({"REL", "CVL", "REF"}),
}


def of_terms(terms: Sequence[Term], date: str | None) -> Told | None:
    """The sector of an office-holder on a date; of one whose offices are over, a former one's."""
    now = standing(terms, date)
    if now is None:
        return None
    how, held = now
    codes = dict.fromkeys(code for term in held if (code := _of_term(term)))
    if not codes:
        return None
    order = list(load("sectors")["names"])
    code = min(codes, key=order.index)
    if how == "held" and code in _past()[1]:
        return Told(FORMER, f"{held[0].relation} until {held[0].to}")
    if how == "will hold":
        return None
    return Told(code, held[0].relation)


def _of_term(term: Term) -> str | None:
    """The sector of an office: by its name, else by the body that it is held for."""
    by_office: str | None = load("sectors")["offices"].get(term.relation)
    body = register().entries.get(term.actor)
    if body is None or body.actor.kind in ("state", "government body"):
        told = told_by(name_key(term.relation).split())
        if body and term.relation == "leader":
            return "GOV"  # who leads a state without another title governs it; of a party, it is another matter
        finer = of_kind(body.actor) if body and body.actor.kind == "government body" else None
        return by_office or (told.code if told and not told.weak else finer.code if finer else "GOV" if body else None)
    if term.relation in ("member", "speaker"):
        return by_office
    told = of_kind(body.actor)
    return told.code if told else by_office


def sector_of_actor(actor: Actor, date: str | None = None) -> str | None:
    """The sector code of an actor of a case; of a person the register's offices on the date; None if nothing tells."""
    entry = register().entries.get(actor.id)
    told = of_actor(entry, date) if entry else of_kind(actor)
    if told is None and entry is None and actor.kind != "person":
        told = told_by(name_key(actor.name).split())
    return told.code if told else None
