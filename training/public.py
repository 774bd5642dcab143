"""Readers of public sets with marked spans: every set has one or more layers of its own labels.

DATA/data holds the sets as JSON lines, gzipped, in the forms their authors gave them; only their training parts are
read.
"""

import ast
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon.annotate.notation import read_blocks

UNSURE = ""  # the label of a span whose words may or may not be marked: not trained on

Marked = tuple[int, int, str]  # start, end (code points), label


@dataclass(frozen=True)
class Text:
    """A text and its marked spans, by layer. ``partial`` layers say nothing about the words outside their spans."""

    document: str
    text: str
    layers: tuple[tuple[Marked, ...], ...]
    partial: bool = False


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


def re3d_folders(data: Path) -> list[Path]:
    """The sources of RE3D that may be used: the BBC's is left out, its licence forbids commercial use."""
    return sorted(p for p in (data / "re3d").iterdir() if p.is_dir() and p.name != "BBCOnline")


def re3d(data: Path) -> Iterator[Text]:
    """Documents with entities."""
    for folder in re3d_folders(data):
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
        places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(wording)}(?!\w)", text)]
        for n, (start, end) in enumerate(places):
            yield start, end, role if n == 0 else UNSURE
