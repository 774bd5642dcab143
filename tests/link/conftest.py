"""A small world for linking: an invented siege told by three reports, with strikes elsewhere and history beside it."""

from collections.abc import Sequence
from typing import Any

import pytest

from rashomon.link.clusters import incidents
from rashomon.link.steps import judge
from rashomon.records import (
    Actor,
    AnyClaim,
    CauseClaim,
    Document,
    EventClaim,
    FigureClaim,
    Incident,
    Judgement,
    Mention,
    Period,
    Place,
    Voice,
)
from rashomon.testing.makers import make_claim, make_day, make_document, make_mention, make_span

PLACES = {
    place.id: place
    for place in (
        Place(id="p-land", name="Vennland", kind="country", lat=20.0, lon=5.0, country="VEN"),
        Place(id="p-other", name="Osterra", kind="country", lat=15.0, lon=0.0, country="OST"),
        Place(id="p-karm", name="Karm", kind="town", lat=21.0, lon=5.5, country="VEN", admin1="K"),
        Place(id="p-plant", name="Karm gas plant", kind="site", lat=21.02, lon=5.52, country="VEN", admin1="K"),
        Place(id="p-dub", name="Dubrin", kind="town", lat=15.2, lon=0.1, country="OST"),
        Place(id="p-port", name="Port Lire", kind="town", lat=22.5, lon=6.5, country="VEN"),
    )
}
ACTORS = {
    actor.id: actor
    for actor in (
        Actor(id="a-army", name="Army of Vennland", kind="armed forces", country="VEN"),
        Actor(id="a-brigade", name="Salt Brigade", kind="armed group"),
        Actor(id="a-north", name="Northern Guard", kind="armed forces", country="NOR"),
        Actor(id="a-rebels", name="Osterran rebels", kind="armed group"),
        Actor(id="a-league", name="Old League", kind="armed group"),
    )
}


