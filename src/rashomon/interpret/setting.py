"""When an act happened of which no time is said: the time of its scene, told in the same sentence or beside it."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from rashomon.interpret.dates import When, history_reason, read_mention
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases
from rashomon.records import Period
from rashomon.vocab.scheme import SPEECH

ACTS: Final = frozenset({"ASSAULT", "KILL", "INJURE", "MISSING"})
AFTERWARDS: Final = SPEECH | {"COERCE", "SANCTION", "RETREAT", "PROTEST"}
EXACT: Final = frozenset({"time", "part of day", "day"})
CLOCK: Final = "a time of day, without the day"
NEAR: Final = 40
"""Characters before the words for a time in which another act than the one told of is looked for."""
_IT: Final = re.compile(r"(?i)^\W{0,3}(?:it|this|the [\w-]{1,20}(?: [\w-]{1,20})?) ")
_PLACES: Final = ((0, "the same sentence"), (1, "the sentence before"), (-1, "the sentence after"))


def scene_time(weave: Weave, trigger: str, times: Mapping[str, When]) -> When | None:
    """The time of the scene of an act that has none of its own; None where nothing, or more than one day, is told.

    First the time that the graph gives it in another sentence; then those of its sentence; then of the one before;
    then of one behind it that says when "it happened". Only times exact to a day count, and none that is history.
    """
    node, own = weave.nodes[trigger], times[trigger]
    if node.type not in ACTS or node.flag not in (None, "fact") or own.period:
        return None
    if own.node and CLOCK not in own.why:
        return None
    linked = [edge.target for edge in weave.out(trigger, "time") if edge.target != own.node]
    found = [_period(weave, one) for one in linked]
    where = "a sentence beside it"
    for back, said in _PLACES:
        if any(found):
            break
        found, where = [_period(weave, one) for one in _told(weave, trigger, back, times)], said
    periods = [period for period in found if period is not None]
    if not periods or len({(period.from_ or "")[:10] for period in periods}) > 1:
        return None
    return _borrowed(periods[0], where, clock=own.node is not None)


def _borrowed(period: Period, where: str, clock: bool) -> When:
    """A scene's time as that of an act; of an act with an hour of its own, only the day."""
    first, last = (period.from_ or "")[:10], (period.to or period.from_ or "")[:10]
    how = f"not said of the act itself: the time of its scene, in {where}"
    made = Period(
        from_=first if clock else period.from_,
        to=last if clock else period.to,
        precision="day" if clock else period.precision,
        words=period.words,
        start=period.start,
        end=period.end,
        how=f"{how}; {period.how}" if period.how else how,
    )
    return When(period=made, why=how)


def _period(weave: Weave, mention: str) -> Period | None:
    """The day that a TIME mention names, if it is one of the news."""
    period = read_mention(weave, mention).period if weave.nodes[mention].type == "TIME" else None
    if period is None or period.precision not in EXACT or period.from_ is None or period.to is None:
        return None
    published = weave.document.published
    if published and published.to and period.from_[:10] > published.to[:10]:
        return None
    return None if history_reason(weave.document, period) else period


def _told(weave: Weave, trigger: str, back: int, times: Mapping[str, When]) -> Iterator[str]:
    """The TIME mentions of a sentence that are those of its scene."""
    here = weave.sentence(trigger) - back
    for mention in weave.mentions():
        if weave.nodes[mention].type != "TIME" or weave.sentence(mention) != here:
            continue
        if _afterwards(weave, mention) or (back < 0 and not _happened(weave, mention)):
            continue
        acts = [edge.source for edge in weave.into(mention, "time")]
        hit = [act for act in acts if weave.nodes[act].type in ACTS]
        if hit and not any(_parted(weave, act, trigger) for act in hit):
            yield mention
        elif not hit and _arrived(weave, mention):
            yield mention


def _afterwards(weave: Weave, mention: str) -> bool:
    """Whether a time is that of what was said or done about an act: "said on Monday", "arrested late Sunday"."""
    if any(weave.nodes[edge.source].type in AFTERWARDS for edge in weave.into(mention, "time")):
        return True
    start = weave.nodes[mention].start
    before = weave.document.text[max(weave.sentence_span(mention).start, start - NEAR) : start]
    return phrases("cues", "setting", "aftermath").search(before) is not None


def _happened(weave: Weave, mention: str) -> bool:
    """Whether the sentence of a time says when "it" or "the shooting" took place."""
    sentence = weave.sentence_span(mention).quote
    return _IT.match(sentence) is not None and phrases("cues", "setting", "happened").search(sentence[:60]) is not None


def _arrived(weave: Weave, mention: str) -> bool:
    """Whether the sentence of a time tells that somebody came to the scene, or that it took place."""
    return phrases("cues", "setting", "arrived").search(weave.sentence_span(mention).quote) is not None


def _parted(weave: Weave, act: str, trigger: str) -> bool:
    """Whether the words between two acts set their times apart: "the raid came after Monday's bombing"."""
    first, last = sorted((weave.nodes[act], weave.nodes[trigger]), key=lambda node: node.start)
    return phrases("cues", "setting", "other").search(weave.document.text[first.end : last.start]) is not None
