"""The label inventory of the model: ids of node types, modes, flags and edges, and the buckets of its pair features."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from rashomon.vocab.scheme import EDGES, FLAGS, MENTIONS, MODES, TRIGGERS, fits

NODES: Final = (*MENTIONS, *TRIGGERS)
NODE_IDS: Final = {name: i for i, name in enumerate(NODES)}

# 0 is "no mode"; the rest TYPE.mode
MODE_NAMES: Final = ("", *(f"{t}.{m}" for t, modes in MODES.items() for m in modes))
MODE_IDS: Final = {name: i for i, name in enumerate(MODE_NAMES)}

FLAG_IDS: Final = {name: i for i, name in enumerate(FLAGS)}

# 0 is "no edge"; ``same`` has a scorer of its own
EDGE_NAMES: Final = ("", *(label for label in EDGES if label != "same"))
EDGE_IDS: Final = {name: i for i, name in enumerate(EDGE_NAMES)}

DISTANCE_EDGES: Final = (
    -64,
    -40,
    -24,
    -16,
    -11,
    -8,
    -6,
    -5,
    -4,
    -3,
    -2,
    -1,
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    8,
    11,
    16,
    24,
    40,
    64,
)
DISTANCES: Final = len(DISTANCE_EDGES) + 1
GAPS: Final = 9


def legal_edges() -> NDArray[np.bool_]:
    """``(node types, node types, edge names)``: whether an edge fits between two types; no edge always does."""
    table = np.zeros((len(NODES), len(NODES), len(EDGE_NAMES)), dtype=np.bool_)
    table[:, :, 0] = True
    for i, source in enumerate(NODES):
        for j, target in enumerate(NODES):
            for k, label in enumerate(EDGE_NAMES[1:], 1):
                table[i, j, k] = fits(label, source, target)
    return table


def legal_modes() -> NDArray[np.bool_]:
    """``(node types, mode names)``: whether a mode belongs to a type; no mode always does."""
    table = np.zeros((len(NODES), len(MODE_NAMES)), dtype=np.bool_)
    table[:, 0] = True
    for k, name in enumerate(MODE_NAMES[1:], 1):
        table[NODE_IDS[name.partition(".")[0]], k] = True
    return table


def distance_buckets(firsts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Bucket of the signed word distance of every pair, ``(n, n)``: positive where the second stands later."""
    return np.searchsorted(np.asarray(DISTANCE_EDGES), firsts[None, :] - firsts[:, None], side="left").astype(np.int64)


def gap_buckets(sentences: NDArray[np.int64]) -> NDArray[np.int64]:
    """Bucket of the signed difference of sentence numbers of every pair, ``(n, n)``, clipped to four either way."""
    return np.asarray(np.clip(sentences[None, :] - sentences[:, None], -4, 4) + 4, dtype=np.int64)
