"""PolNeAR: who says what in American political news of 2016, with cue, source and content marked as stretches."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from attribution import Parts, read
from board import Table, json_lines
from extents import Extent, exact, overlap
from graph_score import Tally

PARTS = ("cue", "source", "content")
FILE = Path("data", "polnear", "dev.jsonl.gz")
TRAIN = Path("data", "polnear", "train.jsonl.gz")
PROTOCOL = """\
84 articles of PolNeAR's development part (Newell et al. 2018), read whole. PolNeAR marks whole extents and every \
attitude (wants, seems, supports, is expected to), in politics at large; the claim graph marks heads of speech and \
the acts of conflict. So the benchmark reads the annotator's word vectors, not its graphs: one recurrent layer over \
them, learnt on PolNeAR's training part (`training/quotations.py`; the encoder stays as it is), tags the extents \
(`bench/attribution.py`). *Exact*: all characters equal. *Overlap*: at least one character shared, one to one, the \
best pairs first. Cues, sources and contents are scored each by itself; a content in several stretches is one. Where \
several people annotated an article, the first by name counts; *two people* is the F1 of the second by name against \
the first, on the 18 articles of both parts that two annotated."""


def table(data: Path) -> Table | None:
    """F1 of cues, sources and contents; None without the data."""
    path = data / FILE
    if not path.exists():
        return None
    articles = json_lines(path)
    found = read([article["text"] for article in articles])
    people = agreement([*json_lines(data / TRAIN), *articles])
    rows = [
        (f"{part}, {how}", tally.precision, tally.recall, tally.f1, tally.annotated, people[part][at].f1)
        for part, both in tallies([annotated(article) for article in articles], found).items()
        for at, (how, tally) in enumerate(zip(("exact", "overlap"), both, strict=True))
    ]
    return Table(
        name="polnear",
        title="Who says what: PolNeAR",
        protocol=PROTOCOL,
        head=("row", "P", "R", "F1", "annotated", "two people"),
        rows=tuple(rows),
    )


def tallies(annotated: Iterable[Parts], found: Iterable[Parts]) -> dict[str, tuple[Tally, Tally]]:
    """Equal and overlapping cues, sources and contents over articles."""
    total = {part: (Tally(), Tally()) for part in PARTS}
    for left, right in zip(annotated, found, strict=True):
        for part, (equal, touching) in total.items():
            total[part] = equal + exact(left[part], right[part]), touching + overlap(left[part], right[part])
    return total


def agreement(articles: Iterable[dict[str, Any]]) -> dict[str, tuple[Tally, Tally]]:
    """What the second annotator by name finds of the first's, over the articles that two annotated."""
    twice = [(article, sorted(article["ann"])[1]) for article in articles if len(article["ann"]) > 1]
    first = [annotated(article) for article, _ in twice]
    return tallies(first, [annotated({"ann": {name: article["ann"][name]}}) for article, name in twice])


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
