"""Stories that one outlet tells again: which report updates which, so that the later one's word stands."""

import re
from collections.abc import Iterable
from typing import Final

from rashomon.link.account import days, published
from rashomon.link.groups import standing
from rashomon.records import Document, Judgement, content_id
from rashomon.values.voices import outlet_key

UPDATE: Final = "update of"
"""The report ``left`` is the same outlet's later telling of the story of the report ``right``."""
DAYS: Final = 3  # an outlet that takes up a story after longer writes another one
OVERLAP: Final = 0.5  # share of common runs (the score of a "same origin" judgement) that makes it one story
TITLED: Final = 0.3  # the same where both bear one title
_TAG: Final = re.compile(r"\b(?:update[ds]?|developing|breaking|correct(?:ed|ion)|\d{1,2})\b|\W+")


def updates(documents: Iterable[Document], judgements: Iterable[Judgement]) -> list[Judgement]:
    """A judgement "update of" for each report that its outlet told anew within days, by the next such report.

    ``judgements`` are those of origin: only reports that have text in common are looked at. On one day a near-duplicate
    is a copy, not an update: nothing says which came later.
    """
    known = {document.id: document for document in documents}
    later: dict[str, tuple[str, str, Judgement]] = {}
    for judgement in judgements:
        if judgement.left not in known or judgement.right not in known or judgement.made or judgement.retired:
            continue
        first, second = sorted((known[judgement.left], known[judgement.right]), key=lambda d: (published(d), d.id))
        why = _update(first, second, judgement.score)
        rank = (published(second), second.id)
        if why and (first.id not in later or rank < later[first.id][:2]):
            later[first.id] = (*rank, _judgement(first, second, judgement, why))
    return [later[name][2] for name in sorted(later)]


def updated(judgements: Iterable[Judgement]) -> dict[str, str]:
    """The next telling of each report that has one, by id; persons' judgements bind."""
    return {j.right: j.left for j in standing(judgements, UPDATE) if j.verdict == "same"}


def _update(first: Document, second: Document, score: float) -> str:
    """Why the second is an update of the first; "" if it is none."""
    if not outlet_key(first) or outlet_key(first) != outlet_key(second):
        return ""
    before, after = days(first.published), days(second.published)
    if before is None or after is None or not 1 <= after[0] - before[1] <= DAYS:
        return ""
    later = f"{first.publisher} told it again {after[0] - before[1]} day{'s' if after[0] - before[1] > 1 else ''} later"
    if score >= OVERLAP:
        return f"{later}: {score:.0%} of the text is common"
    titled = bool(_title(first)) and _title(first) == _title(second)
    return f"{later} under one title: {score:.0%} of the text is common" if titled and score >= TITLED else ""


def _title(document: Document) -> str:
    return " ".join(_TAG.sub(" ", (document.title or "").casefold()).split())


def _judgement(first: Document, second: Document, of: Judgement, why: str) -> Judgement:
    return Judgement(
        id=content_id("j", UPDATE, second.id, first.id, of.score),
        left=second.id,
        right=first.id,
        relation=UPDATE,
        score=of.score,
        why=why,
        maker=of.maker,
    )
