"""Train the encoder on public sets with marked spans, one linear head per set and layer, before the annotated passages.

    python training/pretrain.py DATA OUT --minilm FOLDER [--steps 1500] [--minutes 22]

OUT/last.pt is what ``train.py --init`` reads: the encoder's averaged weights, tagger and scorer as they are made. The
heads are thrown away. The rate falls to nothing over ``--steps``, or over ``--minutes`` where the machine is slower.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from auxiliary import SETS, Piece, Set, kept_apart, load_set
from data import tokenizer_of, tokens
from model import WIDTH, Encoder, from_minilm
from torch import nn
from torch.nn import functional as F
from train import Average, optimiser

WARM = 0.06
EVERY = 50  # steps between lines of the log
OWN_WEIGHT = 2.0  # of the claim-graph passages


class Heads(nn.Module):
    """An encoder and one linear tagger per set and layer."""

    def __init__(self, encoder: Encoder, sets: list[Set]) -> None:
        super().__init__()
        self.encoder = encoder
        self.heads = nn.ModuleDict(
            {s.name: nn.ModuleList(nn.Linear(WIDTH, 1 + 2 * len(names)) for names in s.labels) for s in sets}
        )
        self.dropout = nn.Dropout(0.2)

    def loss(self, name: str, batch: list[Piece]) -> torch.Tensor:
        """Cross-entropy per word of a set's layers, averaged over the layers."""
        ids, cases, mask = tokens(batch)
        with torch.autocast("cpu", torch.bfloat16):
            vectors = self.dropout(self.encoder(ids, cases, mask))
            logits = [head(vectors) for head in self.heads[name]]
        total = torch.zeros(())
        for layer, found in enumerate(logits):
            gold = targets(batch, layer, ids.shape[1])
            losses = F.cross_entropy(found.float().flatten(0, 1), gold.flatten(), ignore_index=-100, reduction="sum")
            total = total + losses / (gold >= 0).sum().clamp(min=1)
        return total / len(logits)


def targets(batch: list[Piece], layer: int, longest: int) -> torch.Tensor:
    """The targets of a layer at the first sub-token of each word, -100 elsewhere."""
    out = np.full((len(batch), longest), -100, dtype=np.int64)
    for row, piece in enumerate(batch):
        gold = piece.layers[layer]
        out[row, piece.pieces.first[: len(gold)]] = gold
    return torch.from_numpy(out)


def feed(pieces: list[Piece], most: int, rng: random.Random) -> Iterator[list[Piece]]:
    """Batches of about equal length and at most ``most`` sub-tokens with padding, without end, each round anew."""
    while True:
        order = sorted(pieces, key=lambda p: len(p.pieces.ids) + rng.uniform(-15, 15))
        made: list[list[Piece]] = [[]]
        longest = 0
        for piece in order:
            longest = max(longest, len(piece.pieces.ids))
            if made[-1] and longest * (len(made[-1]) + 1) > most:
                made.append([])
                longest = len(piece.pieces.ids)
            made[-1].append(piece)
        rng.shuffle(made)
        yield from made


def weights(sets: list[Set]) -> list[float]:
    """How often each set is drawn: by the root of its size in words."""
    return [s.size**0.5 * (OWN_WEIGHT if s.name == "claimgraph" else 1.0) for s in sets]


def factor(progress: float) -> float:
    """The rate's share of its peak: up over `WARM`, then down in a line to nothing."""
    return max(0.0, min(progress / WARM, (1.0 - progress) / (1.0 - WARM)))


def run(options: argparse.Namespace, network: Heads, sets: list[Set], keep: Path) -> None:
    """Steps of two batches, each from a set drawn by `weights`, until the steps or the minutes are over."""
    adam, average = optimiser(network, options.rate, options.heads), Average(network, 0.995)
    peaks = [group["lr"] for group in adam.param_groups]
    rng = random.Random(options.seed)
    feeds = {s.name: feed(s.pieces, options.tokens, rng) for s in sets}
    sums: dict[str, list[float]] = {s.name: [] for s in sets}
    began, step, progress = time.monotonic(), 0, 0.0
    network.train()
    while progress < 1.0:
        for group, peak in zip(adam.param_groups, peaks, strict=True):
            group["lr"] = peak * factor(max(progress, 1 / options.steps))
        adam.zero_grad()
        for s in rng.choices(sets, weights(sets), k=2):
            loss = network.loss(s.name, next(feeds[s.name]))
            (loss / 2).backward()
            sums[s.name].append(loss.item())
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        average.update(network)
        step += 1
        seconds = time.monotonic() - began
        progress = max(step / options.steps, seconds / (60 * options.minutes))
        if step % EVERY == 0 or progress >= 1.0:
            report(step, seconds, sums, keep)
        if step % (5 * EVERY) == 0 or progress >= 1.0:
            save(options.minilm, average, keep / "last.pt")


def report(step: int, seconds: float, sums: dict[str, list[float]], keep: Path) -> None:
    """A line of the mean loss per set since the last one; empties ``sums``."""
    line = {"step": step, "seconds": round(seconds)}
    line |= {name: round(sum(values) / len(values), 4) for name, values in sums.items() if values}
    for values in sums.values():
        values.clear()
    with (keep / "log.jsonl").open("a") as log:
        log.write(json.dumps(line) + "\n")
    print(line, flush=True)


def save(minilm: Path, average: Average, path: Path) -> None:
    """The averaged encoder in a network whose tagger and scorer are as made."""
    torch.manual_seed(0)
    network = from_minilm(minilm)
    given = {k.removeprefix("encoder."): v for k, v in average.weights.items() if k.startswith("encoder.")}
    network.encoder.load_state_dict(given)
    torch.save({"average": network.state_dict()}, path)


def main() -> None:
    """Run the stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--minutes", type=float, default=22)
    parser.add_argument("--tokens", type=int, default=1280, help="sub-tokens a batch, two batches a step")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--heads", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    tokenizer = tokenizer_of(options.minilm)
    apart = kept_apart(options.data / "data")
    sets = [load_set(name, options.data / "data", tokenizer, apart) for name in SETS]
    for s in sets:
        print(
            {"set": s.name, "pieces": len(s.pieces), "words": s.size, "labels": [len(names) for names in s.labels]},
            flush=True,
        )
    run(options, Heads(from_minilm(options.minilm).encoder, sets), sets, options.out)


if __name__ == "__main__":
    main()
