"""Learn the layer that tags who says what on the shipped model's word vectors, for the benchmark's PolNeAR rows.

    python training/quotations.py DATA

Reads PolNeAR's training part through the model in the package, whose encoder stays as it is, and writes the layer to
``bench/attribution.npz``. Run it after the model is replaced: a layer belongs to one model. A quarter of an hour on two
quiet cores.
"""

import argparse
import random
from pathlib import Path

import numpy as np
import torch
from apart import kept_apart  # also finds the benchmark's modules
from attribution import LAYERS, WEIGHTS, encoded_passages
from auxiliary import bio
from public import polnear
from torch import nn
from torch.nn import functional as F

from rashomon.annotate import model

HIDDEN, EPOCHS, SIZE, RATE = 128, 6, 32, 2e-3

Sample = tuple[torch.Tensor, tuple[torch.Tensor, ...]]  # vectors of words (half precision), targets by layer


class Tagger(nn.Module):
    """What `attribution.Layer` computes."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.2)
        self.both = nn.GRU(width, HIDDEN, batch_first=True, bidirectional=True)
        self.tags = nn.ModuleList(nn.Linear(2 * HIDDEN, 1 + 2 * len(names)) for names in LAYERS)

    def forward(self, vectors: torch.Tensor, lengths: torch.Tensor) -> list[torch.Tensor]:
        """Tag logits by layer, ``(passages, words, tags)``."""
        packed = nn.utils.rnn.pack_padded_sequence(self.drop(vectors), lengths, batch_first=True, enforce_sorted=False)
        states, _ = nn.utils.rnn.pad_packed_sequence(self.both(packed)[0], batch_first=True)
        return [tags(self.drop(states)) for tags in self.tags]

    def kept(self) -> dict[str, np.ndarray]:
        """The weights by the names of `attribution.Layer`, in half precision."""
        named = {}
        for way, suffix in (("ahead", ""), ("back", "_reverse")):
            for name, ours in (
                ("weight_ih", "in"),
                ("bias_ih", "in lean"),
                ("weight_hh", "own"),
                ("bias_hh", "own lean"),
            ):
                named[f"{way} {ours}"] = getattr(self.both, f"{name}_l0{suffix}")
        for i, tags in enumerate(self.tags):
            named |= {f"tags{i}": tags.weight, f"lean{i}": tags.bias}
        return {name: weight.detach().numpy().astype(np.float16) for name, weight in named.items()}


def samples(data: Path) -> list[Sample]:
    """Every passage of the articles that may be learnt from, with the targets of its words."""
    apart = kept_apart(data)
    texts = [text for text in polnear(data) if not apart(text.document, text.text)]
    names = [[name.capitalize() for name in each] for each in LAYERS]
    found = []
    for passage, vectors in encoded_passages([text.text for text in texts]):
        text, start, end = texts[int(passage.document)], passage.start, passage.end
        own = [[(a - start, b - start, k) for a, b, k in each if a < end and b > start] for each in text.layers]
        gold = [bio(passage.words, spans, each, False) for spans, each in zip(own, names, strict=True)]
        short = len(vectors)
        found.append((torch.from_numpy(vectors).half(), tuple(torch.from_numpy(g[:short]) for g in gold)))
    return sorted(found, key=lambda sample: len(sample[0]))


def learnt(given: list[Sample], seed: int = 0) -> Tagger:
    """The layer after `EPOCHS` rounds over the samples, which come in order of length."""
    torch.manual_seed(seed)
    tagger = Tagger(given[0][0].shape[1])
    groups = [given[i : i + SIZE] for i in range(0, len(given), SIZE)]
    adam = torch.optim.AdamW(tagger.parameters(), lr=RATE)
    rates = torch.optim.lr_scheduler.OneCycleLR(adam, RATE, total_steps=EPOCHS * len(groups))
    for epoch in range(EPOCHS):
        random.Random(1000 * seed + epoch).shuffle(groups)
        sums = 0.0
        for group in groups:
            loss = loss_of(tagger, group)
            adam.zero_grad()
            loss.backward()
            adam.step()
            rates.step()
            sums += loss.item()
        print({"epoch": epoch, "loss": round(sums / len(groups), 4)}, flush=True)
    return tagger.eval()


def loss_of(tagger: Tagger, group: list[Sample]) -> torch.Tensor:
    """Cross-entropy per word, summed over the layers."""
    vectors = nn.utils.rnn.pad_sequence([sample[0].float() for sample in group], batch_first=True)
    found = tagger(vectors, torch.tensor([len(sample[0]) for sample in group]))
    total = torch.zeros(())
    for i, logits in enumerate(found):
        gold = nn.utils.rnn.pad_sequence([s[1][i] for s in group], batch_first=True, padding_value=-100)
        total = total + F.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=-100)
    return total


def main() -> None:
    """Run the stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    given = samples(options.data / "data")
    print({"passages": len(given), "words": sum(len(sample[0]) for sample in given)}, flush=True)
    tagger = learnt(given)
    np.savez(WEIGHTS, model=np.array(model.manifest()[1]), **tagger.kept())


if __name__ == "__main__":
    main()
