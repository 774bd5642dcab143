"""The causal map: ends merged, arrows with claims and denials, circles kept."""

import random
from typing import Any

import msgspec
import pytest

from rashomon.reconcile.causal import causal_map
from rashomon.reconcile.cycles import components, cycles
from rashomon.records import CausalMap, CauseClaim, EventClaim, Incident, Judgement, Mention, Span, Voice, mention_key
from rashomon.testing.makers import make_day


class Causes:
    """Cause claims and the events at their ends, each in a report of its own."""

    def __init__(self) -> None:
        self.claims: list[Any] = []

    def event(self, type_: str, trigger: str, document: str = "d1", year: int | None = None, **roles: Any) -> str:
        number = len(self.claims)
        said = {r: (Mention(words=w, start=0, end=1, actor=a),) for r, (w, a) in roles.items()}
        time = make_day(f"{year}-03-01") if year else None
        span = Span(start=number, end=number + 1, quote=trigger)
        self.claims.append(
            EventClaim(id=f"e-{number:03}", document=document, spans=(span,), voices=AUTHOR, type=type_, trigger=span,
                       roles=said, time=time)
        )  # fmt: skip
        return f"e-{number:03}"

    def led(self, cause: Any, effect: Any, document: str = "d1", **fields: Any) -> str:
        number = len(self.claims)
        ends = [end if end.startswith("e-") else words(end, number * 100 + n) for n, end in enumerate((cause, effect))]
        self.claims.append(
            CauseClaim(id=f"c-{number:03}", document=document, spans=(Span(start=0, end=5, quote="words"),),
                       voices=AUTHOR, cause=ends[0], effect=ends[1], **fields)
        )  # fmt: skip
        return f"c-{number:03}"


AUTHOR = (Voice(words="", start=0, end=0),)


def words(text: str, start: int) -> Mention:
    return Mention(words=text, start=start, end=start + len(text))


def shape(found: CausalMap) -> list[tuple[str, str, int]]:
    """Arrows as (cause, effect, claims), points by their words."""
    name = {point.id: " / ".join(point.words) for point in found.points}
    return sorted((name[a.cause], name[a.effect], len(a.claims)) for a in found.arrows)


@pytest.fixture
def told() -> Causes:
    return Causes()


@pytest.mark.parametrize(
    ("left", "right", "points"),
    [
        ("the drought", "a drought", 1),
        ("air strikes", "the air strike", 1),
        ("the drought", "the flood", 2),
        ("it", "it", 2),  # two reports' pronouns are not one thing
    ],
)
def test_conditions_meet_by_their_words(told: Causes, left: str, right: str, points: int) -> None:
    told.led(left, "hunger", "d1")
    told.led(right, "hunger", "d2")
    found = causal_map(told.claims, [], [])
    assert len(found.points) == points + 1
    assert len(found.arrows) == points
    assert sum(len(arrow.origins) for arrow in found.arrows) == 2


@pytest.mark.parametrize(
    ("type_", "first", "second", "points"),
    [
        ("COERCE", {"agent": ("police", "a-1")}, {"agent": ("officers", "a-1")}, 1),
        ("COERCE", {"agent": ("police", "a-1")}, {"agent": ("police", "a-2")}, 2),
        ("COERCE", {"agent": ("police", None)}, {"agent": ("police", None)}, 2),  # nobody is known: kept apart
        ("COERCE", {"agent": ("police", "a-1"), "year": 2030}, {"agent": ("police", "a-1"), "year": 2031}, 2),
        ("CONDITION", {}, {}, 1),
        ("CONDITION", {"place": ("Ost", "a-3")}, {}, 2),
        ("CONDITION", {"year": 2011}, {"year": 2030}, 2),
    ],
)
def test_events_meet_by_type_actors_words_and_year(
    told: Causes, type_: str, first: Any, second: Any, points: int
) -> None:
    for document, fields in (("d1", first), ("d2", second)):
        told.led(told.event(type_, "arrests", document, **fields), "riots", document)
    assert len(causal_map(told.claims, [], []).points) == points + 1


