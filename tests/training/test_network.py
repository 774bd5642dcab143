"""What needs PyTorch: targets as tensors, losses where nothing is to learn, checkpoints, and a run that goes on."""

import argparse
import random

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")

import data  # noqa: E402
import examples  # noqa: E402
import mean  # noqa: E402
import model  # noqa: E402
import pretrain  # noqa: E402
import train  # noqa: E402
from auxiliary import Piece  # noqa: E402
from examples import Example  # noqa: E402

from rashomon.annotate.inventory import NODES, distance_buckets  # noqa: E402
from rashomon.annotate.words import Pieces, split  # noqa: E402
from rashomon.vocab.scheme import MENTIONS  # noqa: E402

TEXT = "Gunmen attacked Dessan"


def example(first=(1, 2, 3)):
    words = split(TEXT)
    pieces = Pieces(ids=np.arange(5), cases=np.array([0, 2, 1, 2, 0]), first=np.array(first))
    return Example("x/y/p0", TEXT, words, pieces, [(0, 1, 4), (2, 2, 1)], [0, 0], [0, 0], {(0, 1): 1}, set())


def network():
    return model.Network(vocabulary=20)


def test_tags_never_stand_on_cls():
    assert data.tags([example()], 5).tolist() == [[-100, 9, 10, 3, -100]]
    assert data.tags([example((1, 0, 3))], 5).tolist() == [[-100, 9, -100, 3, -100]]


def test_the_named_numbers():
    assert all((name in MENTIONS) == (i < data.FIRST_TRIGGER) for i, name in enumerate(NODES))
    near = distance_buckets(np.array([3, 4]))
    assert near[1, 0] < data.SAME_WORD <= near[0, 1]
    assert near[0, 0] == data.SAME_WORD


def test_a_layer_without_targets_costs_nothing():
    words = split(TEXT)
    piece = Piece(words, example().pieces, (np.array([-100, -100, -100]), np.array([0, 1, 2])))
    none, some = train.layer_losses([torch.zeros(1, 5, 3), torch.zeros(1, 5, 3)], [piece])
    assert none.item() == 0.0
    assert some.item() == pytest.approx(np.log(3))


def test_a_batch_with_no_hidden_word_costs_nothing():
    class Never:
        def random(self, shape):
            return np.ones(shape)

    heads = pretrain.Heads(network().encoder, [], 4)
    loss = heads.guessed([Piece(split(TEXT), example().pieces, ())], Never())
    assert loss.item() == 0.0


def test_a_checkpoint_is_replaced_whole(tmp_path, monkeypatch):
    model.keep({"step": 1}, tmp_path / "last.pt")

    def broken(state, path):
        path.write_bytes(b"half")
        raise OSError("disk full")

    monkeypatch.setattr(torch, "save", broken)
    with pytest.raises(OSError, match="disk full"):
        model.keep({"step": 2}, tmp_path / "last.pt")
    assert torch.load(tmp_path / "last.pt") == {"step": 1}


def test_an_encoder_begins_from_all_of_a_checkpoint_or_not_at_all(tmp_path):
    given = network().state_dict()
    torch.save({"average": given}, tmp_path / "whole.pt")
    encoder = network().encoder
    model.begin_from(encoder, tmp_path / "whole.pt")
    assert all(torch.equal(v, given[f"encoder.{k}"]) for k, v in encoder.state_dict().items())
    torch.save({"average": {k: v for k, v in given.items() if "norm1" not in k}}, tmp_path / "part.pt")
    with pytest.raises(RuntimeError, match="norm1"):
        model.begin_from(encoder, tmp_path / "part.pt")


def test_a_run_goes_on_from_a_whole_network_or_from_its_encoder_alone(tmp_path):
    given = network().state_dict()
    torch.save({"average": given}, tmp_path / "whole.pt")
    torch.save({"average": {k: v for k, v in given.items() if k.startswith("encoder.")}}, tmp_path / "first.pt")
    torch.manual_seed(8)
    whole, first = network(), network()
    before = first.state_dict()["tagger.weight"].clone()
    model.go_on_from(whole, tmp_path / "whole.pt")
    model.go_on_from(first, tmp_path / "first.pt")
    assert all(torch.equal(v, given[k]) for k, v in whole.state_dict().items())
    assert torch.equal(first.state_dict()["encoder.norm.weight"], given["encoder.norm.weight"])
    assert torch.equal(first.state_dict()["tagger.weight"], before)


def test_two_readings_of_a_batch_are_apart_by_their_words_only():
    one = torch.randn(2, 3, 4)
    words = torch.tensor([[True, True, False], [True, False, False]])
    assert train.divergence(torch.cat([one, one]), torch.cat([words, words])).item() == 0
    other = one.clone()
    other[~words] += torch.randn(3, 4)
    assert train.divergence(torch.cat([one, other]), torch.cat([words, words])).item() == 0
    other[0, 0, 1] += 2
    assert train.divergence(torch.cat([one, other]), torch.cat([words, words])).item() > 0


def test_the_mean_of_runs_is_taken_weight_by_weight_and_only_of_one_kind():
    found = mean.mean([{"a": torch.tensor([1.0, 2.0])}, {"a": torch.tensor([3.0, 6.0])}])
    assert found["a"].tolist() == [2.0, 4.0]
    with pytest.raises(ValueError, match="one kind"):
        mean.mean([{"a": torch.zeros(1)}, {"b": torch.zeros(1)}])


def test_a_run_that_was_stopped_ends_as_one_that_was_not(tmp_path, monkeypatch):
    def fresh(folder):
        torch.manual_seed(7)
        return network()

    monkeypatch.setattr(model, "LAYERS", 1)
    monkeypatch.setattr(examples, "TRUST", 1)
    monkeypatch.setattr(train, "from_minilm", fresh)
    monkeypatch.setattr(train, "predict", lambda judged, dev: {})
    monkeypatch.setattr(train, "scored", lambda *_: {})
    passages = [example() for _ in range(4)]

    def ran(name, *stops):
        folder = tmp_path / name
        folder.mkdir()
        for epochs in (*stops, 3):
            settings = {"out": folder, "minilm": None, "init": None, "data": None, "epochs": epochs, "device": "cpu"}
            options = argparse.Namespace(**settings, rate=1e-3, heads=1e-2, size=2, seed=1, beside=0.0, agree=0.5)
            random.seed(epochs)
            train.run(options, [passages] * 3, [], None)
        return torch.load(folder / "last.pt")

    whole, stopped = ran("whole"), ran("stopped", 2)
    assert whole["epoch"] == stopped["epoch"] == 2
    assert all(torch.equal(whole["average"][k], v) for k, v in stopped["average"].items())
    assert all(torch.equal(whole["network"][k], v) for k, v in stopped["network"].items())
