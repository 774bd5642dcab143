"""Ties stated and summed from acts; actors said to be for and against the same."""

import random
from typing import Any

import msgspec
import pytest

from rashomon.reconcile.stances import principal, stance_disagreements
from rashomon.reconcile.ties import ties
from rashomon.records import Actor, Disagreement, Period, Place, Span, Tie

LAND, WEST, SALT = ("Vennland", "a-land"), ("Westria", "a-west"), ("brigade", "a-salt")
MINISTER = ("the minister", "a-min")
PLACES = {"p-ost": Place(id="p-ost", name="Osterra", kind="country", country="OST")}
UNTIL = Period(from_=None, to="2030-12-31", precision="year")
SINCE = Period(from_="2031-01-01", to=None, precision="open")


def brief(tie: Tie) -> tuple[str, str, str, str, int]:
    return tie.left, tie.relation, tie.sign, tie.right, sum(len(p.claims) for p in tie.periods)


@pytest.mark.parametrize(
    ("type_", "fields", "expected"),
    [
        ("SUPPORT", {}, [("a-west", "supports", "+", "a-land", 1)]),
        ("AID.military", {}, [("a-west", "supplies", "+", "a-land", 1)]),
        ("COOPERATE", {}, [("a-land", "cooperates with", "+", "a-west", 1)]),
        ("CONSULT", {}, [("a-land", "negotiates with", "0", "a-west", 1)]),
        ("ASSAULT.aerial", {}, [("a-land", "hostile", "-", "a-west", 1)]),
        ("ACCUSE", {"reality": "poss"}, [("a-west", "opposes", "-", "a-land", 1)]),
        ("SUPPORT", {"reality": "neg"}, []),
        ("SUPPORT", {"reality": "hyp"}, []),
        ("SAY", {}, []),
    ],
)
def test_acts_make_ties(told: Any, type_: str, fields: Any, expected: Any) -> None:
    told.event("d1", "did", type_, agent=[WEST], target=[LAND], **fields)
    assert [brief(t) for t in ties(told.claims)] == expected


def test_both_signs_at_once_with_periods_and_claims(told: Any) -> None:
    first = told.tie("d1", "a-salt", "ally", "a-land", "+", period=UNTIL)
    again = told.tie("d2", "a-land", "ally", "a-salt", "+", period=UNTIL)
    told.tie("d2", "a-land", "hostile", "a-salt", "-", period=SINCE)
    told.event("d3", "attacked", agent=[LAND], target=[SALT], day="2031-05-01")
    told.event("d3", "attacked", agent=[LAND], target=[SALT])
    ally, hostile = ties(told.claims)
    assert brief(ally) == ("a-land", "ally", "+", "a-salt", 2)
    assert [p.claims for p in ally.periods] == [tuple(sorted((first.id, again.id)))]
    assert brief(hostile) == ("a-land", "hostile", "-", "a-salt", 3)
    assert [p.period.from_ if p.period else None for p in hostile.periods] == ["2031-01-01", "2031-05-01", None]


def test_belonging_to_a_state_is_no_tie_but_belonging_to_a_group_is(told: Any) -> None:
    actors = {"a-land": Actor(id="a-land", name="Vennland", kind="state"), "a-salt": Actor(id="a-salt", name="Salt")}
    told.tie("d1", "a-min", "part of", "a-land", "+")
    told.tie("d1", "a-min", "part of", "a-salt", "+")
    told.tie("d1", "a-salt", "ally", "a-land", "+")
    assert [brief(t)[:4:3] for t in ties(told.claims, actors)] == [("a-min", "a-salt"), ("a-land", "a-salt")][::-1]


def test_a_place_that_is_bombed_is_no_enemy(told: Any) -> None:
    event = told.event("d1", "bombed", "ASSAULT.aerial", agent=[WEST], target=[LAND])
    mention = msgspec.structs.replace(event.roles["target"][0], place="p-land")
    placed = msgspec.structs.replace(event, roles={**event.roles, "target": (mention,)})
    assert ties([event])
    assert ties([placed]) == ()


def test_nobody_is_tied_to_himself_or_to_the_unknown(told: Any) -> None:
    told.event("d1", "helped", "SUPPORT", agent=[LAND], target=[LAND])
    told.event("d1", "helped", "SUPPORT", agent=[("somebody",)], target=[LAND])
    assert ties(told.claims) == ()


