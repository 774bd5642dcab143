"""What seems a disagreement and is none: revisions, roundings, open bounds, parts, other bases, changes over time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

import msgspec

from rashomon.reconcile.disagreements import APART, by_bounds, camps, side, voted
from rashomon.reconcile.fields import BASES_OF_INCIDENT
from rashomon.reconcile.gathered import Gathered
from rashomon.reconcile.reconciler import votes
from rashomon.reconcile.votes import Ballot, origin_of, point
from rashomon.records import SUPERSEDED, Change, FigureClaim, Seeming, Side
from rashomon.values.bounds import say
from rashomon.values.periods import say as say_time

FOUND: Final = "killed: bodies found"
# Fields of which bodies found are a part: everybody who died there, whoever they were.
DEAD: Final = "killed"

BASES: Final[Mapping[str, str]] = {
    "cumulative": "since a day",
    "period": "of a period",
    "conflict": "of the whole conflict",
    "batch": "newly verified",
}

Figures = Mapping[str, FigureClaim]


def seemings(gathered: Sequence[Gathered], changes: Iterable[Change]) -> tuple[Seeming, ...]:
    """Claims that differ and yet don't disagree, each with the reason, by what they are about.

    Of every incident, the figures that a policy or a comparison would otherwise set against each other; and of every
    pair of actors, a change of sides.
    """
    found = [one for each in gathered for one in figures(each)]
    return (*sorted(found, key=_order), *(_changed(change) for change in changes))


def figures(gathered: Gathered) -> list[Seeming]:
    """The figures of one incident that differ without disagreeing."""
    known = {figure.id: figure for figure in gathered.figures}
    ballots = votes(gathered)
    found = [*_parts(gathered, known, ballots), *_bases(gathered, known, ballots)]
    for field, cast in sorted(ballots.items()):
        found += [*_revisions(gathered, known, field, cast), *_roundings(gathered, known, field, cast)]
    return _once(found)


def _once(found: Iterable[Seeming]) -> list[Seeming]:
    """Those that say the same in the same words as one, with the claims of all: a reprint seems nothing new."""
    same: dict[tuple[str, ...], list[Seeming]] = {}
    for one in found:
        same.setdefault((one.kind, one.why, *(side.says for side in one.sides)), []).append(one)
    return [
        msgspec.structs.replace(
            those[0],
            sides=tuple(
                Side(says=sides[0].says, claims=tuple(sorted({claim for side in sides for claim in side.claims})))
                for sides in zip(*(one.sides for one in those), strict=True)
            ),
        )
        for those in same.values()
    ]


def _revisions(gathered: Gathered, known: Figures, field: str, cast: Ballot) -> Iterator[Seeming]:
    """An earlier figure beside the later one of the same origin, or of the same report, that took its place."""
    standing = {vote.origin: [known[claim] for claim in vote.claims] for vote in cast.votes}
    for aside in cast.set_aside:
        if aside.reason.startswith(SUPERSEDED):
            earlier = known[aside.claim]
            own = standing.get(origin_of(earlier, gathered.incident), [])
            later = own or [f for of in standing.values() for f in of if f.document == earlier.document]
            if later:
                yield _seeming(gathered, "revision", (side(field, [earlier]), side(field, later)), aside.reason)


def _roundings(gathered: Gathered, known: Figures, field: str, cast: Ballot) -> Iterator[Seeming]:
    """Figures of one field in other words that can all hold, and name no numbers that are far apart."""
    standing = voted(known, cast)
    named = [p for f in standing if (p := point(f))]
    if len(camps(standing)) != 1 or (named and max(named) >= APART * min(named)):
        return
    apart = by_bounds(standing)
    if len(apart) < 2:
        return
    kind, why = ("rounding", "rounded") if any(f.approx for f in standing) else ("bound", "open at an end")
    said = ", ".join(dict.fromkeys(say(figure) for figure in standing))
    sides = [side(field, equal) for equal in apart]
    yield _seeming(gathered, kind, sides, f"one is {why}, so that all can hold: {said}")


def _parts(gathered: Gathered, known: Figures, ballots: Mapping[str, Ballot]) -> Iterator[Seeming]:
    """A part beside its whole: some of those counted, and bodies found beside all of the dead."""
    for figure in known.values():
        whole = known.get(figure.part_of or "")
        if whole is not None and whole.measure == figure.measure:
            why = f"{say(figure)} are some of the {say(whole)}: a part is not set against its whole"
            sides = (side(figure.measure, [figure]), side(figure.measure, [whole]))
            yield _seeming(gathered, "part", sides, why)
    bodies = voted(known, ballots[FOUND]) if FOUND in ballots else []
    dead = {field: voted(known, cast) for field, cast in sorted(ballots.items()) if _dead(field)}
    wholes = [side(field, counted) for field, counted in dead.items() if counted]
    if bodies and wholes:
        why = "bodies found so far may be some of the dead: they are no toll of their own"
        yield _seeming(gathered, "part", (side("bodies found", bodies), *wholes), why)


def _dead(field: str) -> bool:
    return field.startswith(DEAD) and field != FOUND and not field.endswith(")")


def _bases(gathered: Gathered, known: Figures, ballots: Mapping[str, Ballot]) -> Iterator[Seeming]:
    """Numbers of the same people on two bases: of this incident, and of a longer time or a wider count."""
    fields: dict[str, list[list[FigureClaim]]] = {}
    for field, cast in sorted(ballots.items()):
        counted = voted(known, cast)
        if counted:
            basis = counted[0].basis
            name = field if basis in BASES_OF_INCIDENT else field.removesuffix(f" ({basis})")
            fields.setdefault(name, []).append(counted)
    for name, groups in sorted(fields.items()):
        for one, other in combinations(groups, 2):
            bases = [BASES.get(group[0].basis, "of this incident") for group in (one, other)]
            why = f"one is the number {bases[0]}, the other {bases[1]}: bases are never compared"
            sides = [side(f"{name}, {base}", group) for base, group in zip(bases, (one, other), strict=True)]
            yield _seeming(gathered, "basis", sides, why)


def _seeming(gathered: Gathered, kind: str, sides: Iterable[Side], why: str) -> Seeming:
    return Seeming(kind=kind, about=gathered.incident.id, sides=tuple(sides), why=why)


def _changed(change: Change) -> Seeming:
    sides = tuple(
        Side(
            says=f"{'for' if stretch.sign == '+' else 'against'}: {stretch.says}"
            + (f", {say_time(stretch.period)}" if stretch.period else ""),
            claims=stretch.claims,
        )
        for stretch in (change.before, change.after)
    )
    return Seeming(kind="change", about=f"{change.left} {change.right}", sides=sides, why=change.why)


def _order(one: Seeming) -> tuple[str, str, str, tuple[str, ...]]:
    return one.about, one.kind, one.sides[0].says, one.sides[0].claims
