"""Who is no victim of an act, by where the clause puts him."""

import pytest

from rashomon.records import EventClaim, FigureClaim


def words(claim, role):
    return [mention.words for mention in claim.roles.get(role, ())]


@pytest.mark.parametrize(
    ("text", "edges", "agents", "targets"),
    [
        (
            "His {son|x1:PER} accidentally {shot|k1:ASSAULT.firearms} a {guard|x2:PER}.",
            "k1 target x1; k1 target x2",
            ["son"],
            ["guard"],
        ),
        (
            "A {guard|x1:PER} was {shot|k1:ASSAULT.firearms} with his {son|x2:PER}.",
            "k1 target x1; k1 target x2",
            [],
            ["guard", "son"],
        ),
        (
            "A {guard|x1:PER} {shot|k1:ASSAULT.firearms} Monday and his {son|x2:PER} were named.",
            "k1 target x1; k1 target x2",
            [],
            ["guard", "son"],
        ),
        (
            "A {man|x1:PER} {shot|k1:ASSAULT.firearms} a {guard|x2:PER} while greeting his {wife|x3:PER}.",
            "k1 agent x1; k1 target x2; k1 target x3",
            ["man"],
            ["guard"],
        ),
        (
            "A {guard|x1:PER} was {shot|k1:ASSAULT.firearms} in the hand by his {friend|x2:PER}.",
            "k1 target x1; k1 target x2",
            ["friend"],
            ["guard"],
        ),
    ],
)
def test_subjects_and_people_of_other_clauses_are_not_hit(claims, text, edges, agents, targets):
    (event,) = claims(EventClaim, text, edges)
    assert (words(event, "agent"), words(event, "target")) == (agents, targets)


def test_a_number_right_before_a_harm_counts_alone(claims):
    text = "{Five|q1:QUANT} {people|x1:GROUP} were shot, {one|q2:QUANT} {fatally|k1:KILL}."
    found = claims(FigureClaim, text, "q1 count x1; q2 count k1; k1 target x1")
    assert [(f.measure, f.lower) for f in found if f.measure == "killed"] == [("killed", 1)]
