"""Acts that a text names only as what somebody is held, tried or marched for: their dead are not this incident's."""

from typing import Final

from rashomon.interpret.stance import Telling
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases, tokens, word_set
from rashomon.vocab.scheme import MODES, SPEECH

ACTS: Final = frozenset(MODES) - SPEECH
NEAR: Final = 90
"""Characters between the words for a case and the act."""


def told_of(telling: Telling, trigger: str) -> str:
    """Why an act is no news of its own ("arrested in connection with the murder of two farmers"); "" if it may be.

    The act, or one that causes it, follows such words with no other act between.
    """
    weave = telling.weave
    for act in (trigger, *(edge.source for edge in weave.into(trigger, "causes"))):
        node, begin = weave.nodes[act], weave.sentence_span(act).start
        before = weave.document.text[max(begin, node.start - NEAR) : node.start]
        for match in phrases("cues", "case", "before").finditer(before):
            start = node.start - len(before) + match.end()
            if not _acts_between(weave, start, node.start):
                return f'told only as what it was "{match.group()}"'
    return ""


def _acts_between(weave: Weave, start: int, end: int) -> bool:
    return any(weave.nodes[one].type in ACTS for one in weave.beginning(start, end))


def of_cases(weave: Weave, quant: str) -> bool:
    """Whether a number counts cases or charges: "wanted in several cases of murder", "12 murder cases"."""
    nouns = word_set("cues", "case", "nouns")
    for edge in weave.out(quant, "count"):
        node, text = weave.nodes[edge.target], weave.document.text
        first, last = weave.nodes[quant].end, node.start
        follow = tokens(text[node.end : node.end + 16])[:1]
        if (first < last and set(tokens(text[first:last])) & nouns) or set(follow) & nouns:
            return True
    return False
