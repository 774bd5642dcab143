"""The model file: found in the package, checked against its digests, loaded once per process."""

import hashlib
from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from onnxruntime.capi.onnxruntime_pybind11_state import (
    Fail,
    InvalidArgument,
    InvalidGraph,
    InvalidProtobuf,
    NotImplemented,
    RuntimeException,
)
from tokenizers import Tokenizer

from rashomon.annotate.decode import Floats, Scores, Thresholds
from rashomon.annotate.inventory import distance_buckets, gap_buckets
from rashomon.errors import ModelError
from rashomon.records import Row

FOLDER = Path(__file__).with_name("weights")
NO_MODEL = (Fail, InvalidArgument, InvalidGraph, InvalidProtobuf, NotImplemented, RuntimeException)
"""What the runtime raises for a file that is no model, asks for operators of its own, or keeps data in other files."""


class Manifest(Row, frozen=True, kw_only=True):
    """What the weights folder holds: a SHA-256 per file, thresholds, temperatures, and where it comes from."""

    name: str
    files: dict[str, str]
    thresholds: Thresholds
    temperatures: dict[str, float]
    most_tokens: int
    trained_on: str
    scores: dict[str, float]


class Model:
    """Encoder, scorer and tokenizer, ready to run; ``digest`` names the manifest it was loaded from."""

    def __init__(self, folder: Path, threads: int) -> None:
        self.manifest, self.digest = manifest(folder)
        contents = {name: _checked(folder, name, digest) for name, digest in self.manifest.files.items()}
        self.tokenizer: Tokenizer = Tokenizer.from_buffer(contents["tokenizer.json"])
        self._encoder = _session(folder / "encoder.onnx", contents["encoder.onnx"], threads)
        self._scorer = _session(folder / "scorer.onnx", contents["scorer.onnx"], threads)

    def encode(
        self, ids: NDArray[np.int64], cases: NDArray[np.int64], mask: NDArray[np.int64]
    ) -> tuple[Floats, Floats]:
        """Token vectors ``(passages, tokens, 384)`` and tag logits ``(passages, tokens, tags)``."""
        vectors, tags = self._encoder.run(None, {"ids": ids, "cases": cases, "mask": mask.astype(np.float32)})
        return vectors, tags / self.manifest.temperatures["tag"]

    def score(
        self,
        ends: Floats,
        kinds: NDArray[np.int64],
        places: NDArray[np.int64],
        sentences: NDArray[np.int64],
    ) -> Scores:
        """Scores of ``n`` spans: vectors at and around their ends (n, 4 * 384); type ids, first words, sentences (n,).

        The vectors are those of `decode.ends`.
        """
        feed = {
            "ends": ends,
            "kind": kinds,
            "distance": distance_buckets(places),
            "gap": gap_buckets(sentences),
        }
        mode, flag, edge, same = self._scorer.run(None, feed)
        t = self.manifest.temperatures
        return Scores(mode=mode, flag=flag / t["flag"], edge=edge / t["edge"], same=same / t["same"])


@lru_cache(maxsize=2)
def load(folder: Path = FOLDER, threads: int = 0) -> Model:
    """The model of a folder (default: the one in the package), once per process; ``threads`` 0 means all cores.

    Raises ModelError if a file is missing or is not the one that the manifest names.
    """
    return Model(folder, threads)


def manifest(folder: Path = FOLDER) -> tuple[Manifest, str]:
    """The manifest and its SHA-256, which is the model's identity: it names every other file's. Loads nothing else."""
    blob = _read(folder, "manifest.json")
    try:
        return msgspec.json.decode(blob, type=Manifest), hashlib.sha256(blob).hexdigest()
    except msgspec.MsgspecError as problem:
        raise ModelError(str(folder / "manifest.json"), f"is not a manifest ({problem}); reinstall") from problem


def _read(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as problem:
        raise ModelError(str(folder / name), f"can't be read ({problem.strerror})") from problem


def _checked(folder: Path, name: str, expected: str) -> bytes:
    blob = _read(folder, name)
    if hashlib.sha256(blob).hexdigest() != expected:
        raise ModelError(str(folder / name), "is not the file that the manifest names (its SHA-256 differs); reinstall")
    return blob


def _session(path: Path, blob: bytes, threads: int) -> ort.InferenceSession:
    """A session on a model's bytes, which were checked; given no path, it finds no data beside them."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # spinning threads would take the other core from whoever else works on the machine
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return ort.InferenceSession(blob, options, providers=["CPUExecutionProvider"])
    except NO_MODEL as problem:
        raise ModelError(str(path), f"can't be run ({str(problem)[:200]})") from problem
