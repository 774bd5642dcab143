"""The finding that stands for an incident, and which incidents come first."""

import pytest

from rashomon.records import Finding, Incident, Period, Record, Standpoint
from rashomon.show.foremost import in_time, main_finding, most_told
from rashomon.show.lookup import Lookup


def incident(name: str, **fields) -> Incident:
    return Incident(id=name, title=name, type="ASSAULT", **fields)


def finding(field: str, low: int | None, high: int | None, accounts: int) -> Finding:
    backing = tuple(Standpoint(claim=f"c-{at}", reason="") for at in range(accounts))
    return Finding(incident="i-1", field=field, policy="range", low=low, high=high, backing=backing)


@pytest.mark.parametrize(
    ("found", "stands"),
    [
        ({"killed": (15, 15, 1), "killed: hostages": (48, 48, 1)}, "killed: hostages"),
        ({"killed": (50, 60, 1), "killed: hostages": (48, 48, 1)}, "killed"),
        ({"killed": (15, None, 1), "killed: hostages": (48, 48, 1)}, "killed"),
        ({"killed: attackers": (None, 32, 1), "killed: hostages": (48, None, 1)}, "killed: hostages"),
        ({"injured": (200, 200, 1), "killed": (1, 1, 1)}, "killed"),
        ({"killed": (2, 6, 3), "killed: hostages": (17, 23, 4), "killed: members": (26, 26, 1)}, "killed: hostages"),
        ({"killed": (2, 6, 3), "killed: hostages": (17, 23, 2), "killed: members": (26, 26, 2)}, "killed: members"),
    ],
)
def test_the_whole_stands_for_the_incident_unless_a_group_is_larger(found, stands) -> None:
    findings = tuple(finding(field, *given) for field, given in found.items())
    look = Lookup(Record(rashomon="0", schema="1", case="x", incidents=(incident("i-1"),), findings=findings))
    told = main_finding(look.incidents["i-1"], look)
    assert told is not None
    assert told.field == stands


def test_incidents_stand_in_order_of_time_with_history_and_small_ones_last() -> None:
    def day(number: int) -> Period:
        return Period(from_=f"2031-03-{number:02}", to=f"2031-03-{number:02}", precision="day")

    two = ("d-1", "d-2")
    given = [
        incident("history", background=True, documents=two, period=day(1)),
        incident("small", documents=("d-1",), grade="single origin", period=day(2)),
        incident("undated", documents=two),
        incident("late", documents=two, period=day(9)),
        incident("early", documents=two, period=day(3)),
    ]
    assert [one.id for one in sorted(given, key=in_time)] == ["early", "late", "undated", "small", "history"]


def test_those_that_most_reports_tell_come_first() -> None:
    given = (
        incident("one", documents=("d-1",), origins=(("d-1",),)),
        incident("three", documents=("d-1", "d-2", "d-3")),
        incident("told as history", documents=("d-1", "d-2", "d-3", "d-4"), background=True),
        incident("two", documents=("d-1", "d-2")),
    )
    record = Record(rashomon="0", schema="1", case="x", incidents=given)
    assert [one.id for one in most_told(record, 2)] == ["three", "two"]
