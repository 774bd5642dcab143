"""Whether what stands before a time tells it as past or as one to come."""

import pytest

from rashomon.records import Period
from rashomon.values.period import read_period
from rashomon.values.tenses import outlook

REPORT = Period(from_="2013-01-21", to="2013-01-21", precision="day")


@pytest.mark.parametrize(
    ("before", "tense"),
    [
        ("They will meet on ", "future"), ("They met on ", "present"), ("It is shut on ", "present"),
        ("The raid of ", "present"),
        ("They will meet. He came on ", "present"), ("They said the talks are scheduled for ", "future"),
        ("He will go. On ", "present"), ("They attacked on ", "present"),
        ("They will be released on ", "future"), ("The port is to reopen on ", "future"),
        ("They agreed to meet in ", "future"), ("They did not plan to go on ", "future"),
        ("He agreed to the terms that came on ", "present"), ("It was brought to the port on ", "present"),
        ("The talks would begin on ", None), ("A chance to leave in ", None), ("They must leave by ", None),
        ("They had left by ", None), ("It is open through ", None), ("The curfew holds until ", "future"),
        ("They put it off until early ", "future"), ("It was not until ", "present"), ("Until ", "present"),
        ("The truce, effective ", "future"), ("The men held since ", "past"), ("It began last ", "past"),
        ("the year ended ", "past"),
        ("They will be tried over the ", "present"), ("They could stay even after the planned talks of ", None),
        ("He will stay, a witness said on ", "present"),
    ],
)  # fmt: skip
def test_outlook(before, tense):
    text = before + "Monday."
    assert outlook(text, len(before), len(text) - 1) == tense


def test_a_past_verb_right_after_tells_more_than_what_went_before():
    before = "They will stay, though the court "
    text = before + "Monday refused to hear them."
    assert outlook(text, len(before), len(before) + 6) == "present"


@pytest.mark.parametrize(
    ("words", "tense", "first"),
    [
        ("May", None, "2013-05-01"), ("May", "present", "2012-05-01"), ("March", "present", "2013-03-01"),
    ],
)  # fmt: skip
def test_a_month_told_in_the_present_is_the_coming_one_or_past(words, tense, first):
    assert read_period(words, REPORT, tense).period.from_ == first
