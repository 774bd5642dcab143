"""What no stage of training may see: the dev passages, whatever repeats them, and what the benchmark measures on."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from rashomon.annotate.notation import read_blocks

sys.path.append(str(Path(__file__).parents[1] / "bench"))  # the benchmark says what it keeps
from held_out import held_out

SHINGLE = 10  # words; a text that shares so many in a row with a dev passage is left out
MEASURED = {"plover", "satp"}  # sets a part of which the benchmark keeps


def shingles(text: str) -> set[tuple[str, ...]]:
    """Every run of `SHINGLE` words of a text, lower case, punctuation left out."""
    words = re.findall(r"[^\W_]+", text.lower())
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def kept_apart(data: Path) -> Callable[[str, str], bool]:
    """Whether a text (of a document) is of one with a dev passage, or repeats one."""
    with (data.parent / "claimgraph/passages/dev.txt").open(encoding="utf-8") as lines:
        blocks = list(read_blocks(lines))
    documents = {document_of(block.id) for block in blocks}
    seen = set().union(*(shingles(block.text) for block in blocks))
    return lambda document, text: document in documents or not seen.isdisjoint(shingles(text))


def trainable(data: Path) -> Callable[[str, str], bool]:
    """Whether an annotated passage, by its id and text, may be trained on."""
    apart = kept_apart(data)
    return lambda key, text: not measured(key) and not apart(document_of(key), text)


def document_of(key: str) -> str:
    """The document of a passage ``set/document/pN``."""
    return key.split("/")[1]


def measured(key: str) -> bool:
    """Whether the passage with this id is one that the benchmark keeps to measure on."""
    return key.partition("/")[0] in MEASURED and held_out(document_of(key))
