"""WikiEvents: acts and their parts in twenty reports of attacks, read as event claims, in KAIROS' coarse classes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from annotated import document
from board import Table, json_lines
from graph_score import Tally

from rashomon.annotate import Annotator
from rashomon.interpret import Interpreter
from rashomon.records import EventClaim, Mention

FILE = Path("data", "wikievents", "dev.jsonl.gz")

# The classes that both schemes mean, at two levels of KAIROS. Contact (who said something) is annotated there for one
# saying in ten; movement, crime, trade, disease and medicine are other things in both. Abductions, which KAIROS holds
# under crime, are left out on our side.
CLASSES: Mapping[str, str] = {
    "Conflict.Attack": "attack",
    "Life.Die": "die",
    "Life.Injure": "injure",
    "Justice.ArrestJailDetain": "arrest",
    "Conflict.Demonstrate": "demonstrate",
    "Justice.ChargeIndict": "charge",
    "Justice.InvestigateCrime": "investigate",
    "Justice.Convict": "convict",
    "Justice.Sentence": "convict",
    "Justice.ReleaseParole": "release",
    "ArtifactExistence.DamageDestroyDisableDismantle": "damage",
}
OURS: Mapping[tuple[str, str | None], str | None] = {
    ("ASSAULT", None): "attack",
    ("ASSAULT", "abduct"): None,
    ("ASSAULT", "destroy"): "damage",
    ("KILL", None): "die",
    ("INJURE", None): "injure",
    ("COERCE", "arrest"): "arrest",
    ("PROTEST", None): "demonstrate",
    ("ACCUSE", "allege"): "charge",
    ("ACCUSE", "investigate"): "investigate",
    ("SANCTION", "convict"): "convict",
    ("RETREAT", "release"): "release",
}
ROLES: Mapping[str, str] = {
    "Attacker": "agent", "Killer": "agent", "Injurer": "agent", "Jailer": "agent", "Demonstrator": "agent",
    "Prosecutor": "agent", "JudgeCourt": "agent", "Investigator": "agent", "DamagerDestroyer": "agent",
    "Destroyer": "agent", "Damager": "agent",
    "Target": "target", "Victim": "target", "Detainee": "target", "Defendant": "target", "Artifact": "target",
    "Instrument": "instrument", "ExplosiveDevice": "instrument", "Place": "place",
}  # fmt: skip
# What comes after the head of a phrase.
AFTER_HEAD = frozenset({"of", "in", "at", "from", "for", "with", "on", "who", "which", "that", "near", ",", "("})


class Act(msgspec.Struct, frozen=True):
    """One act: its class, the characters of its trigger, and (role, characters of the head) of its parts."""

    kind: str
    start: int
    end: int
    parts: frozenset[tuple[str, int, int]] = frozenset()


def laid_out(row: Mapping[str, Any]) -> tuple[str, list[tuple[int, int]]]:
    """A report's text, one sentence a line, and where each of its tokens stands in it."""
    lines: list[str] = []
    places: list[tuple[int, int]] = []
    base = 0
    for tokens, text in row["sentences"]:
        first = tokens[0][1]
        places += [(base + start - first, base + end - first) for _, start, end in tokens]
        lines.append(text)
        base += len(text) + 1
    return "\n".join(lines), places


def annotated_acts(row: Mapping[str, Any], places: Sequence[tuple[int, int]]) -> list[Act]:
    """The annotated acts of the classes that map, with the parts that map."""
    spans = {mention["id"]: (mention["start"], mention["end"]) for mention in row["entity_mentions"]}
    found = []
    for event in row["event_mentions"]:
        kind = CLASSES.get(event["event_type"].rpartition(".")[0])
        if kind is None:
            continue
        parts = set()
        for argument in event["arguments"]:
            role, span = ROLES.get(argument["role"]), spans.get(argument["entity_id"])
            if role and span:
                parts.add((role, *places[head(row["tokens"], *span)]))
        trigger = event["trigger"]
        start, end = places[trigger["start"]][0], places[trigger["end"] - 1][1]
        found.append(Act(kind, start, end, frozenset(parts)))
    return found


def head(tokens: Sequence[str], start: int, end: int) -> int:
    """The token that heads a phrase: the last one before a preposition, comma or relative."""
    for at in range(start + 1, end):
        if tokens[at].lower() in AFTER_HEAD:
            return at - 1
    return end - 1


