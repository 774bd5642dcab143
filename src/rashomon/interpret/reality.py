"""How real a thing is said to be: its own flag, what stands above it, and the hedge words beside it."""

import re
from collections.abc import Sequence
from typing import Final

from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases, word_set
from rashomon.records import Node, Reality, Row, Span
from rashomon.vocab.scheme import SPEECH

# What a speech trigger makes of a content that carries no flag of its own; from the guidelines of the scheme, and
# from the annotated passages, where REQUEST has hyp on 115 of 126 contents, AGREE fut on 38 of 40, THREATEN hyp on
# all, and ACCUSE, SUPPORT, CONCEDE and SAY leave theirs as they are. REJECT depends on its words: `denies`.
UNDER: Final[dict[str, tuple[Reality, str]]] = {
    "REQUEST": ("hyp", "it is demanded"),
    "THREATEN": ("hyp", "it is threatened"),
    "AGREE": ("fut", "it is promised"),
}
# A statement that is itself hedged, announced or supposed lends that to a content told as fact.
SAID: Final[dict[str, tuple[Reality, str]]] = {
    "poss": ("poss", "it is only reportedly said"),
    "fut": ("fut", "it is still to be said"),
    "hyp": ("hyp", "it is said only in supposition"),
}
# How far a hedge reaches, in characters: "is believed to have been killed" is 27 long.
REACH: Final = 60
# ... and how far after its trigger it may stand: "the death toll could still rise".
REACH_AFTER: Final = 25
# How far before an act the verb may stand that it shares with the act it is joined to.
ONSET: Final = 100
JOINED: Final = re.compile(r"\b(?:and|or)(?: then)? $")
TO: Final = re.compile(r" to ")
_FLAGS: Final[dict[str, Reality]] = {"neg": "neg", "poss": "poss", "fut": "fut", "hyp": "hyp"}
TOLD: Final[dict[Reality, str]] = {
    "neg": "told as not done, or as not having happened",
    "poss": "told as possible, not as certain",
    "fut": "told as still to come",
    "hyp": "told as supposed, wanted or feared",
}
"""What a reality says of an act, in words."""


class Reading(Row, frozen=True, kw_only=True):
    """Reality, the hedge words verbatim (with their span), and in words why it is not plain fact."""

    reality: Reality = "fact"
    hedge: Span | None = None
    why: str = ""


def read_reality(weave: Weave, trigger: str, through: Sequence[str]) -> Reading:
    """The reality of a trigger under the speech triggers ``through`` (outermost first)."""
    node = weave.nodes[trigger]
    own = _FLAGS.get(node.flag or "")
    if own == "neg" and _untold(weave, trigger):
        return Reading(why="what is not told is the telling, not the act")
    hedge, firm = find_hedge(weave, node)
    if own:
        why = f'"{weave.words(trigger)}" is {TOLD[own]}'
        return Reading(reality=own, hedge=hedge if own == "poss" or firm else None, why=why)
    if firm and hedge:
        return Reading(reality="poss", hedge=hedge, why=f'hedged by "{hedge.quote}"')
    return _from_above(weave, trigger, through) or _joined(weave, node) or Reading()


def _untold(weave: Weave, trigger: str) -> bool:
    """Whether a denial belongs to the telling: "they do not tell their readers that troops crossed" says they did.

    Only of verbs whose content is taken for true (to tell, to mention), and with no denial between them and the act.
    """
    for edge in weave.speech_parents(trigger):
        speech = weave.nodes[edge.source]
        if speech.flag == "neg" and speech.end <= weave.nodes[trigger].start:
            between = weave.document.text[speech.end : weave.nodes[trigger].start]
            verbs = word_set("cues", "untold", "verbs")
            return weave.words(edge.source).lower() in verbs and not phrases("cues", "untold", "denials").search(
                between
            )
    return False


def _joined(weave: Weave, node: Node) -> Reading | None:
    """What the verb before "to" makes of an act joined to another: "tried to seize the bridge and blow it up".

    The act must stand bare right after "and" or "or": "tried to flee and was killed" says something else.
    """
    start = max(weave.sentence_span(node.id).start, node.start - ONSET)
    before = weave.document.text[start : node.start]
    word = weave.words(node.id).split()[0].lower()
    if not JOINED.search(before) or word.endswith(("ed", "ing", "s")) or word in word_set("cues", "past", "bare"):
        return None
    for level in ("neg", "fut", "hyp"):
        found = [m for m in phrases("cues", "onset", level).finditer(before) if TO.match(before, m.end())]
        if found and not set(".;:,") & set(before[found[-1].end() :]):
            return Reading(reality=_FLAGS[level], why=f'joined to what they "{found[-1].group()} to" do')
    return None


def _from_above(weave: Weave, trigger: str, through: Sequence[str]) -> Reading | None:
    """What the nearest speech that changes its content makes of a plain fact; None if it stays fact."""
    child = trigger
    for speech in reversed(through):
        parent = weave.nodes[speech]
        change = UNDER.get(parent.type) if child == trigger else None
        if parent.type == "REJECT" and child == trigger and denies(weave, speech, trigger):
            change = ("neg", "it is denied")
        if parent.type != "ACCUSE":
            change = change or SAID.get(parent.flag or "")
        if change:
            reality, why = change
            return Reading(reality=reality, why=f'{why}: "{weave.words(speech)}"')
        child = speech
    return None


def denies(weave: Weave, speech: str, content: str) -> bool:
    """Whether a REJECT says that its content did not happen ("denied that"), not that it is unwelcome ("defied").

    A rejected demand, charge or offer was still made, so a content that is itself speech keeps its reality.
    """
    words = weave.words(speech).lower()
    stems = word_set("cues", "denial", "stems")
    return weave.nodes[content].type not in SPEECH and any(words.startswith(stem) for stem in stems)


def find_hedge(weave: Weave, node: Node) -> tuple[Span | None, bool]:
    """The nearest hedge in the node's sentence, and whether it stands directly before and is firm by itself."""
    sentence = weave.sentence_span(node.id)
    start = max(sentence.start, node.start - REACH)
    before = weave.document.text[start : node.start]
    near = None
    for table in ("phrases", "words"):
        for match in phrases("hedges", table).finditer(before):
            if near is None or match.end() > near.end():
                near = match
    if near:
        gap = before[near.end() :].split()
        firm = all(word.lower() in word_set("hedges", "between") for word in gap)
        span = weave.span(start + near.start(), start + near.end())
        return span, firm and span.quote.lower() in word_set("hedges", "firm")
    last = min(sentence.end, node.end + REACH_AFTER)
    behind = weave.document.text[node.end : last]
    found = [phrases("hedges", table).search(behind) for table in ("phrases", "words")]
    after = min((match for match in found if match), key=lambda match: match.start(), default=None)
    return (weave.span(node.end + after.start(), node.end + after.end()), False) if after else (None, False)


def combined(readings: Sequence[Reality]) -> Reality:
    """The reality of something that needs all of these to hold: the least real of them."""
    order: tuple[Reality, ...] = ("neg", "hyp", "fut", "poss")
    return next((level for level in order if level in readings), "fact")
