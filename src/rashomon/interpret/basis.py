"""Over what a figure runs: one incident, a period, the whole conflict, a running total, a batch; and what is a part."""

import re
from collections.abc import Sequence
from typing import Final

from rashomon.interpret.stance import Telling
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases
from rashomon.records import SEVERAL_ACTS, Period
from rashomon.vocab.scheme import LOSSES, SPEECH

# A time as long as these is a span to count over, not the date of one act.
LONG: Final = frozenset({"month", "season", "year", "years", "open"})
_MORE: Final = re.compile(r"\S{1,20}(?: \S{1,20}){0,3}? (?:more|further|additional)\b(?! than)")
# A thousand and more dead or driven out is no toll of one act, unless the passage names the act.
MOST_IN_ONE_ACT: Final = 1000
_WAR: Final = r"(?:war|conflict|uprising|insurgency|crisis|fighting|revolt|hostilities)"
# "since Norland's conflict broke out in March", "since the civil war there began".
_SINCE_WAR: Final = re.compile(
    rf"\bsince (?:\S{{1,20}} ){{0,4}}?{_WAR} (?:\S{{1,12}} ){{0,2}}?(?:began|broke out|erupted|started|flared)\b",
    re.IGNORECASE,
)
# "in the country's six-year war", "the death toll from the conflict": of a number too large for one act.
_OF_WAR: Final = re.compile(
    rf"\b(?:in|during|throughout|from|of) (?:the|\S{{2,20}}s) (?:\S{{1,20}} ){{0,3}}?{_WAR}\b", re.IGNORECASE
)
# "Three shootings left six wounded", "in separate attacks overnight": a sum over acts that have tolls of their own.
_SEVERAL: Final = re.compile(
    r"(?i)\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|several)(?: [\w-]{2,14}){0,2} "
    r"(?:shootings|stabbings|shooting scenes)|(?:separate|different|unrelated|various|citywide|nationwide|"
    r"weekend|overnight|spate of|string of|series of|rash of|wave of)(?: [\w-]{2,14})? "
    r"(?:shootings|incidents|attacks|stabbings|killings|clashes|raids|ambushes))\b"
)
# "A raid {earlier this month} that left one dead": some day of it, where one act is told.
_SOME_DAY: Final = re.compile(
    r"(?i)\"(?:earlier|early|late|later|last|in|this) (?:this |last |in )?"
    r"(?!(?:\w+ )?(?:years|months|weeks|days|hours)\b)(?:\w+ ?){1,2}\"$"
)
# Characters between "brings the total number of dead to" and the number.
NEAR: Final = 40


def basis_of(telling: Telling, quant: str, trigger: str | None, lower: int) -> tuple[str, str]:
    """The basis of a figure, and in words why.

    In order: the war as cause, or words for all of it; newly verified batches; words for this incident; a span of
    time; words for several acts told together; one act as cause; words for a period or a running total; a date.
    ``lower`` is the least that the number can be. Words for a sum ("brings to 60 the number killed this year") stand
    before the act that brought it there.
    """
    weave = telling.weave
    clause = clause_of(weave, quant, trigger)
    for basis in ("conflict", "batch", "incident"):
        match = phrases("cues", "basis", basis).search(clause)
        if match:
            return basis, f'it says "{match.group()}"'
    of_war = _SINCE_WAR.search(clause) or (_OF_WAR.search(clause) if lower >= MOST_IN_ONE_ACT else None)
    if of_war:
        return "conflict", f'it says "{of_war.group()}"'
    added = _added(weave, quant, clause)
    if added:
        return "batch", f'added to a count: "{added}"'
    brought = _brought(weave, quant)
    if brought:
        return brought
    causes = [edge.source for edge in weave.into(trigger, "causes")] if trigger else []
    if "CONDITION" in {weave.nodes[cause].type for cause in causes}:
        return "conflict", f'caused by "{weave.words(causes[0])}"'
    single = bool(causes) and not all(weave.words(cause).lower().endswith("s") for cause in causes)
    over = _over(telling, trigger)
    if over and not (single and _SOME_DAY.search(over[1])):
        return over
    together = phrases("cues", "basis", "together").search(clause) or _SEVERAL.search(clause)
    if together:
        return "unknown", f'{SEVERAL_ACTS}: it says "{together.group()}"'
    if single:
        return "incident", f'the toll of "{weave.words(causes[0])}"'
    for basis in ("period", "cumulative"):
        cue = _own_cue(telling, quant, trigger, basis)
        if cue:
            return basis, f'it says "{cue}"'
    return _of_acts(telling, quant, trigger, causes, lower)


def _brought(weave: Weave, quant: str) -> tuple[str, str] | None:
    """The basis of a sum to which an act brings a count, where the words after it tell over what it runs."""
    sentence, node = weave.sentence_span(quant), weave.nodes[quant]
    at = node.start - sentence.start
    grew = [match for match in phrases("cues", "basis", "brought").finditer(sentence.quote) if match.end() <= at]
    if not grew or at - grew[-1].end() > NEAR:
        return None
    for basis in ("period", "cumulative"):
        cue = phrases("cues", "basis", basis).search(sentence.quote, at)
        if cue:
            return basis, f'"{grew[-1].group()}" it, and it says "{cue.group()}"'
    return None


