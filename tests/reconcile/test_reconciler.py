"""Findings: the policies, the rules common to all, and that no claim is lost."""

import random
from typing import Any

import msgspec
import pytest

from rashomon.errors import SettingsError
from rashomon.reconcile.policies import POLICIES, rule
from rashomon.reconcile.reconciler import Reconciler
from rashomon.records import Finding, Origin
from rashomon.testing.makers import make_day

EVERY = tuple(POLICIES)
RELL = {"by": [("Dr Rell", "a-doc")]}
MINISTER = {"by": [("the minister", "a-min")]}


def findings(told: Any, policy: str = "range", **given: Any) -> dict[str, Finding]:
    (found,) = Reconciler(policies=(policy,))([told.gathered(**given)])
    return {f.field: f for f in found}


def three(finding: Finding) -> tuple[int | None, int | None, int | None]:
    return finding.low, finding.best, finding.high


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        # (lower, upper, approx, words) of one origin each -> range, ucdp, acled, gtd
        ([(12, 12, False, "12")], [(12, 12, 12)] * 4),
        ([(12, 12, False, "12"), (12, 12, False, "12")], [(12, 12, 12)] * 4),
        ([(12, 12, False, "12"), (15, 15, False, "15")], [(12, None, 15), (12, 15, 15), (12, 12, 15), (12, 12, 15)]),
        (
            [(12, 12, False, "12"), (15, 15, False, "15"), (15, 15, False, "15")],
            [(12, None, 15), (12, 15, 15), (12, 12, 15), (12, 15, 15)],
        ),
        ([(14, None, False, "at least 14")], [(14, None, None), (14, 14, None), (14, 14, None), (14, 14, None)]),
        (
            [(14, None, False, "at least 14"), (12, 12, False, "12")],
            [(12, None, 14), (12, 12, 14), (12, 12, 14), (12, 12, 14)],
        ),
        ([(0, 32, False, "up to 32")], [(None, None, 32)] * 4),
        ([(36, 44, True, "roughly 40")], [(36, None, 44), (36, 40, 44), (40, 40, 44), (36, 40, 44)]),
        ([(24, 99, True, "dozens")], [(24, None, 99), (24, None, 99), (12, 12, 99), (24, None, 99)]),
        ([(200, 999, True, "hundreds")], [(200, None, 999), (200, None, 999), (100, 100, 999), (200, None, 999)]),
        ([(0, 0, False, "no one")], [(0, 0, 0)] * 4),
        # a word that names no number adds nothing where numbers fall under it, and stands where they don't
        (
            [(24, 99, False, "dozens"), (30, 30, False, "30"), (32, 32, False, "32")],
            [(30, None, 32), (30, 32, 32), (12, 12, 32), (30, 30, 32)],
        ),
        (
            [(24, 99, False, "dozens"), (5, 5, False, "five")],
            [(5, None, 99), (5, 5, 99), (5, 5, 99), (5, 5, 99)],
        ),
        (
            [(500, 1300, False, "500 to 1,300"), (650, 650, False, "650")],
            [(500, None, 1300), (500, 650, 1300), (500, 500, 1300), (500, 500, 1300)],
        ),
    ],
)
def test_policies(told: Any, figures: list[Any], expected: list[Any]) -> None:
    for number, (low, high, approx, words) in enumerate(figures, start=1):
        told.figure(f"d{number}", low, high, words, approx=approx)
    assert [three(findings(told, policy)["killed"]) for policy in EVERY] == expected


@pytest.mark.parametrize("policy", EVERY)
def test_every_claim_is_backing_or_set_aside_with_a_reason(told: Any, policy: str) -> None:
    chance = random.Random(policy)
    for number in range(60):
        low = chance.choice([None, 0, 3, 12, 40])
        high = chance.choice([None, 12, 40, 99])
        told.figure(
            f"d{number % 4 + 1}", low, high, measure=chance.choice(["killed", "injured", "force size"]),
            counted=chance.choice([None, "people", "fighters", "attackers", "hostages", "bodies", "شخصا"]),
            of=chance.choice([None, "a-salt", "a-army"]), class_=chance.choice(["unknown", "combatant", "hostage"]),
            reality=chance.choice(["fact", "poss", "neg", "hyp", "fut"]),
            basis=chance.choice(["incident", "unknown", "cumulative", "conflict"]),
            by=chance.choice([[], [("Dr Rell", "a-doc")], [("residents", None)]]),
        )  # fmt: skip
    (found,) = Reconciler(policies=(policy,))([told.gathered()])
    places = [[*f.backing, *f.set_aside] for f in found]
    assert {s.claim for one in places for s in one} == {c.id for c in told.claims}
    assert all(len({s.claim for s in one}) == len(one) for one in places)
    assert all(s.reason for one in places for s in one)


@pytest.mark.parametrize("seed", range(4))
def test_order_does_not_matter(told: Any, seed: int) -> None:
    for number, low in enumerate((12, 15, 15, 9, 12)):
        told.figure(f"d{number % 3 + 1}", low, low, by=[("Dr Rell", "a-doc")] if number % 2 else [])
    before = told.gathered()
    random.Random(seed).shuffle(told.claims)
    assert Reconciler(policies=EVERY)([told.gathered()]) == Reconciler(policies=EVERY)([before])


