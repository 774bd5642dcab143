"""Which of several judgements holds: a person's over the machine's, a later over an earlier one, the surer one."""

from collections.abc import Iterable
from typing import Final

from rashomon.records import Judgement

PERSON: Final = "person"
"""The maker of a person's judgements; their ``made`` says when."""


def prevailing(judgements: Iterable[Judgement], relation: str) -> dict[str, Judgement]:
    """The judgement that holds on each left side, of those of one relation that are not retired; ties go by id."""
    best: dict[str, Judgement] = {}
    for judgement in judgements:
        if judgement.relation == relation and judgement.retired is None:
            held = best.get(judgement.left)
            if held is None or _rank(judgement) > _rank(held):
                best[judgement.left] = judgement
    return best


def _rank(judgement: Judgement) -> tuple[bool, str, bool, float, str]:
    decided = judgement.verdict == "same"
    return judgement.made is not None, judgement.made or "", decided, judgement.score, judgement.id
