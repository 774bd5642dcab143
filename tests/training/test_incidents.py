"""The networks that are learnt are those that the benchmark computes, and learning finds what fills what."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

import incidents  # noqa: E402
import muc4_net  # noqa: E402
from annotated import Encoded  # noqa: E402
from muc4_read import Candidate, Report  # noqa: E402
from muc4_score import ROLES, Template  # noqa: E402

NAMES = muc4_net.Names({"form bare": 0, "threw": 1}, {"bomb": 0, "vote": 1})
RARITY = torch.tensor([0.5, 1.0])


def sample(seed, told=True):
    """A report of a bombing by rebels, or of none."""
    words = np.random.default_rng(seed).normal(size=(6, 8)).astype(np.float32)
    rebels = Candidate("rebels", frozenset({"form bare", "threw"}), frozenset(), frozenset({4}), 2, ((2, 3), (5, 6)))
    sea = Candidate("sea", frozenset({"form bare"}), frozenset(), frozenset(), 0, ((0, 1),))
    read = Report((rebels, sea) if told else (), frozenset({"bomb"} if told else ()))
    gold = [Template("bombing", {"PerpInd": (frozenset({"rebels"}),)})] if told else []
    return incidents.sample(muc4_net.rows(read, Encoded(tuple(range(6)), words)), read, gold, NAMES)


def test_what_a_sample_should_say():
    found = sample(0)
    assert found.numbers.tolist() == [0, 1, 0, 0, 0]
    assert found.fills.nonzero().tolist() == [[0, 1, ROLES.index("PerpInd")]]
    assert (found.features, found.signs) == ([[0, 1], [0]], [0])


def test_the_benchmark_computes_what_was_learnt():
    torch.manual_seed(1)
    net = incidents.Incidents(8, NAMES, RARITY).eval()
    with torch.inference_mode():
        for weights in net.parameters():
            weights += 0.1 * torch.randn_like(weights)
        types, several, fillers = net([sample(0), sample(1, told=False)])
    kept = net.kept()
    first, second = kept(sample(0).seen), kept(sample(1, told=False).seen)
    for found, wanted in (
        (np.stack([first.types, second.types]), types),
        (np.stack([first.several, second.several]), several),
        (np.concatenate([first.fillers, second.fillers]), fillers),
    ):
        assert found == pytest.approx(wanted.numpy(), abs=1e-4)


def test_learning_finds_what_fills_what(monkeypatch):
    monkeypatch.setattr(incidents, "RATE", 2e-2)
    given = [sample(seed, told=seed % 2 == 0) for seed in range(24)]
    found = incidents.learnt(given, NAMES, RARITY, seed=0)(given[0].seen)
    assert found.types.argmax() == muc4_net.TYPES.index("bombing")
    assert found.fillers[0, 1, 0] > found.fillers[1, 1, 0]


def test_types_are_judged_again_by_what_held_true():
    nothing = np.zeros((0, len(muc4_net.TYPES), len(ROLES)), np.float32)
    low = np.full(len(muc4_net.TYPES), -4, np.float32)
    given = [(muc4_net.Scores(low + 8 * np.eye(5, dtype=np.float32)[at % 5], low, nothing), at % 5) for at in range(40)]
    numbers = [np.eye(5, dtype=int)[own] * (1 + at % 2) for at, (_, own) in enumerate(given)]
    again = incidents.judges([one for one, _ in given], numbers)
    assert [int(again(one).types.argmax()) for one, _ in given] == [own for _, own in given]


def test_wordings_known_from_several_reports():
    often, once = (
        Template(kind, {"Weapon": (frozenset({word}),)}) for kind, word in (("bombing", "bomb"), ("arson", "oil"))
    )
    assert incidents.known_wordings([[often, often], [often], [often, once]]) == ("bomb",)
    assert incidents.known_wordings([[often, often], [often]]) == ()
