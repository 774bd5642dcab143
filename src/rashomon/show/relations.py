"""What the page says of actors, ties, flows, causes, naming and disagreements."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from rashomon.records import Actor, AnyClaim, CauseClaim, Disagreement, FlowClaim, NamingClaim, Seeming, Tie, TieClaim
from rashomon.show import words
from rashomon.show.anchors import anchor, link
from rashomon.show.glyphs import tie_lines
from rashomon.show.lookup import Lookup, reading_order, sentence_of
from rashomon.show.plain import clip
from rashomon.show.tellings import language, quoted, voiced
from rashomon.values.voices import speaker

SIGNS = {"+": "with", "-": "against", "0": "neither with nor against"}
KINDS = {"figure": "figures", "date": "dates", "place": "places", "actor": "who did it", "stance": "stances",
         "tie": "ties", "fact": "whether it happened"}  # fmt: skip


@dataclass(frozen=True)
class Evidence:
    """One claim as evidence: its sentence, who says it, and where it stands."""

    anchor: str
    quote: Markup
    lang: str
    outlet: str
    date: str
    voice: Markup
    what: str
    flag: str
    where: str


@dataclass(frozen=True)
class Dispute:
    """One disagreement with its sides."""

    anchor: str
    kind: str
    about: str
    href: str
    scope: str
    why: str
    sides: tuple[tuple[str, tuple[Evidence, ...]], ...]


@dataclass(frozen=True)
class Person:
    """An actor with the words each outlet uses."""

    anchor: str
    name: str
    kind: str
    aliases: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    roles: tuple[str, ...]
    incidents: tuple[tuple[str, str], ...]
    brief: bool


@dataclass(frozen=True)
class Assertion:
    """One tie as asserted for one period: relation, side, line sample, when."""

    anchor: str
    relation: str
    sign: str
    svg: Markup
    when: str


@dataclass(frozen=True)
class Bond:
    """Everything asserted of one pair of actors, by the sentence that asserts it."""

    left: str
    right: str
    left_href: str
    right_href: str
    svg: Markup
    rows: tuple[tuple[tuple[Assertion, ...], Evidence | None], ...]
    signs: int


def evidence(claim: AnyClaim, look: Lookup, owner: bool = False) -> Evidence:
    """A claim as evidence; ``owner`` if this is the one place of the page where the claim is at home."""
    document = look.documents.get(claim.document)
    return Evidence(
        anchor=anchor("c", claim.id) if owner else "",
        quote=quoted([claim], look),
        lang=language(document),
        outlet=look.outlet(claim.document),
        date=words.period(document.published) if document and document.published else "undated",
        voice=voiced(claim, look),
        what=words.content(claim, look),
        flag="" if claim.reality == "neg" and speaker(claim) else words.reality(claim),
        where=f"#{anchor('m', claim.id)}",
    )


def disputes(look: Lookup) -> list[Dispute]:
    """Every disagreement, the widest first: between reports, then inside one; by kind."""
    ranked = sorted(look.record.disagreements, key=lambda d: (d.scope == "within", -len(d.sides)))
    return [_dispute(dispute, look) for dispute in ranked]


def _dispute(dispute: Disagreement, look: Lookup) -> Dispute:
    about, href = about_of(dispute, look)
    sides = tuple(
        (side.says, tuple(evidence(claim, look) for claim in look.said(side.claims))) for side in dispute.sides
    )
    return Dispute(
        anchor=anchor("x", dispute.id),
        kind=KINDS.get(dispute.kind, dispute.kind),
        about=about,
        href=href,
        scope="inside one report" if dispute.scope == "within" else "between reports",
        why=dispute.why,
        sides=sides,
    )


def about_of(dispute: Disagreement | Seeming, look: Lookup) -> tuple[str, str]:
    """What a disagreement is about, in words, and where on the page that is."""
    if dispute.about in look.incidents:
        found = look.incidents[dispute.about]
        return clip(found.title, 120), f"#{anchor('i', found.id)}"
    keys = [key for key in dispute.about.replace("|", " ").replace(",", " ").split() if key in look.actors]
    if keys:
        return " and ".join(look.actor(key) for key in keys), f"#{anchor('a', keys[0])}"
    return clip(dispute.about, 120), ""


def people(look: Lookup) -> list[Person]:
    """Every actor, those in most incidents first."""
    return [_person(actor, look) for actor in sorted(look.record.actors, key=lambda a: (-len(_told(a, look)), a.name))]


def _told(actor: Actor, look: Lookup) -> list[tuple[str, str]]:
    return [(clip(i.title, 120), f"#{anchor('i', i.id)}") for i in look.named_in[actor.id]]


def _person(actor: Actor, look: Lookup) -> Person:
    by_outlet: dict[str, list[tuple[str, int]]] = {}
    for alias in actor.aliases:
        by_outlet.setdefault(look.outlet(alias.document), []).append((clip(alias.words, 80), alias.count))
    return Person(
        anchor=anchor("a", actor.id),
        name=clip(actor.name, 120),
        kind=actor.kind,
        aliases=tuple((outlet, tuple(said)) for outlet, said in by_outlet.items()),
        roles=tuple(roles_of(actor, look)),
        incidents=tuple(_told(actor, look)),
        brief=not actor.roles and sum(alias.count for alias in actor.aliases) <= 1,
    )


def roles_of(actor: Actor, look: Lookup) -> list[str]:
    """What an actor is to others, and when, in words."""
    return [
        f"{role.relation} {look.actor(role.actor, role.actor)}"
        + (f", {words.period(role.period)}" if role.period else "")
        for role in actor.roles
    ]


def bonds(look: Lookup) -> list[Bond]:
    """Ties by pair, a pair of which both signs are asserted first."""
    pairs: dict[tuple[str, str], list[Tie]] = {}
    for tie in look.record.ties:
        pairs.setdefault((min(tie.left, tie.right), max(tie.left, tie.right)), []).append(tie)
    seen: set[str] = set()
    made = [_bond(ties, look, seen) for ties in pairs.values()]
    return sorted(made, key=lambda bond: (-bond.signs, bond.left, bond.right))


def _bond(ties: list[Tie], look: Lookup, seen: set[str]) -> Bond:
    left, right = ties[0].left, ties[0].right
    return Bond(
        left=look.actor(left, left),
        right=look.actor(right, right),
        left_href=link("a", left, look.actors),
        right_href=link("a", right, look.actors),
        svg=tie_lines([tie.sign for tie in ties]),
        rows=_rows(ties, look, seen),
        signs=len({tie.sign for tie in ties}),
    )


def _rows(ties: list[Tie], look: Lookup, seen: set[str]) -> tuple[tuple[tuple[Assertion, ...], Evidence | None], ...]:
    told: dict[tuple[str, int, int], list[tuple[Assertion, AnyClaim]]] = {}
    bare: list[Assertion] = []
    for tie in ties:
        for span in tie.periods:
            when = words.period(span.period) + (", told as history" if span.background else "")
            made = Assertion("", tie.relation, SIGNS[tie.sign], tie_lines([tie.sign]), when)
            claims = look.said(span.claims)
            bare += [] if claims else [made]
            for claim in claims:
                home = anchor("c", claim.id) if isinstance(claim, TieClaim) and claim.id not in seen else ""
                seen.add(claim.id)
                at = sentence_of(claim)
                told.setdefault((claim.document, at.start, at.end), []).append((replace(made, anchor=home), claim))
    rows = [(tuple(row[0] for row in group), _joint([row[1] for row in group], look)) for group in told.values()]
    return (*rows, *(((made,), None) for made in bare))


def _joint(claims: list[AnyClaim], look: Lookup) -> Evidence:
    return replace(evidence(claims[0], look), quote=quoted(claims, look))


def loose_ties(look: Lookup) -> list[Evidence]:
    """Tie claims that no tie of the record rests on (an end is not identified), so that none is lost."""
    return [evidence(claim, look, owner=True) for claim in loose_claims(look)]


def loose_claims(look: Lookup) -> list[TieClaim]:
    """Tie claims that no tie of the record rests on, in the order of the texts."""
    used = {key for tie in look.record.ties for span in tie.periods for key in span.claims}
    rest = (claim for claim in look.record.claims if isinstance(claim, TieClaim) and claim.id not in used)
    return sorted(rest, key=reading_order)


def flows(look: Lookup) -> list[tuple[dict[str, str], Evidence]]:
    """What goes from where to where."""
    found = sorted((claim for claim in look.record.claims if isinstance(claim, FlowClaim)), key=reading_order)
    return [
        (
            {
                "what": clip(claim.what, 80),
                "much": words.amount(claim.amount) if claim.amount else "",
                "origin": look.mention(claim.origin),
                "dest": look.mention(claim.dest),
                "via": look.mention(claim.via),
                "agent": look.mention(claim.agent),
                "when": words.period(claim.period) if claim.period else "",
            },
            evidence(claim, look, owner=True),
        )
        for claim in found
    ]


def causes(look: Lookup) -> list[tuple[str, str, str, Evidence]]:
    """What is said to have led to what: cause, effect, strength, evidence."""
    found = sorted((claim for claim in look.record.claims if isinstance(claim, CauseClaim)), key=reading_order)
    return [
        (words.end(claim.cause, look), words.end(claim.effect, look), claim.strength, evidence(claim, look, owner=True))
        for claim in found
    ]


@dataclass(frozen=True)
class Named:
    """What each outlet calls one actor: the words, and where they stand."""

    actor: str
    href: str
    outlets: tuple[tuple[str, tuple[tuple[str, str, str, str], ...]], ...]

    @property
    def brief(self) -> bool:
        """Whether there is one wording only, so nothing to compare."""
        return len({said[0].casefold() for _, words in self.outlets for said in words}) <= 1


def naming(look: Lookup) -> list[Named]:
    """Actors by the words for them: outlet → (words, anchor, where, language)."""
    rows: dict[str, dict[str, list[tuple[str, str, str, str]]]] = {}
    for claim in sorted(look.record.claims, key=reading_order):
        if isinstance(claim, NamingClaim):
            said = rows.setdefault(claim.actor or "", {}).setdefault(look.outlet(claim.document), [])
            lang = language(look.documents.get(claim.document))
            said.append((clip(claim.words, 80), anchor("c", claim.id), f"#{anchor('m', claim.id)}", lang))
    return [
        Named(
            actor=look.actor(key, "an actor that is not identified"),
            href=link("a", key, look.actors),
            outlets=tuple((outlet, tuple(said)) for outlet, said in outlets.items()),
        )
        for key, outlets in sorted(rows.items(), key=lambda row: (-len(row[1]), look.actor(row[0])))
    ]
