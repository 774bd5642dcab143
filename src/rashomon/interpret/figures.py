"""Figure claims: a number, what it measures, who is counted, over what it runs, and of which figure it is a part."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from rashomon.interpret.basis import basis_of
from rashomon.interpret.cases import told_of
from rashomon.interpret.corrections import corrected
from rashomon.interpret.counts import Count, on_trigger, whole_of
from rashomon.interpret.measures import class_of, size_of
from rashomon.interpret.mentions import mention_of, mention_spans
from rashomon.interpret.numbers import said_number
from rashomon.interpret.reality import find_hedge
from rashomon.interpret.stance import Telling, claim_id, evidence, shared
from rashomon.interpret.voices import AUTHOR
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases
from rashomon.records import EventClaim, FigureClaim, Period, Reality
from rashomon.values.quantity import read_quantity
from rashomon.vocab.scheme import SPEECH


def figures(telling: Telling, made: Mapping[str, EventClaim], counts: Sequence[Count]) -> list[FigureClaim]:
    """The figure claims of a passage, in text order; ``made`` are its event claims by trigger, ``counts`` its numbers
    that count (`counts_of`)."""
    found = [(count, _figure(telling, count, made)) for count in counts]
    kept = [(count, claim) for count, claim in found if claim is not None]
    parted = [(count, _as_part(telling.weave, count, claim, kept)) for count, claim in kept]
    return corrected(telling.weave, [(count.quant, claim) for count, claim in parted])


def _figure(telling: Telling, count: Count, made: Mapping[str, EventClaim]) -> FigureClaim | None:
    """The claim of one counted number; None if its words are no figure ("a 27-year war")."""
    weave, measure = telling.weave, count.measure
    bounds = read_quantity(said_number(weave, count.quant))
    if not bounds.figure or (bounds.lower is None and bounds.upper is None):
        return None
    size = size_of(weave, count.counted)
    unnamed = on_trigger(weave, count)
    class_, class_why = class_of(weave, count.counted)
    basis, basis_why = basis_of(telling, count.quant, measure.trigger, bounds.lower or 0)
    event = made.get(measure.trigger or "")
    said, said_why = as_of(telling, measure.trigger)
    reasons = {"basis": basis_why, "side": "sides are told by resolution", "bounds": bounds.how}
    reasons |= {"class": class_why} if class_why else {}
    reasons |= {"counted": "the number stands for those counted, who are not named"} if unnamed else {}
    reasons |= {"event": "no act that the number hangs on"} if event is None else {}
    reasons |= {"as_of": said_why} if said is None else {}
    node = weave.nodes[count.quant]
    fields = common(telling, count, reasons)
    return FigureClaim(
        id=claim_id(telling, "figure", node.start, node.end, measure.name),
        measure=measure.name,
        counted=None if unnamed else mention_of(weave, count.counted),
        class_=class_,
        lower=bounds.lower and bounds.lower * size,
        upper=bounds.upper and bounds.upper * size,
        approx=bounds.approx,
        words=bounds.words,
        basis=basis,
        as_of=said,
        event=event.id if event else None,
        **(asserted(fields) if bounds.upper == 0 else fields),
    )


def asserted(fields: dict[str, Any]) -> dict[str, Any]:
    """The shared fields of a count of 0: the 0 is a fact where the harm is denied, hedged where that is hedged."""
    if fields["reality"] != "neg":
        return fields
    kept = {name: why for name, why in fields["reasons"].items() if name != "reality"}
    return fields | {"reality": "fact", "reasons": kept}


def common(telling: Telling, count: Count, reasons: dict[str, str]) -> dict[str, Any]:
    """The shared fields of a figure: those of the trigger, or without one, read around the number."""
    weave, trigger = telling.weave, count.measure.trigger
    spans = [weave.span_of(count.quant), *mention_spans(weave, count.counted)]
    if trigger:
        fields = shared(telling, trigger, spans, count.p, reasons)
        # the sentence that a figure is shown with is the one that holds the number
        fields["spans"] = tuple(dict.fromkeys((weave.sentence_span(count.quant), *fields["spans"])))
        case = "" if fields["background"] else told_of(telling, trigger)
        if case:
            fields |= {"background": True, "reasons": fields["reasons"] | {"background": case}}
        return fields
    hedge = find_hedge(weave, weave.nodes[count.quant])[0] or find_hedge(weave, weave.nodes[count.counted])[0]
    speech = _speech_over(telling, count.quant)
    return {
        "document": weave.document.id,
        "spans": evidence(weave, count.quant, spans + ([hedge] if hedge else [])),
        "voices": telling.stances[speech].chain.voices if speech else (AUTHOR,),
        "reality": _unheld(hedge.quote) if hedge else "fact",
        "hedge": hedge.quote if hedge else None,
        "score": round(count.p, 4),
        "maker": telling.maker,
        "reasons": (telling.stances[speech].chain.reasons if speech else {}) | reasons,
    }


def _unheld(hedge: str) -> Reality:
    """The reality of a number that no trigger holds: what is expected is to come, other hedges leave it open."""
    return "fut" if phrases("hedges", "future").search(hedge) else "poss"


def _speech_over(telling: Telling, quant: str) -> str | None:
    """The trigger nearest to a number in its sentence, if speech stands over it: its voices are the number's."""
    weave = telling.weave
    near = [other for other in telling.stances if weave.sentence(other) == weave.sentence(quant)]
    near = [other for other in near if weave.nodes[other].type not in SPEECH]
    here = weave.nodes[quant].start
    return min(near, key=lambda other: (abs(weave.nodes[other].start - here), other), default=None)


def as_of(telling: Telling, trigger: str | None) -> tuple[Period | None, str]:
    """When the figure was said: the time of the innermost speech that has one, else the report's date."""
    voices = telling.stances[trigger].chain.voices if trigger else (AUTHOR,)
    said = next((voice.when for voice in reversed(voices) if voice.when), None)
    return said or telling.weave.document.published, "the report has no date, and no time of saying is given"


def _as_part(
    weave: Weave, count: Count, claim: FigureClaim, others: Sequence[tuple[Count, FigureClaim]]
) -> FigureClaim:
    """The claim with the figure that contains it, if the passage makes it a subset, and what that runs over."""
    whole = whole_of(weave, count, [other for other, found in others if found.id != claim.id])
    if whole is None:
        return claim
    of = next(found for other, found in others if other is whole)
    if claim.event or not of.event:
        return msgspec.structs.replace(claim, part_of=of.id)
    reasons = {name: why for name, why in claim.reasons.items() if name != "event"} | {"basis": of.reasons["basis"]}
    return msgspec.structs.replace(claim, part_of=of.id, event=of.event, basis=of.basis, reasons=reasons)
