"""Mentions to actors: a table of rules, tried in order; the first that knows decides, and says why."""

from collections import deque
from collections.abc import Callable, Collection, Mapping
from typing import Final

from rashomon.resolve.anaphora import RULES as BACK
from rashomon.resolve.chains import Chains, Link
from rashomon.resolve.countries import Nation, country_of, is_demonym_of
from rashomon.resolve.decision import Decision
from rashomon.resolve.forms import Form, Forms
from rashomon.resolve.groups import group_decision, of_another, own_body, owned
from rashomon.resolve.incumbents import in_office, office
from rashomon.resolve.register import Hit
from rashomon.resolve.report import Report, Sighting
from rashomon.resolve.roles import acting, struck
from rashomon.resolve.scope import Scope
from rashomon.resolve.wording import bare, kind_of_group, place_head

Rule = Callable[[Scope, Sighting], Decision | None]


def actor_decisions(report: Report) -> tuple[dict[int, Decision], dict[int, Link]]:
    """The actor of each sighting that is one, and the links between passages, by the sightings' numbers."""
    found = chains(report)
    scope, links = found.scope, found.links
    _spread(scope, links)
    for later in (links, {}):  # a noun that goes back to another waits for that
        _decide(scope, group_decision, later)
        _spread(scope, links)
    _decide(scope, office, {})
    return scope.found, links


def chains(report: Report) -> Chains:
    """The chains of a report, with the actors of its names and of what belongs to them decided on."""
    scope = Scope(report, Forms(report))
    # Names first: groups may be fighters "of" somebody; then what belongs to them; what is the same before mere nouns.
    _decide(scope, _named, {})
    _decide(scope, owned, {})
    _spread(scope, {})
    return Chains(scope, BACK)


def _decide(scope: Scope, rule: Rule, waiting: Collection[int]) -> None:
    """Ask a rule about every sighting that nothing is decided on, in order of the text."""
    for sighting in scope.report.sightings:
        if sighting.number not in scope.found and sighting.number not in waiting:
            decision = rule(scope, sighting)
            if decision is not None:
                scope.found[sighting.number] = decision


def _named(scope: Scope, sighting: Sighting) -> Decision | None:
    """The actor that a name, or a country's name or demonym, stands for."""
    for rule in RULES[sighting.type]:
        decision = rule(scope, sighting)
        if decision is not None:
            return decision
    return None


def country(scope: Scope, sighting: Sighting) -> Decision | None:
    """A country by its name, where it acts; its state by a demonym; its government by its capital, where it acts."""
    known = country_of(sighting.words)
    why = acting(sighting) or (struck(sighting) if known and known[1] == "name" else None)
    if known is None:
        return None
    nation, form = Nation(name=known[0].name, code=known[0].code), known[1]
    if form in ("adjective", "people"):
        return Decision(found=nation.state, score=0.9, why=f"demonym of {nation.name}")
    if why is None:
        return None
    if form in ("capital", "metonym"):
        if sighting.type == "ORG" and form == "capital" and _borne(scope, sighting):
            return None  # SANA is an agency where Syria is spoken of, and not the capital of Yemen
        told = "capital" if form == "capital" else "seat"
        return Decision(found=nation.body("government"), score=0.85, why=f"{told} standing for its government: {why}")
    return Decision(found=nation.state, score=0.95 if acting(sighting) else 0.6, why=f"{nation.name} as a state: {why}")


def _borne(scope: Scope, sighting: Sighting) -> bool:
    """Whether an actor of the register for which the report speaks bears the words as they are written."""
    found = [
        hit for hit in scope.register.hits(sighting.words) if hit.how in ("name", "alias") and _fits(hit, sighting)
    ]
    return any(hit.written == sighting.words and scope.backing(hit, alone=False) for hit in found)


def people(scope: Scope, sighting: Sighting) -> Decision | None:
    """The people of a country by its plural ("Malians"); its state by a bare adjective that acts ("the French")."""
    known = country_of(sighting.words)
    if known is None:
        return None
    nation, form = Nation(name=known[0].name, code=known[0].code), known[1]
    if form == "people":
        return Decision(found=nation.body("people"), score=0.85, why=f"the people of {nation.name}")
    if form in ("capital", "metonym"):
        return country(scope, sighting)
    return Decision(found=nation.state, score=0.8, why=f"'{sighting.words}': demonym of {nation.name}")


