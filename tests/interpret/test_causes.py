"""Causes: what is said to have led to what, and how plainly."""

import pytest

from rashomon.records import CauseClaim, EventClaim, Mention


@pytest.mark.parametrize(
    ("between", "strength"),
    [
        ("led to", "stated"),
        ("came after", "implied"),
        ("followed", "implied"),
        ("came as a result of", "stated"),
        ("in", "stated"),
        ("broke out when there was", "implied"),
    ],
)
def test_strength_follows_the_words_between(claims, between, strength):
    (cause,) = claims(CauseClaim, f"The {{raid|a1:ASSAULT}} {between} the {{riot|p1:PROTEST.riot}}.", "a1 causes p1")
    assert cause.strength == strength
    assert cause.reasons["strength"]


def test_the_ends_are_the_events(claims):
    parts = "The {drought|c1:CONDITION} led to {riots|p1:PROTEST.riot}.", "c1 causes p1"
    first, second = claims(EventClaim, *parts)
    (cause,) = claims(CauseClaim, *parts)
    assert (cause.cause, cause.effect) == (first.id, second.id)


def test_plain_speech_that_causes_is_a_mention(claims):
    (cause,) = claims(CauseClaim, "The {rumour|s1:SAY} led to {riots|p1:PROTEST.riot}.", "s1 causes p1")
    assert isinstance(cause.cause, Mention)
    assert (cause.cause.words, cause.cause.type) == ("rumour", "SAY")


def test_who_tells_of_the_effect_tells_of_the_cause(claims):
    (cause,) = claims(
        CauseClaim,
        "{Korr|x1:PER} {said|s1:SAY} the {raid|a1:ASSAULT} {killed|k1:KILL} ten.",
        "s1 agent x1; s1 content k1; a1 causes k1",
    )
    assert [voice.words for voice in cause.voices] == ["", "Korr"]


def test_an_act_that_draws_blame_is_the_authors_cause(claims):
    (cause,) = claims(
        CauseClaim,
        "The raid of {shelling|a1:ASSAULT} drew {blame|b1:ACCUSE.allege} from {Kaveth|g1:GPE}.",
        "a1 causes b1; b1 content a1; b1 agent g1",
    )
    assert [voice.words for voice in cause.voices] == [""]


@pytest.mark.parametrize(
    ("flags", "reality"), [("", "fact"), ("a1 poss", "poss"), ("p1 neg", "neg"), ("a1 hyp", "hyp")]
)
def test_a_cause_is_as_real_as_its_less_real_end(claims, flags, reality):
    (cause,) = claims(CauseClaim, "The {raid|a1:ASSAULT} led to {riots|p1:PROTEST.riot}.", "a1 causes p1", flags)
    assert cause.reality == reality
    assert ("reality" in cause.reasons) == (reality != "fact")
