"""Digits and number words, before any modifier."""

import pytest

from rashomon.values.numerals import holds_number, plain, read_number, tokens_of


@pytest.mark.parametrize(
    ("text", "simple"),
    [("10–15", "10-15"), ("٣٢", "32"), ("１２", "12"), ("10\u202f000", "10 000"), ("1\u200b2", "12"), ("ABC", "abc")],
)
def test_plain_text_has_ascii_digits_dashes_and_spaces(text, simple):
    assert plain(text) == simple


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("1,204 people", ["1,204", "people"]),
        ("10 000-strong", ["10 000", "-", "strong"]),
        ("$2.7m", ["$", "2.7", "m"]),
        ("100s", ["100s"]),
        ("5 2013", ["5", "2013"]),
    ],
)
def test_tokens_keep_a_number_whole(text, tokens):
    assert tokens_of(text) == tokens


@pytest.mark.parametrize(
    ("text", "lower", "upper", "after"),
    [
        ("two hundred people", 200, 200, 2),
        ("twenty - one men", 21, 21, 3),
        ("several hundred", 300, 999, 2),
        ("12 and 13", 12, 12, 1),
        ("forty and five", 40, 40, 1),
    ],
)
def test_a_number_ends_where_its_words_end(text, lower, upper, after):
    number, at = read_number(tokens_of(text), 0)
    assert (number.lower, number.upper, at) == (lower, upper, after)


@pytest.mark.parametrize("text", ["people", "and", "-", "half", "a"])
def test_other_words_are_no_number(text):
    assert read_number(tokens_of(text), 0) is None


def test_there_is_no_number_after_the_end():
    assert read_number([], 0) is None


def test_a_remaining_number_is_noticed():
    assert holds_number(["and", "thirteen"])
    assert not holds_number(["one", "of", "them"])
