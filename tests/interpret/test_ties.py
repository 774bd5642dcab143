"""Ties: who is with, against, part of or leading whom."""

import pytest

from rashomon.records import TieClaim


def said(found):
    return [(tie.left.words, tie.relation, tie.sign, tie.right.words) for tie in found]


@pytest.mark.parametrize(
    ("text", "edges", "tie"),
    [
        ("{Ada Korr|x1:PER} leads the {Front|o1:ORG}.", "x1 leads o1", ("Ada Korr", "leads", "+", "Front")),
        ("{Kaveth|g1:GPE} is a friend of {Tolmia|g2:GPE}.", "g1 ally g2", ("Kaveth", "ally", "+", "Tolmia")),
        ("{Critics|h1:GROUP} of {Korr|x1:PER} met.", "h1 enemy x1", ("Critics", "hostile", "-", "Korr")),
        ("The {Tolmian|g1:GPE} {army|o1:ORG} met.", "o1 of g1", ("army", "part of", "+", "Tolmian")),
        ("{Front|o1:ORG}-linked {gunmen|h1:GROUP} met.", "h1 of o1", ("gunmen", "linked to", "+", "Front")),
        ("{Kaveth|g1:GPE}-backed {rebels|h1:GROUP} met.", "h1 ally g1", ("Kaveth", "supports", "+", "rebels")),
        (
            "{Guard|o1:ORG} {joined|z1:ORGANIZE.join} the {Front|o2:ORG}.",
            "z1 agent o1; z1 target o2",
            ("Guard", "part of", "+", "Front"),
        ),
        (
            "{Guard|o1:ORG} and {Front|o2:ORG} {merged|z1:ORGANIZE.merge}.",
            "z1 agent o1; z1 agent o2",
            ("Guard", "merged with", "+", "Front"),
        ),
        (
            "{Guard|o1:ORG} {split|z1:ORGANIZE.split} from the {Front|o2:ORG}.",
            "z1 agent o1; z1 target o2",
            ("Guard", "split from", "-", "Front"),
        ),
        (
            "{Kaveth|g1:GPE} {sent|d1:AID.military} {rifles|b1:OBJ} to the {Front|o2:ORG}.",
            "d1 agent g1; d1 theme b1; d1 target o2",
            ("Kaveth", "supplies", "+", "Front"),
        ),
        (
            "{Kaveth|g1:GPE} {helped|d1:AID} the {Front|o2:ORG}.",
            "d1 agent g1; d1 target o2",
            ("Kaveth", "supports", "+", "Front"),
        ),
        (
            "{Kaveth|g1:GPE} {praised|u1:SUPPORT} the {Front|o2:ORG}.",
            "u1 agent g1; u1 target o2",
            ("Kaveth", "supports", "+", "Front"),
        ),
        (
            "{Korr|x1:PER} {defended|u1:SUPPORT} the {Front|o2:ORG}'s {raid|a1:ASSAULT}.",
            "u1 agent x1; u1 content a1; a1 agent o2",
            ("Korr", "supports", "+", "Front"),
        ),
        (
            "{Kaveth|g1:GPE} is {negotiating|n1:CONSULT} with the {Front|o2:ORG}.",
            "n1 agent g1; n1 target o2",
            ("Kaveth", "negotiates with", "0", "Front"),
        ),
        (
            "An {alliance|c1:CONDITION} of {Guard|o1:ORG} and {Front|o2:ORG}.",
            "c1 agent o1; c1 agent o2",
            ("Guard", "ally", "+", "Front"),
        ),
        (
            "The {civil war|c1:CONDITION} between {Guard|o1:ORG} and {Front|o2:ORG}.",
            "c1 agent o1; c1 agent o2",
            ("Guard", "hostile", "-", "Front"),
        ),
        (
            "{One man|x1:PER} may have been {Tolmian|g1:GPE}.",
            "x1 of g1",
            ("One man", "national of", "0", "Tolmian"),
        ),
        ("{Minister|x1:PER} {Ada Korr|x2:PER} of {Kaveth|g1:GPE} met.", "x1 same x2; x1 of g1",
         ("Ada Korr", "part of", "+", "Kaveth")),
    ],
)  # fmt: skip
def test_ties_that_are_stated(claims, text, edges, tie):
    assert said(claims(TieClaim, text, edges)) == [tie]


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        ("{Villagers|h1:GROUP} from {Orra|g1:GPE} met.", "h1 of g1"),
        ("{Ada Korr|x1:PER} of {Orra|g1:GPE} sang.", "x1 of g1"),
        ("{Kaveth|g1:GPE} {helped|d1:AID} the {villagers|h1:GROUP}.", "d1 agent g1; d1 target h1"),
        ("{Kaveth|g1:GPE} {met|n1:CONSULT} the {Front|o1:ORG}.", "n1 agent g1; n1 target o1"),
        ("{Korr|x1:PER} {named|z1:ORGANIZE.lead} an {envoy|x2:PER}.", "z1 agent x1; z1 target x2"),
        ("{Korr|x1:PER} {broke up|z1:ORGANIZE.split} the {Front|o1:ORG}.", "z1 agent x1; z1 target o1"),
        ("The {Front|o1:ORG}, or {Red Front|o2:ORG}, met.", "o2 same o1; o1 ally o2"),
        ("The {bridge|f1:FAC} of {Orra|g1:GPE} fell.", "f1 of g1"),
    ],
)
def test_no_tie_is_made_up(claims, text, edges):
    assert claims(TieClaim, text, edges) == []


