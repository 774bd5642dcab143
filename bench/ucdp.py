"""Where events are: the place words of coded events of UCDP GED, to the coordinates that their coders gave them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
from board import Table, json_lines
from held_out import unseen_half

from rashomon.records import Document, Edge, Graph, Node, Place, mention_key
from rashomon.resolve import Resolver
from rashomon.values.place import distance_km

FILE = Path("data", "ucdp", "sample.jsonl.gz")
NEAR_KM = 50.0
EXACT_ENOUGH = 4  # where_prec: 1 the place, 2 near it, 3 its district, 4 its province
PARENTHESIS = re.compile(r"\s*\([^)]{0,80}\)")

PROTOCOL = """\
Events of UCDP's Georeferenced Event Dataset (a sample of 502, CC BY 4.0) that are known to a province or better. \
What the coders wrote of the place (`where_coordinates`, district, province, country) stands in a text of its own, \
each inside the next, as the claim graph would have it; the resolver puts the first of them on the map. *Within 50 \
km*: per cent of all such events whose point is within 50 km of the coders'. *Country*: per cent in the right \
country. *Half*: the events with an odd hash, whose errors nobody looked at while the rules were written. Part of the \
distance is the coders': for a province they take its seat or its middle as they find it, and villages share names."""


class Event(msgspec.Struct, frozen=True):
    """An event's place in words, from the narrowest to the country, and its point."""

    id: str
    words: tuple[str, ...]
    country: str
    lat: float
    lon: float

    @property
    def unseen(self) -> bool:
        """Whether it is of the half whose errors were not looked at."""
        return unseen_half(self.id)


def event(row: Mapping[str, Any]) -> Event:
    """An event of a row of the data set."""
    country = PARENTHESIS.sub("", row["country"]).split(",")[0].replace("-Herzegovina", " and Herzegovina")
    words = [row["where_coordinates"], row["adm_2"], row["adm_1"], country]
    return Event(
        id=row["id"],
        words=tuple(dict.fromkeys(word.strip() for word in words if word and word.strip())),
        country=country,
        lat=float(row["latitude"]),
        lon=float(row["longitude"]),
    )


def passage(told: Event) -> tuple[Document, list[Graph]]:
    """The words of an event as a text and its graph: each place in the next."""
    text, nodes = "", []
    for number, words in enumerate(told.words):
        nodes.append(Node(id=f"p{number}", start=len(text), end=len(text) + len(words), type="GPE"))
        text += f"{words}. "
    edges = tuple(Edge(a.id, "in", b.id) for a, b in pairwise(nodes))
    document = Document(id=told.id, source="ucdp", digest="", text_digest="", text=text)
    graph = Graph(document=told.id, start=0, end=len(text), nodes=tuple(nodes), edges=edges, maker="ucdp")
    return document, [graph]


def placed(events: Sequence[Event]) -> list[tuple[Place | None, str | None]]:
    """For each event the place of its first words, and the code of its country's words."""
    found = []
    batch = [passage(told) for told in events]
    for (document, (graph,)), resolution in zip(batch, Resolver()(batch), strict=True):
        places = {place.id: place for place in resolution.places}
        named = {j.left: j.right for j in resolution.judgements if j.relation == "is place"}
        ends = [places.get(named.get(mention_key(document.id, n.start, n.end), "")) for n in graph.nodes]
        found.append((ends[0], ends[-1].country if ends[-1] is not None else None))
    return found


def row(name: str, events: Iterable[Event], found: Iterable[tuple[Place | None, str | None]]) -> tuple[object, ...]:
    """Name, per cent within 50 km, in the right country, with a point at all, and the number of events."""
    near = right = known = total = 0
    for told, (place, country) in zip(events, found, strict=True):
        away = None if place is None else distance_km(place, Place(id="", name="", lat=told.lat, lon=told.lon))
        total += 1
        known += away is not None
        near += away is not None and away <= NEAR_KM
        right += place is not None and country is not None and place.country == country
    return (name, *(100 * part / total if total else 0.0 for part in (near, right, known)), total)


def table(data: Path) -> Table | None:
    """The figures of the sample; None where it is not at hand."""
    path = data / FILE
    if not path.exists():
        return None
    events = [event(line) for line in json_lines(path) if float(line["where_prec"]) <= EXACT_ENOUGH]
    both = list(zip(events, placed(events), strict=True))
    half = [(told, place) for told, place in both if told.unseen]
    rows = tuple(
        row(name, [told for told, _ in part], [place for _, place in part])
        for name, part in (("all", both), ("half", half))
    )
    head = ("row", "within 50 km", "country", "with a point", "events")
    return Table("ucdp", "Where: events of UCDP", PROTOCOL, head, rows)
