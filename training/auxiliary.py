"""Public sets with marked spans as tagging examples: every set has one or more layers of its own labels.

DATA/data holds the sets as JSON lines, gzipped, in the forms their authors gave them; only their training parts are
read, and nothing that stands in the annotated dev passages (`kept_apart`).
"""

import ast
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.annotate.notation import read_blocks
from rashomon.annotate.words import Pieces, Words, pieces, split

MOST_WORDS = 180
MOST_LABELS = 24
OTHER = "other"
UNSURE = ""  # the label of a span whose words may or may not be marked: not trained on
SHINGLE = 10  # words; a text that shares so many in a row with a dev passage is left out

Marked = tuple[int, int, str]  # start, end (code points), label


@dataclass(frozen=True)
class Text:
    """A text and its marked spans, by layer. ``partial`` layers say nothing about the words outside their spans."""

    document: str
    text: str
    layers: tuple[tuple[Marked, ...], ...]
    partial: bool = False


@dataclass(frozen=True)
class Piece:
    """At most `MOST_WORDS` words and, per layer, the BIO target of each word kept (-100 where not annotated)."""

    words: Words
    pieces: Pieces
    layers: tuple[NDArray[np.int64], ...]


@dataclass(frozen=True)
class Set:
    """A set ready to train on: its labels by layer (0 outside, 1+2k begin, 2+2k inside) and its pieces."""

    name: str
    labels: tuple[tuple[str, ...], ...]
    pieces: list[Piece]

    @property
    def size(self) -> int:
        """Words in the set."""
        return sum(len(p.words) for p in self.pieces)


def rows(path: Path) -> Iterator[dict]:
    """The objects of a gzipped file of JSON lines; keys without the byte-order mark that some files open with."""
    with gzip.open(path, "rt", encoding="utf-8-sig") as lines:
        for line in lines:
            yield {k.removeprefix("\ufeff"): v for k, v in json.loads(line).items()}


def joined(tokens: Sequence[str]) -> tuple[str, list[int], list[int]]:
    """Tokens put together with single spaces, and where each starts and ends."""
    starts, ends, at = [], [], 0
    for token in tokens:
        starts.append(at)
        ends.append(at + len(token))
        at += len(token) + 1
    return " ".join(tokens), starts, ends


def m2e2(data: Path) -> Iterator[Text]:
    """Sentences with event triggers, entity mentions and arguments (ends exclusive)."""
    for row in rows(data / "m2e2/train.jsonl.gz"):
        text, a, b = joined(row["words"])
        events = row["golden-event-mentions"]
        arguments = [(x["start"], x["end"], x["role"]) for e in events for x in e["arguments"]]
        triggers = [(e["trigger"]["start"], e["trigger"]["end"], e["event_type"]) for e in events]
        names = [(x["start"], x["end"], x["entity-type"]) for x in row["golden-entity-mentions"]]
        layers = tuple(tuple((a[i], b[j - 1], k) for i, j, k in spans) for spans in (triggers, names, arguments))
        yield Text(row["sentence_id"].rpartition("_")[0], text, layers)


def wikievents(data: Path) -> Iterator[Text]:
    """Documents with triggers (types of two levels) and arguments (ends exclusive; some are found nowhere).

    Mentions of one wording are put on one place in this form of the set: where a trigger is there more than once, the
    other places of its wording are `UNSURE`.
    """
    for row in rows(data / "wikievents/train.jsonl.gz"):
        text, a, b = joined(row["tokens"])
        events = [e for e in row["event_mentions"] if _placed(e["trigger"])]
        triggers = Counter((e["trigger"]["start"], e["trigger"]["end"], e["event_type"]) for e in events)
        arguments = {(x["start"], x["end"], x["role"]) for e in events for x in e["arguments"] if _placed(x)}
        given = {(i, j) for i, j, _ in triggers}
        repeated = {tuple(row["tokens"][i:j]) for (i, j, _), count in triggers.items() if count > 1}
        places = [(i, i + len(w)) for w in repeated for i in range(len(row["tokens"])) if _at(row["tokens"], i, w)]
        unsure = [(i, j, UNSURE) for i, j in places if (i, j) not in given]
        layers = ([*triggers, *unsure], arguments)
        yield Text(row["doc_id"], text, tuple(tuple((a[i], b[j - 1], k) for i, j, k in sorted(x)) for x in layers))


def _placed(span: dict) -> bool:
    return span["start"] is not None and span["start"] < span["end"] <= span["start"] + 16


def _at(tokens: Sequence[str], start: int, wording: tuple[str, ...]) -> bool:
    return tuple(tokens[start : start + len(wording)]) == wording


