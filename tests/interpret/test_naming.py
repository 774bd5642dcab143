"""Namings: the words one text uses for one actor."""

import pytest

from rashomon.records import NamingClaim


def test_every_wording_of_an_actor_once(claims):
    found = claims(
        NamingClaim,
        "The {Dune Front|o1:ORG} left. The {rebels|o2:ORG} won. {They|o3:ORG} slept. The {rebels|o4:ORG} sang.",
        "o2 same o1; o3 same o1; o4 same o1",
    )
    assert [(naming.words, naming.mention.words, naming.mention.why) for naming in found] == [
        ("Dune Front", "Dune Front", ""),
        ("rebels", "rebels", 'same as "Dune Front"'),
    ]


def test_the_wording_is_the_whole_phrase_and_the_mention_its_head(claims):
    *_, naming = claims(NamingClaim, "{Kaveth|g1:GPE}-backed {rebels|h1:GROUP} left.", "h1 ally g1")
    assert (naming.words, naming.mention.words) == ("Kaveth-backed rebels", "rebels")


@pytest.mark.parametrize(
    "text",
    [
        "{Villagers|h1:GROUP} left.",
        "A {trader|x1:PER} left.",
        "{They|o1:ORG} left.",
        "In {Orra|g1:GPE}.",
        "{Some|h1:GROUP}.",
    ],
)
def test_a_nameless_crowd_or_a_scene_is_no_actor(claims, text):
    assert claims(NamingClaim, text) == []


def test_a_place_that_acts_is_an_actor(claims):
    (naming,) = claims(NamingClaim, "{Orra|g1:GPE} {condemned|b1:ACCUSE} it.", "b1 agent g1")
    assert naming.words == "Orra"


def test_words_in_a_quotation_are_the_speakers(claims):
    found = claims(
        NamingClaim,
        "“The {terrorists|h1:GROUP} {attacked|a1:ASSAULT},” {Korr|x1:PER} {said|s1:SAY}.",
        "a1 agent h1; s1 agent x1; s1 content a1",
    )
    assert [(naming.words, naming.voices[-1].words) for naming in found] == [("terrorists", "Korr"), ("Korr", "")]


def test_the_same_words_of_the_same_voice_are_kept_once_in_a_document(claims):
    found = claims(NamingClaim, "The {army|o1:ORG} left. The {army|o2:ORG} won.")
    assert [naming.words for naming in found] == ["army"]
