"""Which numbers of a passage count something, and which count a part of what another one counts."""

from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from rashomon.interpret.basis import is_subset_cue
from rashomon.interpret.cases import of_cases
from rashomon.interpret.measures import Measure, measure_of
from rashomon.interpret.numbers import split_off, there
from rashomon.interpret.weave import Weave
from rashomon.values.number_context import beside


class Count(msgspec.Struct, frozen=True):
    """One `count` edge read: the number's node, what it counts, what that measures."""

    quant: str
    counted: str
    measure: Measure
    p: float


def counts_of(weave: Weave) -> list[Count]:
    """Every number of a passage that counts something we keep.

    Ages, unit names, clock times and the like count nobody. A number of which another is said to be a part ("12 of
    the 40 hostages were freed") counts those who were there, not those to whom it happened.
    """
    found = []
    for quant in weave.mentions():
        node = weave.nodes[quant]
        if node.type != "QUANT" or beside(weave.document.text, node.start, node.end) or of_cases(weave, quant):
            continue
        for edge in weave.out(quant, "count"):
            if split_off(weave, quant, edge.target):
                measure = there(weave, edge.target)
            else:
                measure = measure_of(weave, quant, edge.target)
            if measure:
                p = min(edge.p, weave.nodes[quant].p, weave.nodes[edge.target].p)
                found.append(Count(quant, edge.target, measure, p))
    return found


def containing(weave: Weave, figures: Sequence[tuple[Count, str]]) -> list[str | None]:
    """For each counted number with the id of its claim, the id of the first one that contains it, if any does.

    A number is part of another if both measure one thing and it counts those "of" what the other counts ("12 of the
    hostages"), or if the words between them in one sentence say so. In time linear in the numbers.
    """
    by_counted: dict[tuple[str, str], list[int]] = {}
    by_act: dict[tuple[str, str | None, int], list[int]] = {}
    for place, (count, _) in enumerate(figures):
        by_counted.setdefault((count.counted, count.measure.name), []).append(place)
        at = (count.measure.name, count.measure.trigger, weave.sentence(count.quant))
        by_act.setdefault(at, []).append(place)
    found: list[str | None] = []
    for part, identity in figures:
        at = (part.measure.name, part.measure.trigger, weave.sentence(part.quant))
        named = (by_counted.get((group, part.measure.name), ()) for group in _groups(weave, part))
        places = [place for held in named for place in _first(held, figures, part, identity)]
        places += _before(weave, by_act[at], figures, part)
        whole = [figures[place][1] for place in sorted(places) if figures[place][1] != identity]
        found.append(whole[0] if whole else None)
    return found


def _groups(weave: Weave, part: Count) -> set[str]:
    groups = {edge.target for edge in weave.out(part.counted, "of")}
    return groups | {other for group in groups for other in weave.cluster(group)}


def _first(held: Sequence[int], figures: Sequence[tuple[Count, str]], part: Count, identity: str) -> Iterator[int]:
    """The first of some figures that is another number's."""
    others = (place for place in held if figures[place][0].quant != part.quant and figures[place][1] != identity)
    yield from islice(others, 1)


def _before(weave: Weave, held: Sequence[int], figures: Sequence[tuple[Count, str]], part: Count) -> Iterator[int]:
    """The first number of the sentence and act, where the words from there to the part say that it is one.

    What stands between a later number and the part stands there too, so no other needs to be asked.
    """
    start = weave.nodes[part.quant].start
    for place in held:
        whole = figures[place][0].quant
        if weave.nodes[whole].start >= start:
            return
        if weave.nodes[whole].end <= start:
            if is_subset_cue(weave, whole, part.quant):
                yield place
            return
