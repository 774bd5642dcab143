"""The temperature of a head and its calibration error, on logits whose right answer is known."""

import numpy as np
import pytest
from temperature import Seen, gap


def sure(p):
    """The logits of two classes, of which the first has probability ``p``."""
    return np.log(np.array([[p, 1 - p]], dtype=np.float32))


@pytest.mark.parametrize(
    ("p", "hits", "expected"),
    [
        (0.75, 15, 0.0),
        (0.75, 20, 25.0),
        (0.95, 10, 45.0),
        (0.999, 20, 0.1),
    ],
    ids=["honest", "too modest", "too sure", "all but certain"],
)
def test_the_gap_is_confidence_less_share_of_hits(p, hits, expected):
    right = np.array([0] * hits + [1] * (20 - hits))
    assert gap(np.repeat(sure(p), 20, axis=0), right) == pytest.approx(expected, abs=0.01)


def test_gaps_of_bins_are_weighted_by_their_rows():
    logits = np.concatenate([np.repeat(sure(0.75), 15, axis=0), np.repeat(sure(0.95), 5, axis=0)])
    assert gap(logits, np.zeros(20, dtype=int)) == pytest.approx(0.75 * 25 + 0.25 * 5, abs=0.01)


@pytest.mark.parametrize("true", [0.7, 1.0, 1.5, 2.0])
def test_the_temperature_undoes_what_made_the_logits_too_sharp_or_too_flat(true):
    seen = Seen()
    rows = np.repeat(sure(0.8), 100, axis=0) * true
    seen.add(rows, np.array([0] * 80 + [1] * 20))
    found = seen.temperature()
    assert found["temperature"] == pytest.approx(true)
    assert found["after"] == pytest.approx(0.0, abs=0.01)
    assert found["after"] <= found["before"]


def test_rows_without_a_target_are_left_out():
    seen = Seen()
    seen.add(np.concatenate([sure(0.8)] * 3), np.array([0, -100, 1]))
    assert [len(part) for part in (*seen.logits, *seen.right)] == [2, 2]
    assert seen.right[0].tolist() == [0, 1]
