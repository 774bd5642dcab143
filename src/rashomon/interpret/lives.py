"""Acts of another time or report by the words beside them: somebody's early life ("who as a youth fought in the war,
..."), and lines that point to other reports ("Read more: ...")."""

from typing import Final

from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases, word_set

# A line that points to another report begins with a mark or none; a colon, a dash or a bar follows its words.
MARKS: Final = frozenset(" \t►•*-–—>»[(|#")
SIGNS: Final = frozenset(":|–—-»")
NEAR: Final = 40
# The words around one such cue end at these; an act beyond them is told of another time.
ENDS: Final = ",;:.()—–"


def teaser(weave: Weave, trigger: str) -> str:
    """Why an act is of another report, to which a line points ("Read more: ..."), in words; "" if it isn't told so."""
    at, text = weave.nodes[trigger].start, weave.document.text
    begin = text.rfind("\n", 0, at) + 1
    found = phrases("cues", "teaser", "words").search(text[begin : min(at, begin + NEAR)])
    if found is None or text[begin : begin + found.start()].strip("".join(sorted(MARKS))):
        return ""
    follows = text[begin + found.end() : begin + found.end() + 2].lstrip()[:1]
    return f'of another report, to which "{found.group()}" points' if follows in SIGNS else ""


def early_life(weave: Weave, trigger: str) -> str:
    """Why an act is of somebody's early life, in words; "" if it isn't told so.

    It stands in one stretch between commas with the cue, or in the stretch after a cue that has one to itself ("As a
    boy, he fled the war"). "Taken as a child soldier" says nothing of when.
    """
    sentence = weave.sentence_span(trigger)
    at = weave.nodes[trigger].start - sentence.start
    for cue in phrases("cues", "early_life", "cues").finditer(sentence.quote):
        first, last = _stretch(sentence.quote, cue.start(), cue.end())
        if not sentence.quote[first : cue.start()].strip() and not sentence.quote[cue.end() : last].strip():
            last = _stretch(sentence.quote, last + 1, last + 1)[1]
        elif _noun_follows(weave, sentence.start + cue.end()):
            continue
        if first <= at < last:
            return f'told of "{cue.group()}"'
    return ""


def _stretch(text: str, start: int, end: int) -> tuple[int, int]:
    first = max((text.rfind(mark, 0, start) for mark in ENDS), default=-1) + 1
    last = min((found for mark in ENDS if (found := text.find(mark, end)) >= 0), default=len(text))
    return first, last


def _noun_follows(weave: Weave, end: int) -> bool:
    """Whether the cue goes on into a compound: the next word is neither an act, nor one that opens a phrase."""
    rest = weave.document.text[end : end + 40].lstrip()
    if not rest or rest[0] in ENDS:
        return False
    start = weave.document.text.index(rest, end)
    word = rest.split()[0].strip(ENDS).lower()
    if any(weave.nodes[one].start == start for one in weave.triggers()):
        return False
    return word not in word_set("cues", "early_life", "openers")
