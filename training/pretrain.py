"""Train the encoder on public sets before the annotated passages: spans, a linear head per set and layer, and words.

    python training/pretrain.py DATA OUT --minilm FOLDER [--steps 3000] [--init CHECKPOINT]

OUT/last.pt is what ``train.py --init`` reads: the encoder's averaged weights. The heads are thrown away. Beside the
sets, hidden words of all their text are guessed. Stopped and started again, it goes on from OUT/state.pt.
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import torch
from apart import kept_apart
from auxiliary import SETS, Piece, Set, load_set
from data import tokens
from examples import tokenizer_of
from model import WIDTH, Encoder, begin_from, from_minilm, keep
from sources import SOURCES, passages
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F
from train import Average, layer_losses, optimiser

from rashomon.annotate.words import pieces, split

WARM = 0.06
EVERY = 50  # steps between lines of the log
HIDDEN = 0.15  # share of sub-tokens to guess
SHOWN = 0.1  # share of these that are not hidden, so that the encoder keeps reading what is there
GUESS_WEIGHT = 0.25  # a guess costs some 5 nats, a tag soon a few tenths: guesses must not drown tags
DRAWN = 2  # batches of spans a step, whose mean is its loss; guesses come on top
OWN_WEIGHT = 2.0  # of the claim-graph passages


class Heads(nn.Module):
    """An encoder, one linear tagger per set and layer, and a guesser of hidden sub-tokens; ``mask`` is [MASK]'s id."""

    def __init__(self, encoder: Encoder, sets: list[Set], mask: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.mask = mask
        self.heads = nn.ModuleDict(
            {s.name: nn.ModuleList(nn.Linear(WIDTH, 1 + 2 * len(names)) for names in s.labels) for s in sets}
        )
        self.guess = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.LayerNorm(WIDTH))
        self.frequency = nn.Parameter(torch.zeros(encoder.word.weight.shape[0]))
        self.dropout = nn.Dropout(0.2)

    def guessed(self, batch: list[Piece], rng: np.random.Generator) -> torch.Tensor:
        """Cross-entropy per hidden sub-token, the output weights being the word embeddings; 0 where none is hidden."""
        device = self.frequency.device
        ids, cases, mask = (t.to(device) for t in tokens(batch))
        dice = torch.from_numpy(rng.random((2, *ids.shape))).to(device)
        hide = (dice[0] < HIDDEN) & (mask == 1) & (cases != 0)
        shown = torch.where(hide & (dice[1] >= SHOWN), self.mask, ids)
        with torch.autocast(device.type, torch.bfloat16):
            logits = self.guess(self.encoder(shown, cases, mask)[hide]) @ self.encoder.word.weight.T + self.frequency
        return F.cross_entropy(logits.float(), ids[hide], reduction="sum") / hide.sum().clamp(min=1) * GUESS_WEIGHT

    def loss(self, name: str, batch: list[Piece]) -> torch.Tensor:
        """Cross-entropy per word of a set's layers, averaged over the layers."""
        device = self.frequency.device
        ids, cases, mask = (t.to(device) for t in tokens(batch))
        with torch.autocast(device.type, torch.bfloat16):
            vectors = self.dropout(self.encoder(ids, cases, mask))
            logits = [head(vectors) for head in self.heads[name]]
        return sum(layer_losses(logits, batch), start=torch.zeros((), device=device)) / len(logits)


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


def run(options: argparse.Namespace, network: Heads, sets: list[Set], text: list[Piece]) -> None:
    """Steps of two batches, each from a set drawn by `weights`, with hidden words to guess every other step."""
    adam, average = optimiser(network, options.rate, options.heads), Average(network, 0.995)
    peaks = [group["lr"] for group in adam.param_groups]
    begin = resume(options.out / "state.pt", network, adam, average)
    torch.manual_seed(options.seed + begin)
    rng, dice = random.Random(options.seed + begin), np.random.default_rng(options.seed + begin)
    feeds = {s.name: feed(s.pieces, options.tokens, rng) for s in sets} | {"text": feed(text, options.tokens, rng)}
    sums: dict[str, list[float]] = {name: [] for name in feeds}
    began = time.monotonic()
    network.train()
    for step in range(begin + 1, options.steps + 1):
        for group, peak in zip(adam.param_groups, peaks, strict=True):
            group["lr"] = peak * factor(step / options.steps)
        adam.zero_grad()
        for name in [*(s.name for s in rng.choices(sets, weights(sets), k=DRAWN)), *(["text"] if step % 2 else [])]:
            batch = next(feeds[name])
            loss = network.guessed(batch, dice) if name == "text" else network.loss(name, batch)
            (loss / DRAWN).backward()
            sums[name].append(loss.item())
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        average.update(network)
        if step % EVERY == 0 or step == options.steps:
            report(step, time.monotonic() - began, sums, options.out)
        if step % (5 * EVERY) == 0 or step == options.steps:
            save(options, average, {"network": network.state_dict(), "adam": adam.state_dict(), "step": step})


def resume(state: Path, network: Heads, adam: torch.optim.Optimizer, average: Average) -> int:
    """Load what `save` kept; the number of steps that are done."""
    if not state.exists():
        return 0
    kept = torch.load(state, map_location=network.frequency.device)
    network.load_state_dict(kept["network"])
    adam.load_state_dict(kept["adam"])
    average.weights, average.steps = kept["average"], kept["step"]
    return kept["step"]


def report(step: int, seconds: float, sums: dict[str, list[float]], keep: Path) -> None:
    """A line of the mean loss per set since the last one; empties ``sums``."""
    line = {"step": step, "seconds": round(seconds)}
    line |= {name: round(sum(values) / len(values), 4) for name, values in sums.items() if values}
    for values in sums.values():
        values.clear()
    with (keep / "log.jsonl").open("a") as log:
        log.write(json.dumps(line) + "\n")
    print(line, flush=True)


def save(options: argparse.Namespace, average: Average, state: dict) -> None:
    """The averaged encoder, for the next stage, and all that is needed to go on."""
    kept = {k: v for k, v in average.weights.items() if k.startswith("encoder.")}
    # state.pt comes last: when it says that the stage is done, the encoder must be there
    keep({"average": kept}, options.out / "last.pt")
    keep({**state, "average": average.weights}, options.out / "state.pt")


def unmarked(data: Path, tokenizer: Tokenizer, apart: Callable[[str, str], bool]) -> list[Piece]:
    """The text of every source as pieces without targets."""
    found = []
    for name in SOURCES:
        for _, document, text in passages(name, data):
            if not apart(document, text):
                words = split(text)
                found.append(Piece(words, pieces(tokenizer, text, words, 512), ()))
    return found


def main() -> None:
    """Run the stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--init", type=Path, help="a checkpoint of this stage to start from instead")
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--tokens", type=int, default=1280, help="sub-tokens a batch, two batches a step")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--heads", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
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
    text = unmarked(options.data / "data", tokenizer, apart)
    encoder = from_minilm(options.minilm).encoder
    if options.init:
        begin_from(encoder, options.init)
    run(options, Heads(encoder, sets, tokenizer.token_to_id("[MASK]")).to(options.device), sets, text)


if __name__ == "__main__":
    main()
