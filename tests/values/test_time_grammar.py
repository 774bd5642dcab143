"""Any words at all, any mix of time words, every day: read or refused, and in order."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Period
from rashomon.values.period import read_period
from rashomon.vocab import load


def on(day):
    return Period(from_=day, to=day, precision="day")


TIMES = load("times")
LISTED = [TIMES["direction"], TIMES["edge"], TIMES["opener"], TIMES["joint"], TIMES["shift"]]
PHRASES = st.sampled_from(
    [
        *(name for names in TIMES["months"] + TIMES["weekdays"] for name in names),
        *(word for row in [*TIMES["part"], *TIMES["unit"].values()] for word in row["words"]),
        *(word for table in LISTED for words in table.values() for word in words),
        *(*TIMES["day"], *TIMES["holiday"], *TIMES["filler"]["words"], *TIMES["season"], "ago", "weekend", "century"),
        *("5", "31", "29", "2013", "9999", "1980s", "20th", "2013-01-19", "5 p.m.", "25:61", "0"),
        *("several", "a", "just over", "about", "less than"),
    ]
)
REPORTS = st.one_of(st.none(), st.dates(date(1000, 1, 1), date(2199, 12, 31)).map(lambda day: on(day.isoformat())))
TENSES = st.sampled_from([None, "past", "present", "future"])


def check(words, report, tense):
    reading = read_period(words, report, tense)
    assert reading.why
    period = reading.period
    if period is not None:
        assert period.from_ or period.to
        assert (period.precision == "open") == (None in (period.from_, period.to))
        if period.from_ and period.to:
            assert (period.from_ + "T00:00")[:16] <= (period.to + "T23:59")[:16]


@given(st.text(max_size=200), REPORTS, TENSES)
def test_any_text_is_read_or_refused(words, report, tense):
    check(words, report, tense)


@given(st.lists(PHRASES, max_size=8).map(" ".join), REPORTS, TENSES)
def test_any_mix_of_time_words_is_read_or_refused(words, report, tense):
    check(words, report, tense)


@given(
    st.dates(date(1000, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A %d %B %Y"]),
)
def test_every_day_of_the_calendar_is_read_in_every_form(day, form):
    period = read_period(day.strftime(form), None).period
    assert (period.from_, period.to) == (day.isoformat(), day.isoformat())


@given(st.dates(date(1001, 1, 1), date(2198, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_within_the_week_before_or_after_the_report(day, number):
    name = TIMES["weekdays"][number][0]
    past = date.fromisoformat(read_period(name, on(day.isoformat()), "past").period.from_)
    future = date.fromisoformat(read_period(name, on(day.isoformat()), "future").period.from_)
    assert past.weekday() == future.weekday() == number
    assert 0 <= (day - past).days < 7
    assert 0 <= (future - day).days < 7
