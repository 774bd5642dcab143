"""When: the time of a trigger, its tense, and what is history."""

import pytest

from rashomon.interpret.dates import guess_tense, latest_year
from rashomon.interpret.weave import weave
from rashomon.records import EventClaim

ATTACK = "They {attacked|a1:ASSAULT} on {%s|t1:TIME}."


@pytest.mark.parametrize(
    ("words", "from_", "to"),
    [
        ("12 May 2031", "2031-05-12", "2031-05-12"),
        ("Monday", "2031-05-12", "2031-05-12"),
        ("March 2019", "2019-03-01", "2019-03-31"),
    ],
)
def test_time_words_become_periods(claims, words, from_, to):
    (event,) = claims(EventClaim, ATTACK % words, "a1 time t1")
    assert (event.time.from_, event.time.to, event.time.words) == (from_, to, words)
    assert words in [span.quote for span in event.spans]


@pytest.mark.parametrize(
    ("before", "day"), [("are being held and will go on trial for the plan", "2031-05-19"), ("held", "2031-05-12")]
)
def test_words_before_the_time_tell_that_it_is_to_come(claims, before, day):
    text = f"The men, {{accused|a1:ACCUSE}} of a plot, {before} on {{Monday|t1:TIME}}."
    (event,) = claims(EventClaim, text, "a1 time t1")
    assert event.time.from_ == day


@pytest.mark.parametrize(
    ("text", "edges", "published", "why"),
    [
        ("They {attacked|a1:ASSAULT}.", "", "2031-05-14", "no time words hang on it"),
        (ATTACK % "Monday", "a1 time t1", None, '"Monday": '),
        (
            "They {attacked|a1:ASSAULT} Orra Posted: {12 May 2031|t1:TIME}.",
            "a1 time t1",
            "2031-05-14",
            "the time is that of the report",
        ),
    ],
)
def test_no_time_has_a_reason(claims, text, edges, published, why):
    (event,) = claims(EventClaim, text, edges, published=published)
    assert event.time is None
    assert event.reasons["time"].startswith(why)


def test_since_belongs_to_the_time(claims):
    (event,) = claims(EventClaim, "They have {fought|a1:ASSAULT} since {2029|t1:TIME}.", "a1 time t1")
    assert event.time.words == "since 2029"
    assert event.time.from_.startswith("2029")
    assert event.time.to is None


def test_the_same_day_is_read_as_the_day_it_repeats(claims):
    found = claims(
        EventClaim,
        "They {left|m1:MOVE} on {12 May 2031|t1:TIME}. {That time|t2:TIME} they {attacked|a1:ASSAULT}.",
        "m1 time t1; a1 time t2; t2 same t1",
    )
    assert found[1].time.from_ == "2031-05-12"


@pytest.mark.parametrize(
    ("text", "edges", "period"),
    [
        ("An {11-year|t1:TIME} {civil war|a1:CONDITION} starting in {1991|t2:TIME}.", "a1 time t1; a1 time t2",
         ("1991-01-01", "2001-12-31")),
        ("The {war|a1:CONDITION}, beginning in {1991|t1:TIME}, went on.", "a1 time t1", ("1991-01-01", None)),
        ("It fought an {11-year|t1:TIME} {civil war|a1:CONDITION} in {1991|t2:TIME}.", "a1 time t1; a1 time t2",
         ("1991-01-01", "1991-12-31")),
    ],
)  # fmt: skip
def test_what_lasts_from_a_beginning_on(claims, text, edges, period):
    (event,) = claims(EventClaim, text, edges)
    assert (event.time.from_, event.time.to) == period


def test_the_nearest_time_of_the_own_sentence_is_read(claims):
    (event,) = claims(
        EventClaim,
        "In {March 2019|t1:TIME} or, some say, {April 2019|t2:TIME}, they {attacked|a1:ASSAULT}.",
        "a1 time t1; a1 time t2",
    )
    assert event.time.words == "April 2019"


@pytest.mark.parametrize(
    ("text", "flags", "tense"),
    [
        ("They {attacked|a1:ASSAULT}.", "", "past"),
        ("They will {attack|a1:ASSAULT}.", "", "future"),
        ("They plan to {attack|a1:ASSAULT}.", "", "future"),
        ("The {attack|a1:ASSAULT} was planned.", "a1 fut", "future"),
        ("They are {attacking|a1:ASSAULT}.", "", "present"),
    ],
)
def test_tense(passage, text, flags, tense):
    assert guess_tense(weave(*passage(text, "", flags)), "a1") == tense