def test_one_speaker_in_two_reports_has_one_vote(told: Any) -> None:
    told.figure("d1", 12, 12, **RELL)
    told.figure("d1", 15, 15)
    again = told.figure("d2", 12, 12, **RELL)
    found = findings(told, "gtd")["killed"]
    assert found.best == 12
    assert [s.claim for s in found.set_aside if "repeated" in s.reason] == [again.id]


def test_reports_of_one_origin_have_one_vote(told: Any) -> None:
    for document, number in (("d1", 12), ("d2", 12), ("d3", 15), ("d4", 16)):
        told.figure(document, number, number)
    one = (Origin(documents=("d1", "d2")), Origin(documents=("d3",)), Origin(documents=("d4",)))
    assert len(findings(told, origins=one)["killed"].backing) == 3


def test_a_later_figure_of_one_origin_supersedes_the_earlier(told: Any) -> None:
    first = told.figure("d1", 9, 9, "nine", **RELL)
    told.figure("d3", 16, 16, "Sixteen", **RELL)
    found = findings(told)["killed"]
    assert three(found) == (16, 16, 16)
    assert [(s.claim, s.reason) for s in found.set_aside] == [
        (first.id, "superseded: the same origin later said 16 (2031-05-03)")
    ]


def test_an_updates_figure_takes_the_place_of_the_earlier_ones(told: Any) -> None:
    same_day = {"as_of": make_day("2031-05-01")}
    first = told.figure("d1", 9, 9, "nine", **same_day)
    middle = told.figure("d2", 11, 11, "eleven", **same_day)
    told.figure("d3", 16, 16, "Sixteen", **same_day)
    one = (Origin(documents=("d1", "d2", "d3")),)
    assert three(findings(told, origins=one)["killed"]) == (9, None, 16)
    found = findings(told, origins=one, updates={"d1": "d2", "d2": "d3"})["killed"]
    assert three(found) == (16, 16, 16)
    reason = "superseded: an update of its report says 16 (2031-05-03)"
    assert {s.claim: s.reason for s in found.set_aside} == dict.fromkeys((first.id, middle.id), reason)


def test_an_update_that_gives_no_figure_leaves_the_earlier_one(told: Any) -> None:
    told.figure("d1", 9, 9, "nine")
    told.figure("d2", 4, 4, "four", measure="injured")
    found = findings(told, origins=(Origin(documents=("d1", "d2")),), updates={"d1": "d2"})
    assert three(found["killed"]) == (9, 9, 9)


def test_a_speaker_quoted_alike_in_two_reports_has_one_vote(told: Any) -> None:
    nurse = {"by": [("a nurse", None)]}
    told.figure("d1", 12, 12, **nurse)
    told.figure("d2", 12, 12, **nurse)
    cited = Origin(documents=("d1", "d2"), speaker="a nurse")
    assert len(findings(told)["killed"].backing) == 2
    assert len(findings(told, origins=(Origin(documents=("d1",)), cited))["killed"].backing) == 1


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"reality": "neg"}, "denied"),
        ({"reality": "hyp"}, "not counted"),
        ({"reality": "fut"}, "expected"),
        ({"low": None, "high": None}, "names no number"),
    ],
)
def test_what_has_no_vote(told: Any, fields: dict[str, Any], reason: str) -> None:
    told.figure("d1", 12, 12)
    low, high = fields.pop("low", 50), fields.pop("high", 50)
    out = told.figure("d2", low, high, **fields)
    found = findings(told)["killed"]
    assert three(found) == (12, 12, 12)
    assert [s.claim for s in found.set_aside] == [out.id]
    assert reason in found.set_aside[0].reason


def test_a_replaced_report_has_no_vote(told: Any) -> None:
    told.figure("d1", 12, 12)
    told.figure("d2", 15, 15)
    gathered = told.gathered()
    replaced = msgspec.structs.replace(gathered.documents["d1"], superseded_by="d9")
    gathered = msgspec.structs.replace(gathered, documents=gathered.documents | {"d1": replaced})
    (found,) = Reconciler().findings(gathered)
    assert three(found) == (15, 15, 15)
    assert "newer version" in found.set_aside[0].reason


def test_bases_never_mix(told: Any) -> None:
    told.figure("d1", 12, 12)
    told.figure("d2", 20_000, 20_000, basis="conflict")
    told.figure("d3", 40, 40, basis="cumulative")
    told.figure("d4", 13, 13, basis="unknown")
    found = findings(told)
    assert sorted(found) == ["killed", "killed (conflict)", "killed (cumulative)"]
    assert three(found["killed"]) == (12, None, 13)
    assert any("basis not said" in s.reason for s in found["killed"].backing)


def test_a_figure_that_its_report_puts_right_has_no_vote(told: Any) -> None:
    first = told.figure("d1", 23, 23, reasons={"superseded": "the report puts it right: 48"})
    told.figure("d1", 48, 48)
    found = findings(told)["killed"]
    assert three(found) == (48, 48, 48)
    assert [(s.claim, s.reason) for s in found.set_aside] == [(first.id, "superseded: the report puts it right: 48")]


