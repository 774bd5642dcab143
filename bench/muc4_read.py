"""What the claim graphs of a MUC-4 report offer for its templates: candidates for fillers, and signs of incidents."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
from muc4_score import normal

from rashomon.interpret.interpreter import sure
from rashomon.interpret.mentions import extent
from rashomon.interpret.weave import Weave, weave
from rashomon.interpret.wording import is_pronoun
from rashomon.records import Document, Graph
from rashomon.vocab.scheme import SPEECH

LEAST: Final = 0.3  # less sure nodes and edges are left out; the features weigh what stays
FILLERS: Final = frozenset({"PER", "ORG", "GROUP", "OBJ", "FAC", "LOC", "GPE"})
ACTS: Final = frozenset(
    {"ASSAULT", "KILL", "INJURE", "COERCE", "MISSING", "THREATEN", "CONTROL", "RETREAT", "CONDITION"}
)
NEAR: Final = 4  # acts of a sentence that a mention is described by
LONGEST: Final = 90


class Candidate(msgspec.Struct, frozen=True):
    """One wording that could fill a role: normalised words, features, the mentions it stands for, and its acts."""

    words: str
    features: frozenset[str]
    mentions: frozenset[str]  # "passage:node", the cluster's included
    acts: frozenset[str]  # "passage:node" of the acts it takes part in, or else those of its sentence
    first: int


class Report(msgspec.Struct, frozen=True):
    """A report: its candidates in text order, and the features of the whole."""

    candidates: tuple[Candidate, ...]
    features: frozenset[str]
    acts: dict[str, frozenset[str]]  # the features of each act, by "passage:node", in text order


def report(document: Document, graphs: Sequence[Graph]) -> Report:
    """The candidates and features of one report."""
    found: dict[str, Candidate] = {}
    signs: set[str] = set()
    acts: dict[str, frozenset[str]] = {}
    for passage, graph in enumerate(sorted(graphs, key=lambda graph: graph.start)):
        view = weave(document, sure(graph, LEAST))
        own = {f"{passage}:{node}": act_features(view, node) for node in view.triggers() if is_act(view, node)}
        acts |= own
        signs.update(*own.values())
        signs.update(f"opens with {sign}" for signs_of in own.values() for sign in signs_of if passage == 0)
        for one in _candidates(view, passage):
            held = found.get(one.words)
            found[one.words] = one if held is None else _joined(held, one)
            signs.update(f"tells of {sign}" for sign in one.features if sign.startswith("head "))
    return Report(tuple(sorted(found.values(), key=lambda one: (one.first, one.words))), frozenset(signs), acts)


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
        for form, start, end in _forms(view, node):
            words = normal(view.document.text[start:end])
            if words and end - start <= LONGEST:
                more = {
                    f"form {form}",
                    f"form {form} {view.nodes[node].type}",
                    *(f"has {word}" for word in words.split()),
                }
                named = frozenset(f"{passage}:{act}" for act in acts)
                yield Candidate(words, frozenset(features | more), together, named, view.nodes[node].start)


def _forms(view: Weave, node: str) -> Iterator[tuple[str, int, int]]:
    """The stretches that can stand for a mention: itself, with the names beside it, with its title, with its number."""
    own = view.nodes[node]
    yield "bare", own.start, own.end
    start, end = extent(view, node)
    if (start, end) != (own.start, own.end):
        yield "wide", start, end
    for other in view.cluster(node):
        title = view.nodes[other]
        if own.type == "PER" and title.type == "PER" and 0 < own.start - title.end <= 1:
            yield "titled", title.start, own.end
    for edge in view.into(node, "count"):
        number = view.nodes[edge.source]
        if 0 < start - number.end <= 14:
            yield "counted", number.start, end


def _described(view: Weave, node: str) -> tuple[set[str], list[str]]:
    """Features of a mention in its sentence, and the acts it takes part in (or else all acts of the sentence)."""
    own, text = view.nodes[node], view.document.text
    head = view.words(node).lower().split()[-1]
    found = {f"type {own.type}", f"head {head}"}
    found |= {f"of {view.words(edge.target).lower().split()[-1]}" for edge in view.out(node, "of")}
    found |= {f"led {view.nodes[edge.target].type}" for edge in view.out(node, "leads")}
    sentence = view.sentence(node)
    here = [act for act in view.triggers() if view.sentence(act) == sentence]
    held = []
    for edge in view.into(node, "agent", "target", "instrument", "theme", "place", "dest"):
        act = view.nodes[edge.source]
        kind = f"{act.type}.{act.mode}" if act.mode else act.type
        word = view.words(edge.source).lower()
        found |= {f"{edge.label} in {kind}", f"{edge.label} in {act.type}", f"{edge.label} in {word}"}
        found |= {f"{edge.label} in {act.type} {own.type}", f"{edge.label} in {act.type} {head}"}
        found |= {f"{edge.label} flagged {act.flag}"} if act.flag else set()
        held += [edge.source] if is_act(view, edge.source) else []
        for far in view.out(edge.source, "causes") + view.into(edge.source, "causes"):
            other = far.target if far.source == edge.source else far.source
            found.add(f"{edge.label} beside {view.nodes[other].type}")
    for part in view.into(node, "of"):
        own_part = view.nodes[part.source].type
        found.add(f"owns {view.words(part.source).lower().split()[-1]}")
        for edge in view.into(part.source, "agent", "target", "instrument"):
            found |= {f"owns {edge.label} in {view.nodes[edge.source].type}", f"owns {own_part} {edge.label}"}
    for other in view.out(node, "of"):
        for edge in view.into(other.target, "agent", "target"):
            found.add(f"of {edge.label} in {view.nodes[edge.source].type}")
    if any(view.nodes[edge.source].type in SPEECH for edge in view.into(node, "agent")):
        found.add("speaks")
    for other in view.cluster(node):
        if other != node:
            found |= {f"same as {view.nodes[other].type}", f"same {view.words(other).lower().split()[-1]}"}
            found |= {
                f"same {e.label} in {view.nodes[e.source].type}"
                for e in view.into(other, "agent", "target", "instrument")
            }
    near = sorted(here, key=lambda act: (abs(view.nodes[act].start - own.start), act))[:NEAR]
    found |= {f"near {view.nodes[act].type}.{view.nodes[act].mode}" for act in near}
    found |= {f"near {view.words(act).lower()}" for act in near[:2]}
    found |= {f"before {word}" for word in text[max(0, own.start - 30) : own.start].lower().split()[-2:]}
    found |= {f"after {word}" for word in text[own.end : own.end + 30].lower().split()[:2]}
    found.add("in the first sentences" if own.start < 300 else "early" if own.start < 800 else "late")
    return found, held or [act for act in here if is_act(view, act)]


def _joined(one: Candidate, other: Candidate) -> Candidate:
    features = one.features | other.features | {"told again"}
    return Candidate(
        one.words, features, one.mentions | other.mentions, one.acts | other.acts, min(one.first, other.first)
    )
