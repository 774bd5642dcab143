"""The claim-graph notation, there and back."""

import pytest

from rashomon.annotate.notation import read_blocks, write_block
from rashomon.errors import NotationError

BLOCK = """### a/1
T: {Men|g1:GROUP} {shot dead|k1:KILL} {12|q1:QUANT} {villagers|g2:GROUP} in {Dessan|p1:GPE}, {he|x1:PER} {said|s1:SAY}.
E: k1 agent g1; k1 target g2; q1 count g2; k1 place p1; s1 agent x1; s1 content k1
M: k1 poss
"""


def test_a_block_is_read():
    (block,) = read_blocks(BLOCK.splitlines(keepends=True))
    assert block.text == "Men shot dead 12 villagers in Dessan, he said."
    assert [block.text[n.start : n.end] for n in block.graph.nodes][:2] == ["Men", "shot dead"]
    assert block.graph.nodes[1].flag == "poss"
    assert [(e.source, e.label, e.target) for e in block.graph.edges][3] == ("k1", "place", "p1")


def test_what_is_written_is_read_back():
    (block,) = read_blocks(BLOCK.splitlines(keepends=True))
    (again,) = read_blocks(write_block(block.id, block.text, block.graph).splitlines(keepends=True))
    assert again == block


@pytest.mark.parametrize(
    ("marked", "edges", "flags", "reason"),
    [
        ("{a|x1:WHO}", "", "", "unknown type"),
        ("{a|x1:PER} {b|x1:PER}", "", "", "stands twice"),
        ("{ a|x1:PER}", "", "", "blank edges"),
        ("{a|x1:PER", "", "", "stray brace"),
        ("{a|x1:PER}", "x1 of", "", "not 'from label to'"),
        ("{a|x1:PER}", "x1 of y1", "", "unknown id"),
        ("{a|x1:PER} {b|k1:KILL}", "x1 agent k1", "", "does not fit"),
        ("{a|x1:PER}", "", "x1 neg", "not 'trigger flag'"),
        ("{a|k1:KILL}", "", "k1 maybe", "not 'trigger flag'"),
    ],
)
def test_faults_are_named(marked, edges, flags, reason):
    lines = ["### b/2\n", f"T: {marked}\n", f"E: {edges}\n", f"M: {flags}\n"]
    with pytest.raises(NotationError, match=reason) as caught:
        list(read_blocks(lines))
    assert caught.value.subject == "b/2"


def test_a_text_with_braces_is_refused_when_written():
    (block,) = read_blocks(BLOCK.splitlines(keepends=True))
    with pytest.raises(NotationError, match="braces"):
        write_block("c", "{x|a1:KILL} " + block.text, block.graph)
