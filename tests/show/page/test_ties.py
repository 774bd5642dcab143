"""The rows of the network: lines, times and who counts once."""

import msgspec
import pytest

from rashomon.records import Origin, Period, Record, Tie, TiePeriod, Triad, TriadSide
from rashomon.show.lookup import Lookup
from rashomon.show.page import data_ties
from rashomon.show.page.index import Index
from rashomon.show.page.ties import network
from rashomon.testing import make_day, sample_record

RECORD = sample_record()
FRONT, ARMY, MINISTRY, GUARD = (actor.id for actor in RECORD.actors[:4])
HARBOUR, RELIEF, ARABIC = (document.id for document in RECORD.documents)


def claim_of(document: str, told: bool) -> str:
    """A claim of a report, of its author or of a speaker whom it cites."""
    found = (c for c in RECORD.claims if c.document == document and any(v.words for v in c.voices) == told)
    return next(claim.id for claim in found)


def tie(*periods: TiePeriod, relation: str = "ally", ends: tuple[str, str] = (FRONT, ARMY), sign: str = "+") -> Tie:
    origins = tuple(origin for period in periods for origin in period.origins)
    given = {"left": ends[0], "right": ends[1], "relation": relation, "sign": sign}
    return msgspec.structs.replace(msgspec.convert(given, Tie), periods=periods, origins=origins)


def made(*ties: Tie, **more: object) -> data_ties.Network:
    record: Record = msgspec.structs.replace(RECORD, ties=ties, **more)
    return network(Index(Lookup(record)), ())


def one(document: str, period: Period | None, background: bool = False, told: bool = False) -> TiePeriod:
    claim = claim_of(document, told)
    return TiePeriod(period=period, claims=(claim,), background=background, origins=(Origin(documents=(document,)),))


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (one(HARBOUR, make_day("2031-05-12")), ("2031-05-12", "2031-05-12", "12 May 2031", "")),
        (one(HARBOUR, Period(from_="2029-01-01", to=None, precision="year")), ("2029-01-01", "", "since 2029", "")),
        (one(HARBOUR, None), ("2031-05-14", "2031-05-14", "no time said; report of 14 May 2031", "report")),
        (one(HARBOUR, None, background=True), ("", "", "no time said", "none")),
        (one(ARABIC, None), ("", "", "no time said, report undated", "none")),
    ],
)
def test_an_assertion_is_put_where_it_says_else_at_its_report_else_nowhere(
    period: TiePeriod, expected: tuple[str, ...]
) -> None:
    [line] = made(tie(period)).ties
    [told] = line.assertions
    assert (told.from_, told.to, told.when, told.as_of) == expected


def test_relations_of_one_sign_are_one_line_and_signs_are_two() -> None:
    first, second = one(HARBOUR, make_day("2031-05-12")), one(RELIEF, make_day("2031-05-13"))
    lines = made(
        tie(first), tie(second, relation="supports", ends=(ARMY, FRONT)), tie(second, relation="hostile", sign="-")
    ).ties
    assert [line.sign for line in lines] == ["+", "-"]
    assert [(told.relation, told.turned) for told in lines[0].assertions] == [
        ("allied with", False),
        ("supports", True),
    ]


def test_who_counts_once_for_one_relation_counts_once_for_the_line() -> None:
    joint = Origin(documents=(HARBOUR, RELIEF), why="near-duplicate texts")
    alone, other = one(HARBOUR, None), one(ARABIC, None)
    both = TiePeriod(period=make_day("2031-05-12"), claims=(claim_of(RELIEF, told=False),), origins=(joint,))
    [line] = made(tie(alone, other), tie(both, relation="supports")).ties
    assert set(line.origins) == {
        "Harbour Post, Relief Monitor, counted once: near-duplicate texts",
        "harbour-copy-ar.txt",
    }
    by_claim = {RECORD.claims[told.claim].document: line.origins[told.origin] for told in line.assertions}
    assert by_claim[HARBOUR] == by_claim[RELIEF] != by_claim[ARABIC]


def test_a_speaker_counts_beside_the_report_that_cites_him() -> None:
    claim = next(c for c in RECORD.claims if c.id == claim_of(HARBOUR, told=True))
    voice = next(v for v in reversed(claim.voices) if v.words)
    speaker = Origin(documents=(HARBOUR,), speaker=voice.actor or " ".join(voice.words.casefold().split()))
    cited = TiePeriod(period=None, claims=(claim.id,), origins=(speaker,))
    [line] = made(tie(one(HARBOUR, None), cited)).ties
    assert len(line.origins) == 2
    assert len({told.origin for told in line.assertions}) == 2
    told = next(told for told in line.assertions if RECORD.claims[told.claim].id == claim.id)
    assert "(Harbour Post)" in line.origins[told.origin]


def test_without_origins_every_report_counts_for_itself() -> None:
    bare = TiePeriod(period=None, claims=(claim_of(HARBOUR, told=False), claim_of(RELIEF, told=False)))
    [line] = made(tie(bare)).ties
    assert set(line.origins) == {"Harbour Post", "Relief Monitor"}


def test_ties_of_somebody_unknown_are_not_drawn_and_loose_claims_are_kept() -> None:
    assert made(tie(one(HARBOUR, None), ends=(FRONT, "a-gone"))).ties == ()
    loose = made().loose
    assert {RECORD.claims[at].id for at in loose} == {c.id for c in RECORD.claims if type(c).__name__ == "TieClaim"}
    assert made(*RECORD.ties).loose == ()


def test_triads_out_of_balance_come_first_and_changes_have_their_claims() -> None:
    ends = ((FRONT, ARMY), (ARMY, GUARD), (FRONT, GUARD))
    sides = tuple(
        TriadSide(left=a, right=b, sign="-", relations=("hostile",), claims=(RECORD.claims[0].id,)) for a, b in ends
    )
    first, second, third = sides
    triads = [
        Triad(actors=(FRONT, ARMY, GUARD), sides=(first, second, third), balanced=balanced, why="so")
        for balanced in (True, False)
    ]
    found = network(Index(Lookup(RECORD)), triads)
    assert [trio.balance for trio in found.trios] == ["not balanced", "balanced"]
    [turn] = found.turns
    assert (turn.before, turn.after) == ("with: ally, until 2030", "against: hostile, 12 May 2031")
    assert [RECORD.claims[at].id for at in turn.before_claims] == list(RECORD.changes[0].before.claims)
