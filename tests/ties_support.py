"""A record with ties of every kind, for tests of the network and of actors."""

import msgspec
from playwright.sync_api import Page

from rashomon.records import Origin, Period, Record, Tie, TiePeriod
from rashomon.testing import make_day, sample_record

HOSTILE = "</script><b onx='1'>\u202e & \"Co\""


def rich() -> Record:
    """The sample with a tie of three origins, one without any time, one of neither sign, and a hostile name."""
    record = sample_record()
    front, army, ministry, _, kaveth, residents, _ = (actor.id for actor in record.actors)
    first, second, third = (document.id for document in record.documents)
    one = next(claim.id for claim in record.claims if claim.document == first)
    two = next(claim.id for claim in record.claims if claim.document == second)
    three = next(claim.id for claim in record.claims if claim.document == third)
    origins = tuple(Origin(documents=(name,), why="one report") for name in (first, second, third))
    march = Period(from_="2019-03-01", to="2019-03-31", precision="month")
    more = (
        Tie(left=army, right=ministry, relation="part of", sign="+", origins=origins, periods=(
            TiePeriod(period=march, claims=(one,), background=True, origins=origins[:1]),
            TiePeriod(period=make_day("2031-05-13"), claims=(two,), origins=origins[1:2]),
            TiePeriod(period=None, claims=(three,), origins=origins[2:]),
        )),
        Tie(left=kaveth, right=army, relation="negotiates with", sign="0", origins=origins[2:],
            periods=(TiePeriod(period=None, claims=(three,), origins=origins[2:]),)),
        Tie(left=residents, right=kaveth, relation="opposes", sign="-", origins=origins[:1],
            periods=(TiePeriod(period=None, claims=(one,), origins=origins[:1]),)),
        Tie(left=front, right=army, relation="hostile", sign="-", origins=origins[:1],
            periods=(TiePeriod(period=make_day("2031-05-12"), claims=(one,), origins=origins[:1]),)),
    )  # fmt: skip
    actors = tuple(msgspec.structs.replace(a, name=HOSTILE) if a.id == residents else a for a in record.actors)
    return msgspec.structs.replace(record, ties=(*record.ties, *more), actors=actors)


def count(page: Page) -> int:
    return int(page.locator(".net-count").inner_text().split()[0].replace(",", ""))


def spots(page: Page) -> dict[str, tuple[str, str]]:
    found = page.locator(".actor").evaluate_all(
        "all => all.map(one => [one.dataset.actor, one.querySelector('.dot').getAttribute('cx'),"
        " one.querySelector('.dot').getAttribute('cy')])"
    )
    return {actor: (x, y) for actor, x, y in found}


def lines(page: Page, where: str = ".line") -> list[str]:
    return sorted(page.locator(where).evaluate_all("all => all.map(one => one.dataset.tie)"))
