"""Predict with the torch network, and score predictions with the data folder's own scorer.

python training/evaluate.py DATA CHECKPOINT --minilm FOLDER [--calibration FILE]
"""

import argparse
import importlib.util
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import msgspec
import torch
from data import nodes, tokens
from examples import Example, load, tokenizer_of
from model import Network, from_minilm

from rashomon.annotate.decode import Floats, Scores, TaggedSpan, Thresholds, graph, spans


@dataclass(frozen=True)
class Calibration:
    """What turns logits into a graph: thresholds, and a temperature per head."""

    least: Thresholds = field(default_factory=Thresholds)
    temperatures: dict[str, float] = field(default_factory=lambda: dict.fromkeys(("tag", "flag", "edge", "same"), 1.0))

    @classmethod
    def of(cls, file: Path | None) -> "Calibration":
        """What `calibrate` wrote, or none."""
        if file is None:
            return cls()
        body = json.loads(file.read_text())
        return cls(msgspec.convert(body["thresholds"], Thresholds), body["temperatures"])


@dataclass(frozen=True)
class Read:
    """An example with its token vectors and the tag logits of its words."""

    example: Example
    vectors: torch.Tensor
    tags: Floats


@torch.no_grad()
def read(network: Network, examples: Sequence[Example]) -> list[Read]:
    """The encoder's part of the work, one example at a time."""
    network.eval()
    out = []
    for e in examples:
        vectors, logits = network.tag(*tokens([e]))
        out.append(Read(e, vectors, logits[0, e.pieces.first].numpy()))
    return out


@dataclass(frozen=True)
class Spans:
    """The spans of an example and the scorer's logits for them."""

    example: Example
    found: list[TaggedSpan]
    logits: Scores


@torch.no_grad()
def spotted(network: Network, kept: Sequence[Read], temperature: float, outside: float) -> list[Spans]:
    """The spans of what was read, scored; ``temperature`` is that of tags."""
    out = []
    for r in kept:
        found = spans(r.tags / temperature, outside)
        chosen = [((s.first, s.last, s.kind), None) for s in found]
        mode, flag, edge, same = (x[0].numpy() for x in network.score(r.vectors, nodes([r.example], [chosen])))
        n = len(found)
        logits = Scores(mode=mode[:n], flag=flag[:n], edge=edge[:n, :n], same=same[:n, :n])
        out.append(Spans(r.example, found, logits))
    return out


def graphs(given: Sequence[Spans], calibration: Calibration) -> dict[str, dict]:
    """Graphs of scored spans, as the scorer of the data folder reads them, by name."""
    out, t = {}, calibration.temperatures
    for s in given:
        x = s.logits
        scores = Scores(mode=x.mode, flag=x.flag / t["flag"], edge=x.edge / t["edge"], same=x.same / t["same"])
        made, edges = graph(s.example.words, s.found, scores, 0, calibration.least)
        marks = [{k: getattr(n, k) for k in ("id", "start", "end", "type", "mode", "flag")} for n in made]
        links = [[e.source, e.label, e.target] for e in edges]
        out[s.example.name] = {"id": s.example.name, "text": s.example.text, "nodes": marks, "edges": links}
    return out


def predict(network: Network, examples: Sequence[Example], calibration: Calibration | None = None) -> dict[str, dict]:
    """Graphs of the examples, as the scorer reads them, by name."""
    c = calibration or Calibration()
    return graphs(spotted(network, read(network, examples), c.temperatures["tag"], c.least.outside), c)


@lru_cache(maxsize=1)
def scorer(data: Path) -> ModuleType:
    """The data folder's scoring module."""
    sys.path.insert(0, str(data / "claimgraph"))
    spec = importlib.util.spec_from_file_location("score", data / "claimgraph/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(data: Path, predicted: dict[str, dict], part: str) -> dict[str, float]:
    """F1 by row, and ``graph``, of predictions on their passages of ``claimgraph/passages/{part}.txt``."""
    judge = scorer(data)
    gold = judge.load(str(data / f"claimgraph/passages/{part}.txt"))
    gold = {name: graph for name, graph in gold.items() if name in predicted}
    return {row: round(v["f"], 2) for row, v in judge.score(gold, predicted).items()}


def main() -> None:
    """Score a checkpoint on dev."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--calibration", type=Path)
    options = parser.parse_args()
    tokenizer = tokenizer_of(options.minilm)
    network = from_minilm(options.minilm)
    network.load_state_dict(torch.load(options.checkpoint, map_location="cpu")["average"])
    dev = load(options.data / "claimgraph/passages/dev.txt", tokenizer)
    predicted = predict(network, dev, Calibration.of(options.calibration))
    print(json.dumps(scored(options.data, predicted, "dev"), indent=1))


if __name__ == "__main__":
    main()
