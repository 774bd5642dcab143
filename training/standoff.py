"""Annotations of public passages without their text: offsets, types and edges, joined again to a data folder's text.

    python training/standoff.py pack OUT.jsonl ANNOTATED.txt ...     annotated files to one file without text
    python training/standoff.py join IN.jsonl DATA > ANNOTATED.txt   and back, with the text of DATA's sets

A line: ``id`` (set/document/passage, as `sources` cuts them), ``digest`` (SHA-256 of the text, 16 digits), ``nodes``
(start, length, type, flag), ``edges`` (node, label, node).
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from apart import measured
from sources import SOURCES, passages

from rashomon.annotate.notation import Block, read_blocks, write_block
from rashomon.records import Edge, Graph, Node

MOST_MISSING = 0.01  # share of the passages of a file


def digest(text: str) -> str:
    """What a passage's text is known by."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def packed(block: Block) -> dict:
    """A block without its text."""
    order = {node.id: i for i, node in enumerate(block.graph.nodes)}
    nodes = [
        (n.start, n.end - n.start, f"{n.type}.{n.mode}" if n.mode else n.type, *([n.flag] if n.flag else ()))
        for n in block.graph.nodes
    ]
    edges = [(order[e.source], e.label, order[e.target]) for e in block.graph.edges]
    return {"id": block.id, "digest": digest(block.text), "nodes": nodes, "edges": edges}


def joined(file: Path, data: Path) -> Iterator[Block]:
    """The blocks of a packed file, with the text that ``data``'s sets have for them.

    Those that the benchmark measures on are left out. Up to `MOST_MISSING` may not be found: they are counted and one
    is named. More is a ValueError, for then ``data`` isn't what was annotated.
    """
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if not measured(line["id"])]
    wanted = {line["id"].partition("/")[0] for line in lines}
    cuts = (cut for name in SOURCES if name in wanted for cut in passages(name, data))
    texts = {(key, digest(text)): text for key, _, text in cuts}
    found = [(line, texts.get((line["id"], line["digest"]))) for line in lines]
    missing = [line["id"] for line, text in found if text is None]
    if missing:
        said = f"{len(missing)} of {len(lines)} passages are not in {data} as annotated, {missing[0]} for one"
        if len(missing) > MOST_MISSING * len(lines):
            raise ValueError(said)
        print(said, file=sys.stderr)
    yield from (block(line, text) for line, text in found if text is not None)


def block(line: dict, text: str) -> Block:
    """A packed line with its text."""
    nodes = []
    for i, (start, length, kind, *flag) in enumerate(line["nodes"]):
        base, _, mode = kind.partition(".")
        node = Node(id=f"n{i}", start=start, end=start + length, type=base, mode=mode or None)
        nodes.append(msgspec.structs.replace(node, flag=flag[0]) if flag else node)
    edges = tuple(Edge(f"n{i}", label, f"n{j}") for i, label, j in line["edges"])
    graph = Graph(document=line["id"], start=0, end=len(text), nodes=tuple(nodes), edges=edges, maker="person")
    return Block(id=line["id"], text=text, graph=graph)


def main() -> None:
    """Pack or join."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    pack = verbs.add_parser("pack")
    pack.add_argument("out", type=Path)
    pack.add_argument("annotated", type=Path, nargs="+")
    join = verbs.add_parser("join")
    join.add_argument("packed", type=Path)
    join.add_argument("data", type=Path)
    options = parser.parse_args()
    if options.verb == "pack":
        with options.out.open("w", encoding="utf-8") as out:
            for file in options.annotated:
                with file.open(encoding="utf-8") as lines:
                    for each in read_blocks(lines):
                        out.write(json.dumps(packed(each), separators=(",", ":")) + "\n")
    else:
        for each in joined(options.packed, options.data / "data"):
            print(write_block(each.id, each.text, each.graph))


if __name__ == "__main__":
    main()
