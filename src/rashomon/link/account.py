"""What one passage or one report tells of one happening: the thing that linking compares."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Final

from rashomon.link import families, participants, words
from rashomon.records import (
    HEADLINE,
    Actor,
    AnyClaim,
    CauseClaim,
    Document,
    EventClaim,
    FigureClaim,
    Period,
    Place,
    Row,
)
from rashomon.values.place import proper_words, width

Days = tuple[int, int]
NEVER: Final = date.min.toordinal()
EVER: Final = date.max.toordinal()

# Roles whose mention says where it happened: the plant that was stormed is the scene as much as "in the town".
OWN: Final = ("place", "target", "dest")
# Roles whose mention shows where the text is at that point.
AROUND: Final = (*OWN, "origin", "theme")
# Kinds of actor that stand for their state: "Norland", "the Norland army" and its ministers are one side.
OF_STATE: Final = frozenset({"state", "armed forces", "police", "government body"})
# A title that names a country does not say where in it.
WIDEST: Final = 5
_WORD: Final = re.compile(r"\w{1,60}")
# How many sentences back a place is still taken as the scene of an event that names none.
BACK: Final = 3
WAR_TOLL: Final = 10_000  # so many are hit by a war, and by no act whose report does not say so
TOWN: Final = 1  # width of a town (`values/place.py`)


class Figure(Row, frozen=True, kw_only=True):
    """A figure as linking compares it."""

    measure: str
    counted: str
    low: int | None
    high: int | None
    words: str


class Account(Row, frozen=True, kw_only=True):
    """What one passage (or report, once pooled) tells of one happening.

    ``claim`` founds it: the first of ``claims`` in order of ``order`` (published, document, start). ``time`` and
    ``told`` (the report's date) are proleptic day numbers, inclusive. ``places`` are the event's own, ``around`` those
    of the sentences before. ``causes`` holds the claims that it is said to bring about, ``mentions`` the starts of its
    participants, ``people`` the last names of the persons among them, ``ages`` the ages in years that its sentence
    gives, ``words`` what is unusual in that sentence and ``title`` in its report's headline, as stems, ``sentence`` the
    number of the sentence in the report, ``text`` itself, and ``at`` the trigger's place in it. Where neither it nor
    the sentences around name a place, ``ground`` is where the report as a whole is, by its title, its dateline or what
    it names most (``ground_by``): a default that is never the event's own. ``titled`` are the scenes that the report's
    title names. ``doers`` are the agents, named or not: by id, else by the stem of their head word.
    """

    claim: str
    claims: tuple[str, ...]
    document: str
    order: tuple[str, str, int]
    types: frozenset[str]
    modes: frozenset[str] = frozenset()
    founds: bool = True
    background: bool = False
    lasting: bool = False
    definite: bool = False
    time: Days | None = None
    told: Days | None = None
    places: tuple[Place, ...] = ()
    around: tuple[Place, ...] = ()
    ground: tuple[Place, ...] = ()
    ground_by: str = ""
    titled: tuple[Place, ...] = ()
    agents: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    figures: tuple[Figure, ...] = ()
    triggers: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    mentions: frozenset[int] = frozenset()
    people: frozenset[str] = frozenset()
    ages: frozenset[int] = frozenset()
    title: frozenset[str] = frozenset()
    sentence: int = 0
    text: str = ""
    at: int = 0
    headed: bool = False
    causes: frozenset[str] = frozenset()


def days(period: Period | None) -> Days | None:
    """First and last day of a period as day numbers, open ends unbounded; None for no period, or one open both ways."""
    if period is None or (period.from_ is None and period.to is None):
        return None
    low = date.fromisoformat(period.from_[:10]).toordinal() if period.from_ else NEVER
    high = date.fromisoformat(period.to[:10]).toordinal() if period.to else EVER
    return (low, high) if low <= high else (high, low)


def accounts(
    document: Document,
    claims: Sequence[AnyClaim],
    places: Mapping[str, Place],
    actors: Mapping[str, Actor],
) -> tuple[Account, ...]:
    """One account per physical event claim of a document, in order of the text, from its claims alone."""
    own = sorted((c for c in claims if c.document == document.id), key=lambda c: (c.spans[0].start, c.id))
    reading = Reading(document, own, places, actors)
    events = [c for c in own if isinstance(c, EventClaim) and families.physical(c)]
    found = (reading.account(event) for event in events)
    return tuple(sorted(found, key=lambda account: (account.order, account.claim)))


class Reading:
    """One report while its events are read off: its sentences, figures, causes and the places along the text."""

    def __init__(
        self,
        document: Document,
        claims: Sequence[AnyClaim],
        places: Mapping[str, Place],
        actors: Mapping[str, Actor],
    ) -> None:
        self.document = document
        self.places = places
        self.actors = actors
        starts = sorted({c.spans[0].start for c in claims})
        self.numbers = {start: number for number, start in enumerate(starts)}
        self.figures: dict[str, list[Figure]] = {}
        self.whole: set[str] = set()  # events whose toll is that of the whole war
        self.causes: dict[str, set[str]] = {}
        self.events = [c for c in claims if isinstance(c, EventClaim) and not c.background]
        self.seen: dict[int, dict[str, None]] = {}
        for claim in claims:
            self._note(claim)

    def account(self, event: EventClaim) -> Account:
        """What one event claim tells; its words and names are those beside who takes part."""
        sentence = event.spans[0]
        own = self._scene(event)
        around = () if own else self._around(self.numbers[sentence.start])
        ground, by = self.ground
        agents, targets = self._known(event, "agent"), self._known(event, "target")
        at = event.trigger.start - sentence.start
        named, taking_part = words.names(sentence.quote), participants.taking_part(event)
        return Account(
            claim=event.id,
            claims=(event.id,),
            document=self.document.id,
            order=(published(self.document), self.document.id, event.trigger.start),
            types=frozenset({event.type}),
            modes=frozenset({event.mode} if event.mode else ()),
            founds=families.founds(event),
            background=event.background,
            lasting=families.lasting(event) or families.holding(event) or event.id in self.whole,
            definite=words.definite(sentence.quote, at, at + len(event.trigger.quote)),
            time=days(event.time),
            told=days(self.document.published),
            places=own,
            around=around,
            ground=ground if not own and not around and not event.background else (),
            ground_by=by,
            titled=() if event.background else self.titled,
            agents=agents,
            targets=targets,
            states=self._states(agents | targets),
            doers=participants.doers(event),
            heads=participants.heads(event),
            figures=tuple(self.figures.get(event.id, ())),
            triggers=words.content(event.trigger.quote),
            words=words.telling(words.content(sentence.quote) - frozenset(map(words.stem, taking_part))),
            names=named - taking_part,
            mentions=frozenset(m.start for m in participants.in_roles(event, *participants.ROLES)),
            people=participants.people(event),
            ages=words.ages(sentence.quote),
            title=words.telling(words.content(self.document.title or "")),
            sentence=self.numbers[sentence.start],
            text=sentence.quote,
            at=at,
            headed=HEADLINE in event.reasons,
            causes=frozenset(self.causes.get(event.id, ())),
        )

    def _note(self, claim: AnyClaim) -> None:
        if isinstance(claim, FigureClaim) and claim.event:
            self.figures.setdefault(claim.event, []).append(_figure(claim))
            if _of_war(claim):
                self.whole.add(claim.event)
        elif isinstance(claim, CauseClaim) and isinstance(claim.cause, str) and isinstance(claim.effect, str):
            self.causes.setdefault(claim.cause, set()).add(claim.effect)
        elif isinstance(claim, EventClaim) and claim.reality in ("fact", "poss") and not families.lasting(claim):
            # a war that somebody demands an end of is not where the text is
            here = self.seen.setdefault(self.numbers[claim.spans[0].start], {})
            here.update({m.place: None for m in participants.in_roles(claim, *AROUND) if m.place})

    def _scene(self, event: EventClaim) -> tuple[Place, ...]:
        ids = sorted({m.place for m in participants.in_roles(event, *OWN) if m.place})
        return tuple(self.places[i] for i in ids if i in self.places)

    def _around(self, number: int) -> tuple[Place, ...]:
        for back in range(BACK + 1):
            found = tuple(self.places[i] for i in sorted(self.seen.get(number - back, ())) if i in self.places)
            if found:
                return found
        return ()

    @cached_property
    def setting(self) -> tuple[Place, ...]:
        """The town or narrower that most sentences of the report's news name, or several that as many do."""
        named = Counter(i for here in self.seen.values() for i in here if i in self.places)
        towns = {i: n for i, n in named.items() if width(self.places[i]) <= TOWN and self.places[i].lat is not None}
        most = max(towns.values(), default=0)
        return tuple(self.places[i] for i in sorted(towns) if towns[i] == most)

    @cached_property
    def titled(self) -> tuple[Place, ...]:
        """The scenes of the report's own events that its title names: all of their proper words stand in it."""
        title = frozenset(_WORD.findall((self.document.title or "").casefold()))
        scenes = {m.place for event in self.events for m in participants.in_roles(event, *OWN) if m.place}
        found = (self.places[i] for i in sorted(scenes) if i in self.places)
        return tuple(p for p in found if width(p) < WIDEST and _named(p) and _named(p) <= title)

    @cached_property
    def ground(self) -> tuple[tuple[Place, ...], str]:
        """Where the report as a whole is: by its title, else its dateline, else what it names most; and which."""
        if self.titled:
            return self.titled, "named in the title"
        filed = {m.place for event in self.events for m in event.roles.get("dateline", ()) if m.place}
        found = tuple(self.places[i] for i in sorted(filed) if i in self.places)
        return (found, "the dateline") if found else (self.setting, "named most in the report")

    def _known(self, event: EventClaim, role: str) -> frozenset[str]:
        """Who takes part, by id; those known only as "people" or "fighters" are nobody in particular."""
        ids = (m.actor for m in event.roles.get(role, ()) if m.actor)
        return frozenset(i for i in ids if i not in self.actors or not self.actors[i].name[:1].islower())

    def _states(self, ids: Iterable[str]) -> frozenset[str]:
        found = (self.actors[i] for i in ids if i in self.actors)
        return frozenset(actor.country for actor in found if actor.country and actor.kind in OF_STATE)


def _named(place: Place) -> frozenset[str]:
    return frozenset(part for word in proper_words(place) for part in _WORD.findall(word.casefold()))


def narrowest(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places of the narrowest kind, by id: who names town and country means the town."""
    found = {place.id: place for place in places}
    least = min((width(place) for place in found.values()), default=0)
    return tuple(found[i] for i in sorted(found) if width(found[i]) == least)


def published(document: Document) -> str:
    """The day a document was published, as ISO text; undated documents sort last."""
    period = document.published
    return (period.from_ or period.to or "~") if period else "~"


def _of_war(claim: FigureClaim) -> bool:
    """Whether a toll is that of a whole war, by its basis or its size."""
    return claim.basis == "conflict" or (claim.basis != "incident" and (claim.lower or 0) >= WAR_TOLL)


def _figure(claim: FigureClaim) -> Figure:
    counted = words.stem(claim.counted.words.split()[-1]) if claim.counted and claim.counted.words.split() else ""
    return Figure(measure=claim.measure, counted=counted, low=claim.lower, high=claim.upper, words=claim.words)
