"""Disagreements about one incident: what is one, what is none, and what is a tension."""

import random
from typing import Any

import msgspec
import pytest

from rashomon.reconcile.disagreements import camps, disagreements, graded
from rashomon.reconcile.reconciler import votes
from rashomon.records import TENSION, Disagreement, Origin, Place, Span

PLACES = {
    place.id: place
    for place in (
        Place(id="p-karm", name="Karm", kind="town", lat=21.0, lon=5.5, country="VEN"),
        Place(id="p-plant", name="Karm plant", kind="site", lat=21.01, lon=5.5, country="VEN"),
        Place(id="p-port", name="Port Lire", kind="town", lat=25.0, lon=6.5, country="VEN"),
    )
}
ARMY, SALT = ("army", "a-army"), ("brigade", "a-salt")
RELL, NURSE = [("Dr Rell", "a-doc")], [("a nurse", None)]


def found(told: Any, kind: str | None = None, **given: Any) -> list[Disagreement]:
    return [d for d in disagreements([told.gathered(**given)], PLACES) if kind in (None, d.kind)]


def sides(one: Disagreement) -> list[str]:
    return [side.says for side in one.sides]


def test_figures_that_cannot_both_hold_between_reports(told: Any) -> None:
    told.figure("d1", 12, 12)
    told.figure("d2", 17, 17)
    (one,) = found(told)
    assert (one.kind, one.scope, one.about) == ("figure", "between", "i-1")
    assert sides(one) == ["12 killed", "17 killed"]
    assert "cannot all be the number for 'killed'" in one.why
    assert "2031-05-01 to 2031-05-02" in one.why


def test_figures_within_one_report_by_two_voices(told: Any) -> None:
    told.figure("d1", 19, 19)
    told.figure("d1", 23, 23, by=NURSE)
    told.figure("d2", 19, 19)
    assert sorted((d.scope, len(d.sides)) for d in found(told)) == [("between", 2), ("within", 2)]


@pytest.mark.parametrize(
    ("figures", "why_none"),
    [
        ([("d1", 9, 9, {"by": RELL}), ("d2", 16, 16, {"by": RELL})], "a revision"),
        ([("d1", 36, 44, {"approx": True}), ("d2", 42, 42, {})], "a rounding"),
        ([("d1", 14, None, {}), ("d2", 15, 15, {})], "an open bound"),
        ([("d1", 12, 12, {}), ("d2", 500, 500, {"basis": "conflict"})], "another basis"),
        ([("d1", 12, 12, {}), ("d2", 50, 50, {"reality": "hyp"})], "feared"),
        ([("d1", 12, 12, {"measure": "injured"}), ("d2", 50, 50, {})], "another measure"),
        ([("d1", 48, 48, {"counted": "hostages", "class_": "hostage"}), ("d2", 9, 9, {})], "another group"),
    ],
)
def test_no_disagreement(told: Any, figures: list[Any], why_none: str) -> None:
    for document, low, high, fields in figures:
        told.figure(document, low, high, **fields)
    assert found(told) == [], why_none


def test_a_part_of_the_same_group_is_no_disagreement(told: Any) -> None:
    whole = told.figure("d1", 19, 19, counted="people")
    told.figure("d1", 2, 2, counted="victims", part_of=whole.id)
    assert found(told) == []


def test_numbers_of_attackers_told_differently_are_a_tension(told: Any) -> None:
    force = {"measure": "force size", "class_": "combatant"}
    told.figure("d1", 31, None, "over 30", counted="fighters", of="a-salt", **force)
    told.figure("d1", 36, 44, "roughly 40", counted="attackers", of="a-salt", approx=True, by=RELL, **force)
    told.figure("d1", 0, 32, "up to 32", counted="fighters", of="a-salt", class_="combatant")
    (one,) = found(told)
    assert one.scope == "within"
    assert one.why.startswith(TENSION)
    assert sides(one) == ["at least 31 attackers", "roughly 40 (36-44) attackers"]
    gathered = told.gathered()
    assert graded([gathered.incident], [one])[0].grade == "single origin"


def test_bounds_the_wrong_way_round_end_in_a_camp(told: Any) -> None:
    wrong, right = told.figure("d1", 20, 8), told.figure("d2", 12, 12)
    assert camps([wrong, right]) == [[wrong], [right]]


def test_bodies_found_are_no_toll(told: Any) -> None:
    act = Span(start=0, end=13, quote="burned bodies")
    told.figure("d1", 15, 15, spans=(Span(start=0, end=40, quote="a sentence"), act))
    assert set(votes(told.gathered())) == {"killed"}
    told.figure("d2", 48, 48)
    assert set(votes(told.gathered())) == {"killed", "killed: bodies found"}
    assert found(told) == []


def test_three_camps(told: Any) -> None:
    for document, low, high in (("d1", 12, 14), ("d2", 14, 16), ("d3", 20, 20), ("d4", 31, None)):
        told.figure(document, low, high)
    (one,) = found(told)
    assert sides(one) == ["12-14 / 14-16 killed", "20 killed", "at least 31 killed"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("2031-05-01", "2031-05-01", 0), ("2031-05-01", "2031-05-03", 1), (None, "2031-05-03", 0)],
)
def test_days(told: Any, left: str | None, right: str, expected: int) -> None:
    told.event("d1", "attacked", target=[("mill",)], day=left)
    told.event("d2", "attack", target=[("mill",)], day=right)
    assert len(found(told, "date")) == expected


