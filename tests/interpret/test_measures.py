"""What numbers of people measure by the words around them: hit, taken to hospital, children of somebody."""

import pytest

from rashomon.records import FigureClaim


@pytest.mark.parametrize(
    ("text", "edges", "expected"),
    [
        (
            "{Four|q1:QUANT} {men|x1:GROUP} were {shot|a1:ASSAULT.firearms} at the market.",
            "q1 count x1; a1 target x1",
            ("casualties", 4),
        ),
        (
            "Rebels {shot|a1:ASSAULT.firearms} at {four|q1:QUANT} {men|x1:GROUP}.",
            "q1 count x1; a1 target x1",
            ("attacked", 4),
        ),
        (
            "The gunman opened fire and {struck|a1:ASSAULT} {four|q1:QUANT} {men|x1:GROUP}.",
            "q1 count x1; a1 target x1",
            ("casualties", 4),
        ),
        ("A car {struck|a1:ASSAULT} {four|q1:QUANT} {men|x1:GROUP}.", "q1 count x1; a1 target x1", ("attacked", 4)),
        (
            "{Four|q1:QUANT} {men|x1:GROUP} were {taken|m1:MOVE} to the military hospital.",
            "q1 count x1; m1 target x1",
            ("casualties", 4),
        ),
        (
            "{Four|q1:QUANT} {men|x1:GROUP} were {taken|m1:MOVE} to the border.",
            "q1 count x1; m1 target x1",
            ("moved", 4),
        ),
    ],
)
def test_who_is_hit_and_who_is_taken_to_hospital(claims, text, edges, expected):
    (figure,) = claims(FigureClaim, text, edges)
    assert (figure.measure, figure.lower) == expected


def test_the_children_of_a_victim_are_no_toll(claims):
    text = "A {father|x1:PER} of {four|q1:QUANT} was {killed|k1:KILL}."
    assert [f.lower for f in claims(FigureClaim, text, "k1 target x1; q1 count k1")] == [1]


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("{Six|q1:QUANT} {men|x1:GROUP} were {killed|k1:KILL} in three overnight shootings.", True),
        ("{Six|q1:QUANT} {men|x1:GROUP} were {killed|k1:KILL} in a wave of attacks.", True),
        ("{Six|q1:QUANT} {men|x1:GROUP} were {killed|k1:KILL} in the shooting.", False),
        ("{Six|q1:QUANT} {men|x1:GROUP} were {killed|k1:KILL} in two bombings.", False),
    ],
)
def test_a_sum_over_several_acts_says_so(claims, text, several):
    (figure,) = claims(FigureClaim, text, "q1 count x1; k1 target x1")
    assert figure.reasons["basis"].startswith("over several acts") is several
