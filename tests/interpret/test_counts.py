"""Parts of a toll, ages, and what the graph leaves out of the words for a number."""

import pytest

from rashomon.records import SUPERSEDED, FigureClaim

NINE = "A {raid|a1:ASSAULT} {killed|k1:KILL} {nine|q1:QUANT} {people|h1:GROUP}"
HIT = "a1 causes k1; k1 target h1; q1 count h1"


def in_text(found):
    """The figures in the order in which their words stand in the text."""
    return sorted(found, key=lambda figure: min(s.start for s in figure.spans[1:] if s.quote == figure.words))


def told(found):
    """The figures as (measure, number, whether a part of another)."""
    return [(figure.measure, figure.lower, figure.part_of is not None) for figure in found]


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        (". {Two|q2:QUANT} of the {dead|h2:GROUP} were not {workers|h3:GROUP}.", "q2 count h2"),
        (". {Two|q2:QUANT} of {them|h2:GROUP} were {children|h3:GROUP}.", "q2 count h2; h2 of h1"),
        (". {Two|q2:QUANT} of the {victims|h2:GROUP} were {guests|h3:GROUP}.", "q2 count h2"),
        (", {two|q2:QUANT} of whom were {children|h3:GROUP}.", "h3 of h1"),
        (". Among the {dead|k2:KILL} were {two|q2:QUANT} {boys|h2:GROUP}.", "k2 target h2; q2 count h2"),
        (". Among the victims were {two|q2:QUANT} {boys|h2:GROUP}.", "q2 count h2"),
        (". The {dead|k2:KILL} included {two|q2:QUANT} {boys|h2:GROUP}.", "k2 target h2; q2 count h2"),
        (". {Two|q2:QUANT} of those {killed|k2:KILL} were {boys|h2:GROUP}.", "k2 target h2"),
    ],
)
def test_some_of_those_told_before_are_a_part(claims, text, edges):
    found = in_text(claims(FigureClaim, NINE + text, f"{HIT}; {edges}"))
    assert told(found) == [("killed", 9, False), ("killed", 2, True)]
    assert found[1].part_of == found[0].id


@pytest.mark.parametrize(
    ("text", "edges", "expected"),
    [
        (". {Twelve|q2:QUANT} of the {dead|h2:GROUP} were boys.", "q2 count h2", ("killed", 12, False)),
        (". {Two|q2:QUANT} of the {wounded|h2:GROUP} left.", "q2 count h2", ("injured", 2, False)),
        (". {Two|q2:QUANT} {men|h2:GROUP} {died|k2:KILL} later.", "q2 count h2; k2 target h2", ("killed", 2, False)),
        (
            ". {Two|q2:QUANT} of {them|h2:GROUP} were {held|c1:COERCE.arrest}.",
            "q2 count h2; c1 target h2",
            ("detained", 2, False),
        ),
    ],
)
def test_others_are_no_part(claims, text, edges, expected):
    assert told(claims(FigureClaim, NINE + text, f"{HIT}; {edges}"))[1] == expected


@pytest.mark.parametrize(
    ("how", "part"), [("seriously", True), ("critically", True), ("on Monday", False), ("in Orra", False)]
)
def test_the_badly_hurt_are_a_part_of_the_hurt(claims, how, part):
    text = f"{{Ten|q1:QUANT}} {{men|h1:GROUP}} were {{hurt|k1:INJURE}}, {{two|q2:QUANT}} {how}."
    found = in_text(claims(FigureClaim, text, "k1 target h1; q1 count h1; q2 count k1"))
    assert told(found) == [("injured", 10, False), ("injured", 2, part)]


