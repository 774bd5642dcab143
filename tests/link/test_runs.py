"""Runs of words as numbers, and the pairs of texts that may share much, against counting by hand."""

import random

import numpy as np
import pytest

from rashomon.link.runs import alike, runs, shared

STORY = " ".join(f"word{n} of the day{n % 7}" for n in range(60))


@pytest.mark.parametrize(
    ("text", "number"),
    [("", 0), ("...", 0), ("one", 1), ("one two three four", 1), ("a b c d e", 1), ("a b c d e f", 2), ("a " * 9, 1)],
)
def test_how_many_runs_a_text_has(text: str, number: int) -> None:
    assert len(runs(text)) == number


def test_case_and_punctuation_do_not_count_but_order_does() -> None:
    assert np.array_equal(runs("The Mayor, of Arden, said."), runs("the mayor of arden said"))
    assert shared(runs("a b c d e"), runs("b a c d e")) == 0


def test_shared_runs_are_counted() -> None:
    left, right = "a b c d e f g h", "x c d e f g h y"
    assert shared(runs(left), runs(right)) == 2  # c-g and d-h


def test_copies_and_cut_copies_are_found_among_many() -> None:
    chance = random.Random(1)
    others = [" ".join(f"w{chance.randrange(5000)}" for _ in range(150)) for _ in range(200)]
    texts = [*others, STORY, f"New headline. {STORY}", f"{STORY[: len(STORY) // 2]} {others[0]}", STORY]
    story, reprint, cut, again = range(200, 204)
    found = set(alike(texts))
    assert {(story, reprint), (story, again), (reprint, again), (story, cut), (0, cut)} <= found
    assert len(found) < 12


def test_boilerplate_alone_brings_nobody_together() -> None:
    boilerplate = "all rights reserved by the publisher of this newspaper and its heirs for ever"
    texts = [f"{' '.join(f'n{k}x{n}' for k in range(120))} {boilerplate}" for n in range(40)]
    assert alike(texts) == []


def test_nothing_of_nothing() -> None:
    assert alike([]) == []
    assert alike(["", "one"]) == []
