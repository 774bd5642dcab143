"""What is worth a person's look: pairs that the machine is unsure of, and figures that drive a disagreement."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final, Literal

import msgspec

from rashomon.engine.assemble import record
from rashomon.engine.keys import keys_in_force
from rashomon.records import Actor, Judgement
from rashomon.show import words
from rashomon.show.lookup import Lookup, sentence_of
from rashomon.show.plain import clip
from rashomon.store import Store
from rashomon.values.judgements import IS_CLAIM, LEAVES, SAME_ACTOR, SAME_INCIDENT, SAME_ORIGIN
from rashomon.values.names import abbreviates, alike, is_acronym, name_key

Queue = Literal["incidents", "origins", "actors", "figures"]
LEAST_COMMON: Final = 0.2
"""Reports that share less of the shorter text than this are not asked about."""
CROWD: Final = 20
"""A word that more actors have in their names than this says nothing."""
QUOTE: Final = 400


class Evidence(msgspec.Struct, frozen=True):
    """One side of a question: what it is called in the record, and sentences of reports, each with its outlet."""

    title: str
    sentences: tuple[tuple[str, str], ...] = ()


class Task(msgspec.Struct, frozen=True):
    """One question: are ``left`` and ``right`` the same? Of a figure: does its sentence say so (no ``right``)?"""

    queue: Queue
    left: str
    right: str
    question: str
    why: str
    sides: tuple[Evidence, Evidence]

    @property
    def id(self) -> str:
        """By which a script tells tasks apart."""
        return f"{self.queue} {self.left} {self.right}".strip()


def tasks(store: Store) -> list[Task]:
    """Every open question of a case, queue by queue, in each the one first that the machine is nearest to answering."""
    with store.view() as view:
        k = keys_in_force(view)
        found = record(view, k) if k else None
    if found is None:
        return []
    look = Lookup(found)
    return [*_incidents(look), *_origins(look), *_actors(look), *_figures(look)]


def _incidents(look: Lookup) -> Iterator[Task]:
    """Pairs of incidents whose accounts the linker could neither join nor part."""
    home = {claim: incident.id for incident in look.record.incidents for claim in incident.claims}
    asked = {_homes(j, home) for j in look.record.judgements if j.made and j.relation in (SAME_INCIDENT, LEAVES)}
    doubtful = [
        j for j in look.record.judgements if j.relation == SAME_INCIDENT and j.verdict == "unsure" and not j.made
    ]
    for j in sorted(doubtful, key=lambda j: (-j.score, j.id)):
        pair = _homes(j, home)
        if pair[0] and pair[0] != pair[1] and pair not in asked:
            asked.add(pair)
            left, right = home[j.left], home[j.right]
            sides = (_incident(left, j.left, look), _incident(right, j.right, look))
            yield Task("incidents", left, right, "One incident?", j.why, sides)


def _homes(j: Judgement, home: dict[str, str]) -> tuple[str, str]:
    one, other = sorted((home.get(j.left, ""), home.get(j.right, "")))
    return one, other


def _incident(name: str, claim: str, look: Lookup) -> Evidence:
    return Evidence(words.incident(look, name), tuple(_said((claim,), look)))


def _said(claims: Iterable[str], look: Lookup) -> Iterator[tuple[str, str]]:
    for claim in look.said(tuple(claims)):
        yield look.outlet(claim.document), clip(" ".join(sentence_of(claim).quote.split()), QUOTE)


def _origins(look: Lookup) -> Iterator[Task]:
    """Reports with much text in common, too little to call one a reprint of the other."""
    told = [j for j in look.record.judgements if j.relation == SAME_ORIGIN]
    decided = {frozenset((j.left, j.right)) for j in told if j.made}
    for j in sorted(told, key=lambda j: (-j.score, j.id)):
        open_ = j.verdict == "unsure" and j.score >= LEAST_COMMON and frozenset((j.left, j.right)) not in decided
        if open_ and j.left in look.documents and j.right in look.documents:
            yield Task(
                "origins", j.left, j.right, "One origin?", j.why, (_report(j.left, look), _report(j.right, look))
            )


def _report(name: str, look: Lookup) -> Evidence:
    report = look.documents[name]
    when = words.period(report.published) if report.published else "undated"
    opening = clip(" ".join(report.text.split()), QUOTE)
    return Evidence(f"{report.title or 'Untitled report'}, {when}", ((look.outlet(name), opening),))


def _actors(look: Lookup) -> Iterator[Task]:
    """Actors of one kind whose names are nearly one, one in the other, or one the other's initials."""
    told = [j for j in look.record.judgements if j.relation == SAME_ACTOR and j.made]
    decided = {frozenset((j.left, j.right)) for j in told}
    named = [actor for actor in look.record.actors if not actor.name[:1].islower()]
    by_word: dict[str, list[Actor]] = {}
    for actor in named:
        keys = {word for name in _names(actor) for word in name_key(name).split()}
        for word in sorted(keys | {"".join(part[0] for part in name_key(n).split()) for n in _names(actor)}):
            by_word.setdefault(word, []).append(actor)
    seen = set(decided)
    for group in by_word.values():
        for one, other in combinations(group, 2) if len(group) <= CROWD else ():
            why = "" if frozenset((one.id, other.id)) in seen else _alike(one, other)
            if why:
                seen.add(frozenset((one.id, other.id)))
                yield Task("actors", one.id, other.id, "One actor?", why, (_actor(one, look), _actor(other, look)))


