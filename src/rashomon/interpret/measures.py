"""What a number measures and whom it counts: the tables of `measures.toml` and `classes.toml`, applied to a graph."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rashomon.interpret.mentions import phrase_of, standing_for
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import KEPT, phrase_pattern, phrases, tokens, word_set
from rashomon.records import Node
from rashomon.vocab import load
from rashomon.vocab.scheme import HURT, MODES

# Counted mentions of these types can be people; a QUANT on a GPE, LOC, FAC or OBJ counts things.
PEOPLE: Final = frozenset({"GROUP", "PER", "ORG"})
ON_TRIGGER: Final = "count"
# Measures of things, said of people: fighters "destroyed" are dead, people under siege are no places.
OF_PEOPLE: Final = {"destroyed": "killed", "places held": "people", "seized": "detained"}
AFTER: Final = 48
"""Characters after "shot" in which the scene may be told: "shot at an apartment complex"."""
_SCENE: Final = re.compile(r" at (?:the|a|an|his|her|their|about|around|least|[A-Z0-9])")
BEFORE: Final = 48
# Right before the act: "the fatal shooting of a clerk", "a deadly drive-by shooting".
_FATAL: Final = re.compile(r"(?i)\b(?:fatal|deadly|lethal|fatally)(?: [\w-]{1,20}){0,2} $")
# "She {heard} a shot": shots that were heard or fired hit nobody by that word alone.
_HEARD: Final = re.compile(
    r"(?i)\b(?:hear|hears|heard|hearing|fired|firing|(?:sounds?|reports?) of)(?: \w{1,10}){0,2} $"
)
CURRENCIES: Final = ("$", "£", "€", "¥")


class Measure(NamedTuple):
    """What is measured, the trigger it hangs on (None: the words of the counted mention alone say it), and the role."""

    name: str
    trigger: str | None
    role: str


def measure_of(weave: Weave, quant: str, counted: str) -> Measure | None:
    """What the number ``quant`` measures when it counts the node ``counted``; None if that is no measure we keep."""
    if weave.nodes[counted].type in MODES:
        name = _trigger_measure(weave, counted)
        return Measure(name, counted, ON_TRIGGER) if name else None
    head = _counted_head(weave, quant, counted)
    if head:
        return Measure(head, None, "")
    for holder in _holders(weave, counted):
        found = _role_measure(weave, holder, quant)
        if found:
            return found
    name = noun_measure(weave, counted)
    return Measure(name, None, "") if name else None


def _counted_head(weave: Weave, quant: str, counted: str) -> str | None:
    """The measure of a noun that the graph doesn't mark between number and people: "20 bodies of attackers"."""
    between = weave.document.text[weave.nodes[quant].end : weave.nodes[counted].start].lower().split()
    if len(between) not in (2, 3) or between[1] != "of":
        return None
    table = load("measures")["noun"]
    return next((str(name) for name in table if between[0] in word_set("measures", "noun", name)), None)


def _holders(weave: Weave, counted: str) -> list[str]:
    """The mention itself, then the group that it is part of, where that stands in the same sentence."""
    here = weave.sentence(counted)
    groups = [edge.target for edge in weave.out(counted, "of")]
    same = [other for other in weave.cluster(counted) if other != counted]
    near = [other for other in (*same, *groups) if weave.sentence(other) == here and weave.nodes[other].type in PEOPLE]
    return [counted, *near]


def _role_measure(weave: Weave, mention: str, quant: str) -> Measure | None:
    """The first rule that fits a trigger holding the mention in a role; among equals the trigger nearest the number."""
    thing = weave.nodes[mention].type not in PEOPLE
    here = weave.nodes[quant].start
    held = [
        (edge.source, edge.label)
        for edge in weave.into(mention, "agent", "target", "theme", "instrument")
        if abs(weave.sentence(edge.source) - weave.sentence(mention)) <= 1
    ]
    held.sort(
        key=lambda pair: (weave.sentence(pair[0]) != weave.sentence(quant), abs(weave.nodes[pair[0]].start - here))
    )
    held = _nearest_harm(weave, held, quant, mention)
    for kind, mode, role, name in load("measures")["role"]:
        for trigger, label in held:
            node = weave.nodes[trigger]
            if label != role or node.type != kind or (mode and node.mode != mode):
                continue
            measure = _thing_measure(weave, mention, name) if thing else _people_measure(weave, trigger, name)
            if measure is None:
                continue
            if measure == "killed" and _also_injured(weave, trigger, held):
                measure = "casualties"
            return Measure(measure, trigger, role)
    return None


