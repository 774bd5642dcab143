"""Write a checkpoint as the package's model: ONNX graphs with 8-bit weights, and a manifest.

    python training/export.py CHECKPOINT OUT --minilm FOLDER

Matrices are stored as int8 with a scale per output column (embeddings: per row). The encoder's layers, and the scorer's
widest over pairs, multiply by them in 8-bit integers, each vector scaled by its own largest value; all else multiplies
in fp32, the matrix scaled back by plain Cast and Mul nodes, which the runtime folds into constants once, at load. Sub-
tokens that no English report needs are cut. The graphs are written by hand with the ONNX helper, so that the arithmetic
is exactly what is read here.
"""

import argparse
import hashlib
import json
from pathlib import Path

import msgspec
import numpy as np
import torch
from evaluate import Calibration, predict
from examples import example, tokenizer_of
from model import HEADS, LAYERS, MIXERS, WIDTH, from_minilm
from onnx import TensorProto, helper, numpy_helper
from onnx_graph import Graph, quantised
from vocabulary import cut, vocabulary

from rashomon.annotate.annotator import NEVER
from rashomon.annotate.inventory import GAPS, NODES, legal_edges, legal_modes
from rashomon.annotate.notation import Block
from rashomon.records import Graph as ClaimGraph
from rashomon.vocab.scheme import MENTIONS

MOST_TOKENS = 384
SIZE = WIDTH // HEADS


def encoder(weights: dict[str, torch.Tensor], path: Path) -> None:
    """ids, cases (batch, tokens) int64 and mask (batch, tokens) float → vectors and tags."""
    g = Graph()
    length = g.add("Slice", g.add("Shape", "ids"), g.ints(1), g.ints(2))
    position, scale = (
        g.constant(a) for a in quantised(weights["encoder.position.weight"].numpy()[:MOST_TOKENS], axis=1)
    )
    position, scale = (g.add("Slice", t, g.ints(0), length, g.ints(0)) for t in (position, scale))
    position = g.add("Mul", g.add("Cast", position, to=TensorProto.FLOAT), scale)
    x = g.add("Add", g.table(weights["encoder.word.weight"], "ids"), position)
    x = g.add("Add", x, g.add("Gather", g.constant(weights["encoder.case.weight"].numpy()), "cases"))
    x = g.norm(weights, "encoder.norm", x, 1e-12)
    hidden = g.add("Sub", g.add("Unsqueeze", "mask", g.ints(1, 2)), g.constant(np.float32(1.0)))
    bias = g.add("Mul", hidden, g.constant(np.float32(1e4)))
    for i in range(LAYERS):
        at = f"encoder.layers.{i}"
        mixed = g.attention(g.product(weights, f"{at}.qkv", x, "fine"), HEADS, SIZE, bias)
        x = g.norm(weights, f"{at}.norm1", g.add("Add", x, g.product(weights, f"{at}.out", mixed)), 1e-12)
        grown = g.product(weights, f"{at}.down", g.gelu(g.product(weights, f"{at}.up", x)), "grown")
        x = g.norm(weights, f"{at}.norm2", g.add("Add", x, grown), 1e-12)
    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", "tokens"]),
        helper.make_tensor_value_info("cases", TensorProto.INT64, ["batch", "tokens"]),
        helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["batch", "tokens"]),
    ]
    g.save(path, inputs, {"vectors": x, "tags": g.linear(weights, "tagger", x)})


