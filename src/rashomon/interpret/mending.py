"""Edges of a graph that the words of the text contradict, put right before anything is read off them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from rashomon.interpret.clauses import acting, beyond, counted_apart
from rashomon.interpret.wording import phrases, word_set
from rashomon.records import Edge, Node
from rashomon.vocab.scheme import HURT, MODES

Nodes = Mapping[str, Node]

# How far one who takes part, named after a preposition, can stand from the act, in characters.
REACH: Final = 80
# What may stand between "by" and the one who acts: "killed by a group of some five suspected gunmen".
_BY: Final = re.compile(
    r"(?i)^\W{0,2}(?:\w{1,12} ){0,6}by (?:(?:an?|the|his|her|their|another|at|least|some|about|around|over|up|to|more|"
    r"than|nearly|suspected|alleged|armed|heavily|unidentified|other|of|group|groups|gang|squad|team|mob|band|party|"
    r"number|\W) ?){0,9}$"
)
# The preposition directly before somebody: "for the {Kavethi} army", where names inside the phrase read "of".
_WITH: Final = re.compile(
    r"(?i)\b(on behalf of|in the name of|alongside(?: of)?|together with|side by side with|for|with|against)"
    r"(?: (?:the|an?|its|their|his|of|some|both|\W)){0,5} ?$"
)
_FOR: Final = frozenset({"on behalf of", "in the name of"})
_BESIDE: Final = frozenset({"alongside", "alongside of", "together with", "side by side with"})
_AGAINST: Final = re.compile(r"(?i)^(?:\W{0,2}[\w-]{1,20}){0,4} (?:against|with) ")
_ENEMY: Final = re.compile(r"(?i)^(?:\W{0,2}[\w-]{1,20}){0,4} against ")
# Behind an act that befalls its subject, somebody with a verb of his own: "died, and a guard {is} in custody".
_OWN_VERB: Final = re.compile(r"(?i)^(?:[,\w-]{1,20} ?){0,3}\b(?:is|are|was|were|has|have|had|remains?|remained)\b")
SPEAKERS: Final = frozenset({"PER", "ORG", "GROUP", "GPE", "DOC"})
# Between "according to" and its speaker: "according to two senior {officials}".
_PLAIN: Final = re.compile(r"^[ ,]{0,2}(?:(?:the|an?|one|two|some|several|local|senior|military|unnamed) ){0,3}$")
_LED: Final = re.compile(r"[,\"”'’] $")
TITLE: Final = 2
"""Characters at most between a title and the name after it."""


def mended(text: str, nodes: Nodes, edges: Iterable[Edge]) -> list[Edge]:
    """The edges, those that the words contradict changed or left out, and the speakers that stand beside their cue.

    ``nodes`` by id, in text order; every edge joins two of them.
    """
    given = list(edges)
    roles: dict[tuple[str, str], list[str]] = {}
    for edge in given:
        if edge.label in ("agent", "target"):
            roles.setdefault((edge.source, edge.label), []).append(edge.target)
    found: list[Edge] = []
    harmed = {(e.source, e.target) for e in given if e.label == "target" and nodes[e.source].type in HURT}
    for edge in given:
        if _not_counted(text, nodes, edge, given):
            continue
        hit = [nodes[one] for one in roles.get((edge.source, "target"), [])]
        if edge.label == "target" and beyond(text, nodes[edge.source], nodes[edge.target], hit):
            continue
        if edge.label == "target" and acting(text, nodes[edge.source], nodes[edge.target], hit):
            edge = Edge(edge.source, "agent", edge.target, edge.p)
        found += _mended(text, nodes, edge, roles.get((edge.source, "agent"), []), harmed)
    return [*found, *_speakers(text, nodes, found)]


def _not_counted(text: str, nodes: Nodes, edge: Edge, given: Collection[Edge]) -> bool:
    """Whether a number or a target of a harm is none, because another number directly before the harm counts those."""
    harm, who = (edge.target, edge.source) if edge.label == "count" else (edge.source, edge.target)
    if edge.label not in ("count", "target") or nodes[harm].type not in HURT:
        return False
    numbers = [nodes[e.source] for e in given if e.label == "count" and e.target == harm and e.source != who]
    return counted_apart(text, nodes[harm], nodes[who], numbers)


def _mended(
    text: str, nodes: Nodes, edge: Edge, agents: list[str], harmed: Collection[tuple[str, str]]
) -> Iterator[Edge]:
    """What becomes of one edge; ``agents`` are its trigger's, ``harmed`` the pairs of a harm and whom it hits."""
    act, other = nodes[edge.source], nodes[edge.target]
    if edge.label != "target" or act.type not in MODES:
        yield edge
    elif _given(text, act, other):
        yield Edge(edge.source, "theme", edge.target, edge.p)
    elif act.type in HURT and (_another_harm(nodes, edge, harmed) or _after(text, act, other)):
        return
    elif act.end < other.start <= act.end + REACH and _BY.match(_between(text, nodes, act, other)):
        yield Edge(edge.source, "agent", edge.target, edge.p)
    else:
        place = _beside(text, nodes, act, other)
        if place == "for":
            yield from (Edge(one, "ally", edge.target, edge.p) for one in agents if one != edge.target)
        else:
            yield Edge(edge.source, "agent" if place == "beside" else "target", edge.target, edge.p)


