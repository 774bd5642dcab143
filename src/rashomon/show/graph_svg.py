"""One claim graph drawn as SVG, for documentation: the text on a line, its spans below it, its edges as arcs above."""

from collections.abc import Sequence
from typing import Final

from markupsafe import escape

from rashomon.records import Edge, Graph, Node
from rashomon.show.plain import visible
from rashomon.vocab.scheme import MENTIONS

WIDE: Final = 8.4  # px a character; `textLength` holds the text to it whatever the font
STEP: Final = 24  # px between levels of arcs
MARGIN: Final = 16
STYLE: Final = (
    "text{font:14px ui-monospace,'DejaVu Sans Mono',monospace;fill:#1c1f24}.t{font-size:11px;fill:#5d6470}"
    ".m{fill:#d9e8fb}.e{fill:#ffe9a8}.a{fill:none;stroke:#5d6470}.h{fill:#5d6470}"
    "@media(prefers-color-scheme:dark){text{fill:#e9e7e1}.t{fill:#a2a8b1}.m{fill:#1f3c60}.e{fill:#5a4a12}"
    ".a{stroke:#a2a8b1}.h{fill:#a2a8b1}}"
)


def graph_svg(text: str, graph: Graph) -> str:
    """The graph of ``text[graph.start:graph.end]`` as an SVG document; a sentence fits a page, a passage does not.

    ``text`` is the document's text, to which the nodes' offsets belong. Mentions are blue, triggers yellow.
    """
    nodes = {node.id: node for node in graph.nodes if graph.start <= node.start < node.end <= graph.end}
    edges = [edge for edge in graph.edges if edge.source in nodes and edge.target in nodes]
    levels = stacked([_reach(nodes, edge) for edge in edges])
    base = MARGIN + STEP * (max(levels, default=-1) + 1) + 28
    rows = stacked([(node.start, node.start + max(len(_name(node)), node.end - node.start)) for node in nodes.values()])
    below = base + 20 + 14 * (max(rows, default=-1) + 1)
    words = escape(visible(text[graph.start : graph.end].replace("\n", " ")))
    width = 2 * MARGIN + WIDE * (graph.end - graph.start)
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{below:g}" role="img"'
        f' viewBox="0 0 {width:g} {below:g}"><title>{words}</title><style>{STYLE}</style>',
        *(_span(node, graph, base, row) for node, row in zip(nodes.values(), rows, strict=True)),
        f'<text x="{MARGIN}" y="{base}" textLength="{width - 2 * MARGIN:g}" xml:space="preserve">{words}</text>',
        *(_arc(nodes, edge, graph, (base, level)) for edge, level in zip(edges, levels, strict=True)),
    ]
    return "".join(drawn) + "</svg>\n"


def stacked(spans: Sequence[tuple[int, int]]) -> list[int]:
    """For each span the lowest level on which it meets no other; short spans are placed first, so that they nest."""
    levels = [0] * len(spans)
    taken: list[list[tuple[int, int]]] = []
    for number in sorted(range(len(spans)), key=lambda n: (spans[n][1] - spans[n][0], spans[n])):
        start, end = spans[number]
        free = (n for n, used in enumerate(taken) if all(end <= a or b <= start for a, b in used))
        level = next(free, len(taken))
        if level == len(taken):
            taken.append([])
        taken[level].append((start, end))
        levels[number] = level
    return levels


def _middle(node: Node, graph: Graph) -> float:
    return MARGIN + WIDE * ((node.start + node.end) / 2 - graph.start)


def _reach(nodes: dict[str, Node], edge: Edge) -> tuple[int, int]:
    ends = [(nodes[key].start + nodes[key].end) // 2 for key in (edge.source, edge.target)]
    return min(ends), max(max(ends), min(ends) + len(edge.label))


def _name(node: Node) -> str:
    name = f"{node.type}.{node.mode}" if node.mode else node.type
    return f"{name} {node.flag}" if node.flag and node.flag != "fact" else name


def _span(node: Node, graph: Graph, base: float, row: int) -> str:
    x, wide = MARGIN + WIDE * (node.start - graph.start), WIDE * (node.end - node.start)
    kind = "m" if node.type in MENTIONS else "e"
    return (
        f'<rect class="{kind}" x="{x:g}" y="{base - 15:g}" width="{wide:g}" height="20" rx="2"/>'
        f'<text class="t" x="{x:g}" y="{base + 18 + 14 * row:g}">{escape(visible(_name(node)))}</text>'
    )


def _arc(nodes: dict[str, Node], edge: Edge, graph: Graph, place: tuple[float, int]) -> str:
    base, level = place
    start, end = _middle(nodes[edge.source], graph), _middle(nodes[edge.target], graph)
    foot, top = base - 17, base - 17 - 14 - STEP * level
    lean = 6 if end >= start else -6
    label = escape(visible(edge.label))
    path = f"M{start + lean:g} {foot:g}V{top:g}H{end:g}V{foot - 4:g}"
    return (
        f'<path class="a" d="{path}"/><path class="h" d="M{end - 3:g} {foot - 5:g}h6l-3 5Z"/>'
        f'<text class="t" x="{(start + end) / 2:g}" y="{top - 3:g}" text-anchor="middle">{label}</text>'
    )
