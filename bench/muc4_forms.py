"""The wordings that could fill a role of a MUC-4 template: the forms of a mention, and fillers known from training."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from muc4_score import normal

from rashomon.interpret.mentions import extent
from rashomon.interpret.weave import Weave

Form = tuple[str, int, int]  # what kind of form it is, and its offsets

LONGEST: Final = 90
# Words that no phrase is widened over to the left: they begin it, or belong to another.
_OUTSIDE_WORDS: Final = (
    "the a an this that these those of in on at by to from with for and or but as when while who which after before "
    "during into against between under over near through all his her their its our my your he she it they we i was "
    "were is are be been being has have had will would could may might not no also said says reported killed wounded "
    "kidnapped attacked destroyed burned injured murdered hit damaged exploded placed"
)
_OUTSIDE: Final = frozenset(_OUTSIDE_WORDS.split())
_WORD_BEFORE: Final = re.compile(r"([a-z0-9][a-z0-9.-]{0,30}) $")
_TAIL: Final = re.compile(r" (?:of|in|at|from|on|with|owned by|belonging to) (?:the |a |an )?$")
_WIDENED: Final = frozenset({"PER", "ORG", "GROUP", "OBJ", "FAC"})
_CUT: Final = frozenset({"OBJ", "FAC", "GROUP", "ORG", "LOC"})


def forms(view: Weave, node: str) -> Iterator[Form]:
    """The stretches that can stand for a mention: itself, with names, titles, numbers and words beside it, its head."""
    own = view.nodes[node]
    yield "bare", own.start, own.end
    start, end = extent(view, node)
    if (start, end) != (own.start, own.end):
        yield "wide", start, end
    for other in view.cluster(node):
        title = view.nodes[other]
        if own.type == "PER" and title.type == "PER" and 0 < own.start - title.end <= 1:
            yield "titled", title.start, own.end
    for edge in view.into(node, "count"):
        number = view.nodes[edge.source]
        if 0 < start - number.end <= 14:
            yield "counted", number.start, end
    if own.type in _WIDENED:
        yield from _described(view, own.start, own.end)
        yield from _with_tail(view, own.start, own.end)
    if own.type in _CUT:
        yield from _shortened(view.document.text, own.start, own.end)


def _described(view: Weave, start: int, end: int) -> Iterator[Form]:
    """With one word more before it, and with two: "armed men", "heavily armed men"."""
    text = view.document.text
    for number in (1, 2):
        before = _WORD_BEFORE.search(text[max(0, start - 32) : start])
        if not before or before[1] in _OUTSIDE or before[1].endswith("."):
            return
        start -= len(before[0])
        yield f"described {number}", start, end


def _with_tail(view: Weave, start: int, end: int) -> Iterator[Form]:
    """With the mention that a preposition ties to it: "offices of the unions"."""
    for other in view.nodes.values():
        if 0 < other.start - end <= 20 and _TAIL.match(view.document.text[end : other.start]):
            yield "with tail", start, max(other.end, extent(view, other.id)[1])


def _shortened(text: str, start: int, end: int) -> Iterator[Form]:
    """Its last word, and its last two: "rifle" of "m-16 rifle"."""
    words = [found.start() for found in re.finditer(r"[^\s-]{1,40}", text[start:end])]
    for number, name in ((1, "last word"), (2, "last two words")):
        if len(words) > number:
            yield name, start + words[-number], end


def known(text: str, start: int, end: int, wordings: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where wordings of this list stand in a stretch of text, the longest at each place."""
    words = [(found.start(), found.end()) for found in re.finditer(r"[a-z0-9]{1,40}", text[start:end])]
    longest = max((one.count(" ") + 1 for one in wordings), default=0)
    at = 0
    while at < len(words):
        most = min(longest, len(words) - at)
        taken = next((n for n in range(most, 0, -1) if _phrase(text[start:end], words[at : at + n]) in wordings), 0)
        if taken:
            yield start + words[at][0], start + words[at + taken - 1][1]
        at += max(taken, 1)


def _phrase(text: str, words: Sequence[tuple[int, int]]) -> str:
    return " ".join(text[first:last] for first, last in words)


def stands(text: str, wordings: Collection[str]) -> dict[str, list[tuple[int, int]]]:
    """Where each of these normalised wordings stands in a text, whatever articles and punctuation are between."""
    parts = ((normal(found[0]), found.start(), found.end()) for found in re.finditer(r"\S{1,60}", text))
    words = [part for part in parts if part[0]]
    first: dict[str, list[int]] = {}
    for at, (word, _, _) in enumerate(words):
        first.setdefault(word, []).append(at)
    places: dict[str, list[tuple[int, int]]] = {}
    for wording in wordings:
        own = wording.split()
        spans = ((at, at + len(own)) for at in first.get(own[0], ()))
        places[wording] = [
            (words[begin][1], words[end - 1][2]) for begin, end in spans if [w[0] for w in words[begin:end]] == own
        ]
    return places
