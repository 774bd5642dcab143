"""Marks in PLOVER's sentences, what is kept apart, and accuracy."""

import plover
import pytest
from held_out import held_out


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


def test_one_sentence_in_five_is_held_out_for_good():
    kept = [number for number in range(1000) if held_out(str(number))]
    assert 150 < len(kept) < 250
    assert kept[:3] == [number for number in range(50) if held_out(str(number))][:3]
