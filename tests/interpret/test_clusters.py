"""Which mentions of different sentences are one."""

import pytest

from rashomon.interpret.weave import weave


@pytest.mark.parametrize(
    ("text", "edges", "one"),
    [
        ("{Orra|a1:GPE} fell. {Somna|b1:GPE} is near.", "b1 same a1", False),
        ("{Orra|a1:GPE} fell. {Orra city|b1:GPE} is empty.", "b1 same a1", True),
        ("{Orra city|a1:GPE} fell. The {province|b1:GPE} is large.", "b1 same a1", False),
        ("{Orra|a1:GPE} fell. The {city|b1:GPE} is empty.", "b1 same a1", True),
        ("{Ada Korr|a1:PER} came. {Tal Vree|b1:PER} left.", "b1 same a1", False),
        ("{Ada Korr|a1:PER} came. {Korr|b1:PER} left.", "b1 same a1", True),
        ("{Ada Korr|a1:PER} came. The {mayor|b1:PER} left.", "b1 same a1", True),
        ("{Ada Korr|a1:PER} came. {President|b1:PER} said so.", "b1 same a1", True),
        ("{Vreeman|a1:PER} came. {Vriemann|b1:PER} left.", "b1 same a1", True),
        ("{Ada Korr|a1:PER}, alias {Tal Vree|b1:PER}, came.", "b1 same a1", True),
        # "Mar" is no common noun because of a "market"
        ("{Mar|a1:GPE} fell at the market. {Somna|b1:GPE} is near.", "b1 same a1", False),
        ("{Market|a1:GPE} fell at the market. {Somna|b1:GPE} is near.", "b1 same a1", True),
        ("{Syria|a1:GPE} fell. {Syrian|b1:GPE} men left.", "b1 same a1", True),
        ("{France|a1:GPE} fell. {German|b1:GPE} men left.", "b1 same a1", False),
        ("{ULF|a1:ORG} men came. {KDM|b1:ORG} men left.", "b1 same a1", True),
        ("{Front of Ardel|a1:ORG} men came. {FA|b1:ORG} men left.", "b1 same a1", True),
        ("Three {men|a1:GROUP} came. {They|b1:GROUP} left.", "b1 same a1", True),
        ("The {rebels|a1:GROUP} came. The {soldiers|b1:GROUP} left.", "b1 same a1", False),
        ("The {men|a1:GROUP} came. Other {men|b1:GROUP} left.", "b1 same a1", False),
        (
            "{Nine|q1:QUANT} {men|a1:GROUP} came. {Two|r1:QUANT} {men|b1:GROUP} left.",
            "b1 same a1; q1 count a1; r1 count b1",
            False,
        ),
        ("{Nine|q1:QUANT} {men|a1:GROUP} came. The {men|b1:GROUP} left.", "b1 same a1; q1 count a1", True),
        ("{Men|a1:GROUP} {died|k1:KILL}. The {wounded|b1:GROUP} left.", "k1 target a1; b1 same a1", False),
    ],
)
def test_links_from_sentence_to_sentence(passage, text, edges, one):
    document, graph = passage(text, edges)
    assert ("b1" in weave(document, graph).cluster("a1")) == one


def test_a_pronoun_brings_no_two_names_together(passage):
    document, graph = passage(
        "{Ada Korr|a1:PER} came. {She|b1:PER} spoke. {Orla Venn|c1:PER} left.", "b1 same a1; c1 same b1"
    )
    assert weave(document, graph).cluster("a1") == ("a1", "b1")
