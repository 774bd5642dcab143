"""What nouns and pronouns go back to across passages, with the reason; and what is refused."""

import pytest

from rashomon.records import Period
from rashomon.resolve.chains import offices
from rashomon.resolve.phrases import phrase, pronoun_kind
from rashomon.testing import make_document

KORR = "{Prime Minister|x1:PER} {Ada Korr|x2:PER} {spoke|s1:SAY}. || x1 same x2; s1 agent x2"
ARMY = "The {army|o1:ORG} {spoke|s1:SAY}. || s1 agent o1"
TROOPS = "{French|p1:GPE} {troops|g1:GROUP} came with {Malian|p2:GPE} {troops|g2:GROUP}. || g1 of p1; g2 of p2"


def back(report, words):
    """(the words that the last mention with these words goes back to, why), None where nothing is linked."""
    text = report.document.text
    spans = sorted((n.start, n.end) for g in report.graphs for n in g.nodes if text[n.start : n.end] == words)
    found = report.judgement(words, "same mention", len(spans) - 1)
    if found is None:
        return None
    start, _, end = found.right.rpartition(":")[2].partition("-")
    return text[int(start) : int(end)], found.why


@pytest.mark.parametrize(
    ("passages", "words", "to"),
    [
        ((KORR, "The {prime minister|x3:PER} left."), "prime minister", "Ada Korr"),
        (("{Col. Tal Vree|x1:PER} came.", "The {colonel|x2:PER} left."), "colonel", "Col. Tal Vree"),
        (("They saw {gunmen|g1:GROUP}.", "The {gunmen|g2:GROUP} left."), "gunmen", "gunmen"),
        (("They saw {masked gunmen|g1:GROUP}.", "The {gunmen|g2:GROUP} left."), "gunmen", "masked gunmen"),
        (
            ("{Ten|q1:QUANT} {hostages|g1:GROUP} sat. || q1 count g1", "The {hostages|g2:GROUP} fled."),
            "hostages",
            "hostages",
        ),
        (("Shells hit {Karm gas plant|f1:FAC}.", "The {plant|f2:FAC} burned."), "plant", "Karm gas plant"),
        (("They came to {Mali|p1:GPE}.", "The {country|p2:GPE} is poor."), "country", "Mali"),
        ((KORR, "{He|x3:PER} left."), "He", "Ada Korr"),
        ((ARMY, "{It|o2:ORG} left."), "It", "army"),
        ((KORR, '"{I|x3:PER} knew," {Bo Tann|x4:PER} {said|s2:SAY}. || s2 agent x4'), "I", "Bo Tann"),
        (('"{We|g1:GROUP} won," the {Velmar Front|o1:ORG} {said|s1:SAY}. || s1 agent o1',), "We", "Velmar Front"),
        (
            (
                '"{We|g1:GROUP} won," {Bo Tann|x1:PER} of the {Velmar Front|o1:ORG} {said|s1:SAY}. '
                "|| s1 agent x1; x1 of o1",
            ),
            "We",
            "Velmar Front",
        ),
    ],
)
def test_goes_back_to(resolved, passages, words, to):
    found = back(resolved(*passages), words)
    assert found is not None
    assert found[0] == to
    assert f"'{words}'" in found[1]


