"""An invented world for measuring at scale: countries, provinces, crooked rows of towns, sides, what happens there.

It is the world of the samples with its neighbours and as many towns and days as the number of incidents asks for: the
days grow with the incidents, so that a case of ten times the reports is ten times as long, not ten times as dense.
Everything follows from a seed.
"""

from datetime import date, timedelta
from random import Random
from typing import Final, NamedTuple

from rashomon.records import Actor, Place, content_id

COUNTRIES: Final = ("Orrenia", "Ardesh", "Castrel", "Velmark")
GRID: Final = 20  # towns in a row; ten by ten are a country, five by five a province
STEP: Final = 0.3  # degrees between towns, about 33 km
DAILY: Final = 4.0  # incidents a day in all countries together
FIRST: Final = date(2021, 1, 4)
NEIGHBOUR: Final = 0.15  # of incidents: another near by on the same day
AGAIN: Final = 0.15  # of incidents: another in the same place days later
SYLLABLES: Final = [
    "ba",
    "dar",
    "des",
    "go",
    "hal",
    "il",
    "kar",
    "kol",
    "lem",
    "mir",
    "nak",
    "or",
    "qar",
    "ras",
    "sef",
    "sul",
    "tam",
    "tir",
    "ul",
    "var",
    "vel",
    "yor",
    "zan",
    "zem",
]
ENDINGS: Final = ["a", "ek", "en", "in", "ok", "os", "ra", "san", "tal", "um"]

# TYPE.mode: the verbs that tell of it, the nouns that come back to it, the sites that it hits
KINDS: Final = {
    "ASSAULT.heavy-weapons": ("shelled mortared", "shelling bombardment", "market bakery school"),
    "ASSAULT.aerial": ("bombed hit", "raid airstrike", "depot hospital bridge"),
    "ASSAULT": ("attacked stormed raided", "attack raid assault", "barracks checkpoint mine"),
    "ASSAULT.firearms": ("ambushed", "ambush attack", "convoy bus patrol"),
    "ASSAULT.explosives": ("blasted bombed", "blast explosion", "station hotel bank"),
}


class Town(NamedTuple):
    """A town with its sites' names; ``row`` and ``column`` in the grid."""

    place: Place
    province: Place
    row: int
    column: int


class Happening(NamedTuple):
    """One incident as it was: what reports tell more or less rightly."""

    number: int
    kind: str
    day: date
    town: Town
    site: str
    agent: Actor
    target: Actor
    quarter: str
    killed: int
    injured: int


class World:
    """Towns and actors, and a function for each kind of name."""

    def __init__(self, seed: int = 2031) -> None:
        self.random = Random(seed)
        self.countries = [_place(name, "country", (14.0, 3.0), name[:3].upper()) for name in COUNTRIES]
        self.provinces: dict[tuple[int, int], Place] = {}
        self.towns: list[Town] = []
        taken: set[str] = set()
        for row in range(GRID):
            for column in range(GRID):
                self.towns.append(self._town(row, column, taken))
        self.actors = {code: _sides(name, code) for name, code in ((c.name, c.country or "") for c in self.countries)}
        weights = [1.0 / (1 + n % 67) for n in range(len(self.towns))]
        self.fame = dict(zip((town.place.id for town in self.towns), weights, strict=True))

    def places(self) -> dict[str, Place]:
        """Every place, by id."""
        known = [*self.countries, *self.provinces.values(), *(town.place for town in self.towns)]
        return {place.id: place for place in known}

    def cast(self) -> dict[str, Actor]:
        """Every actor, by id."""
        return {actor.id: actor for sides in self.actors.values() for actor in sides}

    def happenings(self, number: int, first: int = 0, start: date = FIRST) -> list[Happening]:
        """So many incidents, with neighbours of the same day and repeated attacks among them; by day."""
        found: list[Happening] = []
        weights = [self.fame[town.place.id] for town in self.towns]
        while len(found) < number:
            day = start + timedelta(days=int(len(found) / DAILY))
            (town,) = self.random.choices(self.towns, weights)
            one = self._happening(first + len(found), day, town)
            found.append(one)
            if self.random.random() < NEIGHBOUR:
                found.append(self._like(one, first + len(found), self._beside(town), day))
            if self.random.random() < AGAIN:
                later = day + timedelta(days=self.random.randint(3, 12))
                found.append(self._like(one, first + len(found), town, later))
        return sorted(found[:number], key=lambda one: (one.day, one.number))

    def _happening(self, number: int, day: date, town: Town) -> Happening:
        kind = self.random.choice(sorted(KINDS))
        sides = self.actors[town.place.country or ""]
        agent, target = self.random.sample(sides, 2)
        site = self.random.choice(KINDS[kind][2].split())
        killed = min(400, 1 + int(self.random.expovariate(1 / 9)))
        injured = killed + self.random.randint(2, 30)
        return Happening(number, kind, day, town, site, agent, target, self._word().capitalize(), killed, injured)

    def _like(self, one: Happening, number: int, town: Town, day: date) -> Happening:
        """Another incident of the same campaign: the same sides, half of them of the same kind."""
        other = self._happening(number, day, town)
        same = self.random.random() < 0.5
        kind, site = (one.kind, self.random.choice(KINDS[one.kind][2].split())) if same else (other.kind, other.site)
        return other._replace(kind=kind, site=site, agent=one.agent, target=one.target)

    def _beside(self, town: Town) -> Town:
        step = -1 if town.column % 10 else 1  # in the same country
        return self.towns[town.row * GRID + town.column + step]

    def _town(self, row: int, column: int, taken: set[str]) -> Town:
        country = self.countries[(row // 10) * 2 + column // 10]
        block = (row // 5, column // 5)
        here = (12.0 + row * STEP, 1.0 + column * STEP)
        if block not in self.provinces:
            self.provinces[block] = _place(self._name(taken), "province", here, country.country or "")
        at = (here[0] + self.random.uniform(-0.06, 0.06), here[1] + self.random.uniform(-0.06, 0.06))
        town = _place(self._name(taken), "town", at, country.country or "", self.provinces[block].name)
        return Town(town, self.provinces[block], row, column)

    def _name(self, taken: set[str]) -> str:
        while (name := self._word()) in taken:
            pass
        taken.add(name)
        return name.capitalize()

    def _word(self) -> str:
        return self.random.choice(SYLLABLES) + self.random.choice(SYLLABLES) + self.random.choice(ENDINGS)


def _place(name: str, kind: str, at: tuple[float, float], country: str, admin1: str | None = None) -> Place:
    identity = content_id("p", name, kind)
    return Place(
        id=identity, name=name, kind=kind, lat=round(at[0], 4), lon=round(at[1], 4), country=country, admin1=admin1
    )


def _sides(country: str, code: str) -> list[Actor]:
    names = [
        (f"{country} army", "armed forces"),
        (f"{country} Liberation Front", "armed group"),
        (f"Banner of {country}", "armed group"),
        (f"{country} Salt Guard", "armed group"),
    ]
    return [
        Actor(id=content_id("a", name), name=name, kind=kind, country=code if kind == "armed forces" else None)
        for name, kind in names
    ]
