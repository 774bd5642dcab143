"""Pairs said to have stood one way and later the other: allies until 2012, enemies after."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate, groupby
from typing import Final, Literal, NamedTuple

from rashomon.reconcile.pairs import Stand, stands
from rashomon.reconcile.witnesses import Witnesses, each_alone, teller
from rashomon.records import Actor, AnyClaim, Change, Document, Period, Stretch, TieClaim
from rashomon.values.periods import gap_days, hull, precision_of

# Acts alone make a change only if the two kinds lie this many days apart: within one week they are a quarrel.
QUARREL: Final = 30


class Moment(NamedTuple):
    """A stand with the time that it is about; ``dated`` if the claim itself names that time."""

    time: Period
    dated: bool
    teller: str
    stand: Stand


def changes(
    claims: Iterable[AnyClaim],
    documents: Iterable[Document],
    actors: Mapping[str, Actor],
    witnesses: Witnesses = each_alone,
) -> tuple[Change, ...]:
    """Every change found, by pair and time.

    One side's claims must all be of a time before the other's. A claim that names no time is about the day of its
    report (history about an earlier time), and counts only where the same voice tells of both signs: another voice's
    undated word may be a revision, which is no change. A time without an end reaches to the report's day, since no
    report knows more.
    """
    known = {document.id: document for document in documents}
    found: list[Change] = []
    for pair, told in stands(claims, actors).items():
        if len({stand.sign for stand in told}) > 1:
            found += _changes(pair, _moments(told, known), witnesses)
    return tuple(found)


def _moments(told: Sequence[Stand], documents: dict[str, Document]) -> list[Moment]:
    """The stands whose time can be ordered, in the order of time."""
    placed = [(teller(stand.claim, documents), stand, *_time(stand, documents)) for stand in told]
    signs: dict[str, set[str]] = {}
    for voice, stand, _, _ in placed:
        signs.setdefault(voice, set()).add(stand.sign)
    found = []
    for voice, stand, time, dated in placed:
        if time is not None and (dated or len(signs[voice]) > 1):
            found.append(Moment(time, dated, voice, stand))
    return sorted(found, key=lambda m: (m.time.from_ or "", m.time.to or "~", m.stand.claim.id, m.stand.sign))


def _time(stand: Stand, documents: Mapping[str, Document]) -> tuple[Period | None, bool]:
    document, said = documents.get(stand.claim.document), stand.period
    published = document.published if document else None
    last = (published.to or published.from_) if published else None
    if said is not None and (said.from_ or said.to):
        if said.to is None and last and last > (said.from_ or ""):
            return Period(from_=said.from_, to=last[:10], precision=precision_of(said.from_, last[:10])), True
        return said, True
    if published is None or last is None:
        return None, False
    if stand.claim.background:
        first = date.fromisoformat((published.from_ or last)[:10])
        return Period(from_=None, to=(first - timedelta(days=1)).isoformat(), precision="open"), False
    return published, False


def _changes(pair: tuple[str, str], moments: Sequence[Moment], witnesses: Witnesses) -> list[Change]:
    """Changes between neighbouring runs of one sign, where each is over before the next begins."""
    runs = [list(run) for _, run in groupby(moments, key=lambda m: m.stand.sign)]
    latest = list(accumulate((_last(run) for run in runs), max))
    apart = [at == 0 or latest[at - 1] < _first(run) for at, run in enumerate(runs)]
    return [
        Change(
            left=pair[0],
            right=pair[1],
            before=_stretch(runs[at], witnesses),
            after=_stretch(runs[at + 1], witnesses),
            why=_why(runs[at], runs[at + 1]),
        )
        for at in range(len(runs) - 1)
        if apart[at] and apart[at + 1] and not _quarrel(runs[at], runs[at + 1])
    ]


def _first(run: Sequence[Moment]) -> str:
    return min(m.time.from_ or "" for m in run)


def _last(run: Sequence[Moment]) -> str:
    """The last minute of a run, as text that sorts by time; a day lasts to its end."""
    ends = [m.time.to or "9999" for m in run]
    return max(end if len(end) > 10 else f"{end}T23:59" for end in ends)


def _quarrel(before: Sequence[Moment], after: Sequence[Moment]) -> bool:
    if any(isinstance(m.stand.claim, TieClaim) for m in (*before, *after)):
        return False
    latest = max(before, key=lambda m: m.time.to or "9999")
    gap = gap_days(latest.time, min(after, key=lambda m: m.time.from_ or "").time)
    return gap is not None and gap < QUARREL


def _stretch(run: Sequence[Moment], witnesses: Witnesses) -> Stretch:
    claims = {m.stand.claim.id: m.stand.claim for m in run}
    period: Period | None = None
    for moment in run:
        if moment.dated:
            period = moment.time if period is None else hull(period, moment.time)
    sign: Literal["+", "-"] = "+" if run[0].stand.sign == "+" else "-"
    return Stretch(
        sign=sign,
        period=period,
        says=", ".join(sorted({m.stand.relation for m in run})),
        claims=tuple(sorted(claims)),
        origins=tuple(witnesses([claims[name] for name in sorted(claims)])),
    )


def _why(before: Sequence[Moment], after: Sequence[Moment]) -> str:
    why = "what is said of the one is of a time before all that is said of the other"
    if all(m.dated for m in (*before, *after)):
        return why
    return f"{why}; a claim without a time is of its report's day, or earlier where it tells history"
