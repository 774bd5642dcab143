"""The network: a MiniLM encoder with case embeddings, a BIO tagger, and a scorer of spans and of pairs of spans."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from rashomon.annotate.inventory import (
    DISTANCES,
    EDGE_NAMES,
    FLAG_IDS,
    GAPS,
    MODE_NAMES,
    NODES,
    legal_edges,
    legal_modes,
)
from rashomon.annotate.words import CASES

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
MIXERS = 2

# layers of spans that say who says what, at full length; spans of one layer don't overlap
ATTRIBUTIONS = (("Cue", "Source"), ("Content",))


class Layer(nn.Module):
    """One BERT layer (post-norm), attention written out so that the exporter's graph is the same arithmetic."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` (batch, tokens, width); ``bias`` (batch, 1, 1, tokens) is 0 or very negative."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        drop = self.dropout if self.training else 0.0
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype), dropout_p=drop)
        mixed = self.out(mixed.transpose(1, 2).reshape(b, n, WIDTH))
        x = self.norm1(x + F.dropout(mixed, self.dropout, self.training))
        grown = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(grown, self.dropout, self.training))


class Encoder(nn.Module):
    """MiniLM-L6 with an embedding of each word's case pattern added to its input."""

    def __init__(self, vocabulary: int, dropout: float) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.case = nn.Embedding(len(CASES), WIDTH)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = dropout

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        """Token vectors ``(batch, tokens, width)``."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.case(cases)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Mixer(nn.Module):
    """A pre-norm transformer layer over spans; attention has a bias for each pair's word distance and sentence gap."""

    def __init__(self, hidden: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(hidden), nn.LayerNorm(hidden)
        self.qkv, self.out = nn.Linear(hidden, 3 * hidden), nn.Linear(hidden, hidden)
        self.up, self.down = nn.Linear(hidden, 2 * hidden), nn.Linear(2 * hidden, hidden)
        self.distance, self.gap = nn.Embedding(DISTANCES, heads), nn.Embedding(GAPS, heads)
        nn.init.zeros_(self.distance.weight)
        nn.init.zeros_(self.gap.weight)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor, distance: Tensor, gap: Tensor) -> Tensor:
        """``x`` (batch, n, hidden), ``mask`` (batch, n), ``distance`` and ``gap`` (batch, n, n)."""
        b, n, width = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, n, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        bias = (self.distance(distance) + self.gap(gap)).permute(0, 3, 1, 2) + (mask[:, None, None, :] - 1.0) * 1e4
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = x + self.dropout(self.out(mixed.transpose(1, 2).reshape(b, n, width)))
        return x + self.dropout(self.down(self.dropout(F.gelu(self.up(self.norm2(x))))))


