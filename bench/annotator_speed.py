"""The annotator's speed on one core, and the encoder's share of what the core can do; prints JSON. See `speed.py`."""

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import TypeVar

import numpy as np
from annotated import CORPUS, blocks, document
from sample_copies import changed

from rashomon.annotate import Annotator
from rashomon.annotate.model import load
from rashomon.records import Document

T = TypeVar("T")

# The encoder's shapes: a six-layer transformer of width 384, inner width 1536, 71 tags (training/model.py).
WIDTH, INNER, LAYERS, TAGS = 384, 1536, 6, 71
ROUNDS = 16  # the first warms up
BATCH, TOKENS = 4, 128  # about the 512 sub-tokens of the annotator's batches


def flops(batch: int, tokens: int) -> int:
    """Floating-point operations of one run: two for each multiply and add of the matrix products, nothing else."""
    weights = 4 * WIDTH * WIDTH + 2 * WIDTH * INNER  # query, key, value, output; up, down
    attention = 2 * tokens * WIDTH  # scores and mixing, for each token
    return 2 * batch * tokens * (LAYERS * (weights + attention) + WIDTH * TAGS)


def core_seconds(work: Callable[[], object], times: int = 1) -> float:
    """Processor seconds that doing ``work`` takes, the mean of so many times in a row."""
    begun = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - begun) / times


def timed(work: Callable[[], T], seconds: list[float]) -> T:
    """What ``work`` gives; the processor seconds that it took are added to the list."""
    begun = time.process_time()
    found = work()
    seconds.append(time.process_time() - begun)
    return found


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
    """Gigaflops a second of the encoder and of numpy's product, and their ratio in per cent: medians over the rounds.

    The encoder multiplies in 8 bits, which this counts as if it were fp32: it may do more than fp32's peak.
    The two are measured in turn, for about as long, so that what else runs on the machine slows both alike.
    """
    model = load(threads=1)
    numbers = np.random.default_rng(7)
    ids = numbers.integers(1000, 20000, (BATCH, TOKENS))
    zeros, ones = np.zeros_like(ids), np.ones_like(ids)
    left = numbers.random((BATCH * TOKENS, WIDTH), dtype=np.float32)
    right = numbers.random((WIDTH, INNER), dtype=np.float32)
    product = 2 * BATCH * TOKENS * WIDTH * INNER
    work = flops(BATCH, TOKENS)
    rounds = []
    for _ in range(ROUNDS):
        encoder = work / core_seconds(lambda: model.encode(ids, zeros, ones)) / 1e9
        matmul = product / core_seconds(lambda: left @ right, work // product) / 1e9
        rounds.append((encoder, matmul, 100 * encoder / matmul))
    encoders, matmuls, shares = zip(*rounds[1:], strict=True)
    return {
        "encoder_gflops": median(encoders),
        "matmul_gflops": median(matmuls),
        "encoder_share_percent": median(shares),
    }


def main(arguments: Sequence[str]) -> None:
    """Print the figures for so many copies of the reports; refuses to run on more than one thread."""
    if os.environ.get("OMP_NUM_THREADS") != "1":
        raise SystemExit("set OMP_NUM_THREADS=1 and OPENBLAS_NUM_THREADS=1, or run speed.py, which does")
    documents = reports(int(arguments[0]))
    annotator = Annotator(threads=1)
    annotator(documents[:1])
    tokenizer = load(threads=1).tokenizer
    tokens = sum(len(tokenizer.encode(d.text, add_special_tokens=False).ids) for d in documents)
    encoding = []
    model = load(threads=1)
    encode = model.encode
    model.encode = lambda *given: timed(lambda: encode(*given), encoding)
    begun = time.process_time()  # seconds of the one core: what else runs on the machine doesn't count
    annotator(documents)
    seconds = time.process_time() - begun
    model.encode = encode
    result = {
        "documents": len(documents),
        "tokens": tokens,
        "documents_per_core_second": len(documents) / seconds,
        "tokens_per_core_second": tokens / seconds,
        "heads_and_decoding_percent": 100 * (seconds - sum(encoding)) / sum(encoding),
        **encoder_share(),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main(sys.argv[1:])
