"""Draws the claim graphs of graphs.md: twenty sentences of the samples as the built-in model reads them.

``python docs/draw.py`` reads the samples, draws ``graphs/*.svg`` and writes graphs.md. The sentences and the comments
are in graphs.toml. A comment holds for the graph on which it was written, whose digest stands beside it: one on another
graph is left out of the page and named here. Look at the new picture, correct the comment, and say so with
``python docs/draw.py --checked NAME ...`` (without names: all).
"""

import argparse
import hashlib
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS.parent))

from rashomon.annotate import Annotator  # noqa: E402
from rashomon.annotate.model import load  # noqa: E402
from rashomon.annotate.notation import Block, read_blocks  # noqa: E402
from rashomon.read import Received, parse  # noqa: E402
from rashomon.records import Document, Edge, Graph, Node  # noqa: E402
from rashomon.show.graph_svg import graph_svg, in_words, name  # noqa: E402

REPORTS = DOCS.parent / "samples" / "reports"
BY_HAND = DOCS.parent / "corpus" / "samples.txt"
CHOSEN = DOCS / "graphs.toml"
GROUPS = (("Right", 1.0), ("Mostly right", 0.7), ("Wrong", 0.0))  # by the F1 of the edges, at least
INTRODUCTION = """\
<!-- Made by docs/draw.py from docs/graphs.toml; run `make docs` instead of editing. -->

# Twenty graphs, good and bad

Everything that Rashomon shows is read off claim graphs: who did what to whom, where, when, with what toll, according
to whom. Here are {count} sentences of the [samples](../samples/README.md), each as the built-in model ({model})
reads it within its report. They were picked to show what it can and what it can't, not at random; how often it is right
is [measured elsewhere](evaluation.md). The model was not trained on the samples.

Blue and round: who, what, where, when, how many. Yellow with a bar: what happened or was said. Below stand the type
and, after a dot, whether it is something other than fact: `neg` didn't happen, `poss` possible, `fut` planned, `hyp`
supposed, demanded, feared. An arrow leads from the word that has the role to the one that fills it; where it goes on in
another line, the words at its other end stand with it.

**Solid arrows are also in the graph that was drawn by hand** ([corpus/samples.txt](../corpus/samples.txt)), **dashed
ones are not**; what the model missed is listed below the picture. Two people don't draw the same graph either, so not
every difference is a mistake: the line below each picture says what we make of it.
"""


class Choice(msgspec.Struct, forbid_unknown_fields=True):
    """A sentence to draw; ``comment`` holds for the graph whose digest is ``graph``."""

    name: str
    report: str
    sentence: str
    comment: str
    graph: str = ""


class Drawn(NamedTuple):
    """One choice with its text, its graph as the model reads it, and what of that is as by hand."""

    choice: Choice
    text: str
    graph: Graph
    extra: tuple[Edge, ...]
    missed: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def right(self) -> int:
        """How many edges are as by hand."""
        return len(self.graph.edges) - len(self.extra)

    @property
    def f1(self) -> float:
        """How much of the edges is right; less than 1 if only words are wrong."""
        whole = 2 * self.right + len(self.extra) + len(self.missed)
        return min(2 * self.right / whole if whole else 1.0, 0.99 if self.words else 1.0)

    @property
    def stale(self) -> bool:
        """Whether the comment was written on another graph."""
        return self.choice.graph != digest(self.text, self.graph)


def part(graph: Graph, start: int, end: int) -> Graph:
    """What of a passage's graph lies within a stretch."""
    nodes = tuple(node for node in graph.nodes if start <= node.start and node.end <= end)
    known = {node.id for node in nodes}
    edges = tuple(edge for edge in graph.edges if edge.source in known and edge.target in known)
    return msgspec.structs.replace(graph, start=start, end=end, nodes=nodes, edges=edges)


def place(text: str, sentence: str) -> tuple[int, int] | None:
    """Where a sentence stands in a text, whatever the blanks."""
    found = re.search(r"\s+".join(map(re.escape, sentence.split())), text)
    return found.span() if found else None