def geneva(data: Path) -> Iterator[Text]:
    """Sentences with triggers of FrameNet-based types."""
    for part in ("train", "dev", "test"):
        for row in rows(data / f"geneva/{part}.jsonl.gz"):
            text, a, b = joined(row["tokens"])
            events = [(e["trigger"]["start"], e["trigger"]["end"], e["event_type"]) for e in row["event_mentions"]]
            yield Text(row["doc_id"], text, (tuple((a[i], b[j - 1], kind) for i, j, kind in events),))


def rams(data: Path) -> Iterator[Text]:
    """Windows in which one event alone is marked, so partial: its trigger (two levels) and its arguments."""
    for row in rows(data / "rams/dev.jsonl.gz"):
        text, a, b = joined([token for sentence in row["sentences"] for token in sentence])
        triggers = tuple((a[i], b[j], ".".join(k[0][0].split(".")[:2])) for i, j, k in row["evt_triggers"])
        arguments = tuple((a[i], b[j], re.sub(r"^evt\d+arg\d+", "", k[0][0])) for i, j, k in row["ent_spans"])
        yield Text(row["doc_key"], text, (triggers, arguments), partial=True)


def polnear(data: Path) -> Iterator[Text]:
    """Articles with cues and sources in one layer and contents in another (the first annotator's, fragments apart)."""
    for row in rows(data / "polnear/train.jsonl.gz"):
        layers: tuple[list[Marked], list[Marked]] = ([], [])
        for line in row["ann"][min(row["ann"])].splitlines():
            match = re.match(r"T\d+\t(Cue|Source|Content) ([\d ;]+)\t", line)
            for start, end in re.findall(r"(\d+) (\d+)", match[2]) if match else ():
                layers[match[1] == "Content"].append((int(start), int(end), match[1]))
        yield Text(row["id"], row["text"], (tuple(layers[0]), tuple(layers[1])))


def causal(data: Path) -> Iterator[Text]:
    """Sentences with causes, effects and signals, a layer each: the readings of one sentence are put together."""
    for row in rows(data / "causal/train_subtask2_grouped.jsonl.gz"):
        layers: dict[str, set[Marked]] = {"ARG0": set(), "ARG1": set(), "SIG": set()}
        for reading in ast.literal_eval(row["causal_text_w_pairs"] or "[]"):
            for start, end, tag in untagged(reading)[1]:
                layers["SIG" if tag.startswith("SIG") else tag].add((start, end, "span"))
        yield Text(row["doc_id"], untagged(row["text"])[0], tuple(tuple(sorted(spans)) for spans in layers.values()))


def untagged(marked: str) -> tuple[str, list[Marked]]:
    """A text without its ``<TAG>...</TAG>``, and the spans they stood around."""
    plain, opened, spans = "", {}, []
    for part in re.split(r"(</?(?:ARG|SIG)\d>)", marked):
        if re.fullmatch(r"</?(?:ARG|SIG)\d>", part):
            if part[1] != "/":
                opened[part[1:-1]] = len(plain)
            elif part[2:-1] in opened:
                spans.append((opened.pop(part[2:-1]), len(plain), part[2:-1]))
        else:
            plain += part
    return plain, spans


def re3d(data: Path) -> Iterator[Text]:
    """Documents with entities; the BBC's are left out, their licence forbids commercial use."""
    for folder in sorted(p for p in (data / "re3d").iterdir() if p.is_dir() and p.name != "BBCOnline"):
        found: dict[str, list[Marked]] = {}
        for row in rows(folder / "entities.jsonl.gz"):
            found.setdefault(row["documentId"], []).append((row["begin"], row["end"], row["type"]))
        for row in rows(folder / "documents.jsonl.gz"):
            document = f"{folder.name}-{row['_id'][:6]}"
            yield Text(document, row["text"], (tuple(sorted(found.get(row["_id"], []))),))


def claimgraph(data: Path) -> Iterator[Text]:
    """The annotated training passages: node types, and the modes of triggers."""
    with (data.parent / "claimgraph/passages/train.txt").open(encoding="utf-8") as lines:
        for block in read_blocks(lines):
            nodes = block.graph.nodes
            kinds = tuple((n.start, n.end, n.type) for n in nodes)
            modes = tuple((n.start, n.end, f"{n.type}.{n.mode}") for n in nodes if n.mode)
            yield Text(block.id, block.text, (kinds, modes))


def muc4(data: Path) -> Iterator[Text]:
    """Reports of terrorism with the fillers of five roles, each marked at its first mention; lower case.

    Fillers stand elsewhere in the text too, unmarked, so words that repeat one are `UNSURE`.
    """
    for row in rows(data / "muc4/gtt_train.jsonl.gz"):
        text, spans = row["doctext"], set()
        for template in row["templates"]:
            for role, entities in template.items():
                for mentions in entities if role != "incident_type" else ():
                    spans.update(_everywhere(text, [m[0] for m in mentions], role))
        yield Text(row["docid"], text, (tuple(sorted(spans)),))


