"""A headline's number among the figures of its report, and a part of a number beside another group."""

from typing import Any

from rashomon.reconcile.reconciler import Reconciler, votes
from rashomon.records import HEADLINE, Finding

RELL = {"by": [("Dr Rell", "a-doc")]}
MINISTER = {"by": [("the minister", "a-min")]}
HEAD = {"reasons": {HEADLINE: "told in the report's headline"}}


def findings(told: Any, policy: str = "range") -> dict[str, Finding]:
    (found,) = Reconciler(policies=(policy,))([told.gathered()])
    return {f.field: f for f in found}


def three(finding: Finding) -> tuple[int | None, int | None, int | None]:
    return finding.low, finding.best, finding.high


def test_a_headlines_number_holds_the_smaller_ones_of_its_report(told):
    total = told.figure("d1", 4, 4, "4", **HEAD)
    parts = [told.figure("d1", 2, 2, "two"), told.figure("d1", 1, 1, "one")]
    finding = findings(told, "gtd")["killed"]
    assert three(finding) == (4, 4, 4)
    assert [s.claim for s in finding.backing] == [total.id]
    assert {s.claim for s in finding.set_aside} == {part.id for part in parts}
    assert all("headline counts: 4" in s.reason for s in finding.set_aside)


def test_of_several_numbers_of_one_report_its_headlines_is_meant(told):
    told.figure("d1", 4, 4, "4", **HEAD)
    told.figure("d1", 6, 6, "six")
    assert three(findings(told, "gtd")["killed"]) == (4, 4, 6)


def test_a_headlines_number_is_no_second_account_of_what_the_text_lets_somebody_say(told):
    told.figure("d1", 4, 4, "4", **HEAD)
    told.figure("d1", 4, 4, "four", **RELL)
    told.figure("d2", 6, 6, "six", **MINISTER)
    assert three(findings(told, "gtd")["killed"]) == (4, 4, 6)  # one against one: the lower; no majority of two
    assert len(votes(told.gathered())["killed"].votes) == 2


def test_a_speakers_smaller_number_stands_beside_the_headlines(told):
    told.figure("d1", 4, 4, "4", **HEAD)
    told.figure("d1", 3, 3, "three", **MINISTER)
    assert three(findings(told)["killed"]) == (3, None, 4)


def test_some_of_the_dead_are_no_toll_of_another_group(told: Any) -> None:
    graves = told.figure("d1", 23, 23, counted="graves")
    told.figure("d1", 2, 2, counted="dead", class_="hostage", part_of=graves.id)
    told.figure("d2", 17, 17, counted="hostages", class_="hostage")
    hostages = findings(told, "acled")["killed: hostages"]
    assert three(hostages) == (17, 17, 17)
    assert "part of another figure" in hostages.set_aside[0].reason
