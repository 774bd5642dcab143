"""Makers for reconciliation: one incident whose claims are written in a line each."""

from collections.abc import Iterable
from typing import Any

import pytest

from rashomon.reconcile.gathered import Gathered, gather
from rashomon.records import (
    Actor,
    AnyClaim,
    Document,
    EventClaim,
    FigureClaim,
    Incident,
    Mention,
    Origin,
    Period,
    Span,
    Standing,
    TieClaim,
    Voice,
    content_id,
)
from rashomon.testing.makers import make_day, make_document

ACTORS = {
    actor.id: actor
    for actor in (
        Actor(id="a-land", name="Vennland", kind="state", country="VEN"),
        Actor(id="a-army", name="Army of Vennland", kind="armed forces", country="VEN"),
        Actor(id="a-min", name="Ada Voss", kind="person", roles=(Standing(relation="minister of", actor="a-land"),)),
        Actor(id="a-salt", name="Salt Brigade", kind="armed group"),
        Actor(id="a-west", name="Westria", kind="state", country="WES"),
        Actor(id="a-doc", name="Dr Rell", kind="person"),
    )
}
DOCUMENTS = {
    name: make_document(
        f"Report {name}.", source=name, published=f"2031-05-0{day}", publisher=f"Outlet {name}", id=name
    )
    for name, day in (("d1", 1), ("d2", 2), ("d3", 3), ("d4", 4))
}


class Told:
    """Claims about one incident, and the incident that holds them all."""

    def __init__(self) -> None:
        self.claims: list[AnyClaim] = []

    def figure(self, document: str, low: int | None, high: int | None, words: str = "", **fields: Any) -> FigureClaim:
        counted, of = fields.pop("counted", None), fields.pop("of", None)
        mention = Mention(words=counted, start=0, end=1, actor=of) if counted else None
        given = {"measure": "killed", "basis": "incident", "counted": mention} | self._common(document, fields)
        return self._keep(FigureClaim(lower=low, upper=high, words=words or f"{low}", **given))

    def event(self, document: str, trigger: str, type_: str = "ASSAULT", **fields: Any) -> EventClaim:
        kind, _, mode = type_.partition(".")
        roles = {
            role: tuple(mention(m) for m in fields.pop(role)) for role in ("agent", "target", "place") if role in fields
        }
        span = Span(start=fields.pop("at", len(self.claims)), end=99, quote=trigger)
        day = fields.pop("day", None)
        time = make_day(day) if day else fields.pop("time", None)
        given = self._common(document, fields)
        return self._keep(EventClaim(type=kind, mode=mode or None, trigger=span, roles=roles, time=time, **given))

    def tie(self, document: str, left: str, relation: str, right: str, sign: str, **fields: Any) -> TieClaim:
        ends = {"left": mention(("left", left)), "right": mention(("right", right))}
        return self._keep(TieClaim(relation=relation, sign=sign, **ends, **self._common(document, fields)))  # type: ignore[arg-type]

    def gathered(self, origins: Iterable[Origin] = (), updates: dict[str, str] | None = None) -> Gathered:
        documents = tuple(sorted({c.document for c in self.claims}))
        found = tuple(origins) or tuple(Origin(documents=(d,)) for d in documents)
        incident = Incident(
            id="i-1", title="t", type="ASSAULT", claims=tuple(c.id for c in self.claims), documents=documents,
            origins=found,
        )  # fmt: skip
        return gather([incident], self.claims, DOCUMENTS.values(), ACTORS.values(), updates)[0]

    def _common(self, document: str, fields: dict[str, Any]) -> dict[str, Any]:
        by, cue = fields.pop("by", ()), fields.pop("cue", None)
        inner = [Voice(words=w, start=0, end=1, actor=a, form="indirect", cue=cue) for w, a in by]
        number = len(self.claims)
        return {
            "id": content_id("c", number), "document": document,
            "spans": (Span(start=number * 10, end=number * 10 + 5, quote="words"),),
            "voices": (Voice(words="", start=0, end=0), *inner), **fields,
        }  # fmt: skip

    def _keep(self, claim: Any) -> Any:
        self.claims.append(claim)
        return claim


def mention(given: tuple[str, ...]) -> Mention:
    words, actor, place = (*given, None, None)[:3]
    return Mention(words=words or "", start=0, end=1, actor=actor, place=place)


def year(number: int) -> Period:
    return Period(from_=f"{number}-01-01", to=f"{number}-12-31", precision="year")


@pytest.fixture
def told() -> Told:
    """An empty incident."""
    return Told()


@pytest.fixture
def documents() -> dict[str, Document]:
    """Four reports, a day apart."""
    return DOCUMENTS


@pytest.fixture
def actors() -> dict[str, Actor]:
    """The actors of the small world."""
    return ACTORS
