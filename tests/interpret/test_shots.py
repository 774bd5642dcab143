"""Killings that the words make none: bare shots, survivals, attempts, people who are only found."""

import pytest

from rashomon.records import EventClaim


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A {guard|x1:PER} was {shot|k1:KILL} at the gate.", "ASSAULT"),
        ("A {guard|x1:PER} was fatally {shot|k1:KILL} at the gate.", "KILL"),
        ("Rebels {shot|k1:KILL} the two {guards|x1:GROUP} dead.", "KILL"),
        ("A {guard|x1:PER} {shot himself|k1:KILL} in the foot.", "ASSAULT"),
        ("A {guard|x1:PER} was {gunned down|k1:KILL}.", "KILL"),
        ("Rebels {shot|k1:KILL} a {guard|x1:PER}, and the others lay dead.", "ASSAULT"),
    ],
)
def test_a_bare_shot_is_no_killing(claims, text, type_):
    (event,) = claims(EventClaim, text, "k1 target x1")
    assert event.type == type_
    assert event.mode == ("firearms" if type_ == "ASSAULT" else None)


def test_the_death_told_by_another_word_leaves_the_shot_a_shot(claims):
    text = "A {guard|x1:PER} was {shot|k1:KILL} and {killed|k2:KILL}."
    assert [event.type for event in claims(EventClaim, text, "k1 target x1; k2 target x1")] == ["ASSAULT", "KILL"]


@pytest.mark.parametrize(
    ("text", "reality"),
    [
        ("The {guard|x1:PER} is expected to {survive|k1:KILL}.", "neg"),
        ("The {guard|x1:PER} did not {survive|k1:KILL}.", "fact"),
        ("He stands trial for attempted {murder|k1:KILL} of a {guard|x1:PER}.", "neg"),
    ],
)
def test_survival_and_attempts_are_no_deaths(claims, text, reality):
    (event,) = claims(EventClaim, text, "k1 target x1")
    assert event.reality == reality


def test_who_is_only_found_is_not_killed(claims):
    assert claims(EventClaim, "They {found|k1:KILL} a {guard|x1:PER} in the yard.", "k1 target x1") == []
    (event,) = claims(EventClaim, "They {found|k1:KILL} a {guard|x1:PER} dead.", "k1 target x1")
    assert event.type == "KILL"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A {guard|x1:PER} was fatally {wounded|k1:INJURE}.", "KILL"),
        ("A {guard|x1:PER} was {wounded|k1:INJURE}.", "INJURE"),
        ("A {guard|x1:PER} had fatal {injuries|k1:INJURE}.", "INJURE"),
    ],
)
def test_who_is_fatally_wounded_died(claims, text, type_):
    (event,) = claims(EventClaim, text, "k1 target x1")
    assert event.type == type_
