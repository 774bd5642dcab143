"""Train the annotator on annotated passages; writes a checkpoint after every epoch and goes on from the last one.

    python training/train.py DATA OUT --minilm FOLDER [--init CHECKPOINT] [--more FILE ...] [--standoff FILE]

DATA holds ``claimgraph/passages/{train,dev}.txt``, ``claimgraph/score.py`` and the sets that ``--standoff`` names;
FOLDER the public MiniLM-L6 files. With ``--beside``, a share of the steps learns from attributions at full length too.
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import torch
from apart import kept_apart, trainable
from auxiliary import Piece, Set, load_set, targets
from data import FIRST_TRIGGER, SAME_WORD, Nodes, batches, nodes, tags, tokens
from evaluate import predict, scored
from examples import Example, choose, example, flattened, load, tokenizer_of
from model import ATTRIBUTIONS, Network, from_minilm, go_on_from, keep
from standoff import joined
from torch.nn import functional as F

FLAG_WEIGHT = torch.tensor([1.0, 2.0, 2.0, 2.0, 2.0])


def losses(network: Network, batch: list[Example], rng: random.Random, epoch: int, agree: float = 0.0) -> torch.Tensor:
    """The sum of the losses of tags, modes, flags, edges and ``same`` of a batch, each per word or per span.

    With ``agree``, a batch is seen twice under different dropout, and the two readings' tags are drawn together with
    that weight (R-Drop: Liang and others, NeurIPS 2021).
    """
    batch = batch + batch if agree else batch
    device = network.tagger.weight.device
    ids, cases, mask = (t.to(device) for t in tokens(batch))
    with torch.autocast(device.type, torch.bfloat16):
        vectors, logits = network.tag(ids, cases, mask)
    vectors, logits = vectors.float(), logits.float()
    gold = tags(batch, ids.shape[1]).to(device)
    total = F.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=-100, label_smoothing=0.05) * 4
    if agree:
        total = total + agree * divergence(logits, gold >= 0)
    seen = logits.detach().cpu().numpy()
    chosen = [choose(e, seen[i, e.pieces.first], rng, epoch) for i, e in enumerate(batch)]
    return total + pair_losses(network, vectors, nodes(batch, chosen).to(device))


def divergence(logits: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
    """How far the tags of the first half of a batch are from those of the second: symmetric divergence per word."""
    one, other = logits.log_softmax(-1).chunk(2)
    both = (one.exp() - other.exp()) * (one - other)
    own = words.chunk(2)[0]
    return (both.sum(-1) * own).sum() / own.sum().clamp(min=1) / 2


def pair_losses(network: Network, vectors: torch.Tensor, n: Nodes) -> torch.Tensor:
    """Losses of spans and pairs, summed and divided by the number of spans."""
    mode, flag, edge, same = network.score(vectors, n)
    count = n.mask.sum().clamp(min=1)
    total = F.cross_entropy(mode.flatten(0, 1), n.mode.flatten(), ignore_index=-100, reduction="sum") / count * 0.5
    triggers = n.flag.masked_fill(n.type < FIRST_TRIGGER, -100)
    weight = FLAG_WEIGHT.to(flag.device)
    flags = F.cross_entropy(flag.flatten(0, 1), triggers.flatten(), weight, ignore_index=-100, reduction="sum")
    edges = F.cross_entropy(edge.flatten(0, 2), n.edge.flatten(), ignore_index=-100, reduction="sum")
    mention = n.type < FIRST_TRIGGER
    pairs = mention[:, :, None] & mention[:, None, :] & (n.same >= 0) & (n.distance < SAME_WORD)
    links = F.binary_cross_entropy_with_logits(same, n.same.clamp(min=0).float(), reduction="none")
    return total + flags / count + edges / count + (links * pairs).sum() / count * 0.7


def beside_loss(network: Network, batch: list[Piece]) -> torch.Tensor:
    """Cross-entropy per word of the layers of attributions."""
    device = network.tagger.weight.device
    ids, cases, mask = (t.to(device) for t in tokens(batch))
    with torch.autocast(device.type, torch.bfloat16):
        found = network.attributed(ids, cases, mask)
    return sum(layer_losses(found, batch), start=torch.zeros((), device=device))


def layer_losses(found: list[torch.Tensor], batch: list[Piece]) -> Iterator[torch.Tensor]:
    """Cross-entropy per word of each layer; 0 where no word of a layer has a target."""
    for layer, logits in enumerate(found):
        gold = torch.from_numpy(targets(batch, layer, logits.shape[1])).to(logits.device)
        losses = F.cross_entropy(logits.float().flatten(0, 1), gold.flatten(), ignore_index=-100, reduction="sum")
        yield losses / (gold >= 0).sum().clamp(min=1)


class Average:
    """An exponential moving average of the weights, which is what is evaluated and kept."""

    def __init__(self, network: torch.nn.Module, decay: float) -> None:
        self.decay = decay
        self.weights = {k: v.detach().clone() for k, v in network.state_dict().items()}
        self.steps = 0

    def update(self, network: torch.nn.Module) -> None:
        """Move toward the network's weights; faster during the first steps."""
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        for k, v in network.named_parameters():
            if v.requires_grad:
                self.weights[k].lerp_(v.detach(), 1 - decay)


