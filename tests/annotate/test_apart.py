"""Names that the model may not link: two countries, two towns, two weekdays."""

import pytest

from rashomon.annotate.apart import apart


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("GPE", "Algeria"), ("GPE", "Mali"), True),
        (("GPE", "the United States"), ("GPE", "American"), False),
        (("GPE", "Syrians"), ("GPE", "Syria"), False),
        (("GPE", "Dessan"), ("GPE", "Tirmok"), True),
        (("GPE", "Tirmok"), ("GPE", "Tirmok City"), False),
        (("GPE", "al-Qarna"), ("GPE", "Qarna"), False),
        (("GPE", "Damascus"), ("GPE", "Syria"), False),  # a capital may speak for its state
        (("GPE", "town"), ("GPE", "Dessan"), False),
        (("GPE", "DSN"), ("GPE", "Dessan"), False),
        (("TIME", "Monday"), ("TIME", "on Tuesday evening"), True),
        (("TIME", "Monday"), ("TIME", "last Monday"), False),
        (("TIME", "Monday"), ("TIME", "that day"), False),
        (("ORG", "the Front"), ("ORG", "the Banner"), False),
    ],
)
def test_what_cant_be_one(one, other, expected):
    found = apart([one, other])
    assert bool(found[0, 1]) is bool(found[1, 0]) is expected
    assert not found.diagonal().any()


def test_nothing_is_fine():
    assert apart([]).shape == (0, 0)
