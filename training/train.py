"""Train the annotator on annotated passages; writes a checkpoint after every epoch and goes on from the last one.

    python training/train.py DATA OUT --minilm FOLDER [--epochs 24]

DATA holds ``claimgraph/passages/{train,dev}.txt`` and ``claimgraph/score.py``; FOLDER the public MiniLM-L6 files.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from data import Example, Nodes, Span, batches, load, nodes, tags, tokenizer_of, tokens
from evaluate import predict, score
from model import Network, from_minilm
from torch.nn import functional as F

from rashomon.annotate.decode import spans

FLAG_WEIGHT = torch.tensor([1.0, 2.0, 2.0, 2.0, 2.0])
Chosen = list[tuple[Span, int | None]]


def choose(example: Example, logits: torch.Tensor, rng: random.Random, epoch: int) -> Chosen:
    """Gold spans, or (from the third epoch on, half the time) the tagger's own, matched to gold by overlap and type."""
    gold: Chosen = [(span, i) for i, span in enumerate(example.spans)]
    if epoch < 3 or rng.random() < 0.5:
        return gold
    found: Chosen = []
    for span in spans(logits[example.pieces.first].float().numpy()):
        match = [
            i
            for i, (a, b, kind) in enumerate(example.spans)
            if kind == span.kind and a <= span.last and b >= span.first
        ]
        found.append(((span.first, span.last, span.kind), match[0] if match else None))
    missing = set(range(len(gold))) - {i for _, i in found}
    return sorted([*found, *(gold[i] for i in missing if rng.random() < 0.5)])


def losses(network: Network, batch: list[Example], rng: random.Random, epoch: int) -> torch.Tensor:
    """The sum of the losses of tags, modes, flags, edges and ``same`` of a batch, each per word or per span."""
    ids, cases, mask = tokens(batch)
    with torch.autocast("cpu", torch.bfloat16):
        vectors, logits = network.tag(ids, cases, mask)
    vectors, logits = vectors.float(), logits.float()
    gold = tags(batch, ids.shape[1])
    total = F.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=-100, label_smoothing=0.05) * 4
    chosen = [choose(e, logits[i].detach(), rng, epoch) for i, e in enumerate(batch)]
    return total + pair_losses(network, vectors, nodes(batch, chosen))


def pair_losses(network: Network, vectors: torch.Tensor, n: Nodes) -> torch.Tensor:
    """Losses of spans and pairs, summed and divided by the number of spans."""
    mode, flag, edge, same = network.score(vectors, n)
    count = n.mask.sum().clamp(min=1)
    total = F.cross_entropy(mode.flatten(0, 1), n.mode.flatten(), ignore_index=-100, reduction="sum") / count * 0.5
    triggers = n.flag.masked_fill(n.type < 10, -100)
    total = (
        total
        + F.cross_entropy(flag.flatten(0, 1), triggers.flatten(), FLAG_WEIGHT, ignore_index=-100, reduction="sum")
        / count
    )
    total = total + F.cross_entropy(edge.flatten(0, 2), n.edge.flatten(), ignore_index=-100, reduction="sum") / count
    mentions = (n.type[:, :, None] < 10) & (n.type[:, None, :] < 10) & (n.same >= 0) & (n.distance < 12)
    links = F.binary_cross_entropy_with_logits(same, n.same.clamp(min=0).float(), reduction="none")
    return total + (links * mentions).sum() / count * 0.7


class Average:
    """An exponential moving average of the weights, which is what is evaluated and kept."""

    def __init__(self, network: Network, decay: float) -> None:
        self.decay = decay
        self.weights = {k: v.detach().clone() for k, v in network.state_dict().items()}
        self.steps = 0

    def update(self, network: Network) -> None:
        """Move toward the network's weights; faster during the first steps."""
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        for k, v in network.named_parameters():
            if v.requires_grad:
                self.weights[k].lerp_(v.detach(), 1 - decay)


def optimiser(network: Network, rate: float, heads: float) -> torch.optim.Optimizer:
    """AdamW: the encoder at ``rate``, lower layers slower (0.9 a layer); everything else at ``heads``."""
    groups = []
    network.encoder.word.weight.requires_grad_(False)  # 828 passages can't teach 30,000 words anything
    for name, weight in network.named_parameters():
        if not weight.requires_grad:
            continue
        speed = heads
        if name.startswith("encoder.") and "case" not in name:
            depth = int(name.split(".")[2]) if ".layers." in name else -1
            speed = rate * 0.9 ** (5 - depth)
        groups.append({"params": [weight], "lr": speed, "weight_decay": 0.01 if weight.dim() > 1 else 0.0})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def main() -> None:
    """Run the stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--init", type=Path, help="a checkpoint to start from instead of the public weights")
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="annotated files to train on besides DATA's")
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--size", type=int, default=12)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--heads", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    tokenizer = tokenizer_of(options.minilm)
    train = load(options.data / "claimgraph/passages/train.txt", tokenizer)
    train += [example for file in options.more for example in load(file, tokenizer)]
    dev = load(options.data / "claimgraph/passages/dev.txt", tokenizer)
    run(options, train, dev)


def run(options: argparse.Namespace, train: list[Example], dev: list[Example]) -> None:
    """Epochs from the last checkpoint on; the averaged weights are scored on dev every third epoch and at the end."""
    network = from_minilm(options.minilm)
    if options.init:
        network.load_state_dict(torch.load(options.init)["average"])
    adam = optimiser(network, options.rate, options.heads)
    steps = options.epochs * -(-len(train) // options.size)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda s: min((s + 1) / (0.06 * steps), max(0.0, (steps - s) / (0.94 * steps)))
    )
    average, begin = Average(network, 0.995), 0
    last = options.out / "last.pt"
    if last.exists():
        kept = torch.load(last)
        network.load_state_dict(kept["network"])
        adam.load_state_dict(kept["adam"])
        schedule.load_state_dict(kept["schedule"])
        average.weights, average.steps, begin = kept["average"], kept["steps"], kept["epoch"] + 1
    for epoch in range(begin, options.epochs):
        mean, seconds = one_epoch(network, (adam, schedule, average), batches(train, options.size, epoch), epoch)
        state = {"network": network.state_dict(), "adam": adam.state_dict(), "schedule": schedule.state_dict()}
        torch.save({**state, "average": average.weights, "steps": average.steps, "epoch": epoch}, last)
        line = {"epoch": epoch, "loss": round(mean, 3), "seconds": round(seconds)}
        if epoch % 3 == 2 or epoch == options.epochs - 1:
            judged = from_minilm(options.minilm)
            judged.load_state_dict(average.weights)
            line |= score(options.data, predict(judged, dev), "dev")
        with (options.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        print(line, flush=True)


def one_epoch(network: Network, parts: tuple, feed, epoch: int) -> tuple[float, float]:
    """Train on every batch once; the mean loss and the seconds it took."""
    adam, schedule, average = parts
    network.train()
    rng, began, sums = random.Random(epoch), time.monotonic(), []
    for batch in feed:
        loss = losses(network, batch, rng, epoch)
        adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        schedule.step()
        average.update(network)
        sums.append(loss.item())
    return sum(sums) / len(sums), time.monotonic() - began


if __name__ == "__main__":
    main()
