"""Totals that nobody states: persons told one by one, and those who were shot and are not told to have died."""

from typing import Any

import msgspec
import pytest

from rashomon.reconcile.gathered import gather
from rashomon.reconcile.reconciler import Reconciler
from rashomon.records import SINGULAR, FigureClaim, Finding, Incident, Mention, Origin, Span, Voice
from rashomon.testing.makers import make_claim, make_document

# document, sentence, measure, words of those counted, number (None: one person, told in the singular), act
Row = tuple[str, int, str, str, int | None, str]

TEXT = (
    "A man, 34, and a woman, 29, were killed. Ada Korr died. Tal Vree died. The man was hurt. A guard was hurt. "
    "Five people were shot. Two others were hurt. Korr was shot."
)


def _figure(number: int, row: Row) -> FigureClaim:
    document, sentence, measure, words, count, act = row
    start = TEXT.index(words)
    size = 1 if count is None else count
    type_ = "PER" if count is None else "GROUP"
    return FigureClaim(
        id=f"c-{number}", document=document, spans=(Span(start=sentence, end=sentence + 9, quote="q"),),
        voices=(Voice(words="", start=0, end=0),), measure=measure, basis="incident", lower=size, upper=size,
        words=words, counted=Mention(words=words, start=start, end=start + len(words), type=type_), event=act,
        reasons={SINGULAR: "one person"} if count is None else {},
    )  # fmt: skip


def _findings(rows: list[Row], policy: str = "gtd", **fields: Any) -> dict[str, Finding]:
    return _found([_figure(number, row) for number, row in enumerate(rows)], policy)


def _found(claims: list[FigureClaim], policy: str = "gtd") -> dict[str, Finding]:
    documents = sorted({claim.document for claim in claims})
    incident = Incident(
        id="i-1", title="t", type="KILL", claims=tuple(c.id for c in claims), documents=tuple(documents),
        origins=tuple(Origin(documents=(d,)) for d in documents),
    )  # fmt: skip
    kept = [make_document(TEXT, source=d, published="2031-05-01", id=d) for d in documents]
    (found,) = Reconciler(policies=(policy,))(gather([incident], claims, kept, []))
    return {finding.field: finding for finding in found}


@pytest.mark.parametrize(
    ("rows", "killed"),
    [
        # one person told by several words, in several sentences
        ([("d1", 0, "killed", "man", None, "e1"), ("d1", 50, "killed", "guard", None, "e2")], 1),
        # two of one act; two by name; "Ada Korr" and "Korr" are one
        ([("d1", 0, "killed", "man", None, "e1"), ("d1", 0, "killed", "woman", None, "e1")], 2),
        ([("d1", 0, "killed", "Ada Korr", None, "e1"), ("d1", 50, "killed", "Tal Vree", None, "e2")], 2),
        ([("d1", 0, "killed", "Ada Korr", None, "e1"), ("d1", 50, "killed", "Korr", None, "e2")], 1),
        # ages tell two persons apart
        ([("d1", 0, "killed", "man", None, "e1"), ("d1", 50, "killed", "woman", None, "e2")], 2),
        # most reports decide, else the lowest sum
        ([("d1", 0, "killed", "Ada Korr", None, "e1"), ("d1", 50, "killed", "Tal Vree", None, "e2"),
          ("d2", 0, "killed", "Ada Korr", None, "e3"), ("d3", 0, "killed", "Ada Korr", None, "e4")], 1),
        ([("d1", 0, "killed", "Ada Korr", None, "e1"), ("d1", 50, "killed", "Tal Vree", None, "e2"),
          ("d2", 0, "killed", "Ada Korr", None, "e3"), ("d2", 50, "killed", "Tal Vree", None, "e4"),
          ("d3", 0, "killed", "Ada Korr", None, "e5")], 2),
        ([("d1", 0, "killed", "Ada Korr", None, "e1"), ("d1", 50, "killed", "Tal Vree", None, "e2"),
          ("d2", 0, "killed", "Ada Korr", None, "e3")], 1),
        # a stated total wins; "others" state none
        ([("d1", 0, "killed", "people", 5, "e1"), ("d1", 50, "killed", "Ada Korr", None, "e2")], 5),
        ([("d1", 0, "killed", "man", None, "e1"), ("d1", 0, "killed", "others", 2, "e2")], 3),
    ],
)  # fmt: skip
def test_deaths_told_one_by_one(rows: list[Row], killed: int) -> None:
    assert _findings(rows)["killed"].best == killed