def unknown_country(scope: Scope, sighting: Sighting) -> Decision | None:
    """A country, town or region that the tables lack, where it acts; a demonym made from one by its ending."""
    if country_of(sighting.words) or not sighting.named or sighting.type != "GPE":
        return None
    for other in scope.unknown_names:
        if is_demonym_of(sighting.words, other):
            return Decision(found=Nation(name=other).state, score=0.75, why=f"demonym of '{other}', by its ending")
    why = acting(sighting)
    if why is None or sighting.words not in scope.unknown_names or place_head(sighting.words):
        return None
    if sighting.key not in scope.doers:
        return None  # what is only spoken of may be any place
    return Decision(
        found=Nation(name=sighting.words).state, score=0.6, why=f"a name that no table has, as an actor: {why}"
    )


def registered(scope: Scope, sighting: Sighting) -> Decision | None:
    """An actor of the register that bears the words as a name or alias."""
    words = bare(sighting.words) if sighting.type == "PER" else sighting.words
    joined = [f"{scope.report.sightings[n].words} {words}" for n in scope.report.joined(sighting)]
    for form in dict.fromkeys((*joined, sighting.words, words)):
        found = [hit for hit in scope.register.hits(form) if hit.how in ("name", "alias") and _fits(hit, sighting)]
        if found:
            return _of_hits(scope, found)
    return None


def in_report(scope: Scope, sighting: Sighting) -> Decision | None:
    """The longest form of the name in the report: itself a name of the register, or a new actor."""
    person = sighting.type == "PER"
    words = bare(sighting.words) if person else sighting.words
    found = scope.forms.person(words) if person else scope.forms.group(words)
    if not found:
        return None
    actors: dict[str, tuple[Decision, Form]] = {}
    for form in found:
        full = scope.actor_of(form.words, sighting)
        actors.setdefault(full.found.id, (full, form))
    if len(actors) > 1:
        full, form = scope.nearest(sighting, actors)
        others = ", ".join(sorted(f"'{other.words}'" for _, other in actors.values()))
        return Decision(found=full.found, score=0.4, why=f"may be short for {others}; nearest before", verdict="unsure")
    full, form = next(iter(actors.values()))
    why = form.why if full.why.startswith("new") else f"{form.why}; {full.why}"
    return Decision(found=full.found, score=min(0.9, full.score), why=why)


def in_context(scope: Scope, sighting: Sighting) -> Decision | None:
    """An acronym or surname of the register, where the report speaks of the bearer's country or fellows."""
    words = bare(sighting.words) if sighting.type == "PER" else sighting.words
    found = [hit for hit in scope.register.hits(words) if hit.how in ("acronym", "surname") and _fits(hit, sighting)]
    if not found:
        return None
    # "Fact" is a word; as an acronym it needs a report on Chad
    alone = len(found) == 1 and (found[0].how != "acronym" or found[0].written == words)
    backed = [(hit, why) for hit in found if (why := scope.backing(hit, alone=alone))]
    if len(backed) == 1:
        hit, why = backed[0]
        told = f"{hit.how} '{hit.written}' of {hit.entry.actor.name} in the register; {why}"
        return Decision(found=hit.entry.actor, score=0.85 if hit.how == "acronym" else 0.75, why=told)
    names = " or ".join(sorted(hit.entry.actor.name for hit in found))
    first = min((hit for hit, _ in backed), key=lambda h: h.entry.actor.id) if backed else found[0]
    reason = "several fit" if backed else "nothing else in the report speaks for it"
    return Decision(found=first.entry.actor, score=0.3, why=f"may be {names}: {reason}", verdict="unsure")


def misspelt(scope: Scope, sighting: Sighting) -> Decision | None:
    """An actor of the register whose name is nearly the words."""
    words = bare(sighting.words) if sighting.type == "PER" else sighting.words
    found = [hit for hit in scope.register.near(words) if _fits(hit, sighting)]
    return _of_hits(scope, found) if found else None