def _nearest_harm(weave: Weave, held: list[tuple[str, str]], quant: str, mention: str) -> list[tuple[str, str]]:
    """Without the farther of a killing and an injuring that hold a mention, where another number stands between them.

    "12 were killed and six wounded": each number belongs to the act beside it; "60 killed and wounded" counts both.
    """
    harms = [trigger for trigger, label in held if label == "target" and weave.nodes[trigger].type in HURT]
    if len({weave.nodes[trigger].type for trigger in harms}) < 2:
        return held
    first, last = (weave.nodes[pick(harms, key=lambda name: weave.nodes[name].start)] for pick in (min, max))
    numbers = [node for node in weave.nodes.values() if node.type == "QUANT"]
    more = phrases("cues", "others", "more").search(weave.document.text[first.end : last.start])
    if not more and not any(first.end <= number.start < last.start for number in numbers):
        return held
    near = min(harms, key=lambda name: (*_gap(weave, name, quant, mention), name))
    return [pair for pair in held if pair[0] == near or pair[0] not in harms]


def _gap(weave: Weave, trigger: str, quant: str, mention: str) -> tuple[bool, int]:
    """How far an act stands from a number and those it counts: whether "and" divides them, and the characters."""
    act, parts = weave.nodes[trigger], (weave.nodes[quant], weave.nodes[mention])
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    first, last = (end, act.start) if act.start >= end else (act.end, start)
    return "and" in weave.document.text[first:last].lower().split(), max(0, last - first)


def _people_measure(weave: Weave, trigger: str, name: str) -> str:
    """A measure of things turned into that of people: fighters wiped out are dead, people beaten are not."""
    if name == "attacked" and (hit := harm(weave, trigger)):
        return hit
    if name == "destroyed" and not set(tokens(weave.words(trigger))) & word_set("measures", "wiped_out"):
        return "attacked"
    return OF_PEOPLE.get(name, name)


def harm(weave: Weave, trigger: str) -> str | None:
    """What those whom an act harms are counted as: killed, injured, or casualties, where it may be either ("shot")."""
    node = weave.nodes[trigger]
    if not hits(weave, trigger):
        return HURT.get(node.type)
    return "killed" if _FATAL.search(weave.document.text[max(0, node.start - BEFORE) : node.start]) else "casualties"


def hits(weave: Weave, trigger: str) -> bool:
    """Whether an assault is told by a word that leaves those whom it hits dead or hurt: "shot", but not "shot at".

    Who stands before it was "shot at the scene".
    """
    node = weave.nodes[trigger]
    if node.type != "ASSAULT":
        return False
    words = set(tokens(weave.words(trigger)))
    bullets = words & word_set("measures", "hit_by_bullets") and _by_bullets(weave, trigger)
    return bool(bullets or words & word_set("measures", "hit")) and not _missed(weave, node)


def _missed(weave: Weave, node: Node) -> bool:
    """Whether shots were only heard, or fired at those who were aimed at: "shot at them"; "shot at the gate" hits."""
    if _HEARD.search(weave.document.text[max(0, node.start - BEFORE) : node.start]):
        return True
    after = weave.document.text[node.end : node.end + AFTER]
    befell = any(weave.nodes[edge.target].end <= node.start for edge in weave.out(node.id, "target"))
    return after.startswith(" at ") and not (befell and _SCENE.match(after))


def _by_bullets(weave: Weave, trigger: str) -> bool:
    """Whether it was a bullet that hit: by the act's mode, or because its sentence tells of fire."""
    node = weave.nodes[trigger]
    return (
        node.mode == "firearms" or phrases("measures", "bullets").search(weave.sentence_span(trigger).quote) is not None
    )


