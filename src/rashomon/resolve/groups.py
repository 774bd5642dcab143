"""Groups without a name: the forces, government and people of a country, the fighters of a group, or just "gunmen"."""

from collections.abc import Sequence
from typing import Final

from rashomon.records import Actor, content_id
from rashomon.resolve.countries import BODIES, Nation, country_of, is_adjective, is_body, is_demonym_of
from rashomon.resolve.decision import Decision
from rashomon.resolve.report import Sighting
from rashomon.resolve.scope import Scope
from rashomon.resolve.wording import is_attached, is_head, is_pronoun, kind_of_group, only_titles, split_country
from rashomon.values.names import name_key

# A country is the one a report is about if it is spoken of so often, and makes up so much of what is said of countries.
_OFTEN: Final = 2
_SHARE: Final = 0.6
# Which kinds of actor a group of people may be part of, so that its acts are theirs.
_BEARS: Final = frozenset(
    {"armed group", "armed forces", "police", "party", "igo", "people", "other", "government body"}
)


def own_body(scope: Scope, sighting: Sighting) -> Decision | None:
    """The body of a country that a name is, where the country is in the words or tied on by an edge."""
    kind = kind_of_group(sighting.words)
    nation, why = _nation(scope, sighting)
    if nation is None or kind is None:
        return None
    return _body(scope, nation, kind, (sighting, why))


def group_decision(scope: Scope, sighting: Sighting) -> Decision | None:
    """The actor of a group without a name, by the first way that fits; None for pronouns and unknown persons."""
    if sighting.type not in ("ORG", "GROUP") or is_pronoun(sighting.words) or only_titles(sighting.words):
        return None
    for rule in (_told_apart, _only_one, _home):
        decision = rule(scope, sighting)
        if decision is not None:
            return decision
    return _scoped(scope, sighting)


def owned(scope: Scope, sighting: Sighting) -> Decision | None:
    """The actor of a group that is a country's body, or part of somebody named."""
    if sighting.type not in ("ORG", "GROUP") or is_pronoun(sighting.words):
        return None
    return own_body(scope, sighting) or _members(scope, sighting)


def _nation(scope: Scope, sighting: Sighting) -> tuple[Nation | None, str]:
    """The country of a group: in its own words, or by an `of` edge to a country or demonym; and how that is known."""
    split = split_country(sighting.words)
    if split is not None:
        return Nation(name=split[0].name, code=split[0].code), f"'{sighting.words}' names {split[0].name}"
    found: dict[Nation, str] = {}
    for number in sighting.of:
        other = scope.report.sightings[number]
        if is_attached(scope.report.after(other)):
            continue
        known = country_of(other.words) if other.type in ("GPE", "ORG", "GROUP") else None
        ruled = _ruled(scope, number)
        if ruled is not None:
            found.setdefault(ruled, f"'{sighting.words}' of '{other.words}', who leads it")
        elif known is not None:
            found.setdefault(Nation(name=known[0].name, code=known[0].code), f"'{sighting.words}' of '{other.words}'")
        elif other.type == "GPE" and other.named:
            names = (name for name in scope.unknown_names if name == other.words or is_demonym_of(other.words, name))
            for name in list(names)[:1]:  # the shortest: the name itself, not another demonym of it
                found.setdefault(Nation(name=name), f"'{sighting.words}' of '{other.words}'")
    return next(iter(found.items())) if len(found) == 1 else (None, "")


def _ruled(scope: Scope, number: int) -> Nation | None:
    """The country that a person rules: one for whose state or government the register gives him an office."""
    decision = scope.found.get(number)
    actor = decision.found if decision else None
    if (
        not isinstance(actor, Actor)
        or actor.kind != "person"
        or not actor.country
        or actor.id not in scope.register.entries
    ):
        return None
    state = scope.register.entries.get(f"a-{actor.country.lower()}")
    if state is None:
        return None
    nation = Nation(name=state.actor.name, code=actor.country)
    held = {nation.state.id, nation.body("government").id}
    return nation if held & set(scope.register.entries[actor.id].related) else None


def _body(scope: Scope, nation: Nation, kind: str, told: tuple[Sighting, str]) -> Decision | None:
    """The register's actor for a body of a country; other bodies are new, other groups none of the state's."""
    sighting, why = told
    if kind in ("armed forces", "police", "government", "parliament"):
        body = nation.body(kind)
        known = scope.register.entries.get(body.id)
        actor = known.actor if known else body
        return Decision(found=actor, score=0.9, why=why)
    split = split_country(sighting.words)
    rest = (split[1] if split else sighting.words).strip()
    if kind == "government body" and sighting.type == "ORG":
        adjective = nation.code is None and is_adjective(nation.name)
        words = f"{nation.name} {rest}" if adjective else f"{rest} of {nation.name}"
        actor = Actor(id=content_id("a", name_key(words)), name=words, kind=kind, country=nation.code)
        return Decision(found=actor, score=0.8, why=why)
    return None