@pytest.mark.parametrize(
    ("rows", "injured"),
    [
        ([("d1", 0, "casualties", "people", 5, "e1"), ("d1", 0, "killed", "people", 2, "e2")], 3),
        ([("d1", 0, "casualties", "Ada Korr", None, "e1")], 1),
        # who was shot, or hurt, and died is not among the wounded
        ([("d1", 0, "casualties", "Ada Korr", None, "e1"), ("d1", 50, "killed", "Korr", None, "e2")], 0),
        ([("d1", 0, "injured", "man", None, "e1"), ("d2", 0, "killed", "Ada Korr", None, "e2")], 0),
        # ... nor who is told as both in the same words
        ([("d1", 0, "killed", "man", None, "e1"), ("d1", 0, "killed", "woman", None, "e1"),
          ("d1", 50, "killed", "Ada Korr", None, "e2"), ("d1", 50, "injured", "Ada Korr", None, "e3")], 0),
        # ... but somebody else in the same sentence is
        ([("d1", 0, "killed", "man", None, "e1"), ("d1", 0, "injured", "woman", None, "e2")], 1),
        ([("d1", 0, "killed", "man", None, "e1"), ("d1", 0, "casualties", "others", 2, "e2")], 2),
    ],
)  # fmt: skip
def test_who_was_shot_and_did_not_die_was_hurt(rows: list[Row], injured: int) -> None:
    found = _findings(rows).get("injured")
    assert (found.best if found else 0) == injured


@pytest.mark.parametrize(
    ("rows", "field", "expected"),
    [
        # four were shot; the three with wounds are some of them
        ([("d1", 0, "casualties", "Five people", 4, "e1"), ("d1", 40, "injured", "Two others", 3, "e1")], "injured", 4),
        # ... and so is the one who died
        ([("d1", 0, "casualties", "Five people", 5, "e1"), ("d1", 40, "injured", "man", 2, "e1"),
          ("d1", 60, "killed", "Ada Korr", None, "e2")], "injured", 4),
        ([("d1", 0, "casualties", "Five people", 3, "e1"), ("d1", 40, "injured", "guard", 5, "e1")], "injured", 5),
        # the largest number of one report is the total
        ([("d1", 0, "killed", "Five people", 5, "e1"), ("d1", 40, "killed", "people", 2, "e2")], "killed", 5),
        # somebody called "Girl" in a heading has no name
        ([("d1", 0, "killed", "Ada Korr", None, "e1"), ("d1", 60, "killed", "man", None, "e1")], "killed", 1),
        # a heading and its caption tell one number twice
        ([("d1", 0, "killed", "people", 2, "e1"), ("d1", 0, "killed", "people", 2, "e2"),
          ("d1", 0, "killed", "Ada Korr", None, "e3")], "killed", 3),
        # "a woman and three men" are two numbers of one group
        ([("d1", 0, "injured", "woman", None, "e1"), ("d1", 0, "injured", "people", 3, "e1")], "injured", 4),
    ],
)  # fmt: skip
def test_totals_beside_smaller_numbers(rows: list[Row], field: str, expected: int) -> None:
    assert _findings(rows)[field].best == expected


@pytest.mark.parametrize(
    ("number", "injured"),
    [("Three other people", 4), ("Three more people", 4), ("Three people", 3), ("The other people", 3)],
)
def test_a_number_of_others_is_counted_beside_who_was_told_before(number: str, injured: int) -> None:
    text = f"A man was hurt. {number} were hurt."
    first, second = text.index("man"), text.index("people")
    one, more = _figure(0, ("d1", 0, "injured", "man", None, "e1")), _figure(1, ("d1", 0, "injured", "people", 3, "e2"))
    one = msgspec.structs.replace(one, counted=Mention(words="man", start=first, end=first + 3, type="PER"))
    more = msgspec.structs.replace(
        more,
        counted=Mention(words="people", start=second, end=second + 6, type="GROUP"),
        spans=(Span(start=16, end=len(text), quote=text[16:]),),
        reasons={SINGULAR: "one person"} if number.startswith("The ") else {},
    )
    assert _found([one, more])["injured"].best == injured


