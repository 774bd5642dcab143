"""Nobody was killed or hurt: a count of 0 that the words tell without a number."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from rashomon.interpret.basis import basis_of
from rashomon.interpret.counts import Count
from rashomon.interpret.figures import as_of, asserted, common
from rashomon.interpret.measures import ON_TRIGGER, Measure
from rashomon.interpret.stance import Telling, claim_id
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import any_of
from rashomon.records import EventClaim, FigureClaim
from rashomon.vocab import load
from rashomon.vocab.scheme import HURT

REACH: Final = 60
"""Characters before an act in which "no one" may stand."""


def nobody(telling: Telling, made: Mapping[str, EventClaim], counts: Sequence[Count]) -> Iterator[FigureClaim]:
    """A figure of 0 for each killing or injuring of which it is said that it befell nobody.

    The count is told as a fact though the act is denied: "no one was killed" asserts a 0.
    """
    weave = telling.weave
    counted = {count.measure.trigger for count in counts}
    for trigger in weave.triggers():
        node = weave.nodes[trigger]
        if node.type not in HURT or node.flag != "neg" or trigger in counted:
            continue
        start = max(weave.sentence_span(trigger).start, node.start - REACH)
        found = _pattern().search(weave.document.text[start : node.start])
        if found:
            yield _figure(telling, trigger, (start + found.start("who"), start + found.end("who")), made)


def _figure(telling: Telling, trigger: str, at: tuple[int, int], made: Mapping[str, EventClaim]) -> FigureClaim:
    weave = telling.weave
    measure = Measure(HURT[weave.nodes[trigger].type], trigger, ON_TRIGGER)
    basis, basis_why = basis_of(telling, trigger, trigger, 0)
    said, said_why = as_of(telling, trigger)
    reasons = {"basis": basis_why, "side": "nobody is counted", "bounds": "nobody: a count of 0"}
    reasons |= {"class": "nobody is counted", "counted": "nobody is counted"}
    reasons |= {"as_of": said_why} if said is None else {}
    fields = common(telling, Count(trigger, trigger, measure, weave.nodes[trigger].p), reasons)
    return FigureClaim(
        id=claim_id(telling, "figure", *at, measure.name),
        measure=measure.name,
        lower=0,
        upper=0,
        words=_said(weave, at),
        basis=basis,
        as_of=said,
        event=made[trigger].id if trigger in made else None,
        **asserted(fields),
    )


def _said(weave: Weave, at: tuple[int, int]) -> str:
    return weave.document.text[at[0] : at[1]]


@cache
def _pattern() -> re.Pattern[str]:
    """ "No one was", "none of them were", "no civilians have been", right before an act; bounded, so linear."""
    lists = load("cues")["nobody"]
    words, verbs, harmed = (any_of(lists[key]) for key in ("words", "verbs", "harmed"))
    who = rf"(?P<who>(?:{words})|no (?:[a-z]{{2,14}} ){{0,1}}(?:{harmed}))"
    return re.compile(rf"(?i)\b{who}(?: (?:{verbs})){{0,2}}(?: (?!else)[a-z]{{3,14}}ly)?(?: killed or| injured or)? $")
