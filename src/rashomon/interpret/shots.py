"""Killings that the words of the text make none: whoever is only shot may live, and whoever survives does."""

import re
from collections.abc import Mapping
from typing import Final

import msgspec

from rashomon.interpret.wording import phrases, word_set
from rashomon.records import Node

REACH: Final = 48
"""Characters after a shot in which "dead" may stand, with those who were hit between: "shot the two guards dead"."""
BEFORE: Final = 24
_NOT: Final = re.compile(r"(?i)\b(?:not|n't|n’t|never|fail(?:s|ed)? to|unlikely to) (?:\w{2,12} ){0,3}$")
_CLAUSE: Final = re.compile(r"[.;:,]|\b(?:and|but|who|which|when|while|after|before)\b")


def only_shot(text: str, nodes: Mapping[str, Node]) -> dict[str, Node]:
    """The nodes, in text order: a killing told by a bare word for a shot is an assault, one that is survived is denied.

    "Shot dead" and "fatally shot" tell of a death; "was shot and killed" tells of it by its other word.
    """
    nodes = {name: _dying(text, node) for name, node in nodes.items()}
    deaths = [node for node in nodes.values() if node.type == "KILL"]
    read = {name: _read(text, node, deaths) if node.type == "KILL" else node for name, node in nodes.items()}
    return {name: node for name, node in read.items() if node.type != "KILL" or not _only_found(text, node, deaths)}


def _dying(text: str, node: Node) -> Node:
    """A wound as a killing, where it is said to be fatal: "fatally wounded", but not "his fatal injuries"."""
    verb = text[node.start : node.end].lower().endswith(("ed", "ing", "ds"))
    deadly = node.type == "INJURE" and verb and node.flag in (None, "fact") and _deadly_before(text, node)
    return msgspec.structs.replace(node, type="KILL", mode=None) if deadly else node


def _deadly_before(text: str, node: Node) -> bool:
    return _word_before(text, node) in word_set("cues", "shot", "deadly_before")


def _only_found(text: str, node: Node, deaths: list[Node]) -> bool:
    """Whether a "killing" is that somebody was found, and not dead."""
    return text[node.start : node.end].lower() in word_set("cues", "shot", "no_death") and not _deadly(
        text, node, deaths
    )


def _read(text: str, node: Node, deaths: list[Node]) -> Node:
    words = text[node.start : node.end].lower()
    if words in word_set("cues", "shot", "alive"):
        lives = not _NOT.search(text[max(0, node.start - REACH) : node.start])
        return msgspec.structs.replace(node, flag="neg") if lives else node
    if _word_before(text, node) in word_set("cues", "shot", "attempted"):
        return msgspec.structs.replace(node, flag="neg")
    if words in word_set("cues", "shot", "bare") and not _deadly(text, node, deaths):
        return msgspec.structs.replace(node, type="ASSAULT", mode="firearms")
    return node


def _word_before(text: str, node: Node) -> str:
    """The word before an act, in lower case; "" if none is near."""
    return next(iter(text[max(0, node.start - BEFORE) : node.start].lower().split()[-1:]), "")


def _deadly(text: str, node: Node, deaths: list[Node]) -> bool:
    """Whether a word for death belongs to a shot and is no act of its own: "fatally shot", "shot the guards dead"."""
    if _deadly_before(text, node):
        return True
    after = text[node.end : node.end + REACH]
    clause = _CLAUSE.search(after)
    found = phrases("cues", "shot", "deadly_after").search(after[: clause.start()] if clause else after)
    return found is not None and not any(
        death.start <= node.end + found.start() < death.end for death in deaths if death.id != node.id
    )
