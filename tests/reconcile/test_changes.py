"""Who changed sides: allies until one day, enemies after."""

import random
from typing import Any

import msgspec
import pytest

from rashomon.reconcile.changes import changes
from rashomon.reconcile.stances import stance_disagreements
from rashomon.records import Period

LAND, WEST, SALT = ("Vennland", "a-land"), ("Westria", "a-west"), ("brigade", "a-salt")
DOCTOR = [("the doctor", "a-doc")]


def until(year: int) -> Period:
    return Period(from_=None, to=f"{year}-12-31", precision="year")


def since(year: int) -> Period:
    return Period(from_=f"{year}-01-01", to=None, precision="open")


def ally(told: Any, document: str, **fields: Any) -> None:
    told.tie(document, "a-salt", "ally", "a-land", "+", **fields)


def enemy(told: Any, document: str, **fields: Any) -> None:
    told.tie(document, "a-salt", "hostile", "a-land", "-", **fields)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (("d1", {"period": until(2028)}), ("d1", {"period": since(2029)}), 1),
        (("d1", {"period": until(2028)}), ("d2", {"period": since(2029)}), 1),  # each dates its own
        (("d1", {"period": until(2029)}), ("d1", {"period": since(2028)}), 0),  # both at once
        (("d1", {"period": since(2027)}), ("d1", {"period": since(2029)}), 0),  # the first never ends
        (("d1", {"period": until(2028)}), ("d1", {}), 1),  # as of the report's day, by the same voice
        (("d1", {"period": until(2028)}), ("d2", {}), 0),  # another voice's undated word may be a revision
        (("d1", {"background": True}), ("d1", {}), 1),  # once allies, now enemies
        (("d1", {}), ("d1", {}), 0),
        (("d1", {"background": True}), ("d1", {"background": True}), 0),
        (("d1", {"period": until(2028), "by": DOCTOR}), ("d3", {"by": DOCTOR}), 1),  # one speaker in two reports
        (("d1", {"period": until(2028), "reality": "neg"}), ("d1", {"period": since(2029)}), 0),
        (("d1", {"period": until(2028), "reality": "hyp"}), ("d1", {"period": since(2029)}), 0),
    ],
)
def test_a_change_is_one_time_after_another(
    told: Any, documents: Any, actors: Any, before: Any, after: Any, expected: int
) -> None:
    ally(told, before[0], **before[1])
    enemy(told, after[0], **after[1])
    found = changes(told.claims, documents.values(), actors)
    assert [(c.left, c.right, c.before.sign, c.after.sign) for c in found] == [
        ("a-land", "a-salt", "+", "-")
    ] * expected
    if found:
        assert (found[0].before.claims, found[0].after.claims) == ((told.claims[0].id,), (told.claims[1].id,))


def test_an_outlet_spelt_otherwise_is_the_same_voice(told: Any, documents: Any, actors: Any) -> None:
    ally(told, "d1", period=until(2028))
    enemy(told, "d2")
    spelt = documents["d1"].publisher.upper().replace(" ", "  ")
    one = {**documents, "d2": msgspec.structs.replace(documents["d2"], publisher=spelt)}
    assert len(changes(told.claims, one.values(), actors)) == 1


@pytest.mark.parametrize(
    ("before", "after"), [({"period": until(2028)}, {"period": since(2029)}), ({"background": True}, {})]
)
def test_a_change_is_no_disagreement(told: Any, documents: Any, actors: Any, before: Any, after: Any) -> None:
    ally(told, "d1", **before)
    enemy(told, "d1", **after)
    assert changes(told.claims, documents.values(), actors)
    assert stance_disagreements(told.claims, actors, {}) == ()


def test_what_a_change_puts_in_order_is_no_disagreement(told: Any, documents: Any, actors: Any) -> None:
    ally(told, "d1", period=until(2028))
    enemy(told, "d1")
    turned = changes(told.claims, documents.values(), actors)
    assert len(turned) == 1
    assert len(stance_disagreements(told.claims, actors, {})) == 1
    assert stance_disagreements(told.claims, actors, {}, turned) == ()


def test_a_change_and_back_again_are_two(told: Any, documents: Any, actors: Any) -> None:
    ally(told, "d1", period=until(2020))
    enemy(told, "d2", period=Period(from_="2022-01-01", to="2023-12-31", precision="years"))
    ally(told, "d3", period=since(2030))
    found = changes(told.claims, documents.values(), actors)
    assert [c.before.sign + c.after.sign for c in found] == ["+-", "-+"]
    assert [len(c.after.origins) for c in found] == [1, 1]


def test_a_minister_stands_for_his_state(told: Any, documents: Any, actors: Any) -> None:
    told.tie("d1", "a-min", "ally", "a-salt", "+", period=until(2028))
    enemy(told, "d1", period=since(2029))
    (found,) = changes(told.claims, documents.values(), actors)
    assert (found.left, found.right) == ("a-land", "a-salt")


@pytest.mark.parametrize(("relation", "period", "expected"), [("leads", None, 0), ("part of", until(2028), 1)])
def test_what_somebody_is_changes_only_with_a_time(
    told: Any, documents: Any, actors: Any, relation: str, period: Any, expected: int
) -> None:
    told.tie("d1", "a-doc", relation, "a-salt", "+", period=period, background=True)
    told.tie("d1", "a-doc", "hostile", "a-salt", "-", period=since(2029))
    assert len(changes(told.claims, documents.values(), actors)) == expected


@pytest.mark.parametrize(("day", "expected"), [("2031-01-20", 0), ("2031-04-20", 1)])
def test_acts_of_one_week_are_a_quarrel(told: Any, documents: Any, actors: Any, day: str, expected: int) -> None:
    told.event("d1", "praised", "SUPPORT", agent=[LAND], target=[WEST], day="2031-01-15")
    told.event("d1", "accused", "ACCUSE", agent=[LAND], target=[WEST], day=day)
    assert len(changes(told.claims, documents.values(), actors)) == expected


@pytest.mark.parametrize("seed", range(5))
def test_order_does_not_matter(told: Any, documents: Any, actors: Any, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(30):
        left, right = chance.sample(["a-land", "a-west", "a-salt", "a-doc"], 2)
        year = chance.randrange(2000, 2030)
        sign = "+" if year < 2015 else "-"
        period = Period(from_=f"{year}-01-01", to=f"{year}-12-31", precision="year")
        told.tie(chance.choice(["d1", "d2"]), *sorted((left, right))[:1], "ally" if sign == "+" else "hostile",
                 max(left, right), sign, period=period)  # fmt: skip
    before = changes(told.claims, documents.values(), actors)
    chance.shuffle(told.claims)
    assert changes(told.claims, documents.values(), actors) == before
    assert before