@pytest.mark.parametrize(
    ("text", "edges", "published", "background"),
    [
        (ATTACK % "12 May 2031", "a1 time t1", "2031-05-14", False),
        (ATTACK % "March 2019", "a1 time t1", "2031-05-14", True),
        ("They {attacked|a1:ASSAULT} since {2019|t1:TIME}.", "a1 time t1", "2031-05-14", False),
        (ATTACK % "2029", "a1 time t1", None, False),
        ("The war of 2031. " + ATTACK % "2029", "a1 time t1", None, True),
        ("The war of 2031. " + ATTACK % "2030", "a1 time t1", None, False),
        ("In {2019|t1:TIME} they {marched|m1:MOVE} and {attacked|a1:ASSAULT}.", "m1 time t1", "2031-05-14", True),
        ("The {march|m1:MOVE} of {2019|t1:TIME} led to {raids|a1:ASSAULT}.", "m1 time t1", "2031-05-14", True),
        ("A {march|m1:MOVE} recalled the {raid|a1:ASSAULT} of {2019|t1:TIME}.", "a1 time t1", "2031-05-14", True),
        ("They {attacked|a1:ASSAULT}.", "", "2031-05-14", False),
    ],
)
def test_history_is_told_apart_from_news(claims, text, edges, published, background):
    event = claims(EventClaim, text, edges, published=published)[-1]
    assert event.background is background
    assert ("background" in event.reasons) is background


def test_news_that_recalls_history_is_news(claims):
    march, raid = claims(
        EventClaim, "A {march|m1:MOVE} recalled the {raid|a1:ASSAULT} of {2019|t1:TIME}.", "a1 time t1"
    )
    assert (march.background, raid.background) == (False, True)


def test_the_death_is_history_if_its_cause_is(claims):
    found = claims(
        EventClaim,
        "The {raid|a1:ASSAULT} of {2019|t1:TIME} {killed|k1:KILL} ten; on {Monday|t2:TIME} they {met|m1:CONSULT}.",
        "a1 time t1; a1 causes k1; m1 time t2",
    )
    assert [event.background for event in found] == [True, True, False]


@pytest.mark.parametrize(("text", "year"), [("In 1994 and 2012.", 2012), ("1,994 men, 20125 shells", None), ("", None)])
def test_latest_year(text, year):
    assert latest_year(text) == year


def test_time_words_of_another_sentence_are_set_aside(claims):
    (event,) = claims(EventClaim, "It was {Monday|t1:TIME}. They {met|a1:CONSULT}.", "a1 time t1")
    assert event.time is None
    assert "another sentence" in event.reasons["time"]


@pytest.mark.parametrize(
    ("text", "edges", "day"),
    [
        ("They {met|m1:CONSULT} on {12 May 2031|t1:TIME}. {The next day|t2:TIME} they {attacked|x1:ASSAULT}.",
         "m1 time t1; x1 time t2", "2031-05-13"),
        ("They {met|m1:CONSULT} on {12 May 2031|t1:TIME} and {attacked|x1:ASSAULT} {two days later|t2:TIME}.",
         "m1 time t1; x1 time t2", "2031-05-14"),
        ("They {met|x1:CONSULT} {two days before|t2:TIME} the {raid|a1:ASSAULT} of {12 May 2031|t1:TIME}.",
         "x1 time t2; a1 time t1", "2031-05-10"),
        ("They {met|x1:CONSULT} {a day after the raid|t2:TIME}; the {raid|a1:ASSAULT} was on {12 May 2031|t1:TIME}.",
         "x1 time t2; a1 time t1", None),
        ("On {12 May 2031|t1:TIME} they {met|m1:CONSULT}. It rained. They {left|x1:MOVE} {the next day|t2:TIME}.",
         "m1 time t1; x1 time t2", None),
    ],
)  # fmt: skip
def test_times_that_count_from_another_time(event, text, edges, day):
    found = event(text, edges)
    assert (found.time.from_ if found.time else None) == day
    assert found.time or "another event" in found.reasons["time"]
