"""Outlets as the page shows them: how each tells each incident, whom each quotes, and all of them two by two."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rashomon.records import (
    AnyClaim,
    Document,
    EventClaim,
    FigureClaim,
    FigurePair,
    Incident,
    Period,
    Told,
    WordsPair,
)
from rashomon.records import OutletPair as Compared
from rashomon.show import comparison, figures, words
from rashomon.show.lookup import NAME, Lookup
from rashomon.show.page.data_outlets import (
    OutletFigure,
    OutletPair,
    OutletQuoted,
    OutletSays,
    OutletTelling,
    OutletWords,
)
from rashomon.show.page.index import Index
from rashomon.show.plain import clip
from rashomon.values import periods
from rashomon.values.voices import speaker

HARM = frozenset({"KILL", "INJURE"})  # told beside the act itself, often by its doer
HAPPENED = frozenset({"fact", "poss"})
TO_THE_DAY = frozenset({"time", "part of day", "day"})


def tellings(index: Index) -> tuple[OutletTelling, ...]:
    """How each outlet tells each incident, incident by incident, whoever reported it first before the others."""
    found = (telling for one in index.look.record.incidents if not one.background for telling in _told(one, index))
    return tuple(found)


def _told(incident: Incident, index: Index) -> list[OutletTelling]:
    by: dict[int, list[AnyClaim]] = defaultdict(list)
    for claim in index.look.said(incident.claims):
        document = index.look.documents.get(claim.document)
        if document and not document.superseded_by and isinstance(claim, EventClaim | FigureClaim):
            by[index.outlet_of(document)].append(claim)
    made = [_telling(incident, outlet, claims, index) for outlet, claims in by.items()]
    return sorted(made, key=lambda one: (one.delay is None, one.delay, one.outlet))


def _telling(incident: Incident, outlet: int, claims: list[AnyClaim], index: Index) -> OutletTelling:
    documents = [index.look.documents[name] for name in dict.fromkeys(claim.document for claim in claims)]
    delays = [delay for document in documents if (delay := _delay(incident.period, document.published)) is not None]
    return OutletTelling(
        incident=index.incidents[incident.id],
        outlet=outlet,
        docs=tuple(index.docs[document.id] for document in documents),
        delay=min(delays, default=None),
        doers=tuple(_firsts(_doers(incident, claims, index.look), index)),
        quoted=tuple(_firsts(_speakers(claims, index.look), index)),
        replaced=tuple(_replaced(incident, outlet, index)),
    )


def _delay(happened: Period | None, published: Period | None) -> int | None:
    """Days from an incident to a report; None unless both are known to the day."""
    if happened is None or published is None or {happened.precision, published.precision} - TO_THE_DAY:
        return None
    try:
        return periods.gap_days(happened, published)
    except ValueError:
        return None


def _doers(incident: Incident, claims: Iterable[AnyClaim], look: Lookup) -> Iterator[tuple[str, str]]:
    """Who is said to have done it, with the claim: of the act itself and of its harm, as told to have happened."""
    for claim in claims:
        if isinstance(claim, EventClaim) and (claim.type == incident.type or claim.type in HARM):
            for mention in claim.roles.get("agent", ()) if claim.reality in HAPPENED else ():
                yield look.means(mention) or look.mention(mention), claim.id


def _speakers(claims: Iterable[AnyClaim], look: Lookup) -> Iterator[tuple[str, str]]:
    for claim in claims:
        voice = speaker(claim)
        if voice is not None:
            yield words.speaker_name(voice) or look.actor(voice.actor), claim.id


def _firsts(named: Iterable[tuple[str, str]], index: Index) -> Iterator[tuple[str, int]]:
    """Each name once, whatever its case, with the first claim that has it."""
    seen = set()
    for name, claim in named:
        if name and name.casefold() not in seen:
            seen.add(name.casefold())
            yield name, index.claims[claim]


def _replaced(incident: Incident, outlet: int, index: Index) -> Iterator[int]:
    """The outlet's reports of an incident that a later version replaced."""
    for name in dict.fromkeys(claim.document for claim in index.look.said(incident.claims)):
        document: Document | None = index.look.documents.get(name)
        if document and document.superseded_by and index.outlet_of(document) == outlet:
            yield index.docs[name]


def pairs(index: Index, compared: Sequence[Compared]) -> tuple[OutletPair, ...]:
    """Every pair of outlets, in the order given."""
    return tuple(_pair(pair, index) for pair in compared)


def _outlet(name: str, index: Index) -> int:
    """The place of an outlet by the name that a pair has for it: as published, else the id of its report."""
    look = index.look
    return index.outlets.get(look.outlet(name) if name in look.documents else clip(name, NAME), -1)


def _pair(pair: Compared, index: Index) -> OutletPair:
    row = comparison.pair_row(pair, index.look)
    differ, together = row["differ"], row["figures compared"]
    return OutletPair(
        a=_outlet(pair.a, index),
        b=_outlet(pair.b, index),
        few=comparison.FEW if pair.few else "",
        copies=pair.copies,
        compared=together if isinstance(together, int) else None,
        differ=differ if isinstance(differ, int) else None,
        widest=str(row["widest gap"]),
        figures=tuple(_figure(one, index) for one in comparison.ranked(pair)),
        actors=tuple(_called(one, index, "") for one in sorted(pair.actors, key=comparison.in_common)),
        acts=tuple(_called(one, index, words.act(one.type)) for one in sorted(pair.acts, key=comparison.in_common)),
    )


def _figure(one: FigurePair, index: Index) -> OutletFigure:
    return OutletFigure(
        incident=index.incidents.get(one.incident, -1),
        measure=figures.measure_of(one.field),
        label=figures.label(one.field),
        how=comparison.standing(one),
        times=one.gap,
        a=_says(one.a, index),
        b=_says(one.b, index),
    )


def _says(told: Told, index: Index) -> OutletSays:
    low, high = (None if bound is None else min(bound, figures.HUGE) for bound in (told.low, told.high))
    return OutletSays(
        low=low,
        high=high,
        shape=figures.shape(low, high),
        words=comparison.said(told),
        claims=index.told(told.claims),
    )


def _called(one: WordsPair, index: Index, act: str) -> OutletWords:
    look = index.look
    return OutletWords(
        about=act or look.actor(one.about, one.about),
        actor=-1 if act else index.actors.get(one.about, -1),
        incident=index.incidents.get(one.about, -1) if act else -1,
        how=comparison.likeness(one),
        a=comparison.cut(one.a),
        b=comparison.cut(one.b),
    )


def quoted(index: Index, compared: Sequence[Compared]) -> tuple[OutletQuoted, ...]:
    """Everybody quoted, once, with how often by each outlet; those quoted by most outlets first."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    named: dict[str, tuple[str, str]] = {}
    for pair in compared:
        for voice in pair.quoted:
            key = voice.actor or voice.words.casefold()
            named.setdefault(key, (voice.words, voice.actor or ""))
            for outlet, claims in ((pair.a, voice.a), (pair.b, voice.b)):
                if claims:
                    found[key][_outlet(outlet, index)] = claims
    ranked = sorted(found, key=lambda key: (-len(found[key]), -sum(found[key].values()), key))
    return tuple(_quoted(*named[key], found[key], index) for key in ranked)


def _quoted(said: str, actor: str, by: dict[int, int], index: Index) -> OutletQuoted:
    name = index.look.actor(actor, said) or comparison.UNNAMED
    return OutletQuoted(words=name, actor=index.actors.get(actor, -1), by=tuple(sorted(by.items())))
