"""Shares, corrections, unit names, ages, lists and wholes, from passages to figures."""

import pytest

from rashomon.records import FigureClaim


def told(found):
    return [(figure.measure, figure.lower, figure.upper) for figure in found]


COUNTS = "q1 count h1; q2 count h1; k1 target h1"


@pytest.mark.parametrize(
    ("text", "edges", "figures"),
    [
        (
            "{Two thirds|q1:QUANT} of the {90|q2:QUANT} {hostages|h1:GROUP} were {killed|k1:KILL}.",
            COUNTS,
            [("abducted", 90, 90), ("killed", 60, 60)],
        ),
        (
            "{12|q1:QUANT} of the {40|q2:QUANT} {villagers|h1:GROUP} were {killed|k1:KILL}.",
            COUNTS,
            [("killed", 12, 12), ("people", 40, 40)],
        ),
        (
            "{Half|q1:QUANT} of the {men|h1:GROUP} were {killed|k1:KILL}.",
            "q1 count h1; k1 target h1",
            [],
        ),
        (
            "The {4th|q1:QUANT} Brigade {killed|k1:KILL} {six|q2:QUANT} {men|h1:GROUP}.",
            "q1 count k1; q2 count h1; k1 target h1",
            [("killed", 6, 6)],
        ),
        (
            "{62|q1:QUANT} Commando {killed|k1:KILL} {six|q2:QUANT} {men|h1:GROUP}.",
            "q1 count k1; q2 count h1; k1 target h1",
            [("killed", 6, 6)],
        ),
        (
            "Since {9/11|q1:QUANT} {six|q2:QUANT} {men|h1:GROUP} were {killed|k1:KILL}.",
            "q1 count h1; q2 count h1; k1 target h1",
            [("killed", 6, 6)],
        ),
        (
            "A {12|q1:QUANT}-year-old {boy|h1:PER} was {killed|k1:KILL}.",
            "q1 count h1; k1 target h1",
            [("killed", 1, 1)],
        ),
        (
            "A {five|q1:QUANT}-day siege {killed|k1:KILL} {six|q2:QUANT} {men|h1:GROUP}.",
            "q1 count k1; q2 count h1; k1 target h1",
            [("killed", 6, 6)],
        ),
        (
            "They paid {$500|q1:QUANT} for {six|q2:QUANT} {men|h1:GROUP} who were {killed|k1:KILL}.",
            "q1 count h1; q2 count h1; k1 target h1",
            [("killed", 6, 6)],
        ),
        (
            "The {shelling|a1:ASSAULT} {killed|k1:KILL} {four|q1:QUANT} {soldiers|h1:GROUP}, {two|q2:QUANT} "
            "{nurses|h2:GROUP} and a {driver|x1:PER}.",
            "q1 count h1; q2 count h2; k1 target h1; k1 target h2; k1 target x1; a1 causes k1",
            [("killed", 1, 1), ("killed", 2, 2), ("killed", 4, 4)],
        ),
        (
            "{Several|q1:QUANT} {murder|k1:KILL} cases were heard.",
            "q1 count k1",
            [],
        ),
        (
            "{Two|q1:QUANT} {men|h1:GROUP} were {beaten|a1:ASSAULT.destroy}.",
            "q1 count h1; a1 target h1",
            [("attacked", 2, 2)],
        ),
    ],
)
def test_what_a_number_counts(claims, text, edges, figures):
    assert sorted(told(claims(FigureClaim, text, edges)), key=str) == figures


@pytest.mark.parametrize(
    ("text", "edges", "old", "new"),
    [
        (
            "They raised the {toll|k1:KILL} from {23|q1:QUANT} to {48|q2:QUANT}.",
            "q1 count k1; q2 count k1",
            23,
            48,
        ),
        (
            "The {toll|k1:KILL} rose to {48|q1:QUANT}, up from {23|q2:QUANT}.",
            "q1 count k1; q2 count k1",
            23,
            48,
        ),
        (
            "They had earlier put the {toll|k1:KILL} at {23|q1:QUANT}. Now {48|q2:QUANT} are {dead|k2:KILL}.",
            "q1 count k1; q2 count k2",
            23,
            48,
        ),
        (
            "{48|q1:QUANT} were {killed|k1:KILL}, not {23|q2:QUANT}.",
            "q1 count k1; q2 count k1",
            23,
            48,
        ),
    ],
)
def test_a_corrected_figure_names_what_supersedes_it(claims, text, edges, old, new):
    found = {figure.lower: figure for figure in claims(FigureClaim, text, edges)}
    assert set(found) == {old, new}
    assert str(new) in found[old].reasons["superseded"]
    assert "superseded" not in found[new].reasons


def test_one_number_that_says_a_rise_is_its_newer_end(claims):
    (figure,) = claims(FigureClaim, "The {toll|k1:KILL} was raised from {23 to 48|q1:QUANT}.", "q1 count k1")
    assert (figure.lower, figure.upper) == (48, 48)
    (figure,) = claims(FigureClaim, "{23 to 48|q1:QUANT} were {killed|k1:KILL}.", "q1 count k1")
    assert (figure.lower, figure.upper) == (23, 48)


@pytest.mark.parametrize(
    "text",
    [
        "{23|q1:QUANT} were {killed|k1:KILL} in Ardel and {48|q2:QUANT} {killed|k2:KILL} in Somna.",
        "{23|q1:QUANT} from the town were {killed|k1:KILL}; {48|q2:QUANT} {died|k2:KILL} later.",
    ],
)
def test_two_tolls_side_by_side_are_no_correction(claims, text):
    found = claims(FigureClaim, text, "q1 count k1; q2 count k2")
    assert ["superseded" in figure.reasons for figure in found] == [False, False]


