"""Which of several judgements on one thing holds."""

import itertools

import pytest

from rashomon.records import Judgement
from rashomon.values.judgements import prevailing


def judged(name, **more):
    return Judgement(id=name, left="d-1:0-4", right=f"a-{name}", relation="is actor", **more)


@pytest.mark.parametrize(
    ("judgements", "holds"),
    [
        ([judged("a", score=0.9), judged("b", score=0.5)], "a"),
        ([judged("a", score=0.9, verdict="unsure"), judged("b", score=0.5)], "b"),
        ([judged("a", score=0.9), judged("b", score=0.1, maker="person", made="2031-01-01")], "b"),
        ([judged("a", made="2031-01-01"), judged("b", made="2031-02-01", verdict="different")], "b"),
        ([judged("a", retired="2031-01-01"), judged("b", score=0.1)], "b"),
        ([judged("a"), judged("b")], "b"),
    ],
)
def test_one_holds_whatever_the_order(judgements, holds):
    for order in itertools.permutations(judgements):
        assert [j.id for j in prevailing(order, "is actor").values()] == [holds]


def test_other_relations_and_retired_ones_do_not_count():
    assert prevailing([judged("a", retired="2031-01-01")], "is actor") == {}
    assert prevailing([judged("a")], "is place") == {}
