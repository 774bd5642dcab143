"""What a whole case knows of its actors and places: the reports' words, names by use, standings."""

import random

import pytest

from rashomon.records import Actor, Judgement, Mention, Place, Span, TieClaim, Voice, mention_key
from rashomon.resolve import Spoken, all_spoken, gather, gather_places
from rashomon.testing import make_document

FIRST = make_document("Kolvarra burned. Kolvarra fell. The Salt Front left Kolvara.", source="a.txt")
SECOND = make_document("Kolvara was held by the Front.", source="b.txt")


def judged(document, words, right, relation, at=0, **more):
    start = -1
    for _ in range(at + 1):
        start = document.text.index(words, start + 1)
    key = mention_key(document.id, start, start + len(words))
    return Judgement(id=f"j-{key}", left=key, right=right, relation=relation, **more)


def tie(left, relation, right, number=1):
    quote = FIRST.text[:8]
    ends = (Mention(words=name, start=0, end=8, actor=name) for name in (left, right))
    return TieClaim(
        id=f"c-{number}",
        document=FIRST.id,
        spans=(Span(start=0, end=8, quote=quote),),
        voices=(Voice(words="", start=0, end=0),),
        left=next(ends),
        right=next(ends),
        relation=relation,
    )


PLACED = [
    judged(FIRST, "Kolvarra", "p-1", "is place"),
    judged(FIRST, "Kolvarra", "p-1", "is place", at=1),
    judged(FIRST, "Kolvara", "p-1", "is place"),
    judged(SECOND, "Kolvara", "p-1", "is place"),
]
FRONT = [judged(FIRST, "Salt Front", "a-1", "is actor"), judged(SECOND, "Front", "a-1", "is actor")]


def spoken(judgements, relation="is actor"):
    return all_spoken(judgements, [FIRST, SECOND], relation)


@pytest.mark.parametrize("stored", ["Kolvarra", "Kolvara"])
def test_an_unknown_place_is_called_by_the_words_most_used(stored):
    (place,) = gather_places([Place(id="p-1", name=stored)], spoken(PLACED[:3], "is place"))
    assert (place.name, place.aliases) == ("Kolvarra", ("Kolvara",))


def test_a_known_place_keeps_its_name():
    known = Place(id="p-1", name="Kolvarra City", lat=1.0, lon=2.0)
    (place,) = gather_places([known], spoken(PLACED, "is place"))
    assert (place.name, place.aliases) == ("Kolvarra City", ("Kolvara", "Kolvarra"))


def test_what_no_judgement_uses_is_left_out():
    assert gather_places([Place(id="p-9", name="Nowhere")], spoken(PLACED, "is place")) == ()
    retired = [judged(FIRST, "Salt Front", "a-1", "is actor", retired="2031-01-01")]
    assert gather([Actor(id="a-1", name="Salt Front")], spoken(retired)) == ()


def test_aliases_are_counted_by_report():
    (actor,) = gather([Actor(id="a-1", name="x")], spoken(FRONT))
    assert {(a.words, a.document, a.count) for a in actor.aliases} == {
        ("Salt Front", FIRST.id, 1),
        ("Front", SECOND.id, 1),
    }


def test_standings_are_what_ties_say_and_nobody_is_part_of_himself():
    claims = [tie("a-1", "part of", "a-2"), tie("a-1", "part of", "a-1", 2), tie("a-1", "hostile", "a-3", 3)]
    (actor,) = gather([Actor(id="a-1", name="x")], spoken(FRONT), claims)
    assert [(s.relation, s.actor, s.claims) for s in actor.roles] == [("part of", "a-2", ("c-1",))]


def test_the_order_of_arguments_does_not_matter():
    actors = [Actor(id="a-1", name="x"), Actor(id="a-2", name="y")]
    claims = [tie("a-1", "leads", "a-2"), tie("a-1", "part of", "a-2", 2)]
    wanted = gather(actors, spoken(FRONT), claims)
    for seed in range(5):
        rng = random.Random(seed)
        mixed = [rng.sample(items, len(items)) for items in (actors, FRONT, [FIRST, SECOND], claims)]
        assert gather(mixed[0], all_spoken(mixed[1], mixed[2], "is actor"), mixed[3]) == wanted


def test_reports_that_are_not_told_apart_give_the_same_names_and_no_aliases():
    front, places = Spoken("is actor"), Spoken("is place")
    for document in (FIRST, SECOND):
        places.add(document, [j for j in PLACED if j.left.startswith(document.id)])
        front.add(document, [j for j in FRONT if j.left.startswith(document.id)])
    stored = [Place(id="p-1", name="Kolvara")]
    assert gather_places(stored, places) == gather_places(stored, spoken(PLACED, "is place"))
    (actor,) = gather([Actor(id="a-1", name="salt front")], front)
    assert (actor.name, actor.aliases) == ("Salt Front", ())
