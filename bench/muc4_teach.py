"""Choosers for MUC-4's templates learnt from annotated reports: in folds first, so that thresholds see new reports."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec
from muc4_fill import LEAST, TYPES, Choosers, Judged, first_totals, numerous, ranked_fillers, rivals, templates, typed
from muc4_learn import Floats, Weights, learn, learn_few
from muc4_read import Candidate, Report
from muc4_score import ROLES, Counts, Template, overall, score

STEPS: Final = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7)
TYPE_KEEP, ROLE_KEEP = 1100, 1200  # weights a question
ROLE_DECAY: Final = 1e-4  # L2 per weight
BESIDE_DECAY: Final = 1e-3
PARTS: Final = 3
SPARED: Final = 3  # one in so many candidates that fill nothing is learnt from
KNOWN: Final = 3  # fillers of so many reports are looked for in every report
KNOWN_ROLES: Final = ("PerpOrg", "Target", "Weapon")

Told = tuple[Report, list[Template]]


class Drafted(msgspec.Struct, frozen=True):
    """A report that choosers judged which had not seen it: its types, and the first totals of the likely ones."""

    read: Report
    gold: list[Template]
    types: dict[str, float]
    several: dict[str, float]
    totals: dict[str, Floats]


def known_wordings(golds: Sequence[Sequence[Template]]) -> tuple[str, ...]:
    """The wordings that fill a role in several reports."""
    counts = Counter(
        words
        for gold in golds
        for words in {w for one in gold for role in KNOWN_ROLES for filler in one.of(role) for w in filler}
    )
    return tuple(sorted(words for words, count in counts.items() if count >= KNOWN and len(words) > 2))


def trained(names: Sequence[str], told: Sequence[Told], wordings: tuple[str, ...] = ()) -> Choosers:
    """Choosers from annotated reports: those of the second look and thresholds from folds, the first from all."""
    drafts = drafted(names, told)
    beside = second(drafts)
    first = taught(told)
    return chosen_thresholds(looked_at(drafts, beside), Choosers(*first, beside=beside, wordings=wordings))


def drafted(names: Sequence[str], told: Sequence[Told]) -> list[Drafted]:
    """Each report as choosers judge it that learnt from the other parts."""
    parts = [part(name) for name in names]
    found: list[Drafted] = []
    for number in range(PARTS):
        types, roles, several = taught([one for one, own in zip(told, parts, strict=True) if own != number])
        for read, gold in (one for one, own in zip(told, parts, strict=True) if own == number):
            likely = {kind: types[kind].probability(read.features) for kind in TYPES}
            more = {kind: several.probability(numerous(read, kind)) for kind in TYPES}
            totals = {kind: first_totals(read, kind, roles) for kind in TYPES if likely[kind] >= LEAST}
            found.append(Drafted(read, gold, likely, more, totals))
    return found


def part(name: str) -> int:
    """The part of the reports that a report belongs to."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % PARTS


def taught(told: Sequence[Told]) -> tuple[dict[str, Weights], dict[str, Weights], Weights]:
    """The weights of the first look that reports teach: by type, by role, and for several incidents of a type."""
    tells = {kind: [any(kind in one.type for one in gold) for _, gold in told] for kind in TYPES}
    types = learn_few([read.features for read, _ in told], tells, keep=TYPE_KEEP)
    samples: list[frozenset[str]] = []
    fills: dict[str, list[bool]] = {role: [] for role in ROLES}
    for one, kind, answers in _asked(told):
        samples.append(typed(one, kind))
        for role, answer in answers.items():
            fills[role].append(answer)
    return types, learn(samples, fills, decay=ROLE_DECAY, keep=ROLE_KEEP), _several(told)


def _asked(told: Sequence[Told]) -> Iterator[tuple[Candidate, str, dict[str, bool]]]:
    """The candidates of the told types and what they fill; of those that fill nothing, some."""
    spared = 0
    for read, gold in told:
        for kind in TYPES:
            same = [one for one in gold if kind in one.type]
            for one in read.candidates if same else ():
                answers = {role: _fills(one, role, same) for role in ROLES}
                spared += 1
                if any(answers.values()) or spared % SPARED == 0:
                    yield one, kind, answers


def _fills(one: Candidate, role: str, gold: Sequence[Template]) -> bool:
    return any(one.words in filler for template in gold for filler in template.of(role))


def _several(told: Sequence[Told]) -> Weights:
    numbers = [
        (numerous(read, kind), sum(kind in one.type for one in gold))
        for read, gold in told
        for kind in TYPES
        if any(kind in one.type for one in gold)
    ]
    answers = {"several": [number > 1 for _, number in numbers]}
    return learn_few([features for features, _ in numbers], answers, strength=1.0, keep=800)["several"]


def second(drafts: Sequence[Drafted]) -> dict[str, Weights]:
    """The weights of the second look, by role."""
    beside: dict[str, Weights] = {}
    for role in ROLES:
        samples: list[frozenset[str]] = []
        answers: list[bool] = []
        for draft in drafts:
            for kind, totals in draft.totals.items():
                same = [one for one in draft.gold if kind in one.type]
                for one, features in rivals(draft.read, draft.types, kind, role, totals):
                    samples.append(features)
                    answers.append(_fills(one, role, same))
        beside |= learn(samples, {role: answers}, decay=BESIDE_DECAY)
    return beside


def looked_at(drafts: Sequence[Drafted], beside: Mapping[str, Weights]) -> list[tuple[Judged, list[Template]]]:
    """What the choosers of the second look make of drafts, with what is annotated."""
    return [
        (Judged(one.types, one.several, ranked_fillers(one.read, one.types, one.totals, beside)), one.gold)
        for one in drafts
    ]


def chosen_thresholds(found: Sequence[tuple[Judged, list[Template]]], choosers: Choosers) -> Choosers:
    """The choosers with the thresholds that serve these reports best, one after the other, twice."""
    best = choosers
    for _ in range(2):
        for name in ("type", "several", *ROLES):
            tried = [_with(best, name, step) for step in STEPS]
            best = max(tried, key=lambda one: overall(measured(found, one)).f1)
    return best


def _with(choosers: Choosers, name: str, least: float) -> Choosers:
    if name == "type":
        return msgspec.structs.replace(choosers, least_type=least)
    if name == "several":
        return msgspec.structs.replace(choosers, least_several=least)
    return msgspec.structs.replace(choosers, least={**choosers.least, name: least})


def measured(found: Sequence[tuple[Judged, list[Template]]], choosers: Choosers) -> Mapping[str, Counts]:
    """The counts by row over these reports."""
    return score([(templates(one, choosers), gold) for one, gold in found])
