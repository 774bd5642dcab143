"""Only what stands about telling words is cut up, and nothing is missed by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.values.time_scan import scanned, stretches
from rashomon.values.time_spans import find_times, spans_of

VOCABULARY = """
Monday March May may year years ago the last two of 1998 '89 10 p.m. half a an first quarter past yesterday fall 1990s
nineteen ninety soldiers' company's men 2013-01-02 3/4/12 10:30 31 12,500 in on until early later weekend now recently
, . - and or so every daily that following day before after this one dozens Christmas
"""


@given(st.lists(st.sampled_from(VOCABULARY.split()), max_size=25).map(" ".join))
def test_the_same_is_found_as_in_the_whole_text(text):
    assert find_times(text) == list(spans_of(text, scanned(text.lower(), 0, len(text))))


def test_text_far_from_times_is_passed_over():
    text = "No one of them came back to the village and the bridge. " * 5 + "They left on Monday with all they had."
    (stretch,) = stretches(text)
    assert [text[start:end] for _, start, end in stretch] == ["left", "on", "Monday", "with"]


@pytest.mark.parametrize("text", ["", "1,234 men", "The men came to the bridge."])
def test_no_telling_word_no_stretch(text):
    assert list(stretches(text)) == []
