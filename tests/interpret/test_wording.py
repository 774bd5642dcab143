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


def test_tokens_lose_possessives_and_punctuation():
    assert tokens("Korr’s (men), 'gone'.") == ["korr", "men", "gone"]
