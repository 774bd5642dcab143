"""People's decisions on actors: what follows from them for mentions, and which of several holds."""

import pytest

from rashomon.records import Actor, Judgement
from rashomon.resolve.decided import NAME, SAME, SPLIT, Decided, carried, named, said, split_id, with_decided

WORDS = {"d-1:0-4": "Salt Front", "d-1:9-14": "the Front", "d-2:0-4": "Front", "d-2:8-9": "it"}


def decided(relation, left, right, made, verdict="same", **more):
    return Judgement(
        id=f"j-{relation}-{left}-{right}-{made}", left=left, right=right, relation=relation, verdict=verdict,
        maker="person", made=made, **more,
    )  # fmt: skip


def machine(mention, actor, **more):
    return Judgement(id=f"j-{mention}", left=mention, right=actor, relation="is actor", maker="resolver/9", **more)


def meant(*judgements):
    """Whom each mention means, by the judgement that prevails."""
    from rashomon.values.judgements import prevailing

    return {k: j.right for k, j in prevailing(carried(judgements, WORDS.__getitem__), "is actor").items()}


@pytest.mark.parametrize(
    ("decisions", "homes"),
    [
        ([("a", "b", "1")], {"a": "a", "b": "a", "c": "c"}),
        ([("a", "b", "1"), ("b", "c", "2")], {"a": "a", "b": "a", "c": "a"}),
        ([("b", "c", "1"), ("a", "b", "2")], {"a": "a", "b": "a", "c": "a"}),
        ([("a", "b", "1"), ("b", "a", "2")], {"a": "b", "b": "b"}),
        ([("a", "c", "1"), ("b", "c", "2")], {"a": "b", "b": "b", "c": "b"}),
        ([("a", "b", "1"), ("a", "b", "2", "different")], {"a": "a", "b": "b"}),
        ([("a", "b", "1"), ("b", "a", "2", "different")], {"a": "a", "b": "b"}),
        ([("a", "b", "1", "different"), ("a", "b", "2")], {"a": "a", "b": "a"}),
        ([("a", "c", "1"), ("b", "c", "2"), ("a", "b", "3", "different")], {"a": "a", "b": "b", "c": "b"}),
    ],
)
def test_mergers(decisions, homes):
    given = [decided(SAME, *one) for one in decisions]
    for order in (given, given[::-1]):
        found = Decided(order)
        assert {name: found.home(name) for name in homes} == homes


def test_a_merger_reaches_every_mention_and_outranks_the_machine():
    merger = decided(SAME, "a-1", "a-2", "2031-01-01", why="renamed")
    judged = [machine("d-1:0-4", "a-1"), machine("d-2:0-4", "a-2"), merger]
    assert meant(*judged) == {"d-1:0-4": "a-1", "d-2:0-4": "a-1"}
    more = [j for j in carried(judged, WORDS.__getitem__) if j not in judged]
    assert [(j.left, j.maker, j.made) for j in more] == [("d-2:0-4", "person", "2031-01-01")]
    assert "renamed" in more[0].why


def test_a_retired_decision_has_no_effect():
    judged = [machine("d-2:0-4", "a-2"), decided(SAME, "a-1", "a-2", "2031-01-01", retired="2031-01-02")]
    assert carried(judged, WORDS.__getitem__) == judged


def test_unsure_mentions_stay_unsure():
    judged = [machine("d-2:0-4", "a-2", verdict="unsure"), decided(SAME, "a-1", "a-2", "2031-01-01")]
    assert carried(judged, WORDS.__getitem__) == judged


@pytest.mark.parametrize(
    ("what", "split"),
    [("Front", {"d-1:9-14", "d-2:0-4"}), ("d-2", {"d-2:0-4", "d-2:8-9"}), ("FRONT", {"d-1:9-14", "d-2:0-4"})],
)
def test_a_split_by_words_or_by_report(what, split):
    one = decided(SPLIT, "a-1", what, "2031-01-01", "different")
    found = meant(*(machine(key, "a-1") for key in WORDS), one)
    assert {key for key, actor in found.items() if actor == split_id(one)} == split
    assert {found[key] for key in WORDS.keys() - split} == {"a-1"}


def test_what_is_split_off_may_be_merged_again():
    one = decided(SPLIT, "a-1", "Front", "2031-01-01", "different")
    again = decided(SAME, "a-1", split_id(one), "2031-01-02")
    assert set(meant(*(machine(key, "a-1") for key in WORDS), one, again).values()) == {"a-1"}


def test_a_split_holds_for_what_was_merged():
    judged = [
        machine("d-1:0-4", "a-1"), machine("d-2:0-4", "a-2"), decided(SAME, "a-1", "a-2", "2031-01-01"),
        decided(SPLIT, "a-1", "Front", "2031-01-02", "different"),
    ]  # fmt: skip
    found = meant(*judged)
    assert (found["d-1:0-4"], found["d-2:0-4"]) == ("a-1", split_id(judged[-1]))


def test_a_persons_word_on_a_mention_goes_with_the_merger():
    own = machine("d-1:0-4", "a-2", made="2031-02-01")
    assert meant(own, decided(SAME, "a-1", "a-2", "2031-01-01")) == {"d-1:0-4": "a-1"}


def test_actors_that_only_decisions_bring_in():
    salt = Actor(id="a-1", name="Salt Front", kind="armed group", country="MLI")
    one = decided(SPLIT, "a-1", "Front", "2031-01-01", "different")
    merged = decided(SAME, "a-9", "a-1", "2031-01-01")
    found = {a.id: a for a in with_decided([salt], [one, merged], {"a-9": Actor(id="a-9", name="Nine")})}
    assert (found[split_id(one)].name, found[split_id(one)].kind, found["a-9"].name) == ("Front", "armed group", "Nine")


def test_the_latest_name_holds():
    salt = Actor(id="a-1", name="Salt Front")
    names = [decided(NAME, "a-1", "Front of Salt", "1"), decided(NAME, "a-1", "The Salt", "2")]
    assert named([salt], names[::-1])[0].name == "The Salt"
    assert "'The Salt'" in said(names[1])
