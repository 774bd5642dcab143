"""`rashomon annotate`: claim graphs of passages, line by line."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

if TYPE_CHECKING:
    from rashomon.engine.settings import AnnotatorName

GROUP = 32  # passages read ahead, so that those of one length share a batch


@click.command("annotate")
@click.argument("passages", type=click.File("rb"), default="-")
@click.option(
    "--annotator", type=click.Choice(["built-in", "llm"]), help="Who reads; default: the settings' or built-in."
)
@click.option("--settings", type=click.Path(path_type=Path), help="A rashomon.toml.")
def command(passages: BinaryIO, annotator: "AnnotatorName | None", settings: Path | None) -> int:
    """Read claim graphs off PASSAGES (JSON lines {"id", "text"}; default: standard input), one graph a line, in order.

    Offsets are code points of the passage's text, which comes back unchanged. A line that is not such a passage is
    reported on standard error and answered with a graph without nodes; the exit code is then 1. With --annotator llm
    the language model of the settings reads, and "makers" says whose graph it is; see docs/language-models.md.

    \b
    Example:
      echo '{"id": "p1", "text": "Gunmen killed at least 12 villagers on Monday."}' | rashomon annotate
    """
    import msgspec

    from rashomon.annotate.passage_io import graph_line, read_passage
    from rashomon.cli.output import say
    from rashomon.cli.summary import print_asked
    from rashomon.engine.annotating import Asked, reader
    from rashomon.engine.settings import read_settings, with_annotator

    chosen, encoder, failed, asked = (
        with_annotator(read_settings(settings), annotator),
        msgspec.json.Encoder(),
        0,
        Asked(),
    )
    out = sys.stdout.buffer
    with reader(chosen) as annotate:
        for group in _groups(passages):
            read = [read_passage(number, line) for number, line in group]
            annotated, readings = annotate([document for document, _ in read])
            asked = asked.plus(readings, chosen.llm)
            for (document, problem), found in zip(read, annotated, strict=True):
                if problem:
                    failed += 1
                    say(f"rashomon: {problem}", err=True)
                out.write(encoder.encode(graph_line(document, found.graphs)) + b"\n")
            out.flush()
    return 1 if print_asked(asked) or failed else 0


def _groups(lines: BinaryIO) -> Iterator[list[tuple[int, bytes]]]:
    group: list[tuple[int, bytes]] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            group.append((number, line))
        if len(group) == GROUP:
            yield group
            group = []
    yield group