def _over(telling: Telling, trigger: str | None) -> tuple[str, str] | None:
    """The basis by the span of time that an act is told over, also where its words give no dates ("three weeks")."""
    when = telling.stances[trigger].when if trigger else None
    if when is None or when.node is None:
        return None
    if when.period:
        long = _is_span(when.period)
        return (("cumulative" if when.period.to is None else "period"), f'over "{when.period.words}"') if long else None
    words = telling.weave.words(when.node)
    span = phrases("cues", "window", "long").search(words)
    point = phrases("cues", "window", "points").search(words)
    return ("period", f'over "{words}"') if span and not point else None


def _added(weave: Weave, quant: str, clause: str) -> str:
    """The words that make a number an addition, in a sentence that tells of a count's growth: the "five more" of
    "raised its toll to 14 after five more bodies were found"; "" if there are none. Elsewhere "five more" is a toll."""
    revised = all(phrases("cues", "correction", cue).search(clause) for cue in ("revised", "counts"))
    grows = revised or any(phrases("cues", "basis", cue).search(clause) for cue in ("growing", "brought"))
    number = weave.nodes[quant]
    more = _MORE.match(weave.document.text, number.start, min(len(weave.document.text), number.end + 16))
    return more.group() if grows and more and more.end() >= number.end else ""


def _of_acts(telling: Telling, quant: str, trigger: str | None, causes: Sequence[str], lower: int) -> tuple[str, str]:
    """The basis by what the number hangs on, where no word tells: acts at one time, an act, a total that only grew."""
    weave = telling.weave
    times = [telling.stances[one].when.period for one in (trigger, *causes) if one]
    dated = any(period and not _is_span(period) for period in times)
    if causes:
        return ("incident" if dated else "unknown"), f'the toll of several acts: "{weave.words(causes[0])}"'
    basis, why = _by_trigger(weave, trigger, lower, dated)
    if basis == "unknown":
        grew = _own_cue(telling, quant, trigger, "growing")
        return ("cumulative", f'it says "{grew}"') if grew else (basis, why)
    return basis, why


def _own_cue(telling: Telling, quant: str, trigger: str | None, basis: str) -> str:
    """Words for a basis that belong to the number; "" if there are none.

    "A town besieged since May was shelled, and 12 died": words after another act are that act's. Those before any act
    of their sentence are everybody's.
    """
    weave = telling.weave
    own = _linked(weave, trigger)
    holders = [quant] if trigger is None or weave.sentence(trigger) == weave.sentence(quant) else [quant, trigger]
    for holder in holders:
        span = weave.sentence_span(holder)
        for match in phrases("cues", "basis", basis).finditer(span.quote):
            before = _act_before(telling, span.start, span.start + match.start())
            if before is None or before in own:
                return match.group()
    return ""


def _linked(weave: Weave, trigger: str | None) -> set[str]:
    """A trigger, what causes it, and what else that causes."""
    if trigger is None:
        return set()
    causes = {edge.source for edge in weave.into(trigger, "causes")}
    effects = {edge.target for one in (trigger, *causes) for edge in weave.out(one, "causes")}
    return {trigger} | causes | effects


def _act_before(telling: Telling, start: int, end: int) -> str | None:
    """The last trigger between two places of the text that is no speech."""
    nodes = telling.weave.nodes
    here = telling.weave.beginning(start, end)
    acts = [one for one in here if one in telling.stances and nodes[one].type not in SPEECH]
    return max(acts, key=lambda one: (nodes[one].start, one), default=None)


def _is_span(period: Period) -> bool:
    """Whether a time is a span to count over: long, or said as one ("the last 24 hours")."""
    spans = phrases("cues", "window", "units").search(period.words)
    return period.precision in LONG or (spans is not None and "ago" not in period.words.split())


def _by_trigger(weave: Weave, trigger: str | None, lower: int, dated: bool) -> tuple[str, str]:
    unknown = "unknown", "nothing says over what the number runs"
    if trigger is None:
        return unknown
    if weave.nodes[trigger].type not in LOSSES:
        return "incident", f'in the act of "{weave.words(trigger)}"'
    if lower >= MOST_IN_ONE_ACT:
        return unknown
    if dated:
        return "incident", "at one time"
    return ("incident", f'in the act of "{weave.words(trigger)}"') if weave.out(trigger, "agent") else unknown


def clause_of(weave: Weave, quant: str, trigger: str | None) -> str:
    """The sentence of a number (with that of its trigger, if it is another)."""
    found = [weave.sentence_span(quant)]
    if trigger and weave.sentence(trigger) != weave.sentence(quant):
        found.append(weave.sentence_span(trigger))
    return " ".join(span.quote for span in found)