@pytest.mark.parametrize(
    ("passages", "words"),
    [
        # two fit
        ((TROOPS, "The {troops|g3:GROUP} left."), "troops"),
        (("{Minister|x1:PER} {Ada Korr|x2:PER} met {Minister|x3:PER} {Bo Tann|x4:PER}. || x1 same x2; x3 same x4",
          "The {minister|x5:PER} left."), "minister"),
        (("{Ada Korr|x1:PER} met {Bo Tann|x2:PER}.", "{He|x3:PER} left."), "He"),
        (("{Malian|p1:GPE} {military|o1:ORG} came; {Chadian|p2:GPE} {troops|g1:GROUP} left. || o1 of p1; g1 of p2",
          "The {military|o2:ORG} left."), "military"),
        (("The {Highland Liberation Front|o1:ORG} met the {government|o2:ORG}. || o2 same o1",
          "The {government|o3:ORG} left."), "government"),
        # number, count, gender, owner
        (("A {gunman|x1:PER} came.", "The {gunmen|g2:GROUP} left."), "gunmen"),
        (("{Ten|q1:QUANT} {hostages|g1:GROUP} sat. || q1 count g1",
          "The {three|q2:QUANT} {hostages|g2:GROUP} fled. || q2 count g2"), "hostages"),
        (("{Mr Tann|x1:PER} came.", "{She|x2:PER} left."), "She"),
        (("{French|p1:GPE} {president|x1:PER} came. || x1 of p1",
          "The {Malian|p2:GPE} {president|x2:PER} left. || x2 of p2"), "president"),
        # another thing of the name, no article, a word said of everybody
        (("They saw {gunmen|g1:GROUP}.", "The {other gunmen|g2:GROUP} left."), "other gunmen"),
        (("{Prime Minister|x1:PER} came.", "The {minister|x2:PER} left."), "minister"),
        (("They saw {hostages|g1:GROUP}.", "There were {hostages|g2:GROUP} too."), "hostages"),
        (("They saw {people|g1:GROUP}.", "The {people|g2:GROUP} left."), "people"),
        (("They saw the {desert|l1:LOC}.", "The {desert|l2:LOC}-like land is dry."), "desert"),
        (("They saw the {Middle East|l1:LOC}.", "The {east|l2:LOC} is dry."), "east"),
        # somebody else's mouth; somebody nearer; nobody acts; two speakers
        ((KORR, '"{He|x3:PER} left," they said.'), "He"),
        ((KORR, "{Bo Tann|x3:PER} said {he|x4:PER} left."), "he"),
        (("They saw the {gunmen|g1:GROUP}.", "{They|g2:GROUP} left."), "They"),
        (("{Ada Korr|x1:PER} came.", "{I|x2:PER} left."), "I"),
        (('{Ada Korr|x1:PER} {said|s1:SAY} "{I|x2:PER} left," {Bo Tann|x3:PER} {said|s2:SAY}. '
          "|| s1 agent x1; s2 agent x3",), "I"),
        (('"They beat {us|g1:GROUP}," {Bo Tann|x1:PER} of the {Velmar Front|o1:ORG} {said|s1:SAY}. '
          "|| s1 agent x1; x1 of o1",), "us"),
        # type
        (("{Ada Korr|x1:PER} came.", "{It|o1:ORG} left."), "It"),
        (("They came to {Mali|p1:GPE} and {Chad|p2:GPE}.", "The {country|p3:GPE} is poor."), "country"),
    ],
)  # fmt: skip
def test_refuses(resolved, passages, words):
    assert back(resolved(*passages), words) is None


def test_within_a_passage_the_graph_alone_speaks(resolved):
    assert back(resolved("They saw {gunmen|g1:GROUP}. The {gunmen|g2:GROUP} left."), "gunmen") is None


def test_a_link_gives_the_actor_with_its_reason(resolved):
    report = resolved(KORR, "The {prime minister|x3:PER} left. {She|x4:PER} waved. || x4 same x3")
    assert report.actor("prime minister") == report.actor("She") == report.actor("Ada Korr")
    assert report.judgement("prime minister", "is actor").why.endswith(
        "the only prime minister spoken of before: 'Ada Korr'"
    )
    assert "same as 'prime minister'" in report.judgement("She", "is actor").why


def test_a_noun_takes_the_actor_of_what_it_goes_back_to(resolved):
    report = resolved("{Boko Haram|o1:ORG} {fighters|g1:GROUP} came. || g1 of o1", "The {fighters|g2:GROUP} left.")
    assert report.actor("fighters", 1).id == "a-boko-haram"


def test_a_site_without_a_name_is_where_the_named_one_is(resolved):
    report = resolved("Shells hit {Bamako airport|f1:FAC} in {Mali|p1:GPE}.", "The {airport|f2:FAC} burned.")
    assert report.place("airport") == report.place("Bamako airport")


def test_the_register_knows_who_held_an_office():
    def on(day):
        period = Period(from_=day, to=day, precision="day") if day else None
        return list(offices("a-cameron", make_document("x", published=period)))

    assert on("2013-01-21") == [("prime minister", "GBR")]
    assert on("2018-01-21") == on(None) == []


@pytest.mark.parametrize(
    ("words", "head", "adjectives", "plural"),
    [
        ("masked gunmen", "gunman", {"masked"}, True),
        ("Ministry of Defence", "ministry", set(), False),
        ("security forces", "force", {"security"}, True),
        ("armies", "army", set(), True),
        ("bus", "bus", set(), False),
        ("churches", "church", set(), True),
        ("Gen.", "general", set(), False),
        ("", "", set(), False),
    ],
)
def test_phrases(words, head, adjectives, plural):
    found = phrase(words)
    assert (found.head, set(found.adjectives), found.plural) == (head, adjectives, plural)


@pytest.mark.parametrize(("words", "kind"), [("He", "he"), ("US", None), ("us", "we"), ("I", "i"), ("army", None)])
def test_pronouns(words, kind):
    assert pronoun_kind(words) == kind
