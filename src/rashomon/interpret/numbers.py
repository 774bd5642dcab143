"""The words that make up one number of a passage: a share with its whole, a total with what it rose from."""

import re
from typing import Final

from rashomon.interpret.measures import PEOPLE, Measure, noun_measure
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases
from rashomon.values.numerals import tokens_of
from rashomon.values.quantity import read_share

# Between a share and its whole: "two thirds {of the} 90", "12 {of the more than} 40".
_OF: Final = re.compile(r" of (?:the |its |their |those |these |his |her |all )?$")
_RISE: Final = re.compile(r"(?i)(.{1,40}?) to (.{1,40})")
_NOT_BUT: Final = re.compile(r"(?i)not (?!(?:fewer|less|more|even|only|one|a)\b)[^.;]{1,50}? but (?!not )")
NEAR: Final = 60
"""Characters before a number in which a word for a change of a total is looked for."""


def said_number(weave: Weave, quant: str) -> str:
    """The words of a number; with its whole if it is a share, without what it rose from if it rose.

    "two thirds" before "of the 90" is "two thirds of the 90"; of "rose from 23 to 48" told as one number, "48"; of
    "not 12 but 15" told as two, "12".
    """
    words = weave.words(quant)
    if denied(weave, quant):
        return words[len("not ") :]
    whole = _whole_after(weave, quant)
    if whole:
        return weave.document.text[weave.nodes[quant].start : weave.nodes[whole].end]
    rise = _RISE.fullmatch(words)
    if rise and _changed(weave, quant):
        return rise.group(2)
    return words


def denied(weave: Weave, quant: str) -> bool:
    """Whether a number is told as wrong, with the right one behind it: the 12 of "not 12 but 15"."""
    node = weave.nodes[quant]
    words = weave.document.text[node.start : node.end + NEAR]
    return _NOT_BUT.match(words) is not None and weave.words(quant).lower().startswith("not ")


def split_off(weave: Weave, quant: str, counted: str) -> bool:
    """Whether another number is a part of this one that counts the same: the 40 of "12 of the 40 hostages"."""
    for edge in weave.into(counted, "count"):
        other = edge.source
        if other != quant and _whole_after(weave, other) == quant:
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
    for other in weave.mentions():
        whole = weave.nodes[other]
        if whole.type != "QUANT" or not node.end < whole.start <= node.end + 12:
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
