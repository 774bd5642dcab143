"""The pure parts of the auxiliary sets: windows of sentences, BIO targets, and where they stand in a batch."""

import auxiliary
import numpy as np
import pytest

from rashomon.annotate.words import Pieces, split


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ([], []),
        ([0] * 10, [(0, 10)]),
        ([0] * 100 + [1] * 70 + [2] * 60, [(0, 170), (170, 230)]),
        ([0] * 400, [(0, 180), (180, 360), (360, 400)]),
        ([0] * 180 + [1] * 180, [(0, 180), (180, 360)]),
    ],
    ids=["empty", "short", "between sentences", "a long sentence", "exact"],
)
def test_windows(sentences, expected):
    assert list(auxiliary.windows(sentences, 180)) == expected


TEXT = "Police held two men in Arlen"


@pytest.mark.parametrize(
    ("spans", "partial", "expected"),
    [
        ([], False, [0, 0, 0, 0, 0, 0]),
        ([], True, [-100] * 6),
        ([(0, 6, "who"), (7, 11, "act")], False, [1, 3, 0, 0, 0, 0]),
        ([(12, 19, "who")], True, [-100, -100, 1, 2, -100, -100]),
        ([(12, 15, "act"), (12, 19, "who")], False, [0, 0, 1, 2, 0, 0]),
        ([(8, 9, "act")], False, [0, 3, 0, 0, 0, 0]),
        ([(23, 28, "rare")], False, [0, 0, 0, 0, 0, 5]),
        ([(7, 11, "")], False, [0, -100, 0, 0, 0, 0]),
        ([(11, 12, "who")], False, [0, 0, 0, 0, 0, 0]),
    ],
    ids=["none", "partial", "two", "partial span", "the longer stays", "widened", "other", "unsure", "only space"],
)
def test_bio(spans, partial, expected):
    assert list(auxiliary.bio(split(TEXT), spans, ("who", "act", "other"), partial)) == expected


@pytest.mark.parametrize(
    ("labels", "most", "expected"),
    [
        (["b", "a", "b", ""], 2, ("b", "a")),
        (["b", "a", "b", "c"], 1, ("b", "other")),
        ([""], 3, ()),
    ],
)
def test_common(labels, most, expected):
    assert auxiliary.common(labels, most) == expected


def piece(first, gold):
    made = Pieces(ids=np.arange(6), cases=np.zeros(6, dtype=np.int64), first=np.asarray(first))
    return auxiliary.Piece(split("four words are here"), made, (np.asarray(gold),))


@pytest.mark.parametrize(
    ("first", "gold", "expected"),
    [
        ([1, 2, 4], [0, 3, 4], [-100, 0, 3, -100, 4, -100]),
        ([1, 2, 4], [5], [-100, 5, -100, -100, -100, -100]),
        ([1, 0, 4], [1, 2, 2], [-100, 1, -100, -100, 2, -100]),
        ([0], [7], [-100] * 6),
    ],
    ids=["sub-tokens", "fewer targets than words", "a word without a sub-token", "no word has one"],
)
def test_targets_stand_at_first_sub_tokens_and_never_on_cls(first, gold, expected):
    assert auxiliary.targets([piece(first, gold)], 0, 6).tolist() == [expected]


def test_a_batch_has_a_row_for_each_piece():
    batch = [piece([1, 2], [0, 1]), piece([1], [3])]
    assert auxiliary.targets(batch, 0, 3).tolist() == [[-100, 0, 1], [-100, 3, -100]]
