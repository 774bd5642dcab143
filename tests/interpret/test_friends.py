"""Ties that words alone state between two names."""

import pytest

from rashomon.records import TieClaim


@pytest.mark.parametrize(
    ("text", "tie", "past"),
    [
        ("The {Front|o1:ORG} is a very close ally of the {Guard|o2:ORG}.", ("Front", "ally", "Guard"), ""),
        ("{Kaveth|g1:GPE} and {Tolmia|g2:GPE} are there. {Kaveth|g3:GPE} remains a rival of {Tolmia|g4:GPE}.",
         ("Kaveth", "hostile", "Tolmia"), ""),
        ("{Kaveth|g1:GPE} was once an ally of {Tolmia|g2:GPE}.", ("Kaveth", "ally", "Tolmia"), 'told as "once"'),
        ("The alliance of need between the {Front|o1:ORG} and the {Guard|o2:ORG} holds.",
         ("Front", "ally", "Guard"), ""),
        ("The alliance between the {Front|o1:ORG} and the {Guard|o2:ORG} soon fell apart.",
         ("Front", "ally", "Guard"), 'it "fell apart"'),
        ("The feud between {Kaveth|g1:GPE} and {Tolmia|g2:GPE} is old.", ("Kaveth", "hostile", "Tolmia"), ""),
    ],
)  # fmt: skip
def test_a_tie_in_words(claims, text, tie, past):
    (one,) = claims(TieClaim, text)
    assert (one.left.words, one.relation, one.right.words) == tie
    assert (one.background, one.reasons.get("background", "")) == (bool(past), past)


@pytest.mark.parametrize(
    "text",
    [
        "The {Front|o1:ORG} is not an ally of the {Guard|o2:ORG}.",
        "The {Front|o1:ORG} is no longer an ally of the {Guard|o2:ORG}.",
        "The {Front|o1:ORG} is a part of the {Guard|o2:ORG}.",
        "The {Front|o1:ORG} met. An ally of the {Guard|o2:ORG} spoke.",
        "The road between the {Front|o1:ORG} and the {Guard|o2:ORG} is shut.",
        "{Villagers|h1:GROUP} were friends of {Tolmia|g2:GPE}.",
    ],
)
def test_no_tie(claims, text):
    assert claims(TieClaim, text) == []


def test_a_tie_of_the_graph_is_not_said_twice(claims):
    found = claims(TieClaim, "{Kaveth|g1:GPE} is an ally of {Tolmia|g2:GPE}.", "g1 ally g2")
    assert [tie.relation for tie in found] == ["ally"]
