"""When: the TIME words of a trigger as a period, the tense they are read in, and whether that is long ago."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases
from rashomon.records import Document, Node, Period, Row
from rashomon.values.period import Telling, read_period, read_told
from rashomon.values.tenses import outlook

Tense = Literal["past", "present", "future"]

# A report tells news of days or weeks; what ended more than a year before it is history. (Anniversary pieces tell of
# "a year ago" exactly, hence more than.)
HISTORY_DAYS: Final = 366
_YEAR: Final = re.compile(r"(?<![\d.,])(1[89]\d\d|20\d\d)(?![\d.,]?\d)")
# The words before a trigger that tell its tense are at most a few: "is widely expected to be".
_BEFORE: Final = 30
# "two days before the long-planned attack": so far from the time words the act may stand, right after these words.
_AFTER: Final = 24
_POSTED: Final = re.compile(r"(?i)\b(?:posted|published|updated|modified)(?: on| at)?:? $")
# Characters before a time in which the words that lead to it stand: "starting in".
_LEAD: Final = 16
# "an 11-year civil war against Islamist groups starting in 1991"
_LASTING: Final = 80
_COUNTED: Final = re.compile(r"(?i)\b(?:before|after)\s+(?:\S{1,20}\s+){0,3}$")


class When(Row, frozen=True, kw_only=True):
    """The time of a trigger, or why there is none; ``node`` is the TIME mention it was read from."""

    period: Period | None = None
    why: str = ""
    node: str | None = None
    p: float = 1.0


def read_time(weave: Weave, trigger: str) -> When:
    """The period of a trigger's TIME words, read against the report's date and the tense around the trigger.

    Only words in the trigger's own sentence count. Of several, the most probable and the nearest is tried first, and
    the next one only where its words can't be read. A later mention ("the same day") is read as the earlier one that
    it repeats.
    """
    here = weave.nodes[trigger]
    found = [edge for edge in weave.out(trigger, "time") if weave.nodes[edge.target].type == "TIME"]
    if not found:
        return When(why="no time words hang on it")
    edges = [edge for edge in found if weave.sentence(edge.target) == weave.sentence(trigger)]
    found = [edge for edge in found if not of_report(weave, edge.target)]
    edges = [edge for edge in edges if edge in found]
    if not found:
        return When(why="the time is that of the report")
    if not edges:
        words = ", ".join(f'"{weave.words(edge.target)}"' for edge in found)
        return When(why=f"set aside, it stands in another sentence: {words}")
    edges.sort(key=lambda edge: (-edge.p, _distance(here, weave.nodes[edge.target]), edge.target))
    tense = guess_tense(weave, trigger)
    lasting = _lasting(weave, [edge.target for edge in edges])
    if lasting:
        return lasting
    whys = []
    for edge in edges:
        read = _read_node(weave, edge.target, tense)
        if read.period:
            return When(period=read.period, node=edge.target, p=min(edge.p, weave.nodes[edge.target].p))
        whys.append(read.why)
    return When(why="; ".join(dict.fromkeys(whys)), node=edges[0].target)


def _lasting(weave: Weave, times: Sequence[str]) -> When | None:
    """The time of what lasted so long from a beginning on, told in two mentions: "an 11-year war starting in 1991"."""
    if len(times) != 2:
        return None
    first, last = sorted((weave.nodes[one] for one in times), key=lambda node: node.start)
    text = weave.document.text
    lead = text[_starts(weave, last.id)[0] : last.start].lower()
    if last.end - first.start > _LASTING or not lead.startswith(("start", "beg")):
        return None
    read = read_period(text[first.start : last.end], weave.document.published, "past", first.start, last.end)
    return When(period=read.period, node=last.id, p=min(first.p, last.p)) if read.period else None


def of_report(weave: Weave, mention: str) -> bool:
    """Whether a time is that of the report by the word before it: "Posted: 4 May 2031", "Updated Friday 9 pm"."""
    start = weave.nodes[mention].start
    return _POSTED.search(weave.document.text[max(0, start - 24) : start]) is not None


def read_mention(weave: Weave, node_id: str) -> When:
    """The period of a TIME mention by itself, told in the past."""
    return _read_node(weave, node_id, "past")


def _read_node(weave: Weave, node_id: str, tense: Tense) -> When:
    """One TIME mention as a period; failing that, the mentions it is `same` as."""
    why = ""
    for other in (node_id, *(one for one in weave.cluster(node_id) if one != node_id)):
        start, end = weave.nodes[other].start, weave.nodes[other].end
        if tense == "past" and outlook(weave.document.text, start, end) == "future":
            tense = "future"
        for start in _starts(weave, other):
            words = weave.document.text[start:end]
            reading = read_period(words, weave.document.published, tense, start, end)
            if reading.period:
                return When(period=reading.period)
            why = why or f'"{words}": {reading.why}'
    return _from_another(weave, node_id, tense) or When(why=why)


def _from_another(weave: Weave, node_id: str, tense: Tense) -> When | None:
    """A TIME mention that counts from another time: "two days before the attack", "the next day"; None if it doesn't.

    The other time is that of the act which the words name, if it has one, else the last one told of in the same
    sentence or in the one before.
    """
    node = weave.nodes[node_id]
    act = _named_act(weave, node)
    if act is not None:
        told = [_period(weave, edge.target) for edge in weave.out(act, "time") if edge.target != node_id]
        end = max(node.start, min(node.end, weave.nodes[act].start))
    else:
        told, end = [_period(weave, other) for other in _before(weave, node_id)], node.end
    telling = Telling(weave.document.published, tense, tuple(period for period in told if period))
    reading = read_told(weave.document.text[node.start : end], telling, node.start, end)
    return When(period=reading.period) if reading.period else None


def _named_act(weave: Weave, node: Node) -> str | None:
    """The trigger that TIME words end in or lead to ("a week after {the raid}")."""
    near = (
        other
        for other in weave.triggers()
        if node.start < weave.nodes[other].start <= node.end + _AFTER
        and _COUNTED.search(weave.document.text[node.start : weave.nodes[other].start])
    )
    return next(near, None)


def _before(weave: Weave, node_id: str) -> list[str]:
    """The TIME mentions before one, in its sentence and in the one before, in the order of the text."""
    here, start = weave.sentence(node_id), weave.nodes[node_id].start
    return [
        other
        for other in weave.mentions()
        if weave.nodes[other].type == "TIME" and weave.nodes[other].end <= start and here - weave.sentence(other) <= 1
    ]


def _period(weave: Weave, node_id: str) -> Period | None:
    return read_period(weave.words(node_id), weave.document.published, "past").period


def _starts(weave: Weave, node_id: str) -> list[int]:
    """Where the time words begin: with a "since" or "starting in" that the mention left out, then without it."""
    start = weave.nodes[node_id].start
    before = weave.document.text[max(0, start - _LEAD) : start]
    for lead in phrases("cues", "time", "leading").finditer(before):
        if before[lead.end() :] == " " and not before[: lead.start()][-1:].strip():
            return [start - len(before) + lead.start(), start]
    return [start]


def _distance(one: Node, other: Node) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def guess_tense(weave: Weave, trigger: str) -> Tense:
    """Past, present or future, from the trigger's flag and the few words before it; news is told in the past."""
    node = weave.nodes[trigger]
    if node.flag == "fut":
        return "future"
    sentence = weave.sentence_span(trigger)
    before = weave.document.text[max(sentence.start, node.start - _BEFORE) : node.start].split()[-3:]
    clause = " ".join(before)
    if phrases("cues", "tense", "future").search(clause):
        return "future"
    last = " ".join(before[-2:])
    if weave.words(trigger).lower().endswith("ing") and phrases("cues", "tense", "present").search(last):
        return "present"
    return "past"


def history_reason(document: Document, period: Period | None) -> str:
    """Why a period is history beside the news of this report; empty if it is not, or can't be told.

    A dated report: the period ended more than a year before its date. An undated one can't be older than the latest
    year that it names, so that year takes the place of its date.
    """
    if period is None or period.to is None or len(period.to) < 10:
        return ""
    ended = date.fromisoformat(period.to[:10])
    published = document.published
    if published and published.from_:
        days = (date.fromisoformat(published.from_[:10]) - ended).days
        return f"ended {period.to[:10]}, more than a year before the report" if days > HISTORY_DAYS else ""
    latest = latest_year(document.text)
    if latest and latest - ended.year > 1:
        return f"ended in {ended.year}, and the undated report names {latest}"
    return ""


@lru_cache(maxsize=64)
def latest_year(text: str) -> int | None:
    """The latest year between 1800 and 2099 that a text names, or None."""
    return max((int(year) for year in _YEAR.findall(text)), default=None)
