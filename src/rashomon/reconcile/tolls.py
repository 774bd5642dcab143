"""The total of an incident's dead or wounded that nobody states: people told one by one or in groups, added up.

Recorders who add (UCDP, GTD) count persons named one after another; nobody is counted twice. Who was shot and is not
told to have died was hurt.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from rashomon.reconcile.fields import BASES_OF_INCIDENT, subset, wholes
from rashomon.reconcile.gathered import Gathered
from rashomon.reconcile.units import Unit, apart, by_himself, of_others, same, unit
from rashomon.reconcile.votes import copied_from, excluded, point
from rashomon.records import SEVERAL, SINGULAR, EventClaim, FigureClaim, Finding, Standpoint

MEASURES: Final = ("killed", "injured")
# What somebody may be charged with; without a victim it tells of no death.
CRIMES: Final = frozenset({"murder", "murders", "homicide", "homicides", "manslaughter"})
# The deaths of many, or of a statistic: nobody in particular.
DEATHS: Final = frozenset({"deaths", "killings", "slayings", "fatalities"})


class Tally(NamedTuple):
    """What one report comes to: how many, of which units, and how many of them are taken off as dead."""

    number: int
    units: tuple[Unit, ...]
    dead: int = 0

    @property
    def open(self) -> bool:
        """Whether a number among them is open above."""
        return any(unit.open for unit in self.units)


class Case(NamedTuple):
    """An incident while it is added up: the field of each figure, and the numbers that hold children and women."""

    gathered: Gathered
    field: Mapping[str, str]
    most: Mapping[str, int]


class Told(NamedTuple):
    """What one report tells of an incident."""

    document: str
    figures: list[FigureClaim]
    events: list[EventClaim]


def stated(figures: Collection[FigureClaim], voted: Collection[str]) -> bool:
    """Whether one of the figures that have a vote states the total: a number, not only of "others".

    A number beside a person in one sentence ("two people and a guard were killed") is not all of them; nor is one of
    those whom somebody killed before he killed himself, where it is told again.
    """
    single = [f for f in figures if SINGULAR in f.reasons and f.part_of is None]
    beside = {(f.document, f.spans[0].start) for f in single}
    own = {(f.document, f.spans[0].start) for f in single if by_himself(f)}
    numbers = [f for f in figures if SINGULAR not in f.reasons]
    others = [point(f) or 0 for f in numbers if (f.document, f.spans[0].start) in own]
    return any(
        f.id in voted
        and not of_others(f)
        and (f.document, f.spans[0].start) not in beside
        and (point(f) or 0) > max(others, default=-1)
        for f in numbers
    )


def added_up(gathered: Gathered, measure: str, policy: str, field: Mapping[str, str], dead: int = 0) -> Finding | None:
    """The total of a measure that no report states, made of what each report tells; None if none tells of anybody.

    ``dead`` is the total of the dead: as many of those who were hit are not among the wounded.

    Each report is added up by itself (`tally`), copies of one count once; the sum of most of them stands, else the
    lowest of those that as many tell.
    """
    case = Case(gathered, field, wholes(gathered.figures))
    found = {told.document: _report(case, told, measure, dead) for told in _reports(gathered)}
    sums = {document: tally for document, tally in found.items() if tally.number}
    if not sums:
        return None
    best = _of_most(sums, gathered)
    backing: dict[str, str] = {}
    aside: dict[str, str] = {}
    for made in sums.values():
        into = backing if made.number == best else aside
        into.update((one.claim, _how(made, measure, made.number - best)) for one in made.units)
    for figure in gathered.figures:
        if figure.measure == measure and figure.id not in backing:
            aside.setdefault(figure.id, _why_not(figure, gathered, field))
    open_ended = any(tally.open for tally in sums.values())
    return Finding(
        incident=gathered.incident.id,
        field=measure,
        policy=policy,
        low=min(tally.number for tally in sums.values()),
        best=best,
        high=None if open_ended else max(tally.number for tally in sums.values()),
        backing=tuple(Standpoint(claim=c, reason=backing[c]) for c in sorted(backing)),
        set_aside=tuple(Standpoint(claim=c, reason=aside[c]) for c in sorted(aside)),
    )


def _of_most(sums: Mapping[str, Tally], gathered: Gathered) -> int:
    """The number to which most reports come that are no copies of each other.

    Of those that as many tell, one with whoever killed himself (he is counted, but many reports leave him out), else
    the lowest.
    """
    told = {(copied_from(document, gathered.incident), tally.number) for document, tally in sums.items()}
    votes = Counter(number for _, number in told)
    own = {tally.number for tally in sums.values() if any(unit.own for unit in tally.units)}
    return min(votes, key=lambda number: (-votes[number], number not in own, number))


def _reports(gathered: Gathered) -> list[Told]:
    """What each report of an incident tells, by id."""
    found = {document: Told(document, [], []) for document in sorted(gathered.documents)}
    for figure in gathered.figures:
        if figure.document in found:
            found[figure.document].figures.append(figure)
    for event in gathered.events:
        if event.document in found:
            found[event.document].events.append(event)
    return list(found.values())


def _report(case: Case, told: Told, measure: str, least: int) -> Tally:
    """What one report tells of the dead or of the wounded, added up."""
    died = units(case, told, ("killed",))
    dead = tally(died)
    dead = dead if dead.number or _counts(told, ("killed",)) else _one(told, "KILL")
    if measure == "killed":
        return dead
    # "both died of gunshot wounds": whoever is told as dead in the same words was not only hurt
    gone = {one.at for one in died if one.at >= 0}
    hurt = [one for one in units(case, told, ("injured", "casualties")) if not one.single or one.at not in gone]
    return tally(hurt, dead, max(0, least - dead.number)) if hurt or dead.number or least else _one(told, "INJURE")


def units(case: Case, told: Told, measures: Sequence[str]) -> list[Unit]:
    """The people that one report counts, in text order; parts of a number and running totals are left out."""
    found = []
    for figure in told.figures:
        if figure.measure not in measures or _left_out(figure, case):
            continue
        number = point(figure)
        if number:
            found.append(unit(figure, number, case.gathered))
    return sorted(found, key=lambda one: (one.start, one.at, one.claim))


def _left_out(figure: FigureClaim, case: Case) -> bool:
    return (
        figure.part_of is not None
        or (SINGULAR not in figure.reasons and subset(figure, case.most) != "")
        or figure.background
        or figure.basis not in BASES_OF_INCIDENT
        or case.field.get(figure.id, "").endswith(f"({SEVERAL})")
        or excluded(figure, case.gathered.documents, case.field) != ""
    )


def tally(found: Sequence[Unit], dead: Tally | None = None, elsewhere: int = 0) -> Tally:
    """The most people that surely are not the same: those of one sentence, and others told apart by name or age.

    A number holds the persons of other sentences. Those who are told as ``dead`` here, and as many as only other
    reports know to be dead (``elsewhere``), are taken off.
    """
    best = Tally(0, ())
    sentences: dict[int, list[Unit]] = {}
    for one in found:
        sentences.setdefault(one.start, []).append(one)
    single = [one for one in found if one.single]
    for start, told in sentences.items():
        chosen: list[Unit] = []
        for one in told:
            if all(apart(u, one) for u in chosen):
                chosen.append(one)
        for one in single if all(u.single for u in chosen) else ():
            if one.start != start and all(apart(u, one) for u in chosen):
                chosen.append(one)
        if chosen and all(one.others for one in chosen):
            chosen = [*_before(single, start), *chosen]
        taken = _died(chosen, dead, elsewhere) if dead else 0
        number = sum(u.size for u in chosen) - taken
        if number > best.number:
            best = Tally(number, tuple(chosen), taken)
    return best


def _before(single: Sequence[Unit], start: int) -> list[Unit]:
    """The persons told before a sentence of others, which counts them beside these; nobody twice."""
    chosen: list[Unit] = []
    for one in single:
        if one.start < start and all(apart(other, one) for other in chosen):
            chosen.append(one)
    return chosen


def _died(chosen: Sequence[Unit], dead: Tally, elsewhere: int) -> int:
    """How many of those hit are told to have died: persons who may be one of the dead, and the dead among a number.

    Of the dead nobody is taken off twice; those of whom only the number is known may be anybody who was hit, and who
    is only known from other reports to be dead may be anybody told here as hurt.
    """
    left, gone = [one for one in dead.units if one.single], 0
    for one in chosen:
        match = next((d for d in left if _may_be(one, d)), None) if one.single else None
        if match:
            left.remove(match)
            gone += 1
        elif one.single and (elsewhere or (one.hit and dead.number > len(left) + gone)):
            gone, elsewhere = gone + 1, max(0, elsewhere - 1)
        elif one.hit and not one.single and not one.others:
            gone += min(one.size, max(0, dead.number + elsewhere - gone))
    return gone


def _may_be(hurt: Unit, dead: Unit) -> bool:
    """Whether somebody hurt may be somebody dead; in one sentence only if they surely are one."""
    if hurt.start == dead.start:
        return same(hurt, dead)
    return not apart(hurt, dead)


def _counts(told: Told, measures: Collection[str]) -> bool:
    return any(figure.measure in measures for figure in told.figures)


def _one(told: Told, kind: str) -> Tally:
    """One person, where a report tells of a killing or of a wound and counts nobody."""
    for event in sorted(told.events, key=lambda e: (e.trigger.start, e.id)):
        if event.type == kind and _real(event):
            start = event.spans[0].start
            return Tally(
                1, (Unit(claim=event.id, document=told.document, start=start, size=1, single=True, open=True),)
            )
    return Tally(0, ())


def _real(event: EventClaim) -> bool:
    """Whether a killing is told as one that happened: to somebody, not by the name of a crime alone."""
    act = event.trigger.quote.casefold()
    crime = act in CRIMES and not event.roles.get("target")
    return event.reality == "fact" and not event.background and not crime and act not in DEATHS


def _how(made: Tally, measure: str, beyond: int) -> str:
    """How a report's sum was made, in words, and whether it is ``beyond`` the sum that stands."""
    ways = "told one by one" if all(u.single for u in made.units) else "numbers of one sentence"
    how = f"added up to {made.number} {measure} in this report, as no total is stated: {ways}"
    how = f"{how}, {made.dead} of those hit told to have died" if made.dead else how
    return f"{how}; other reports tell of {'fewer' if beyond > 0 else 'more'}" if beyond else how


def _why_not(figure: FigureClaim, gathered: Gathered, field: Mapping[str, str]) -> str:
    reason = excluded(figure, gathered.documents, field)
    if reason:
        return reason
    if figure.basis not in BASES_OF_INCIDENT:
        return "runs over more than this incident"
    if figure.background:
        return "told of as history, or of another case"
    return "may be among those who are added up"
