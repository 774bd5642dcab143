"""Who is said to stand with or against whom, as the page shows it: every assertion with its time and its origin."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from rashomon.records import AnyClaim, Change, Origin, Period, TiePeriod, Triad
from rashomon.records import Tie as Told
from rashomon.show import words
from rashomon.show.analyses import BALANCE, ranked_triads, side, stretch, teller, tellers
from rashomon.show.network_layout import plan
from rashomon.show.page.data_ties import Assertion, Network, Tie, Trio, Turn
from rashomon.show.page.index import Index
from rashomon.show.plain import clip
from rashomon.show.relations import loose_claims

SIGNS: Final = "+-0"


class When(NamedTuple):
    """The days at which an assertion is put, in words, and how they are known (`Assertion.as_of`)."""

    first: str
    last: str
    words: str
    as_of: str


def network(index: Index, triads: Sequence[Triad]) -> Network:
    """Every tie between actors of the record, changes of sides, and triads: those out of balance first."""
    look = index.look
    known = [tie for tie in look.record.ties if {tie.left, tie.right} <= index.actors.keys()]
    laid = plan((tie.left, tie.right) for tie in known)
    return Network(
        ties=_ties(known, index),
        spots=tuple((index.actors[name], x, y) for name, (x, y) in laid.spots.items()),
        wide=laid.wide,
        high=laid.high,
        turns=tuple(_turn(c, index) for c in look.record.changes if {c.left, c.right} <= index.actors.keys()),
        trios=tuple(_trio(triad, index) for triad in ranked_triads(triads)),
        loose=index.told(claim.id for claim in loose_claims(look)),
    )


def _ties(known: Iterable[Told], index: Index) -> tuple[Tie, ...]:
    """One for each pair and sign; pairs as they come in the record, with before against before neither."""
    pairs: dict[tuple[str, str], dict[str, list[Told]]] = {}
    for tie in known:
        signs = pairs.setdefault((min(tie.left, tie.right), max(tie.left, tie.right)), {})
        signs.setdefault(tie.sign, []).append(tie)
    return tuple(_tie(signs[sign], index) for signs in pairs.values() for sign in SIGNS if sign in signs)


def _tie(told: Sequence[Told], index: Index) -> Tie:
    left, right = told[0].left, told[0].right
    origins = _joined(told, index)
    made = [
        Assertion(
            claim=index.claims[claim.id],
            relation=words.RELATION.get(tie.relation, tie.relation),
            turned=tie.left != left,
            from_=at.first,
            to=at.last,
            when=at.words,
            as_of=at.as_of,
            history=span.background,
            origin=_origin_of(claim, origins),
        )
        for tie in told
        for span in tie.periods
        for claim in index.look.said(span.claims)
        for at in [_when(span, claim, index)]
    ]
    made.sort(key=lambda one: (one.as_of == "none", one.from_ or one.to, one.to or "~", one.claim))
    return Tie(
        left=index.actors[left],
        right=index.actors[right],
        sign=told[0].sign,
        origins=tuple(teller(origin, index.look, (one.id for one in _claims(told, index))) for origin in origins),
        assertions=tuple(made),
    )


def _claims(told: Iterable[Told], index: Index) -> list[AnyClaim]:
    return [claim for tie in told for span in tie.periods for claim in index.look.said(span.claims)]


def _when(span: TiePeriod, claim: AnyClaim, index: Index) -> When:
    """The time that a claim names; else its report's, unless it tells of history."""
    if span.period and (span.period.from_ or span.period.to):
        return When(*_days(span.period), words.period(span.period), "")
    if span.background:
        return When("", "", "no time said", "none")
    document = index.look.documents.get(claim.document)
    published = document.published if document else None
    if published is None or not (published.from_ or published.to):
        return When("", "", "no time said, report undated", "none")
    return When(*_days(published), f"no time said; report of {words.period(published)}", "report")


def _days(given: Period) -> tuple[str, str]:
    return (given.from_ or "")[:10], (given.to or "")[:10]


def _joined(told: Iterable[Told], index: Index) -> list[Origin]:
    """The origins of several ties of one pair: whoever is one in some of them is one in all.

    A report without any origin (no record that Rashomon makes has one) counts for itself.
    """
    found: list[Origin] = []
    each = [origin for tie in told for origin in tie.origins]
    each += [origin for tie in told for span in tie.periods for origin in span.origins]
    alone = (Origin(documents=(claim.document,)) for claim in _claims(told, index))
    for origin in each:
        same = [other for other in found if _one(origin, other, index)]
        found = [other for other in found if other not in same]
        documents = {name for one in (origin, *same) for name in one.documents}
        why = next((one.why for one in (*same, origin) if len(one.documents) > 1), origin.why)
        found.append(Origin(documents=tuple(sorted(documents)), speaker=origin.speaker, why=why))
    for origin in alone:
        if not any(origin.documents[0] in other.documents for other in found):
            found.append(origin)
    return sorted(found, key=lambda origin: (origin.speaker or "", origin.documents))


def _one(origin: Origin, other: Origin, index: Index) -> bool:
    if origin.speaker != other.speaker:
        return False
    return origin.speaker in index.actors or not set(origin.documents).isdisjoint(other.documents)


def _origin_of(claim: AnyClaim, origins: Sequence[Origin]) -> int:
    """Which origin a claim is of: that of its innermost speaker, else of its report."""
    voice = next((v for v in reversed(claim.voices) if v.form != "author" and (v.actor or v.words)), None)
    speaker = voice and (voice.actor or " ".join(voice.words.casefold().split()))
    mine = [at for at, origin in enumerate(origins) if claim.document in origin.documents]
    return next((at for at in mine if origins[at].speaker == speaker), mine[0])


def _turn(change: Change, index: Index) -> Turn:
    look, before, after = index.look, change.before, change.after
    return Turn(
        left=index.actors[change.left],
        right=index.actors[change.right],
        before=stretch(before),
        before_says=tellers(before.origins, before.claims, look),
        before_claims=index.told(before.claims),
        after=stretch(after),
        after_says=tellers(after.origins, after.claims, look),
        after_claims=index.told(after.claims),
        why=clip(change.why, 400),
    )


def _trio(triad: Triad, index: Index) -> Trio:
    return Trio(
        actors=tuple(index.actors[name] for name in triad.actors if name in index.actors),
        balance=BALANCE[triad.balanced],
        why=clip(triad.why, 400),
        sides=tuple(side(one, index.look) for one in triad.sides),
        claims=tuple(index.told(one.claims) for one in triad.sides),
    )
