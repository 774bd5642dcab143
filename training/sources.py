"""Passages of public sets to annotate with the claim graph: cut the same way each time, named ``set/document/pN``.

    python training/sources.py DATA [--each SET=COUNT ...] [--skip FILE ...]

prints JSON lines ``{"id", "text"}``: a fixed, random choice of passages that speak of conflict, none of a document with
a dev passage, none that repeats a dev passage or one in the annotated files to skip, none that the benchmark measures
on. A document may stand in a set in two pieces (M2E2's broadcasts do), and their passages then share their ids: an id
and the digest of its text (`standoff`) together name a passage.
"""

import argparse
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from apart import kept_apart, measured, shingles
from auxiliary import windows
from public import re3d_folders, rows

from rashomon.annotate.notation import read_blocks
from rashomon.annotate.words import split

LEAST_WORDS, MOST_WORDS = 35, 110
CONFLICT = re.compile(
    r"(?i)\b(kill|attack|bomb|troop|soldier|army|milit|rebel|war\b|weapon|police|protest|sanction|cease-?fire|truce|"
    r"hostage|kidnap|refugee|displac|arrest|condemn|accus|deni|threat|claim|dead|death|wound|strike|raid|clash|siege|"
    r"withdr|terror|insurg|govern|minist|president|oppos|coup|negotiat|peace|alli|border|armed)\w*"
)

Named = tuple[str, str]  # document, text


def untokenised(tokens: Sequence[str]) -> str:
    """Tokens as running text: no space before closing marks and clitics, none after opening ones."""
    text = " ".join(tokens)
    text = re.sub(r" ([,.;:!?%)\]’”])", r"\1", text)
    text = re.sub(r"([(\[$“]) ", r"\1", text)
    text = re.sub(r" (n't|n’t|'s|'re|'ve|'ll|'d|'m|s’)\b", r"\1", text)
    text = re.sub(r"(\w)’ (s|t|re|ve|ll|d|m)\b", r"\1’\2", text)
    text = re.sub(r"(\w) - (\w)", r"\1-\2", text)
    return re.sub(r"\s+", " ", text).strip()


def fakes(data: Path) -> Iterator[Named]:
    """Articles on the Syrian war by fifteen outlets."""
    for row in rows(data / "fakes/articles.jsonl.gz"):
        yield f"{row['source']}-{row['row']}", row["article_content"]


def wikievents(data: Path) -> Iterator[Named]:
    """Articles on bombings, protests and the like."""
    for row in rows(data / "wikievents/train.jsonl.gz"):
        yield row["doc_id"], untokenised(row["tokens"])


def rams(data: Path) -> Iterator[Named]:
    """Windows of five sentences."""
    for row in rows(data / "rams/dev.jsonl.gz"):
        yield row["doc_key"], untokenised([t for s in row["sentences"] for t in s])


def m2e2(data: Path) -> Iterator[Named]:
    """Sentences of one broadcast put together again."""
    found = rows(data / "m2e2/train.jsonl.gz")
    for document, group in groupby(found, lambda row: row["sentence_id"].rpartition("_")[0]):
        yield document, " ".join(untokenised(row["words"]) for row in group)


def re3d(data: Path) -> Iterator[Named]:
    """Documents on Syria and Iraq."""
    for folder in re3d_folders(data):
        for row in rows(folder / "documents.jsonl.gz"):
            yield f"{folder.name}-{row['_id'][:6]}", row["text"]


def plover(data: Path) -> Iterator[Named]:
    """Sentences with a political act."""
    for row in rows(data / "plover/plv_train.jsonl.gz"):
        yield row["sentence_id"], row["sentence"]


def polnear(data: Path) -> Iterator[Named]:
    """Political articles."""
    for row in rows(data / "polnear/train.jsonl.gz"):
        yield row["id"], row["text"]


def muc4(data: Path) -> Iterator[Named]:
    """Latin American terrorism reports of 1988-91, lower case."""
    for row in rows(data / "muc4/gtt_train.jsonl.gz"):
        yield row["docid"], row["doctext"]


def satp(data: Path) -> Iterator[Named]:
    """Summaries of incidents in India."""
    for row in rows(data / "satp/incidents.jsonl.gz"):
        yield row["incident_number"], row["incident_summary"]


SOURCES: dict[str, Callable[[Path], Iterator[Named]]] = {
    "fakes": fakes,
    "wikievents": wikievents,
    "rams": rams,
    "m2e2": m2e2,
    "re3d": re3d,
    "plover": plover,
    "polnear": polnear,
    "muc4": muc4,
    "satp": satp,
}
WHOLE = {"plover", "satp", "rams"}  # read as they are, however short


def passages(name: str, data: Path) -> Iterator[tuple[str, str, str]]:
    """The passages of a set, those left out that the benchmark keeps: id, document, text on one line."""
    for document, text in SOURCES[name](data):
        flat = re.sub(r"\s+", " ", text).strip()
        for number, part in enumerate([flat] if name in WHOLE else cut(flat)):
            key = f"{name}/{document}/p{number}"
            if not measured(key):
                yield key, document, part


def cut(text: str) -> Iterator[str]:
    """Runs of whole sentences of at most `MOST_WORDS` words; a run under `LEAST_WORDS` is left out."""
    words = split(text)
    for first, end in windows(words.sentences, MOST_WORDS):
        if end - first >= LEAST_WORDS:
            yield text[words.starts[first] : words.ends[end - 1]]


def chosen(name: str, data: Path, most: int, seen: set[tuple[str, ...]], apart: Callable) -> Iterable[tuple[str, str]]:
    """At most ``most`` passages of a set, in an order set by their ids' digests; not two of one text."""
    found = sorted(passages(name, data), key=lambda p: hashlib.sha256(p[0].encode()).hexdigest())
    kept = 0
    for key, document, text in found:
        runs = shingles(text)
        if kept == most:
            return
        if len(CONFLICT.findall(text)) < (1 if name in WHOLE else 3) or not seen.isdisjoint(runs):
            continue
        if apart(document, text):
            continue
        seen.update(runs)
        kept += 1
        yield key, text


def main() -> None:
    """Print the passages chosen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--each", nargs="+", default=[f"{name}=100" for name in SOURCES], metavar="SET=COUNT")
    parser.add_argument("--skip", type=Path, nargs="*", default=[], help="annotated files whose passages are done")
    options = parser.parse_args()
    seen: set[tuple[str, ...]] = set()
    for file in [options.data / "claimgraph/passages/train.txt", *options.skip]:
        with file.open(encoding="utf-8") as lines:
            seen.update(*(shingles(block.text) for block in read_blocks(lines)))
    apart = kept_apart(options.data / "data")
    for part in options.each:
        name, _, most = part.partition("=")
        for key, text in chosen(name, options.data / "data", int(most), seen, apart):
            print(json.dumps({"id": key, "text": text}, ensure_ascii=False))


if __name__ == "__main__":
    main()
