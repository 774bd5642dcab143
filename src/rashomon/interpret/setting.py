"""When an act happened of which no time is said: the time of its scene, told in the same sentence or beside it."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from rashomon.interpret.dates import When, history_reason, of_report, read_mention
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases, word_set
from rashomon.records import Period
from rashomon.vocab.scheme import HARM, SPEECH

ACTS: Final = HARM | {"ASSAULT"}
# a call for help is part of the scene
AFTERWARDS: Final = (SPEECH - {"REQUEST"}) | {"COERCE", "SANCTION", "RETREAT", "PROTEST"}
EXACT: Final = frozenset({"time", "part of day", "day"})
CLOCK: Final = "a time of day, without the day"
NEAR: Final = 40
"""Characters before the words for a time in which another act than the one told of is looked for."""
REACH: Final = 80
"""Characters before and behind them in which somebody comes to the scene."""
_IT: Final = re.compile(r"(?i)^\W{0,3}(?:it|this|the [\w-]{1,20}(?: [\w-]{1,20})?) ")
_YEAR: Final = re.compile(r"\d{4}$")
_WITH: Final = re.compile(r"(?i)\b(?:on|in|of|since|from|until|by|to|before|after|between|late|early|around|the)[ ,]$")
_LEAD: Final = re.compile(r"(?i)\W{0,3}(?:on|at|late|early|in|shortly|just)?(?: (?:the|before|after|about|around))?\s?")
_AFTER: Final = re.compile(r"(?i)^,? (?:just |shortly |only )?(?:after|when|as) (?:[\w'’-]{1,20} ){0,4}$")
_PLACES: Final = ((0, "the same sentence"), (1, "the sentence before"), (-1, "the sentence after"))


def scene_time(weave: Weave, trigger: str, times: Mapping[str, When]) -> When | None:
    """The time of the scene of an act that has none of its own; None where nothing, or more than one day, is told.

    First the time that the graph gives it in another sentence; then those of its sentence; then of the one before;
    then of one behind it that says when "it happened". Only times exact to a day count, and none that is history.
    """
    own = times[trigger]
    if own.period or (own.node and CLOCK not in own.why) or not _happening(weave, trigger):
        return None
    linked = [edge.target for edge in weave.out(trigger, "time") if edge.target != own.node]
    found = [_period(weave, one) for one in linked]
    where = "a sentence beside it"
    for back, said in _PLACES:
        if any(found) or (back > 0 and not _goes_on(weave, trigger)):
            break
        found, where = [_period(weave, one) for one in _told(weave, trigger, back, times)], said
    periods = [period for period in found if period is not None]
    if not periods or len({(period.from_ or "")[:10] for period in periods}) > 1:
        return None
    return _borrowed(periods[0], where, clock=own.node is not None)


def _happening(weave: Weave, trigger: str) -> bool:
    """Whether a trigger is an act at one time: no war, no violence that goes on, and no bodies that are found later."""
    node, words = weave.nodes[trigger], weave.words(trigger).lower()
    if node.type not in ACTS or node.flag not in (None, "fact") or phrases("acled", "words", "lasting").search(words):
        return False
    return not set(words.split()) & word_set("measures", "noun", "killed") or words == "dead"


def _goes_on(weave: Weave, trigger: str) -> bool:
    """Whether an act goes on telling of the sentence before: the harm, "the attack", or an act of a certain mode."""
    node = weave.nodes[trigger]
    before = weave.document.text[max(0, node.start - 24) : node.start].lower().split()[-2:]
    return node.type in HARM or node.mode is not None or bool({"the", "this", "that"} & set(before))


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
    if weave.nodes[mention].type != "TIME" or of_report(weave, mention):
        return None
    period = read_mention(weave, mention).period
    if period is None or period.precision not in EXACT or period.from_ is None or period.to is None:
        return None
    published = weave.document.published
    if published and published.to and period.from_[:10] > published.to[:10]:
        return None
    return None if history_reason(weave.document, period) else period


def _told(weave: Weave, trigger: str, back: int, times: Mapping[str, When]) -> Iterator[str]:
    """The TIME mentions of a sentence that are those of its scene."""
    for mention in weave.within(weave.sentence(trigger) - back):
        if weave.nodes[mention].type != "TIME":
            continue
        if _afterwards(weave, mention) or _dateline(weave, mention) or (back < 0 and not _happened(weave, mention)):
            continue
        acts = [edge.source for edge in weave.into(mention, "time")]
        hit = [act for act in acts if weave.nodes[act].type in ACTS]
        shared = hit and not any(_parted(weave, act, trigger) for act in hit)
        opened = (
            not hit and weave.nodes[trigger].mode != "destroy" and (_arrived(weave, mention) or _opens(weave, mention))
        )
        if shared or opened or (back == 0 and (_leads(weave, mention, trigger) or _alone(weave, mention))):
            yield mention


def _afterwards(weave: Weave, mention: str) -> bool:
    """Whether a time is that of what was said or done about an act: "said on Monday", "arrested late Sunday"."""
    if any(weave.nodes[edge.source].type in AFTERWARDS for edge in weave.into(mention, "time")):
        return True
    start = weave.nodes[mention].start
    sentence = weave.sentence_span(mention)
    before = weave.document.text[max(sentence.start, start - NEAR) : start]
    if not before.strip():  # "Last night, reports indicated that ..."
        before = weave.document.text[weave.nodes[mention].end : weave.nodes[mention].end + NEAR]
    return phrases("cues", "setting", "aftermath").search(before) is not None


def _dateline(weave: Weave, mention: str) -> bool:
    """Whether a full date stands by itself, as the report's or a picture's: "4 May 2031 Rebels attacked ..."."""
    node, words = weave.nodes[mention], weave.words(mention)
    if not _YEAR.search(words) or words.lower().split()[0].rstrip(",").endswith("day"):
        return False
    before = weave.document.text[max(0, node.start - 12) : node.start]
    return _WITH.search(before) is None


def _happened(weave: Weave, mention: str) -> bool:
    """Whether the sentence of a time says when "it" or "the shooting" took place."""
    sentence = weave.sentence_span(mention).quote
    return _IT.match(sentence) is not None and phrases("cues", "setting", "happened").search(sentence[:60]) is not None


def _arrived(weave: Weave, mention: str) -> bool:
    """Whether the words before or behind a time tell that somebody came to the scene, or that it took place."""
    node, sentence = weave.nodes[mention], weave.sentence_span(mention)
    start, end = max(sentence.start, node.start - REACH), min(sentence.end, node.end + REACH)
    return phrases("cues", "setting", "arrived").search(weave.document.text[start:end]) is not None


def _opens(weave: Weave, mention: str) -> bool:
    """Whether a time opens its sentence, for all that follows: "At about 11 p.m. on Friday, two men were ..."."""
    start = weave.nodes[mention].start
    return _LEAD.fullmatch(weave.document.text[weave.sentence_span(mention).start : start]) is not None


def _leads(weave: Weave, mention: str, trigger: str) -> bool:
    """Whether a time leads to an act by "after" or "when": "it turned violent on Friday after {shots} were fired"."""
    between = weave.document.text[weave.nodes[mention].end : max(weave.nodes[mention].end, weave.nodes[trigger].start)]
    return _AFTER.match(between) is not None


def _alone(weave: Weave, mention: str) -> bool:
    """Whether no act has a time, and its sentence tells of nothing but violence: "a man died of his wounds Friday"."""
    if weave.into(mention, "time"):
        return False
    told = [weave.nodes[one].type for one in weave.within(weave.sentence(mention)) if one in set(weave.triggers())]
    return set(told) <= ACTS


def _parted(weave: Weave, act: str, trigger: str) -> bool:
    """Whether the words between two acts set their times apart: "the raid came after Monday's bombing"."""
    first, last = sorted((weave.nodes[act], weave.nodes[trigger]), key=lambda node: node.start)
    return phrases("cues", "setting", "other").search(weave.document.text[first.end : last.start]) is not None
