"""A small, rich record built by hand from the invented reports: every kind of claim and of disagreement is in it."""

from typing import Any

from rashomon.engine.analyses import counting_once
from rashomon.reconcile.causal import causal_map
from rashomon.reconcile.changes import changes
from rashomon.reconcile.flows import flows
from rashomon.records import (
    Actor,
    Alias,
    AnyClaim,
    Document,
    Judgement,
    Maker,
    Mention,
    Period,
    Place,
    Precision,
    Record,
    Standing,
    content_id,
    mention_key,
)
from rashomon.testing.makers import make_claim, make_document, make_mention, make_regions, make_span
from rashomon.testing.texts import ARABIC, HARBOUR, RELIEF

ACTORS = {
    "front": ("Red Dune Front", "armed group"),
    "army": ("Army of Ilmara", "armed forces"),
    "ministry": ("Defence Ministry of Ilmara", "government body"),
    "guard": ("Sarn Guard", "armed group"),
    "kaveth": ("Kaveth", "state"),
    "residents": ("Residents of Tal Oreb", "people"),
    "wane": ("Idris Wane", "person"),
}
PLACES = {
    "town": ("Tal Oreb", "town", 3.0),
    "depot": ("fuel depot at Tal Oreb", "site", 1.0),
    "market": ("market of Tal Oreb", "site", 1.0),
    "hanwe": ("Hanwe", "town", 5.0),
    "river": ("Sarn river", "region", 120.0),
    "land": ("Kaveth", "country", None),
}
MONDAY = "2031-05-12"
TUESDAY = "2031-05-13"
DARK = "00:00-05:59"
MORNING = "06:00-11:59"
NO_DATE = "the report carries no date"


def actor_id(key: str) -> str:
    """The id of the sample's actor ``key``."""
    return content_id("a", ACTORS[key][0])


def place_id(key: str) -> str:
    """The id of the sample's place ``key``."""
    return content_id("p", PLACES[key][0], PLACES[key][1])


def sample_documents() -> tuple[Document, Document, Document]:
    """The three reports: one with all its metadata, one with an emoji up front, one in Arabic without a date."""
    harbour = make_document(
        HARBOUR,
        source="reports/harbour.html",
        path="reports/harbour.html",
        url="https://harbourpost.example/2031/05/14/tal-oreb",
        title="Fighters storm fuel depot at Tal Oreb, toll disputed",
        byline="Zoë Marchetti",
        publisher="Harbour Post",
        published="2031-05-14",
    )
    harbour = make_regions(
        harbour,
        {
            "Fighters storm fuel depot at Tal Oreb, toll disputed": "title",
            "By Zoë Marchetti": "byline",
            "PORT SAEL, 14 May 2031": "dateline",
            "Smoke above the depot at Tal Oreb on Monday.": "caption",
            "Contact the newsroom: desk@harbourpost.example": "boilerplate",
        },
    )
    relief = make_document(
        RELIEF,
        source="reports/relief.txt",
        path="reports/relief.txt",
        title="🕊 Tal Oreb: what residents saw",
        publisher="Relief Monitor",
        published="2031-05-15",
        reasons={"byline": "no byline found in the first lines", "url": "read from a file"},
    )
    arabic = make_document(
        ARABIC,
        source="reports/harbour-copy-ar.txt",
        path="reports/harbour-copy-ar.txt",
        title="هجوم على مستودع للوقود في تل أوريب",
        language="ar",
        reasons={
            "published": NO_DATE,
            "publisher": "the text names no outlet",
            "byline": "no byline found in the first lines",
            "url": "read from a file",
        },
    )
    return harbour, relief, arabic


