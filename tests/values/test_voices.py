"""Who tells what, as keys."""

import pytest

from rashomon.records import Voice
from rashomon.testing import make_claim, make_document
from rashomon.testing.makers import make_author
from rashomon.values.voices import outlet_key, speaker


@pytest.mark.parametrize(
    ("publisher", "key"),
    [
        ("Harbour Post", "harbour post"),
        ("HARBOUR  post\n", "harbour post"),
        (" ", ""),
        (None, ""),
    ],
)
def test_an_outlet_in_any_spelling(publisher, key):
    assert outlet_key(make_document("Text.", publisher=publisher)) == key


@pytest.mark.parametrize(
    ("voices", "words"),
    [
        ([], None),
        ([("a doctor", None)], "a doctor"),
        ([("the minister", "a-min"), ("a doctor", None)], "a doctor"),
        ([("the minister", "a-min"), ("", None)], "the minister"),
        ([("the minister", "a-min"), ("", "a-doc")], ""),  # known from the sentence before
    ],
)
def test_the_innermost_voice_that_is_somebody_speaks(voices, words):
    said = (Voice(words=name, start=0, end=0, actor=actor, form="indirect") for name, actor in voices)
    document = make_document("They attacked at dawn.")
    claim = make_claim(
        "event", document, document.text, type="ASSAULT", trigger="attacked", voices=(make_author(), *said)
    )
    found = speaker(claim)
    assert (found and found.words) == words
