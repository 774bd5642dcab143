"""Predict with the torch network, and score predictions with the data folder's own scorer.

python training/evaluate.py DATA CHECKPOINT --minilm FOLDER
"""

import argparse
import importlib.util
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import torch
from data import Example, load, nodes, tokenizer_of, tokens
from model import Network, from_minilm

from rashomon.annotate.decode import Scores, Thresholds, graph, spans


@torch.no_grad()
def predict(network: Network, examples: Sequence[Example], least: Thresholds | None = None) -> dict[str, dict]:
    """Graphs of the examples, as the scorer reads them, by name."""
    network.eval()
    out = {}
    for e in examples:
        vectors, logits = network.tag(*tokens([e]))
        found = spans(logits[0, e.pieces.first].numpy())
        chosen = [((s.first, s.last, s.kind), None) for s in found]
        scores = _scores(network, vectors, e, chosen)
        made, edges = graph(e.words, found, scores, 0, least or Thresholds())
        out[e.name] = {
            "id": e.name,
            "text": e.text,
            "nodes": [
                {"id": n.id, "start": n.start, "end": n.end, "type": n.type, "mode": n.mode, "flag": n.flag}
                for n in made
            ],
            "edges": [[x.source, x.label, x.target] for x in edges],
        }
    return out


def _scores(network: Network, vectors: torch.Tensor, e: Example, chosen: list) -> Scores:
    mode, flag, edge, same = (t[0].numpy() for t in network.score(vectors, nodes([e], [chosen])))
    n = len(chosen)
    return Scores(mode=mode[:n], flag=flag[:n], edge=edge[:n, :n], same=same[:n, :n])


def scorer(data: Path) -> ModuleType:
    """The data folder's scoring module."""
    sys.path.insert(0, str(data / "claimgraph"))
    spec = importlib.util.spec_from_file_location("score", data / "claimgraph/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(data: Path, predicted: dict[str, dict], part: str) -> dict[str, float]:
    """F1 by row, and ``graph``, of predictions on ``claimgraph/passages/{part}.txt``."""
    judge = scorer(data)
    gold = judge.load(str(data / f"claimgraph/passages/{part}.txt"))
    return {row: v["f"] for row, v in judge.score(gold, predicted).items()}


def main() -> None:
    """Score a checkpoint on dev."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = tokenizer_of(options.minilm)
    network = from_minilm(options.minilm)
    network.load_state_dict(torch.load(options.checkpoint)["average"])
    dev = load(options.data / "claimgraph/passages/dev.txt", tokenizer)
    print(json.dumps(score(options.data, predict(network, dev), "dev"), indent=1))


if __name__ == "__main__":
    main()
