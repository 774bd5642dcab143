"""Acts between a given source and target, and their roots."""

import plover
import pytest
from held_out import held_out
from plover import QUADS, ROOTS, Scene

from rashomon.annotate.notation import read_blocks
from rashomon.vocab.scheme import TRIGGERS


def scene(marked, edges, source, target, flags=""):
    (block,) = read_blocks(["### case", f"T: {marked}", f"E: {edges}", f"M: {flags}"])
    spans = [(block.text.index(words), block.text.index(words) + len(words)) for words in (source, target)]
    return Scene(block.text, block.graph, *spans)


ORDER = "{Qarn|o1:GPE} {ordered|s1:REQUEST} the {arrest|c1:COERCE.arrest} of {Ilvesh|x1:PER}."


@pytest.mark.parametrize(
    ("marked", "edges", "flags", "root"),
    [
        ("{Qarn|o1:GPE} {killed|k1:KILL} {Ilvesh|x1:PER}.", "k1 agent o1; k1 target x1", "", "ASSAULT"),
        ("{Qarn|o1:GPE} will {help|a1:AID} {Ilvesh|x1:PER}.", "a1 agent o1; a1 target x1", "a1 fut", "AGREE"),
        ("{Qarn|o1:GPE} did not {help|a1:AID} {Ilvesh|x1:PER}.", "a1 agent o1; a1 target x1", "a1 neg", "REJECT"),
        ("{Qarn|o1:GPE} may {attack|a1:ASSAULT} {Ilvesh|x1:PER}.", "a1 agent o1; a1 target x1", "a1 fut", "THREATEN"),
        ("{Qarn|o1:GPE} {signed|a1:AGREE} a pact with {Ilvesh|x1:GPE}.", "a1 agent o1; a1 agent x1", "", "SUPPORT"),
        (ORDER, "s1 agent o1; s1 content c1; c1 target x1", "c1 hyp", "COERCE"),
        ("{Qarn|o1:GPE} and {Ilvesh|x1:GPE}.", "", "", "CONSULT"),
    ],
)
def test_the_act_between_source_and_target_has_a_root(marked, edges, flags, root):
    assert plover.root(scene(marked, edges, "Qarn", "Ilvesh", flags)) == root


def test_the_act_of_the_source_on_the_target_is_taken():
    text = "{Orrenia|g1:GPE} {met|m1:CONSULT} {Ilvesh|x1:GPE}; {Qarn|o1:GPE} {condemned|s1:ACCUSE} {it|x2:GPE}."
    edges = "m1 agent g1; m1 agent x1; s1 agent o1; s1 target x2"
    assert plover.root(scene(text, edges, "Qarn", "it")) == "ACCUSE"


def test_every_trigger_has_a_root_with_a_quad_class():
    assert set(ROOTS) == set(TRIGGERS)
    assert set(ROOTS.values()) == set(QUADS)
    assert {rule.root for rule in plover.rules()} <= {*QUADS, "content"}
    assert all(rule.of <= set(TRIGGERS) for rule in plover.rules())


@pytest.mark.parametrize(
    ("marked", "source", "target"),
    [
        ("<s>Qarn</s> left <t>Ilvesh</t>.", (0, 4), (10, 16)),
        ("<t>Ilvesh</t> left <s>Qarn</s>.", (12, 16), (0, 6)),
        ("Qarn left <t>Ilvesh</t>.", (0, 0), (10, 16)),
    ],
)
def test_marks_give_places_in_the_plain_sentence(marked, source, target):
    assert plover.marked(marked, "s") == source
    assert plover.marked(marked, "t") == target


def test_accuracy_is_per_cent():
    found = list(plover.accuracies("all", ["AID", "AGREE"], [("AID", "2"), ("AID", "2")]))
    assert found == [("root: all", 50.0, 2), ("quad class: all", 50.0, 2)]


def test_features_tell_who_acts():
    one = plover.features(scene("{Qarn|o1:GPE} {killed|k1:KILL} {Ilvesh|x1:PER}.", "k1 agent o1", "Qarn", "Ilvesh"))
    assert {"rules ASSAULT", "best KILL.None", "KILL True False False", "best killed"} <= one


def test_one_sentence_in_five_is_held_out_for_good():
    kept = [number for number in range(1000) if held_out(str(number))]
    assert 150 < len(kept) < 250
    assert kept[:3] == [number for number in range(50) if held_out(str(number))][:3]