@pytest.mark.parametrize("seed", range(3))
def test_order_does_not_matter(told: Any, seed: int, request: pytest.FixtureRequest) -> None:
    actors = request.getfixturevalue("actors")
    chance = random.Random(seed)
    for _ in range(40):
        left, right = chance.sample([LAND, WEST, SALT], 2)
        told.event("d1", "did", chance.choice(["SUPPORT", "ASSAULT", "AID", "REJECT"]), agent=[left], target=[right])
    before = ties(told.claims), stance_disagreements(told.claims, actors, PLACES)
    chance.shuffle(told.claims)
    assert (ties(told.claims), stance_disagreements(told.claims, actors, PLACES)) == before
    assert all(before)


def stances(told: Any, actors: Any) -> tuple[Disagreement, ...]:
    return stance_disagreements(told.claims, actors, PLACES)


@pytest.mark.parametrize(
    ("actor", "expected"), [("a-min", "a-land"), ("a-army", "a-land"), ("a-salt", "a-salt"), ("a-doc", "a-doc")]
)
def test_for_whom_an_actor_counts(actors: Any, actor: str, expected: str) -> None:
    assert principal(actor, actors) == expected


def test_support_in_one_report_and_reluctance_in_another(told: Any, actors: Any) -> None:
    told.event("d1", "supported", "SUPPORT", agent=[MINISTER], target=[WEST])
    told.event("d2", "enthusiasm", "SUPPORT", agent=[LAND], target=[WEST], reality="neg")
    (one,) = stances(told, actors)
    assert (one.kind, one.scope, one.about) == ("stance", "between", "a-land a-west")
    assert [s.says for s in one.sides] == [
        "for: the minister supported Westria",
        "against: not: Vennland enthusiasm Westria",
    ]


def test_support_of_anothers_war_is_a_stance_on_its_doer_and_its_country(told: Any, actors: Any) -> None:
    cue = Span(start=50, end=59, quote="supported")
    told.event("d1", "supported", "SUPPORT", agent=[MINISTER], at=50)
    told.event("d1", "war", agent=[WEST], place=[("Osterra", None, "p-ost")], by=[("the minister", "a-min")], cue=cue)
    told.event("d2", "refused", "REJECT", agent=[LAND], at=70)
    refused = Span(start=70, end=77, quote="refused")
    told.event("d2", "fighting", place=[("Osterra", None, "p-ost")], reality="hyp", by=[LAND], cue=refused)
    assert [d.about for d in stances(told, actors)] == ["a-land war in OST"]


@pytest.mark.parametrize(
    ("second", "expected"),
    [({"period": SINCE}, 0), ({"period": None}, 1), ({"period": UNTIL}, 1)],
)
def test_a_change_is_no_disagreement(told: Any, actors: Any, second: Any, expected: int) -> None:
    told.tie("d1", "a-salt", "ally", "a-west", "+", period=UNTIL)
    told.tie("d1", "a-salt", "hostile", "a-west", "-", **second)
    found = stances(told, actors)
    assert [(d.kind, d.scope, d.about) for d in found] == [("tie", "within", "a-salt a-west")] * expected


def test_denying_an_accusation_is_no_stance(told: Any, actors: Any) -> None:
    told.event("d1", "praised", "SUPPORT", agent=[LAND], target=[WEST])
    told.event("d1", "denied", "REJECT", agent=[LAND], at=50)
    cue = Span(start=50, end=56, quote="denied")
    told.event("d1", "attacked", agent=[WEST], reality="neg", by=[LAND], cue=cue)
    assert stances(told, actors) == ()


def test_history_has_periods_of_its_own(told: Any) -> None:
    told.tie("d1", "a-salt", "ally", "a-land", "+", background=True)
    told.tie("d2", "a-salt", "ally", "a-land", "+")
    told.tie("d3", "a-salt", "ally", "a-land", "+", period=SINCE)
    told.tie("d4", "a-salt", "ally", "a-land", "+", period=SINCE, background=True)
    (tie,) = ties(told.claims)
    assert [(p.background, p.period) for p in tie.periods] == [
        (False, SINCE), (True, SINCE), (False, None), (True, None)
    ]  # fmt: skip


def test_who_asserts_a_tie_is_counted_once(told: Any) -> None:
    told.tie("d1", "a-salt", "ally", "a-land", "+", period=SINCE)
    told.tie("d1", "a-salt", "ally", "a-land", "+", period=UNTIL)
    told.tie("d2", "a-salt", "ally", "a-land", "+", period=UNTIL)
    (tie,) = ties(told.claims)
    assert [[o.documents for o in p.origins] for p in tie.periods] == [[("d1",), ("d2",)], [("d1",)]]
    assert [o.documents for o in tie.origins] == [("d1",), ("d2",)]
