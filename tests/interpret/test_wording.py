"""Words of the field: phrases, pronouns, names, adjectives."""

import pytest

from rashomon.interpret.wording import is_adjective, is_name, is_pronoun, phrase_pattern, tokens


@pytest.mark.parametrize(
    ("words", "name", "pronoun"),
    [
        ("Korr", True, False),
        ("it", False, True),
        ("It", False, True),
        ("US", True, False),
        ("I", False, True),
        ("army", False, False),
        ("Another", False, False),
        ("al-Korr Front", True, False),
    ],
)
def test_names_and_pronouns(words, name, pronoun):
    assert (is_name(words), is_pronoun(words)) == (name, pronoun)


@pytest.mark.parametrize(
    ("words", "adjective"), [("Malian", True), ("French", True), ("Mali", False), ("Japan", False)]
)
def test_adjectives_of_places(words, adjective):
    assert is_adjective(words) is adjective


def test_the_longest_phrase_is_found_as_whole_words():
    pattern = phrase_pattern(["may", "may have been"])
    assert pattern.search("They May have been here").group() == "May have been"
    assert pattern.search("Mayor dismayed") is None


def test_phrases_that_begin_alike_are_each_found_whole():
    told = ["may", "may be", "may have", "may have been", "May have been (it", "mays", "be"]
    pattern = phrase_pattern(told)
    for phrase in told:
        assert pattern.fullmatch(phrase.upper())
    assert pattern.search("it may have bee").group() == "may have"
    assert pattern.search("may h").group() == "may"


def test_tokens_lose_possessives_and_punctuation():
    assert tokens("Korr’s (men), 'gone'.") == ["korr", "men", "gone"]