@pytest.mark.parametrize(("word", "killed"), [("killing", 1), ("killings", None), ("deaths", None)])
def test_the_deaths_of_nobody_in_particular_are_no_death(word: str, killed: int | None) -> None:
    document = make_document(f"The {word} came as a shock.", source="d1", published="2031-05-01")
    event = make_claim("event", document, document.text, trigger=word, type="KILL")
    incident = Incident(
        id="i-1", title="t", type="KILL", claims=(event.id,), documents=(document.id,),
        origins=(Origin(documents=(document.id,)),),
    )  # fmt: skip
    (found,) = Reconciler(policies=("gtd",))(gather([incident], [event], [document], []))
    assert next((f.best for f in found if f.field == "killed"), None) == killed


@pytest.mark.parametrize(("low", "high", "best"), [(2, 9, 2), (24, None, 24), (3, 9, None)])
def test_a_sum_stands_where_reports_only_say_several(low: int, high: int | None, best: int | None) -> None:
    rows: list[Row] = [
        ("d1", 0, "injured", "people", 5, "e1"),
        ("d2", 0, "injured", "man", None, "e2"),
        ("d2", 0, "injured", "woman", None, "e2"),
    ]
    several, *persons = (_figure(number, row) for number, row in enumerate(rows))
    several = msgspec.structs.replace(several, lower=low, upper=high, words="several")
    assert _found([several, *persons])["injured"].best == best


def test_who_kills_himself_is_counted_beside_his_victims() -> None:
    rows: list[Row] = [("d1", 0, "killed", "man", None, "e1"), ("d1", 0, "killed", "Five people", 5, "e2")]
    claims = [_figure(number, row) for number, row in enumerate(rows)]
    again = _figure(2, ("d2", 0, "killed", "Five people", 5, "e3"))
    claims[0] = msgspec.structs.replace(claims[0], reasons={SINGULAR: "one person, by his own hand"})
    for told, total in ((claims, 6), ([*claims, again], 6), ([again], 5)):
        assert _found(told)["killed"].best == total


@pytest.mark.parametrize(
    ("types", "killed", "injured"),
    [(["KILL"], 1, None), (["INJURE"], None, 1), (["INJURE", "KILL"], 1, None), (["ASSAULT"], None, None)],
)
def test_a_wound_that_counts_nobody_is_somebodys(types: list[str], killed: int | None, injured: int | None) -> None:
    report = make_document("A death and a wound.", id="d1")
    events = [make_claim("event", report, "A death and a wound.", type=t, trigger="death") for t in types]
    incident = Incident(id="i-1", title="t", type="KILL", claims=tuple(e.id for e in events), documents=("d1",))
    (found,) = Reconciler(policies=("gtd",))(gather([incident], events, [report], []))
    best = {finding.field: finding.best for finding in found}
    assert (best.get("killed"), best.get("injured")) == (killed, injured)


def test_sums_over_several_acts_are_no_toll_of_one() -> None:
    claim = _figure(0, ("d1", 0, "killed", "Five people", 5, "e1"))
    several = msgspec.structs.replace(claim, reasons={"basis": 'over several acts: it says "three shootings"'})
    assert set(_found([several])) == {"killed (several acts)"}


def test_nothing_is_added_up_by_policies_that_do_not_add() -> None:
    rows: list[Row] = [("d1", 0, "killed", "Ada Korr", None, "e1"), ("d1", 50, "killed", "Tal Vree", None, "e2")]
    assert set(_findings(rows, "range")) == {"killed: told one by one"}


def test_the_total_says_how_it_was_made_and_loses_no_claim() -> None:
    rows: list[Row] = [("d1", 0, "killed", "man", None, "e1"), ("d1", 50, "killed", "guard", None, "e2")]
    found = _findings(rows)["killed"]
    assert [s.claim for s in found.backing] == ["c-0"]
    assert "added up to 1 killed in this report, as no total is stated: told one by one" in found.backing[0].reason
    assert [s.reason for s in found.set_aside] == ["may be among those who are added up"]


def test_numbers_of_one_group_alone_follow_the_policy() -> None:
    rows: list[Row] = [("d1", 0, "killed", "guards", 4, "e1"), ("d2", 0, "killed", "guards", 9, "e2")]
    rows = [(d, s, m, "guard", n, e) for d, s, m, _, n, e in rows]
    assert _findings(rows)["killed"].best == 4
