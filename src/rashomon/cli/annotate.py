"""`rashomon annotate`: claim graphs of passages, line by line."""

import sys
from collections.abc import Iterator
from typing import BinaryIO

import click

GROUP = 32  # passages read ahead, so that those of one length share a batch


@click.command("annotate")
@click.argument("passages", type=click.File("rb"), default="-")
def command(passages: BinaryIO) -> int:
    """Read claim graphs off PASSAGES (JSON lines {"id", "text"}; default: standard input), one graph a line, in order.

    Offsets are code points of the passage's text, which comes back unchanged. A line that is not such a passage is
    reported on standard error and answered with a graph without nodes; the exit code is then 1.

    \b
    Example:
      echo '{"id": "p1", "text": "Gunmen killed at least 12 villagers on Monday."}' | rashomon annotate
    """
    import msgspec

    from rashomon.annotate.annotator import Annotator
    from rashomon.annotate.passage_io import graph_line, read_passage

    annotator, encoder, failed = Annotator(), msgspec.json.Encoder(), 0
    out = sys.stdout.buffer
    for group in _groups(passages):
        read = [read_passage(number, line) for number, line in group]
        graphs = annotator([document for document, _ in read])
        for (document, problem), found in zip(read, graphs, strict=True):
            if problem:
                failed += 1
                click.echo(f"rashomon: {problem}", err=True)
            out.write(encoder.encode(graph_line(document, found)) + b"\n")
        out.flush()
    return 1 if failed else 0


def _groups(lines: BinaryIO) -> Iterator[list[tuple[int, bytes]]]:
    group: list[tuple[int, bytes]] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            group.append((number, line))
        if len(group) == GROUP:
            yield group
            group = []
    yield group
