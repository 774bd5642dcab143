"""Edges that the words contradict, put right; speakers that stand beside their cue."""

import pytest

from rashomon.records import EventClaim, TieClaim


def words(claim, role):
    return [mention.words for mention in claim.roles.get(role, ())]


@pytest.mark.parametrize(
    ("text", "edges", "agents", "targets"),
    [
        (
            "The {Guard|o1:ORG} {waged war|a1:ASSAULT} for the {junta|o2:ORG}.",
            "a1 agent o1; a1 target o2",
            ["Guard"],
            [],
        ),
        (
            "The {Guard|o1:ORG} {fought|a1:ASSAULT} on behalf of {Kaveth|g1:GPE} against {Somna|g2:GPE}.",
            "a1 agent o1; a1 target g1; a1 target g2",
            ["Guard"],
            ["Somna"],
        ),
        (
            "The {Guard|o1:ORG} {fought|a1:ASSAULT} for {Kaveth|g1:GPE} against {Somna|g2:GPE}.",
            "a1 agent o1; a1 target g1; a1 target g2",
            ["Guard"],
            ["Somna"],
        ),
        (
            "The {Guard|o1:ORG} is in a {battle|a1:ASSAULT} for {Ardel|g1:GPE}.",
            "a1 agent o1; a1 target g1",
            ["Guard"],
            ["Ardel"],
        ),
        (
            "The {Guard|o1:ORG} {fought|a1:ASSAULT} alongside the {army|o2:ORG} there.",
            "a1 agent o1; a1 target o2",
            ["Guard", "army"],
            [],
        ),
        (
            "The {Guard|o1:ORG} {fought|a1:ASSAULT} with the {army|o2:ORG} against the {Front|o3:ORG}.",
            "a1 agent o1; a1 target o2; a1 target o3",
            ["Guard", "army"],
            ["Front"],
        ),
        (
            "The {Guard|o1:ORG} {fought|a1:ASSAULT} with the {army|o2:ORG} on Monday.",
            "a1 agent o1; a1 target o2",
            ["Guard"],
            ["army"],
        ),
        (
            "The {farmer|p1:PER} was {attacked|a1:ASSAULT} for the {Front|o2:ORG}.",
            "a1 target p1; a1 target o2",
            [],
            ["farmer", "Front"],
        ),
    ],
)
def test_the_preposition_says_on_which_side_somebody_stands(claims, text, edges, agents, targets):
    (event,) = claims(EventClaim, text, edges)
    assert (words(event, "agent"), words(event, "target")) == (agents, targets)


def test_whom_one_fights_for_is_an_ally(claims):
    (tie,) = claims(
        TieClaim,
        "The {Guard|o1:ORG} {waged war|a1:ASSAULT} for the {West|o2:ORG}.",
        "a1 agent o1; a1 target o2",
    )
    assert (tie.left.words, tie.relation, tie.right.words, tie.sign) == ("Guard", "ally", "West", "+")


@pytest.mark.parametrize(
    ("kind", "thing", "role"),
    [
        ("AID.military", "rockets", "theme"),
        ("AID", "food", "theme"),
        ("COOPERATE", "weapons", "theme"),
        ("AID.humanitarian", "ship", "target"),
        ("ASSAULT", "weapons", "target"),
    ],
)
def test_what_is_given_is_not_who_is_helped(claims, kind, thing, role):
    (event,) = claims(EventClaim, f"{{Kaveth|g1:GPE}} {{x|a1:{kind}}} {{{thing}|b1:OBJ}}.", "a1 agent g1; a1 target b1")
    assert words(event, role) == [thing]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("{According to|s1:SAY} {Lt. Col.|x1:PER} {Ada Korr|x2:PER}, it {burned|a1:ASSAULT.destroy}.", "Ada Korr"),
        ("{According to|s1:SAY} two senior {officials|x1:GROUP}, it {burned|a1:ASSAULT.destroy}.", "officials"),
        ("“It {burned|a1:ASSAULT.destroy},” {said|s1:SAY} {Ada Korr|x1:PER}.", "Ada Korr"),
        ("{Ada Korr|x1:PER} {said|s1:SAY} it {burned|a1:ASSAULT.destroy}.", "Ada Korr"),
        ("It was {said|s1:SAY} that it {burned|a1:ASSAULT.destroy}.", "said"),
        ("As {Ada Korr|x1:PER} left, he {said|s1:SAY} it {burned|a1:ASSAULT.destroy}.", "said"),
    ],
)
def test_a_cue_takes_the_speaker_beside_it(claims, text, speaker):
    edges = "s1 content a1" + ("; x2 same x1" if "x2:" in text else "")
    event = claims(EventClaim, text, edges)[-1]
    assert event.voices[-1].words == speaker


@pytest.mark.parametrize(
    ("text", "edges", "hit"),
    [
        ("A raid {killed|k1:KILL} a {guard|x1:PER} and {wounded|i1:INJURE} a {cook|x2:PER}.",
         "k1 target x1; k1 target x2; i1 target x2", {"killed": ["guard"], "wounded": ["cook"]}),
        ("A {guard|x1:PER} was {shot dead|k1:KILL} and a {cook|x2:PER} was {wounded|i1:INJURE}.",
         "k1 target x1; k1 target x2; i1 target x2", {"shot dead": ["guard"], "wounded": ["cook"]}),
        ("A {guard|x1:PER} {died|k1:KILL} of his {wounds|i1:INJURE}.",
         "k1 target x1; i1 target x1", {"died": ["guard"], "wounds": ["guard"]}),
    ],
)  # fmt: skip
def test_who_suffers_another_harm_is_no_victim_of_this_one(claims, text, edges, hit):
    assert {claim.trigger.quote: words(claim, "target") for claim in claims(EventClaim, text, edges)} == hit
