"""What the claim graphs of a MUC-4 report offer for its templates: candidates for fillers, and signs of incidents."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import msgspec
from muc4_forms import LONGEST, forms, known, stands
from muc4_score import normal

from rashomon.interpret.interpreter import sure
from rashomon.interpret.weave import Weave, weave
from rashomon.interpret.wording import is_pronoun
from rashomon.records import Document, Edge, Graph
from rashomon.vocab.scheme import SPEECH

LEAST: Final = 0.3  # less sure nodes and edges are left out; the features weigh what stays
FILLERS: Final = frozenset({"PER", "ORG", "GROUP", "OBJ", "FAC", "LOC", "GPE"})
ACTS: Final = frozenset(
    {"ASSAULT", "KILL", "INJURE", "COERCE", "MISSING", "THREATEN", "CONTROL", "RETREAT", "CONDITION"}
)
NEAR: Final = 4  # acts of a sentence that a mention is described by
PLACES: Final = 6  # places of a candidate that are looked at
_WORD: Final = re.compile(r"[a-z0-9]{1,40}|[,.\"(]")


class Candidate(msgspec.Struct, frozen=True):
    """One wording that could fill a role: normalised words, features, the mentions it stands for, and its acts."""

    words: str
    features: frozenset[str]
    mentions: frozenset[str]  # "passage:node", the cluster's included
    acts: frozenset[int]  # where the acts begin that it takes part in, or else those of its sentence
    first: int
    places: tuple[tuple[int, int], ...] = ()  # where its words stand in the text, the first `PLACES` times


class Report(msgspec.Struct, frozen=True):
    """A report: its candidates in text order, and the features of the whole."""

    candidates: tuple[Candidate, ...]
    features: frozenset[str]


def report(document: Document, graphs: Sequence[Graph], wordings: Collection[str] = ()) -> Report:
    """The candidates and features of one report."""
    found: dict[str, Candidate] = {}
    signs = text_signs(document.text)
    kinds: Counter[str] = Counter()
    for passage, graph in enumerate(sorted(graphs, key=lambda graph: graph.start)):
        view = weave(document, sure(graph, LEAST))
        own = [act_features(view, node) for node in view.triggers() if is_act(view, node)]
        signs.update(*own)
        kinds.update(node.type for node in view.nodes.values())
        signs.update(f"opens with {sign}" for signs_of in own for sign in signs_of if passage == 0)
        known_here = _known(view, passage, graph.start, wordings)
        for one in (*_candidates(view, passage), *known_here):
            held = found.get(one.words)
            found[one.words] = one if held is None else _joined(held, one)
            signs.update(f"tells of {sign}" for sign in one.features if sign.startswith("head "))
    signs |= {f"{n} {kind}" for kind, count in kinds.items() for n in (2, 4, 6, 9, 13) if count >= n}
    complete = related(found, document.text)
    return Report(tuple(sorted(complete, key=lambda one: (one.first, one.words))), frozenset(signs))


def text_signs(text: str) -> set[str]:
    """The words of a report, its pairs of words, and the words it begins with."""
    words = _WORD.findall(text.lower())
    pairs = {f"text {one} {other}" for one, other in pairwise(words)}
    return {f"text {word}" for word in words} | {f"begins {word}" for word in words[:60]} | pairs


def is_act(view: Weave, node: str) -> bool:
    """Whether a trigger can be (part of) an incident."""
    return view.nodes[node].type in ACTS


def act_features(view: Weave, trigger: str) -> frozenset[str]:
    """What describes an act: its type, mode, flag and words, and who takes part in it by role."""
    node = view.nodes[trigger]
    kind = f"{node.type}.{node.mode}" if node.mode else node.type
    words = view.words(trigger).lower()
    found = {f"act {kind}", f"act {kind} {node.flag or 'fact'}", f"word {words}", f"word {words} {node.flag or 'fact'}"}
    for edge in view.out(trigger, "agent", "target", "instrument", "theme"):
        other = view.words(edge.target).lower().split()[-1]
        found |= {
            f"{edge.label} {other}",
            f"{kind} {edge.label} {other}",
            f"{kind} {edge.label} {view.nodes[edge.target].type}",
        }
        found |= {
            f"{edge.label} of {view.words(far.target).lower().split()[-1]}" for far in view.out(edge.target, "of")
        }
    found |= {f"{kind} without {role}" for role in ("agent", "target") if not view.out(trigger, role)}
    found |= {f"{kind} under {view.nodes[edge.source].type}" for edge in view.speech_parents(trigger)[:1]}
    return frozenset(found)


def _candidates(view: Weave, passage: int) -> Iterator[Candidate]:
    for node in view.mentions():
        if view.nodes[node].type not in FILLERS or is_pronoun(view.words(node)):
            continue
        features, acts = _described(view, node)
        together = frozenset(f"{passage}:{other}" for other in view.cluster(node))
        named = frozenset(view.nodes[act].start for act in acts)
        for form, start, end in forms(view, node):
            words = normal(view.document.text[start:end])
            if words and end - start <= LONGEST:
                more = worded(words) | {f"form {form}", f"form {form} {view.nodes[node].type}"}
                yield Candidate(words, frozenset(features | more), together, named, view.nodes[node].start)


def _known(view: Weave, passage: int, start: int, wordings: Collection[str]) -> Iterator[Candidate]:
    """Fillers known from training that stand in the passage, whether or not they are mentions of its graph."""
    end = max((node.end for node in view.nodes.values()), default=start)
    for first, last in known(view.document.text, start, end, wordings):
        inside = [node for node in view.mentions() if view.nodes[node].start < last and first < view.nodes[node].end]
        features, acts = _around(view, first, last)
        features |= {f"in {view.nodes[node].type}" for node in inside} | {"form known"}
        words = normal(view.document.text[first:last])
        together = frozenset(f"{passage}:{node}" for node in inside)
        named = frozenset(view.nodes[act].start for act in acts)
        yield Candidate(words, frozenset(features | worded(words)), together, named, first)


def worded(words: str) -> set[str]:
    """Features of a wording by itself."""
    parts = words.split()
    found = {f"has {word}" for word in parts} | {f"is {words}", f"{min(len(parts), 5)} words", f"ends {parts[-1]}"}
    return found | {f"begins {parts[0]}", f"ends in {parts[-1][-3:]}"}


def _described(view: Weave, node: str) -> tuple[set[str], list[str]]:
    """Features of a mention in its sentence, and the acts it takes part in (or else all acts of the sentence)."""
    own = view.nodes[node]
    found, near = _around(view, own.start, own.end)
    head = view.words(node).lower().split()[-1]
    found |= {f"type {own.type}", f"head {head}"}
    found |= {f"of {view.words(edge.target).lower().split()[-1]}" for edge in view.out(node, "of")}
    found |= {f"led {view.nodes[edge.target].type}" for edge in view.out(node, "leads")}
    held = []
    for edge in view.into(node, "agent", "target", "instrument", "theme", "place", "dest"):
        found |= _part(view, edge, f"{own.type}", head)
        held += [edge.source] if is_act(view, edge.source) else []
    found |= _tied(view, node)
    if any(view.nodes[edge.source].type in SPEECH for edge in view.into(node, "agent")):
        found.add("speaks")
    for other in view.cluster(node):
        if other != node:
            found |= {f"same as {view.nodes[other].type}", f"same {view.words(other).lower().split()[-1]}"}
            found |= {
                f"same {e.label} in {view.nodes[e.source].type}"
                for e in view.into(other, "agent", "target", "instrument")
            }
    return found, held or near


def _part(view: Weave, edge: Edge, type: str, head: str) -> set[str]:
    """What it says of a mention that it takes part in an act or other trigger."""
    act = view.nodes[edge.source]
    kind = f"{act.type}.{act.mode}" if act.mode else act.type
    word = view.words(edge.source).lower()
    found = {f"{edge.label} in {kind}", f"{edge.label} in {act.type}", f"{edge.label} in {word}"}
    found |= {f"{edge.label} in {act.type} {type}", f"{edge.label} in {act.type} {head}"}
    found |= {f"{edge.label} flagged {act.flag}"} if act.flag else set()
    for far in view.out(edge.source, "causes") + view.into(edge.source, "causes"):
        other = far.target if far.source == edge.source else far.source
        found.add(f"{edge.label} beside {view.nodes[other].type}")
    return found


def _tied(view: Weave, node: str) -> set[str]:
    """What the parts and owners of a mention take part in."""
    found = set()
    for part in view.into(node, "of"):
        own_part = view.nodes[part.source].type
        found.add(f"owns {view.words(part.source).lower().split()[-1]}")
        for edge in view.into(part.source, "agent", "target", "instrument"):
            found |= {f"owns {edge.label} in {view.nodes[edge.source].type}", f"owns {own_part} {edge.label}"}
    for other in view.out(node, "of"):
        for edge in view.into(other.target, "agent", "target"):
            found.add(f"of {edge.label} in {view.nodes[edge.source].type}")
    return found


def _around(view: Weave, start: int, end: int) -> tuple[set[str], list[str]]:
    """Features of a place in the text: the words and acts around it; and the acts of its sentence."""
    text = view.document.text
    sentence = bisect_right(view.sentences, (start, len(text))) - 1
    here = [act for act in view.triggers() if view.sentence(act) == max(sentence, 0)]
    near = sorted(here, key=lambda act: (abs(view.nodes[act].start - start), act))[:NEAR]
    found = {f"near {view.nodes[act].type}.{view.nodes[act].mode}" for act in near}
    found |= {f"near {view.words(act).lower()}" for act in near[:2]}
    for act in [act for act in near if is_act(view, act)][:1]:
        side = "after" if view.nodes[act].start < start else "before"
        found |= {f"just {side} {view.nodes[act].type}", f"just {side} {view.words(act).lower()}"}
    before = _WORD.findall(text[max(0, start - 60) : start].lower())[-6:]
    after = _WORD.findall(text[end : end + 60].lower())[:6]
    found |= {f"left {word}" for word in before} | {f"right {word}" for word in after}
    found |= {f"before {' '.join(before[-n:])}" for n in (1, 2)} | {f"after {' '.join(after[:n])}" for n in (1, 2)}
    found |= {f"sentence {min(sentence, 3) if sentence < 5 else 5 if sentence < 10 else 10}"}
    return found, [act for act in here if is_act(view, act)]


def related(found: Mapping[str, Candidate], text: str) -> Iterator[Candidate]:
    """The candidates of a report with what the others say of each: how often it is told, what holds it or is in it."""
    plain = f" {normal(text)} "
    places = stands(text, found)
    for words, one in found.items():
        more = {f"told {min(plain.count(f' {words} '), 4)} times"}
        for other in found.values():
            if other.words != words and one.mentions & other.mentions:
                more |= {"in a longer one"} if f" {words} " in f" {other.words} " else set()
                more |= {"holds a shorter one"} if f" {other.words} " in f" {words} " else set()
        last = words.split()[-1]
        others = [other for other in found if other != words and other.endswith(f" {last}")]
        more |= {"longest of its head" if all(len(other) < len(words) for other in others) else "a longer of its head"}
        at = tuple(places[words][:PLACES]) or ((one.first, one.first + 1),)
        yield msgspec.structs.replace(one, features=one.features | more, places=at)


def _joined(one: Candidate, other: Candidate) -> Candidate:
    features = one.features | other.features | {"told in two passages"}
    return Candidate(
        one.words, features, one.mentions | other.mentions, one.acts | other.acts, min(one.first, other.first)
    )
