"""How an epoch shows an example: which spans it learns the edges of, and whether its words keep their case."""

import random

import numpy as np
import pytest
from examples import PLAIN, TRUST, Example, choose, flattened

from rashomon.annotate.inventory import NODE_IDS, NODES
from rashomon.annotate.words import CASES, Pieces, split

TEXT = "Gunmen attacked the old bridge in Dessan ."
GROUP, ASSAULT, FAC, GPE = (NODE_IDS[name] for name in ("GROUP", "ASSAULT", "FAC", "GPE"))
GOLD = [(0, 0, GROUP), (1, 1, ASSAULT), (3, 4, FAC), (6, 6, GPE)]


class Dice(random.Random):
    """Draws that are known."""

    def __init__(self, *draws):
        super().__init__(0)
        self.draws = list(draws)

    def random(self):
        return self.draws.pop(0)


@pytest.fixture
def example():
    words = split(TEXT)
    count = len(words)
    cases = np.array([0, *words.cases, 0])
    pieces = Pieces(ids=np.arange(count + 2), cases=cases, first=np.arange(1, count + 1))
    return Example("x/y/p0", TEXT, words, pieces, GOLD, [0] * 4, [0] * 4, {}, set())


def tagged(*spans):
    """The logits of a tagger that is sure of these spans."""
    logits = np.zeros((len(split(TEXT)), 1 + 2 * len(NODES)), dtype=np.float32)
    logits[:, 0] = 5
    for first, last, kind in spans:
        logits[first, 1 + 2 * kind] = 20
        logits[first + 1 : last + 1, 2 + 2 * kind] = 20
    return logits


ALL_GOLD = list(zip(GOLD, range(4), strict=True))


def test_gold_spans_alone_until_the_tagger_is_trusted(example):
    assert choose(example, tagged(), Dice(), TRUST - 1) == ALL_GOLD


def test_later_gold_spans_half_the_time(example):
    assert choose(example, tagged(), Dice(0.49), TRUST) == ALL_GOLD


@pytest.mark.parametrize(
    ("found", "draws", "expected"),
    [
        (GOLD, (), ALL_GOLD),
        ([(0, 0, GROUP), (4, 4, FAC)], (0.6, 0.6), [((0, 0, GROUP), 0), ((4, 4, FAC), 2)]),
        ([(0, 0, GROUP), (4, 4, FAC)], (0.4, 0.6), [((0, 0, GROUP), 0), ((1, 1, ASSAULT), 1), ((4, 4, FAC), 2)]),
        ([(6, 6, FAC)], (0.6, 0.6, 0.6, 0.6), [((6, 6, FAC), None)]),
        ([], (0.6, 0.6, 0.4, 0.6), [((3, 4, FAC), 2)]),
    ],
    ids=["all found", "an overlap of one type is found", "half of what is missed", "another type is spurious", "none"],
)
def test_the_taggers_own_spans_stand_for_gold(example, found, draws, expected):
    assert choose(example, tagged(*found), Dice(0.5, *draws), TRUST) == expected


def test_most_examples_keep_their_case(example):
    assert flattened(example, Dice(PLAIN)) is example


@pytest.mark.parametrize("seed", range(8))
def test_some_are_read_in_one_case_with_marks_as_they_were(example, seed):
    rng = random.Random(seed)
    rng.random = lambda: 0.0
    flat = flattened(example, rng)
    letters = set(flat.pieces.cases[1:-2].tolist())
    assert letters in ({CASES.index("lower")}, {CASES.index("upper")})
    assert flat.pieces.cases[[0, -2, -1]].tolist() == example.pieces.cases[[0, -2, -1]].tolist()
    assert flat.pieces.ids.tolist() == example.pieces.ids.tolist()
    assert flat.spans == example.spans