@pytest.mark.parametrize(
    ("text", "edges", "expected"),
    [
        ("{Tal Vree|x1:PER}, {35|q1:QUANT}, was {shot|k1:KILL}.", "k1 target x1; q1 count k1", [1]),
        (
            "{Tal Vree|x1:PER}, {35|q1:QUANT} {men|h1:GROUP} and a dog {died|k1:KILL}.",
            "k1 target h1; q1 count h1",
            [35],
        ),
        ("Image 2 of {11|q1:QUANT} A {man|x1:PER} was {shot|k1:KILL}.", "k1 target x1; q1 count k1", [1]),
        ("A {mother|x1:PER} of {four|q1:QUANT} was {shot|k1:KILL}.", "k1 target x1; q1 count k1", [1]),
    ],
)
def test_ages_and_children_of_the_dead_are_no_toll(claims, text, edges, expected):
    assert [figure.lower for figure in claims(FigureClaim, text, edges)] == expected


@pytest.mark.parametrize(
    ("text", "edges", "old", "new"),
    [
        ("They {raised|s1:SAY} the {toll|k1:KILL} from {23|q1:QUANT} to 48.", "q1 count k1", 23, 48),
        ("They {cut|s1:SAY} the {toll|k1:KILL} from {60|q1:QUANT} to at least 52.", "q1 count k1", 60, 52),
        ("{Not 12|q1:QUANT} but {15|q2:QUANT} {died|k1:KILL}.", "q1 count k1; q2 count k1", 12, 15),
        (
            "They earlier {put|s1:SAY} the {toll|k1:KILL} at {9|q1:QUANT}, but later at {14|q2:QUANT} {dead|k2:KILL}.",
            "q1 count k1; q2 count k2",
            9,
            14,
        ),
    ],
)
def test_the_corrected_and_the_correct_number_are_both_kept(claims, text, edges, old, new):
    first, last = sorted(claims(FigureClaim, text, edges), key=lambda figure: figure.lower != old)
    assert (first.lower, SUPERSEDED in first.reasons) == (old, True)
    assert (last.lower, SUPERSEDED in last.reasons) == (new, False)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The {raid|a1:ASSAULT} brings to {60|q1:QUANT} the number {killed|k1:KILL} this year.", "period"),
        ("The {raid|a1:ASSAULT} brings to {60|q1:QUANT} the number {killed|k1:KILL} since May.", "cumulative"),
        ("The {raid|a1:ASSAULT} {killed|k1:KILL} {60|q1:QUANT}, bringing out the army.", "incident"),
    ],
)
def test_a_sum_to_which_an_act_brings_a_count_is_not_its_toll(claims, text, basis):
    (figure,) = claims(FigureClaim, text, "a1 causes k1; q1 count k1")
    assert figure.basis == basis


@pytest.mark.parametrize(
    ("time", "basis"), [("three weeks", "period"), ("three weeks later", "incident"), ("ten hours", "incident")]
)
def test_a_long_span_without_dates_is_a_period(claims, time, basis):
    text = f"The {{siege|a1:ASSAULT}} {{killed|k1:KILL}} {{40|q1:QUANT}} in {{{time}|t1:TIME}}."
    (figure,) = claims(FigureClaim, text, "a1 causes k1; q1 count k1; k1 time t1", published=None)
    assert figure.basis == basis


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("No one was {killed|k1:KILL}.", 0),
        ("Nobody has been {hurt|k1:INJURE}.", 0),
        ("None of them were {hurt|k1:INJURE}.", 0),
        ("No civilians were {killed|k1:KILL}.", 0),
        ("The plan was not {killed|k1:KILL}.", None),
        ("No one else was {killed|k1:KILL}.", None),
    ],
)
def test_nobody_is_a_count_of_0_told_as_fact(claims, text, number):
    found = claims(FigureClaim, text, "", "k1 neg")
    assert [(figure.lower, figure.upper, figure.reality) for figure in found] == (
        [(0, 0, "fact")] if number == 0 else []
    )


def test_some_of_the_injured_were_not_killed(claims):
    text = "{Two|q1:QUANT} of the 12 {killed|k1:KILL} and {11|q2:QUANT} of the {injured|h1:GROUP} were policemen."
    found = claims(FigureClaim, text, "q1 count k1; q2 count h1; k1 target h1")
    assert [figure.measure for figure in found if figure.lower == 11] == ["injured"]


