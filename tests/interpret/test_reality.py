"""How real things are said to be."""

import pytest

from rashomon.interpret.reality import combined
from rashomon.records import EventClaim


@pytest.mark.parametrize(
    ("text", "edges", "flags", "reality", "hedge"),
    [
        ("They {attacked|a1:ASSAULT}.", "", "", "fact", None),
        ("They {attacked|a1:ASSAULT}.", "", "a1 neg", "neg", None),
        ("They reportedly {attacked|a1:ASSAULT}.", "", "a1 poss", "poss", "reportedly"),
        ("They reportedly {attacked|a1:ASSAULT}.", "", "", "poss", "reportedly"),
        ("They may have been {attacked|a1:ASSAULT}.", "", "a1 poss", "poss", "may have been"),
        ("They may {attack|a1:ASSAULT}.", "", "", "fact", None),
        ("The toll from the {attack|a1:ASSAULT} could rise.", "", "a1 poss", "poss", "could"),
        ("Korr {denied|s1:REJECT} that they {attacked|a1:ASSAULT}.", "s1 content a1", "", "neg", None),
        ("Korr {defied|s1:REJECT} their {attack|a1:ASSAULT}.", "s1 content a1", "", "fact", None),
        ("Korr {demanded|s1:REQUEST} they {attack|a1:ASSAULT}.", "s1 content a1", "", "hyp", None),
        ("Korr {threatened|s1:THREATEN} to {attack|a1:ASSAULT}.", "s1 content a1", "", "hyp", None),
        ("Korr {promised|s1:AGREE} to {attack|a1:ASSAULT}.", "s1 content a1", "", "fut", None),
        ("Korr {promised|s1:AGREE} not to {attack|a1:ASSAULT}.", "s1 content a1", "a1 neg", "neg", None),
        ("Korr {said|s1:SAY} they {attacked|a1:ASSAULT}.", "s1 content a1", "", "fact", None),
        ("Korr {said|s1:SAY} they {attacked|a1:ASSAULT}.", "s1 content a1", "s1 poss", "poss", None),
        ("If Korr {says|s1:SAY} they {attacked|a1:ASSAULT}.", "s1 content a1", "s1 hyp", "hyp", None),
        ("Korr {blamed|s1:ACCUSE} them for the {attack|a1:ASSAULT}.", "s1 content a1", "s1 fut", "fact", None),
    ],
)
def test_reality_and_hedge(claims, text, edges, flags, reality, hedge):
    event = next(c for c in claims(EventClaim, text, edges, flags) if c.trigger.quote.startswith("attack"))
    assert (event.reality, event.hedge) == (reality, hedge)
    assert ("reality" in event.reasons) == (reality != "fact")


@pytest.mark.parametrize(
    ("text", "reality"),
    [
        ("They tried to {seize|c1:CONTROL.take} the bridge and {attack|a1:ASSAULT} the camp.", "neg"),
        ("They planned to {seize|c1:CONTROL.take} the bridge or {attack|a1:ASSAULT} the camp.", "fut"),
        ("They tried to {flee|c1:MOVE} and {attacked|a1:ASSAULT} the camp.", "fact"),
        ("They tried to {flee|c1:MOVE}, and {attack|a1:ASSAULT} the camp.", "fact"),
        ("They {seized|c1:CONTROL.take} the bridge and {attack|a1:ASSAULT} the camp.", "fact"),
        ("They tried to rest and then {attack|a1:ASSAULT} the camp.", "neg"),
    ],
)
def test_an_act_joined_to_an_attempt_shares_it(claims, text, reality):
    event = next(c for c in claims(EventClaim, text, "", "") if c.trigger.quote.startswith("attack"))
    assert event.reality == reality
    assert ("reality" in event.reasons) == (reality != "fact")


def test_a_past_verb_after_and_happened(claims):
    text = "They tried to {flee|m1:MOVE} and {shot|a1:ASSAULT.firearms} two."
    assert next(c for c in claims(EventClaim, text, "", "") if c.trigger.quote == "shot").reality == "fact"


def test_a_rejected_demand_was_made(claims):
    found = claims(
        EventClaim,
        "Korr {denied|s1:REJECT} the {request|r1:REQUEST} to {leave|w1:RETREAT.withdraw}.",
        "s1 content r1; r1 content w1",
    )
    assert [event.reality for event in found] == ["fact", "fact", "hyp"]


def test_hedge_words_are_a_span_of_the_claim(claims):
    (event,) = claims(EventClaim, "They allegedly {attacked|a1:ASSAULT}.", "", "a1 poss")
    assert "allegedly" in [span.quote for span in event.spans]


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["fact", "fact"], "fact"),
        (["poss", "fact"], "poss"),
        (["poss", "neg"], "neg"),
        (["fut", "hyp"], "hyp"),
        ([], "fact"),
    ],
)
def test_what_needs_all_is_as_real_as_the_least(parts, whole):
    assert combined(parts) == whole


@pytest.mark.parametrize(
    ("text", "reality"),
    [
        ("{They|h1:GROUP} are not {telling|s1:SAY} us that {troops|h2:GROUP} {crossed|v1:MOVE} it.", "fact"),
        ("{They|h1:GROUP} did not {mention|s1:SAY} that {troops|h2:GROUP} had not {crossed|v1:MOVE} it.", "neg"),
        ("{They|h1:GROUP} did not {say|s1:SAY} that {troops|h2:GROUP} {crossed|v1:MOVE} it.", "neg"),
    ],
)
def test_a_denied_telling_is_no_denied_act(claims, text, reality):
    found = claims(EventClaim, text, "s1 agent h1; s1 content v1; v1 agent h2", "s1 neg; v1 neg")
    crossing = next(event for event in found if event.type == "MOVE")
    assert crossing.reality == reality
    assert crossing.reasons["reality"]
