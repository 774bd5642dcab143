"""An ONNX graph written node by node: matrices stored in 8 bits, products in fp32 or in 8-bit integers."""

from pathlib import Path

import numpy as np
import onnx
import torch
from model import WIDTH
from onnx import TensorProto, helper, numpy_helper

OPSET = 17
RUNTIME = "com.microsoft"  # ONNX Runtime's own operators
LEAST_GELU = 0.17  # GELU gives nothing below minus this (its minimum is -0.16997)
SHAPES = {
    "vectors": ["batch", "tokens", WIDTH],
    "tags": ["batch", "tokens", "labels"],
    "mode": ["n", "modes"],
    "flag": ["n", "flags"],
    "edge": ["n", "n", "edges"],
    "same": ["n", "n"],
}


class Graph:
    """An ONNX graph in the making: nodes, initialisers, and fresh names."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def add(self, kind: str, *inputs: str, **attributes: object) -> str:
        """A node with one output; its name."""
        return self.many(kind, 1, *inputs, **attributes)[0]

    def many(self, kind: str, outputs: int, *inputs: str, **attributes: object) -> list[str]:
        """A node with several outputs; their names."""
        names = [f"t{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names

    def constant(self, value: np.ndarray) -> str:
        """An initialiser; its name."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def ints(self, *values: int) -> str:
        """A constant vector of int64."""
        return self.constant(np.asarray(values, dtype=np.int64))

    def table(self, weight: torch.Tensor, ids: str) -> str:
        """Rows of an int8 embedding, scaled back."""
        array, scale = quantised(weight.numpy(), axis=1)
        rows = self.add("Cast", self.add("Gather", self.constant(array), ids), to=TensorProto.FLOAT)
        return self.add("Mul", rows, self.add("Gather", self.constant(scale), ids))

    def linear(self, weights: dict[str, torch.Tensor], name: str, x: str) -> str:
        """``x @ W.T + b`` with W stored as int8."""
        array, scale = quantised(weights[f"{name}.weight"].numpy().T, axis=0)
        matrix = self.add("Mul", self.add("Cast", self.constant(array), to=TensorProto.FLOAT), self.constant(scale))
        out = self.add("MatMul", x, matrix)
        bias = weights.get(f"{name}.bias")
        return out if bias is None else self.add("Add", out, self.constant(bias.numpy()))

    def rows(self, x: str, zero: int) -> tuple[str, str]:
        """Each row of ``x`` scaled to 8 bits, not yet rounded, and the scales ``(..., 1)``; ``zero`` stands for 0.

        A row's scale is its own, and a sum of integer products is exact in any order: what a row gives depends neither
        on its company nor on how the work is cut.
        """
        large = self.add("ReduceMax", self.add("Abs", x) if zero else x, axes=[-1], keepdims=1)
        large = self.add("Max", large, self.constant(np.float32(1e-12)))
        most = self.constant(np.float32(255 - zero))
        return self.add("Mul", x, self.add("Div", most, large)), self.add("Div", large, most)

    def integers(self, ints: str, step: np.ndarray, zero: np.ndarray, matrix: str, columns: str) -> str:
        """Rows in whole ``step``s (uint8, ``zero`` stands for 0) times an int8 matrix with a scale per column."""
        inputs = (ints, matrix, self.constant(step), columns, self.constant(zero))
        return self.add("MatMulIntegerToFloat", *inputs, domain=RUNTIME)

    def rounded(self, x: str, step: np.ndarray, zero: np.ndarray) -> str:
        """``x`` in whole ``step``s, as uint8."""
        return self.add("QuantizeLinear", x, self.constant(step), self.constant(zero))

    def product(self, weights: dict[str, torch.Tensor], name: str, x: str, kind: str = "") -> str:
        """``x @ W.T + b`` in 8-bit integers.

        ``kind`` "grown": x comes out of GELU, and no bit is spent on what that never gives; "fine": what rounding to 8
        bits leaves of x is multiplied, too, in 8 bits more.
        """
        array, scale = quantised(weights[f"{name}.weight"].numpy().T, axis=0)
        bias = weights[f"{name}.bias"].numpy()
        step, zero = np.float32(1), np.uint8(128)
        if kind == "grown":
            x, zero = self.add("Add", x, self.constant(np.float32(LEAST_GELU))), np.uint8(0)
            bias = bias - np.float32(LEAST_GELU) * (array * scale.astype(np.float64)).sum(axis=0).astype(np.float32)
        matrix, columns = self.constant(array), self.constant(scale.reshape(-1))
        scaled, scales = self.rows(x, int(zero))
        ints = self.rounded(scaled, step, zero)
        out = self.integers(ints, step, zero, matrix, columns)
        if kind == "fine":
            back = self.add("DequantizeLinear", ints, self.constant(step), self.constant(zero))
            left, step = self.add("Sub", scaled, back), np.float32(1 / 254)
            out = self.add("Add", out, self.integers(self.rounded(left, step, zero), step, zero, matrix, columns))
        return self.add("Add", self.add("Mul", out, scales), self.constant(bias))

    def norm(self, weights: dict[str, torch.Tensor], name: str, x: str, epsilon: float) -> str:
        """Layer normalisation over the last axis."""
        scale, bias = (self.constant(weights[f"{name}.{part}"].numpy()) for part in ("weight", "bias"))
        return self.add("LayerNormalization", x, scale, bias, axis=-1, epsilon=epsilon)

    def gelu(self, x: str) -> str:
        """Exact GELU; the runtime fuses the pattern."""
        half = self.constant(np.float32(0.5))
        inner = self.add("Erf", self.add("Div", x, self.constant(np.float32(np.sqrt(2.0)))))
        return self.add("Mul", self.add("Mul", x, self.add("Add", inner, self.constant(np.float32(1.0)))), half)

    def attention(self, qkv: str, heads: int, size: int, bias: str | None) -> str:
        """Multi-head attention from joined queries, keys and values ``(batch, n, 3 * heads * size)``."""
        parts = self.add("Reshape", qkv, self.ints(0, 0, 3, heads, size))
        q, k, v = self.many("Split", 3, self.add("Transpose", parts, perm=[2, 0, 3, 1, 4]), axis=0)
        q, k, v = (self.add("Squeeze", t, self.ints(0)) for t in (q, k, v))
        q = self.add("Mul", q, self.constant(np.float32(size**-0.5)))
        logits = self.add("MatMul", q, self.add("Transpose", k, perm=[0, 1, 3, 2]))
        if bias:
            logits = self.add("Add", logits, bias)
        mixed = self.add("MatMul", self.add("Softmax", logits, axis=-1), v)
        return self.add("Reshape", self.add("Transpose", mixed, perm=[0, 2, 1, 3]), self.ints(0, 0, heads * size))

    def save(self, path: Path, inputs: list, outputs: dict[str, str]) -> None:
        """Check and write the model; ``outputs`` maps public names to inner ones."""
        for public, inner in outputs.items():
            self.nodes.append(helper.make_node("Identity", [inner], [public]))
        made = [helper.make_tensor_value_info(name, TensorProto.FLOAT, SHAPES[name]) for name in outputs]
        graph = helper.make_graph(self.nodes, path.stem, inputs, made, self.constants)
        domains = [helper.make_opsetid("", OPSET)]
        if any(node.domain == RUNTIME for node in self.nodes):
            domains.append(helper.make_opsetid(RUNTIME, 1))
        model = helper.make_model(graph, opset_imports=domains, producer_name="rashomon")
        model.ir_version = 9
        onnx.checker.check_model(model)
        path.write_bytes(model.SerializeToString())


def quantised(weight: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 and the scales that undo it; one scale for everything along ``axis``."""
    scale = np.maximum(np.abs(weight).max(axis=axis, keepdims=True), 1e-12).astype(np.float32) / 127
    return np.clip(np.rint(weight / scale), -127, 127).astype(np.int8), scale
