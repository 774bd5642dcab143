"""Which of several judgements holds: a person's over the machine's, a later over an earlier one, the surer one."""

from collections.abc import Iterable
from typing import Final

from rashomon.records import Correction, Judgement

PERSON: Final = "person"
"""The maker of a person's judgements, with the name after a blank where it was given; their ``made`` says when."""
SAME_ACTOR: Final = "same actor"
SAME_INCIDENT: Final = "same incident"
SAME_ORIGIN: Final = "same origin"
LEAVES: Final = "leaves incident"
"""The event claim ``right`` does not belong to the incident of the event claim ``left``; all else stays."""
IS_CLAIM: Final = "is claim"
"""``left`` says what its sentence says; by the verdict it does not, and is no claim."""
FIELD: Final = "claim "
"""What the relation of a correction begins with; the field's name follows."""
CORRECTED: Final = "corrected by"
"""What the reason of a corrected field begins with."""


def who(made: Judgement | Correction) -> str:
    """The person who made a judgement or a correction: the name, where one was given."""
    return made.maker.removeprefix(PERSON).strip() or "a person"


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
