"""The page on dates: which time words are understood, with what they mean in one report, and which are not."""

from rashomon.records import Period
from rashomon.values.period import Telling, read_told
from rashomon.vocab import load

REPORT = Period(from_="2013-01-21", to="2013-01-21", precision="day")
QUARTER = Period(from_="2012-07-01", to="2012-09-30", precision="season")
IN_ANOTHER_YEAR = "In another year, where the third quarter of 2012 is told of"
TOLD = Period(from_="2013-01-16", to="2013-01-16", precision="day")

HEAD = """# Dates

Time words become periods: a first and a last day (or minute), both inclusive, and how exactly they are known.
Words that need it are read against the report's date; without one they stay open, and say so. Of a weekday, the
latest up to the report is meant, or the first after it where the clause is in the future; of a day or month without
a year likewise. Words that count from another time ("the next day", "two days later", "a week after the raid") are
read against the time of the act that they name, or the last time told of in the same sentence or in the one before;
without one they give no date. Nothing is filled in: what gives no date is kept in its words, with a null and the
reason.

The tables are made from the vocabulary (`vocab/times.toml`) and by the reader itself, for a report of Monday
21 January 2013 whose last time told of is Wednesday 16 January.
"""
EXAMPLES = {
    "Days": (
        "21 January 2013",
        "January 5",
        "15/1/2012",
        "2013-01-19",
        "Saturday",
        "last Friday",
        "next Thursday",
        "yesterday",
        "the day before yesterday",
        "Friday last week",
        "two days ago",
        "Christmas Day",
    ),
    "Parts of days and clock times": (
        "Saturday evening",
        "last night",
        "the early hours of Friday",
        "early Saturday",
        "5 p.m. on Friday",
        "about 8:30 pm on Saturday",
    ),
    "Weeks, months, quarters, seasons": (
        "last week",
        "the week of 7 January",
        "the weekend",
        "March 2012",
        "November",
        "earlier this month",
        "mid-November",
        "the third quarter of 2012",
        "the first nine months of 2012",
        "the nine months ended Sept. 30",
        "the rest of the month",
        "last summer",
        "the end of July 2012",
    ),
    "Years, decades, centuries": (
        "1994",
        "last year",
        "early 2012",
        "the 1980s",
        "the late 1980s",
        "the '90s",
        "the eighties",
        "the 20th century",
    ),
    "So long ago, or so long until": (
        "a week ago",
        "just over a week ago",
        "a few days ago",
        "more than two years ago",
        "three days from now",
        "the last 24 hours",
        "the past two years",
        "recent days",
        "two and a half years ago",
        "the next three days",
    ),
    "From one time to another, and open ends": (
        "from 5 to 7 May 2012",
        "between 2003 and 2006",
        "2012-13",
        "Friday and Saturday",
        "since 2007",
        "2007 onwards",
        "until March 2012",
        "before Friday",
        "by the end of 2012",
        "an 11-year war starting in 1991",
    ),
    IN_ANOTHER_YEAR: (
        "the year-ago period",
        "a year earlier",
        "the same quarter last year",
        "the 2010 period",
    ),
    "Counted from the time told of before": (
        "the next day",
        "the day before",
        "the night before",
        "that day",
        "that month",
        "the following week",
        "two days later",
        "a week earlier",
        "the following Monday",
        "at 10 p.m.",
        "the 25th",
        "the previous two days",
    ),
}
UNREAD = (
    "recently",
    "soon",
    "now and then",
    "for three months",
    "an 11-year war",
    "every Friday",
    "daily",
    "Ramadan 2013",
    "Friday prayers",
    "Easter Sunday",
    "fiscal 2012",
    "3/4/2012",
    "dawn",
    "30 February 2012",
)


def page(note: str) -> str:
    """The page in Markdown."""
    lines = [note, HEAD]
    for title, examples in EXAMPLES.items():
        lines += [f"## {title}\n", "| words | from | to | precision | how |", "|---|---|---|---|---|"]
        told = QUARTER if title == IN_ANOTHER_YEAR else TOLD
        lines += [example(words, told) for words in examples]
        lines.append("")
    lines += ["## Parts of the day\n", "| words | from | to | why |", "|---|---|---|---|"]
    lines += [f"| {', '.join(row['words'])} | {row['from']} | {row['to']} | {row['reason']} |" for row in parts()]
    lines += ["\n## What gives no date\n", "| words, for example | why |", "|---|---|"]
    lines += [f"| {words} | {read_told(words, Telling(REPORT, 'past')).why} |" for words in UNREAD]
    lines += ["\nBy the vocabulary:\n", "| why | words |", "|---|---|"]
    return "\n".join([*lines, *undated()]) + "\n"


def example(words: str, told: Period) -> str:
    """One expression as a row: from, to, precision, and how it was read."""
    reading = read_told(words, Telling(REPORT, "past", (told,)))
    period = reading.period
    if period is None:
        raise ValueError(f"no date: {words}: {reading.why}")
    ends = [("open" if end is None else end.replace("T", " ")) for end in (period.from_, period.to)]
    return f"| {words} | {ends[0]} | {ends[1]} | {period.precision} | {period.how} |"


def parts() -> list[dict[str, str]]:
    """The parts of the day, as the vocabulary has them."""
    found: list[dict[str, str]] = load("times")["part"]
    return found


def undated() -> list[str]:
    """The words without a date by their reason, a row each."""
    reasons: dict[str, list[str]] = {}
    for row in load("times")["undated"]:
        reasons.setdefault(row["reason"], []).extend(row["words"])
    return [f"| {reason} | {', '.join(words)} |" for reason, words in reasons.items()]
