"""The small learned chooser."""

import numpy as np
import pytest
from chooser import Item, fitted, names, unit, vectors

SETS = [{"a", "x"}, {"a"}, {"a", "y"}, {"b"}, {"b", "x"}, {"b", "y"}]
LABELS = ["first", "first", "first", "second", "second", "second"]


def items(sets, vectors=None):
    return [
        Item({"names": found}, {"vector": np.asarray(vector, np.float32)})
        for found, vector in zip(sets, vectors or [[0, 0]] * len(sets), strict=True)
    ]


def test_it_learns_what_goes_with_what():
    chooser = fitted(items(SETS), LABELS)
    assert chooser(items([{"a"}, {"b", "x"}, {"a", "never seen"}])) == ["first", "second", "first"]


def test_it_learns_from_vectors():
    sides = [[1, 0], [1, 0.5], [1, -0.5], [-1, 0], [-1, 0.5], [-1, -0.5]]
    chooser = fitted(items([set()] * 6, sides), LABELS)
    assert chooser(items([set(), set()], [[0.5, 0.5], [-0.5, 0.5]])) == ["first", "second"]


def test_where_nothing_is_known_the_commonest_label_is_chosen():
    assert fitted(items([*SETS, set()]), [*LABELS, "second"])(items([{"never seen"}])) == ["second"]


def test_it_is_the_same_every_time():
    assert (fitted(items(SETS), LABELS).weights == fitted(items(SETS), LABELS).weights).all()


def test_nothing_gives_nothing():
    assert fitted(items(SETS), LABELS)([]) == []


def test_rare_names_are_left_out_and_rarer_ones_weigh_more():
    found = names([{"a", "x"}, {"a", "x"}, {"a"}, {"b"}, {"once"}])
    assert list(found.columns) == ["a", "x"]
    assert found.weights[0] < found.weights[1]


@pytest.mark.parametrize(("rows", "lengths"), [([[3.0, 4.0]], [1]), ([[0.0, 0.0], [0.0, 9.0]], [0, 1])])
def test_rows_have_one_length(rows, lengths):
    assert np.linalg.norm(unit(np.asarray(rows, np.float32)), axis=1) == pytest.approx(lengths)


def test_vectors_are_seen_from_their_middle():
    found = vectors([np.asarray(v, np.float32) for v in ([2, 1], [4, 1])])
    assert found([np.asarray([4, 1], np.float32)])[0] == pytest.approx([1, 0])
