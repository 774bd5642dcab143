"""Figures that a passage itself puts right: "raised the toll from 23 to 48", "had earlier spoken of eight"."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from rashomon.interpret.numbers import denied
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases
from rashomon.records import SUPERSEDED, FigureClaim
from rashomon.values.bounds import say

NEAR: Final = 80
"""Characters before a number in which the words for a correction are looked for."""
_TO: Final = re.compile(r"(?i)^\W{0,2}(?:[a-z]{1,12} ){0,3}to \W?(?:at least |about |more than |some |as many as )?$")
_FROM: Final = re.compile(r"(?i)\bfrom (?:a |the |an )?(?:[a-z]{1,12} ){0,4}$")
# What follows is told as newer: "had earlier put the toll at nine, but later said 14".
_NOW: Final = re.compile(r"(?i)\b(?:later|now|but|since|then|today)\b")
_NOT: Final = re.compile(r"(?i)(?:, not|instead of|rather than|and not|up from|down from) $")
_EARLIER: Final = re.compile(
    r"(?i)\b(?:earlier|previous|previously reported|initial|original|preliminary|first) "
    r"(?:death |casualty )?(?:toll|count|figure|estimate|number|report) (?:of |put at |at |was |stood at |spoke of )$"
)


def corrected(weave: Weave, figures: Sequence[tuple[str, FigureClaim]]) -> list[FigureClaim]:
    """The claims, those that the passage puts right with what supersedes them in ``reasons``; ``figures`` by number."""
    return [_corrected(weave, quant, claim, figures) for quant, claim in figures]


def _corrected(weave: Weave, quant: str, claim: FigureClaim, figures: Sequence[tuple[str, FigureClaim]]) -> FigureClaim:
    rivals = [
        (other, later)
        for other, later in figures
        if later.measure == claim.measure and not later.part_of and _bounds(later) != _bounds(claim)
    ]
    if claim.part_of or not rivals:
        return claim
    later = _put_right(weave, quant, rivals) or _told_earlier(weave, quant, rivals)
    if later is None:
        return claim
    return msgspec.structs.replace(
        claim, reasons=claim.reasons | {SUPERSEDED: f"the report puts it right: {say(later)}"}
    )


def _put_right(weave: Weave, quant: str, rivals: Sequence[tuple[str, FigureClaim]]) -> FigureClaim | None:
    """The figure to which one was changed: the 48 of "from 23 to 48", "48, up from 23", "not 23 but 48"."""
    here, text = weave.nodes[quant], weave.document.text
    before = _before(weave, quant)
    same = [(other, claim) for other, claim in rivals if weave.sentence(other) == weave.sentence(quant)]
    if denied(weave, quant):
        return next((claim for other, claim in same if weave.nodes[other].start > here.end), None)
    if _FROM.search(before) and phrases("cues", "correction", "revised").search(before):
        for other, claim in same:
            start = weave.nodes[other].start
            if here.end < start <= here.end + NEAR and _TO.search(text[here.end : start]):
                return claim
    if _NOT.search(before) or (_FROM.search(before) and phrases("cues", "correction", "revised").search(before)):
        return next((claim for other, claim in reversed(same) if weave.nodes[other].end <= here.start), None)
    return None


def _told_earlier(weave: Weave, quant: str, rivals: Sequence[tuple[str, FigureClaim]]) -> FigureClaim | None:
    """The figure that is told as the newer one, where this one is told as an earlier count."""
    before = _before(weave, quant)
    before = before[max((match.end() for match in _NOW.finditer(before)), default=0) :]
    cue = phrases("cues", "correction", "earlier").search(before)
    weak = cue and phrases("cues", "correction", "weak").search(before, cue.end())
    if not _EARLIER.search(before) and not weak:
        return None
    here = weave.nodes[quant].start
    fresh = [(other, claim) for other, claim in rivals if not _EARLIER.search(_before(weave, other))]
    return min(fresh, key=lambda one: abs(weave.nodes[one[0]].start - here), default=("", None))[1]


def _before(weave: Weave, quant: str) -> str:
    """The words of its sentence before a number, the last `NEAR` characters of them."""
    start = weave.nodes[quant].start
    return weave.document.text[max(weave.sentence_span(quant).start, start - NEAR) : start]


def _bounds(claim: FigureClaim) -> tuple[int | None, int | None]:
    return claim.lower, claim.upper
