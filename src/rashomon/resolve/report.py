"""What one report says, mention by mention: its candidates for actors and places, with the edges that bear on them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any, Final

import msgspec

from rashomon.records import Document, Edge, Graph, Node, Period
from rashomon.resolve.countries import country_of
from rashomon.resolve.days import days_of
from rashomon.resolve.register import Register, register
from rashomon.resolve.wording import is_pronoun, kind_of_group, looks_named
from rashomon.values.datelines import dateline
from rashomon.values.names import name_key
from rashomon.vocab.scheme import SPEECH

CANDIDATES: Final = frozenset({"PER", "ORG", "GROUP", "GPE", "LOC", "FAC"})
_SENTENCE_ENDS: Final = ".!?:;\n\"“”‘'()[]-–—"


class Sighting(msgspec.Struct, frozen=True):
    """One mention: its words, and the numbers of the other sightings to which the graph's edges tie it.

    ``roles`` are (label, type of the trigger); ``of`` what it belongs to, ``owned`` what belongs to it; ``inside`` the
    places it lies in; ``same`` whatever is said to be the same, in both directions. ``ruling``: a person or body acts
    for it (its minister, its army), not only people who live there. ``passage`` numbers the graphs in order of the
    text; ``counts`` are the words of the numbers that count it.
    """

    number: int
    start: int
    end: int
    type: str
    words: str
    key: str
    named: bool
    roles: tuple[tuple[str, str], ...] = ()
    of: tuple[int, ...] = ()
    owned: tuple[int, ...] = ()
    inside: tuple[int, ...] = ()
    holds: tuple[int, ...] = ()
    same: tuple[int, ...] = ()
    leads: tuple[int, ...] = ()
    ruling: bool = False
    tied: bool = False
    passage: int = 0
    counts: tuple[str, ...] = ()


class Cue(msgspec.Struct, frozen=True):
    """Words of saying, ``start:end``, and the number of the sighting that speaks."""

    start: int
    end: int
    speaker: int


class Report:
    """A document with its sightings in order of the text; what the rules of resolution look at."""

    def __init__(self, document: Document, graphs: Sequence[Graph], own: Register | None = None) -> None:
        self.document = document
        self.register = own or register()
        self.text = document.text
        graphs = sorted(graphs, key=lambda graph: (graph.start, graph.end))
        self._graphs = graphs
        self._nodes = _candidates(graphs)
        self.sightings = self._sight(graphs)
        self.cues = _cues(graphs, {key: place for place, (key, _) in enumerate(self._nodes)})

    def _sight(self, graphs: Sequence[Graph]) -> tuple[Sighting, ...]:
        """The sightings, with their edges as numbers."""
        number = {key: place for place, (key, _) in enumerate(self._nodes)}
        ties: dict[tuple[int, str], list[int]] = {}
        roles: dict[int, list[tuple[str, str]]] = {}
        counts: dict[int, list[str]] = {}
        for at, graph in enumerate(graphs):
            nodes = {node.id: node for node in graph.nodes}
            for edge in graph.edges:
                source, target = number.get((at, edge.source)), number.get((at, edge.target))
                if target is not None and source is None and edge.source in nodes:
                    roles.setdefault(target, []).append((edge.label, nodes[edge.source].type))
                    if edge.label == "count":
                        counting = nodes[edge.source]
                        counts.setdefault(target, []).append(self.text[counting.start : counting.end].lower())
                if source is not None and target is not None:
                    ties.setdefault((source, edge.label), []).append(target)
                    ties.setdefault((target, f"{edge.label}<"), []).append(source)
        found = [self._one(place, node, roles.get(place, []), ties) for place, (_, node) in enumerate(self._nodes)]
        for place, counted in counts.items():
            found[place] = msgspec.structs.replace(found[place], counts=tuple(sorted(counted)))
        return tuple(found)

    def _one(
        self, place: int, node: Node, roles: list[tuple[str, str]], ties: dict[tuple[int, str], list[int]]
    ) -> Sighting:
        """The sighting of one node."""
        words = " ".join(self.text[node.start : node.end].split())
        return Sighting(
            number=place,
            start=node.start,
            end=node.end,
            type=node.type,
            words=words,
            key=name_key(words),
            named=self._named(node, words),
            roles=tuple(sorted(roles)),
            passage=self._nodes[place][0][0],
            **(self._tied(place, ties) if ties else {}),
        )

    def _tied(self, place: int, ties: dict[tuple[int, str], list[int]]) -> dict[str, Any]:
        """The fields of a sighting that tell of its edges."""

        def to(*labels: str) -> tuple[int, ...]:
            return tuple(
                sorted({other for label in labels for other in ties.get((place, label), ()) if other != place})
            )

        return {
            "of": to("of"),
            "owned": to("of<"),
            "inside": to("in"),
            "holds": to("in<"),
            "same": to("same", "same<"),
            "leads": to("leads"),
            "ruling": any(self._acts_for(other) for other in to("of<")),
            "tied": bool(to("leads", "leads<", "ally", "ally<", "enemy", "enemy<")),
        }

    def _acts_for(self, place: int) -> bool:
        """Whether a mention that belongs to a country acts for it."""
        node = self._nodes[place][1]
        kind = kind_of_group(self.text[node.start : node.end])
        return node.type in ("PER", "ORG") or (
            node.type == "GROUP" and kind in ("armed forces", "police", "government")
        )

    def _named(self, node: Node, words: str) -> bool:
        """Whether the mention bears a name, and isn't only a noun at the head of a sentence."""
        before = self.text[max(0, node.start - 40) : node.start].rstrip(" ")
        opens = not before or before[-1] in _SENTENCE_ENDS
        if is_pronoun(words) or "\n\n" in self.text[node.start : node.end]:
            return False  # what runs over the end of a paragraph is no name
        # the words of a whole report are looked at only for those mentions whose type asks for them
        small = self._small if node.type != "GPE" else frozenset()
        return looks_named(words, node.type, opens, small)

    @cached_property
    def _small(self) -> frozenset[str]:
        """Words that the report writes small somewhere."""
        return frozenset(word.strip(".,;:!?\"“”’'()[]") for word in self.text.split() if word[:1].islower())

    @cached_property
    def passages(self) -> dict[int, list[Sighting]]:
        """The sightings of each passage that has any, in order."""
        found: defaultdict[int, list[Sighting]] = defaultdict(list)
        for sighting in self.sightings:
            found[sighting.passage].append(sighting)
        return dict(sorted(found.items()))

    @cached_property
    def told_before(self) -> dict[int, int]:
        """Where the last sighting of the passages before each passage ends; 0 before the first."""
        ends = accumulate((max(s.end for s in found) for found in self.passages.values()), max, initial=0)
        return dict(zip(self.passages, ends, strict=False))

    @cached_property
    def _days(self) -> Mapping[tuple[int, str], tuple[Period | None, ...]]:
        return days_of(self.document, self._graphs)

    def days(self, sighting: Sighting) -> tuple[Period, ...]:
        """The days to which a mention belongs: those of the dated acts it takes part in; the report's own for others.

        What is still to come is told of today's office-holders.
        """
        acts, published = self._days.get(self._nodes[sighting.number][0], ()), self.document.published
        found = [published if day is None or _after(day, published) else day for day in acts or (None,)]
        return tuple(dict.fromkeys(day for day in found if day is not None))

    def dated(self, sighting: Sighting) -> tuple[Period, ...]:
        """The days of the dated acts in which a mention takes part."""
        return tuple(day for day in self._days.get(self._nodes[sighting.number][0], ()) if day is not None)

    @cached_property
    def countries(self) -> Counter[str]:
        """How often the report speaks of each country (ISO alpha-3): by name, demonym, capital or metonym."""
        return Counter({code: sum(by_key.values()) for code, by_key in self.evidence.items()})

    @cached_property
    def evidence(self) -> dict[str, Counter[str]]:
        """The words (keys) by which the report speaks of each country, counted."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for sighting in self.sightings:
            for words in (sighting.words, sighting.words.split(" ")[0]):
                known = country_of(words) if sighting.type != "PER" else None
                if known:
                    found[known[0].code][sighting.key] += 1
                    break
        return found

    @cached_property
    def nearby(self) -> tuple[str, ...]:
        """The countries most spoken of, at most six: those in which other spellings of towns are looked up."""
        most = sorted(self.countries.items(), key=lambda item: (-item[1], item[0]))[:6]
        return tuple(sorted(code for code, _ in most))

    def of_type(self, *types: str) -> Iterable[Sighting]:
        """Sightings of the types, in order."""
        return (sighting for sighting in self.sightings if sighting.type in types)

    def joined(self, sighting: Sighting) -> tuple[int, ...]:
        """The name that stands right before a noun, as in "AQIM fighters"."""
        place = sighting.number - 1
        before = self.sightings[place] if place >= 0 else None
        if before is None or not before.named or self.text[before.end : sighting.start] != " ":
            return ()
        return (place,)

    def after(self, sighting: Sighting, length: int = 16) -> str:
        """The text that follows a sighting."""
        return self.text[sighting.end : sighting.end + length]

    def before(self, sighting: Sighting, length: int = 16) -> str:
        """The text that leads to a sighting."""
        return self.text[max(0, sighting.start - length) : sighting.start]


def _after(day: Period, published: Period | None) -> bool:
    """Whether a day is later than the report."""
    return bool(published and published.to and day.from_ and day.from_[:10] > published.to[:10])


def _cues(graphs: Sequence[Graph], number: Mapping[tuple[int, str], int]) -> tuple[Cue, ...]:
    """The words of saying that have a speaker among the sightings, in order of the text."""
    found = []
    for at, graph in enumerate(graphs):
        speech = {node.id: node for node in graph.nodes if node.type in SPEECH}
        for edge in graph.edges:
            speaker = number.get((at, edge.target))
            if edge.label == "agent" and edge.source in speech and speaker is not None:
                cue = speech[edge.source]
                found.append(Cue(start=cue.start, end=cue.end, speaker=speaker))
    return tuple(sorted(found, key=lambda cue: (cue.start, cue.end, cue.speaker)))


def head(document: Document) -> list[Graph]:
    """The names of a report's dateline as a passage of its own, each in the next; none without a dateline."""
    names = dateline(document)
    nodes = tuple(
        Node(id=f"p{number}", start=name.start, end=name.end, type="GPE") for number, name in enumerate(names)
    )
    edges = tuple(Edge(one.id, "in", other.id) for one, other in pairwise(nodes))
    start, end = (nodes[0].start, nodes[-1].end) if nodes else (0, 0)
    return [Graph(document=document.id, start=start, end=end, nodes=nodes, edges=edges, maker="")] if nodes else []


def _candidates(graphs: Sequence[Graph]) -> list[tuple[tuple[int, str], Node]]:
    """((graph, node id), node) of every node that may name an actor or place, in order of the text."""
    found = [((at, n.id), n) for at, graph in enumerate(graphs) for n in graph.nodes if n.type in CANDIDATES]
    return sorted(found, key=lambda item: (item[1].start, item[1].end, item[1].type, item[0]))
