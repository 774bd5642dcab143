"""Times found in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.values.time_spans import find_times

FOUND = [
    "They came on [Monday] and left [two days later].",
    "[Early on Saturday] or on [12 May 2012] the bridge fell; by [May 14] it stood.",
    "He may go in [May], not march in [March], when spring will fall in [the spring].",
    "For [three months] or so and [two weeks] no one saw the [14-day] truce of [the 1990s].",
    "A third of the 2,000 men, 1.5 of 12.30, came in [the third quarter of 2012].",
    "The [two-year] war began [last week] at [10 p.m. on Friday].",
    "[Now] the sun rose; Sun was seen [a week ago] and [the day before].",
    "In [the past 20 years], for [decades], [every Friday], [daily] and [each year].",
    "Since [2007] Mr. Jan met 31 men in [Jan. 2012], [last Oct. 23] and [nineteen ninety-six].",
    "A 52-year-old man saw '60 Minutes [last night] for half the price.",
    "He left in [March 2012]\n\n[May 2012] was dry.",
    "After [two and a half years] or [half an hour] of [five consecutive years], sales are higher than [a year ago].",
    "He fled [overnight]; [the year-earlier second quarter], [the same quarter last year] and [last Christmas].",
    "A [yearlong] or [weeklong] truce.",
    "In [the current fiscal year] men in their sixties told of [the sixties] and of [the previous two years].",
    "[So far this year], [later in the day] and [the rest of the year] [the latest period] was calm.",
    "He came at [3 o'clock on Tuesday], before [Thanksgiving of 2012]; o'clock alone is none.",
    "No time is told of here at all, at any rate by the second of them.",
]


@pytest.mark.parametrize("marked", FOUND)
def test_found(marked):
    text = marked.replace("[", "").replace("]", "")
    found = [text[start:end].lower().removeprefix("the ") for start, end in find_times(text)]
    assert found == [piece.split("]")[0].lower().removeprefix("the ") for piece in marked.split("[")[1:]]


@given(st.text(max_size=300))
def test_stretches_lie_in_the_text_in_order(text):
    ends = [0]
    for start, end in find_times(text):
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)


def test_offsets_hold_where_lower_case_is_longer():
    text = "İİİ on Monday"
    ((start, end),) = find_times(text)
    assert text[start:end].endswith("Monday")
