"""Tie claims: who is said to be with, against, part of or leading whom, and since when."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any, Final, Literal, NamedTuple

from rashomon.interpret.friends import stated
from rashomon.interpret.leading import leads_by_words
from rashomon.interpret.measures import class_of
from rashomon.interpret.mentions import is_title, mention_of, mention_spans, representative, standing_for
from rashomon.interpret.reality import find_hedge
from rashomon.interpret.stance import Telling, claim_id, evidence, shared, voices_around
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import is_name, tokens, word_set
from rashomon.records import Mention, Span, TieClaim
from rashomon.vocab import load

ACTORS: Final = frozenset({"PER", "ORG", "GPE", "GROUP"})
# "fighting between the army, the Front, the Guard and the tribes" makes six pairs; longer lists are no clear pairs.
MOST: Final = 4


class Pair(NamedTuple):
    """Two mentions in a relation, the trigger (or None) and the probability behind it, and why it is past, if it is."""

    left: str
    right: str
    relation: str
    trigger: str | None
    p: float
    past: str = ""


def ties(telling: Telling) -> list[TieClaim]:
    """The tie claims of a passage: from edges between mentions, and from triggers that state a tie."""
    found: dict[tuple[object, ...], TieClaim] = {}
    for pair in (*_acted(telling.weave), *_standing(telling.weave), *_worded(telling.weave)):
        claim = _tie(telling, pair)
        if claim is None:
            continue
        # said again in the same words by the same voice, it is the same claim
        words = claim.left.words.lower(), claim.right.words.lower()
        found.setdefault((*words, claim.relation, claim.reality, claim.voices[-1].words), claim)
    return list(found.values())


def _standing(weave: Weave) -> Iterator[Pair]:
    """Ties of `leads`, `ally`, `enemy` and `of` edges between actors."""
    plain = {"leads": "leads", "ally": "ally", "enemy": "hostile"}
    for node_id in weave.mentions():
        for edge in weave.out(node_id, "leads", "ally", "enemy", "of"):
            if not _actors(weave, node_id, edge.target):
                continue
            p = min(edge.p, weave.nodes[node_id].p, weave.nodes[edge.target].p)
            compound = _compound(weave, node_id, edge.target)
            if edge.label == "of" and not compound and _is_national(weave, node_id, edge.target):
                yield Pair(node_id, edge.target, "national of", None, p)
                continue
            if edge.label == "of" and not (compound or _belongs(weave, node_id, edge.target)):
                continue
            relation = compound or plain.get(edge.label, "part of")
            if relation == "part of" and leads_by_words(weave, node_id, edge.target):
                relation = "leads"
            if relation == "supports" and edge.label == "ally":
                yield Pair(edge.target, node_id, relation, None, p)
            else:
                yield Pair(node_id, edge.target, relation, None, p)


def _worded(weave: Weave) -> Iterator[Pair]:
    """Ties that words state between two names, where the graph has no edge for it."""
    for one in stated(weave):
        if _actors(weave, one.left, one.right) and not is_bare(weave, one.left) and not is_bare(weave, one.right):
            p = min(weave.nodes[one.left].p, weave.nodes[one.right].p)
            yield Pair(one.left, one.right, one.relation, None, p, one.past)


def _compound(weave: Weave, left: str, right: str) -> str | None:
    """The relation of a compound: "AQIM-linked fighters" are linked to AQIM; "US-backed" means the US supports."""
    text, end = weave.document.text, weave.nodes[right].end
    if end > weave.nodes[left].start:
        return None
    after = text[end : end + 12].lower()
    return next((relation for word, relation in load("relations")["compound"].items() if after.startswith(word)), None)


def _is_national(weave: Weave, left: str, right: str) -> bool:
    """Whether a nationality is said of somebody, not only named: "one of them may have been Canadian"."""
    one, other = weave.nodes[left], weave.nodes[right]
    if one.type not in ("PER", "GROUP") or other.type != "GPE" or weave.sentence(left) != weave.sentence(right):
        return False
    between = weave.document.text[one.end : other.start].lower().split()
    return bool(between[-1:]) and between[-1] in ("been", "be", "was", "were", "is", "are")


def _belongs(weave: Weave, left: str, right: str) -> bool:
    """Whether an `of` edge is membership worth a tie: organisations, named people, armed people; not a crowd's home."""
    if weave.nodes[right].type == "PER" or is_bare(weave, right):
        return False
    node = weave.nodes[left]
    if node.type == "GPE":
        return False
    if node.type == "PER":
        named = is_name(weave.words(representative(weave, left) or left))
        return named and (weave.nodes[right].type != "GPE" or _holds_office(weave, left))
    if node.type == "GROUP":
        return class_of(weave, left)[0] in ("combatant", "security")
    return True