class Scorer(nn.Module):
    """Scores of spans (mode, flag) and of ordered pairs of spans (edge label, ``same``)."""

    def __init__(self, hidden: int = 256, dropout: float = 0.2) -> None:
        super().__init__()
        self.kind = nn.Embedding(len(NODES), 64)
        self.span = nn.Linear(4 * WIDTH + 64, hidden)
        self.mixers = nn.ModuleList(Mixer(hidden, 4, dropout) for _ in range(MIXERS))
        self.mode = nn.Linear(hidden, len(MODE_NAMES))
        self.flag = nn.Linear(hidden, len(FLAG_IDS))
        self.source, self.target = nn.Linear(hidden, hidden), nn.Linear(hidden, hidden)
        self.left, self.right = nn.Linear(hidden, hidden), nn.Linear(hidden, hidden)
        self.product = nn.Linear(hidden, hidden, bias=False)
        self.distance, self.gap = nn.Embedding(DISTANCES, hidden), nn.Embedding(GAPS, hidden)
        self.edge = nn.Linear(hidden, len(EDGE_NAMES))
        self.prior = nn.Parameter(torch.zeros(len(NODES), len(NODES), len(EDGE_NAMES)))
        self.same = nn.Linear(hidden, 1)
        self.dropout = nn.Dropout(dropout)
        self.register_buffer("edge_mask", torch.from_numpy(legal_edges()), persistent=False)
        self.register_buffer("mode_mask", torch.from_numpy(legal_modes()), persistent=False)

    def forward(
        self, ends: Tensor, kind: Tensor, mask: Tensor, distance: Tensor, gap: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """``ends`` (batch, n, 4 * width), the rest ids; mode, flag, edge and same logits."""
        x = F.gelu(self.span(torch.cat([ends, self.kind(kind)], -1)))
        x = self.dropout(x)
        for mixer in self.mixers:
            x = mixer(x, mask.to(x.dtype), distance, gap)
        mode = self.mode(x).masked_fill(~self.mode_mask[kind], -1e4)
        flag = self.flag(x)
        x = self.dropout(x)
        product = self.product(self.left(x)[:, :, None, :] * self.right(x)[:, None, :, :])
        pair = self.source(x)[:, :, None, :] + self.target(x)[:, None, :, :] + product
        pair = self.dropout(F.gelu(pair + self.distance(distance) + self.gap(gap)))
        legal = self.edge_mask[kind[:, :, None], kind[:, None, :]]
        prior = self.prior[kind[:, :, None], kind[:, None, :]]
        return mode, flag, (self.edge(pair) + prior).masked_fill(~legal, -1e4), self.same(pair).squeeze(-1)


class Network(nn.Module):
    """Encoder, tagger of the claim graph, taggers of attributions (`ATTRIBUTIONS`), and scorer."""

    def __init__(self, vocabulary: int = 30522, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, dropout)
        self.tagger = nn.Linear(WIDTH, 1 + 2 * len(NODES))
        self.attribution = nn.ModuleList(nn.Linear(WIDTH, 1 + 2 * len(names)) for names in ATTRIBUTIONS)
        self.scorer = Scorer()
        self.dropout = nn.Dropout(0.2)

    def tag(self, ids: Tensor, cases: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Token vectors and tag logits."""
        vectors = self.encoder(ids, cases, mask)
        return vectors, self.tagger(self.dropout(vectors))

    def attributed(self, ids: Tensor, cases: Tensor, mask: Tensor) -> list[Tensor]:
        """Tag logits of each layer of attributions."""
        vectors = self.dropout(self.encoder(ids, cases, mask))
        return [head(vectors) for head in self.attribution]

    def score(self, vectors: Tensor, nodes: object) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores of the chosen spans (`data.Nodes`)."""
        rows = torch.arange(len(vectors), device=vectors.device)[:, None, None]
        ends = vectors[rows, nodes.ends].flatten(2)
        return self.scorer(ends, nodes.type, nodes.mask, nodes.distance, nodes.gap)


def from_minilm(folder: Path) -> Network:
    """A network whose encoder has the public MiniLM-L6 weights (``model.safetensors`` in ``folder``)."""
    network = Network()
    given = load_file(folder / "model.safetensors")
    given = {k.removeprefix("bert."): v for k, v in given.items()}
    e = network.encoder
    with torch.no_grad():
        e.word.weight.copy_(given["embeddings.word_embeddings.weight"])
        kind = given["embeddings.token_type_embeddings.weight"][0]
        e.position.weight.copy_(given["embeddings.position_embeddings.weight"] + kind)
        _norm(e.norm, given, "embeddings.LayerNorm")
        for i, layer in enumerate(e.layers):
            at = f"encoder.layer.{i}"
            for part in ("weight", "bias"):
                qkv = [given[f"{at}.attention.self.{n}.{part}"] for n in ("query", "key", "value")]
                getattr(layer.qkv, part).copy_(torch.cat(qkv))
                getattr(layer.out, part).copy_(given[f"{at}.attention.output.dense.{part}"])
                getattr(layer.up, part).copy_(given[f"{at}.intermediate.dense.{part}"])
                getattr(layer.down, part).copy_(given[f"{at}.output.dense.{part}"])
            _norm(layer.norm1, given, f"{at}.attention.output.LayerNorm")
            _norm(layer.norm2, given, f"{at}.output.LayerNorm")
    return network


def _norm(norm: nn.LayerNorm, given: dict[str, Tensor], name: str) -> None:
    norm.weight.copy_(given[f"{name}.weight"])
    norm.bias.copy_(given[f"{name}.bias"])


def begin_from(encoder: Encoder, checkpoint: Path) -> None:
    """Give an encoder the averaged weights of a checkpoint of either stage; every weight has to be there."""
    given = averaged(checkpoint)
    encoder.load_state_dict({k.removeprefix("encoder."): v for k, v in given.items() if k.startswith("encoder.")})


def go_on_from(network: Network, checkpoint: Path) -> None:
    """Give a network the averaged weights of a checkpoint: all of them, or the encoder's where it holds no more."""
    given = averaged(checkpoint)
    if "tagger.weight" in given:
        network.load_state_dict(given)
    else:
        begin_from(network.encoder, checkpoint)


def averaged(checkpoint: Path) -> dict[str, Tensor]:
    """The averaged weights of a checkpoint."""
    return torch.load(checkpoint, map_location="cpu")["average"]


def keep(state: dict, path: Path) -> None:
    """Write a checkpoint whole or not at all: whoever stops the run finds the last one or this one."""
    part = path.with_name(f"{path.name}.part")
    torch.save(state, part)
    part.replace(path)
