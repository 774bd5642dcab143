"""People's decisions on claims and mentions, carried over to what the reading in force makes of the same words.

A decision names a claim or a mention by its id. Under another model or other settings the same words may be read as a
claim of another id, or as a mention of one word more. The claims of every earlier reading stay on record, so the words
are known, and the decision goes over to the claim of the same kind, or the mention, that covers most of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from rashomon.errors import NotFound
from rashomon.records import AnyClaim, EventClaim, Judgement, Span, mention_key
from rashomon.store import View
from rashomon.values.judgements import FIELD, IS_CLAIM, LEAVES, SAME_INCIDENT
from rashomon.values.mentions import mentions_of

Reading = Callable[[str], Sequence[AnyClaim]]
"""The claims of a report in the reading in force."""
LEAST = 0.5
"""Mentions that share less of their characters than this are two."""


def of_claim(judgement: Judgement) -> bool:
    """Whether a judgement speaks of claims: its left side is one."""
    return judgement.relation in (SAME_INCIDENT, LEAVES, IS_CLAIM) or judgement.relation.startswith(FIELD)


def reread(judgements: Iterable[Judgement], view: View, reading: Reading) -> list[Judgement]:
    """The judgements, those of people with the ids that their claims and mentions have in the reading in force.

    One whose words are no claim now stays as it is, and speaks of nothing.
    """
    return [_carried(j, view, reading) if j.made else j for j in judgements]


def _carried(j: Judgement, view: View, reading: Reading) -> Judgement:
    if j.relation in ("is actor", "is place"):
        return msgspec.structs.replace(j, left=_mention(j.left, reading))
    if not of_claim(j):
        return j
    pair = j.relation in (SAME_INCIDENT, LEAVES)
    return msgspec.structs.replace(
        j, left=_claim(j.left, view, reading), right=_claim(j.right, view, reading) if pair else j.right
    )


def _claim(name: str, view: View, reading: Reading) -> str:
    try:
        before = view.claim(name)
    except NotFound:
        return name
    now = reading(before.document)
    if any(claim.id == name for claim in now):
        return name
    same = [claim for claim in now if type(claim) is type(before)]
    shared = {claim.id: _shared(words_of(before), words_of(claim)) for claim in same}
    kin = {claim.id for claim in same if _type(claim) == _type(before)}
    return max((c for c in shared if shared[c]), key=lambda c: (c in kin, shared[c], c), default=name)


def _mention(key: str, reading: Reading) -> str:
    document, _, span = key.rpartition(":")
    start, _, end = span.partition("-")
    given = Span(start=int(start), end=int(end), quote="")
    spans = set(spans_of(reading(document)))
    if (given.start, given.end) in spans:
        return key
    shared = {at: _shared(given, Span(start=at[0], end=at[1], quote="")) for at in spans}
    best = max(shared, key=lambda at: (shared[at], at), default=None)
    return mention_key(document, *best) if best and shared[best] >= LEAST else key


def spans_of(claims: Iterable[AnyClaim]) -> Iterator[tuple[int, int]]:
    """Where the mentions and the speakers of claims stand."""
    for claim in claims:
        yield from ((m.start, m.end) for m in mentions_of(claim))
        yield from ((v.start, v.end) for v in claim.voices if v.words)


def words_of(claim: AnyClaim) -> Span:
    """The words on which a claim hangs: its trigger or number, else its sentence."""
    return claim.spans[1] if len(claim.spans) > 1 else claim.spans[0]


def _shared(one: Span, other: Span) -> float:
    """The share of all their characters that two spans have in common."""
    common = min(one.end, other.end) - max(one.start, other.start)
    whole = max(one.end, other.end) - min(one.start, other.start)
    return max(0, common) / whole if whole else float(one == other)


def _type(claim: AnyClaim) -> str:
    return claim.type if isinstance(claim, EventClaim) else ""
