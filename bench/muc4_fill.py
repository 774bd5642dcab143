"""Templates filled from what a MUC-4 report offers: types of incident, then fillers, each judged beside the others.

A filler is judged twice: by its own features (`Choosers.roles`), then by how it stands among the report's other
candidates (`Choosers.beside`): a chooser that sees all of them knows that the third likeliest organisation is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import msgspec
import numpy as np
from muc4_learn import Floats, Weights
from muc4_read import Candidate, Report
from muc4_score import ROLES, Template

TYPES: Final = ("attack", "bombing", "kidnapping", "arson", "robbery")  # forced work stoppage: six in 1,300 reports
LEAST: Final = 0.1  # less likely types and fillers are not looked at
FAINT: Final = -4.5  # the logit under which a candidate is no rival for a role
# What a type of incident says about a filler is learnt apart for these features.
WITH_TYPE: Final = ("head", "type", "near", "agent", "target", "instrument", "just")
SHARED: Final = ("PerpOrg",)  # what two incidents of one report have in common


class Choosers(msgspec.Struct, frozen=True):
    """The learnt weights by type and by role, and how likely a type, a second incident or a filler must be."""

    types: dict[str, Weights]
    roles: dict[str, Weights]
    several: Weights
    beside: dict[str, Weights]
    least_type: float = 0.4
    least_several: float = 0.5
    least: dict[str, float] = {}
    wordings: tuple[str, ...] = ()


class Judged(msgspec.Struct, frozen=True):
    """How likely a report tells of each type, and of more than one of it; its likely fillers, the likeliest first."""

    types: dict[str, float]
    several: dict[str, float]
    ranked: dict[tuple[str, str], list[tuple[float, Candidate]]]


def judged(read: Report, choosers: Choosers) -> Judged:
    """What the choosers make of one report."""
    types = {kind: choosers.types[kind].probability(read.features) for kind in TYPES}
    several = {kind: choosers.several.probability(numerous(read, kind)) for kind in TYPES}
    totals = {kind: first_totals(read, kind, choosers.roles) for kind in TYPES if types[kind] >= LEAST}
    return Judged(types, several, ranked_fillers(read, types, totals, choosers.beside))


def first_totals(read: Report, kind: str, roles: Mapping[str, Weights]) -> Floats:
    """The logit of each candidate (row) for each role (column), by its own features."""
    described = [typed(one, kind) for one in read.candidates]
    rows = [[roles[role].total(features) for role in ROLES] for features in described]
    return np.asarray(rows, dtype=np.float64).reshape(-1, len(ROLES))


def ranked_fillers(
    read: Report, types: Mapping[str, float], totals: Mapping[str, Floats], beside: Mapping[str, Weights]
) -> dict[tuple[str, str], list[tuple[float, Candidate]]]:
    """The likely fillers, by type and role, of the types whose first totals are given."""
    ranked: dict[tuple[str, str], list[tuple[float, Candidate]]] = {}
    for kind, total in totals.items():
        for role in ROLES:
            seen = rivals(read, types, kind, role, total)
            scored = [(beside[role].probability(features), one) for one, features in seen]
            likely = [pair for pair in scored if pair[0] >= LEAST]
            ranked[kind, role] = distinct(sorted(likely, key=lambda pair: (-pair[0], pair[1].first, pair[1].words)))
    return ranked


def rivals(
    read: Report, types: Mapping[str, float], kind: str, role: str, totals: Floats
) -> Iterator[tuple[Candidate, frozenset[str]]]:
    """The candidates that are no faint ones for a role, and how each stands among the others."""
    column = ROLES.index(role)
    tops = {f"{name} {level}" for name, top in zip(ROLES, _tops(totals), strict=True) for level in _above(top, 2)}
    common = tops | {f"{kind} {level}" for level in _above(_logit(types[kind]), 1)} | {kind}
    common |= {f"rather {other}" for other in TYPES if types[other] > types[kind]}
    better: list[Candidate] = []
    for at in np.argsort(-totals[:, column], kind="stable"):
        own, one = float(totals[at, column]), read.candidates[at]
        if own < FAINT:
            return
        found = {f"own {level}" for level in _above(own, 0.5)} | {f"own {kind} {level}" for level in _above(own, 2)}
        found |= {f"behind {level}" for level in _above(float(totals[:, column].max()) - own, 0.5)}
        others = np.delete(totals[at], column)
        found |= {f"other role {level}" for level in _above(float(others.max()) - own, 1)}
        found |= (
            {"another wording"} if any(alike(one, other) for other in better) else {f"place {min(_many(better), 5)}"}
        )
        better.append(one)
        yield one, frozenset(found | common)


def numerous(read: Report, kind: str) -> frozenset[str]:
    """What tells whether a report has more than one incident of a type that it tells of."""
    return read.features | {kind}


def _tops(totals: Floats) -> list[float]:
    return [float(one) for one in totals.max(axis=0)] if len(totals) else [-9.0] * len(ROLES)


def _logit(p: float) -> float:
    return float(np.log(max(p, 1e-4) / max(1 - p, 1e-4)))


def _above(value: float, step: float) -> Iterator[str]:
    """The levels that a value reaches, from -5 to 5; of step 0.5 as many as 21."""
    return (f"> {level:g}" for level in np.arange(-5, 5 + step, step) if value > level)


def _many(better: Sequence[Candidate]) -> int:
    apart: list[Candidate] = []
    for one in better[:12]:
        if not any(alike(one, other) for other in apart):
            apart.append(one)
    return len(apart)


def templates(found: Judged, choosers: Choosers) -> list[Template]:
    """The templates of one report: one or two of each type that is likely enough, with their likely fillers.

    A type's own doubt and its fillers' are weighed together: likely fillers speak for a type that is in doubt.
    """
    made: list[Template] = []
    for kind in (kind for kind in TYPES if (kind, ROLES[0]) in found.ranked):
        least = {role: choosers.least.get(role, 0.3) for role in ROLES}
        likely = {role: [pair for pair in found.ranked[kind, role] if pair[0] >= least[role]] for role in ROLES}
        gain = sum(p - least[role] for role in ROLES for p, _ in likely[role])
        if found.types[kind] + gain < choosers.least_type:
            continue
        chosen = {role: [one for _, one in likely[role]] for role in ROLES}
        halves = parted(chosen) if found.several[kind] >= choosers.least_several else [chosen]
        made += [
            Template(kind, {role: tuple(frozenset({one.words}) for one in part[role]) for role in ROLES})
            for part in halves
        ]
    return made


def parted(chosen: Mapping[str, Sequence[Candidate]]) -> list[dict[str, list[Candidate]]]:
    """Fillers of two incidents, cut where the text between them is longest; what is shared is in both."""
    apart = sorted(one.first for role in ROLES if role not in SHARED for one in chosen[role])
    gaps = [(later - sooner, later) for sooner, later in pairwise(apart)]
    cut = max(gaps, key=lambda gap: (gap[0], -gap[1]))[1] if gaps and max(gaps)[0] > 0 else (apart or [0])[-1] + 1
    return [
        {role: [one for one in chosen[role] if role in SHARED or (one.first < cut) is sooner] for role in ROLES}
        for sooner in (True, False)
    ]


def distinct(ranked: Sequence[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """The likeliest wording of each filler, nobody twice."""
    chosen: list[tuple[float, Candidate]] = []
    for p, one in ranked:
        if not any(alike(one, other) for _, other in chosen):
            chosen.append((p, one))
    return chosen


def typed(one: Candidate, kind: str) -> frozenset[str]:
    """A candidate's features, the telling ones also together with the type of incident."""
    return one.features | {f"{kind}: {name}" for name in one.features if name.startswith(WITH_TYPE)}


def alike(one: Candidate, other: Candidate) -> bool:
    """Whether two wordings are of one filler: linked in the graph, one in the other, or one the other's initials."""
    left, right = set(one.words.split()), set(other.words.split())
    if one.mentions & other.mentions or left <= right or right <= left:
        return True
    return one.words in initials(other.words) or other.words in initials(one.words)


def initials(words: str) -> tuple[str, str]:
    """The first letters of all words, and of those that are no small words; three letters at least."""
    parts = words.split()
    whole = "".join(part[0] for part in parts)
    main = "".join(part[0] for part in parts if part not in ("of", "for", "and", "de", "la", "y"))
    return (whole if len(whole) > 2 else "", main if len(main) > 2 else "")