def _thing_measure(weave: Weave, mention: str, name: str) -> str | None:
    """A measure of people turned into that of things: bodies are dead people, troop counts of guns are weapons."""
    if name == "killed" and noun_measure(weave, mention) == "killed":
        return name
    if name in load("measures")["things"]:
        return "weapons" if flow_kind(weave, mention) == "weapons" else None
    return name if name in ("destroyed", "seized", "weapons", "attacked", "places held", "aid", "moved") else None


def _also_injured(weave: Weave, killing: str, held: Sequence[tuple[str, str]]) -> bool:
    """Whether "60 were killed and wounded" counts both: one mention, one sentence, KILL and INJURE."""
    if set(tokens(weave.words(killing))) & word_set("measures", "casualties"):
        return True
    hurt = {trigger for trigger, label in held if label == "target" and weave.nodes[trigger].type == "INJURE"}
    hurt -= {edge.source for edge in weave.into(killing, "causes")}  # they died of their wounds
    return any(weave.sentence(other) == weave.sentence(killing) for other in hurt)


def _trigger_measure(weave: Weave, trigger: str) -> str | None:
    node = weave.nodes[trigger]
    words = set(tokens(weave.words(trigger)))
    if node.type == "KILL" and words & word_set("measures", "casualties"):
        return "casualties"
    if node.type == "ASSAULT" and node.mode != "abduct" and words & word_set("measures", "strikes"):
        return "strikes"
    for kind, mode, name in load("measures")["trigger"]:
        if node.type == kind and (not mode or node.mode == mode):
            return str(name)
    return None


def noun_measure(weave: Weave, counted: str) -> str | None:
    """What the counted words measure by themselves: bodies are killed, hostages abducted, gunmen a force."""
    words = weave.words(counted).lower()
    for name in load("measures")["noun"]:
        if set(tokens(words)[-1:]) & word_set("measures", "noun", name) or words in word_set("measures", "noun", name):
            return str(name)
    if weave.nodes[counted].type not in PEOPLE:
        return "weapons" if flow_kind(weave, counted) == "weapons" else None
    if weave.into(counted, "agent", "target", "theme"):
        return None
    return "force size" if class_of(weave, counted)[0] in ("combatant", "security") else "people"


def size_of(weave: Weave, counted: str) -> int:
    """How many people one of the counted is: a couple is two, a trio three; nearly always one."""
    words = tokens(weave.words(counted))
    return int(load("measures")["sizes"].get(words[-1], 1)) if words else 1


def class_of(weave: Weave, counted: str) -> tuple[str, str]:
    """Who is counted (hostage, combatant, security, civilian, detainee, unknown) and why, from the words.

    The counted words decide; failing them, what the passage also calls them; failing that, the group they are part
    of; failing that, a role that makes it plain (those abducted are hostages).
    """
    if weave.nodes[counted].type in MODES:
        return "unknown", "the number counts the act, not anybody named"
    groups = [edge.target for edge in weave.out(counted, "of") if weave.nodes[edge.target].type in ("GROUP", "ORG")]
    for other in (counted, *weave.cluster(counted), *groups):
        words = weave.words(standing_for(weave, other))
        found = class_in(words)
        if found:
            return found, ""
    if any(weave.nodes[edge.source].mode == "abduct" for edge in weave.into(counted, "target")):
        return "hostage", ""
    return "unknown", f'"{weave.words(counted)}" does not say who they are'


@lru_cache(KEPT)
def class_in(words: str) -> str | None:
    """The class that a phrase names, by its words; None if it names none."""
    return next((name for name, pattern in _table("counted") if pattern.search(words)), None)


def flow_kind(weave: Weave, mention: str) -> str | None:
    """What a mention is when it moves: weapons, fighters, troops, refugees, money, goods; None if no word tells."""
    own, wide = weave.words(mention), phrase_of(weave, mention).quote
    if any(sign in own for sign in CURRENCIES):
        return "money"
    return _flow_in(own) or _flow_in(wide)


@lru_cache(KEPT)
def _flow_in(words: str) -> str | None:
    return next((name for name, pattern in _table("flow") if pattern.search(words)), None)


@cache
def _table(name: str) -> list[tuple[str, re.Pattern[str]]]:
    return [(key, phrase_pattern(words)) for key, words in load("classes")[name].items()]
