"""Who held an office on the day of what a report tells: a title with its country, or one of several of a surname."""

from collections.abc import Mapping
from typing import Final

from rashomon.records import Actor, Period
from rashomon.resolve.countries import country_of
from rashomon.resolve.decision import Decision
from rashomon.resolve.listed import Term
from rashomon.resolve.offices import held_on, holders, office_of
from rashomon.resolve.register import Entry
from rashomon.resolve.report import Report, Sighting
from rashomon.resolve.scope import Scope
from rashomon.resolve.wording import bare, only_titles, split_country
from rashomon.values.names import name_key

# Before a title: who held the office once, or never did.
_NOT_NOW: Final = frozenset(
    {"former", "ex", "onetime", "late", "deputy", "vice", "acting", "special", "next", "future", "designate", "ousted"}
)
_THEN: Final = "then"
_BEFORE: Final = 40
"""Characters before a title that may hold a word such as "former"."""


def office(scope: Scope, sighting: Sighting) -> Decision | None:
    """A title with its country ("the French president"): who held the office on the day of what is told of them.

    That is the day of the acts in which they take part, where these are dated, else the day of the report; "the then
    president" needs a dated act. Where the days have different holders, nobody is named.
    """
    if sighting.type != "PER":
        return None
    split = split_country(sighting.words)
    title = (split[1] if split else sighting.words).replace("-", " ")
    before = _words_before(scope.report, sighting)
    if not only_titles(title) or before & _NOT_NOW:
        return None
    owners = [scope.report.sightings[number].words for number in sighting.of]
    codes = {known[0].code for words in owners if (known := country_of(words))} if split is None else {split[0].code}
    if len(codes) != 1:
        return None
    plain = " ".join(word for word in title.split() if word.lower() != _THEN)
    days = scope.report.dated(sighting) if _THEN in before else scope.report.days(sighting)
    found = [_holders(scope, min(codes), plain, day) for day in days]
    if not found or len(found[0]) != 1 or any(other.keys() != found[0].keys() for other in found):
        return None
    (actor,) = found[0].values()
    when = "when this was done" if scope.report.dated(sighting) else "when this was reported"
    return Decision(found=actor, score=0.7, why=f"{actor.name} was {plain} by the register {when}")


def in_office(scope: Scope, sighting: Sighting) -> Decision | None:
    """A surname with an office before it ("President Bush"): who of that name held the office on the day."""
    name = bare(sighting.words)
    title = sighting.words[: len(sighting.words) - len(name)].strip()
    if sighting.type != "PER" or " " in name_key(name) or only_titles(name):
        return None
    split = split_country(title) if title else None
    before = [split[1] if split else title] if title else [scope.report.sightings[n].words for n in sighting.same]
    homes = [split[0].code] if split else list(scope.report.countries)
    offices = {office_of(words.replace("-", " ")) for words in before if words and only_titles(words)}
    if not offices or _words_before(scope.report, sighting) & _NOT_NOW:
        return None
    ends = [end[:10] for day in scope.report.days(sighting) for end in (day.from_, day.to) if end]
    if not ends:
        return None
    found = _namesakes(scope, name, [(code, relation) for code in homes for relation in offices], ends)
    if len(found) != 1:
        return None
    ((actor, relation),) = found.values()
    return Decision(found=actor, score=0.85, why=f"{actor.name} was {relation} by the register on the day told of")


def _namesakes(
    scope: Scope, name: str, offices: list[tuple[str, str]], days: list[str]
) -> dict[str, tuple[Actor, str]]:
    """Who of a surname held one of the offices (country, office) on all of the days, with the office, by id."""
    short = {hit.entry.actor.id for hit in scope.register.hits(name) if hit.how == "surname"}
    ending = f" {name_key(name)}"
    return {
        entry.actor.id: (entry.actor, relation)
        for code, relation in offices
        for entry, _ in scope.register.officers.get((code, relation), ())
        if (entry.actor.id in short or name_key(entry.actor.name).endswith(ending))
        and all(held_on(_terms(entry, code, relation), day) for day in days)
    }


def _terms(entry: Entry, code: str, relation: str) -> list[Term]:
    return [term for term in entry.terms if (term.country, term.relation) == (code, relation)]


def _holders(scope: Scope, code: str, title: str, day: Period) -> Mapping[str, Actor]:
    """Who held an office from the first to the last day of a period, by id; none where it changed hands or is open."""
    if day.from_ is None or day.to is None:
        return {}
    first, last = (
        {entry.actor.id: entry.actor for entry in holders(scope.register, code, title, end[:10])}
        for end in (day.from_, day.to)
    )
    return first if first.keys() == last.keys() else {}


def _words_before(report: Report, sighting: Sighting) -> frozenset[str]:
    """The words of a title, and the word before it and before a country that stands right before it."""
    found = set(sighting.words.lower().replace("-", " ").split())
    at = [sighting.start]
    for number in sighting.of:
        owner = report.sightings[number]
        if owner.end <= sighting.start <= owner.end + 3:
            at.append(owner.start)
    for start in at:
        found.update(report.text[max(0, start - _BEFORE) : start].lower().replace("-", " ").split()[-1:])
    return frozenset(found)