class Writer:
    """Writes claims of one document by quoting it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.claims: list[AnyClaim] = []

    def who(self, sentence: str, words: str, actor: str | None = None, place: str | None = None) -> Mention:
        return make_mention(self.document, words, make_span(self.document, sentence), actor=actor, place=place)

    def event(self, sentence: str, trigger: str, type_: str, **fields: Any) -> EventClaim:
        kind, _, mode = type_.partition(".")
        roles = {
            role: tuple(self.who(sentence, *mention) for mention in fields.pop(role))
            for role in ("agent", "target", "place")
            if role in fields
        }
        claim = make_claim(
            "event", self.document, sentence, type=kind, mode=mode or None, trigger=trigger, roles=roles, **fields
        )
        assert isinstance(claim, EventClaim)
        self.claims.append(claim)
        return claim

    def figure(
        self, sentence: str, event: EventClaim | None, low: int | None, high: int | None, **f: Any
    ) -> FigureClaim:
        counted = self.who(sentence, *f.pop("counted")) if "counted" in f else None
        claim = make_claim(
            "figure", self.document, sentence, measure=f.pop("measure", "killed"), lower=low, upper=high,
            event=event.id if event else None, counted=counted, basis=f.pop("basis", "incident"), **f,
        )  # fmt: skip
        assert isinstance(claim, FigureClaim)
        self.claims.append(claim)
        return claim

    def cause(self, sentence: str, cause: EventClaim, effect: EventClaim) -> CauseClaim:
        claim = make_claim("cause", self.document, sentence, cause=cause.id, effect=effect.id)
        assert isinstance(claim, CauseClaim)
        self.claims.append(claim)
        return claim


SIEGE = [
    "On Saturday evening the Vennland army stormed the gas plant in Karm, where fighters were holding hostages.",
    "The operation claimed the lives of 48 hostages and up to 32 of the fighters.",
    "The leader of the Salt Brigade claimed responsibility for the attack, adding that 40 men took part in the raid.",
    "In Osterra the Northern Guard launched a dozen strikes on the rebels in the last 24 hours.",
    "The strikes killed nine rebels.",
    "In 1994 the Old League hijacked a ferry, and in 1995 it bombed a station in Port Lire.",
    "Ministers condemned the bloodshed and the war in Osterra.",
    "The army denied that its soldiers stormed the gas plant.",
]
SECOND = [
    "Vennland soldiers ended a siege at a gas plant near Karm on 19 January with an assault.",
    "At least 37 hostages were killed there, the government said.",
]
THIRD = [
    "Gunmen attacked a bus in Port Lire on 19 January.",
    "Three passengers were killed.",
]


def siege() -> Writer:
    w = Writer(make_document("\n\n".join(SIEGE), source="a.txt", published="2013-01-21", publisher="Alpha"))
    write_siege(w, SIEGE)
    write_strikes(w, SIEGE)
    write_history(w, SIEGE)
    return w


def write_siege(w: Writer, s: Sequence[str]) -> None:
    army, plant = ("army", "a-army"), ("gas plant", None, "p-plant")
    day = make_day("2013-01-19")
    w.event(s[0], "stormed", "ASSAULT", agent=[army], target=[plant], place=[("Karm", None, "p-karm")], time=day)
    fighters, hostages = ("fighters", "a-brigade"), ("hostages",)
    w.event(s[0], "holding", "ASSAULT.abduct", agent=[fighters], target=[hostages], place=[plant])
    operation = w.event(s[1], "operation", "ASSAULT")
    lives = w.event(s[1], "claimed the lives", "KILL", target=[hostages, fighters])
    w.cause(s[1], operation, lives)
    w.figure(s[1], lives, 48, 48, words="48", counted=hostages, class_="hostage")
    w.figure(s[1], lives, 0, 32, words="up to 32", counted=fighters, class_="combatant")
    w.event(s[2], "claimed responsibility", "SAY.claim-responsibility", agent=[("Salt Brigade", "a-brigade")])
    w.event(s[2], "attack", "ASSAULT")
    men = ("men", "a-brigade")
    raid = w.event(s[2], "raid", "ASSAULT", agent=[men])
    w.figure(s[2], raid, 40, 40, words="40", measure="force size", counted=men, class_="combatant")
    w.event(s[7], "stormed", "ASSAULT", agent=[("soldiers", "a-army")], target=[plant], reality="neg")


def write_strikes(w: Writer, s: Sequence[str]) -> None:
    guard, rebels, osterra = ("Northern Guard", "a-north"), ("rebels", "a-rebels"), ("Osterra", None, "p-other")
    day = make_day("2013-01-20")
    w.event(s[3], "strikes", "ASSAULT.aerial", agent=[guard], target=[rebels], place=[osterra], time=day)
    again = w.event(s[4], "strikes", "ASSAULT.aerial")
    nine = w.event(s[4], "killed", "KILL", target=[rebels])
    w.cause(s[4], again, nine)
    w.figure(s[4], nine, 9, 9, words="nine", counted=rebels, class_="combatant")
    w.event(s[6], "condemned", "ACCUSE.disapprove")
    w.event(s[6], "war", "ASSAULT", place=[osterra])


def write_history(w: Writer, s: Sequence[str]) -> None:
    y94, y95 = (Period(from_=f"{y}-01-01", to=f"{y}-12-31", precision="year") for y in (1994, 1995))
    league, port = ("Old League", "a-league"), ("Port Lire", None, "p-port")
    w.event(s[5], "hijacked", "ASSAULT.abduct", agent=[league], target=[("ferry",)], time=y94, background=True)
    bombed = {"target": [("station",)], "place": [port], "time": y95, "background": True}
    w.event(s[5], "bombed", "ASSAULT.explosives", agent=[league], **bombed)


def second() -> Writer:
    w = Writer(make_document("\n\n".join(SECOND), source="b.txt", published="2013-01-22", publisher="Beta"))
    assault = w.event(
        SECOND[0],
        "assault",
        "ASSAULT",
        agent=[("soldiers", "a-army")],
        place=[("Karm", None, "p-karm")],
        target=[("gas plant", None, "p-plant")],
        time=make_day("2013-01-19"),
    )
    killed = w.event(
        SECOND[1],
        "killed",
        "KILL",
        target=[("hostages",)],
        voices=(Voice(words="", start=0, end=0), Voice(words="the government", start=0, end=0, form="indirect")),
    )
    w.figure(SECOND[1], killed, 37, None, words="At least 37", counted=("hostages",), class_="hostage")
    assert assault.time is not None
    return w  # fmt: skip


def third() -> Writer:
    w = Writer(make_document("\n\n".join(THIRD), source="c.txt", published="2013-01-20", publisher="Gamma"))
    w.event(
        THIRD[0],
        "attacked",
        "ASSAULT",
        agent=[("Gunmen",)],
        target=[("bus",)],
        place=[("Port Lire", None, "p-port")],
        time=make_day("2013-01-19"),
    )
    killed = w.event(THIRD[1], "killed", "KILL", target=[("passengers",)])
    w.figure(THIRD[1], killed, 3, 3, words="Three", counted=("passengers",), class_="civilian")
    return w  # fmt: skip


class World:
    """Documents and claims, and what linking makes of them."""

    def __init__(self, writers: Sequence[Writer]) -> None:
        self.documents = [w.document for w in writers]
        self.claims = [c for w in writers for c in w.claims]
        self.by_id = {c.id: c for c in self.claims}

    def judged(self) -> list[Judgement]:
        return list(judge(self.documents, self.claims, PLACES, ACTORS))

    def incidents(self, judgements: Sequence[Judgement]) -> tuple[Incident, ...]:
        events = [c for c in self.claims if isinstance(c, EventClaim)]
        figures = [c for c in self.claims if isinstance(c, FigureClaim)]
        return incidents(events, figures, judgements, self.documents, PLACES)

    def words(self, incident: Incident) -> list[str]:
        found = [self.by_id[i] for i in incident.claims]
        return sorted(c.trigger.quote if isinstance(c, EventClaim) else c.words for c in found)  # type: ignore[union-attr]


@pytest.fixture(scope="session")
def world() -> World:
    """The three reports."""
    return World([siege(), second(), third()])


@pytest.fixture(scope="session")
def judged(world: World) -> list[Judgement]:
    """What the linker judges of them."""
    return world.judged()
