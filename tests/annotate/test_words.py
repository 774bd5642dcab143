"""Words with offsets, case patterns, sub-tokens."""

import time

import pytest

from rashomon.annotate.words import CASES, case_of, split


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norland's army", ["Norland", "'", "s", "army"]),
        ("anti-government rally", ["anti", "-", "government", "rally"]),
        ("the U.S. army", ["the", "U.S.", "army"]),
        ("1,200 people, 3.5 km", ["1,200", "people", ",", "3.5", "km"]),
        ("at 10:30 a.m.", ["at", "10:30", "a", ".", "m", "."]),
        ("“We go,” she said", ["“", "We", "go", ",", "”", "she", "said"]),
        ("Sévaré and Тамань 🙂 ok", ["Sévaré", "and", "Тамань", "🙂", "ok"]),
        ("", []),
        ("   \n ", []),
    ],
)
def test_words_stand_where_they_say(text, words):
    cut = split(text)
    assert [text[a:b] for a, b in zip(cut.starts, cut.ends, strict=True)] == words


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("army", "lower"),
        ("Army", "title"),
        ("NATO", "upper"),
        ("A", "title"),
        ("McCain", "mixed"),
        ("30", "digit"),
        (",", "punct"),
    ],
)
def test_case_patterns(word, case):
    assert CASES[case_of(word)] == case


def test_sentence_numbers_rise_at_full_stops():
    assert split("He left. She stayed!").sentences == (0, 0, 0, 1, 1, 1)


@pytest.mark.parametrize("unit", ["1,", "A.", "a", "9.9:", "_", "'", "é̂"])
def test_worst_cases_are_linear(unit):
    text = unit * (200_000 // len(unit))
    begun = time.perf_counter()
    split(text)
    assert time.perf_counter() - begun < 2.0
