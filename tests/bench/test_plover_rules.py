"""Acts between a given source and target, and their roots."""

import plover_rules
import pytest
from hand_made import scene
from plover_rules import QUADS, ROOTS

from rashomon.vocab.scheme import TRIGGERS

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
    assert plover_rules.root(scene(marked, edges, "Qarn", "Ilvesh", flags)) == root


def test_the_act_of_the_source_on_the_target_is_taken():
    text = "{Orrenia|g1:GPE} {met|m1:CONSULT} {Ilvesh|x1:GPE}; {Qarn|o1:GPE} {condemned|s1:ACCUSE} {it|x2:GPE}."
    edges = "m1 agent g1; m1 agent x1; s1 agent o1; s1 target x2"
    assert plover_rules.root(scene(text, edges, "Qarn", "it")) == "ACCUSE"


def test_every_trigger_has_a_root_with_a_quad_class():
    assert set(ROOTS) == set(TRIGGERS)
    assert set(ROOTS.values()) == set(QUADS)
    assert {rule.root for rule in plover_rules.rules()} <= {*QUADS, "content"}
    assert all(rule.of <= set(TRIGGERS) for rule in plover_rules.rules())
