"""Coreference across passages: annotated passages cut in two, and whether what the cut parted is found again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from annotated import blocks, document
from board import Table
from graph_score import Tally

from rashomon.annotate.notation import Block
from rashomon.records import Edge, Graph
from rashomon.resolve.actors import chains
from rashomon.resolve.chains import clusters
from rashomon.resolve.report import Report, Sighting
from rashomon.resolve.wording import is_pronoun
from rashomon.values.sentences import sentences

FILES = (Path("claimgraph", "passages", "train.txt"), Path("claimgraph", "passages", "dev.txt"))
LEAST = 4  # sentences of a passage that is cut
ROWS = ("name", "noun", "pronoun")

Place = tuple[int, int]


def cut(block: Block) -> list[Graph]:
    """The graphs of the two halves of a passage, cut between sentences; empty for a passage that is too short.

    Edges across the cut go. What the annotation joins within a half by way of the other half stays joined.
    """
    found = sentences(block.text)
    if len(found) < LEAST:
        return []
    middle = found[len(found) // 2][0]
    things = list(annotated(block).values())
    halves = []
    for start, end in ((0, middle), (middle, len(block.text))):
        nodes = tuple(node for node in block.graph.nodes if start <= node.start and node.end <= end)
        names = {(node.start, node.end): node.id for node in nodes}
        edges = [e for e in block.graph.edges if {e.source, e.target} <= set(names.values())]
        for thing in {id(one): one for one in things}.values():
            inside = [names[place] for place in sorted(thing) if place in names]
            edges += [Edge(later, "same", inside[0]) for later in inside[1:]]
        halves.append(msgspec.structs.replace(block.graph, start=start, end=end, nodes=nodes, edges=tuple(edges)))
    return halves


def annotated(block: Block) -> dict[Place, frozenset[Place]]:
    """For each mention of somebody or somewhere in a passage, all the mentions that are the same."""
    report = Report(document(0, block.text), [block.graph])
    found = (frozenset((s.start, s.end) for s in mentions) for mentions in clusters(report))
    return {place: thing for thing in found for place in thing}


def score(block: Block) -> Iterator[tuple[str, Tally]]:
    """A tally for each thing that the second half of a passage speaks of: is it found in the first, as annotated?"""
    halves = cut(block)
    if not halves:
        return
    report = Report(document(0, block.text), halves)
    things, found = annotated(block), chains(report).chains
    middle = halves[1].start
    for mentions in clusters(report):
        first = mentions[0]
        if first.start < middle:
            continue
        thing = things[first.start, first.end]
        chain = next(one for one in found if any(s.number == first.number for s in one.members))
        back = {(s.start, s.end) for s in chain.members if s.start < middle}
        wanted = any(start < middle for start, _ in thing)
        yield row(mentions), Tally(int(bool(back & thing)), int(bool(back)), int(wanted))


def row(mentions: Sequence[Sighting]) -> str:
    """The row of mentions that are the same: by the best of them."""
    if any(s.named for s in mentions):
        return "name"
    return "pronoun" if all(is_pronoun(s.words) for s in mentions) else "noun"


def tallies(passages: Sequence[Block]) -> dict[str, Tally]:
    """The figures of passages, by row and over all."""
    total = dict.fromkeys((*ROWS, "all"), Tally())
    for block in passages:
        for name, tally in score(block):
            for one in (name, "all"):
                total[one] = total[one] + tally
    return total


def table(data: Path) -> Table | None:
    """The figures on the annotated passages of news; None where they are not at hand."""
    paths = [data / path for path in FILES]
    if not all(path.exists() for path in paths):
        return None
    found = tallies([block for path in paths for block in blocks(path)])
    rows = tuple((name, t.precision, t.recall, t.f1, t.annotated) for name, t in found.items())
    return Table("coreference", "Who is meant, across passages", PROTOCOL, ("row", "P", "R", "F1", "annotated"), rows)


PROTOCOL = (
    "The annotated passages of news with at least four sentences, training and held-out, cut in two between sentences, "
    "with the annotated links between the halves taken away. For each person, group or place that the second half "
    "speaks of: do our rules find it in the first half (names by actor or name, nouns and pronouns by "
    "`rashomon.resolve.anaphora`), and is it the one annotated? The graphs are the annotators', so this measures the "
    "rules alone; they are not trained, but were tried on these passages. A row is a thing with a name in the second "
    "half, with a noun at best, or with pronouns only. Groups that belong to somebody count as that somebody in our "
    "chains and as themselves in the annotation: most of what is wrong in *noun*."
)