def as_read(choices: Iterable[Choice]) -> Iterator[tuple[Choice, str, Graph]]:
    """Each choice with its report's text and what the model reads in the sentence. Raises LookupError."""
    reports: dict[str, list[tuple[Document, tuple[Graph, ...]]]] = {}
    for choice in choices:
        if choice.report not in reports:
            path = REPORTS / choice.report
            entries = parse(Received(source=path.name, name=path.name, data=path.read_bytes()))
            documents = [entry.document for entry in entries if entry.document]
            reports[choice.report] = list(zip(documents, Annotator()(documents), strict=True))
        for document, graphs in reports[choice.report]:
            span = place(document.text, choice.sentence)
            inside = [graph for graph in graphs if span and graph.start <= span[0] and span[1] <= graph.end]
            if span and inside:
                yield choice, document.text, part(inside[0], *span)
                break
        else:
            raise LookupError(f"{choice.name}: {choice.report} has no sentence {choice.sentence!r}")


def by_hand(blocks: Iterable[Block], choice: Choice) -> tuple[str, Graph]:
    """The text of the annotated passage that has the sentence, and its graph there. Raises LookupError."""
    for block in blocks:
        span = place(block.text, choice.sentence)
        if span and block.id.split("/")[1] == Path(choice.report).stem:
            return block.text, part(block.graph, *span)
    raise LookupError(f"{choice.name}: no graph by hand of {choice.sentence!r}")


def compared(choice: Choice, read: tuple[str, Graph], hand: tuple[str, Graph]) -> Drawn:
    """The model's graph against that by hand.

    An edge is right if one of its label joins overlapping words by hand, or other mentions of the same ones.
    """
    text, graph = read
    shift = hand[1].start - graph.start
    same = clusters(hand[1])
    twins = {node.id: twin for node in graph.nodes if (twin := overlapping(node, shift, hand[1]))}
    wanted = {
        (same[edge.source], edge.label, same[edge.target]): edge for edge in hand[1].edges if edge.label != "same"
    }
    ties = [edge for edge in hand[1].edges if edge.label == "same"]
    hit: set[tuple[str, str, str]] = set()
    tied: set[str] = set()
    extra = []
    for edge in graph.edges:
        ends = [twins.get(key) for key in (edge.source, edge.target)]
        key = (same[ends[0].id], edge.label, same[ends[1].id]) if ends[0] and ends[1] else None
        if key and edge.label == "same" and key[0] == key[2]:
            tied |= {end.id for end in ends if end}
        elif key in wanted:
            hit.add(key)
        else:
            extra.append(edge)
    missed = [edge for key, edge in wanted.items() if key not in hit]
    missed += [edge for edge in ties if edge.source not in tied]
    missed_in_words = tuple(told(hand[0], hand[1], edge) for edge in missed)
    return Drawn(choice, text, graph, tuple(extra), missed_in_words, tuple(words_wrong((text, graph), hand, shift)))


def clusters(graph: Graph) -> dict[str, str]:
    """For each node the first of those that are the same as it."""
    first = {node.id: node.id for node in graph.nodes}
    for edge in [edge for edge in graph.edges if edge.label == "same"]:
        old, new = first[edge.source], first[edge.target]
        first = {key: new if value == old else value for key, value in first.items()}
    return first


def overlapping(node: Node, shift: int, graph: Graph) -> Node | None:
    """The node of another graph that shares characters with this one, one of the same end (the head noun) first."""
    start, end = node.start + shift, node.end + shift
    shared = [n for n in graph.nodes if n.start < end and start < n.end]
    return max(shared, key=lambda n: (n.end == end, min(n.end, end) - max(n.start, start)), default=None)


def words_wrong(read: tuple[str, Graph], hand: tuple[str, Graph], shift: int) -> Iterator[str]:
    """What is marked otherwise than by hand, word by word."""
    own = [(node.start + shift, node.end + shift, name(node), said(read[0], node)) for node in read[1].nodes]
    theirs = [(node.start, node.end, name(node), said(hand[0], node)) for node in hand[1].nodes]
    other = {(start, end): kind for start, end, kind, _ in theirs}
    spans = {(start, end) for start, end, _, _ in own}
    for start, end, kind, words in own:
        if (start, end) not in other:
            yield f"`{words}` {kind}, by hand not marked so"
        elif other[start, end] != kind:
            yield f"`{words}` {kind}, by hand {other[start, end]}"
    yield from (f"`{words}` {kind} not marked" for start, end, kind, words in theirs if (start, end) not in spans)


def said(text: str, node: Node) -> str:
    """A node's words on one line."""
    return " ".join(text[node.start : node.end].split())


def told(text: str, graph: Graph, edge: Edge) -> str:
    """An edge in words."""
    nodes = {node.id: node for node in graph.nodes}
    return f"`{said(text, nodes[edge.source])}` {edge.label} `{said(text, nodes[edge.target])}`"


