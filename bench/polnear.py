"""PolNeAR: who says what in American political news of 2016, with cue, source and content marked as stretches."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotated import read
from attribution import Attribution, Reader, attributions
from board import Table, json_lines
from extents import Extent, exact, overlap
from graph_score import Tally

PARTS = ("cue", "source", "content")
Parts = dict[str, list[Extent]]

FILE = Path("data", "polnear", "dev.jsonl.gz")
PROTOCOL = """\
84 articles of PolNeAR's development part (Newell et al. 2018), read whole by the annotator; `bench/attribution.py` \
widens the graph's heads to PolNeAR's extents by rules, which were tried on its training part only (it is among the \
sets that the model's training begins with, too). *Exact*: all characters equal. *Overlap*: at least one character \
shared, one to one, the best pairs first. Cues, sources and contents are scored each by itself; a content in several \
stretches is one. Where several people annotated an article, the first by name counts. PolNeAR marks every attitude \
(wants, seems, supports, is expected to), in politics at large; the claim graph marks speech and the acts of \
conflict, so cues of thought and wish come from a list of verbs."""


def table(data: Path, reader: Reader = attributions) -> Table | None:
    """F1 of cues, sources and contents; None without the data. ``reader`` turns a text and its graph to extents."""
    path = data / FILE
    if not path.exists():
        return None
    articles = json_lines(path)
    texts = [article["text"] for article in articles]
    found = [parts(reader(text, graph)) for text, graph in zip(texts, read(texts), strict=True)]
    rows = [
        (f"{part}, {how}", tally.precision, tally.recall, tally.f1, tally.annotated)
        for part, both in tallies([annotated(article) for article in articles], found).items()
        for how, tally in zip(("exact", "overlap"), both, strict=True)
    ]
    return Table(
        name="polnear",
        title="Who says what: PolNeAR",
        protocol=PROTOCOL,
        head=("row", "P", "R", "F1", "annotated"),
        rows=tuple(rows),
    )


def tallies(annotated: Iterable[Parts], found: Iterable[Parts]) -> dict[str, tuple[Tally, Tally]]:
    """Equal and overlapping cues, sources and contents over articles."""
    total = {part: (Tally(), Tally()) for part in PARTS}
    for left, right in zip(annotated, found, strict=True):
        for part, (equal, touching) in total.items():
            total[part] = equal + exact(left[part], right[part]), touching + overlap(left[part], right[part])
    return total


def parts(attributions: Iterable[Attribution]) -> Parts:
    """The cues, sources and contents of attributions."""
    found: Parts = {part: [] for part in PARTS}
    for attribution in attributions:
        found["cue"].append((attribution.cue,))
        if attribution.source:
            found["source"].append((attribution.source,))
        if attribution.content:
            found["content"].append(attribution.content)
    return found


def annotated(article: dict[str, Any]) -> Parts:
    """The cues, sources and contents of an article's first brat file by name."""
    found: Parts = {part: [] for part in PARTS}
    for line in article["ann"][min(article["ann"])].split("\n"):
        name, *rest = line.split("\t")
        if name.startswith("T") and len(rest) == 2:
            kind, _, offsets = rest[0].partition(" ")
            if kind.lower() in found:
                found[kind.lower()].append(stretches(offsets))
    return found


def stretches(offsets: str) -> Extent:
    """Brat's offsets, "3 9;12 20", in order."""
    return tuple(sorted((int(start), int(end)) for start, end in (pair.split() for pair in offsets.split(";"))))
