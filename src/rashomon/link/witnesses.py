"""The origins of one incident: who first said what its claims say, each counted once."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from rashomon.link.groups import groups, standing
from rashomon.link.origins import credits
from rashomon.records import AnyClaim, Document, Judgement, Origin
from rashomon.values.judgements import SAME_ORIGIN
from rashomon.values.quotations import quotations
from rashomon.values.voices import folded, outlet_key, speaker

Mark = tuple[str, str]
Pairs = frozenset[tuple[str, str]]
"""Documents of which a person said that they are not one origin; each pair in both orders."""

_WORD: Final = re.compile(r"\w{1,60}")
LEAST_WORDS: Final = 5  # "we will win" is said by many
ONE_REPORT: Final = "one report"
REASONS: Final[Mapping[str, str]] = {
    "agency": "all credit one agency",
    "outlet": "reports of one outlet",
    "text": "near-duplicate texts",
    "version": "versions of one report",
}


def document_groups(documents: Iterable[str], judgements: Iterable[Judgement]) -> dict[str, str]:
    """For each document id the first id of the group judged one origin; persons' judgements bind."""
    known = sorted(documents)
    found = groups(known, judgements, {document: document for document in known}, SAME_ORIGIN)
    return {document: group[0] for group in found for document in group}


def told_apart(judgements: Iterable[Judgement]) -> Pairs:
    """The documents that a person holds for different origins."""
    people = [j for j in standing(judgements, SAME_ORIGIN) if j.made and j.verdict == "different"]
    return frozenset(pair for j in people for pair in ((j.left, j.right), (j.right, j.left)))


def origins(
    claims: Sequence[AnyClaim], documents: Mapping[str, Document], group: Mapping[str, str], apart: Pairs = frozenset()
) -> list[Origin]:
    """The origins of an incident's claims: groups of documents for what the authors say, and every speaker they cite.

    ``group`` maps a document to the group it was judged to share (a reprint and its original). Within one incident,
    reports of one outlet, versions of one report, and copies of one agency are one voice too. A speaker known as an
    actor counts once in however many reports he is cited; one known only by words, once in each group, but once in
    all groups that carry one quotation of his. Reports that a person told ``apart`` are never one voice for what
    their authors say.
    """
    told = sorted({claim.document for claim in claims if claim.document in documents})
    joined, why = _joined(told, documents, group, apart)
    authors: dict[str, set[str]] = {}
    speakers: dict[tuple[str, str], set[str]] = {}
    alike = _quoted_alike(claims, joined)
    for claim in claims:
        if claim.document not in joined:
            continue
        voice = speaker(claim)
        if voice is None:
            authors.setdefault(joined[claim.document], set()).add(claim.document)
        else:
            words = voice.actor or folded(voice.words)
            own = alike.get((words, joined[claim.document]), joined[claim.document])
            speakers.setdefault((words, "" if voice.actor else own), set()).add(claim.document)
    found = [
        Origin(documents=tuple(sorted(ids)), why=why.get(name, "judged one origin") if len(ids) > 1 else ONE_REPORT)
        for name, ids in sorted(authors.items())
    ]
    for (words, _), ids in sorted(speakers.items()):
        cited = "one speaker, cited in one report" if len(ids) == 1 else f"one speaker, cited in {len(ids)} reports"
        found.append(Origin(documents=tuple(sorted(ids)), speaker=words, why=cited))
    return found


def quoted(claim: AnyClaim) -> frozenset[str]:
    """The quotations in a claim's sentence, letters and digits only, if its innermost voice is quoted directly."""
    if not claim.voices or claim.voices[-1].form != "direct":
        return frozenset()
    sentence = claim.spans[0].quote
    said = (_WORD.findall(sentence[start:end].casefold()) for start, end in quotations(sentence))
    return frozenset(" ".join(words) for words in said if len(words) >= LEAST_WORDS)


def _quoted_alike(claims: Iterable[AnyClaim], joined: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """For unnamed speakers (words, group) of whom several groups carry one quotation: the first of these groups."""
    carried: dict[tuple[str, str], set[str]] = {}
    for claim in claims:
        voice = speaker(claim)
        if voice is None or voice.actor or claim.document not in joined:
            continue
        for quotation in quoted(claim):
            carried.setdefault((folded(voice.words), quotation), set()).add(joined[claim.document])
    home: dict[tuple[str, str], str] = {}
    for (words, _), names in sorted(carried.items()):
        heads = {home.get((words, name), name) for name in names}
        moved = {key: min(heads) for key, head in home.items() if key[0] == words and head in heads}
        home |= moved | {(words, name): min(heads) for name in names}
    return home


def independent(found: Sequence[Origin], group: Mapping[str, str]) -> bool:
    """Whether two origins have no report in common: only then does one bear the other out."""
    carried = [{group.get(document, document) for document in origin.documents} for origin in found]
    return any(not one & other for one, other in combinations(carried, 2))


def _joined(
    told: Sequence[str], documents: Mapping[str, Document], group: Mapping[str, str], apart: Pairs
) -> tuple[dict[str, str], dict[str, str]]:
    """Each document's voice within the incident (named by its first document), and why those of one voice are one."""
    holders: dict[Mark, list[str]] = {}
    for document in told:
        for mark in _marks(documents[document], group):
            holders.setdefault(mark, []).append(document)
    joined = {document: document for document in told}
    why: dict[str, str] = {}
    for mark in sorted(holders):
        for other in holders[mark][1:]:
            names = {joined[holders[mark][0]], joined[other]}
            members = [document for document in told if joined[document] in names]
            if len(names) > 1 and not (apart and any(pair in apart for pair in combinations(members, 2))):
                name = min(names)
                joined |= dict.fromkeys(members, name)
                known = [part for n in sorted(names) if n in why for part in why[n].split("; ")]
                why[name] = "; ".join(dict.fromkeys([*known, REASONS[mark[0]]]))
    return joined, why


def _marks(document: Document, group: Mapping[str, str]) -> Iterator[Mark]:
    """What makes two reports of one incident one voice."""
    yield "text", group.get(document.id, document.id)
    yield "version", document.id
    if document.superseded_by:
        yield "version", document.superseded_by
    if outlet_key(document):
        yield "outlet", outlet_key(document)
    for agency in sorted(credits(document)):
        yield "agency", agency
