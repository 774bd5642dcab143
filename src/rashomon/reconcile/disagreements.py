"""What the claims of one incident cannot all be right about: figures, dates, places, who did it, whether it happened.

A disagreement sets sides against each other, each with its claims, and says why they can't all hold. A revision by the
same origin, a rounding, and a part of a whole are none (`votes.ballot` has taken out the first and the last).
"""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from rashomon.reconcile.accounts import at_odds_over_act, at_odds_over_day, at_odds_over_fact, at_odds_over_place
from rashomon.reconcile.gathered import Gathered
from rashomon.reconcile.reconciler import votes
from rashomon.reconcile.votes import Ballot, lower, point
from rashomon.records import TENSION, Disagreement, FigureClaim, Incident, Place, Side, content_id
from rashomon.values.bounds import say

# Numbers named by two accounts that overlap only because one is open or rounded are shown from this ratio on.
APART: Final = 1.25
ENDLESS: Final = 10**18


def disagreements(gathered: Sequence[Gathered], places: Mapping[str, Place]) -> tuple[Disagreement, ...]:
    """Every disagreement about every incident, ordered by id."""
    found: dict[str, Disagreement] = {}
    for one in gathered:
        for told in (*figures(one), *_accounts(one, places)):
            found[told.id] = told
    return tuple(found[i] for i in sorted(found))


def graded(incidents: Sequence[Incident], found: Sequence[Disagreement]) -> tuple[Incident, ...]:
    """The incidents with the grade "contested" where figures can't all hold, attributions compete, or it is denied."""
    disputed = {d.about for d in found if d.kind in ("figure", "actor", "fact") and not d.why.startswith(TENSION)}
    return tuple(
        msgspec.structs.replace(i, grade="contested") if i.id in disputed and i.grade != "retracted" else i
        for i in incidents
    )


def figures(gathered: Gathered) -> list[Disagreement]:
    """Figures of one field (measure, who is counted, basis) that can't all hold, between reports and within each."""
    known = {figure.id: figure for figure in gathered.figures}
    found = []
    for field, cast in sorted(votes(gathered).items()):
        standing = voted(known, cast)
        documents = sorted({figure.document for figure in standing})
        whole = _figures(gathered, field, standing, cast)
        found.extend([whole] if whole else [])
        if len(documents) < 2:
            continue
        for document in documents:
            inside = _figures(gathered, field, [f for f in standing if f.document == document], cast)
            found.extend([inside] if inside else [])
    return found


def camps(standing: Sequence[FigureClaim]) -> list[list[FigureClaim]]:
    """Figures grouped so that those of one group can all hold: the fewest groups with a number common to each."""
    left = sorted(standing, key=lambda f: (_high(f), _low(f), f.id))
    found: list[list[FigureClaim]] = []
    while left:
        common = _high(left[0])
        found.append([f for f in left if _low(f) <= common])
        left = [f for f in left if _low(f) > common]
    return found


def voted(known: Mapping[str, FigureClaim], cast: Ballot) -> list[FigureClaim]:
    """The figures behind the votes of a ballot; ``known`` are those of the incident by id."""
    return [known[claim] for vote in cast.votes for claim in vote.claims]


def by_bounds(standing: Sequence[FigureClaim]) -> list[list[FigureClaim]]:
    """Figures grouped by equal bounds."""
    apart: dict[tuple[int | None, int | None], list[FigureClaim]] = {}
    for figure in standing:
        apart.setdefault((figure.lower, figure.upper), []).append(figure)
    return [apart[bounds] for bounds in sorted(apart, key=str)]


def side(field: str, figures: Sequence[FigureClaim]) -> Side:
    """Figures of one field as one side: ``12 / at least 10 killed``."""
    said = " / ".join(dict.fromkeys(say(figure) for figure in figures))
    return Side(says=f"{said} {field}", claims=tuple(sorted(figure.id for figure in figures)))


def _figures(gathered: Gathered, field: str, standing: Sequence[FigureClaim], cast: Ballot) -> Disagreement | None:
    groups = camps(standing)
    if len(groups) > 1:
        said = ", ".join(dict.fromkeys(say(f) for group in groups for f in group))
        why = f"{said}: these cannot all be the number for {field!r} of this incident{_timing(standing, cast)}"
        return _disagreement(gathered, f"figure {field}", groups, why)
    named = sorted({p for f in standing if (p := point(f)) is not None and p > 0})
    if len(named) < 2 or named[-1] < APART * named[0]:
        return None
    why = f"{TENSION}, but they name different numbers for {field!r}: {named[0]:,} to {named[-1]:,}"
    return _disagreement(gathered, f"figure {field}", by_bounds(standing), why)


def _timing(standing: Sequence[FigureClaim], cast: Ballot) -> str:
    ids = {figure.id for figure in standing}
    told = sorted({vote.day for vote in cast.votes if vote.day and ids & set(vote.claims)})
    return f"; they were said from {told[0]} to {told[-1]}, by different origins" if len(told) > 1 else ""


def _disagreement(gathered: Gathered, aspect: str, groups: Sequence[Sequence[FigureClaim]], why: str) -> Disagreement:
    documents = sorted({figure.document for group in groups for figure in group})
    field = aspect.removeprefix("figure ")
    where = documents[0] if len(documents) == 1 else "between"
    return Disagreement(
        id=content_id("x", aspect, gathered.incident.id, where),
        kind="figure",
        about=gathered.incident.id,
        scope="within" if len(documents) == 1 else "between",
        sides=tuple(side(field, group) for group in groups),
        why=why,
    )


def _accounts(gathered: Gathered, places: Mapping[str, Place]) -> list[Disagreement]:
    found = (
        *at_odds_over_day(gathered),
        *at_odds_over_place(gathered, places),
        *at_odds_over_act(gathered),
        *at_odds_over_fact(gathered),
    )
    return list(found)


def _low(figure: FigureClaim) -> int:
    # bounds that somebody corrected the wrong way round must not keep a figure out of its own group for ever
    return min(lower(figure) or 0, _high(figure))


def _high(figure: FigureClaim) -> int:
    return figure.upper if figure.upper is not None else ENDLESS
