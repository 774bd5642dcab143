"""Over what a figure runs: one incident, a period, the whole conflict, a running total, a batch; and what is a part."""

from typing import Final

from rashomon.interpret.stance import Telling
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases
from rashomon.records import Period

# A time as long as these is a span to count over, not the date of one act.
LONG: Final = frozenset({"month", "season", "year", "years", "open"})
HARM: Final = frozenset({"KILL", "INJURE", "MISSING", "DISPLACE"})
# A thousand and more dead or driven out is no toll of one act, unless the passage names the act.
MOST_IN_ONE_ACT: Final = 1000


def basis_of(telling: Telling, quant: str, trigger: str | None, lower: int) -> tuple[str, str]:
    """The basis of a figure, and in words why.

    In order: the war as cause, or words for all of it; newly verified batches; words for this incident; one act as
    cause; words for a period, or a span of time; words for a running total; a date.
    ``lower`` is the least that the number can be.
    """
    weave = telling.weave
    clause = clause_of(weave, quant, trigger)
    causes = [edge.source for edge in weave.into(trigger, "causes")] if trigger else []
    types = {weave.nodes[cause].type for cause in causes}
    for basis in ("conflict", "batch", "incident"):
        match = phrases("cues", "basis", basis).search(clause)
        if match:
            return basis, f'it says "{match.group()}"'
    if "CONDITION" in types:
        return "conflict", f'caused by "{weave.words(causes[0])}"'
    plural = [cause for cause in causes if weave.words(cause).lower().endswith("s")]
    period = telling.stances[trigger].when.period if trigger else None
    if period and _is_span(period):
        return ("cumulative" if period.to is None else "period"), f'over "{period.words}"'
    if causes and not plural:
        return "incident", f'the toll of "{weave.words(causes[0])}"'
    for basis in ("period", "cumulative"):
        match = phrases("cues", "basis", basis).search(clause)
        if match:
            return basis, f'it says "{match.group()}"'
    if causes:
        return ("incident" if period else "unknown"), f'the toll of several acts: "{weave.words(causes[0])}"'
    return _by_trigger(weave, trigger, lower, period is not None)


def _is_span(period: Period) -> bool:
    """Whether a time is a span to count over: long, or said as one ("the last 24 hours")."""
    spans = phrases("cues", "window", "units").search(period.words)
    return period.precision in LONG or (spans is not None and "ago" not in period.words.split())


def _by_trigger(weave: Weave, trigger: str | None, lower: int, dated: bool) -> tuple[str, str]:
    unknown = "unknown", "nothing says over what the number runs"
    if trigger is None:
        return unknown
    if weave.nodes[trigger].type not in HARM:
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


def is_subset_cue(weave: Weave, whole: str, part: str) -> bool:
    """Whether the words between or after two numbers of one sentence make the second a part of the first.

    "48 people, including 12 children"; "86, 30 of them children".
    """
    first, second = weave.nodes[whole], weave.nodes[part]
    if second.start < first.end or weave.sentence(whole) != weave.sentence(part):
        return False
    text = weave.document.text
    if phrases("cues", "subset", "before").search(text[first.end : second.start]):
        return True
    follow = phrases("cues", "subset", "after").search(text[second.end : second.end + 16])
    return follow is not None and follow.start() <= 1
