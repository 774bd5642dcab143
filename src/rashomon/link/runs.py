"""Runs of five words as numbers, and which texts share enough of them to be worth comparing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

Runs = NDArray[np.uint64]
"""The runs of a text as 64-bit numbers, sorted, each once; two runs of a case share one by chance in 1 case of 10^5."""
Codes = NDArray[np.int64]

SHINGLE: Final = 5  # words; at 5, unrelated reports of one incident share under 2 % of their shingles
PERMUTATIONS: Final = 128
BANDS: Final = 32  # 32 bands of 4 rows: a Jaccard of 0.5 is found with probability 0.87, of 0.8 with 1 - 5e-8
SEED: Final = 5
BATCH: Final = 1000  # texts sketched at once
FEW: Final = 12  # a run that more texts share is boilerplate
LEAST: Final = 3  # sampled runs in common, of every fourth run
SAMPLE: Final = 4

_WORD: Final = re.compile(r"\w{1,60}")
_ODD: Final = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio: mixes well and is odd


def runs(text: str) -> Runs:
    """The runs of five words of a text, case-folded, punctuation dropped; a shorter text is one run; none if empty."""
    words = np.array([_number(word.casefold()) for word in _WORD.findall(text)], dtype=np.uint64)
    if not len(words):
        return words
    width = min(SHINGLE, len(words))
    number = len(words) - width + 1
    mixed = np.zeros(number, dtype=np.uint64)
    for at in range(width):
        # the place of a word in the run counts, and so does every bit of it
        mixed = (mixed ^ words[at : at + number]) * _ODD
        mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed)


def shared(left: Runs, right: Runs) -> int:
    """How many runs two texts have in common."""
    return len(np.intersect1d(left, right, assume_unique=True))


def alike(texts: Iterable[str]) -> list[tuple[int, int]]:
    """Pairs of texts, by number and ordered, that may share much: near-duplicates, and those with rare runs in common.

    The first are neighbours by MinHash in some band; the second find cut reprints, whose Jaccard is low: they share at
    least three sampled runs that no more than a dozen texts hold (boilerplate is in more). Time and memory grow with
    the texts, 0.4 KB for each and 2 bytes for each of its words.
    """
    sketches: list[NDArray[np.uint32]] = []
    sampled: list[Runs] = []
    for batch in _batches(texts):
        sketches.append(_sketched(batch))
        sampled.extend(found[found % np.uint64(SAMPLE) == 0] for found in batch)
    if not sampled:
        return []
    number = len(sampled)
    codes = np.union1d(_neighbours(np.concatenate(sketches), number), _rare(sampled))
    return [divmod(code, number) for code in codes.tolist()]


@lru_cache(maxsize=65_536)
def _number(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest(), "big")


def _batches(texts: Iterable[str]) -> Iterator[list[Runs]]:
    batch: list[Runs] = []
    for text in texts:
        batch.append(runs(text))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _sketched(batch: Sequence[Runs]) -> NDArray[np.uint32]:
    """The MinHash digests of texts, one row each."""
    offsets = np.cumsum([0, *map(len, batch)]).astype(np.uint64)
    rows = RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(batch), offsets, PERMUTATIONS, SEED).to_rows()
    return np.array(rows, dtype=np.uint32).reshape(len(batch), PERMUTATIONS)


def _neighbours(sketches: NDArray[np.uint32], number: int) -> Codes:
    """Codes of the pairs whose digests agree in all rows of some band."""
    found: list[Codes] = []
    for band in np.split(sketches.astype(np.uint64), BANDS, axis=1):
        mixed = np.zeros(number, dtype=np.uint64)
        for row in band.T:
            mixed = (mixed ^ row) * _ODD
            mixed ^= mixed >> np.uint64(29)
        order = np.argsort(mixed, kind="stable")
        found.append(_together(order, mixed[order], number, number))
    return np.unique(np.concatenate(found))


def _rare(sampled: Sequence[Runs]) -> Codes:
    """Codes of the pairs that share at least `LEAST` sampled runs that no more than `FEW` texts hold."""
    number = len(sampled)
    held = np.concatenate(sampled)
    holder = np.repeat(np.arange(number, dtype=np.int64), [len(found) for found in sampled])
    order = np.argsort(held, kind="stable")
    codes, times = np.unique(_together(holder[order], held[order], number, FEW), return_counts=True)
    return codes[times >= LEAST]


def _together(numbers: NDArray[np.int64], keys: Runs, number: int, most: int) -> Codes:
    """A code for each pair of the ``numbers`` that have one key, if no more than ``most`` have it; keys are sorted."""
    edges = np.concatenate(([0], np.flatnonzero(keys[1:] != keys[:-1]) + 1, [len(keys)]))
    found = [np.empty(0, dtype=np.int64)]
    sizes = np.diff(edges)
    for size in np.unique(sizes).tolist():
        if 1 < size <= most:
            groups = np.sort(numbers[edges[:-1][sizes == size][:, None] + np.arange(size)], axis=1)
            left, right = np.triu_indices(size, 1)
            found.append((groups[:, left] * number + groups[:, right]).ravel())
    return np.concatenate(found)
