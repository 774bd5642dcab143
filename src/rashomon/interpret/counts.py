"""Which numbers of a passage count somebody or something, what they measure, and which is a part of which."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from rashomon.interpret.cases import of_cases
from rashomon.interpret.measures import Measure, measure_of
from rashomon.interpret.numbers import said_number, split_off, there
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import phrases, word_set
from rashomon.values.number_context import beside
from rashomon.values.quantity import read_quantity
from rashomon.vocab.scheme import MODES

PART: Final = "part"
"""The role of a number that counts some of those whom another one counts ("two of the dead")."""
PEOPLE: Final = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "casualties",
        "abducted",
        "detained",
        "displaced",
        "released",
        "people",
        "attacked",
    }
)
NEAR: Final = 2
"""Sentences before a part in which its whole may stand."""
NEAR_AGES: Final = 48
"""Characters before a number in which a list of ages may stand."""
OPENING: Final = 60
"""Characters between "among the dead were" and a number."""
# "Five {of them were} children", "five {of whom, all} students": who they are follows.
_WHO: Final = re.compile(r"(?i)^ of (?:them|whom|these|those)(?:,| were| are| being| reportedly| all| as| was){0,4} $")
_OF: Final = re.compile(
    r"(?i)^ of (?:(?P<any>them|whom)\b|(?:the |those |these |its |their )?(?P<noun>dead|killed|slain|deceased|"
    r"fatalities|deaths|wounded|injured|victims|casualties|detained|arrested|detainees|hostages|captives|abducted|"
    r"missing)\b)"
)
_AGE: Final = re.compile(r"^(?:,|\.| -| –|\)| and \d)")
_AGES: Final = re.compile(r"(?i)\bage[sd]?:? (?:\d{1,2}(?:, and |, | and | to |-)){1,9}$")
# "shot {seven} times", "wounded {twice}": so often, not so many
_OFTEN: Final = re.compile(r"(?i)^(?:(?:[\w-]{1,12} ){0,2}times|once|twice|thrice)\b")
# "a father of {four} was killed": so many children
_PARENT: Final = re.compile(r"(?i)\b(?:father|mother|dad|mom|mum|parent|grandfather|grandmother)s? (?:of|to) $")
# "image 2 of {11}": pictures, not people
_SERIES: Final = re.compile(r"(?i)\b(?:image|photo|picture|slide|page|video)s? (?:\d{1,3} ?(?:of|/) ?(?:/ ?)?)?$")
# "three women {were taken to hospital}" stands at most so far behind them
BEHIND: Final = 48
TAKEN: Final = 90
"""Characters behind people in which it is said that they were taken to hospital."""
_TAKEN: Final = re.compile(
    r"(?i)^,? (?:who )?(?:was|were|is|are|has been|have been|had to be) (?:\w{2,12}ly |also |later |all |both ){0,2}(?:"
    r"hospitali[sz]ed|(?:taken|rushed|transported|airlifted|flown|brought|sent|driven|carried|transferred|admitted|treated|"
    r"evacuated)\b[^.;,]{0,50}?\b(?:hospitals?|medical cent(?:er|re)s?|clinics?|trauma))\b"
)
# "ages 21, 32, and {49}", "two men, 30 and {42}": so may one age follow another
_NEXT_AGE: Final = frozenset({", ", " and ", ", and ", " & "})


class Count(msgspec.Struct, frozen=True):
    """One number read: its node, the node of what it counts, what that measures."""

    quant: str
    counted: str
    measure: Measure
    p: float


def counts_of(weave: Weave) -> list[Count]:
    """Every number of a passage that counts something we keep, in text order.

    Ages, unit names, clock times and the like count nobody. A number of which another is said to be a part ("12 of
    the 40 hostages were freed") counts those who were there, not those to whom it happened. A part of those told of
    before ("two of the dead were guests") measures what their number measures.
    """
    found: list[Count] = []
    for quant in weave.mentions():
        node = weave.nodes[quant]
        if node.type != "QUANT" or beside(weave.document.text, node.start, node.end) or of_cases(weave, quant):
            continue
        if is_age(weave, quant) or _OFTEN.match(weave.document.text[node.start : node.end + 8]):
            continue
        before = weave.document.text[max(0, node.start - 24) : node.start]
        if _PARENT.search(before) or _SERIES.search(before):
            continue
        own = [_of_noun(weave, count) for count in _counts(weave, quant)]
        part = _part(weave, quant, own, found)
        found += [part] if part else [count for count in own if count.measure.trigger] or own
    return found


def _counts(weave: Weave, quant: str) -> Iterator[Count]:
    """What a number counts by its own edges."""
    for edge in weave.out(quant, "count"):
        if split_off(weave, quant, edge.target):
            measure = there(weave, edge.target)
        else:
            measure = measure_of(weave, quant, edge.target)
        if measure and measure.name == "people" and measure.trigger is None and _in_hospital(weave, edge.target):
            measure = Measure("injured", None, "")
        if measure and measure.name in ("moved", "aided", "people") and to_hospital(weave, edge.target):
            measure = Measure("casualties", None, "")
        if measure:
            yield Count(quant, edge.target, measure, min(edge.p, weave.nodes[quant].p, weave.nodes[edge.target].p))


def to_hospital(weave: Weave, people: str) -> bool:
    """Whether people are said to have been taken to hospital, in the words directly behind them."""
    node, text = weave.nodes[people], weave.document.text
    after = text[node.end : min(node.end + TAKEN, weave.sentence_span(people).end)]
    return _TAKEN.match(after) is not None


def _in_hospital(weave: Weave, counted: str) -> bool:
    """Whether people are said to be in hospital or in some condition, directly behind them."""
    node, text = weave.nodes[counted], weave.document.text
    after = text[node.end : min(node.end + BEHIND, weave.sentence_span(counted).end)]
    return phrases("cues", "hospital", "after").search(re.split(r"[;:.]|, and\b", after)[0]) is not None


def _of_noun(weave: Weave, count: Count) -> Count:
    """The count, with the measure of those it is a part of, where its own act counts others: "11 of the injured"."""
    end = weave.nodes[count.quant].end
    said = _OF.match(weave.document.text[end : end + 40])
    noun = said["noun"] if said else None
    if not noun or noun.lower() not in ("wounded", "injured") or count.measure.name != "killed":
        return count
    told = weave.nodes[count.measure.trigger] if count.measure.trigger else None
    if told and said and end + said.end("noun") <= told.start < weave.sentence_span(count.quant).end:
        return count  # "four of the injured died"
    return msgspec.structs.replace(count, measure=Measure("injured", None, ""))


def is_age(weave: Weave, quant: str) -> bool:
    """Whether a number is an age: in commas behind somebody ("Tal Vree, 35, was killed"), or in a list of ages.

    "Ages 21, 32 and 49" says so by its word; "two men, 30 and 42" by being as many ages as men.
    """
    node, text = weave.nodes[quant], weave.document.text
    if not (text[node.start : node.end].isdecimal() and node.end - node.start <= 2):
        return False
    if _AGES.search(text[max(0, node.start - NEAR_AGES) : node.start]):
        return True
    before = next((one for one in weave.mentions() if _follows(weave, one, quant)), None)
    if before and (beside(text, weave.nodes[before].start, weave.nodes[before].end) or is_age(weave, before)):
        return True
    if not _AGE.match(text[node.end :][:6]):
        return False
    return any(
        text[other.end : node.start] == ", "
        and (other.type == "PER" or (other.type == "GROUP" and _as_many(weave, other.id, quant)))
        for other in weave.nodes.values()
        if other.end + 2 == node.start
    )


def _follows(weave: Weave, before: str, quant: str) -> bool:
    """Whether a number of one or two digits directly follows another one in a list."""
    first, node, text = weave.nodes[before], weave.nodes[quant], weave.document.text
    short = first.type == "QUANT" and first.end - first.start <= 2 and text[first.start : first.end].isdecimal()
    return short and first.end < node.start and text[first.end : node.start] in _NEXT_AGE


def _as_many(weave: Weave, group: str, quant: str) -> bool:
    """Whether the numbers in a list behind a group are as many as it is said to be; one behind one person."""
    numbers, last = 1, quant
    for other in weave.mentions():
        if _follows(weave, last, other):
            numbers, last = numbers + 1, other
    said = [read_quantity(said_number(weave, edge.source)).lower for edge in weave.into(group, "count")]
    return numbers in said or (numbers == 1 and not weave.into(group, "count"))


def _part(weave: Weave, quant: str, own: Sequence[Count], before: Sequence[Count]) -> Count | None:
    """The count of a number "of them", "of whom", "of the dead", where its own act doesn't tell what it measures."""
    if any(count.measure.trigger or count.measure.name not in PEOPLE for count in own):
        return None
    whole = whole_before(weave, quant, before)
    if whole is None:
        return None
    same = whole.measure.trigger if _together(weave, whole.quant, quant) else None
    counted = _described(weave, quant) or (own[0].counted if own else whole.counted)
    p = min(whole.p, weave.nodes[quant].p, weave.nodes[counted].p)
    return Count(quant, counted, Measure(whole.measure.name, same, PART), p)


def whole_before(weave: Weave, quant: str, counts: Sequence[Count]) -> Count | None:
    """The count before a number "of them" or "of the dead", or after "among the victims were", that can hold it."""
    node = weave.nodes[quant]
    said = _OF.match(weave.document.text[node.end : node.end + 40])
    if said is None and not _opened(weave, quant):
        return None
    measures = word_set("measures", "wholes", said["noun"].lower()) if said and said["noun"] else PEOPLE
    return next((count for count in reversed(counts) if _may_hold(weave, count, quant, measures)), None)


def _may_hold(weave: Weave, whole: Count, part: str, measures: frozenset[str]) -> bool:
    """Whether a count of one of some measures stands shortly before a number, and is no smaller."""
    if whole.measure.name not in measures or whole.measure.role in (PART, "agent"):
        return False
    if weave.nodes[whole.quant].end > weave.nodes[part].start:
        return False
    return weave.sentence(part) - weave.sentence(whole.quant) <= NEAR and _fits(weave, whole.quant, part)


def _fits(weave: Weave, whole: str, part: str) -> bool:
    """Whether a number is no larger than another one."""
    most, least = read_quantity(said_number(weave, whole)), read_quantity(said_number(weave, part))
    return most.upper is None or least.lower is None or least.lower <= most.upper


def _described(weave: Weave, quant: str) -> str | None:
    """Who those are of whom a number is told: the children of "five of them were children"."""
    node, text = weave.nodes[quant], weave.document.text
    for other in weave.mentions():
        after = weave.nodes[other]
        if after.type in ("GROUP", "PER") and node.end < after.start and _WHO.match(text[node.end : after.start]):
            return other
    return None


def whole_of(weave: Weave, part: Count, counts: Sequence[Count]) -> Count | None:
    """The count of which one counts a subset, both measuring one thing; None if the passage makes it no part."""
    for whole in counts:
        if whole.quant != part.quant and whole.measure.name == part.measure.name and _contains(weave, whole, part):
            return whole
    return whole_before(weave, part.quant, [count for count in counts if count.measure.name == part.measure.name])


def _contains(weave: Weave, whole: Count, part: Count) -> bool:
    groups = {edge.target for edge in weave.out(part.counted, "of")}
    same = {other for group in groups for other in weave.cluster(group)}
    if whole.counted in groups | same:
        return True
    return whole.measure.trigger == part.measure.trigger and is_subset_cue(weave, whole.quant, part.quant)


def _opened(weave: Weave, node: str) -> bool:
    """Whether "among the dead were" or the like stands before a number: a part of those told of before."""
    start = weave.nodes[node].start
    before = weave.document.text[max(weave.sentence_span(node).start, start - OPENING) : start]
    return phrases("cues", "subset", "opening").search(before) is not None


def is_subset_cue(weave: Weave, whole: str, part: str) -> bool:
    """Whether the words between or after two numbers of one sentence make the second a part of the first.

    "48 people, including 12 children"; "86, 30 of them children"; "20 were hurt, three seriously".
    """
    first, second = weave.nodes[whole], weave.nodes[part]
    if second.start < first.end or not _together(weave, whole, part):
        return False
    text = weave.document.text
    between, after = text[first.end : second.start], text[second.end : second.end + 30]
    if phrases("cues", "subset", "before").search(between):
        return True
    follow = phrases("cues", "subset", "after").search(after[:16])
    if follow is not None and follow.start() <= 1:
        return True
    grave = phrases("cues", "subset", "gravely").match(after, 1)
    return grave is not None and not phrases("cues", "subset", "lightly").search(between)


def _together(weave: Weave, one: str, other: str) -> bool:
    return weave.sentence(one) == weave.sentence(other)


def on_trigger(weave: Weave, count: Count) -> bool:
    """Whether a number counts an act itself, not anybody who is named."""
    return weave.nodes[count.counted].type in MODES