def digest(text: str, graph: Graph) -> str:
    """What the comment depends on: the words, types and flags, and the edges; not the probabilities."""
    spans = {node.id: (said(text, node), node.start - graph.start, name(node)) for node in graph.nodes}
    edges = sorted((spans[edge.source], edge.label, spans[edge.target]) for edge in graph.edges)
    return hashlib.sha256(repr((sorted(spans.values()), edges)).encode()).hexdigest()[:12]


def section(drawn: Drawn) -> str:
    """One sentence on the page: the picture, the comment, and what differs from the graph by hand."""
    choice = drawn.choice
    seen = re.sub(r"([\[\]\\`*_])", r"\\\1", in_words(drawn.text, drawn.graph))
    lines = [f"### {choice.sentence}\n\n`{choice.report}`\n", f"![Claim graph. {seen}](graphs/{choice.name}.svg)\n"]
    lines += [] if drawn.stale else [f"{choice.comment}\n"]
    whole = drawn.right + len(drawn.missed)
    extra = [told(drawn.text, drawn.graph, edge) for edge in drawn.extra]
    lines.append(f"- {drawn.right} of {whole} edges" + (f"; missed: {', '.join(drawn.missed)}" if drawn.missed else ""))
    lines += [f"- dashed: {', '.join(extra)}"] if extra else []
    lines += [f"- words: {'; '.join(drawn.words)}"] if drawn.words else []
    return "\n".join(lines) + "\n"


def page(all_drawn: list[Drawn]) -> str:
    """graphs.md: right ones first."""
    manifest = load().manifest
    lines = [INTRODUCTION.format(count=len(all_drawn), model=manifest.name)]
    above = 2.0
    for title, least in GROUPS:
        group = [drawn for drawn in all_drawn if least <= drawn.f1 < above]
        above = least
        lines += [f"## {title}: {len(group)}\n", *map(section, group)] if group else []
    return "\n".join(lines)


def write(all_drawn: list[Drawn]) -> None:
    """The page and its pictures; pictures of what is no longer chosen are removed."""
    folder = DOCS / "graphs"
    folder.mkdir(exist_ok=True)
    for path in folder.glob("*.svg"):
        if path.stem not in {drawn.choice.name for drawn in all_drawn}:
            path.unlink()
    for drawn in all_drawn:
        (folder / f"{drawn.choice.name}.svg").write_text(graph_svg(drawn.text, drawn.graph, drawn.extra), "utf-8")
    (DOCS / "graphs.md").write_text(page(all_drawn), "utf-8")


def checked(source: str, digests: dict[str, str]) -> str:
    """graphs.toml with new digests for the sentences named."""
    for key, value in digests.items():
        pattern = rf'(^name = "{re.escape(key)}"$(?:\n(?!\[\[)[^\n]*)*?\ngraph = ")[^"\n]*'
        source = re.sub(pattern, rf"\g<1>{value}", source, count=1, flags=re.MULTILINE)
    return source


def choices(source: str) -> list[Choice]:
    """The sentences of graphs.toml. Raises TOMLDecodeError, msgspec.ValidationError."""
    return msgspec.convert(tomllib.loads(source)["graph"], list[Choice])


def drawings(source: str) -> list[Drawn]:
    """Every sentence of graphs.toml as the model reads it. Raises LookupError."""
    with BY_HAND.open(encoding="utf-8") as lines:
        blocks = list(read_blocks(lines))
    return [
        compared(choice, (text, graph), by_hand(blocks, choice)) for choice, text, graph in as_read(choices(source))
    ]


def main() -> None:
    """Draw, write, and name the comments that have to be checked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checked", nargs="*", metavar="NAME", help="these comments hold for the new graphs")
    given = parser.parse_args()
    source = CHOSEN.read_text("utf-8")
    if given.checked is not None:
        now = {drawn.choice.name: digest(drawn.text, drawn.graph) for drawn in drawings(source)}
        if unknown := set(given.checked) - now.keys():
            parser.error(f"not in graphs.toml: {', '.join(sorted(unknown))}")
        source = checked(
            source, {key: value for key, value in now.items() if not given.checked or key in given.checked}
        )
        CHOSEN.write_text(source, "utf-8")
    all_drawn = drawings(source)
    write(all_drawn)
    for drawn in all_drawn:
        if drawn.stale:
            print(f"docs/graphs.toml: the comment on {drawn.choice.name} was written on another graph; it is left out")
    print(f"docs/graphs.md: {len(all_drawn)} graphs drawn")


if __name__ == "__main__":
    main()
