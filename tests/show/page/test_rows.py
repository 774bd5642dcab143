"""What the page is told of claims and reports beside their words: who speaks, what was superseded, who counts once."""

import msgspec
import pytest

from rashomon.records import EventClaim, FigureClaim, Judgement, Record, Standpoint
from rashomon.show.lookup import sentence_of
from rashomon.show.page import data
from rashomon.show.page.case import case_data
from rashomon.testing import sample_record

RECORD = sample_record()


def rows(record: Record = RECORD) -> dict[str, data.Claim]:
    """The claims of a record as the page has them, by id."""
    return {row.id: row for row in case_data(record, "today").claims}


def figure(words: str) -> FigureClaim:
    return next(c for c in RECORD.claims if isinstance(c, FigureClaim) and c.words == words)


@pytest.mark.parametrize(
    ("words", "told"),
    [("at least 14", "says hospital staff"), ("About 60", "in its own voice"), ("12", "says a cafe\u0301 owner")],
)
def test_who_speaks_inside_a_report_is_told_without_the_outlet(words: str, told: str) -> None:
    assert rows()[figure(words).id].told == told


def test_a_denial_says_who_denies() -> None:
    denied = next(c for c in RECORD.claims if isinstance(c, EventClaim) and c.reality == "neg")
    assert rows()[denied.id].told == "denied by Colonel Idris Wane"


def test_places_in_code_points_are_given_where_they_are_others() -> None:
    for claim in RECORD.claims:
        row, span = rows()[claim.id], sentence_of(claim)
        start, end = row.points or (row.start, row.end)
        assert (start, end) == (span.start, span.end)
    assert rows()[figure("Nineteen").id].points


def test_what_a_later_figure_replaced_is_superseded() -> None:
    own, later = figure("at least 14"), figure("12")
    finding = msgspec.structs.replace(
        RECORD.findings[0], set_aside=(Standpoint(claim=later.id, reason="superseded: the same origin later said 19"),)
    )
    claims = tuple(
        msgspec.structs.replace(c, reasons={"superseded": "the report puts it right"}) if c.id == own.id else c
        for c in RECORD.claims
    )
    found = rows(msgspec.structs.replace(RECORD, claims=claims, findings=(finding,)))
    assert {name for name, row in found.items() if row.superseded} == {own.id, later.id}
    assert not any(row.superseded for row in rows().values())


def test_reports_of_one_origin_name_each_other_with_the_reason() -> None:
    one, two, _ = (document.id for document in RECORD.documents)
    same = Judgement(
        id="j-1", left=one, right=two, relation="same origin", verdict="same", score=0.9, why="a copy", maker="m"
    )
    gone = msgspec.structs.replace(same, id="j-2", right=RECORD.documents[2].id, retired="2031-06-01")
    docs = case_data(msgspec.structs.replace(RECORD, judgements=(same, gone)), "today").docs
    assert [doc.reprints for doc in docs] == [((1, "a copy"),), ((0, "a copy"),), ()]


def test_findings_stand_in_reading_order() -> None:
    reversed_ = msgspec.structs.replace(RECORD, findings=RECORD.findings[::-1])
    for record in (RECORD, reversed_):
        found = case_data(record, "today").incidents[0].findings[0]
        assert [one.label for one in found] == ["killed", "attackers killed", "injured", "attackers"]
        assert case_data(record, "today").incidents[0].main == (0,)


def test_grades_come_with_what_they_mean() -> None:
    assert dict(case_data(RECORD, "today").grades)["corroborated"].startswith("corroborated: more than one origin")
