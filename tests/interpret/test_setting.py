"""The time of an act of which none is said: that of its scene, never of what was said or done about it."""

import pytest

from rashomon.records import EventClaim

MONDAY = "2031-05-12"


def _times(claims, *parts):
    return {event.trigger.quote: event.time and event.time.from_[:10] for event in claims(EventClaim, *parts)}


@pytest.mark.parametrize(
    ("text", "edges", "day"),
    [
        # in the same sentence, of another act, or where somebody comes to the scene
        ("Rebels {attacked|a1:ASSAULT} the post on {Monday|t1:TIME} and {killed|x1:KILL} a {guard|p1:PER}.",
         "a1 time t1; x1 target p1", MONDAY),
        ("Police were called at 8 pm {Monday|t1:TIME} and found a {guard|p1:PER} {shot|x1:ASSAULT.firearms}.",
         "x1 target p1", MONDAY),
        ("On {Monday|t1:TIME}, a {guard|p1:PER} sat when he was {shot|x1:ASSAULT.firearms}.", "x1 target p1", MONDAY),
        # in the sentence before, and behind it where it says when "it" happened
        ("Rebels {attacked|a1:ASSAULT} the post on {Monday|t1:TIME}. Two guards were {killed|x1:KILL}.",
         "a1 time t1", MONDAY),
        ("A {guard|p1:PER} was {shot|x1:ASSAULT.firearms}. It happened {Monday|t1:TIME} at the gate.",
         "x1 target p1", MONDAY),
        # it leads to the act, or stands with no other act in its sentence
        ("The {talks|s1:CONSULT} turned violent {Monday|t1:TIME} after {shots|x1:ASSAULT.firearms} were fired.",
         "", MONDAY),
        ("A {guard|p1:PER} {died|x1:KILL} of his {wounds|a1:INJURE} in Orra {Monday|t1:TIME}.", "x1 target p1", MONDAY),
        ("The {talks|s1:CONSULT} went on {Monday|t1:TIME}, and {shots|x1:ASSAULT.firearms} were fired.", "", None),
        # not the time of saying, of an arrest, of what the words set apart, or of a dateline
        ("A {guard|p1:PER} was {shot|x1:ASSAULT.firearms}, police {said|s1:SAY} {Monday|t1:TIME}.",
         "x1 target p1; s1 time t1", None),
        ("He was {arrested|c1:COERCE.arrest} {Monday|t1:TIME} and had {shot|x1:ASSAULT.firearms} a {guard|p1:PER}.",
         "c1 time t1; x1 target p1", None),
        ("The {raid|x1:ASSAULT} on a {post|p1:FAC} came after a {bombing|a1:ASSAULT.explosives} of {Monday|t1:TIME}.",
         "x1 target p1; a1 time t1", None),
        ("{12 May 2031|t1:TIME} Rebels arrived and {shot|x1:ASSAULT.firearms} a {guard|p1:PER}.", "x1 target p1", None),
        # neither a war nor bodies that are found are of that day
        ("Rebels {attacked|a1:ASSAULT} the post on {Monday|t1:TIME} in their {war|x1:ASSAULT} on the {state|p1:ORG}.",
         "a1 time t1; x1 target p1", None),
        ("On {Monday|t1:TIME} troops found {burned bodies|x1:KILL} of two {guards|p1:GROUP}.", "x1 target p1", None),
    ],
)  # fmt: skip
def test_scene(claims, text, edges, day):
    times = _times(claims, text, edges)
    word = text.split("|x1:")[0].rsplit("{", 1)[1]
    assert times[word] == day


def test_two_days_in_the_scene_are_no_time(claims):
    text = (
        "Rebels {attacked|a1:ASSAULT} on {Monday|t1:TIME} and {shelled|a2:ASSAULT} on {Tuesday|t2:TIME}. "
        "Two guards were {killed|k1:KILL}."
    )
    assert _times(claims, text, "a1 time t1; a2 time t2")["killed"] is None


def test_it_says_that_the_time_is_the_scenes(claims):
    text = "Rebels {attacked|a1:ASSAULT} the post on {Monday|t1:TIME}. Two guards were {killed|k1:KILL}."
    killed = next(e for e in claims(EventClaim, text, "a1 time t1") if e.type == "KILL")
    assert killed.time.how.startswith("not said of the act itself: the time of its scene, in the sentence before")


def test_history_takes_no_time_from_the_news(claims):
    text = "In {1994|t2:TIME} rebels {killed|k1:KILL} a {guard|x1:PER}. They {attacked|a1:ASSAULT} on {Monday|t1:TIME}."
    assert _times(claims, text, "a1 time t1; k1 time t2; k1 target x1")["killed"] == "1994-01-01"