def test_a_bomb_that_killed_him_and_two_guards_killed_three(claims):
    found = claims(
        FigureClaim,
        "It {killed|k1:KILL} {him|x1:PER} and {two|q1:QUANT} {guards|h1:GROUP}.",
        "k1 target x1; k1 target h1; q1 count h1",
    )
    assert sorted(figure.lower for figure in found) == [1, 2]


def test_him_is_no_second_death(claims):
    found = claims(
        FigureClaim,
        "{Ada Korr|x1:PER} was {slain|k1:KILL}. The men {killed|k2:KILL} {her|x2:PER} at home.",
        "k1 target x1; k2 target x2",
    )
    assert [figure.lower for figure in found] == [1]


@pytest.mark.parametrize(
    ("text", "edges", "expected"),
    [
        (
            "{Three|q1:QUANT} {women|h1:GROUP}, ages 21, 32, and {49|q2:QUANT}, were {hurt|k1:INJURE}.",
            "q1 count h1; q2 count h1; k1 target h1", [3],
        ),
        (
            "{Two|q1:QUANT} {men|h1:GROUP}, {30|q2:QUANT} and {42|q3:QUANT}, were {hurt|k1:INJURE}.",
            "q1 count h1; q2 count h1; q3 count h1; k1 target h1", [2],
        ),
        (
            "{Two|q1:QUANT} {men|h1:GROUP} were {wounded|k1:INJURE} {seven|q2:QUANT} times.",
            "q1 count h1; q2 count k1; k1 target h1", [2],
        ),
        ("{Three|q1:QUANT} {men|h1:GROUP} are in critical condition.", "q1 count h1", [3]),
        ("He faces {two|q1:QUANT} counts of {murder|k1:KILL}.", "q1 count k1", []),
    ],
)  # fmt: skip
def test_ages_times_and_charges_count_nobody(claims, text, edges, expected):
    found = claims(FigureClaim, text, edges)
    assert [figure.lower for figure in found if figure.measure in ("killed", "injured")] == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("{Five|q1:QUANT} {people|h1:GROUP} were {shot|a1:ASSAULT.firearms}.", "casualties"),
        ("{Five|q1:QUANT} {people|h1:GROUP} were {shot|a1:ASSAULT.firearms} at from a car.", "attacked"),
        ("{Five|q1:QUANT} {people|h1:GROUP} were {attacked|a1:ASSAULT}.", "attacked"),
        ("The fatal {shooting|a1:ASSAULT.firearms} of {five|q1:QUANT} {people|h1:GROUP} went on.", "killed"),
        ("The deadly drive-by {shooting|a1:ASSAULT.firearms} of {five|q1:QUANT} {people|h1:GROUP} went on.", "killed"),
        ("They {fired|a2:ASSAULT} a {shot|a1:ASSAULT.firearms} near {five|q1:QUANT} {people|h1:GROUP}.", "attacked"),
        ("{Five|q1:QUANT} {people|h1:GROUP} heard several {shots|a1:ASSAULT.firearms} there.", "attacked"),
        ("The deadly {attack|a1:ASSAULT} on {five|q1:QUANT} {people|h1:GROUP} went on.", "attacked"),
    ],
)
def test_who_is_shot_is_a_casualty(claims, text, measure):
    (figure,) = claims(FigureClaim, text, "q1 count h1; a1 target h1")
    assert figure.measure == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("{Four|q2:QUANT} of the {injured|h2:GROUP} {died|k2:KILL} on Thursday.", "killed"),
        ("A raid {killed|k2:KILL} nine, and {four|q2:QUANT} of the {injured|h2:GROUP} are in danger.", "injured"),
    ],
)
def test_of_the_injured_those_who_are_said_to_have_died_are_dead(claims, text, measure):
    (found,) = claims(FigureClaim, text, "k2 target h2; q2 count h2")
    assert (found.measure, found.lower) == (measure, 4)
