"""Mentions: names for pronouns, phrases with the names beside them, and what the passage says of them."""

import pytest

from rashomon.interpret.mentions import is_title, mention_of, phrase_of, representative
from rashomon.interpret.weave import weave


@pytest.mark.parametrize(
    ("text", "edges", "node", "phrase"),
    [
        ("The {Tolmian|g1:GPE} {army|o1:ORG} left.", "o1 of g1", "o1", "Tolmian army"),
        ("{Tolmia|g1:GPE}'s {army|o1:ORG} left.", "o1 of g1", "o1", "Tolmia's army"),
        ("{Dune Front|o1:ORG}-linked {men|h1:GROUP} left.", "h1 of o1", "h1", "Dune Front-linked men"),
        ("{Kaveth|g1:GPE}-backed {rebels|h1:GROUP} left.", "h1 ally g1", "h1", "Kaveth-backed rebels"),
        ("{troops|h1:GROUP} from {Kaveth|g1:GPE} left.", "h1 of g1", "h1", "troops from Kaveth"),
        (
            "{men|h1:GROUP} of the {Tolmian|g1:GPE} {army|o1:ORG} left.",
            "h1 of o1; o1 of g1",
            "h1",
            "men of the Tolmian army",
        ),
        ("{men|h1:GROUP} left, and {Kaveth|g1:GPE} knew.", "h1 of g1", "h1", "men"),
        ("{Army|o1:ORG} of {Kaveth|g1:GPE} left.", "o1 of g1", "o1", "Army"),
    ],
)
def test_phrases_take_in_the_names_beside_them(passage, text, edges, node, phrase):
    assert phrase_of(weave(*passage(text, edges)), node).quote == phrase


def test_a_pronoun_is_shown_as_the_name_it_stands_for(passage):
    view = weave(*passage("The {Dune Front|o1:ORG} of {Orra|g1:GPE} left. {It|o2:ORG} won.", "o2 same o1; o1 of g1"))
    shown = mention_of(view, "o2")
    assert (shown.words, shown.start, shown.type) == ("Dune Front", 4, "ORG")
    assert shown.why == 'said as "It"; of "Orra"'


def test_a_pronoun_without_a_name_stays(passage):
    assert mention_of(weave(*passage("{They|h1:GROUP} left.")), "h1").words == "They"


@pytest.mark.parametrize(
    ("text", "edges", "node", "best"),
    [
        ("The {group|o1:ORG}, {Dune Front|o2:ORG}, left.", "o2 same o1", "o1", "Dune Front"),
        ("{Mayor|x1:PER} {Ada Korr|x2:PER} left.", "x1 same x2", "x1", "Ada Korr"),
        ("{Tolmian|g1:GPE} men left {Tolmia|g2:GPE}.", "g2 same g1", "g1", "Tolmia"),
        ("{Korr|x1:PER} left. {Ada Korr|x2:PER} won. {She|x3:PER} sang.", "x2 same x1; x3 same x1", "x3", "Ada Korr"),
    ],
)
def test_the_best_wording_is_a_name(passage, text, edges, node, best):
    view = weave(*passage(text, edges))
    assert view.words(representative(view, node)) == best


def test_a_title_stands_before_its_name(passage):
    view = weave(*passage("{Mayor|x1:PER} {Ada Korr|x2:PER} met a {trader|x3:PER}.", "x1 same x2"))
    assert [is_title(view, node) for node in ("x1", "x2", "x3")] == [True, False, False]