def _everywhere(text: str, wordings: Sequence[str], role: str) -> Iterator[Marked]:
    for wording in wordings:
        places = [m.start() for m in re.finditer(re.escape(wording), text)]
        for n, start in enumerate(places):
            yield start, start + len(wording), role if n == 0 else UNSURE


SETS: dict[str, tuple[Callable[[Path], Iterator[Text]], int]] = {
    "claimgraph": (claimgraph, 64),
    "m2e2": (m2e2, MOST_LABELS),
    "wikievents": (wikievents, MOST_LABELS),
    "geneva": (geneva, 2 * MOST_LABELS),
    "rams": (rams, MOST_LABELS),
    "polnear": (polnear, MOST_LABELS),
    "causal": (causal, MOST_LABELS),
    "re3d": (re3d, MOST_LABELS),
    "muc4": (muc4, MOST_LABELS),
}


def shingles(text: str) -> set[tuple[str, ...]]:
    """Every run of `SHINGLE` words of a text, lower case, punctuation left out."""
    words = re.findall(r"[^\W_]+", text.lower())
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def kept_apart(data: Path) -> Callable[[str, str], bool]:
    """Whether a text (of a document) is of one with a dev passage, or repeats one."""
    with (data.parent / "claimgraph/passages/dev.txt").open(encoding="utf-8") as lines:
        blocks = list(read_blocks(lines))
    documents = {block.id.split("/")[1] for block in blocks}
    seen = set().union(*(shingles(block.text) for block in blocks))
    return lambda document, text: document in documents or not seen.isdisjoint(shingles(text))


def load_set(
    name: str,
    data: Path,
    tokenizer: Tokenizer,
    apart: Callable[[str, str], bool],
    labels: Sequence[tuple[str, ...]] | None = None,
) -> Set:
    """A set cut into pieces, shortest first; its labels as given, or the common ones and ``other`` for the rare.

    The claim graph is split by document already.
    """
    read, most = SETS[name]
    texts = [t for t in read(data) if name == "claimgraph" or not apart(t.document, t.text)]
    if labels is None:
        layers = range(len(texts[0].layers))
        labels = [common([label for t in texts for *_, label in t.layers[i]], most) for i in layers]
    found = [piece for t in texts for piece in cut(t, labels, tokenizer)]
    return Set(name, tuple(labels), sorted(found, key=lambda piece: len(piece.pieces.ids)))


def common(labels: Sequence[str], most: int) -> tuple[str, ...]:
    """The ``most`` commonest labels, and ``other`` for the rest where there is a rest."""
    counts = sorted(Counter(k for k in labels if k != UNSURE).items(), key=lambda item: (-item[1], item[0]))
    return (*(label for label, _ in counts[:most]), *([OTHER] if len(counts) > most else []))


def cut(text: Text, labels: Sequence[tuple[str, ...]], tokenizer: Tokenizer) -> Iterator[Piece]:
    """The pieces of a text, cut between sentences where it can be."""
    whole = split(text.text)
    targets = [bio(whole, spans, names, text.partial) for spans, names in zip(text.layers, labels, strict=True)]
    for first, end in windows(whole.sentences):
        start = whole.starts[first]
        part = text.text[start : whole.ends[end - 1]]
        words = split(part)
        made = pieces(tokenizer, part, words, 512)
        kept = min(len(made.first), end - first)
        layers = tuple(t[first : first + kept] for t in targets)
        if len(words) == end - first and any((t >= 0).any() for t in layers):
            yield Piece(words, made, layers)


def windows(sentences: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of words ``(first, end)`` of at most `MOST_WORDS`, of whole sentences unless one alone is longer."""
    first = 0
    while first < len(sentences):
        end = min(len(sentences), first + MOST_WORDS)
        if end < len(sentences):
            back = end
            while back > first and sentences[back] == sentences[back - 1]:
                back -= 1
            end = back if back > first else end
        yield first, end
        first = end


def bio(words: Words, spans: Sequence[Marked], names: Sequence[str], partial: bool) -> NDArray[np.int64]:
    """Targets of one layer; of spans that overlap the longer stays."""
    out = np.full(len(words), -100 if partial else 0, dtype=np.int64)
    taken = np.zeros(len(words), dtype=np.bool_)
    starts, ends, ids = np.asarray(words.starts), np.asarray(words.ends), {n: i for i, n in enumerate(names)}
    for start, end, label in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        a = int(np.searchsorted(ends, start, side="right"))
        b = int(np.searchsorted(starts, end, side="left"))
        if b <= a or taken[a:b].any():
            continue
        kind = ids.get(label, len(names) - 1)
        out[a], out[a + 1 : b], taken[a:b] = 1 + 2 * kind, 2 + 2 * kind, True
        if label == UNSURE:
            out[a:b] = -100
    return out
