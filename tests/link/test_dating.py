"""When an incident happened: by its acts, by the one day of its report, or not later than the report."""

from typing import Any

import pytest

from rashomon.link.dating import news, when
from rashomon.records import EventClaim, Mention, Period, Span
from rashomon.testing.makers import make_day, make_document

REPORT = make_document("Report.", source="d1", published="2031-05-14", id="d1")
OTHER = make_document("Other.", source="d2", id="d2")
DOCUMENTS = {REPORT.id: REPORT, OTHER.id: OTHER}
MONDAY, TUESDAY = make_day("2031-05-12"), make_day("2031-05-13")


def act(at: int, type_: str = "KILL", document: str = "d1", place: str = "", **fields: Any) -> EventClaim:
    span = Span(start=at, end=at + 6, quote=fields.pop("trigger", "killed"))
    roles = {"place": (Mention(words="x", start=0, end=1, place=place),)} if place else {}
    return EventClaim(
        id=f"c-{document}-{at}", document=document, spans=(span,), voices=(), type=type_, trigger=span, roles=roles,
        **fields,
    )  # fmt: skip


DATED = act(0, "ASSAULT", time=MONDAY, place="p-karm")


@pytest.mark.parametrize(
    ("founder", "beside", "day"),
    [
        (act(100), [DATED], "2031-05-12"),
        (act(100, place="p-karm"), [DATED], "2031-05-12"),
        (act(100, time=TUESDAY), [DATED], "2031-05-13"),
        # elsewhere, far off in the text, no act of violence, a siege, or beside acts of two days: nobody says when
        (act(100, place="p-dub"), [DATED], None),
        (act(2000), [DATED], None),
        (act(100, "CONTROL"), [DATED], None),
        (act(100, "ASSAULT", mode="abduct"), [DATED], None),
        (act(100, "ASSAULT", trigger="war"), [DATED], None),
        (act(100), [DATED, act(50, time=TUESDAY)], None),
        (act(100), [act(0, time=MONDAY, background=True)], None),
    ],
)
def test_the_one_day_of_a_report(founder: EventClaim, beside: list[EventClaim], day: str | None) -> None:
    period = when([founder], news([founder, *beside]), DOCUMENTS)
    assert period is not None
    assert period.from_ == day
    if founder.time is None and day:
        assert period.how.startswith("not said of this incident")
    if day is None:
        assert (period.to, period.precision) == ("2031-05-14", "open")
        assert period.how == "nobody says when: not later than the report of 2031-05-14"


def test_history_and_undated_reports_have_no_bound() -> None:
    assert when([act(0, background=True)], {}, DOCUMENTS) is None
    assert when([act(0, document="d2")], {}, DOCUMENTS) is None


def test_a_day_told_of_the_harm_beats_a_year_told_of_the_act() -> None:
    year = Period(from_="2031-01-01", to="2031-12-31", precision="year", words="this year")
    period = when([act(0, "ASSAULT", time=year), act(50, time=MONDAY)], {}, DOCUMENTS)
    assert period == MONDAY
    assert when([act(0, "ASSAULT", time=TUESDAY), act(50, time=MONDAY)], {}, DOCUMENTS) == TUESDAY


def test_a_span_of_days_is_no_one_day() -> None:
    week = Period(from_="2031-05-05", to="2031-05-11", precision="week")
    assert news([act(0, time=week)]) == {}
