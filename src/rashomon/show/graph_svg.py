"""One claim graph drawn as SVG, for documentation: the text in lines, its spans below it, its edges as arcs above."""

from collections.abc import Collection, Iterator
from typing import Final

from markupsafe import escape

from rashomon.records import Edge, Graph, Node
from rashomon.show.graph_layout import EDGE, SMALL, WIDE, Layout, Piece, stacked
from rashomon.show.plain import visible
from rashomon.vocab.scheme import MENTIONS

STEP: Final = 24  # px between levels of arcs
ROW: Final = 14  # px between rows of types
# Every pair keeps 4.5:1 and more (WCAG 1.4.3). Mentions are blue and round, triggers yellow and square with a bar, so
# that neither colour nor shape alone carries it; the ground is painted, because the page's own may be of either kind.
STYLE: Final = (
    ".g{fill:#fff}text{font:14px ui-monospace,'DejaVu Sans Mono',monospace;fill:#1c1f24}"
    ".t{font-size:11px;fill:#4b515c}.l{font-size:11px}"
    ".m{fill:#d9e8fb}.e{fill:#ffe9a8}.b{fill:#8a6100}.a{fill:none;stroke:#5d6470}.d{stroke-dasharray:4 3}"
    ".h{fill:#5d6470}.k{stroke:#b8bdc6}"
    "@media(prefers-color-scheme:dark){.g{fill:#16181d}text{fill:#e9e7e1}.t{fill:#b4bac3}"
    ".m{fill:#1f3c60}.e{fill:#5a4a12}.b{fill:#e0b541}.a{stroke:#a2a8b1}"
    ".h{fill:#a2a8b1}.k{stroke:#4d545f}}"
)


def graph_svg(text: str, graph: Graph, dashed: Collection[Edge] = ()) -> str:
    """The graph of ``text[graph.start:graph.end]`` as an SVG document; a sentence fits a page, a passage does not.

    ``text`` is the document's text, to which the nodes' offsets belong. Mentions are blue, triggers yellow. Edges that
    are in ``dashed`` are dashed, whatever the caller means by it.
    """
    nodes = [node for node in graph.nodes if graph.start <= node.start < node.end <= graph.end]
    known = {node.id for node in nodes}
    edges = [edge for edge in graph.edges if edge.source in known and edge.target in known]
    layout = Layout(text, (graph.start, graph.end), nodes, edges)
    drawn: list[str] = []
    height = float(EDGE)
    for number in range(len(layout.lines)):
        more, height = _line(layout, number, height, dashed)
        drawn += more
    words = escape(_plain(text[graph.start : graph.end]))
    size = f'width="{layout.width:g}" height="{height:g}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" viewBox="0 0 {layout.width:g} {height:g}">'
        f"<title>{words}</title><desc>{escape(_plain(in_words(text, graph)))}</desc><style>{STYLE}</style>"
        f'<rect class="g" {size}/>'
    )
    return "\n".join([head, *drawn]) + "\n</svg>\n"


def in_words(text: str, graph: Graph) -> str:
    """The edges as a sentence for those who don't see the picture: ``killed: target hostages, place Qarn; ...``."""
    words = {node.id: " ".join(text[node.start : node.end].split()) for node in graph.nodes}
    starts = {node.id: node.start for node in graph.nodes if graph.start <= node.start < node.end <= graph.end}
    told: dict[str, list[str]] = {}
    for edge in sorted(graph.edges, key=lambda edge: starts.get(edge.source, -1)):
        if edge.source in starts and edge.target in starts:
            told.setdefault(edge.source, []).append(f"{edge.label} {words[edge.target]}")
    return "; ".join(f"{words[source]}: {', '.join(parts)}" for source, parts in told.items()) or "no edges"


def name(node: Node) -> str:
    """What stands below a node: its type and mode, and its flag if it isn't plain fact."""
    kind = f"{node.type}.{node.mode}" if node.mode else node.type
    return f"{kind} · {node.flag}" if node.flag and node.flag != "fact" else kind