def _holds_office(weave: Weave, person: str) -> bool:
    """Whether the passage gives a person a title or office: without one, `of` a place only says where from."""
    cluster = weave.cluster(person)
    words = {word for one in cluster for word in tokens(weave.words(one))}
    return any(is_title(weave, one) for one in cluster) or bool(words & word_set("relations", "office", "words"))


def is_bare(weave: Weave, node_id: str) -> bool:
    """Whether a group is a crowd and no side: civilians by their words ("Tolmian villagers"), or nameless people."""
    shown = standing_for(weave, node_id)
    if weave.nodes[shown].type != "GROUP":
        return False
    kind = class_of(weave, shown)[0]
    named = is_name(weave.words(representative(weave, shown) or shown))
    return kind not in ("combatant", "security") and not (named and kind == "unknown")


def _acted(weave: Weave) -> Iterator[Pair]:
    """Ties that triggers state: join, merge, split, lead, support, aid, cooperate; and words for talks or alliance."""
    rows, pairs = load("relations")["triggers"]["rows"], load("relations")["triggers"]["pairs"]
    for trigger in weave.triggers():
        node = weave.nodes[trigger]
        for kind, mode, first, second, relation in rows:
            if node.type == kind and (not mode or node.mode == mode) and _says_so(weave, trigger, second, relation):
                said = _supplies(weave, trigger) if relation == "supports" and kind == "AID" else relation
                yield from _across(weave, trigger, (first, second), said)
        for kind, mode, role, relation in pairs:
            if node.type == kind and node.mode == (mode or node.mode):
                yield from _within(weave, trigger, role, relation)
        if node.type == "SUPPORT":
            yield from _backing(weave, trigger)
        named = _by_words(weave, trigger)
        if named:
            yield from _across(weave, trigger, ("agent", "target"), named)
            yield from _within(weave, trigger, "agent", named)


def _backing(weave: Weave, trigger: str) -> Iterator[Pair]:
    """Who defends or praises an act supports those who do it: "he supported France's war"."""
    for act in weave.out(trigger, "content"):
        for one in weave.out(trigger, "agent"):
            for other in weave.out(act.target, "agent"):
                if _sides(weave, one.target, other.target):
                    yield Pair(one.target, other.target, "supports", trigger, min(one.p, act.p, other.p))


def _says_so(weave: Weave, trigger: str, role: str, relation: str) -> bool:
    """Whether a target is whom one merges with or splits from, not what is merged or split: "from" and "with" tell."""
    word = {"split from": " from ", "merged with": " with "}.get(relation)
    if word is None or role == "origin":
        return True
    targets = [weave.nodes[edge.target] for edge in weave.out(trigger, role)]
    end = weave.nodes[trigger].end
    return any(word in f" {weave.document.text[end : node.start]} " for node in targets if node.start > end)


def _supplies(weave: Weave, trigger: str) -> str:
    themes = {word for edge in weave.out(trigger, "theme", "instrument") for word in tokens(weave.words(edge.target))}
    return "supplies" if themes & word_set("relations", "supplies", "words") else "supports"


def _by_words(weave: Weave, trigger: str) -> str | None:
    node, words = weave.nodes[trigger], weave.words(trigger).lower()
    for relation, types in load("relations")["word_types"].items():
        if node.type in types and words in word_set("relations", "words", relation):
            return str(relation)
    return None


