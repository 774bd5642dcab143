"""Who a figure counts: which field it belongs to."""

from typing import Any

from rashomon.reconcile.fields import fields


def test_members_of_an_armed_group_are_fighters(told: Any) -> None:
    gunmen = told.figure("d1", 26, 26, counted="gunmen", of="a-salt", class_="combatant")
    members = told.figure("d2", 29, 29, counted="members", of="a-salt", class_="unknown")
    others = told.figure("d2", 4, 4, counted="members", of="a-unheard-of", class_="unknown")
    incident = told.gathered()
    assert fields(incident.figures, incident.actors) == {
        gunmen.id: "killed: attackers",
        members.id: "killed: attackers",
        others.id: "killed: members",
    }


def test_those_who_died_of_the_injured_are_no_toll(told: Any) -> None:
    toll = told.figure("d1", 16, 16, counted="people")
    later = told.figure("d2", 4, 4, counted="the injured")
    incident = told.gathered()
    assert fields(incident.figures, incident.actors) == {toll.id: "killed", later.id: "killed: injured who died"}
