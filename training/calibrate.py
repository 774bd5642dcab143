"""Temperatures and thresholds of a checkpoint, from annotated passages that it was not trained on.

    python training/calibrate.py DATA CHECKPOINT OUT.json --minilm FOLDER

A temperature per head makes its probabilities honest (least negative log-likelihood, on annotated spans); then the
thresholds are chosen one after the other for the graph score on the same passages. They are the dev passages, so the
scores there lean to the good side by what a handful of numbers can learn from them. ``crossed`` says by how much: each
half of the documents read with what the other half chose. ``before`` is without any.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import msgspec
import torch
from data import FIRST_TRIGGER, SAME_WORD, nodes, tags, tokens
from evaluate import Calibration, Read, Spans, graphs, predict, read, scored, spotted
from examples import Example, load, tokenizer_of
from model import Network, from_minilm
from temperature import Seen

GRID = {
    "outside": (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75),
    "edge": (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8),
    "same": (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7),
    "flag": (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75),
    "count": (0.2, 0.3, 0.4),
}
LEAST_GAIN = 0.05  # of F1 in per cent: less is no reason to move a threshold


@torch.no_grad()
def heads(network: Network, examples: Sequence[Example]) -> dict[str, Seen]:
    """What each head says of annotated spans."""
    network.eval()
    seen = {name: Seen() for name in ("tag", "flag", "edge", "same")}
    for e in examples:
        vectors, logits = network.tag(*tokens([e]))
        seen["tag"].add(logits[0].numpy(), tags([e], logits.shape[1])[0].numpy())
        if not e.spans:
            continue
        n = nodes([e], [[(span, i) for i, span in enumerate(e.spans)]])
        _, flag, edge, same = network.score(vectors, n)
        mention = n.type[0] < FIRST_TRIGGER
        seen["flag"].add(flag[0].numpy(), n.flag[0].masked_fill(mention, -100).numpy())
        seen["edge"].add(edge[0].flatten(0, 1).numpy(), n.edge[0].flatten().numpy())
        pair = mention[:, None] & mention[None] & (n.distance[0] < SAME_WORD)
        both = torch.stack([torch.zeros_like(same), same], -1)[0]
        seen["same"].add(both.flatten(0, 1).numpy(), n.same[0].masked_fill(~pair, -100).flatten().numpy())
    return seen


def thresholds(data: Path, kept: Sequence[Read], network: Network, temperatures: dict[str, float]) -> Calibration:
    """The thresholds with the best graph score over ``kept``, each chosen in turn, twice round."""
    known: dict[float, list[Spans]] = {}

    def judged(c: Calibration) -> float:
        lean = c.least.outside
        if lean not in known:
            known[lean] = spotted(network, kept, c.temperatures["tag"], lean)
        return scored(data, graphs(known[lean], c), "dev")["graph"]

    best = Calibration(temperatures=temperatures)
    score = judged(best)
    for name, values in [*GRID.items(), *GRID.items()]:
        for value in values:
            other = Calibration(msgspec.structs.replace(best.least, **{name: value}), temperatures)
            found = judged(other)
            if found > score + LEAST_GAIN:
                score, best = found, other
    return best


def crossed(data: Path, kept: Sequence[Read], network: Network) -> dict[str, float]:
    """The scores with each half of the documents read by what was calibrated on the other half."""
    documents = sorted({r.example.name.rpartition("/")[0] for r in kept})
    first = set(documents[::2])
    halves = [[r for r in kept if (r.example.name.rpartition("/")[0] in first) == side] for side in (True, False)]
    predicted: dict[str, dict] = {}
    for chosen, judged in (halves, halves[::-1]):
        heat = {name: seen.temperature()["temperature"] for name, seen in heads(network, _examples(chosen)).items()}
        calibration = thresholds(data, chosen, network, heat)
        predicted |= predict(network, _examples(judged), calibration)
    return scored(data, predicted, "dev")


def _examples(kept: Sequence[Read]) -> list[Example]:
    return [r.example for r in kept]


def main() -> None:
    """Calibrate a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    options = parser.parse_args()
    network = from_minilm(options.minilm)
    network.load_state_dict(torch.load(options.checkpoint, map_location="cpu")["average"])
    dev = load(options.data / "claimgraph/passages/dev.txt", tokenizer_of(options.minilm))
    found = {name: seen.temperature() for name, seen in heads(network, dev).items()}
    kept = read(network, dev)
    chosen = thresholds(options.data, kept, network, {name: f["temperature"] for name, f in found.items()})
    body = {
        "thresholds": msgspec.to_builtins(chosen.least),
        "temperatures": chosen.temperatures,
        "calibration_error": {name: [f["before"], f["after"]] for name, f in found.items()},
        "before": scored(options.data, predict(network, dev), "dev"),
        "crossed": crossed(options.data, kept, network),
        "scores": scored(options.data, predict(network, dev, chosen), "dev"),
    }
    options.out.write_text(json.dumps(body, indent=1) + "\n")
    print(json.dumps(body, indent=1))


if __name__ == "__main__":
    main()
