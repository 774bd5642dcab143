"""The acts of a sentence between a given source and target, and their PLOVER roots by rules."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from rashomon.records import Graph, Node
from rashomon.vocab.scheme import TRIGGERS

Span = tuple[int, int]

# Trigger type -> root, where the root has another name. SAY has none: an act told of by a source is mostly a complaint.
ROOTS: Final[Mapping[str, str]] = {
    **{name: name for name in TRIGGERS},
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
    "KILL": "ASSAULT",
    "INJURE": "ASSAULT",
    "MISSING": "ASSAULT",
    "CONTROL": "ASSAULT",
    "CONDITION": "ASSAULT",
    "DISPLACE": "COERCE",
    "MOVE": "MOBILIZE",
    "ORGANIZE": "COOPERATE",
    "SAY": "ACCUSE",
}
# The quad class of each root: verbal and material cooperation, verbal and material conflict (PLOVER manual 0.8).
QUADS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "1"),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), "2"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "3"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "4"),
}
OBJECTS = ("target", "theme", "place", "dest", "origin", "instrument")
MUTUAL = ("AGREE", "CONSULT", "COOPERATE")  # acts that two agents do with each other
NOTHING = "CONSULT"  # where the graph has no trigger: the most harmless act between two


class Scene(msgspec.Struct, frozen=True):
    """A sentence with its graph, and where source and target stand."""

    text: str
    graph: Graph
    source: Span
    target: Span


class Rule(msgspec.Struct, frozen=True):
    """A convention of the codebook; see `plover.toml`."""

    of: frozenset[str]
    root: str
    words: tuple[str, ...] = ()
    object: tuple[str, ...] = ()

    def fits(self, act: "Act") -> bool:
        """Whether an act is of this kind, by its words and those of its objects."""
        said = not self.words or begins(act.words, self.words)
        done = not self.object or begins(act.objects, self.object)
        return act.node.type in self.of and said and done


class Act(msgspec.Struct):
    """A trigger, and how it hangs together with source and target."""

    node: Node
    words: str
    objects: str = ""
    by: bool = False  # the source does it
    to: bool = False  # the target has it done to it, or does it with the source
    said: bool = False  # the source tells of it, promises or demands it
    content: list["Act"] = []


@cache
def rules() -> list[Rule]:
    """The conventions of the codebook, in order."""
    text = Path(__file__).with_name("plover.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text)["rule"], list[Rule])


def begins(words: str, stems: tuple[str, ...]) -> bool:
    """Whether one of the words begins with one of the stems."""
    return any(word.startswith(stems) for word in words.lower().split())


def root(scene: Scene) -> str:
    """The root of the act between source and target."""
    act = best(acts(scene))
    return root_of(act) if act else NOTHING


def best(found: Sequence[Act]) -> Act | None:
    """The act that fits source and target best, the first such."""
    return max(found, key=lambda act: (weight(act), -act.node.start), default=None)


def acts(scene: Scene) -> list[Act]:
    """Every trigger of a sentence, and what leads to and from it."""
    text, graph, source, target = scene.text, scene.graph, scene.source, scene.target
    nodes = {node.id: node for node in graph.nodes}
    found = {node.id: Act(node, text[node.start : node.end]) for node in graph.nodes if node.type in ROOTS}
    edges = [edge for edge in graph.edges if edge.source in found and edge.target in nodes]
    for edge in edges:
        act, end = found[edge.source], nodes[edge.target]
        if edge.label == "agent":
            act.by |= touches(end, source)
            act.to |= touches(end, target) and act.node.type in MUTUAL
        elif edge.label in OBJECTS:
            act.to |= touches(end, target)
            act.objects += f" {text[end.start : end.end]}"
    for edge in edges:
        if edge.label == "content" and edge.target in found and edge.target != edge.source:
            pass_on(found[edge.source], found[edge.target])
    return list(found.values())


def pass_on(speech: Act, content: Act) -> None:
    """What is said comes after the saying; what is done to the target in it is done by the saying, too."""
    speech.content.append(content)
    if speech.node.type != "SAY":
        content.said |= speech.by
        speech.to |= content.to


def touches(node: Node, span: Span) -> bool:
    """Whether a mention shares a character with a span."""
    return node.start < span[1] and span[0] < node.end


def weight(act: Act) -> float:
    """How well an act fits source and target."""
    plain = {"SAY": -3.0, "CONDITION": -2.0}.get(act.node.type, 0.0)
    return 4.0 * act.by + 3.0 * act.to - 1.5 * act.said + plain


def root_of(act: Act) -> str:
    """The root of an act by the codebook's rules, else by its type and flag."""
    rule = next((rule for rule in rules() if rule.fits(act)), None)
    if rule and rule.root != "content":
        return rule.root
    if act.content and (rule or act.node.type == "SAY"):
        return plain_root(act.content[0].node, rule is not None)
    return plain_root(act.node)


def plain_root(node: Node, ordered: bool = False) -> str:
    """The root of a trigger by its type and, unless it is ordered, by its flag."""
    found = ROOTS[node.type]
    helps = QUADS[found] in ("1", "2")
    if ordered:
        return found
    if node.flag == "neg" and helps:
        return "REJECT"
    if node.flag == "fut":
        return "AGREE" if helps or found == "MOBILIZE" else "THREATEN" if found in ("SANCTION", "ASSAULT") else found
    return found
