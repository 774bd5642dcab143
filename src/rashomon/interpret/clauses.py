"""Who is no victim of an act, by where the clause puts him: its subject, or somebody of a clause that follows."""

import re
from collections.abc import Sequence
from typing import Final

from rashomon.records import Node

REACH: Final = 80
"""Characters between an act and somebody behind it, who may be of another clause."""
HARMFUL: Final = frozenset({"KILL", "INJURE", "ASSAULT"})
PEOPLE: Final = frozenset({"PER", "GROUP"})
# "His son {accidentally} shot his brother": what may stand between a subject and its act in the active.
_SUBJECT: Final = re.compile(r"(?i)^,? (?:(?:[a-z]{2,14}ly|then|also|later|who|has|had|have) ){0,3}$")
# ... and between the act and whom it hits: no comma, and no word that opens another phrase.
_OBJECT: Final = re.compile(
    r"(?i)^ (?:(?!(?:in|at|on|by|to|of|during|with|near|outside|inside|from|and|or|but|for|before|after|while|when|as"
    r"|since|until|that|who|was|were|is|are|had|has|have|while|into|over|along)\b)[\w'’.-]{1,20} ){0,5}$"
)
_CLAUSE: Final = re.compile(r"(?i)\b(?:while|when|after|before|as|because|until)\b")


def acting(text: str, act: Node, other: Node, targets: Sequence[Node]) -> bool:
    """Whether a "target" directly before an act in the active does it: the act has an object directly behind it."""
    if act.type not in HARMFUL or other.type not in PEOPLE or not other.end <= act.start <= other.end + REACH:
        return False
    if not _SUBJECT.match(text[other.end : act.start]):
        return False
    behind = (one for one in targets if one.type in PEOPLE and act.end < one.start <= act.end + REACH)
    return any(_OBJECT.match(text[act.end : one.start]) for one in behind)


def beyond(text: str, act: Node, other: Node, targets: Sequence[Node]) -> bool:
    """Whether a "target" stands in a clause that follows, while the act has another before it: the wife of "shot a
    guard while greeting his wife"."""
    if act.type not in HARMFUL or other.type not in PEOPLE or not act.end < other.start <= act.end + REACH:
        return False
    found = _CLAUSE.search(text, act.end, other.start)
    return found is not None and any(one.id != other.id and one.end <= found.start() for one in targets)


def counted_apart(text: str, act: Node, other: Node, numbers: Sequence[Node]) -> bool:
    """Whether a number directly before a harm counts those whom it befell, and somebody before a comma is not among
    them: the five of "five people shot, one fatally"."""
    own = next((number for number in numbers if text[number.end : act.start] == " "), None)
    return own is not None and other.end <= own.start and "," in text[other.end : own.start]
