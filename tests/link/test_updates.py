"""Which report is another's update: the same outlet, the same story, a later day."""

from typing import Any

import pytest

from rashomon.link.updates import UPDATE, updated, updates
from rashomon.records import Document, Judgement
from rashomon.testing.makers import make_document


def report(name: str, day: int | None, publisher: str | None = "Harbour Post", title: str = "Raid") -> Document:
    published = f"2031-05-{day:02}" if day else None
    return make_document(f"Text {name}.", source=name, id=name, published=published, publisher=publisher, title=title)


def origin(left: str, right: str, score: float = 0.9, **fields: Any) -> Judgement:
    verdict = "same" if score >= 0.5 else "unsure"
    given = {"relation": "same origin", "verdict": verdict, "score": score, "maker": "origins"} | fields
    return Judgement(id=f"j-{left}-{right}", left=left, right=right, **given)


@pytest.mark.parametrize(
    ("first", "second", "score", "expected"),
    [
        ({}, {}, 0.9, True),
        ({}, {}, 0.4, True),  # one title
        ({}, {"title": "UPDATE 2: Raid"}, 0.4, True),
        ({}, {"title": "Ministers meet"}, 0.4, False),
        ({}, {"title": "Ministers meet"}, 0.6, True),
        ({}, {}, 0.2, False),
        ({}, {"publisher": "harbour post"}, 0.9, True),
        ({}, {"publisher": "Harbour  Post "}, 0.9, True),
        ({"publisher": " "}, {"publisher": " "}, 0.9, False),
        ({}, {"publisher": "Relief Monitor"}, 0.9, False),  # a reprint
        ({"publisher": None}, {"publisher": None}, 0.9, False),
        ({}, {"day": 3}, 0.9, False),  # the same day: a copy
        ({}, {"day": 7}, 0.9, False),  # too late: another story
        ({}, {"day": None}, 0.9, False),
    ],
)
def test_what_is_an_update(first: Any, second: Any, score: float, expected: bool) -> None:
    documents = [report("a", **({"day": 3} | first)), report("b", **({"day": 4} | second))]
    found = updates(documents, [origin("a", "b", score)])
    assert [(j.left, j.relation, j.right) for j in found] == ([("b", UPDATE, "a")] if expected else [])
    assert all(j.why for j in found)


def test_updates_form_a_chain_whatever_the_order() -> None:
    documents = [report(name, day) for name, day in (("a", 1), ("b", 2), ("c", 3))]
    judged = [origin("a", "b"), origin("a", "c"), origin("b", "c")]
    found = updates(documents, judged)
    assert updated(found) == {"a": "b", "b": "c"}
    assert updates(documents[::-1], judged[::-1]) == found


def test_a_persons_word_binds() -> None:
    found = updates([report("a", 1), report("b", 2)], [origin("a", "b")])
    no = Judgement(
        id="j-p", left="a", right="b", relation=UPDATE, verdict="different", made="2031-06-01", maker="person"
    )
    assert updated(found) == {"a": "b"}
    assert updated([*found, no]) == {}