def _another_harm(nodes: Nodes, edge: Edge, harmed: Collection[tuple[str, str]]) -> bool:
    """Whether somebody is told to suffer another harm than this one: the guard of "a guard was hurt and a man killed".

    The other harm stands beside him, and this one has a victim of its own on its side: "killing a guard and wounding a
    {man}", "a guard was shot dead and a {man} was wounded".
    """
    act, hit = nodes[edge.source], nodes[edge.target]
    others = [nodes[one] for one, who in harmed if who == edge.target and nodes[one].type != act.type]
    victims = [nodes[who] for one, who in harmed if one == edge.source and who != edge.target]
    return any(
        _in_order(hit, other, victim, act)
        or (_in_order(act, other, hit) and victim.end <= other.start)
        or _in_order(victim, act, hit, other)
        for other in others
        for victim in victims
    )


def _in_order(*nodes: Node) -> bool:
    """Whether nodes stand one after the other."""
    return all(one.end <= other.start for one, other in pairwise(nodes))


def _after(text: str, act: Node, other: Node) -> bool:
    """Whether somebody behind an act that befell those before it has a verb of his own."""
    if text[act.start : act.end].lower().split()[-1] not in word_set("cues", "befallen", "words"):
        return False
    if not act.end < other.start <= act.end + REACH:
        return False
    joined = re.search(r"\band\b|\bwhile\b|\bbut\b", text[act.end : other.start])
    return joined is not None and _OWN_VERB.match(text[other.end : other.end + REACH].lstrip()) is not None


def _between(text: str, nodes: Nodes, act: Node, other: Node) -> str:
    """The words from an act to a mention after it; numbers and names between them read "of": "by 15 CPI cadres"."""
    words, at = [], act.end
    for node in nodes.values():
        if at <= node.start and node.end <= other.start and node.type not in MODES:
            words += [text[at : node.start], " of "]
            at = node.end
    return " ".join("".join([*words, text[at : other.start]]).split()) + " "


def _given(text: str, act: Node, other: Node) -> bool:
    """Whether a "target" of help is what is given, not who is helped: weapons, money and goods are."""
    if act.type not in ("AID", "COOPERATE") or other.type != "OBJ":
        return False
    words = text[other.start : other.end]
    return any(phrases("classes", "flow", kind).search(words) for kind in ("weapons", "money", "goods"))


def _beside(text: str, nodes: Nodes, act: Node, other: Node) -> str:
    """On which side of a fight a "target" stands by its preposition: "for" (they fight for it), "beside" (it fights,
    too), or "" (against it, or nothing tells).

    "A war for the West" is fought for it; "the battle for Ardel" is fought over it, unless somebody is fought against.
    """
    stems = tuple(word_set("cues", "fight", "stems"))
    if not text[act.start : act.end].lower().split()[-1].startswith(stems):
        return ""
    if not act.end < other.start <= act.end + REACH:
        return ""
    found = _WITH.search(_between(text, nodes, act, other).rstrip())
    word = found.group(1).lower() if found else ""
    after = text[other.end : other.end + REACH]
    if word in _FOR:
        return "for"
    if word in _BESIDE or (word == "with" and _ENEMY.match(after)):
        return "beside"
    people = other.type in ("ORG", "GROUP", "PER") or text[other.start : other.end] == "West"
    return "for" if word == "for" and (people or _AGAINST.match(after)) else ""


def _speakers(text: str, nodes: Nodes, edges: list[Edge]) -> Iterator[Edge]:
    """Edges to the speakers that stand directly beside cues which the graph leaves without one."""
    told = {edge.source for edge in edges if edge.label in ("agent", "instrument")}
    taken = {edge.target for edge in edges if edge.label == "target"}
    ordered = list(nodes.values())
    for at, cue in enumerate(ordered):
        if cue.type == "SAY" and cue.id not in told:
            speaker = _ahead(text, ordered, at) or _behind(text, ordered, at)
            if speaker and speaker.id not in taken:
                yield Edge(cue.id, "agent", speaker.id, min(cue.p, speaker.p))


def _ahead(text: str, ordered: list[Node], at: int) -> Node | None:
    """Who is named directly after a cue: "according to two {officials}", "...," said {Ada Korr}."""
    cue = ordered[at]
    after = _named(text, ordered, at + 1)
    words = text[cue.start : cue.end].lower()
    leads = words in word_set("cues", "speech", "before") or _LED.search(text[max(0, cue.start - 2) : cue.start])
    if not leads or not after or after.type not in SPEAKERS:
        return None
    return after if _PLAIN.match(text[cue.end : ordered[at + 1].start]) else None


def _behind(text: str, ordered: list[Node], at: int) -> Node | None:
    """Who is named directly before a cue in the active: "{Ada Korr} said"."""
    cue, before = ordered[at], ordered[at - 1] if at else None
    active = text[cue.start : cue.end].lower() in word_set("cues", "speech", "after")
    beside = before and before.type in SPEAKERS - {"DOC"} and text[before.end : cue.start] == " "
    return before if active and beside else None


def _named(text: str, ordered: list[Node], at: int) -> Node | None:
    """The mention at a place, or the name that directly follows it, if it is a title: "Lt. Col. {Orla Venn}"."""
    node = ordered[at] if at < len(ordered) else None
    while node and node.type == "PER" and at + 1 < len(ordered) and ordered[at + 1].type == "PER":
        gap = text[node.end : ordered[at + 1].start]
        if len(gap) > TITLE or gap.strip(" ."):
            break
        at += 1
        node = ordered[at]
    return node
