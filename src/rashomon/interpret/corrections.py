"""Figures that a passage itself puts right: "raised the toll from 23 to 48", "had earlier spoken of eight"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

import msgspec

from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases
from rashomon.records import FigureClaim
from rashomon.values.bounds import say

SUPERSEDED: Final = "superseded"
"""The key of ``reasons`` under which a claim that the passage puts right says so."""
NEAR: Final = 80
"""Characters before a number in which the words for a correction are looked for."""
MOST: Final = 40
"""Newer figures before and after an earlier one among which the nearest is looked for."""
Told = list[tuple[str, FigureClaim]]
_TO: Final = re.compile(r"(?i)^\W{0,2}(?:[a-z]{1,12} ){0,3}to \W?(?:at least |about |more than |some |as many as )?$")
_FROM: Final = re.compile(r"(?i)\bfrom (?:a |the |an )?(?:[a-z]{1,12} ){0,4}$")
_NOT: Final = re.compile(r"(?i)(?:, not|instead of|rather than|and not|up from|down from) $")
_EARLIER: Final = re.compile(
    r"(?i)\b(?:earlier|previous|previously reported|initial|original|preliminary|first) "
    r"(?:death |casualty )?(?:toll|count|figure|estimate|number|report) (?:of |put at |at |was |stood at |spoke of )$"
)


def corrected(weave: Weave, figures: Sequence[tuple[str, FigureClaim]]) -> list[FigureClaim]:
    """The claims, those that the passage puts right with what supersedes them in ``reasons``; ``figures`` by number."""
    by_sentence: dict[tuple[str, int], Told] = {}
    fresh: dict[str, Told] = {}
    for quant, claim in sorted(figures, key=lambda one: weave.nodes[one[0]].start):
        if claim.part_of:
            continue
        by_sentence.setdefault((claim.measure, weave.sentence(quant)), []).append((quant, claim))
        if not _EARLIER.search(_before(weave, quant)):
            fresh.setdefault(claim.measure, []).append((quant, claim))
    starts = {measure: [weave.nodes[quant].start for quant, _ in told] for measure, told in fresh.items()}
    found = []
    for quant, claim in figures:
        later = None
        if not claim.part_of:
            here = bisect_left(starts.get(claim.measure, []), weave.nodes[quant].start)
            near = fresh.get(claim.measure, [])[max(0, here - MOST) : here + MOST]
            same = by_sentence[claim.measure, weave.sentence(quant)]
            later = _put_right(weave, quant, claim, same) or _told_earlier(weave, quant, claim, near)
        found.append(_superseded(claim, later))
    return found


def _superseded(claim: FigureClaim, later: FigureClaim | None) -> FigureClaim:
    if later is None:
        return claim
    return msgspec.structs.replace(
        claim, reasons=claim.reasons | {SUPERSEDED: f"the report puts it right: {say(later)}"}
    )


def _put_right(weave: Weave, quant: str, claim: FigureClaim, told: Told) -> FigureClaim | None:
    """The figure to which one was changed: the 48 of "raised from 23 to 48", of "48, up from 23", of "48, not 23"."""
    here, text = weave.nodes[quant], weave.document.text
    before = _before(weave, quant)
    moved = _FROM.search(before) and phrases("cues", "correction", "revised").search(before)
    if not moved and not _NOT.search(before):
        return None
    same = [(other, later) for other, later in told if _bounds(later) != _bounds(claim)]
    if moved:
        for other, later in same:
            start = weave.nodes[other].start
            if here.end < start <= here.end + NEAR and _TO.search(text[here.end : start]):
                return later
    return next((later for other, later in reversed(same) if weave.nodes[other].end <= here.start), None)


def _told_earlier(weave: Weave, quant: str, claim: FigureClaim, fresh: Told) -> FigureClaim | None:
    """The figure that is told as the newer one, where this one is told as an earlier count."""
    before = _before(weave, quant)
    cue = phrases("cues", "correction", "earlier").search(before)
    weak = cue and phrases("cues", "correction", "weak").search(before, cue.end())
    if not _EARLIER.search(before) and not weak:
        return None
    here = weave.nodes[quant].start
    rivals = [(other, later) for other, later in fresh if _bounds(later) != _bounds(claim)]
    return min(rivals, key=lambda one: abs(weave.nodes[one[0]].start - here), default=("", None))[1]


def _before(weave: Weave, quant: str) -> str:
    """The words of its sentence before a number, the last `NEAR` characters of them."""
    start = weave.nodes[quant].start
    return weave.document.text[max(weave.sentence_span(quant).start, start - NEAR) : start]


def _bounds(claim: FigureClaim) -> tuple[int | None, int | None]:
    return claim.lower, claim.upper