def state_body(scope: Scope, sighting: Sighting) -> Decision | None:
    """A body of a state by its name: "Algerian Special Forces", "Ministry of Defence" of a country."""
    return own_body(scope, sighting)


def new(scope: Scope, sighting: Sighting) -> Decision | None:
    """A name that nobody bears yet: a new actor, the same in every report that writes the name in full."""
    if not sighting.named or sighting.key in scope.place_names:
        return None
    return scope.newcomer(sighting)


RULES: Final[dict[str, tuple[Rule, ...]]] = {
    "PER": (registered, in_report, in_office, in_context, misspelt, new),
    "ORG": (country, registered, in_report, in_context, state_body, misspelt, new),
    "GROUP": (registered, people, in_report, in_context, state_body, misspelt, new),
    "GPE": (country, registered, in_context, unknown_country),
    "LOC": (registered,),
    "FAC": (country,),
}

# Kinds of actor that a mention of a type never means; persons are for PER alone, and LOC for "the West" and its like.
_NEVER: Final[dict[str, frozenset[str]]] = {
    "ORG": frozenset({"person"}),
    "GROUP": frozenset({"person", "media"}),
    "GPE": frozenset({"person", "media", "party"}),
}
_ONLY: Final = {"PER": "person", "LOC": "other"}


def _fits(hit: Hit, sighting: Sighting) -> bool:
    """Whether a mention of that type can mean that kind of actor."""
    kind = hit.entry.actor.kind
    if sighting.type == "LOC" and acting(sighting) is None:
        return False
    return kind == _ONLY.get(sighting.type, kind) and kind not in _NEVER.get(sighting.type, ())


def _of_hits(scope: Scope, found: list[Hit]) -> Decision:
    """The one entry that bears the name; of several, the one for which the report speaks."""
    backed = [hit for hit in found if len(found) == 1 or scope.backing(hit, alone=False)]
    hit = (backed or found)[0]
    actor = hit.entry.actor
    if hit.how == "spelling":
        told, score = f"nearly '{hit.written}' of {actor.name} in the register ({hit.likeness:.0%} alike)", 0.8
    elif hit.how == "name":
        told, score = f"name of {actor.name} in the register", 0.97
    else:
        told, score = f"alias '{hit.written}' of {actor.name} in the register", 0.95
    if len(backed) != 1:
        return Decision(found=actor, score=0.4, why=f"{told}, one of {len(found)} that bear it", verdict="unsure")
    return Decision(found=actor, score=score, why=told)


def _spread(scope: Scope, links: Mapping[int, Link]) -> None:
    """Give what is decided to the mentions that are the same, by the graph or by a link: pronouns, titles, nouns."""
    after: dict[int, list[Link]] = {}
    for one in links.values():
        after.setdefault(one.earlier, []).append(one)
    queue = deque(sorted(scope.found))
    while queue:
        number = queue.popleft()
        decision, sighting = scope.found[number], scope.report.sightings[number]
        why = f"the same as '{sighting.words}' in this passage"
        fellows = [(other, why, 0.95) for other in sighting.same]
        fellows += [(one.later, one.why, one.score) for one in after.get(number, ())]
        for other, told, share in fellows:
            fellow = scope.report.sightings[other]
            if other in scope.found or fellow.named or not _may_share(sighting, fellow, decision):
                continue
            if of_another(scope, fellow, decision.found):
                continue
            scope.found[other] = Decision(
                found=decision.found, score=decision.score * share, why=told, verdict=decision.verdict
            )
            queue.append(other)


def _may_share(sighting: Sighting, fellow: Sighting, decision: Decision) -> bool:
    """Whether a noun or pronoun can stand for the sighting: of a type with it, and "terrorists" are no state's army."""
    if (fellow.type in _TOGETHER) != (sighting.type in _TOGETHER):
        return False
    if fellow.type not in _TOGETHER and fellow.type != sighting.type:
        return False
    armed = kind_of_group(fellow.words) == "armed group"
    return not (armed and getattr(decision.found, "kind", "") in ("state", "armed forces", "government body", "police"))


_TOGETHER: Final = frozenset({"ORG", "GROUP"})
