"""Flow claims: weapons, fighters, troops, refugees, money or goods that go from somewhere to somewhere."""

from typing import Final, NamedTuple

from rashomon.interpret.measures import flow_kind, noun_measure
from rashomon.interpret.mentions import mention_of, mention_spans
from rashomon.interpret.stance import Telling, claim_id, shared
from rashomon.interpret.weave import Weave
from rashomon.records import Amount, FlowClaim, Mention, Span
from rashomon.values.quantity import read_quantity


class Rule(NamedTuple):
    """Triggers that tell of a flow, the roles that hold what flows, and whether an end (origin, dest) must be given."""

    type: str
    modes: frozenset[str | None]
    what: tuple[str, ...]
    needs_end: bool


# In order; the first rule that fits a trigger is used. Deploying and fleeing are flows only with an end named; to
# move or to give something is one anyway.
RULES: Final = (
    Rule("MOVE", frozenset(), ("theme", "agent", "target"), needs_end=False),
    Rule(
        "MOBILIZE", frozenset({"troops", "weapons", "police", "militia"}), ("theme", "agent", "target"), needs_end=True
    ),
    Rule("AID", frozenset(), ("theme",), needs_end=False),
    Rule("RETREAT", frozenset({"withdraw"}), ("theme", "agent", "target"), needs_end=True),
    Rule("DISPLACE", frozenset(), ("target", "agent", "theme"), needs_end=True),
)
# To roam is no flow: people are one only where they come from or go to somewhere.
PEOPLE: Final = frozenset({"people", "refugees", "fighters", "troops"})
# People who flee are refugees, whatever the passage calls them; those who are deployed are troops at the least.
BY_TYPE: Final = {"DISPLACE": "refugees", "MOBILIZE": "troops"}


def flows(telling: Telling) -> list[FlowClaim]:
    """The flow claims of a passage, one for each thing that flows under each trigger, in text order."""
    found = []
    for trigger in telling.weave.triggers():
        rule = _rule(telling.weave, trigger)
        if rule:
            found += [_flow(telling, trigger, *part) for part in _parts(telling.weave, trigger, rule)]
    return found


def _rule(weave: Weave, trigger: str) -> Rule | None:
    node = weave.nodes[trigger]
    for rule in RULES:
        if node.type == rule.type and (not rule.modes or node.mode in rule.modes):
            ends = weave.out(trigger, "origin", "dest")
            gives = rule.type == "AID" and weave.out(trigger, "target")
            return rule if ends or gives or not rule.needs_end else None
    return None


def _parts(weave: Weave, trigger: str, rule: Rule) -> list[tuple[str, str, str]]:
    """What flows: ``(mention, role, kind)`` for each; one person on a journey is no flow."""
    for role in rule.what:
        held = [edge.target for edge in weave.out(trigger, role) if weave.nodes[edge.target].type != "PER"]
        kinds = [(mention, role, _kind(weave, trigger, mention)) for mention in held]
        ends = bool(weave.out(trigger, "origin", "dest"))
        parts = [
            (mention, place, kind)
            for mention, place, kind in kinds
            if kind and (ends or kind not in PEOPLE or _home(weave, mention))
        ]
        if parts:
            return parts
    return []


def _kind(weave: Weave, trigger: str, mention: str) -> str | None:
    node = weave.nodes[mention]
    if node.type == "OBJ" and noun_measure(weave, mention) == "killed":
        return None
    found = flow_kind(weave, mention)
    kind = weave.nodes[trigger].type
    if node.type in ("GROUP", "ORG", "GPE") and kind in BY_TYPE and found not in ("fighters", "troops", "weapons"):
        return BY_TYPE[kind]
    if node.type == "OBJ" and found is None:
        return "goods"
    if node.type == "GROUP" and found is None:
        return "people"
    return found


def _flow(telling: Telling, trigger: str, what: str, role: str, kind: str) -> FlowClaim:
    weave = telling.weave
    used = {name: _first(weave, trigger, labels) for name, labels in _slots(weave, trigger, role).items()}
    used["origin"] = used["origin"] or _home(weave, what)
    amount, amount_spans = _amount(weave, what)
    spans = [*mention_spans(weave, what), *amount_spans]
    reasons = {} if amount else {"amount": "no number is given"}
    p = weave.nodes[what].p
    shown: dict[str, Mention | None] = {}
    for name, node_id in used.items():
        shown[name] = mention_of(weave, node_id) if node_id else None
        if node_id:
            spans += mention_spans(weave, node_id)
            p = min(p, weave.nodes[node_id].p)
        else:
            reasons[name] = f"no {name} is given beside the trigger"
    when = telling.stances[trigger].when
    reasons |= {} if when.period else {"period": when.why}
    node, thing = weave.nodes[trigger], weave.nodes[what]
    return FlowClaim(
        id=claim_id(telling, "flow", node.start, node.end, thing.start, thing.end),
        what=kind,
        amount=amount,
        origin=shown["origin"],
        dest=shown["dest"],
        via=shown["via"],
        agent=shown["agent"],
        period=when.period,
        **shared(telling, trigger, spans, p, reasons),
    )


def _slots(weave: Weave, trigger: str, role: str) -> dict[str, tuple[str, ...]]:
    """Which roles fill which field: who is given aid is its destination, and a place on the way is `via`."""
    aid = weave.nodes[trigger].type == "AID"
    ends = bool(weave.out(trigger, "dest"))
    return {
        "origin": ("origin",),
        "dest": ("dest", "target", "place") if aid else ("dest",),
        "via": () if aid and not ends else ("place", "instrument"),
        "agent": () if role == "agent" else ("agent",),
    }


def _first(weave: Weave, trigger: str, labels: tuple[str, ...]) -> str | None:
    here = weave.sentence(trigger)
    for label in labels:
        for edge in weave.out(trigger, label):
            if abs(weave.sentence(edge.target) - here) <= 1:
                return edge.target
    return None


def _home(weave: Weave, what: str) -> str | None:
    """Where what flows is said to be from: "troops from Chad arrived"."""
    end = weave.nodes[what].end
    for edge in weave.out(what, "of"):
        place = weave.nodes[edge.target]
        if place.type in ("GPE", "LOC") and weave.document.text[end : place.start] in (" from ", " from the "):
            return edge.target
    return None


def _amount(weave: Weave, what: str) -> tuple[Amount | None, list[Span]]:
    """How much of it: from a number that counts it, or from its own words ("$7 million")."""
    for edge in weave.into(what, "count"):
        bounds = read_quantity(weave.words(edge.source))
        if bounds.lower is not None or bounds.upper is not None:
            span = weave.span_of(edge.source)
            return Amount(lower=bounds.lower, upper=bounds.upper, approx=bounds.approx, words=span.quote), [span]
    if any(letter.isdigit() for letter in weave.words(what)):
        bounds = read_quantity(weave.words(what))
        if bounds.lower is not None or bounds.upper is not None:
            return Amount(lower=bounds.lower, upper=bounds.upper, approx=bounds.approx, words=bounds.words), []
    return None, []
