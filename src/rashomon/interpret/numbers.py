"""The words that make up one number of a passage: a share with its whole, a total with what it rose from."""

import re
from typing import Final

from rashomon.interpret.measures import PEOPLE, Measure, noun_measure
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases
from rashomon.values.numerals import LONGEST, tokens_of
from rashomon.values.quantity import read_share

# Between a share and its whole: "two thirds {of the} 90", "12 {of the more than} 40".
_OF: Final = re.compile(r" of (?:the |its |their |those |these |his |her |all )?$")
_RISE: Final = re.compile(r"(?i)(.{1,40}?) to (.{1,40})")
GAP: Final = 12
"""Characters between a share and its whole at most."""
NEAR: Final = 60
"""Characters before a number in which a word for a change of a total is looked for."""


def said_number(weave: Weave, quant: str) -> str:
    """The words of a number; with its whole if it is a share, without what it rose from if it rose.

    "two thirds" before "of the 90" is "two thirds of the 90"; of "rose from 23 to 48" told as one number, "48".
    """
    words = weave.words(quant)
    whole = _whole_after(weave, quant)
    if whole:
        return weave.document.text[weave.nodes[quant].start : weave.nodes[whole].end]
    rise = _RISE.fullmatch(words)
    if rise and _changed(weave, quant):
        return rise.group(2)
    return words


def split_off(weave: Weave, quant: str, counted: str) -> bool:
    """Whether another number is a part of this one that counts the same: the 40 of "12 of the 40 hostages"."""
    start = weave.nodes[quant].start
    for other in weave.beginning(start - LONGEST - GAP, start):
        counts = any(edge.target == counted and edge.label == "count" for edge in weave.outgoing.get(other, ()))
        if counts and _whole_after(weave, other) == quant:
            return True
    return False


def there(weave: Weave, counted: str) -> Measure | None:
    """The measure of people of whom only a part is told of: what their noun says, or people."""
    if weave.nodes[counted].type not in PEOPLE:
        return None
    noun = noun_measure(weave, counted)
    return Measure(noun or "people", None, "")


def _whole_after(weave: Weave, quant: str) -> str | None:
    """The number that directly follows a share or a part with "of the"."""
    node, text = weave.nodes[quant], weave.document.text
    for other in weave.beginning(node.end + 1, node.end + GAP + 1):
        whole = weave.nodes[other]
        if whole.type != "QUANT":
            continue
        if _OF.fullmatch(text[node.end : whole.start]) and read_share(tokens_of(text[node.start : whole.end])):
            return other
    return None


def _changed(weave: Weave, quant: str) -> bool:
    """Whether a word for the change of a total, with "from", stands before a number: "was raised from"."""
    node = weave.nodes[quant]
    before = weave.document.text[max(weave.sentence_span(quant).start, node.start - NEAR) : node.start]
    leads = before.lower().rstrip().endswith("from") or weave.words(quant).lower().startswith("from")
    return leads and phrases("cues", "correction", "revised").search(before) is not None
