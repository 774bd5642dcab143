"""Weights are learnt from named features, and are the same every time."""

import pytest
from muc4_learn import BIAS, Weights, learn, learn_few

SAMPLES = [
    (frozenset(features.split()), answer)
    for features, answer in [("bomb hurt", True), ("bomb", True), ("vote hurt", False), ("vote", False), ("rare", True)]
] * 4
FEATURES, ANSWERS = [features for features, _ in SAMPLES], {"q": [answer for _, answer in SAMPLES]}


def learnt(**more):
    """What the samples teach."""
    return learn(FEATURES, ANSWERS, **more)["q"]


def test_features_that_tell_are_weighed():
    found = learnt(decay=1e-3, least=3)
    assert found.of["bomb"] > 1 > -1 > found.of["vote"]
    assert abs(found.of["hurt"]) < 0.5
    assert found.probability(frozenset({"bomb", "never seen"})) > 0.8
    assert found.probability(frozenset({"vote"})) < 0.2


def test_the_same_samples_give_the_same_weights():
    assert learnt() == learnt()


def test_rare_features_are_left_out():
    assert "rare" not in learnt(least=5).of
    assert "rare" in learnt(least=4).of


def test_only_the_most_telling_are_kept():
    assert set(learnt(keep=2).of) == {BIAS, "bomb", "vote"}


def test_questions_are_learnt_apart():
    found = learn(FEATURES, {"q": ANSWERS["q"], "not q": [not answer for answer in ANSWERS["q"]]})
    assert found["q"].of["bomb"] > 1 > -1 > found["not q"].of["bomb"]


@pytest.mark.parametrize(("bias", "expected"), [(0.0, 0.5), (100.0, 1.0), (-100.0, 0.0)])
def test_probabilities(bias, expected):
    assert Weights({BIAS: bias}).probability(frozenset()) == pytest.approx(expected)


def test_few_samples_are_learnt_to_the_end():
    found = learn_few(FEATURES, ANSWERS, least=3, strength=100.0)["q"]
    assert found.probability(frozenset({"bomb", "never seen"})) > 0.8
    assert found.probability(frozenset({"vote"})) < 0.2
    assert learn_few(FEATURES, ANSWERS, least=3, strength=100.0)["q"] == found


def test_the_less_the_samples_are_trusted_the_smaller_the_weights():
    strong, weak = (learn_few(FEATURES, ANSWERS, least=3, strength=by)["q"].of["bomb"] for by in (100.0, 1.0))
    assert strong > weak > 0


def test_of_few_samples_too_the_most_telling_are_kept():
    assert set(learn_few(FEATURES, ANSWERS, least=3, keep=2)["q"].of) == {BIAS, "bomb", "vote"}


def test_nothing_to_learn_from_is_a_no():
    assert learn([], {"q": []})["q"].probability(frozenset({"bomb"})) < 0.01
