"""What the PLOVER chooser goes by."""

import numpy as np
import plover_views
import pytest
from annotated import Encoded
from hand_made import scene

MARKED = "{Qarn|o1:GPE} {vowed|a1:AGREE} to {help|a2:AID} old {Ilvesh|x1:PER} again."
EDGES = "a1 agent o1; a1 content a2; a2 target x1"
SCENE = scene(MARKED, EDGES, "Qarn", "old Ilvesh", "a2 fut")


def test_acts_tell_who_acts():
    one = plover_views.act_names(
        scene("{Qarn|o1:GPE} {killed|k1:KILL} {Ilvesh|x1:PER}.", "k1 agent o1", "Qarn", "Ilvesh")
    )
    assert {"rules ASSAULT", "best KILL.None", "KILL True False False", "best kille"} <= one


def test_triggers_stand_in_order_with_source_and_target():
    found = plover_views.order(SCENE)
    assert {"^ <S> AGREE AID.fut", "AID.fut <T> $", "<S>"} <= found
    assert "^ <S> AGREE AID.fut <T>" not in found


def test_the_words_after_the_source_have_the_target_as_one():
    found = plover_views.after_source(SCENE)
    assert {"vowed", "vowed to", "help <T>", "<T> again"} <= found
    assert "<T> <T>" not in found


def test_the_words_before_the_target_and_its_own():
    expected = {"target old", "target ilves", "before vowed", "before to", "before help", "to help"}
    assert plover_views.before_target(SCENE) == expected


@pytest.mark.parametrize(("least", "most", "mean"), [(0, 5, [1, 0]), (0, 9, [0.5, 0.5]), (20, 30, [0, 0])])
def test_the_vector_of_a_stretch_is_the_mean_of_its_words(least, most, mean):
    encoded = Encoded((0, 5), np.eye(2, dtype=np.float32))
    assert plover_views.mean(encoded, lambda start: least <= start < most).tolist() == mean


def test_every_sentence_has_the_same_views():
    bare = scene("Qarn and Ilvesh.", "", "Qarn", "Ilvesh")
    one, other = (plover_views.views(s, Encoded((0,), np.ones((1, 2), np.float32))) for s in (SCENE, bare))
    assert one.names.keys() == other.names.keys()
    assert one.vectors.keys() == other.vectors.keys()
