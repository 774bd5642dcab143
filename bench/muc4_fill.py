"""Templates filled from what a MUC-4 report offers, as far as the networks' scores for it make it worth the risk."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from muc4_net import TYPES, Scores, probability
from muc4_read import Candidate, Report
from muc4_score import ROLES, Template, overall, score

APART: Final = 200  # characters between the fillers of two incidents
SHARED: Final = ("PerpOrg",)  # what two incidents of one report have in common
SEVERAL: Final = (0.3, 0.35, 0.4, 0.5, 0.6)

Ranked = dict[str, list[tuple[float, Candidate]]]  # by role, the likeliest filler first


def templates(read: Report, scores: Scores, least: Mapping[str, float]) -> list[Template]:
    """The templates of one report: one or two of each type of which more is likely to be right than it costs.

    F1 is best where all is predicted that is more likely than half of it. So what is less likely than
    ``least["filler"]`` is left out, and likely fillers speak for a type in doubt. Where a second incident is as likely
    as ``least["several"]``, there are two.
    """
    made: list[Template] = []
    for at, kind in enumerate(TYPES):
        likely = ranked(read, scores, at, least["filler"])
        worth = [probability(scores.types[at]), *(p for own in likely.values() for p, _ in own)]
        if sum(worth) <= least["filler"] * len(worth):
            continue
        chosen = {role: [one for _, one in likely[role]] for role in ROLES}
        two = probability(scores.several[at]) >= least["several"]
        made += [
            Template(kind, {role: tuple(frozenset({one.words}) for one in part[role]) for role in ROLES})
            for part in (parted(chosen) if two else [chosen])
        ]
    return made


def ranked(read: Report, scores: Scores, at: int, least: float) -> Ranked:
    """The fillers of an incident of the type of this number: how likely the report tells of it and they fill it."""
    told = probability(scores.types[at])
    found: Ranked = {}
    for role, column in zip(ROLES, probability(scores.fillers[:, at].T), strict=True):
        likely = [(float(told * column[n]), read.candidates[n]) for n in np.flatnonzero(told * column >= least)]
        found[role] = distinct(sorted(likely, key=lambda pair: (-pair[0], pair[1].first, pair[1].words)))
    return found


def chosen_least(found: Sequence[tuple[Report, Scores, list[Template]]]) -> dict[str, float]:
    """How likely a filler must be (half of F1) and a second incident, for templates like these annotated ones."""
    least = {"filler": 0.25, "several": SEVERAL[0]}
    for _ in range(2):
        least = max((least | {"several": step} for step in SEVERAL), key=lambda one: measured(found, one))
        least["filler"] = round(measured(found, least) / 200, 3)
    return least


def measured(found: Sequence[tuple[Report, Scores, list[Template]]], least: Mapping[str, float]) -> float:
    """F1 of the templates of annotated reports."""
    return overall(score([(templates(read, scores, least), gold) for read, scores, gold in found])).f1


def parted(chosen: Mapping[str, Sequence[Candidate]]) -> list[dict[str, list[Candidate]]]:
    """Fillers of two incidents, cut where the text between them is longest (if long); what is shared is in both."""
    apart = sorted(one.first for role in ROLES if role not in SHARED for one in chosen[role])
    gap, cut = max(((later - sooner, -later) for sooner, later in pairwise(apart)), default=(0, 0))
    if gap < APART:
        return [{role: list(chosen[role]) for role in ROLES}]
    return [
        {role: [one for one in chosen[role] if role in SHARED or (one.first < -cut) is sooner] for role in ROLES}
        for sooner in (True, False)
    ]


def distinct(ranked: Sequence[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """The likeliest wording of each filler, nobody twice."""
    chosen: list[tuple[float, Candidate]] = []
    for p, one in ranked:
        if not any(alike(one, other) for _, other in chosen):
            chosen.append((p, one))
    return chosen


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