def _names(actor: Actor) -> list[str]:
    return list(dict.fromkeys([actor.name, *(a.words for a in actor.aliases if not a.words[:1].islower())]))


def _alike(one: Actor, other: Actor) -> str:
    """Why two actors may be one; "" if nothing says so."""
    if one.kind != other.kind or (one.country and other.country and one.country != other.country):
        return ""
    for a in _names(one):
        for b in _names(other):
            left, right = name_key(a), name_key(b)
            if alike(left, right):
                return f"'{a}' and '{b}' are nearly one name"
            short, long = sorted((set(left.split()), set(right.split())), key=len)
            if len(short) > 1 and short < long:
                return f"the words of '{a if len(left) < len(right) else b}' stand in the other name"
            if (is_acronym(a) and abbreviates(a, b)) or (is_acronym(b) and abbreviates(b, a)):
                return f"'{a if is_acronym(a) else b}' may abbreviate the other name"
    return ""


def _actor(actor: Actor, look: Lookup) -> Evidence:
    claims = [c for incident in look.named_in[actor.id] for c in look.said(incident.claims)]
    documents = {a.document for a in actor.aliases}
    told = [
        c.id for c in claims if c.document in documents and any(a.words in sentence_of(c).quote for a in actor.aliases)
    ]
    also = ", ".join(dict.fromkeys(a.words for a in actor.aliases))
    return Evidence(
        f"{actor.name} ({actor.kind}; written {clip(also, 120)})", tuple(dict.fromkeys(_said(told, look)))[:3]
    )


def _figures(look: Lookup) -> Iterator[Task]:
    """Figures that a disagreement rests on and nobody has looked at."""
    seen = {j.left for j in look.record.judgements if j.made and j.relation == IS_CLAIM}
    seen |= {c.claim for c in look.record.corrections}
    for dispute in (d for d in look.record.disagreements if d.kind == "figure"):
        for side in dispute.sides:
            others = [c for other in dispute.sides if other is not side for c in other.claims]
            for claim in look.said(side.claims):
                if claim.id not in seen:
                    seen.add(claim.id)
                    own = Evidence(words.sentence(claim, look), tuple(_said((claim.id,), look)))
                    against = Evidence(
                        " / ".join(s.says for s in dispute.sides if s is not side), tuple(_said(others, look))
                    )
                    yield Task("figures", claim.id, "", "Does the sentence say so?", dispute.why, (own, against))


def task_rows(found: Iterable[Task]) -> list[dict[str, str]]:
    """Rows to list tasks by."""
    return [
        {
            "queue": t.queue,
            "left": t.left,
            "right": t.right,
            "one side": clip(t.sides[0].title, 60),
            "other side": clip(t.sides[1].title, 60),
        }
        for t in found
    ]
