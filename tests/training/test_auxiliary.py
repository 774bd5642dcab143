"""The pure parts of the auxiliary sets: texts from tokens, tags out of texts, windows of sentences, BIO targets."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from rashomon.annotate.words import split

SOURCE = Path(__file__).parents[2] / "training/auxiliary.py"


@pytest.fixture(scope="module")
def auxiliary() -> ModuleType:
    spec = importlib.util.spec_from_file_location("auxiliary", SOURCE)
    module = importlib.util.module_from_spec(spec)
    sys.modules["auxiliary"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_joined_offsets_give_the_tokens_back(auxiliary):
    tokens = ["Crowds", "left", "Émile", "'s", "square", "."]
    text, starts, ends = auxiliary.joined(tokens)
    assert [text[a:b] for a, b in zip(starts, ends, strict=True)] == tokens


@pytest.mark.parametrize(
    ("marked", "spans"),
    [
        ("nothing here", {}),
        ("<ARG1>roads shut</ARG1> after <ARG0>snow fell</ARG0>", {"ARG1": "roads shut", "ARG0": "snow fell"}),
        ("shut <ARG0><SIG0>to</SIG0> save fuel</ARG0>", {"SIG0": "to", "ARG0": "to save fuel"}),
        ("a </ARG0> b <ARG1>c", {}),
    ],
)
def test_untagged_keeps_what_the_tags_stood_around(auxiliary, marked, spans):
    plain, found = auxiliary.untagged(marked)
    assert "<" not in plain
    assert {tag: plain[a:b] for a, b, tag in found} == spans


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
def test_windows(auxiliary, sentences, expected):
    assert list(auxiliary.windows(sentences)) == expected


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
def test_bio(auxiliary, spans, partial, expected):
    assert list(auxiliary.bio(split(TEXT), spans, ("who", "act", "other"), partial)) == expected


@pytest.mark.parametrize(
    ("labels", "most", "expected"),
    [
        (["b", "a", "b", ""], 2, ("b", "a")),
        (["b", "a", "b", "c"], 1, ("b", "other")),
        ([""], 3, ()),
    ],
)
def test_common(auxiliary, labels, most, expected):
    assert auxiliary.common(labels, most) == expected


def test_texts_of_a_dev_document_or_with_its_words_are_kept_apart(auxiliary, tmp_path):
    folder = tmp_path / "claimgraph/passages"
    folder.mkdir(parents=True)
    run = "the ferry left the old harbour at noon with forty passengers aboard"
    (folder / "dev.txt").write_text(f"### set/paper-1/p0\nT: {run} .\nE:\nM:\n", encoding="utf-8")
    apart = auxiliary.kept_apart(tmp_path / "data")
    assert apart("paper-1", "Something else.")
    assert apart("paper-2", f"Reports say {run.upper()}!")
    assert not apart("paper-2", "The ferry left the old harbour at noon.")
