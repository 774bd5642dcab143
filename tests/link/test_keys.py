"""Blocking: who meets whom, each pair once, and pairs that grow with the number of accounts."""

import random
from typing import Any

import pytest

from rashomon.link.account import Account, Figure
from rashomon.link.keys import candidate_pairs
from rashomon.records import Place

TOWN = Place(id="p-1", name="Arden", kind="town", lat=10.24, lon=10.0, country="NOR")
NEAR = Place(id="p-2", name="Aldon", kind="town", lat=10.26, lon=10.0, country="NOR")
FAR = Place(id="p-3", name="Bruck", kind="town", lat=13.0, lon=10.0, country="NOR")
LAND = Place(id="p-4", name="Norland", kind="country", lat=11.0, lon=10.0, country="NOR")
BARE = Place(id="p-5", name="the ford", kind="site")
STALLS = Place(id="p-6", name="Qarn market", kind="site")
QUARTER = Place(id="p-7", name="Qarn district", kind="district")
DEAD = Figure(measure="killed", counted="", low=48, high=48, words="48")
DAY = (1000, 1000)


def account(document: str, **fields: Any) -> Account:
    given: dict[str, Any] = {"types": frozenset({"ASSAULT"}), "time": DAY} | fields
    for name in ("agents", "types"):
        given[name] = frozenset(given.get(name, ()))
    return Account(
        claim=f"c-{document}", claims=(f"c-{document}",), document=document, order=("", document, 0), **given
    )


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        ({"places": (TOWN,)}, {"places": (TOWN,)}, True),
        ({"places": (TOWN,)}, {"places": (NEAR,)}, True),
        ({"places": (TOWN,)}, {"places": (FAR,)}, False),
        ({"places": (TOWN,)}, {"places": (LAND,)}, True),
        ({"places": (LAND,)}, {"places": (LAND,)}, True),
        ({"places": (BARE,)}, {"places": (BARE,)}, True),
        ({"places": (BARE,)}, {"places": (TOWN,)}, False),
        ({"places": (STALLS,)}, {"places": (QUARTER,)}, True),
        ({"places": (TOWN,)}, {"around": (TOWN,)}, True),
        ({"places": (TOWN,), "types": {"KILL"}}, {"places": (TOWN,)}, True),
        ({"places": (TOWN,), "types": {"PROTEST"}}, {"places": (TOWN,)}, False),
        ({"places": (TOWN,), "time": (1003, 1003)}, {"places": (TOWN,), "time": (1004, 1004)}, True),
        ({"places": (TOWN,), "time": (1040, 1040)}, {"places": (TOWN,)}, False),
        ({"places": (TOWN,), "time": None, "told": (1004, 1004)}, {"places": (TOWN,)}, True),
        ({"places": (TOWN,), "time": None, "told": (1099, 1099)}, {"places": (TOWN,)}, False),
        ({"places": (TOWN,), "time": (900, 1264), "background": True}, {"places": (TOWN,)}, False),
        ({"places": (TOWN,), "background": True}, {"places": (TOWN,)}, True),
        ({"places": (TOWN,), "background": True, "time": (900, 900)}, {"places": (TOWN,), "background": True}, False),
        ({"places": (TOWN,), "background": True, "time": (735, 1090)}, {"places": (TOWN,), "background": True}, True),
        ({"agents": {"a"}}, {"agents": {"a"}}, True),
        ({"figures": (DEAD,)}, {"figures": (DEAD,)}, True),
        ({}, {}, False),
    ],
)
def test_who_meets(left: Any, right: Any, meet: bool) -> None:
    pairs = list(candidate_pairs([account("d1", **left), account("d2", **right)]))
    assert len(pairs) == int(meet)


def test_accounts_of_one_report_do_not_meet_here() -> None:
    assert not list(candidate_pairs([account("d1", places=(TOWN,)), account("d1", places=(TOWN,))]))
    assert not list(candidate_pairs([]))


def world(number: int, seed: int = 1) -> list[Account]:
    chance = random.Random(seed)
    towns = [
        Place(id=f"p{n}", name=f"T{n}", lat=chance.uniform(-30, 30), lon=chance.uniform(0, 60), country="NOR")
        for n in range(200)
    ]
    return [
        account(f"d{n}", places=(chance.choice(towns),), time=(day := chance.randrange(number // 4), day))
        for n in range(number)
    ]


def test_pairs_grow_with_accounts_not_with_their_square() -> None:
    small, large = (len(list(candidate_pairs(world(n)))) for n in (500, 4000))
    assert small > 0
    assert large < 16 * small


def test_a_crowd_meets_only_by_what_it_shares() -> None:
    crowd = [account(f"d{n}", places=(TOWN,), agents={f"a{n // 2}"}) for n in range(400)]
    pairs = list(candidate_pairs(crowd))
    assert len(pairs) == 200
    assert all(pair.left.agents == pair.right.agents for pair in pairs)


def test_pairs_are_ordered_whatever_the_order_of_accounts() -> None:
    accounts = world(300)
    pairs = list(candidate_pairs(accounts))
    assert pairs == list(candidate_pairs(random.Random(2).sample(accounts, len(accounts))))
    assert all(pair.left.order < pair.right.order for pair in pairs)
