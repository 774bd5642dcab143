"""People killed or hurt who are told one by one ("a guard was shot dead"): their number, without a number word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from rashomon.interpret.basis import LONG, basis_of
from rashomon.interpret.counts import Count, is_subset_cue
from rashomon.interpret.figures import as_of, common
from rashomon.interpret.himself import REFLEXIVE, to_himself, whoever_did
from rashomon.interpret.measures import ON_TRIGGER, Measure, class_of, harm, size_of
from rashomon.interpret.mentions import mention_of
from rashomon.interpret.stance import Telling, claim_id
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import is_name, is_pronoun, phrases, word_set
from rashomon.records import SINGULAR, EventClaim, FigureClaim
from rashomon.values.number_context import beside
from rashomon.vocab.scheme import HURT

# The roles in which a number tells how many were harmed, not how many did it.
HARMED: Final = frozenset({"target", ON_TRIGGER})
# "Another soldier" is one more, "the soldier" one who was named before.
ONE: Final = frozenset({"a", "an", "another"})
ALONE: Final = frozenset({"he", "him", "himself", "she", "her", "herself"})
SUBJECT: Final = frozenset({"he", "she"})
# "Another was hurt": somebody beside those who were told.
SOMEBODY: Final = frozenset({"another", "another one", "another person", "one more"})
MANY: Final = ("s", "people", "men", "women", "children")
# Between a person's description and name: "the mayor, Ada Korr", "a guard identified as Tal Vree".
APPOSED: Final = 40
# ... and between somebody named and a number of others: "Ada Korr was killed along with seven rebels".
JOINED: Final = 60
ARTICLE: Final = 60
_BREAK_OFF: Final = re.compile(r"[;:.] |\b(?:who|which|when|while|after|by|including|among)\b")
# "An inspector {and a} guard {were} killed": the verb says that both are meant.
_AND: Final = re.compile(r"(?:, (?:aged? )?\d{1,2})?,? and (?:an? |the |another )?")
_LISTED: Final = re.compile(r"(?:, (?:aged? )?\d{1,2})?, (?:an? |the |another )?")
_PLURAL: Final = re.compile(r"(?:, (?:aged? )?\d{1,2},?)? (?:were|are|have|sustained|died) ")
# "... and {another} injured", where the act hits nobody whom the graph marks.
_ANOTHER: Final = re.compile(r"(?i)\banother(?: one| person)?(?: was| is| has been)?(?: \w{2,12}ly)? $")
# Between "he" and what befell him: "he {was accidentally} shot", "she {later} died".
_BEFELL: Final = re.compile(r"(?i)^ (?:(?:was|is|has|had|been|being|got|later|also|then|[a-z]{2,14}ly) ){0,4}$")
_BREAK: Final = re.compile(r"[,;:(]")


def persons(telling: Telling, made: Mapping[str, EventClaim], counts: Sequence[Count]) -> list[FigureClaim]:
    """Figure claims for those killed or hurt who are told in the singular, a figure for each act and class of people.

    Recorders count "a guard was killed" as one death (UCDP GED codebook 23.1, section 5). Not counted: people whose
    group has a number already ("two men, Tal Vree and ..."), plurals without a number, and pronouns but the "him" or
    "her" of a passage that has told of no such harm before.
    """
    weave = telling.weave
    found: list[FigureClaim] = []
    for trigger in weave.triggers():
        if harm(weave, trigger) is None:
            continue
        held = [count for count in counts if count.measure.trigger == trigger and count.measure.role in HARMED]
        people = list(_single(weave, trigger, held))
        if not held and not people and _another(weave, trigger):
            found.append(_figure(telling, trigger, [trigger], made))
        people.sort(key=lambda node: (class_of(weave, node)[0], weave.nodes[node].start))
        for _, group in groupby(people, key=lambda node: class_of(weave, node)[0]):
            found.append(_figure(telling, trigger, list(group), made))
    return found


def _harmed(weave: Weave, node: str) -> bool:
    """Whether the sentence tells what became of somebody who was hit: "was shot and killed"."""
    here = weave.sentence(node)
    acts = (edge.source for other in weave.cluster(node) for edge in weave.into(other, "target"))
    return any(weave.nodes[act].type in HURT and weave.sentence(act) == here for act in acts)


def _single(weave: Weave, trigger: str, held: Sequence[Count]) -> Iterator[str]:
    """The targets of an act that are one person each, nobody twice."""
    taken: list[str] = [count.counted for count in held]
    for node in _targets(weave, trigger):
        if weave.sentence(node) != weave.sentence(trigger) or not is_one(weave, node):
            continue
        if any(same_person(weave, other, node) for other in taken):
            continue
        if weave.nodes[trigger].type not in HURT and _harmed(weave, node):
            continue
        if held and (_part(weave, held, node) or not (one_more(weave, node) or _joined(weave, held, node))):
            continue
        if _numbered(weave, node) or (is_pronoun(weave.words(node)) and not _told_by(weave, trigger, node, held)):
            continue
        taken.append(node)
        yield node


def _targets(weave: Weave, trigger: str) -> Iterator[str]:
    """Those whom an act hits, and who shares it by a plural verb: "an inspector and a guard were hurt" hits both."""
    if to_himself(weave, trigger):
        yield from (one for one in whoever_did(weave, trigger) if size_of(weave, one) == 1)
        return
    for edge in weave.out(trigger, "target"):
        yield from _sharing(weave, trigger, edge.target)
        yield edge.target


def _sharing(weave: Weave, trigger: str, node: str) -> list[str]:
    """Those joined by "and" and commas before one person who is the subject of "were killed", in text order."""
    here, text = weave.nodes[node], weave.document.text
    if not _PLURAL.match(text[here.end : weave.nodes[trigger].start] + " ") or not is_one(weave, node):
        return []
    found: list[str] = []
    last, joint = node, _AND
    for other in reversed(weave.mentions()):
        one = weave.nodes[other]
        if one.type not in ("PER", "GROUP") or one.end > _opens(weave, last):
            continue
        if not joint.fullmatch(text[one.end : _opens(weave, last)]) or weave.into(other, "agent", "target", "theme"):
            break
        found.insert(0, other)
        last, joint = other, _LISTED
    return found


def _opens(weave: Weave, node: str) -> int:
    """Where the phrase of a mention begins: with the names directly before it that it is of."""
    start = weave.nodes[node].start
    tied = [weave.nodes[edge.target].start for edge in weave.out(node, "of")]
    return min([start, *(one for one in tied if start - ARTICLE < one < start)])


def _another(weave: Weave, trigger: str) -> bool:
    """Whether somebody beside those who were told is hit, of whom the graph has no mention: "another injured"."""
    start = weave.nodes[trigger].start
    before = weave.document.text[max(weave.sentence_span(trigger).start, start - ARTICLE) : start]
    return not weave.out(trigger, "target") and _ANOTHER.search(before) is not None


def is_one(weave: Weave, node: str) -> bool:
    """Whether a mention is one person: a name, or a description in the singular with its article or a title's form."""
    words, kind = weave.words(node), weave.nodes[node].type
    if words.lower() in SOMEBODY:
        return True
    if is_pronoun(words):
        return kind == "PER" and words.lower() in ALONE
    if words.lower() in word_set("cues", "naming", "bare") or _of_many(weave, node):
        return False
    if _article(weave, node) in ONE:
        return kind == "PER" or (kind == "GROUP" and not words.lower().endswith(MANY))
    if kind != "PER":
        return False
    return is_name(words) or not words.lower().endswith(("s", "men", "people", "children"))


