"""Who tells what, as keys."""

import pytest

from rashomon.testing import make_document
from rashomon.values.voices import outlet_key


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
