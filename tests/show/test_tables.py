"""The record as rows of plain values."""

import pytest

from rashomon.records import Record
from rashomon.show import tables
from rashomon.testing import sample_record

RECORD = sample_record()
COUNTS = {"incidents": 3, "claims": 36, "actors": 7, "ties": 4, "changes": 1, "flows": 2, "causes": 2, "figures": 14,
          "disagreements": 4}  # fmt: skip


@pytest.mark.parametrize(("subject", "count"), COUNTS.items())
def test_rows_have_the_same_plain_keys(subject: tables.Subject, count: int) -> None:
    rows = tables.rows(RECORD, subject)
    assert len(rows) == count
    assert len({tuple(row) for row in rows}) == 1
    assert all(isinstance(value, str | int | float | None) for row in rows for value in row.values())


@pytest.mark.parametrize("subject", COUNTS)
def test_an_empty_record_has_no_rows(subject: tables.Subject) -> None:
    assert tables.rows(Record(rashomon="0", schema="1", case="c"), subject) == []


@pytest.mark.parametrize(
    ("subject", "key", "value"),
    [
        ("incidents", "when", "12 May 2031, early hours"),
        ("incidents", "grade", "contested"),
        ("claims", "voice", "denied by Colonel Idris Wane, via Harbour Post"),
        ("figures", "reason", "part of the nineteen, not added to them"),
        ("figures", "standing", "set aside"),
        ("actors", "as written", "The Sarn Guard, The Guard"),
        ("ties", "side", "against"),
        ("ties", "from", "stated"),
        ("changes", "before", "with: ally, until 2030"),
        ("changes", "after", "against: hostile, 12 May 2031"),
        ("changes", "after, says", "Relief Monitor"),
        ("flows", "via", "Sarn river"),
        ("flows", "who says", "two diplomats (Harbour Post)"),
        ("causes", "led to", "families"),
        ("causes", "cause", "Shelling of the market of Tal Oreb (“the army shelled market of Tal Oreb”)"),
        ("disagreements", "sides", "roughly 40 attackers ⇄ over 30 gunmen"),
        ("disagreements", "about", "Sarn Guard and Red Dune Front"),
    ],
)
def test_rows_say(subject: tables.Subject, key: str, value: str) -> None:
    assert value in [row[key] for row in tables.rows(RECORD, subject)]


def test_document_rows_stand_in_the_order_of_the_text() -> None:
    rows = tables.document_rows(RECORD, RECORD.documents[1].id)
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
    assert rows[0]["sentence"] == next(s.quote for c in RECORD.claims for s in c.spans if s.start == rows[0]["start"]
                                       and c.document == RECORD.documents[1].id)  # fmt: skip