def scorer(weights: dict[str, torch.Tensor], path: Path) -> None:
    """ends (n, 4 * width), kind (n,), distance, gap (n, n) → mode, flag, edge, same."""
    g = Graph()
    w = {k.removeprefix("scorer."): v for k, v in weights.items() if k.startswith("scorer.")}
    kinds = g.add("Gather", g.constant(w["kind.weight"].numpy()), "kind")
    x = g.add("Unsqueeze", g.gelu(g.linear(w, "span", g.add("Concat", "ends", kinds, axis=-1))), g.ints(0))
    for i in range(MIXERS):
        x = mixer(g, {k.removeprefix(f"mixers.{i}."): v for k, v in w.items() if k.startswith(f"mixers.{i}.")}, x)
    x = g.add("Squeeze", x, g.ints(0))
    mode_bias = np.where(legal_modes(), 0, -1e4).astype(np.float32)
    mode = g.add("Add", g.linear(w, "mode", x), g.add("Gather", g.constant(mode_bias), "kind"))
    edge, same = paired(g, w, x)
    inputs = [
        helper.make_tensor_value_info("ends", TensorProto.FLOAT, ["n", 4 * WIDTH]),
        helper.make_tensor_value_info("kind", TensorProto.INT64, ["n"]),
        *(helper.make_tensor_value_info(n, TensorProto.INT64, ["n", "n"]) for n in ("distance", "gap")),
    ]
    g.save(path, inputs, {"mode": mode, "flag": g.linear(w, "flag", x), "edge": edge, "same": same})


def paired(g: Graph, w: dict[str, torch.Tensor], x: str) -> tuple[str, str]:
    """Edge and same logits of the pairs of spans ``(n, hidden)``; only those whose types fit, four in five, are scored.

    The product of the two is multiplied in 8-bit integers: of all that is computed for a pair it takes half.
    """
    mention = np.isin(NODES, list(MENTIONS))
    fitting = legal_edges()[:, :, 1:].any(axis=-1) | (mention[:, None] & mention[None, :])
    places = g.add("NonZero", g.add("Gather", g.add("Gather", g.constant(fitting), "kind"), "kind", axis=1))
    rows = g.add("Transpose", places, perm=[1, 0])
    one, other = (g.add("Squeeze", part, g.ints(0)) for part in g.many("Split", 2, places, axis=0))
    left, source = (g.add("Gather", g.linear(w, name, x), one) for name in ("left", "source"))
    right, target = (g.add("Gather", g.linear(w, name, x), other) for name in ("right", "target"))
    table = (w["distance.weight"][:, None] + w["gap.weight"][None]).flatten(0, 1)
    distance, gap = (g.add("GatherND", name, rows) for name in ("distance", "gap"))
    near = g.add("Gather", g.constant(table.numpy()), g.add("Add", g.add("Mul", distance, g.ints(GAPS)), gap))
    both = {f"both.{part}": torch.cat([w[f"edge.{part}"], w[f"same.{part}"]]) for part in ("weight", "bias")}
    product = {"product.weight": w["product.weight"], "product.bias": torch.zeros(len(w["product.weight"]))}
    told = g.add("Add", g.product(product, "product", g.add("Mul", left, right)), near)
    pair = g.gelu(g.add("Add", g.add("Add", source, target), told))
    edges, same = g.many("Split", 2, g.linear(both, "both", pair), g.ints(len(w["edge.bias"]), 1), axis=-1)
    # what fits no pair of types is ruled out; what fits has a prior by the pair's types
    prior = g.constant(np.where(legal_edges(), w["prior"].numpy(), -1e4).astype(np.float32))
    by_pair = g.add("Gather", g.add("Gather", prior, "kind"), "kind", axis=1)
    none = g.add("ConstantOfShape", g.add("Shape", "gap"), value=numpy_helper.from_array(np.array([NEVER])))
    return (
        g.add("ScatterND", by_pair, rows, g.add("Add", edges, g.add("GatherND", by_pair, rows))),
        g.add("ScatterND", none, rows, g.add("Squeeze", same, g.ints(-1))),
    )