class Scribe:
    """Writes claims about one document; ``who`` and ``where`` make mentions with their ids filled in."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.claims: dict[str, AnyClaim] = {}

    def who(self, words: str, key: str | None = None, sentence: str | None = None) -> Mention:
        """A mention of an actor."""
        why = "exact name" if key else "names no one that is known"
        return make_mention(self.document, words, self._span(sentence), actor=actor_id(key) if key else None, why=why)

    def where(self, words: str, key: str, sentence: str | None = None) -> Mention:
        """A mention of a place."""
        return make_mention(self.document, words, self._span(sentence), place=place_id(key), why="exact name")

    def when(self, words: str, day: str, hours: str, how: str = "") -> Period:
        """What a time expression is read as: a day, or the ``hours`` of it (``"00:00-05:59"``)."""
        span = make_span(self.document, words)
        first, last = (f"{day}T{hour}" for hour in hours.split("-")) if hours else (day, day)
        precision: Precision = "part of day" if hours else "day"
        return Period(from_=first, to=last, precision=precision, words=words, start=span.start, end=span.end, how=how)

    def note(self, name: str, kind: str, sentence: str, **fields: Any) -> str:
        """Write a claim down under a name; returns its id."""
        claim = make_claim(kind, self.document, sentence, **fields)
        self.claims[name] = claim
        return claim.id

    def _span(self, sentence: str | None) -> Any:
        return make_span(self.document, sentence) if sentence else None


def sample_actors(documents: tuple[Document, ...]) -> tuple[Actor, ...]:
    """The actors, with the words each report uses for them."""
    harbour, relief, arabic = (document.id for document in documents)
    aliases = {
        "front": [("Red Dune Front", harbour, 1), ("the Front", harbour, 2), ("militants", relief, 1),
                  ("جبهة الكثبان الحمراء", relief, 1), ("مسلحون", arabic, 1)],
        "army": [("the army", harbour, 1), ("the army", relief, 2)],
        "ministry": [("The Defence Ministry", harbour, 1)],
        "guard": [("The Sarn Guard", relief, 1), ("The Guard", relief, 1)],
        "kaveth": [("Kaveth", harbour, 1)],
        "residents": [("Residents", harbour, 1), ("residents", relief, 1), ("سكان", arabic, 1)],
        "wane": [("Colonel Idris Wane", harbour, 1)],
    }  # fmt: skip
    roles = {"wane": (Standing(relation="spokesman of", actor=actor_id("ministry")),)}
    return tuple(
        Actor(
            id=actor_id(key),
            name=name,
            kind=kind,
            aliases=tuple(Alias(words=words, document=document, count=n) for words, document, n in aliases[key]),
            roles=roles.get(key, ()),
        )
        for key, (name, kind) in ACTORS.items()
    )


def sample_places() -> tuple[Place, ...]:
    """The places; none has coordinates, because the country is invented, and each says so."""
    return tuple(
        Place(id=place_id(key), name=name, kind=kind, radius_km=radius, why="invented, so in no gazetteer")
        for key, (name, kind, radius) in PLACES.items()
    )


def sample_judgements(claims: dict[str, AnyClaim]) -> tuple[Judgement, ...]:
    """Two machine judgements: whom a mention means, and that two event claims tell of one incident."""
    storm, attack = claims["storm"], claims["attack"]
    agent = getattr(storm, "roles")["agent"][0]  # noqa: B009 - AnyClaim: only events have roles
    told = [
        (mention_key(storm.document, agent.start, agent.end), actor_id("front"), "is actor", "exact name"),
        (storm.id, attack.id, "same incident", "same place, same day, both an armed attack on a depot"),
    ]
    return tuple(
        Judgement(
            id=content_id("j", left, right, relation), left=left, right=right, relation=relation,
            score=0.97, why=why, maker="testing",
        )
        for left, right, relation, why in told
    )  # fmt: skip


def sample_record() -> Record:
    """The whole record of an invented case: three reports, three incidents, and accounts that differ."""
    from rashomon.testing.claims import arabic_claims, harbour_claims, relief_claims
    from rashomon.testing.views import disagreements, findings, incidents, ties

    documents = sample_documents()
    harbour, relief, arabic = documents
    claims = harbour_claims(harbour) | relief_claims(relief) | arabic_claims(arabic)
    events = incidents(claims)
    told, judged, actors = tuple(claims.values()), sample_judgements(claims), sample_actors(documents)
    witnesses = counting_once(documents, judged)
    return Record(
        rashomon="0.1.0",
        schema="1",
        case="Tal Oreb (invented)",
        makers=(
            Maker(name="encoder", version="1", settings="0f3a9c41d2b7e865", model="5b1e7d90c4a2f386"),
            Maker(name="reconciler", version="1", settings="7d20c5e1b98f4a63"),
        ),
        documents=documents,
        claims=told,
        actors=actors,
        places=sample_places(),
        incidents=tuple(events.values()),
        findings=findings(claims, events),
        disagreements=disagreements(claims, events),
        ties=ties(claims),
        judgements=judged,
        changes=changes(told, documents, {actor.id: actor for actor in actors}, witnesses),
        flows=flows(told, witnesses),
        causes=causal_map(told, events.values(), judged, witnesses),
    )
