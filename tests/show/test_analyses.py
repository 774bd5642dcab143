"""Changes, flows, causes, balance and outlets as rows and on a terminal."""

from io import StringIO

import msgspec
import pytest
from rich.console import Console, RenderableType

from rashomon.engine import analyses
from rashomon.errors import NotFound
from rashomon.records import Arrow, CausalMap, CausePoint, Flow, Mention, Origin, Record, Triad, TriadSide
from rashomon.show import terminal
from rashomon.show.analyses import balance_rows, cause_rows, flow_rows, tellers
from rashomon.show.comparison import compare_rows, mirrored, pair_rows
from rashomon.show.lookup import Lookup
from rashomon.testing import sample_record

RECORD = sample_record()
LOOK = Lookup(RECORD)
PAIRS = analyses.outlets(RECORD)
HARBOUR, RELIEF = (document.id for document in RECORD.documents[:2])


def drawn(renderable: RenderableType) -> str:
    console = Console(file=StringIO(), width=200, no_color=True)
    console.print(renderable)
    return console.file.getvalue()


def with_(**fields: object) -> Record:
    return msgspec.structs.replace(RECORD, **fields)


@pytest.mark.parametrize(
    ("origins", "expected"),
    [
        ([Origin(documents=(HARBOUR,))], "Harbour Post"),
        ([Origin(documents=(HARBOUR,)), Origin(documents=(RELIEF,))], "Harbour Post; Relief Monitor"),
        (
            [Origin(documents=(HARBOUR, RELIEF), why="near-duplicate texts")],
            "Harbour Post, Relief Monitor, counted once: near-duplicate texts",
        ),
        ([Origin(documents=(RELIEF, HARBOUR), speaker="a nurse")], "a nurse (Relief Monitor, Harbour Post)"),
        ([Origin(documents=(HARBOUR,), speaker=RECORD.actors[0].id)], f"{RECORD.actors[0].name} (Harbour Post)"),
    ],
)
def test_who_says_it(origins: list[Origin], expected: str) -> None:
    assert tellers(origins, (), LOOK) == expected


def test_a_speaker_is_written_as_the_report_writes_him() -> None:
    claim = next(c for c in RECORD.claims if c.voices[-1].words == "The Defence Ministry")
    origin = Origin(documents=(HARBOUR,), speaker="the defence ministry")
    assert tellers([origin], (claim.id,), LOOK) == "The Defence Ministry (Harbour Post)"


def test_flows_without_ends_are_counted_below_the_table() -> None:
    bare, sent = Flow(what="goods"), Flow(what="money", dest=Mention(words="town", start=0, end=4))
    record = with_(flows=(bare, sent))
    assert [row["what"] for row in flow_rows(Lookup(record))] == ["money", "goods"]
    out = drawn(terminal.table(record, "flows"))
    assert "goods" not in out
    assert "1 more of which no report says where from, where to or which way; --json lists them." in out
    assert "goods" in drawn(terminal.table(with_(flows=(bare,)), "flows"))


def test_arrows_say_what_speaks_against_them_and_circles_stand_below() -> None:
    points = tuple(CausePoint(id=n, kind="condition", words=(w,)) for n, w in (("n-1", "war"), ("n-2", "hunger")))
    said, other = Origin(documents=(HARBOUR,)), Origin(documents=(RELIEF,))
    arrows = (
        Arrow(cause="n-1", effect="n-2", strength="stated", claims=("c",), origins=(said,), reversed=True),
        Arrow(cause="n-2", effect="n-1", strength="implied", claims=("d",), denied=("e",), origins=(said,),
              denying=(other,), reversed=True),
        Arrow(cause="n-1", effect="n-1", strength="stated", claims=(), denied=("f",), denying=(other,), inside=True),
    )  # fmt: skip
    record = with_(causes=CausalMap(points=points, arrows=arrows, cycles=(("n-1", "n-2"),)))
    rows = cause_rows(Lookup(record))
    assert [(r["cause"], r["led to"], r["how"], r["origins"], r["denied by"], r["circle"]) for r in rows] == [
        ("war", "hunger", "stated", 1, "", 1),
        ("hunger", "war", "implied", 1, "Relief Monitor", 1),
        ("war", "war", "", 0, "Relief Monitor", None),
    ]
    assert [row["note"] for row in rows] == [
        "also said the other way round",
        "also said the other way round",
        "nobody says it did, within one incident",
    ]
    assert "circle 1: war → hunger → war" in drawn(terminal.table(record, "causes"))


def test_triads_out_of_balance_come_first() -> None:
    claims = (RECORD.claims[0].id,)

    def triad(balanced: bool | None, why: str) -> Triad:
        names = [actor.id for actor in RECORD.actors[:3]]
        ends = ((names[0], names[1]), (names[1], names[2]), (names[0], names[2]))
        sides = [TriadSide(left=a, right=b, sign="+", relations=("ally",), claims=claims) for a, b in ends]
        return Triad(actors=tuple(names), sides=tuple(sides), balanced=balanced, why=why)  # type: ignore[arg-type]

    rows = balance_rows(LOOK, [triad(True, "a"), triad(None, "b"), triad(False, "c")])
    assert [row["balance"] for row in rows] == ["not balanced", "can’t be said", "balanced"]
    assert "with (ally; 1 claim, Harbour Post)" in str(rows[0]["first side"])
    assert "not balanced" in drawn(terminal.drawn(rows, "balance"))


def test_pairs_of_outlets_that_share_most_come_first() -> None:
    rows = pair_rows(LOOK, PAIRS)
    assert [(row["outlet"], row["other"], row["both tell"]) for row in rows] == [
        ("Harbour Post", "Relief Monitor", 2),
        ("harbour-copy-ar.txt", "Harbour Post", 1),
        ("harbour-copy-ar.txt", "Relief Monitor", 1),
    ]
    assert rows[0]["note"] == "too few to compare"
    assert rows[1]["quoted by both"] is None  # blank, not 0


def test_one_outlet_against_another() -> None:
    rows = [row for row in compare_rows(LOOK, PAIRS, "relief") if row["other"] == "Harbour Post"]
    said = {(row["what"], row["about"]): (row["first says"], row["other says"], row["how"]) for row in rows}
    assert said["figure", "Raid on the fuel depot at Tal Oreb: killed"] == ("19", "at least 14", "can both hold")
    assert said["figure", "Shelling of the market of Tal Oreb: civilians killed"] == ("5", "", "one only")
    assert said["act called", "Raid on the fuel depot at Tal Oreb: attack"][:2] == ("attacked", "stormed")
    assert said["quoted", "residents"] == ("3 claims", "1 claim", "both")
    out = drawn(terminal.comparison(compare_rows(LOOK, PAIRS, "relief")))
    assert "Relief Monitor beside Harbour Post  too few to compare" in out
    assert "Quoted only by Relief Monitor: the town’s council (2 claims)" in out
    assert "Told only by Relief Monitor: nothing" in out


def test_an_unknown_outlet_is_not_found() -> None:
    with pytest.raises(NotFound, match="no outlet of this case"):
        compare_rows(LOOK, PAIRS, "nowhere\x1b[2J")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.b)
def test_mirrored_twice_is_the_same(pair: object) -> None:
    assert mirrored(mirrored(pair)) == pair  # type: ignore[arg-type]


def test_an_empty_record_has_nothing_to_compare() -> None:
    empty = Record(rashomon="0", schema="1", case="c")
    assert analyses.outlets(empty) == analyses.balance(empty) == ()
    assert "one" in drawn(terminal.drawn([], "outlets"))
    assert "nothing" in drawn(terminal.comparison([]))
