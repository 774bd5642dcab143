"""People told one by one are counted; those whose group has a number are not counted again."""

import pytest

from rashomon.records import SINGULAR, FigureClaim

CASES = [
    ("A {guard|x1:PER} was {killed|k1:KILL}.", "k1 target x1", [("killed", 1, "security")]),
    ("{Ada Korr|x1:PER} was {hurt|k1:INJURE}.", "k1 target x1", [("injured", 1, "unknown")]),
    ("A {civilian|x1:GROUP} was {killed|k1:KILL}.", "k1 target x1", [("killed", 1, "civilian")]),
    (
        "{Ada Korr|x1:PER} and {Tal Vree|x2:PER} {died|k1:KILL}.",
        "k1 target x1; k1 target x2",
        [("killed", 2, "unknown")],
    ),
    (
        "A {guard|x1:PER} and a {villager|x2:PER} were {killed|k1:KILL}.",
        "k1 target x1; k1 target x2",
        [("killed", 1, "security"), ("killed", 1, "civilian")],
    ),
    ("{Mayor|x1:PER} {Ada Korr|x2:PER} was {shot|k1:KILL}.", "k1 target x1; k1 target x2; x1 same x2", 1),
    ("The {mayor|x1:PER}, {Ada Korr|x2:PER}, was {shot|k1:KILL}.", "k1 target x1; k1 target x2", 1),
    ("A {guard|x1:PER}, identified as {Tal Vree|x2:PER}, {died|k1:KILL}.", "k1 target x1; k1 target x2", 1),
    ("The {guards|x1:GROUP} were {killed|k1:KILL}.", "k1 target x1", []),
    ("Some {officials|x1:PER} were {killed|k1:KILL}.", "k1 target x1", []),
    ("{He|x1:PER} was {killed|k1:KILL}.", "k1 target x1", 1),
    ("A {guard|x1:PER} was {killed|k1:KILL}. {He|x2:PER} was {shot|k2:ASSAULT.firearms}.",
     "k1 target x1; k2 target x2", 1),
    ("{He|x1:PER} went to two trials of {murder|k1:KILL}.", "k1 target x1", []),
    ("A {man|x1:PER} {shot|k1:KILL} two {guards|x2:GROUP} dead before {killing|k2:KILL} himself.",
     "k1 agent x1; k1 target x2; k2 agent x1", 1),
    ("A {man|x1:PER} {shot himself|k1:ASSAULT.firearms}.", "k1 agent x1", 1),
    ("A {man|x1:PER} out hunting {shot himself|k1:ASSAULT.firearms}.", "k1 target x1", 1),
    ("A {boy|x1:PER} who accidentally {shot himself|k1:ASSAULT.firearms} is in hospital.", "", 1),
    ("A {boy|x1:PER} {shot|k1:ASSAULT.firearms} self in leg.", "k1 agent x1", 1),
    ("A {boy|x1:PER} saw that somebody {shot himself|k1:ASSAULT.firearms}.", "", []),
    ("A {Tolmian|g1:GPE} {guard|x1:GROUP} was {shot|k1:KILL}.", "k1 target x1; x1 of g1", 1),
    ("A {guard|x1:PER} {shot|k1:KILL} {men|h1:GROUP}.", "k1 agent x1; k1 target h1", []),
    ("A {guard|x1:PER} was {taken|k1:ASSAULT.abduct}.", "k1 target x1", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edges", "expected"), CASES)
def test_one_by_one(claims, text, edges, expected):
    found = [(claim.measure, claim.lower, claim.class_) for claim in claims(FigureClaim, text, edges)]
    if isinstance(expected, int):
        assert [lower for _, lower, _ in found] == [expected]
    else:
        assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "edges", "numbers"),
    [
        (
            "{Two|q1:QUANT} {men|h1:GROUP}, {Tal Vree|x1:PER} and {Ivo Marn|x2:PER}, {died|k1:KILL}.",
            "q1 count h1; k1 target h1; k1 target x1; k1 target x2",
            [2],
        ),
        (
            "{Two|q1:QUANT} {guards|h1:GROUP} and a {villager|x1:PER} {died|k1:KILL}.",
            "q1 count h1; k1 target h1; k1 target x1",
            [2, 1],
        ),
        (
            "{Two|q1:QUANT} {guards|h1:GROUP}, including a {captain|x1:PER}, {died|k1:KILL}.",
            "q1 count h1; k1 target h1; k1 target x1",
            [2],
        ),
        (
            "{Ada Korr|x1:PER} was {shot|k1:KILL} by {five|q1:QUANT} {rebels|h1:GROUP}.",
            "k1 target x1; q1 count h1; k1 agent h1",
            [1, 5],
        ),
        ("{One|q1:QUANT} {guard|x1:PER} {died|k1:KILL}.", "q1 count x1; k1 target x1", [1]),
    ],
)
def test_beside_a_number(claims, text, edges, numbers):
    assert sorted(claim.lower for claim in claims(FigureClaim, text, edges)) == sorted(numbers)


def test_the_figure_says_how_it_was_counted(claims):
    (claim,) = claims(
        FigureClaim,
        "{Ada Korr|x1:PER} and {Tal Vree|x2:PER} were not {killed|k1:KILL}.",
        "k1 target x1; k1 target x2",
        "k1 neg",
    )
    assert claim.words == "Ada Korr and Tal Vree"
    assert claim.counted.words == "Ada Korr"
    assert (claim.lower, claim.upper, claim.approx, claim.reality) == (2, 2, False, "neg")
    assert claim.reasons["bounds"] == "2 persons, told one by one"
    assert claim.event is not None


@pytest.mark.parametrize(
    ("text", "edges", "number"),
    [
        ("A {man|x1:PER}, 34, and a {woman|x2:PER}, 29, were {killed|k1:KILL}.", "k1 target x2", 2),
        ("{Ada Korr|x1:PER}, {Tal Vree|x2:PER} and {Ilo Sant|x3:PER} were {killed|k1:KILL}.", "k1 target x3", 3),
        ("A {guard|x1:PER} was {hurt|i1:INJURE} and a {man|x2:PER} {killed|k1:KILL}.",
         "i1 target x1; k1 target x1; k1 target x2", 1),
        ("A {guard|x1:PER} has {died|k1:KILL}, and a {man|x2:PER} is in custody.", "k1 target x1; k1 target x2", 1),
        ("{Ada Korr|x1:PER} {killed|k2:KILL} a {guard|x2:PER} before {killing|k1:KILL} {herself|x3:PER}.",
         "k2 target x2; k1 target x3; x3 same x1", 2),
    ],
)  # fmt: skip
def test_deaths_told_one_by_one(claims, text, edges, number):
    found = [figure for figure in claims(FigureClaim, text, edges) if figure.measure == "killed"]
    assert sum(figure.lower for figure in found) == number
    assert all(SINGULAR in figure.reasons for figure in found)


def test_somebody_shot_is_a_casualty_unless_the_harm_is_told(claims):
    (figure,) = claims(FigureClaim, "A {guard|x1:PER} was {shot|a1:ASSAULT.firearms}.", "a1 target x1")
    assert (figure.measure, figure.lower) == ("casualties", 1)
    text = "A {guard|x1:PER} was {shot|a1:ASSAULT.firearms} and {killed|k1:KILL}."
    assert [f.measure for f in claims(FigureClaim, text, "a1 target x1; k1 target x1")] == ["killed"]
    (figure,) = claims(FigureClaim, "The fatal {shooting|a1:ASSAULT.firearms} of {Ada Korr|x1:PER}.", "a1 target x1")
    assert (figure.measure, figure.lower) == ("killed", 1)
