"""The benchmark of incidents told by many: which incident a report is of, and what counts as right."""

from datetime import date

import gva
import msgspec
import pytest

from rashomon.records import Document, EventClaim, Incident, Period, Record, Span
from rashomon.testing.makers import make_document


def document(name: str) -> Document:
    return msgspec.structs.replace(make_document("x" * 40, source=f"articles.jsonl#{name}"), id=f"d-{name}")


def event(name: str, of: str, type_: str = "ASSAULT", start: int = 0) -> EventClaim:
    span = Span(start=start, end=start + 1, quote="x")
    return EventClaim(id=name, document=f"d-{of}", spans=(span,), voices=(), type=type_, trigger=span)


def incident(name: str, claims: list[EventClaim], **fields: object) -> Incident:
    told = tuple(sorted({claim.document for claim in claims}))
    ids = tuple(claim.id for claim in claims)
    return Incident(id=name, title=name, type="ASSAULT", claims=ids, documents=told, **fields)  # type: ignore[arg-type]


def test_an_article_is_of_the_violence_that_most_articles_tell_as_news():
    shooting = [event("c1", "a"), event("c2", "b")]
    arrest = [event("c3", "a", "COERCE"), event("c4", "a", "COERCE", 5)]
    before = [event("c5", "b", start=9), event("c6", "b", start=12), event("c7", "b", start=15)]
    record = Record(
        rashomon="0", schema="1", case="x",
        documents=(document("a"), document("b"), document("c")),
        claims=(*shooting, *arrest, *before),
        incidents=(incident("i1", shooting), incident("i2", arrest), incident("i3", before, background=True)),
    )  # fmt: skip
    assert {name: of.id for name, of in gva.main_incidents(record).items()} == {"a": "i1", "b": "i1"}


@pytest.mark.parametrize(
    ("first", "last", "right"),
    [
        ("2016-07-02", "2016-07-02", True),
        ("2016-07-03T20:00", "2016-07-04T05:59", True),
        ("2016-07-04", "2016-07-04", False),
        ("2016-07-01", "2016-07-31", False),
        (None, "2016-07-03", True),
        (None, None, False),
    ],
)
def test_a_date_is_right_within_a_day_of_a_period_of_days(first, last, right):
    told = incident("i", [], period=Period(from_=first, to=last, precision="day", words=""))
    assert gva.near(told, date(2016, 7, 2)) is right


def test_articles_of_held_out_incidents_once_each():
    address = "http://web.archive.org/web/2016/http://x.com/1"
    same = {"uri": address, "title": "t", "dct": "2016-01-01", "content": "c"}
    rows = [same | {"incident_id": str(n), "id": f"a{n % 40}"} for n in range(80)]
    found = gva.articles(rows)
    assert found
    assert len({article.id for article in found}) == len(found) < 40
    assert {article.url for article in found} == {"http://x.com/1"}
