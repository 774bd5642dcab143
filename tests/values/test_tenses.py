"""The tense of what stands before a time."""

import pytest

from rashomon.values.tenses import tense_at


@pytest.mark.parametrize(
    ("before", "tense"),
    [
        ("They will meet on ", "future"), ("They met on ", "past"), ("It is shut on ", "present"),
        ("The raid of ", None),
        ("They will meet. He came on ", "past"), ("They said the talks are scheduled for ", "future"),
        ("He will go. On ", None), ("They attacked on ", "past"),
    ],
)  # fmt: skip
def test_tense(before, tense):
    assert tense_at(before + "Monday", len(before)) == tense
