"""Connected sets, and the words for countries."""

import itertools

import pytest

from rashomon.values.groups import groups
from rashomon.values.nations import country_codes


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], [["a"], ["b"], ["c"], ["d"]]),
        ([("c", "a")], [["a", "c"], ["b"], ["d"]]),
        ([("d", "c"), ("c", "b")], [["a"], ["b", "c", "d"]]),
        ([("a", "b"), ("c", "d"), ("d", "a")], [["a", "b", "c", "d"]]),
        ([("a", "a")], [["a"], ["b"], ["c"], ["d"]]),
    ],
)
def test_what_hangs_together_is_one_set_whatever_the_order_of_the_pairs(pairs, expected):
    for order in itertools.permutations(pairs):
        assert groups("abcd", order) == expected


def test_a_pair_of_something_else_is_an_error():
    with pytest.raises(KeyError):
        groups("ab", [("a", "x")])


def test_countries_are_known_by_names_adjectives_and_peoples():
    codes = country_codes()
    assert codes["mali"] == codes["malian"] == "MLI"
    assert codes["britons"] == codes["uk"] == "GBR"
    assert "timbuktu" not in codes
