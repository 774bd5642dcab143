"""Where a report as a whole is: its title's scene or its dateline, for events that no sentence places."""

from typing import Any

import pytest

from rashomon.link.account import Account, accounts
from rashomon.link.pool import pool
from rashomon.records import Actor, AnyClaim, Mention, Place
from rashomon.testing.makers import make_claim, make_document

TEXT = "ARDEN - Rebels stormed the Karm mill on Monday. One. Two. Three. Four. Two guards died."
PLACES = {
    place.id: place
    for place in (
        Place(id="p-mill", name="Karm mill", kind="site", lat=10.0, lon=10.0, country="VEN"),
        Place(id="p-arden", name="Arden", kind="town", lat=12.0, lon=10.0, country="VEN"),
    )
}
ACTORS: dict[str, Actor] = {}


def told(title: str | None, **died: Any) -> tuple[Account, Account]:
    """The accounts of the storm and of the deaths, which the report tells far from any place."""
    document = make_document(TEXT, title=title)
    mill = Mention(words="Karm mill", start=27, end=36, type="FAC", place="p-mill")
    filed = Mention(words="ARDEN", start=0, end=5, type="GPE", place="p-arden")
    fillers: list[AnyClaim] = [
        make_claim("event", document, words, type="PROTEST", trigger=words) for words in ("One", "Two", "Three", "Four")
    ]
    storm = make_claim(
        "event", document, "Rebels stormed the Karm mill on Monday.", type="ASSAULT", trigger="stormed",
        roles={"target": (mill,)},
    )  # fmt: skip
    deaths = make_claim(
        "event", document, "Two guards died.", type="KILL", trigger="died", roles={"dateline": (filed,)}, **died
    )
    found = accounts(document, [storm, *fillers, deaths], PLACES, ACTORS)
    return next(a for a in found if a.claim == storm.id), next(a for a in found if a.claim == deaths.id)


@pytest.mark.parametrize(
    ("title", "ground", "by"),
    [
        ("Rebels take Karm mill", "p-mill", "named in the title"),
        ("War news", "p-arden", "the dateline"),
        (None, "p-arden", "the dateline"),
    ],
)
def test_an_event_without_a_place_has_the_reports_as_a_default(title, ground, by):
    storm, deaths = told(title)
    assert ([place.id for place in storm.places], storm.ground) == (["p-mill"], ())
    assert (deaths.places, deaths.around) == ((), ())
    assert ([place.id for place in deaths.ground], deaths.ground_by) == ([ground], by)


def test_history_has_no_default():
    assert told("Rebels take Karm mill", background=True)[1].ground == ()


def test_a_place_of_its_own_outranks_the_default_when_accounts_are_pooled():
    storm, deaths = told("War news")
    both = pool([storm, deaths])
    assert ([place.id for place in both.places], both.ground) == (["p-mill"], ())


@pytest.mark.parametrize(
    ("basis", "lower", "lasting"),
    [("incident", 90_000, False), ("unknown", 12, False), ("unknown", 90_000, True), ("conflict", 12, True)],
)
def test_the_toll_of_a_war_lasts(basis, lower, lasting):
    document = make_document(TEXT)
    died = make_claim("event", document, "Two guards died.", type="KILL", trigger="died")
    toll = make_claim("figure", document, "Two guards died.", measure="killed", event=died.id, basis=basis, lower=lower)
    (found,) = accounts(document, [died, toll], PLACES, ACTORS)
    assert found.lasting == lasting


def test_who_rules_where_lasts():
    document = make_document(TEXT)
    held = make_claim("event", document, "Two guards died.", type="CONTROL", mode="hold", trigger="guards")
    assert accounts(document, [held], PLACES, ACTORS)[0].lasting