def _plain(words: str) -> str:
    return visible(" ".join(words.split(" "))).replace("\n", " ")


def _line(layout: Layout, number: int, top: float, dashed: Collection[Edge]) -> tuple[list[str], float]:
    """The parts of one line, arcs over text over types, and where the next line may begin."""
    pieces = layout.levelled(number)
    base = top + STEP * (max((level for _, level in pieces), default=-1) + 1) + 36
    start, end = layout.lines[number]
    nodes = [node for node in layout.nodes.values() if layout.line(node) == number]
    lefts = [_left(layout, node, number) for node in nodes]
    rows = stacked([(left, left + SMALL * len(name(node)) + 6) for left, node in zip(lefts, nodes, strict=True)])
    words = escape(_plain(layout.text[start:end]))
    foot = base + 20 + ROW * (max(rows, default=-1) + 1)
    spans = [list(_span(layout, node, base)) for node in nodes]
    return [
        *(_leader(layout, node, (base, row)) for node, row in zip(nodes, rows, strict=True) if row),
        *(part for span in spans for part in span),
        f'<text x="{layout.margin}" y="{base:g}" textLength="{WIDE * (end - start):g}" xml:space="preserve">'
        f"{words}</text>",
        *(
            f'<text class="t" x="{left:g}" y="{base + 18 + ROW * row:g}">{escape(visible(name(node)))}</text>'
            for node, left, row in zip(nodes, lefts, rows, strict=True)
        ),
        *(part for piece, level in pieces for part in _arc(piece, base - 17, level, piece.edge in dashed)),
        *(_label(piece, base - 17, level) for piece, level in pieces),
    ], foot


def _left(layout: Layout, node: Node, line: int) -> float:
    """Where a node's type begins: below its first character, or further left if it would leave the picture."""
    return max(4.0, min(layout.x(node.start, line), layout.width - 4 - SMALL * len(name(node))))


def _span(layout: Layout, node: Node, base: float) -> Iterator[str]:
    line = layout.line(node)
    x, wide = layout.x(node.start, line), WIDE * (node.end - node.start)
    mention = node.type in MENTIONS
    yield (
        f'<rect class="{"m" if mention else "e"}" x="{x - 1:g}" y="{base - 15:g}" width="{wide + 2:g}" height="20"'
        f' rx="{7 if mention else 0}"/>'
    )
    if not mention:
        yield f'<rect class="b" x="{x - 1:g}" y="{base + 4:g}" width="{wide + 2:g}" height="2"/>'


def _leader(layout: Layout, node: Node, place: tuple[float, int]) -> str:
    base, row = place
    x = layout.x(node.start, layout.line(node)) + 3
    return f'<path class="k" d="M{x:g} {base + 6:g}V{base + 9 + ROW * row:g}"/>'


def _top(foot: float, level: int) -> float:
    return foot - 15 - STEP * level


def _arc(piece: Piece, foot: float, level: int, dashed: bool) -> Iterator[str]:
    top = _top(foot, level)
    path = f"M{piece.start:g} {foot:g}V{top:g}" if piece.rises else f"M{piece.start:g} {top:g}"
    path += f"H{piece.end:g}" + (f"V{foot - 4:g}" if piece.falls else "")
    yield f'<path class="{"a d" if dashed else "a"}" d="{path}"/>'
    if piece.falls:
        yield f'<path class="h" d="M{piece.end - 3:g} {foot - 5:g}h6l-3 5Z"/>'
    else:
        side = 5 if piece.end > piece.start else -5
        yield f'<path class="h" d="M{piece.end:g} {top - 3:g}v6l{side} -3Z"/>'


def _label(piece: Piece, foot: float, level: int) -> str:
    top, left = _top(foot, level), piece.middle - piece.half
    return (
        f'<rect class="g" x="{left:g}" y="{top - 6:g}" width="{2 * piece.half:g}" height="12"/>'
        f'<text class="l" x="{piece.middle:g}" y="{top + 4:g}" text-anchor="middle">'
        f"{escape(visible(piece.label))}</text>"
    )
