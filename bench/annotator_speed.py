"""The annotator's speed on one core, and the encoder's share of what the core can do; prints JSON. See `speed.py`."""

import json
import sys
import time
from collections.abc import Callable, Sequence

import numpy as np
from annotated import CORPUS, blocks, document
from numpy.typing import NDArray
from sample_copies import changed

from rashomon.annotate import Annotator
from rashomon.annotate.model import load
from rashomon.records import Document

# The encoder's shapes: a six-layer transformer of width 384, inner width 1536, 71 tags (training/model.py).
WIDTH, INNER, LAYERS, TAGS = 384, 1536, 6, 71
ROUNDS = 5
BATCH, TOKENS = 4, 128  # the annotator's batches are of about 512 sub-tokens


def flops(batch: int, tokens: int) -> int:
    """Floating-point operations of one run: two for each multiply and add of the matrix products, nothing else."""
    weights = 4 * WIDTH * WIDTH + 2 * WIDTH * INNER  # query, key, value, output; up, down
    attention = 2 * tokens * WIDTH  # scores and mixing, for each token
    return 2 * batch * tokens * (LAYERS * (weights + attention) + WIDTH * TAGS)


def best(work: Callable[[], object]) -> float:
    """Processor seconds of the fastest of some rounds: the others were disturbed."""
    times = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def reports(copies: int) -> list[Document]:
    """Documents of the length of reports: the annotated passages, put together by report, in changed copies."""
    texts: dict[str, list[str]] = {}
    for block in blocks(CORPUS):
        texts.setdefault(block.id.rsplit("/", 1)[0], []).append(block.text)
    joined = ["\n\n".join(passages) for passages in texts.values()]
    return [
        document(i, changed(text, copy)) for i, (copy, text) in enumerate((c, t) for c in range(copies) for t in joined)
    ]


def encoder_share() -> dict[str, float]:
    """Gigaflops a second of the encoder and of numpy's best product, measured in turn, and the ratio in per cent."""
    model = load(threads=1)
    numbers = np.random.default_rng(7)
    ids = numbers.integers(1000, 20000, (BATCH, TOKENS))
    cases: NDArray[np.int64] = np.zeros_like(ids)
    left = numbers.random((BATCH * TOKENS, WIDTH), dtype=np.float32)
    right = numbers.random((WIDTH, INNER), dtype=np.float32)
    encode, multiply = [], []
    for _ in range(3):
        encode.append(best(lambda: model.encode(ids, cases, np.ones_like(ids))))
        multiply.append(best(lambda: left @ right))
    reached = flops(BATCH, TOKENS) / min(encode) / 1e9
    peak = 2 * BATCH * TOKENS * WIDTH * INNER / min(multiply) / 1e9
    return {"encoder_gflops": reached, "matmul_peak_gflops": peak, "share_of_peak_percent": 100 * reached / peak}


def main(arguments: Sequence[str]) -> None:
    """Print the figures for so many copies of the reports."""
    documents = reports(int(arguments[0]))
    annotator = Annotator(threads=1)
    annotator(documents[:1])
    tokenizer = load(threads=1).tokenizer
    tokens = sum(len(tokenizer.encode(d.text, add_special_tokens=False).ids) for d in documents)
    begun = time.process_time()  # seconds of the one core: what else runs on the machine doesn't count
    annotator(documents)
    seconds = time.process_time() - begun
    result = {
        "documents": len(documents),
        "tokens": tokens,
        "documents_per_core_second": len(documents) / seconds,
        "tokens_per_core_second": tokens / seconds,
        **encoder_share(),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main(sys.argv[1:])
