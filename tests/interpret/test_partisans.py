"""Speakers who are a party to what they tell of, and voices without a time."""

import pytest

from rashomon.records import EventClaim


@pytest.mark.parametrize(
    ("text", "edges", "party"),
    [
        (
            "The {Front|o1:ORG} {said|s1:SAY} {its|o2:ORG} {men|g1:GROUP} {took|x1:CONTROL.take} it.",
            "s1 agent o1; s1 content x1; x1 agent g1; g1 of o2; o2 same o1",
            '"Front" is a party: "its men" acts in it',
        ),
        (
            "The {army|o1:ORG} {said|s1:SAY} {rebels|g1:GROUP} {shot|x1:KILL} its {men|g2:GROUP}.",
            "s1 agent o1; s1 content x1; x1 agent g1; x1 target g2; g2 of o1",
            '"army" is a party: "men" is hit by it',
        ),
        (
            "{Ada Korr|p1:PER} of the {Guard|o1:ORG} {said|s1:SAY} the {Guard|o2:ORG} {hit|x1:ASSAULT} it.",
            "s1 agent p1; p1 of o1; s1 content x1; x1 agent o2",
            '"Ada Korr" is a party: "Guard" acts in it',
        ),
        (
            "“We {hit|x1:ASSAULT} it,” {Ada Korr|p1:PER} {said|s1:SAY}.",
            "s1 agent p1; s1 content x1",
            "",
        ),
        (
            "“{We|g1:GROUP} {hit|x1:ASSAULT} it,” {Ada Korr|p1:PER} {said|s1:SAY}.",
            "s1 agent p1; s1 content x1; x1 agent g1",
            '"Ada Korr" is a party: "We" acts in it',
        ),
        (
            "{Residents|g1:GROUP} {said|s1:SAY} the {army|o1:ORG} {hit|x1:ASSAULT} it.",
            "s1 agent g1; s1 content x1; x1 agent o1",
            "",
        ),
        (
            "{Kaveth|g1:GPE} {said|s1:SAY} {rebels|g2:GROUP} {hit|x1:ASSAULT} {Kavethi|g3:GPE} {villagers|g4:GROUP}.",
            "s1 agent g1; s1 content x1; x1 agent g2; x1 target g4; g4 of g3; g3 same g1",
            "",
        ),
        (
            "{Tolmian|g1:GPE} {media|o1:ORG} {said|s1:SAY} {Tolmian|g2:GPE} {rebels|g3:GROUP} {hit|x1:ASSAULT} it.",
            "s1 agent o1; o1 of g1; s1 content x1; x1 agent g3; g3 of g2; g2 same g1",
            "",
        ),
        (
            "{Tolmian|g1:GPE} {police|o1:ORG} {said|s1:SAY} {Tolmian|g2:GPE} {soldiers|g3:GROUP} {hit|x1:ASSAULT} it.",
            "s1 agent o1; o1 of g1; s1 content x1; x1 agent g3; g3 of g2; g2 same g1",
            '"police" is a party: "Tolmian soldiers" acts in it',
        ),
        (
            "The {Front|o1:ORG} {said|s1:SAY} {it|o2:ORG} {demanded|x1:REQUEST} so.",
            "s1 agent o1; s1 content x1; x1 agent o2; o2 same o1",
            "",
        ),
    ],
)
def test_a_speaker_who_acts_or_is_hit_is_partisan(event, text, edges, party):
    assert event(text, edges).reasons.get("partisan", "") == party


def test_an_author_is_no_party(event):
    assert "partisan" not in event("The {army|o1:ORG} {hit|x1:ASSAULT} it.", "x1 agent o1").reasons


def test_a_voice_without_a_time_says_why(claims):
    (found,) = claims(EventClaim, "{Ada|p1:PER} {said|s1:SAY} it {fell|x1:CONTROL.take}.", "s1 agent p1; s1 content x1")
    assert found.reasons["said"] == '"said": no time words hang on it'


def test_a_title_speaks_under_the_name_beside_it(event):
    found = event(
        "{Col.|p1:PER} {Ada Korr|p2:PER} {said|s1:SAY} it {fell|x1:CONTROL.take}.",
        "p2 same p1; s1 agent p1; s1 content x1",
    )
    assert found.voices[-1].words == "Ada Korr"
