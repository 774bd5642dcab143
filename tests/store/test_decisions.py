"""Actors, places and judgements: whose record is kept, and what is replaced when a stage runs again."""

import msgspec
import pytest

from rashomon.records import Judgement
from rashomon.testing import sample_record


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_records_of_an_actor_the_order_does_not_decide(store, turned):
    actor = sample_record().actors[0]
    other = msgspec.structs.replace(actor, name="A name that sorts before")
    records = sorted([actor, other], key=msgspec.json.encode, reverse=turned)
    with store.writing() as w:
        for record in records:
            w.add_actors([record], "resolver/1+a")
        assert w.add_actors(records, "resolver/1+a") == 0
        assert w.add_actors([actor], "resolver/2+b") == 1
    assert store.view().actors("resolver/1+a") == [min(records, key=msgspec.json.encode)]
    assert store.view().actors("resolver/2+b") == [actor]


def test_the_machines_pair_judgements_are_replaced_and_peoples_are_not(store):
    mine, other, person = (
        Judgement(id=f"j-{n}", left="c-1", right=f"c-{n}", relation="same incident", maker=maker, made=made)
        for n, maker, made in [(2, "linker/1+a", None), (3, "linker/1+b", None), (4, "linker/1+a", "2031-01-01")]
    )
    retired = msgspec.structs.replace(mine, id="j-9")
    with store.writing() as w:
        w.add_judgements([mine, other, person, retired])
        w.retire("j-9", "2031-01-02")
        assert w.replace_judgements("linker/1+a", [mine, retired]) == 0
        surer = msgspec.structs.replace(mine, score=0.5)
        assert w.replace_judgements("linker/1+a", [surer]) == 2
        assert w.replace_judgements("linker/1+a", []) == 1
    assert {j.id for j in store.view().judgements(active=False)} == {"j-3", "j-4", "j-9"}
    assert {j.id for j in store.view().judgements()} == {"j-3", "j-4"}


def test_of_many_judgements_only_those_that_differ_are_replaced(store):
    def some(numbers):
        row = {"left": "c-1", "relation": "same incident", "maker": "linker/1+a"}
        return [Judgement(id=f"j-{n:02}", right=f"c-{n}", **row) for n in sorted(numbers)]

    with store.writing() as w:
        assert w.replace_judgements("linker/1+a", some(range(20))) == 20
        assert w.replace_judgements("linker/1+a", some(range(20))) == 0
        assert w.replace_judgements("linker/1+a", some({0, 3, 7, 8, 25, 26})) == 16 + 2
        assert w.replace_judgements("linker/1+a", some(range(27))) == 21
    assert store.view().judgements() == some(range(27))