def _members(scope: Scope, sighting: Sighting) -> Decision | None:
    """A group as part of the actor to whom it belongs: fighters of a battalion; "Tuareg rebels"."""
    for number in (*sighting.of, *scope.report.joined(sighting)):
        other, decision = scope.report.sightings[number], scope.found.get(number)
        if decision is None or is_attached(scope.report.after(other)):
            continue
        actor = decision.found
        if isinstance(actor, Actor) and actor.kind in _BEARS and kind_of_group(sighting.words) in _FORCES:
            score = decision.score * 0.9
            return Decision(
                found=actor, score=score, why=f"'{sighting.words}' of '{other.words}'", verdict=decision.verdict
            )
    return None


_FORCES: Final = frozenset({"armed group", "armed forces", "police", "government body"})


def _told_apart(scope: Scope, sighting: Sighting) -> Decision | None:
    """A group told apart by a country or a name that it belongs to loosely: one of this report only."""
    split = split_country(sighting.words)
    owners = [scope.report.sightings[number] for number in sighting.of]
    names = [] if split else [other.words for other in owners if other.named and other.type != "PER"]
    if split is None and not names:
        return None
    attached = [scope.report.after(other).split(" ")[0] for other in owners if is_attached(scope.report.after(other))]
    held = ", ".join(dict.fromkeys(names))
    joined = f"{held}{attached[0] if attached else ''} {sighting.words}" if names else sighting.words
    known = split[0].code if split else _one_country(names)
    return _in_document(scope, sighting, joined, known)


def _one_country(names: Sequence[str]) -> str | None:
    """The country of which the names speak, None if of several or of none."""
    codes = {known[0].code for name in names if (known := country_of(name))}
    return codes.pop() if len(codes) == 1 else None


def of_another(scope: Scope, sighting: Sighting, found: object) -> bool:
    """Whether a body has a leader of another country: "Orla Venn's government" is not that of her neighbours."""
    if not sighting.tied:
        return False
    leaders = (scope.found.get(one.number) for one in scope.report.sightings if sighting.number in one.leads)
    theirs = {getattr(leader.found, "country", None) for leader in leaders if leader} - {None}
    own = getattr(found, "country", None)
    return bool(theirs) and own is not None and own not in theirs


def _only_one(scope: Scope, sighting: Sighting) -> Decision | None:
    """ "The army" where the report names one army only."""
    kind = kind_of_group(sighting.words)
    if sighting.type != "ORG" or kind not in BODIES or not is_head(sighting.words):
        return None
    bodies = {
        decision.found.id: decision.found
        for decision in scope.found.values()
        if isinstance(decision.found, Actor) and decision.verdict == "same"
    }
    # a state's body, by its name or by its id; a brigade is not "the army"
    named = [actor for actor in bodies.values() if is_body(actor, kind)]
    if len(named) != 1 or of_another(scope, sighting, named[0]):
        return None
    return Decision(found=named[0], score=0.7, why=f"the only {sighting.words} that this report names")


def _home(scope: Scope, sighting: Sighting) -> Decision | None:
    """ "The army" in a report that speaks of one country most of the time."""
    kind = kind_of_group(sighting.words)
    counts = scope.report.countries
    if sighting.type != "ORG" or kind not in BODIES or not is_head(sighting.words) or not counts:
        return None
    code, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    total = sum(counts.values())
    if count < _OFTEN or count / total < _SHARE:
        return None
    body = Nation(name=scope.register.entries[f"a-{code.lower()}"].actor.name, code=code).body(kind)
    why = f"no country is named with it, and {count} of the {total} mentions of countries are of {code}"
    return Decision(found=scope.register.entries[body.id].actor, score=0.6, why=why)


def _scoped(scope: Scope, sighting: Sighting) -> Decision | None:
    """A group of this report only, by its words: forces, fighters, officials.

    Civilians, hostages, residents without a name are who is counted or quoted, not actors; their words say enough.
    """
    if kind_of_group(sighting.words) in (None, "people"):
        return None
    return _in_document(scope, sighting, sighting.words, None)


def _in_document(scope: Scope, sighting: Sighting, words: str, country: str | None) -> Decision:
    """An actor that is kept to the report, so that no common noun joins two reports."""
    kind = kind_of_group(sighting.words) or "people"
    kind = {"government": "government body", "parliament": "government body"}.get(kind, kind)
    identity = content_id("a", scope.report.document.id, words.lower())
    actor = Actor(id=identity, name=words, kind=kind, country=country)
    return Decision(found=actor, score=0.7, why="a group without a name, kept to this report")