def _across(weave: Weave, trigger: str, roles: tuple[str, str], relation: str) -> Iterator[Pair]:
    for one in weave.out(trigger, roles[0]):
        for other in weave.out(trigger, roles[1]):
            if relation == "leads" and weave.nodes[other.target].type == "PER":
                continue  # who appoints somebody does not lead them
            if _sides(weave, one.target, other.target):
                p = min(one.p, other.p, weave.nodes[one.target].p, weave.nodes[other.target].p)
                yield Pair(one.target, other.target, relation, trigger, p)


def _within(weave: Weave, trigger: str, role: str, relation: str) -> Iterator[Pair]:
    edges = weave.out(trigger, role)
    if len(edges) > MOST or (role == "agent" and weave.out(trigger, "target")):
        return  # too many to be clear pairs; or together toward somebody else, which ties none of them to another
    for one, other in combinations(edges, 2):
        if _sides(weave, one.target, other.target):
            p = min(one.p, other.p, weave.nodes[one.target].p, weave.nodes[other.target].p)
            yield Pair(one.target, other.target, relation, trigger, p)


def _actors(weave: Weave, left: str, right: str) -> bool:
    """Whether both may be actors, and are not one and the same."""
    types = {weave.nodes[left].type, weave.nodes[right].type}
    return types <= ACTORS and right not in weave.cluster(left)


def _sides(weave: Weave, left: str, right: str) -> bool:
    """Whether a trigger can tie the two: actors, and neither a nameless crowd (aid to villagers is no alliance)."""
    return _actors(weave, left, right) and not is_bare(weave, left) and not is_bare(weave, right)


def _tie(telling: Telling, pair: Pair) -> TieClaim | None:
    weave = telling.weave
    left, right = _end(weave, pair.left), _end(weave, pair.right)
    if left.words.lower() == right.words.lower():
        return None
    sign: Literal["+", "-", "0"] = load("relations")["sign"].get(pair.relation, "0")
    common = _common(telling, pair)
    period = telling.stances[pair.trigger].when.period if pair.trigger else None
    if period is None:
        why = telling.stances[pair.trigger].when.why if pair.trigger else "stated as standing, without a time"
        common["reasons"] = {**common["reasons"], "period": why}
    at = weave.nodes[pair.trigger or pair.left]
    return TieClaim(
        id=claim_id(telling, "tie", at.start, at.end, left.start, left.end, right.start, right.end, pair.relation),
        left=left,
        right=right,
        relation=pair.relation,
        sign=sign,
        period=period,
        **common,
    )


def _end(weave: Weave, node_id: str) -> Mention:
    """One end of a tie: a person's title gives way to the name that it belongs to."""
    shown = standing_for(weave, node_id)
    best = representative(weave, shown)
    titled = is_title(weave, shown) or not is_name(weave.words(shown))
    if best and weave.nodes[shown].type == "PER" and titled:
        return mention_of(weave, best)
    return mention_of(weave, node_id)


def _common(telling: Telling, pair: Pair) -> dict[str, Any]:
    weave = telling.weave
    spans = [*mention_spans(weave, pair.left), *mention_spans(weave, pair.right)]
    if pair.trigger:
        return shared(telling, pair.trigger, spans, pair.p, {})
    hedge = _hedge(weave, pair)
    return {
        "document": weave.document.id,
        "spans": evidence(weave, pair.left, spans + ([hedge] if hedge else [])),
        "reality": "poss" if hedge else "fact",
        "hedge": hedge.quote if hedge else None,
        "voices": voices_around(telling, pair.left),
        "score": round(pair.p, 4),
        "maker": telling.maker,
        "background": bool(pair.past),
        "reasons": {"background": pair.past} if pair.past else {},
    }


def _hedge(weave: Weave, pair: Pair) -> Span | None:
    """Hedge words that stand directly before one of the two: "suspected AQIM fighters", "may have been Canadian"."""
    for end in (pair.right, pair.left):
        hedge, firm = find_hedge(weave, weave.nodes[end])
        if firm:
            return hedge
    return None