def test_those_who_help_a_third_are_no_pair(claims):
    found = claims(
        TieClaim,
        "{Kaveth|g1:GPE} and {Tolmia|g2:GPE} {back|c1:COOPERATE} the {Front|o1:ORG}.",
        "c1 agent g1; c1 agent g2; c1 target o1",
    )
    assert {(tie.left.words, tie.right.words) for tie in found} == {("Kaveth", "Front"), ("Tolmia", "Front")}


def test_a_tie_shares_the_stance_and_time_of_its_trigger(claims):
    (tie,) = claims(
        TieClaim,
        "{Ada Korr|x1:PER} {denied|s1:REJECT} that {Kaveth|g1:GPE} {helped|d1:AID} {Dune|o1:ORG} in {2030|t1:TIME}.",
        "s1 agent x1; s1 content d1; d1 agent g1; d1 target o1; d1 time t1",
    )
    assert (tie.reality, tie.voices[-1].words, tie.period.words) == ("neg", "Ada Korr", "2030")


def test_a_hedged_tie_is_possible(claims):
    (tie,) = claims(TieClaim, "Suspected {Front|o1:ORG} {gunmen|h1:GROUP} met.", "h1 of o1")
    assert (tie.reality, tie.hedge) == ("poss", "Suspected")
    assert tie.period is None
    assert tie.reasons["period"]


def test_a_tie_said_twice_is_one_claim(claims):
    found = claims(
        TieClaim,
        "The {Tolmian|g1:GPE} {army|o1:ORG} left. The {Tolmian|g2:GPE} {army|o2:ORG} won.",
        "o1 of g1; o2 of g2",
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "edges", "relation"),
    [
        ("{Ada Korr|x1:PER}, the leader of the {Front|o1:ORG}, met.", "x1 of o1", "leads"),
        ("{Ada Korr|x1:PER}, who is the top commander of {Front|o1:ORG}, met.", "x1 of o1", "leads"),
        (
            "The {Front|o1:ORG} has fled and {Ada Korr|x1:PER} was/is {its|o2:ORG} emir.",
            "o2 same o1; x1 of o2",
            "leads",
        ),
        ("The leader of the {Front|o1:ORG}, {Ada Korr|x1:PER}, met.", "x1 of o1", "leads"),
        ("{Front|o1:ORG} leader {Ada Korr|x1:PER} met.", "x1 of o1", "leads"),
        ("The {Front|o1:ORG}'s supreme leader, {Ada Korr|x1:PER}, met.", "x1 of o1", "leads"),
        ("The {Front|o1:ORG}’s commander {Ada Korr|x1:PER} met.", "x1 of o1", "leads"),
        ("{Ada Korr|x1:PER} remains the {Front|o1:ORG}'s chief.", "x1 of o1", "leads"),
        ("{Ada Korr|x1:PER}, a leader of the {Front|o1:ORG}, met.", "x1 of o1", "part of"),
        ("{Ada Korr|x1:PER}, the {Front|o1:ORG}'s head of press, met.", "x1 of o1", "part of"),
        ("{Ada Korr|x1:PER}, deputy leader of the {Front|o1:ORG}, met.", "x1 of o1", "part of"),
        ("A {Front|o1:ORG} leader, {Ada Korr|x1:PER}, met.", "x1 of o1", "part of"),
        ("Former {Front|o1:ORG} leader {Ada Korr|x1:PER} met.", "x1 of o1", "part of"),
        ("{Front|o1:ORG} commander {Ada Korr|x1:PER} met.", "x1 of o1", "part of"),
        ("{Ada Korr|x1:PER} of the {Front|o1:ORG} met its leader.", "x1 of o1", "part of"),
        ("{President|x0:PER} {Ada Korr|x1:PER}, the head of {Kaveth|g1:GPE}, met.", "x0 same x1; x1 of g1", "part of"),
    ],
)
def test_who_heads_a_group_by_a_leaders_word(claims, text, edges, relation):
    assert [tie.relation for tie in claims(TieClaim, text, edges)] == [relation]
