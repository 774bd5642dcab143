"""The way from claims to judgements: within each report first, then between reports."""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.link.account import Account, accounts
from rashomon.link.keys import candidate_pairs
from rashomon.link.linker import Linker
from rashomon.link.pool import pooled
from rashomon.link.within import pairs
from rashomon.records import Actor, AnyClaim, Document, Judgement, Place


def judge(
    documents: Iterable[Document],
    claims: Iterable[AnyClaim],
    places: Mapping[str, Place],
    actors: Mapping[str, Actor],
    linker: Linker | None = None,
) -> list[Judgement]:
    """Every "same incident" judgement of a case, ordered by id: within reports, and between what they tell.

    A report's own judgements depend on that report alone, those between two reports on these two: further reports
    only add to them. Persons' judgements have no part in it; `clusters.incidents` weighs them.
    """
    linker = linker or Linker()
    by_document: dict[str, list[AnyClaim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document, []).append(claim)
    found: list[Judgement] = []
    told: list[Account] = []
    for document in documents:
        own = accounts(document, by_document.get(document.id, []), places, actors)
        inside = judge_report(own, linker)
        found.extend(inside)
        told.extend(pooled(own, inside))
    found.extend(linker(candidate_pairs(told)))
    return sorted(found, key=lambda judgement: judgement.id)


def judge_report(own: Sequence[Account], linker: Linker) -> list[Judgement]:
    """The judgements within one report, of its accounts in order of the text."""
    return linker(pairs(own, linker))
