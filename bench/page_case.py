"""A made-up case of any size for the dossier's page: rows made directly, no reports are read.

Everything is drawn from a seed: places round a few centres, some known only to a district, some without coordinates;
dates over two years, some known to the week or month, some unknown; figures on which accounts differ more or less.
"""

import random
from datetime import date, timedelta

import msgspec

from rashomon.records import Incident as Told
from rashomon.records import Place as Known
from rashomon.records import Record
from rashomon.show import static_dossier
from rashomon.show.page.basemap import basemap
from rashomon.show.page.case import case_data
from rashomon.show.page.data import Actor, Case, Claim, Doc, Finding, Head, Incident, Place, Policy
from rashomon.show.page.shell import filled

FIRST = date(2031, 1, 1)
DAYS = 730
FAMILIES = (
    ("air strike", "air"),
    ("shelling", "shelling"),
    ("attack", "ground"),
    ("abduction", "taking"),
    ("bombing", "bomb"),
)
OUTLETS = 24


def made_case(incidents: int, seed: int = 7) -> Case:
    """A case of so many incidents, with the outlets, actors, places, reports and claims that they need."""
    chance = random.Random(seed)
    places = _places(chance, max(incidents // 12, 20))
    actors = tuple(Actor(id=f"a-{n}", name=f"Group {n + 1}", kind="group") for n in range(60))
    rows, claims, docs = [], [], []
    for n in range(incidents):
        rows.append(_incident(n, chance, places, len(docs)))
        docs += [_doc(2 * n, chance), _doc(2 * n + 1, chance)]
        claims += [Claim(id=f"c-{2 * n + k}", kind="event", doc=2 * n + k, says="an attack", voice="says a resident",
                         quote=f"Residents said that {chance.choice(FAMILIES)[0]} number {n} hit the market at dawn.",
                         incident=n) for k in range(2)]  # fmt: skip
    return msgspec.structs.replace(
        case_data(_record(), "1 January 2033", "full"),
        head=Head(reports=len(docs), outlets=OUTLETS, origins=len(docs), claims=len(claims), covered=""),
        policies=(Policy(name="range", rule="The span of what accounts say."),),
        outlets=tuple(f"Outlet {n + 1}" for n in range(OUTLETS)),
        docs=tuple(docs),
        claims=tuple(claims),
        incidents=tuple(rows),
        actors=actors,
        places=places,
        basemap=basemap(_record(places)),
    )


def page_of(case: Case) -> str:
    """The dossier's page with this case in it; its twin is that of an empty record."""
    return static_dossier(_record(), case.built, shell=filled(case))


def _doc(n: int, chance: random.Random) -> Doc:
    return Doc(id=f"d-{n}", title=f"Report {n}", outlet=chance.randrange(OUTLETS), date="", digest="")


def _places(chance: random.Random, count: int) -> tuple[Place, ...]:
    centres = [(chance.uniform(11, 22), chance.uniform(-8, 8)) for _ in range(9)]
    found = []
    for n in range(count):
        lat, lon = chance.choice(centres)
        coarse, lost = chance.random() < 0.1, n % 16 == 5
        found.append(
            Place(
                id=f"p-{n}",
                name=f"Place {n + 1}",
                kind="district" if coarse else "town",
                near="district only" if coarse else "to the town",
                lat=None if lost else round(lat + chance.gauss(0, 0.8), 4),
                lon=None if lost else round(lon + chance.gauss(0, 0.8), 4),
                radius=40.0 if coarse else 5.0,
            )
        )
    return tuple(found)


def _incident(n: int, chance: random.Random, places: tuple[Place, ...], doc: int) -> Incident:
    act, family = chance.choice(FAMILIES)
    place = chance.randrange(len(places))
    start = FIRST + timedelta(days=int(DAYS * chance.betavariate(2, 2)))
    precision, length = chance.choices((("day", 0), ("week", 6), ("month", 29), ("", 0)), (80, 12, 5, 3))[0]
    dated = {"from_": start.isoformat(), "to": (start + timedelta(days=length)).isoformat()} if precision else {}
    finding = _finding(chance, n)
    return Incident(
        id=f"i-{n:05d}",
        title=f"{act.capitalize()} at {places[place].name}",
        act=act,
        family=family,
        **dated,
        when=start.isoformat() if precision else "date unknown",
        precision=precision,
        place=place,
        where=places[place].name,
        actors=tuple(sorted({chance.randrange(60) for _ in range(2)})),
        claims=(2 * n, 2 * n + 1),
        docs=(doc, doc + 1),
        grade="contested" if finding.gap else "corroborated",
        background=chance.random() < 0.03,
        state="reviewed (A. Reader, 2032-01-05)" if chance.random() < 0.1 else "",
        findings=((finding,) if chance.random() < 0.7 else (),),
        main=(0,),
    )


def _finding(chance: random.Random, n: int) -> Finding:
    low = int(chance.paretovariate(0.9)) if chance.random() < 0.9 else 0
    high = max(low, int(low * chance.choice((1, 1, 1.2, 1.8, 3))))
    wide = high >= 1.25 * low > 0
    return Finding(
        field="killed",
        measure="killed",
        unit="killed",
        label="killed",
        low=low,
        high=high,
        whole=f"{low:,}" if low == high else f"{low:,}–{high:,}",
        gap=f"high is {high / low:.1f}× low" if wide else "",
        backing=((2 * n, -1), (2 * n + 1, -1)),
    )


def _record(places: tuple[Place, ...] = ()) -> Record:
    """A record with nothing but an incident at each of these places, from which the map's region is taken."""
    known = tuple(Known(id=one.id, name=one.name, lat=one.lat, lon=one.lon, radius_km=one.radius) for one in places)
    told = tuple(Told(id=one.id, title="", type="ASSAULT", place=one.id) for one in known)
    return Record(case="Made-up case", rashomon="0", schema="0", documents=(), places=known, incidents=told)