def claimed_acts(claims: Iterable[object], places: Sequence[tuple[int, int]]) -> Iterator[Act]:
    """The event claims of the classes that map; heads are the last token of the mention's words."""
    for claim in claims:
        if not isinstance(claim, EventClaim):
            continue
        kind = OURS.get((claim.type, claim.mode), OURS.get((claim.type, None)))
        if kind is None:
            continue
        parts = set()
        for role, mentions in claim.roles.items():
            parts |= {(_role(kind, role), *_last_token(mention, places)) for mention in mentions}
        kept = frozenset(part for part in parts if part[0] in ROLES.values())
        yield Act(kind, claim.trigger.start, claim.trigger.end, kept)


def _role(kind: str, role: str) -> str:
    return "target" if kind in ("release", "damage") and role == "theme" else role


def _last_token(mention: Mention, places: Sequence[tuple[int, int]]) -> tuple[int, int]:
    inside = [place for place in places if mention.start <= place[0] < mention.end]
    return inside[-1] if inside else (mention.start, mention.end)


def score(annotated: Sequence[Act], claimed: Sequence[Act]) -> dict[str, Tally]:
    """Tallies of one report: triggers found at all, with their class, by class; parts, and parts of found triggers."""
    rows: dict[str, Tally] = {}

    def add(row: str, tally: Tally) -> None:
        rows[row] = rows.get(row, Tally()) + tally

    pairs = matched(annotated, claimed)
    right = [(a, c) for a, c in pairs if a.kind == c.kind]
    add("trigger, found", Tally(len(pairs), len(claimed), len(annotated)))
    add("trigger, with its class", Tally(len(right), len(claimed), len(annotated)))
    for kind in sorted({act.kind for act in (*annotated, *claimed)}):
        hits, all_claimed = sum(a.kind == kind for a, _ in right), sum(c.kind == kind for c in claimed)
        add(kind, Tally(hits, all_claimed, sum(a.kind == kind for a in annotated)))
    hits = sum(len(a.parts & c.parts) for a, c in right)
    add("argument", Tally(hits, sum(len(c.parts) for c in claimed), sum(len(a.parts) for a in annotated)))
    add(
        "argument of a found trigger",
        Tally(hits, sum(len(c.parts) for _, c in right), sum(len(a.parts) for a, _ in right)),
    )
    return rows


def matched(annotated: Sequence[Act], claimed: Sequence[Act]) -> list[tuple[Act, Act]]:
    """Acts whose triggers share a character, one to one; those of one class first, then the earlier."""
    pairs = [(a, c) for a in annotated for c in claimed if a.start < c.end and c.start < a.end]
    pairs.sort(key=lambda pair: (pair[0].kind != pair[1].kind, pair[0].start, pair[1].start))
    found: list[tuple[Act, Act]] = []
    for a, c in pairs:
        if all(a is not other and c is not another for other, another in found):
            found.append((a, c))
    return found


def tallies(rows: Sequence[Mapping[str, Any]]) -> dict[str, Tally]:
    """The figures of these reports, each annotated and interpreted by itself."""
    laid = [laid_out(row) for row in rows]
    documents = [document(number, text) for number, (text, _) in enumerate(laid)]
    claims = Interpreter()(list(zip(documents, Annotator()(documents), strict=True)))
    total: dict[str, Tally] = {}
    for row, (_, places), found in zip(rows, laid, claims, strict=True):
        for name, tally in score(annotated_acts(row, places), list(claimed_acts(found, places))).items():
            total[name] = total.get(name, Tally()) + tally
    return total


def table(data: Path) -> Table | None:
    """The figures on the development reports; None where they are not at hand."""
    path = data / FILE
    if not path.exists():
        return None
    found = tallies(json_lines(path))
    first = ("trigger, found", "trigger, with its class", "argument", "argument of a found trigger")
    kinds = sorted((name for name in found if name not in first), key=lambda name: -found[name].annotated)
    rows = tuple((n, found[n].precision, found[n].recall, found[n].f1, found[n].annotated) for n in (*first, *kinds))
    return Table("wikievents", "Acts and their parts: WikiEvents", PROTOCOL, ("row", "P", "R", "F1", "annotated"), rows)


PROTOCOL = (
    "The 20 development reports. Event claims stand for the acts, in the ten coarse classes that KAIROS and our scheme "
    "both mean (`bench/wikievents.py` holds the mapping); annotated acts of other types (contact, movement, trade, "
    "crime, disease, medicine) and claims of ours that map to none are left out. A trigger is found where a claim's "
    "trigger shares a character with it, one to one. An argument is found where the trigger is, with its class, the "
    "role maps to ours (agent, target, instrument, place), and its head is the last word of a mention in that role; "
    "arguments in other sentences count as missed, and a name that our claim puts in a pronoun's place counts as "
    "wrong. *Argument of a found trigger* leaves out what is lost or added with the trigger; it is nearer to the "
    "others' figures, whose systems are given the triggers."
)
