"""Claim graphs made by hand in the notation."""

from rashomon.annotate.notation import read_blocks

TEXT = (
    "{Rebels|g1:GROUP} {said|s1:SAY} the {army|o1:ORG} {killed|k1:KILL} {12|q1:QUANT} {people|g2:GROUP} "
    "in {Qarn|l1:LOC}."
)
EDGES = "s1 agent g1; s1 content k1; k1 agent o1; k1 target g2; q1 count g2; k1 place l1"


def graph(marked: str, edges: str = "", flags: str = ""):
    """A graph from the notation."""
    (block,) = read_blocks(["### case", f"T: {marked}", f"E: {edges}", f"M: {flags}"])
    return block.graph


GOLD = graph(TEXT, EDGES, "k1 poss")
