"""How bounds compare and are said, for anything that has bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Amount
from rashomon.values.bounds import Bounds, compatible, contains, say
from rashomon.values.quantity import read_quantity


def made(lower, upper):
    return Bounds(lower=lower, upper=upper, words="", how="")


@pytest.mark.parametrize(
    ("a", "b", "holds", "agree"),
    [
        ("at least 12", "15", True, True), ("at least 12", "11", False, False), ("about 40", "44", True, True),
        ("about 40", "45", False, False), ("15", "at least 12", False, True), ("up to 32", "no", True, True),
        ("up to 32", "33", False, False), ("dozens", "50", True, True), ("hundreds", "dozens", False, False),
        ("10-15", "15 to 20", False, True), ("at least 5", "more than 30", True, True), ("7", "7", True, True),
        ("at least 48", "fewer than 40", False, False), ("half", "12", True, True),
    ],
)  # fmt: skip
def test_bounds_compare(a, b, holds, agree):
    one, other = read_quantity(a), read_quantity(b)
    assert contains(one, other) is holds
    assert compatible(one, other) is compatible(other, one) is agree


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("at least 12", "at least 12"), ("more than 30", "at least 31"), ("about 40", "about 40 (36-44)"),
        ("17", "17"),
        ("seventeen", "17"), ("dozens", '24-99 ("dozens")'), ("scores", 'at least 40 ("scores")'),
        ("up to 32", "up to 32"),
        ("fewer than 10", "up to 9"), ("between 10 and 15", "10-15"), ("ten to fifteen", "10-15"), ("no", "0"),
        ("some  3,000", "some 3,000 (2,700-3,300)"), ("nearly 100", "nearly 100 (90-100)"),
        ("1.5 million", "1,500,000"),
        ("half", 'no figure ("half")'), ("", "no figure"), ("several hundred", '300-999 ("several hundred")'),
        ("at least some 40", "at least some 40 (at least 36)"),
    ],
)  # fmt: skip
def test_bounds_are_said(words, said):
    assert say(read_quantity(words)) == said


def test_an_amount_is_said_too():
    assert say(Amount(lower=None, upper=20, words="")) == "up to 20"


ENDS = st.integers(0, 10**6) | st.none()


@given(ENDS, ENDS, ENDS, ENDS)
def test_what_contains_is_compatible(a, b, c, d):
    ordered = [sorted(pair) if None not in pair else list(pair) for pair in ((a, b), (c, d))]
    one, other = made(*ordered[0]), made(*ordered[1])
    assert compatible(one, other) or not contains(one, other)
    assert contains(one, one)
