"""Claim graphs made by hand in the notation."""

from plover_rules import Scene

from rashomon.annotate.notation import Block, read_blocks

TEXT = (
    "{Rebels|g1:GROUP} {said|s1:SAY} the {army|o1:ORG} {killed|k1:KILL} {12|q1:QUANT} {people|g2:GROUP} "
    "in {Qarn|l1:LOC}."
)
EDGES = "s1 agent g1; s1 content k1; k1 agent o1; k1 target g2; q1 count g2; k1 place l1"


def graph(marked: str, edges: str = "", flags: str = ""):
    """A graph from the notation."""
    return block(marked, edges, flags).graph


def scene(marked: str, edges: str, source: str, target: str, flags: str = "") -> Scene:
    """A sentence from the notation, and where the words of its source and target stand."""
    found = block(marked, edges, flags)
    spans = [(found.text.index(words), found.text.index(words) + len(words)) for words in (source, target)]
    return Scene(found.text, found.graph, *spans)


def block(marked: str, edges: str, flags: str) -> Block:
    """A passage from the notation."""
    (found,) = read_blocks(["### case", f"T: {marked}", f"E: {edges}", f"M: {flags}"])
    return found


GOLD = graph(TEXT, EDGES, "k1 poss")
