"""Who a mention is: by judgement, a person's first; unknown stays unknown and says so."""

import pytest

from rashomon.engine.identity import filled
from rashomon.records import (
    EventClaim,
    FigureClaim,
    Judgement,
    Mention,
    NamingClaim,
    Span,
    TieClaim,
    Voice,
    mention_key,
)

SPAN = Span(start=0, end=4, quote="army")
ARMY, TOWN = Mention(words="army", start=0, end=4, type="ORG"), Mention(words="Dessan", start=10, end=16, type="GPE")


def judged(mention, right, relation="is actor", **more):
    left = mention_key("d-1", mention.start, mention.end)
    fields = {"id": f"j-{right}-{more}", "maker": "resolver/1+x", "why": f"it is {right}"} | more
    return Judgement(left=left, right=right, relation=relation, **fields)


def event(**more):
    return EventClaim(
        id="c-1",
        document="d-1",
        spans=(SPAN,),
        voices=(Voice(words="", start=0, end=0),),
        type="ASSAULT",
        trigger=SPAN,
        **more,
    )


def test_roles_are_filled():
    (claim,) = filled(
        [event(roles={"agent": (ARMY,), "place": (TOWN,)})], [judged(ARMY, "a-1"), judged(TOWN, "p-1", "is place")]
    )
    assert (claim.roles["agent"][0].actor, claim.roles["place"][0].place) == ("a-1", "p-1")
    assert claim.roles["agent"][0].why == "it is a-1"
    assert claim.roles["place"][0].actor is None


def test_what_a_noun_goes_back_to_is_told_where_nobody_is_known():
    back = judged(ARMY, "d-1:30-34", "same mention", why="'army': spoken of before")
    (claim,) = filled([event(roles={"agent": (ARMY,)})], [back])
    assert (claim.roles["agent"][0].actor, claim.roles["agent"][0].why) == (None, "'army': spoken of before")
    (claim,) = filled([event(roles={"agent": (ARMY,)})], [back, judged(ARMY, "a-1")])
    assert claim.roles["agent"][0].why == "it is a-1"


def test_the_unknown_says_so():
    (claim,) = filled([event(roles={"agent": (ARMY,)})], [])
    assert claim.roles["agent"][0].actor is None
    assert claim.roles["agent"][0].why


@pytest.mark.parametrize(
    ("judgements", "actor"),
    [
        ([judged(ARMY, "a-1", score=0.9), judged(ARMY, "a-2", score=0.5)], "a-1"),
        ([judged(ARMY, "a-1", score=0.9), judged(ARMY, "a-2", score=0.1, maker="person", made="2031-01-01")], "a-2"),
        ([judged(ARMY, "a-1"), judged(ARMY, "a-1", verdict="different", maker="person", made="2031-01-01")], None),
        ([judged(ARMY, "a-1", retired="2031-01-01")], None),
        ([judged(ARMY, "a-1", verdict="unsure")], None),
        (
            [
                judged(ARMY, "a-2", maker="person", made="2031-01-01"),
                judged(ARMY, "a-3", maker="person", made="2031-02-01"),
            ],
            "a-3",
        ),
    ],
)
def test_who_outranks_whom(judgements, actor):
    for order in (judgements, judgements[::-1]):
        (claim,) = filled([event(roles={"agent": (ARMY,)})], order)
        assert claim.roles["agent"][0].actor == actor


def test_voices_sides_ties_and_namings_are_filled():
    voices = (Voice(words="", start=0, end=0), Voice(words="army", start=0, end=4, form="indirect"))
    shared = {"document": "d-1", "spans": (SPAN,), "voices": voices}
    claims = [
        FigureClaim(id="c-2", measure="killed", counted=ARMY, **shared),
        TieClaim(id="c-3", left=ARMY, right=TOWN, relation="ally", **shared),
        NamingClaim(id="c-4", mention=ARMY, **shared),
    ]
    figure, tie, naming = filled(claims, [judged(ARMY, "a-1")])
    assert (figure.side, figure.voices[1].actor, figure.voices[0].actor) == ("a-1", "a-1", None)
    assert (tie.left.actor, tie.right.actor, naming.actor, naming.mention.actor) == ("a-1", None, "a-1", "a-1")
