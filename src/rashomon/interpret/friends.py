"""Ties that words alone state between two names: "A is an ally of B", "the alliance between A and B"."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases, word_set
from rashomon.records import Row

ACTORS: Final = frozenset({"PER", "ORG", "GPE", "GROUP"})
RELATIONS: Final = ("ally", "hostile")
# Between the two names: "is a very close ally of".
_IS: Final = re.compile(
    r"^,? (?:is|are|was|were|remains?|remained|became|has been|have been|had been)"
    r"(?P<how>(?: [\w’'-]{1,20}){0,4}) (?P<word>[a-z-]{3,12}) (?:of|to)(?: the| its| their)? $"
)
# Before the first of the two: "the alliance of convenience between the".
_BETWEEN: Final = re.compile(r"(?i)\b(?P<word>[a-z]{4,12})(?: of [a-z]{1,16})? between (?:the )?$")
_AND: Final = re.compile(r"^ and (?:the )?$")
NEAR: Final = 60
"""Characters between the two names, or around them."""


class Stated(Row, frozen=True, kw_only=True):
    """Two mentions, the relation that the words state, and in words why it is past, if it is."""

    left: str
    right: str
    relation: str
    past: str = ""


def stated(weave: Weave) -> Iterator[Stated]:
    """The ties of a passage that stand between neighbouring mentions of actors, in text order."""
    actors = [node_id for node_id in weave.mentions() if weave.nodes[node_id].type in ACTORS]
    for left, right in pairwise(actors):
        if weave.sentence(left) == weave.sentence(right):
            found = _is(weave, left, right) or _between(weave, left, right)
            if found:
                yield found


def _gap(weave: Weave, left: str, right: str) -> str:
    first, last = weave.nodes[left].end, weave.nodes[right].start
    return " ".join(weave.document.text[first:last].join("||").split())[1:-1] if 0 <= last - first <= NEAR else ""


def _is(weave: Weave, left: str, right: str) -> Stated | None:
    match = _IS.match(_gap(weave, left, right))
    relation = _relation(match["word"], "people") if match else ""
    if match is None or not relation:
        return None
    how = set(match["how"].lower().split())
    if how & word_set("relations", "stated", "denied"):
        return None
    past = sorted(how & word_set("relations", "stated", "past"))
    return Stated(left=left, right=right, relation=relation, past=f'told as "{past[0]}"' if past else "")


def _between(weave: Weave, left: str, right: str) -> Stated | None:
    start = weave.nodes[left].start
    match = _BETWEEN.search(weave.document.text[max(0, start - NEAR) : start])
    relation = _relation(match["word"], "bonds") if match else ""
    if not relation or not _AND.match(_gap(weave, left, right)):
        return None
    end = weave.nodes[right].end
    sentence = weave.sentence_span(right)
    after = weave.document.text[end : min(end + NEAR // 2, sentence.end)]
    ended = phrases("relations", "stated", "ended").search(after)
    return Stated(left=left, right=right, relation=relation, past=f'it "{ended.group()}"' if ended else "")


def _relation(word: str, table: str) -> str:
    return next((r for r in RELATIONS if word.lower() in word_set("relations", f"stated_{table}", r)), "")