def test_children_beside_a_larger_toll_are_some_of_it(told: Any) -> None:
    told.figure("d1", 31, 31, counted="civilians", class_="civilian")
    told.figure("d2", 5, 5, counted="children", class_="civilian")
    found = findings(told)
    assert three(found["killed: civilians"]) == (31, 31, 31)
    assert three(found["killed: children"]) == (5, 5, 5)


def test_children_by_themselves_are_civilians(told: Any) -> None:
    told.figure("d1", 5, 5, counted="children", class_="civilian")
    assert three(findings(told)["killed: civilians"]) == (5, 5, 5)


def test_a_part_is_its_own_field_and_never_added(told: Any) -> None:
    whole = told.figure("d1", 19, 19, counted="people")
    told.figure("d1", 3, 3, counted="children", class_="civilian", part_of=whole.id)
    told.figure("d1", 2, 2, counted="people", part_of=whole.id)
    found = findings(told, "ucdp")
    assert three(found["killed"]) == (19, 19, 19)
    assert three(found["killed: children"]) == (3, 3, 3)
    assert "part of another figure" in found["killed"].set_aside[0].reason


def test_sides_are_counted_apart_and_added_only_by_policies_that_add(told: Any) -> None:
    told.figure("d1", 48, 48, counted="hostages", class_="hostage")
    told.figure("d1", 29, 29, counted="gunmen", of="a-salt", class_="combatant")
    told.figure("d1", 4, 4, counted="soldiers", of="a-army", class_="security")
    assert sorted(findings(told)) == [
        "killed: attackers",
        "killed: hostages",
        "killed: security forces (Army of Vennland)",
    ]
    assert three(findings(told, "ucdp")["killed"]) == (81, 81, 81)
    assert three(findings(told, "gtd")["killed"]) == (81, 81, 81)
    assert "killed" not in findings(told, "acled")


def test_a_sum_with_an_unknown_part_has_no_best(told: Any) -> None:
    told.figure("d1", 48, 48, counted="hostages", class_="hostage")
    told.figure("d1", 0, 32, "up to 32", counted="fighters", class_="combatant")
    assert three(findings(told, "ucdp")["killed"]) == (48, None, 80)


def test_fighters_of_the_attackers_side_are_the_attackers(told: Any) -> None:
    told.figure("d1", 36, 44, "roughly 40", measure="force size", counted="attackers", of="a-salt", class_="combatant")
    told.figure("d2", 31, None, "over 30", measure="force size", counted="fighters", class_="combatant")
    assert three(findings(told)["attackers"]) == (31, None, 44)


@pytest.mark.parametrize(
    ("speaker", "counted", "label"),
    [
        ("a-min", ("soldiers", "a-army", "security"), "of its own side"),
        ("a-min", ("fighters", "a-salt", "combatant"), "is a party"),
        ("a-doc", ("soldiers", "a-army", "security"), ""),
    ],
)
def test_a_partys_own_figures_are_labelled(told: Any, speaker: str, counted: Any, label: str) -> None:
    told.event("d1", "stormed", agent=[("army", "a-army")], target=[("brigade", "a-salt")])
    words, actor, class_ = counted
    told.figure("d1", 4, 4, counted=words, of=actor, class_=class_, by=[("he", speaker)])
    told.figure("d2", 9, 9, counted=words, of=actor, class_=class_)
    found = next(f for field, f in findings(told, "ucdp").items() if field.startswith("killed: "))
    labelled = [s.reason for s in (*found.backing, *found.set_aside) if "partisan" in s.reason]
    assert [label in reason for reason in labelled] == ([True] if label else [])


def test_ucdp_prefers_who_is_no_party(told: Any) -> None:
    told.event("d1", "stormed", agent=[("army", "a-army")], target=[("brigade", "a-salt")])
    told.figure("d3", 9, 9, **MINISTER)
    told.figure("d1", 17, 17, **RELL)
    assert three(findings(told, "ucdp")["killed"]) == (9, 17, 17)


def test_an_unknown_policy_is_refused_by_name() -> None:
    with pytest.raises(SettingsError, match=r"reconciler.policies: 'mean' is none of range, ucdp, acled, gtd"):
        Reconciler(policies=("mean",))


@pytest.mark.parametrize("policy", EVERY)
def test_every_policy_says_its_rule(policy: str) -> None:
    assert rule(policy).endswith(".")
    assert "\n" not in rule(policy)


def test_of_equally_reliable_origins_ucdp_takes_the_lowest(told: Any) -> None:
    told.figure("d2", 19, 19)
    lowest = told.figure("d2", 9, 9, by=[("residents", None)])
    told.figure("d2", 5, 5, by=[("the minister", "a-min")], side="a-land")
    found = findings(told, "ucdp")["killed"]
    assert three(found) == (5, 9, 19)
    assert [s.claim for s in found.backing if "lowest of equally reliable" in s.reason] == [lowest.id]
