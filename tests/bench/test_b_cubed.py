"""B-cubed, against values worked out by hand."""

import pytest
from b_cubed import BCubed, b_cubed


def clusters(text):
    """ "ab c" puts items a and b in one cluster, c in another."""
    return {item: number for number, group in enumerate(text.split()) for item in group}


@pytest.mark.parametrize(
    ("known", "found", "precision", "recall"),
    [
        ("abc de", "abc de", 1.0, 1.0),
        ("abc de", "de abc", 1.0, 1.0),
        ("ab", "a b", 1.0, 0.5),
        ("a b", "ab", 0.5, 1.0),
        # a, b: 2/3 of their cluster belongs; c: 1/3, and half of what belongs with it is there
        ("ab cd", "abc d", (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, (1 + 1 + 1 / 2 + 1 / 2) / 4),
        ("ab", "a", 1.0, 0.5),  # what was not found stands alone
        ("ab", "abx", 1.0, 1.0),  # what nobody asks about is left out
    ],
)
def test_precision_and_recall_are_means_over_items(known, found, precision, recall):
    score = b_cubed(clusters(known), clusters(found))
    assert (score.precision, score.recall) == pytest.approx((precision, recall))
    assert score.items == len(clusters(known))


def test_f1_is_the_harmonic_mean():
    assert BCubed(0.5, 1.0, 2).f1 == pytest.approx(2 / 3)
    assert BCubed(0.0, 0.0, 2).f1 == 0.0
    assert b_cubed({}, {}).f1 == 1.0
