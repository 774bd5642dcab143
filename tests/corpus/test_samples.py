"""The annotated passages: they parse, obey the scheme, and their text is the text of the sample reports."""

import html
import re
from pathlib import Path

import pytest

from rashomon.annotate.notation import read_blocks, write_block
from rashomon.vocab.scheme import MODES, TRIGGERS, fits

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "samples" / "reports"
MOST_WORDS = 200

with (ROOT / "corpus" / "samples.txt").open(encoding="utf-8") as lines:
    BLOCKS = list(read_blocks(lines))


def pdf_text() -> str:
    """The text of the PDF as its writer holds it: pages and lines joined, words hyphenated at a line end made whole."""
    path = ROOT / "samples" / "make_pdf.py"
    tree = re.findall(r'^PAGE_\w+ = """\\\n(.*?)\n"""', path.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return re.sub(r"\s+", " ", re.sub(r"-\n", "", "\n".join(tree)))


def report_text(stem: str) -> str:
    """The words of a sample report, tags and entities undone (in the feed they are escaped twice)."""
    (path,) = REPORTS.glob(f"{stem}.*")
    if path.suffix == ".pdf":
        return pdf_text()
    text = path.read_text("utf-8")
    return text if path.suffix == ".txt" else re.sub(r"<[^<>]*>", "\n", html.unescape(html.unescape(text)))


def test_there_are_enough_of_them_and_ids_are_unique():
    names = [block.id for block in BLOCKS]
    assert len(names) >= 45
    assert len(set(names)) == len(names)


def test_every_report_is_there():
    assert {block.id.split("/")[1] for block in BLOCKS} == {path.stem for path in REPORTS.iterdir()}


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_passage(block):
    kind, stem, number = block.id.split("/")
    assert kind == "samples"
    assert re.fullmatch(r"p[1-9]\d?", number)
    assert block.text in report_text(stem)
    assert len(block.text.split()) <= MOST_WORDS
    types = {node.id: node.type for node in block.graph.nodes}
    for node in block.graph.nodes:
        assert node.mode is None or node.mode in MODES[node.type], f"{node.type}.{node.mode}"
        assert node.flag is None or node.type in TRIGGERS
    for edge in block.graph.edges:
        assert edge.source != edge.target
        assert fits(edge.label, types[edge.source], types[edge.target])
    assert len({edge[:3] for edge in map(tuple_of, block.graph.edges)}) == len(block.graph.edges), (
        "an edge stands twice"
    )


def tuple_of(edge):
    """(source, label, target)."""
    return edge.source, edge.label, edge.target


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_written_again_it_is_the_same(block):
    (again,) = read_blocks(write_block(block.id, block.text, block.graph).splitlines())
    assert again == block


def test_the_readme_counts_right():
    readme = (ROOT / "corpus" / "README.md").read_text("utf-8")
    nodes = sum(len(block.graph.nodes) for block in BLOCKS)
    edges = sum(len(block.graph.edges) for block in BLOCKS)
    assert f"{len(BLOCKS)} paragraphs" in readme
    assert f"{nodes:,} nodes and {edges:,} edges" in readme
