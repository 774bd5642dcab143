"""Names and mentions in the classes of other corpora."""

import names
import pytest
import re3d
import worldwide
from graph_score import Tally
from hand_made import graph

from rashomon.annotate.notation import read_blocks


def block(marked, edges=""):
    (found,) = read_blocks(["### case", f"T: {marked}", f"E: {edges}", "M:"])
    return found.text, found.graph


@pytest.mark.parametrize(
    ("marked", "named"),
    [
        ("In {Qarn|a1:GPE} it rained.", True),
        ("The {army|a1:ORG} left.", False),
        ("{Soldiers|a1:GROUP} left; other soldiers stayed.", False),
        ("{Nakhor|a1:ORG} left.", True),
        ("{He|a1:PER} left.", False),
        ("Then {General Ilvesh|a1:PER} left.", True),
    ],
)
def test_a_capital_makes_a_name(marked, named):
    text, found = block(marked)
    assert names.is_name(text, found.nodes[0]) is named


@pytest.mark.parametrize(
    ("words", "people"),
    [("French", True), ("France", False), ("Syrians", True), ("African", True), ("Qarn", False), ("Paris", False)],
)
def test_peoples_are_told_from_places(words, people):
    assert names.is_people(words) is people


def test_a_title_is_told_from_the_name_after_it():
    text, found = block(
        "{President|x0:PER} {Ilvesh|x1:PER} met {Marn|x2:PER}, the {mayor|x3:PER}.", "x0 same x1; x3 same x2"
    )
    assert {text[n.start : n.end] for n in found.nodes if n.id in names.titles(text, found)} == {"President"}


def test_figures_are_by_class_and_in_all():
    a, b = ((0, 4),), ((6, 9),)
    total = names.by_class([{"Person": [a], "Place": [b]}], [{"Person": [a, b]}], ("Person", "Place"))
    assert total["Person"] == (Tally(1, 2, 1), Tally(1, 2, 1))
    assert total["all"] == (Tally(1, 2, 2), Tally(1, 2, 2))
    assert names.rows(total)[0] == (
        "Person",
        pytest.approx(66.7, abs=0.1),
        50.0,
        100.0,
        pytest.approx(66.7, abs=0.1),
        1,
    )


def test_worldwide_text_is_put_together_from_tokens():
    tokens = [["The", "O"], ["U", "B-Location"], [".", "I-Location"], ["N", "I-Location"], [".", "I-Location"]]
    tokens += [
        ["(", "O"],
        ["Qarn", "B-Organization", "B-Location"],
        ["-", "I-Organization"],
        ["Post", "I-Organization"],
    ]
    tokens += [[")", "O"], ["left", "O"], [".", "O"], [""], ["Nine", "O"], ["Covid", "B-Misc"]]
    text, found = worldwide.laid_out(tokens)
    assert text == "The U.N. (Qarn-Post) left.\n\nNine Covid"
    assert [text[a:b] for ((a, b),) in found["Location"]] == ["U.N."]
    assert [text[a:b] for ((a, b),) in found["Organization"]] == ["Qarn-Post"]
    assert sum(map(len, found.values())) == 2


def test_worldwide_classes_of_mentions():
    text, found = block(
        "{Ilvesh|x1:PER} told {French|g1:GPE} {Hessan|g2:GROUP} men in {Qarn|g3:GPE} on {Monday|t1:TIME} "
        "of {$5 million|q1:QUANT} and {nine|q2:QUANT} {police|o1:ORG}."
    )
    classed = worldwide.classed(text, found)
    shown = {name: [text[a:b] for ((a, b),) in spans] for name, spans in classed.items() if spans}
    assert shown == {
        "Person": ["Ilvesh"],
        "NORP": ["French", "Hessan"],
        "Location": ["Qarn"],
        "Date": ["Monday"],
        "Money": ["$5 million"],
    }


def test_re3d_takes_articles_off_and_leaves_cut_words_out():
    text = "In the camp, against Qarn"
    entities = [
        {"begin": 3, "end": 11, "type": "Location"},
        {"begin": 18, "end": 25, "type": "Vehicle"},
        {"begin": 21, "end": 25, "type": "Coordinate"},
        {"begin": 21, "end": 25, "type": "MilitaryPlatform"},
    ]
    found = re3d.annotated(text, entities)
    assert {name: spans for name, spans in found.items() if spans} == {
        "Location": [((7, 11),)],
        "Weapon or vehicle": [((21, 25),)],
    }


def test_re3d_classes_of_mentions():
    found = re3d.classed(
        "Rebels in Qarn fired rockets", graph("{Rebels|g1:GROUP} in {Qarn|l1:LOC} fired {rockets|o1:OBJ}")
    )
    assert {name for name, spans in found.items() if spans} == {"Organisation", "Location", "Weapon or vehicle"}