def mixer(g: Graph, w: dict[str, torch.Tensor], x: str) -> str:
    """A pre-norm transformer layer over spans ``(1, n, hidden)``, with a bias by distance and gap."""
    heads = w["distance.weight"].shape[1]
    near = (g.add("Gather", g.constant(w[f"{name}.weight"].numpy()), name) for name in ("distance", "gap"))
    bias = g.add("Unsqueeze", g.add("Transpose", g.add("Add", *near), perm=[2, 0, 1]), g.ints(0))
    size = w["out.weight"].shape[0] // heads
    mixed = g.attention(g.linear(w, "qkv", g.norm(w, "norm1", x, 1e-5)), heads, size, bias)
    x = g.add("Add", x, g.linear(w, "out", mixed))
    return g.add("Add", x, g.linear(w, "down", g.gelu(g.linear(w, "up", g.norm(w, "norm2", x, 1e-5)))))


def manifest(out: Path, name: str, note: str, calibration: Path | None) -> None:
    """Write ``manifest.json`` over the files in ``out``."""
    names = ("encoder.onnx", "scorer.onnx", "tokenizer.json")
    chosen = Calibration.of(calibration)
    body = {
        "name": name,
        "files": {n: hashlib.sha256((out / n).read_bytes()).hexdigest() for n in names},
        "thresholds": msgspec.to_builtins(chosen.least),
        "temperatures": chosen.temperatures,
        "most_tokens": MOST_TOKENS,
        "trained_on": note,
        "scores": json.loads(calibration.read_text())["scores"] if calibration else {},
    }
    (out / "manifest.json").write_text(json.dumps(body, indent=1) + "\n")


SAMPLES = (
    "Gunmen killed at least 12 villagers near the town of Dessan on Monday, the mayor said.",
    "The army denied that its jets had bombed the market in Tirmok, where hospital staff counted 31 bodies.",
    "The Front, which split from the Banner in 2028, threatened to attack the capital if the hostages were not freed.",
)


def parity(weights: dict[str, torch.Tensor], minilm: Path, calibration: Calibration, path: Path) -> None:
    """What the torch network reads in a few invented sentences, for a test that the exported model reads the same."""
    network = from_minilm(minilm)
    network.load_state_dict(weights)
    tokenizer = tokenizer_of(minilm)
    graphs = [
        ClaimGraph(document=str(i), start=0, end=len(t), nodes=(), edges=(), maker="") for i, t in enumerate(SAMPLES)
    ]
    blocks = [Block(id=str(i), text=t, graph=g) for i, (t, g) in enumerate(zip(SAMPLES, graphs, strict=True))]
    found = predict(network, [example(block, tokenizer, MOST_TOKENS) for block in blocks], calibration)
    path.write_text(
        json.dumps([{k: g[k] for k in ("text", "nodes", "edges")} for g in found.values()], indent=1) + "\n"
    )


def main() -> None:
    """Export a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--name", default="rashomon-claimgraph-1")
    parser.add_argument("--note", default="828 hand-annotated passages of conflict news")
    parser.add_argument(
        "--calibration", type=Path, help="what calibrate.py wrote: thresholds, temperatures, dev scores"
    )
    parser.add_argument("--parity", type=Path, help="where to write the parity fixture (tests/annotate/parity.json)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    weights = {k: v.float() for k, v in torch.load(options.checkpoint, map_location="cpu")["average"].items()}
    tokenizer = json.loads((options.minilm / "tokenizer.json").read_text())
    words = vocabulary(tokenizer)
    kept = [tokenizer["model"]["vocab"][word] for word in words]
    encoder({**weights, "encoder.word.weight": weights["encoder.word.weight"][kept]}, options.out / "encoder.onnx")
    scorer(weights, options.out / "scorer.onnx")
    if options.parity:
        parity(weights, options.minilm, Calibration.of(options.calibration), options.parity)
    (options.out / "tokenizer.json").write_text(
        json.dumps(cut(tokenizer, words), ensure_ascii=False, separators=(",", ":"))
    )
    manifest(options.out, options.name, options.note, options.calibration)
    for file in sorted(options.out.iterdir()):
        print(f"{file.stat().st_size:>12,} {file.name}")


if __name__ == "__main__":
    main()