@pytest.mark.parametrize(
    ("text", "edges", "basis"),
    [
        (
            "{Rockets|a1:ASSAULT} hit Ardel and {mines|a2:ASSAULT} hit Somna, {killing|k1:KILL} {nine|q1:QUANT} "
            "between them.",
            "q1 count k1; a1 causes k1; a2 causes k1",
            "unknown",
        ),
        (
            "{Nine|q1:QUANT} were {killed|k1:KILL} in separate incidents.",
            "q1 count k1",
            "unknown",
        ),
        (
            "The {blast|a1:ASSAULT} {toll|k1:KILL} has risen to {nine|q1:QUANT}.",
            "q1 count k1; a1 causes k1",
            "incident",
        ),
        ("The number of {dead|k1:KILL} has risen to {nine|q1:QUANT}.", "q1 count k1", "cumulative"),
        (
            "The toll rose after {five|q1:QUANT} more {bodies|k1:KILL} were found under a {bombed|a1:ASSAULT} hall.",
            "q1 count k1; a1 causes k1",
            "batch",
        ),
        (
            "{Bombs|a1:ASSAULT} fell on Ardel, where {two|q1:QUANT} further {deaths|k1:KILL} were told of.",
            "q1 count k1; a1 causes k1",
            "unknown",
        ),
        (
            "{Gunmen|g1:GROUP} {killed|k1:KILL} {five|q1:QUANT} more {men|g2:GROUP} on {Monday|t1:TIME}.",
            "q1 count g2; k1 agent g1; k1 target g2; k1 time t1",
            "incident",
        ),
        ("A total of {nine|q1:QUANT} {died|k1:KILL}.", "q1 count k1", "unknown"),
        (
            "{Raids|a1:ASSAULT} on {Monday|t1:TIME} {killed|k1:KILL} {nine|q1:QUANT}.",
            "q1 count k1; a1 causes k1; a1 time t1",
            "incident",
        ),
        (
            "The town was {besieged|a1:CONTROL} since May, and {nine|q1:QUANT} were {killed|k1:KILL} by "
            "{raids|a2:ASSAULT}.",
            "q1 count k1; a2 causes k1",
            "unknown",
        ),
        (
            "Since Monday {nine|q1:QUANT} have been {killed|k1:KILL} in {raids|a1:ASSAULT}.",
            "q1 count k1; a1 causes k1",
            "cumulative",
        ),
    ],
)
def test_whose_words_a_basis_is(claims, text, edges, basis):
    (figure,) = claims(FigureClaim, text, edges)
    assert figure.basis == basis


@pytest.mark.parametrize(
    ("text", "edges", "killed", "injured"),
    [
        (
            "A {guard|x1:PER} was {killed|k1:KILL} and {another|x2:PER} {hurt|i1:INJURE}.",
            "k1 target x1; i1 target x2",
            1,
            1,
        ),
        ("A {guard|x1:PER} was {killed|k1:KILL} and another {hurt|i1:INJURE}.", "k1 target x1", 1, 1),
        (
            "An {inspector|x1:PER} and a {guard|x2:PER} were {killed|k1:KILL}.",
            "k1 target x2",
            2,
            0,
        ),
        (
            "{Ada Korr|x1:PER} and {four|q1:QUANT} {others|h1:GROUP} were {killed|k1:KILL}.",
            "k1 target x1; k1 target h1; q1 count h1",
            5,
            0,
        ),
        (
            "{Ada Korr|x1:PER} was {killed|k1:KILL} along with {four|q1:QUANT} {rebels|h1:GROUP}.",
            "k1 target x1; k1 target h1; q1 count h1",
            5,
            0,
        ),
        (
            "{Two|q1:QUANT} {men|h1:GROUP}, {Tal Vree|x1:PER} and {Orla Venn|x2:PER}, were {killed|k1:KILL}.",
            "k1 target x1; k1 target x2; k1 target h1; q1 count h1",
            2,
            0,
        ),
        ("A number of {people|h1:GROUP} were {hurt|i1:INJURE}.", "i1 target h1", 0, 0),
        (
            "They met the {mayor|x1:PER} and a {guard|x2:PER} was {killed|k1:KILL}.",
            "k1 target x2",
            1,
            0,
        ),
        (
            "A {Harbour Guard|o1:ORG} {officer|x1:PER} was {killed|k1:KILL}.",
            "x1 of o1; k1 target x1",
            1,
            0,
        ),
    ],
)
def test_persons_beside_numbers(claims, text, edges, killed, injured):
    sums = {"killed": 0, "injured": 0}
    for figure in claims(FigureClaim, text, edges):
        sums[figure.measure] += figure.lower
    assert sums == {"killed": killed, "injured": injured}


@pytest.mark.parametrize(
    ("text", "background"),
    [
        (
            "A man was {held|c1:COERCE.arrest} in connection with the {murder|k1:KILL} of {two|q1:QUANT} "
            "{men|h1:GROUP}.",
            True,
        ),
        ("He is wanted for the {killing|k1:KILL} of {two|q1:QUANT} {men|h1:GROUP}.", True),
        ("He was wanted in Ardel; a {raid|c1:ASSAULT} {killed|k1:KILL} {two|q1:QUANT} {men|h1:GROUP}.", False),
        ("The army is accused of {killing|k1:KILL} {two|q1:QUANT} {men|h1:GROUP}.", False),
    ],
)
def test_what_somebody_is_held_for_is_background(claims, text, background):
    (figure,) = (f for f in claims(FigureClaim, text, "q1 count h1; k1 target h1") if f.measure == "killed")
    assert figure.background == background
    assert ("background" in figure.reasons) == background