def _numbered(weave: Weave, node: str) -> bool:
    """Whether a number counts a mention; the 12 of "a 12-year-old boy" doesn't."""
    numbers = (weave.nodes[edge.source] for edge in weave.into(node, "count"))
    return any(not beside(weave.document.text, number.start, number.end) for number in numbers)


def _told_by(weave: Weave, trigger: str, node: str, held: Sequence[Count]) -> bool:
    """Whether a pronoun tells of harm that nothing before it did: beside a number, done to oneself, or the first of a
    passage; a subject ("he was shot") stands right before its act."""
    words = weave.words(node).lower()
    between = weave.document.text[weave.nodes[node].end : weave.nodes[trigger].start]
    if words in SUBJECT and not _BEFELL.match(between):
        return False
    return bool(held) or words in REFLEXIVE or _first(weave, trigger)


def _first(weave: Weave, trigger: str) -> bool:
    """Whether an act is the first harm of a passage, so that its "him" is nobody who is counted already."""
    act = weave.nodes[trigger]
    earlier = [one for one in weave.triggers() if harm(weave, one) and weave.nodes[one].end <= act.start]
    if act.type == "KILL":  # who dies was perhaps hurt before
        earlier = [one for one in earlier if weave.nodes[one].type == act.type]
    return not any(weave.out(one, "target") or weave.into(one, "count") for one in earlier)