def test_events_of_one_incident_are_one_point(told: Causes) -> None:
    raid, assault = told.event("ASSAULT", "raid"), told.event("ASSAULT", "assault", "d2")
    dead = told.event("KILL", "killed")
    told.led(raid, "flight")
    told.led(assault, "flight", "d2")
    told.led(raid, dead)
    found = causal_map(
        told.claims, [Incident(id="i-1", title="Raid", type="ASSAULT", claims=(raid, assault, dead))], []
    )
    (point,) = [p for p in found.points if p.kind == "incident"]
    assert (point.id, point.incident, point.claims) == ("i-1", "i-1", (raid, assault, dead))
    assert [(a.cause, len(a.claims), len(a.origins)) for a in found.arrows if not a.inside] == [("i-1", 2, 2)]
    assert [(a.cause, a.effect, a.reversed) for a in found.arrows if a.inside] == [("i-1", "i-1", False)]
    assert found.cycles == ()


@pytest.mark.parametrize(("verdict", "points"), [("same", 3), ("unsure", 4)])
def test_a_mention_is_what_it_goes_back_to(told: Causes, verdict: Any, points: int) -> None:
    told.led("the siege", "hunger")
    told.led("this", "flight")
    first, second = (claim.cause for claim in told.claims)
    link = Judgement(id="j-1", left=mention_key("d1", second.start, second.end), relation="same mention",
                     right=mention_key("d1", first.start, first.end), verdict=verdict)  # fmt: skip
    assert len(causal_map(told.claims, [], [link]).points) == points


def test_an_arrow_keeps_who_denies_it_and_who_only_expects_it(told: Causes) -> None:
    said, hedged = told.led("war", "hunger", "d1"), told.led("war", "hunger", "d2", reality="poss", strength="implied")
    denied, feared = told.led("war", "hunger", "d3", reality="neg"), told.led("war", "hunger", "d4", reality="hyp")
    (arrow,) = causal_map(told.claims, [], []).arrows
    assert (arrow.claims, arrow.denied, arrow.expected) == ((said, hedged), (denied,), (feared,))
    assert (arrow.strength, len(arrow.origins), len(arrow.denying)) == ("stated", 2, 1)


@pytest.mark.parametrize(("reality", "expected"), [("fact", [True, True]), ("neg", [False, True])])
def test_the_other_way_round_is_marked_on_both(told: Causes, reality: Any, expected: list[bool]) -> None:
    told.led("war", "hunger")
    told.led("hunger", "war", "d2", reality=reality)
    found = causal_map(told.claims, [], [])
    name = {point.id: point.words[0] for point in found.points}
    arrows = sorted(found.arrows, key=lambda a: name[a.cause] == "hunger")
    assert [arrow.reversed for arrow in arrows] == expected
    assert len(found.cycles) == (reality == "fact")


@pytest.mark.parametrize("seed", range(4))
def test_order_does_not_matter(told: Causes, seed: int) -> None:
    chance = random.Random(seed)
    for number in range(40):
        document = f"d{number % 5}"
        ends = [chance.choice(["war", "the war", "hunger", "a drought", "riots", "it"]) for _ in range(2)]
        if chance.random() < 0.4:
            ends[0] = told.event(chance.choice(["CONDITION", "ASSAULT"]), ends[0], document, agent=("they", "a-1"))
        told.led(*ends, document, reality=chance.choice(["fact", "neg", "hyp"]))
    before = causal_map(told.claims, [], [])
    chance.shuffle(told.claims)
    assert causal_map(told.claims, [], []) == before
    every = [claim for arrow in before.arrows for claim in (*arrow.claims, *arrow.denied, *arrow.expected)]
    assert sorted(every) == sorted(claim.id for claim in told.claims if isinstance(claim, CauseClaim))
    assert msgspec.json.decode(msgspec.json.encode(before), type=CausalMap) == before


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ({}, ()),
        ({"a": "b", "b": "c"}, ()),
        ({"a": "b", "b": "a"}, (("a", "b"),)),
        ({"a": "b", "b": "ca", "c": "a"}, (("a", "b"),)),  # the shortest way round
        ({"b": "c", "c": "b", "a": "b", "x": "y", "y": "x"}, (("b", "c"), ("x", "y"))),
    ],
)
def test_circles(graph: dict[str, str], expected: tuple[tuple[str, ...], ...]) -> None:
    assert cycles({point: list(others) for point, others in graph.items()}) == expected


def test_a_long_chain_exhausts_nothing() -> None:
    chain = {str(n): [str(n + 1)] for n in range(20_000)} | {"20000": ["0"]}
    (one,) = components(chain)
    assert len(one) == 20_001