def optimiser(network: torch.nn.Module, rate: float, heads: float) -> torch.optim.Optimizer:
    """AdamW: the encoder at ``rate``, lower layers slower (0.9 a layer); everything else at ``heads``."""
    groups = []
    network.encoder.word.weight.requires_grad_(False)  # some thousand passages can't teach 30,000 words anything
    for name, weight in network.named_parameters():
        if not weight.requires_grad:
            continue
        speed = heads
        if name.startswith("encoder.") and "case" not in name:
            depth = int(name.split(".")[2]) if ".layers." in name else -1
            speed = rate * 0.9 ** (5 - depth)
        groups.append({"params": [weight], "lr": speed, "weight_decay": 0.01 if weight.dim() > 1 else 0.0})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--init", type=Path, help="a checkpoint of either stage to start from")
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="annotated files to train on besides DATA's")
    parser.add_argument("--standoff", type=Path, help="annotations of passages of DATA's public sets, without text")
    parser.add_argument("--anneal", type=int, default=3, help="last epochs, which leave the standoff passages out")
    parser.add_argument("--agree", type=float, default=0.0, help="weight of agreement under two dropouts (R-Drop)")
    parser.add_argument("--beside", type=float, default=0.0, help="share of steps that learn attributions too")
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--size", type=int, default=12)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--heads", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    return options


def main() -> None:
    """Run the stage."""
    options = arguments()
    tokenizer = tokenizer_of(options.minilm)
    train = load(options.data / "claimgraph/passages/train.txt", tokenizer)
    may = trainable(options.data / "data")
    train += [each for file in options.more for each in load(file, tokenizer) if may(each.name, each.text)]
    public: list[Example] = []
    if options.standoff:
        blocks = joined(options.standoff, options.data / "data")
        public = [example(block, tokenizer) for block in blocks if may(block.id, block.text)]
    # the model ends on the passages that were annotated most strictly, in the style it is to write
    rounds = [[*train, *(public if e < options.epochs - options.anneal else ())] for e in range(options.epochs)]
    dev = load(options.data / "claimgraph/passages/dev.txt", tokenizer)
    beside = None
    if options.beside:
        beside = load_set("polnear", options.data / "data", tokenizer, kept_apart(options.data / "data"), ATTRIBUTIONS)
    print({"passages": len(train), "standoff": len(public), "beside": len(beside.pieces) if beside else 0}, flush=True)
    run(options, rounds, dev, beside)


def run(options: argparse.Namespace, rounds: list[list[Example]], dev: list[Example], beside: Set | None) -> None:
    """Epochs (``rounds``: the examples of each) from the last checkpoint on.

    The averaged weights are scored on dev every third epoch and at the end. Chance begins anew with every epoch, so a
    run that was stopped ends as one that was not.
    """
    network = from_minilm(options.minilm)
    if options.init:
        go_on_from(network, options.init)
    network.to(options.device)
    adam = optimiser(network, options.rate, options.heads)
    steps = sum(-(-len(examples) // options.size) for examples in rounds)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda s: min((s + 1) / (0.06 * steps), max(0.0, (steps - s) / (0.94 * steps)))
    )
    average, begin = Average(network, 0.995), 0
    last = options.out / "last.pt"
    if last.exists():
        kept = torch.load(last, map_location=options.device)
        network.load_state_dict(kept["network"])
        adam.load_state_dict(kept["adam"])
        schedule.load_state_dict(kept["schedule"])
        average.weights, average.steps, begin = kept["average"], kept["steps"], kept["epoch"] + 1
    for epoch in range(begin, options.epochs):
        torch.manual_seed(1000 * options.seed + epoch)
        rng = random.Random(1000 * options.seed + epoch)
        steps_of = feed(options, rounds[epoch], beside, rng)
        loss_of = partial(losses, rng=rng, epoch=epoch, agree=options.agree)
        mean, seconds = one_epoch(network, (adam, schedule, average), steps_of, loss_of)
        state = {"network": network.state_dict(), "adam": adam.state_dict(), "schedule": schedule.state_dict()}
        keep({**state, "average": average.weights, "steps": average.steps, "epoch": epoch}, last)
        line = {"epoch": epoch, "loss": round(mean, 3), "seconds": round(seconds)}
        if epoch % 3 == 2 or epoch == options.epochs - 1:
            judged = from_minilm(options.minilm)
            judged.load_state_dict(average.weights)
            line |= {k: round(v, 1) for k, v in scored(options.data, predict(judged, dev), "dev").items()}
        with (options.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        print(line, flush=True)


Step = tuple[list[Example], list[Piece]]


def feed(options: argparse.Namespace, train: list[Example], beside: Set | None, rng: random.Random) -> Iterator[Step]:
    """The batches of an epoch, each with a batch of attributions or none."""
    for batch in batches(train, options.size, rng.getrandbits(32)):
        extra: list[Piece] = []
        if beside and rng.random() < options.beside:
            near = rng.randrange(len(beside.pieces))  # sorted by length, so neighbours need little padding
            extra = beside.pieces[near : near + options.size]
        yield [flattened(e, rng) for e in batch], extra


def one_epoch(
    network: Network, parts: tuple, steps: Iterator[Step], loss_of: Callable[..., torch.Tensor]
) -> tuple[float, float]:
    """Train on every batch once; the mean loss and the seconds it took."""
    adam, schedule, average = parts
    network.train()
    began, sums = time.monotonic(), []
    for batch, extra in steps:
        loss = loss_of(network, batch)
        adam.zero_grad()
        loss.backward()
        if extra:
            beside_loss(network, extra).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        adam.step()
        schedule.step()
        average.update(network)
        sums.append(loss.item())
    return sum(sums) / len(sums), time.monotonic() - began


if __name__ == "__main__":
    main()