def _of_many(weave: Weave, node: str) -> bool:
    """Whether a word for many stands before a mention: "a number of people", "a group of worshippers"."""
    start = weave.nodes[node].start
    before = weave.document.text[max(0, start - 40) : start]
    return any(match.end() >= len(before) - 1 for match in phrases("cues", "others", "many").finditer(before))


def one_more(weave: Weave, node: str) -> bool:
    """Whether a mention brings in somebody new: "a guard", "another guard"."""
    return _article(weave, node) in ONE


def same_person(weave: Weave, first: str, second: str) -> bool:
    """Whether two mentions are one person, or one of the group: linked as such, or a name after its description."""
    if second in weave.cluster(first) or any(edge.target == first for edge in weave.out(second, "of")):
        return True
    one, two = sorted((weave.nodes[first], weave.nodes[second]), key=lambda node: node.start)
    between = weave.document.text[one.end : two.start]
    if one_more(weave, two.id) or len(between) > APPOSED or not is_name(weave.words(two.id)):
        return False
    cue = phrases("cues", "apposition", "words").search(between)
    return cue is not None or (between.strip() in ("", ",") and not is_name(weave.words(one.id)))


def _joined(weave: Weave, held: Sequence[Count], node: str) -> bool:
    """Whether somebody named stands beside a number, not in it: "the mayor and two guards", "Ada Korr and four others".

    Those named after the number in a list are in it ("two men, Tal Vree and ..."); who comes before it is not.
    """
    here, text = weave.nodes[node], weave.document.text
    for count in held:
        start = weave.nodes[count.quant].start
        if not here.end < start or weave.sentence(count.quant) != weave.sentence(node):
            continue
        between = text[here.end : start]
        if (
            len(between) <= JOINED
            and phrases("cues", "others", "joined").search(between)
            and not _BREAK_OFF.search(between)
        ):
            return True
    return False


def _part(weave: Weave, held: Sequence[Count], node: str) -> bool:
    return any(is_subset_cue(weave, count.quant, node) for count in held)


def _article(weave: Weave, node: str) -> str:
    """The article of a mention's noun phrase: up to three words before it, names that it is `of` jumped over."""
    start = weave.nodes[node].start
    tied = {edge.target for edge in weave.out(node, "of", "ally", "enemy")}
    ends = [other.end for name, other in weave.nodes.items() if other.end <= start and name not in tied]
    first = max(0, start - ARTICLE, *ends)
    before = weave.document.text[first:start]
    for name in tied:  # "a Railway Guard officer": the article stands before the name
        if first <= weave.nodes[name].start < start:
            before = before.replace(weave.words(name), "")
    words = _BREAK.split(before)[-1].lower().split()[-3:]
    return next((word for word in reversed(words) if word in ONE or word == "the"), "")


def _figure(telling: Telling, trigger: str, people: Sequence[str], made: Mapping[str, EventClaim]) -> FigureClaim:
    weave = telling.weave
    first, last = people[0], people[-1]
    number = sum(size_of(weave, node) for node in people)
    on_trigger = first == trigger
    measure = Measure(harm(weave, trigger) or "casualties", trigger, "target")
    class_, class_why = class_of(weave, first)
    basis, basis_why = basis_of(telling, first, trigger, number)
    when = telling.stances[trigger].when.period
    if basis == "period" and when and when.precision not in LONG:
        basis, basis_why = "incident", f"told one by one, though {basis_why}"
    said, said_why = as_of(telling, trigger)
    how = "one person, told in the singular" if number == 1 else f"{number} persons, told one by one"
    how = f"{how}, by his own hand" if number == 1 and to_himself(weave, trigger) else how
    reasons = {"basis": basis_why, "side": "sides are told by resolution", "bounds": how, SINGULAR: how}
    reasons |= {"class": class_why} if class_why else {}
    reasons |= {"as_of": said_why} if said is None else {}
    reasons |= {"counted": "somebody else, who is not named"} if on_trigger else {}
    edges = {edge.target: edge.p for edge in weave.out(trigger, "target")}
    p = min(min(edges.get(node, 1.0), weave.nodes[node].p) for node in people)
    node = weave.nodes[first]
    return FigureClaim(
        id=claim_id(telling, "figure", node.start, node.end, measure.name),
        measure=measure.name,
        counted=None if on_trigger else mention_of(weave, first),
        class_=class_,
        lower=number,
        upper=number,
        words=weave.document.text[node.start : weave.nodes[last].end],
        basis=basis,
        as_of=said,
        event=made[trigger].id if trigger in made else None,
        **common(telling, Count(first, last, measure, p), reasons),
    )
