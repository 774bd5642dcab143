"""The chains of a report: all mentions of one person, group or place, across passages, each link with its reason."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

import msgspec

from rashomon.records import Document
from rashomon.resolve.countries import country_of
from rashomon.resolve.phrases import Phrase, gender, phrase, pronoun_kind
from rashomon.resolve.report import Report, Sighting
from rashomon.resolve.scope import Scope
from rashomon.resolve.wording import bare, is_pronoun, split_country
from rashomon.values.groups import groups
from rashomon.vocab import table

# Types of one kind can be mentions of one thing.
KINDS: Final = {"PER": "person", "ORG": "group", "GROUP": "group", "GPE": "place", "LOC": "place", "FAC": "place"}


class Link(msgspec.Struct, frozen=True):
    """A mention and an earlier one of the same (numbers of sightings), why, and how sure that is (0..1)."""

    later: int
    earlier: int
    why: str
    score: float


@dataclass(slots=True)
class Chain:
    """Mentions of one thing so far, with what they say of it; ``number`` is its place among its report's chains."""

    kind: str
    number: int
    members: list[Sighting] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    counts: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    starts: list[int] = field(default_factory=list)

    def add(self, mentions: Sequence[Sighting], owners: set[str]) -> None:
        """Take in the mentions of one passage."""
        for sighting in mentions:
            self.members.append(sighting)
            insort(self.starts, sighting.start)
            self.counts.update(sighting.counts)
            said = gender(sighting.words)
            if said:
                self.genders.add(said)
            words = described(sighting)
            if words:
                self.told(words)
        self.owners |= owners

    def told(self, words: str) -> None:
        """Take in words that describe it."""
        self.phrases.append(phrase(words))
        self.heads.add(self.phrases[-1].head)

    def stands_in(self, stretch: tuple[int, int]) -> bool:
        """Whether a stretch of text speaks of it."""
        at = bisect_left(self.starts, stretch[0])
        return at < len(self.starts) and self.starts[at] < stretch[1]

    @property
    def shown(self) -> Sighting:
        """The mention that tells best who it is: the longest name, else the first noun."""
        names = [s for s in self.members if s.named]
        nouns = [s for s in self.members if not is_pronoun(s.words)]
        return max(names, key=lambda s: (len(bare(s.words)), -s.number)) if names else (nouns or self.members)[0]


class Chains:
    """A report read passage by passage; ``links`` maps the number of a later sighting to its link."""

    def __init__(self, scope: Scope, rules: Sequence["Rule"]) -> None:
        self.scope = scope
        self.report = scope.report
        self.chains: list[Chain] = []
        self.links: dict[int, Link] = {}
        self._known: dict[str, Chain] = {}
        self._said: list[tuple[int, int]] = []  # where each mention begins, and the number of its chain
        for mentions in clusters(self.report):
            self._take(mentions, rules)

    def owners(self, mentions: Sequence[Sighting]) -> set[str]:
        """Whom the mentions belong to: countries by their code, others by actor or name."""
        found = set()
        for sighting in mentions:
            split = split_country(sighting.words)
            if split:
                found.add(split[0].code)
            for number in sighting.of:
                found.add(self._key(self.report.sightings[number]))
        return found - {""}

    def spoken_of(self, *stretches: tuple[int, int]) -> list[Chain]:
        """The chains of which one of these stretches of text speaks, in their order."""
        numbers = {
            number
            for start, end in stretches
            for _, number in self._said[bisect_left(self._said, (start, 0)) : bisect_left(self._said, (end, 0))]
        }
        return [self.chains[number] for number in sorted(numbers)]

    def _take(self, mentions: Sequence[Sighting], rules: Sequence["Rule"]) -> None:
        """Put the mentions of one thing in one passage where they belong."""
        owners = self.owners(mentions)
        key = next((key for s in mentions if (key := self._identity(s))), None)
        chain = self._known.get(key) if key else None
        if key is None:
            found = next((found for rule in rules if (found := rule(self, mentions))), None)
            if found is not None:
                link, chain = found
                self.links[link.later] = link
        if chain is None:
            chain = Chain(kind=KINDS[mentions[0].type], number=len(self.chains))
            self.chains.append(chain)
        if key:
            self._known[key] = chain
        chain.add(mentions, owners)
        for sighting in mentions:
            insort(self._said, (sighting.start, chain.number))
        if key and chain.kind == "person":
            for office, country in offices(key, self.report.document):
                chain.told(office)
                chain.owners.add(country)

    def _identity(self, sighting: Sighting) -> str | None:
        """What tells the bearer of a name or a group of somebody's: the actor decided on, else the name itself."""
        kind = KINDS[sighting.type]
        decision = self.scope.found.get(sighting.number)
        if kind != "place" and decision is not None:
            return decision.found.id if decision.verdict == "same" else f"{kind}:{sighting.key}"
        return f"{kind}:{self._key(sighting)}" if sighting.named else None

    def _key(self, sighting: Sighting) -> str:
        known = country_of(sighting.words)
        if known:
            return known[0].code
        decision = self.scope.found.get(sighting.number)
        return decision.found.id if decision is not None else "" if is_pronoun(sighting.words) else sighting.key


Rule = Callable[[Chains, Sequence[Sighting]], tuple[Link, Chain] | None]


def offices(actor: str, document: Document) -> Iterator[tuple[str, str]]:
    """The offices that the register gives a person on the day of a report, with their country."""
    day = document.published.from_ if document.published else None
    for row in _leaders().get(actor, ()) if day else ():
        if day and row["from"] <= day[:10] and (not row["to"] or day[:10] <= row["to"]):
            yield row["relation"], row["country"]


@cache
def _leaders() -> dict[str, list[dict[str, str]]]:
    """The register's holders of state offices by their id."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in table("leaders"):
        if row["country"] and row["relation"] and row["relation"] != "leads" and row["from"]:
            found.setdefault(row["id"], []).append(row)
    return found


def described(sighting: Sighting) -> str:
    """The words of a mention that describe: all of a noun's or group's, the titles before a person's name."""
    if pronoun_kind(sighting.words) or is_pronoun(sighting.words):
        return ""
    if not sighting.named or sighting.type != "PER":
        return sighting.words
    name = bare(sighting.words)
    return sighting.words[: -len(name)].strip() if sighting.words.endswith(name) else ""


def clusters(report: Report) -> Iterator[list[Sighting]]:
    """The mentions of each passage that its graph says are the same and that are of one kind, passage by passage."""
    seen = {sighting.number: sighting for sighting in report.sightings}
    pairs = ((s.number, other) for s in report.sightings for other in s.same)
    alike = ((a, b) for a, b in pairs if KINDS[seen[a].type] == KINDS[seen[b].type])
    yield from sorted(([seen[number] for number in numbers] for numbers in groups(seen, alike)), key=_turn)


def _turn(mentions: Sequence[Sighting]) -> tuple[int, bool, int]:
    """In each passage pronouns come last: their speaker may be named after the quotation."""
    return mentions[0].passage, all(is_pronoun(s.words) for s in mentions), mentions[0].number