def test_what_an_update_tells_differently_is_a_revision(told: Any) -> None:
    for document, day, place in (("d1", "2031-05-01", "p-karm"), ("d3", "2031-05-03", "p-port")):
        told.event(document, "attacked", target=[("mill",)], place=[("here", None, place)], day=day)
    told.event("d2", "attacked", reality="neg")
    assert {d.kind for d in found(told)} == {"date", "place", "fact"}
    assert found(told, updates={"d1": "d2", "d2": "d3"}) == []


def test_the_beginning_and_the_end_of_a_siege_are_no_disagreement_on_its_day(told: Any) -> None:
    told.event("d1", "seized", "CONTROL.take", target=[("plant",)], day="2031-05-01")
    told.event("d1", "stormed", target=[("plant",)], agent=[ARMY], day="2031-05-04")
    told.event("d2", "stormed", target=[("plant",)], agent=[ARMY], day="2031-05-04")
    assert found(told) == []


@pytest.mark.parametrize(("left", "right", "expected"), [("p-karm", "p-plant", 0), ("p-karm", "p-port", 1)])
def test_places(told: Any, left: str, right: str, expected: int) -> None:
    told.event("d1", "attacked", place=[("here", None, left)])
    told.event("d2", "attack", place=[("there", None, right)])
    assert len(found(told, "place")) == expected


def test_who_did_it(told: Any) -> None:
    told.event("d1", "murdered", "KILL", agent=[SALT], target=[("hostages",)])
    told.event("d2", "burned", "KILL", agent=[ARMY], target=[("hostages",)])
    (one,) = found(told, "actor")
    assert sorted(sides(one)) == [
        "army did it: army burned hostages",
        "brigade did it: brigade murdered hostages",
    ]
    assert graded([told.gathered().incident], [one])[0].grade == "contested"


@pytest.mark.parametrize(
    ("left", "right", "why_none"),
    [
        ({"agent": [ARMY]}, {"agent": [("Vennland", "a-land")]}, "an army and its state"),
        ({"agent": [ARMY], "target": [SALT]}, {"agent": [SALT], "target": [ARMY]}, "both sides of a clash"),
        ({"agent": [ARMY]}, {}, "one names nobody"),
        ({"agent": [("Gunmen", "a-x1")]}, {"agent": [("gunmen", "a-x2")]}, "the same words for nobody known"),
    ],
)
def test_not_competing(told: Any, left: Any, right: Any, why_none: str) -> None:
    told.event("d1", "attacked", **left)
    told.event("d2", "attacked", **right)
    assert found(told, "actor") == [], why_none


def test_asserted_and_denied(told: Any) -> None:
    told.event("d1", "shelled", agent=[ARMY], target=[("market",)])
    told.event("d1", "shelled", agent=[ARMY], target=[("market",)], reality="neg", by=[("a colonel", None)])
    told.event("d1", "killed", "KILL", target=[("traders",)])
    (one,) = found(told)
    assert (one.kind, one.scope) == ("fact", "within")
    assert sides(one) == ["it happened: army shelled market", "denied: army shelled market"]
    assert graded([told.gathered().incident], [one])[0].grade == "contested"


def test_a_denial_by_another_side_of_its_own_part_is_none(told: Any) -> None:
    told.event("d1", "shelled", agent=[SALT], target=[("market",)])
    told.event("d2", "shelled", agent=[ARMY], target=[("market",)], reality="neg")
    assert found(told, "fact") == []


@pytest.mark.parametrize("seed", range(4))
def test_order_does_not_matter(told: Any, seed: int) -> None:
    chance = random.Random(seed)
    for number in range(12):
        low = chance.randint(5, 9)
        told.figure(f"d{number % 3 + 1}", low, low, by=RELL if number % 2 else [])
        told.event(
            f"d{number % 3 + 1}",
            "attacked",
            day=f"2031-05-0{chance.randint(1, 9)}",
            agent=[chance.choice([ARMY, SALT])],
        )
    before = found(told)
    chance.shuffle(told.claims)
    assert before
    assert found(told) == before


def test_reports_of_one_origin_are_not_between_origins(told: Any) -> None:
    told.figure("d1", 14, None, "at least 14")
    told.figure("d2", 30, 30)
    apart = found(told)
    assert apart[0].why.startswith(TENSION)
    one = found(told, origins=[Origin(documents=("d1", "d2"))])
    assert one == []


def test_ids_stay_when_a_claim_is_added(told: Any) -> None:
    told.figure("d1", 12, 12)
    told.figure("d2", 17, 17)
    (before,) = found(told)
    told.figure("d3", 17, 17)
    (after,) = found(told)
    assert before.id == after.id
    assert msgspec.structs.replace(before, sides=(), why="") == msgspec.structs.replace(after, sides=(), why="")
