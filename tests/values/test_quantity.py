"""Number expressions and the bounds that they set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.values.bound_rules import RULES, explain
from rashomon.values.quantity import bounds_table, read_quantity
from rashomon.vocab import load

EXACT = [
    ("one", 1), ("a", 1), ("a single", 1), ("an", 1), ("two", 2), ("both", 2), ("a couple", 2), ("a pair", 2),
    ("trio", 3),
    ("twelve", 12), ("a dozen", 12), ("two dozen", 24), ("half a dozen", 6), ("half-dozen", 6), ("a half dozen", 6),
    ("a score", 20), ("three score", 60), ("twenty-one", 21), ("twenty five", 25), ("ninety nine", 99),
    ("a hundred", 100),
    ("one hundred", 100), ("a hundred and five", 105), ("two hundred", 200), ("nineteen hundred", 1_900),
    ("a thousand", 1_000), ("two hundred and five thousand", 205_000), ("six thousand, four hundred and two", 6_402),
    ("a couple of hundred", 200), ("half a million", 500_000), ("half million", 500_000),
    ("a quarter of a million", 250_000), ("one and a half million", 1_500_000), ("1.5 million", 1_500_000),
    ("1,5 million", 1_500_000), ("1.500 million", 1_500_000), ("2m", 2_000_000), ("3mn", 3_000_000),
    ("4.5bn", 4_500_000_000),
    ("12k", 12_000), ("10 thousand", 10_000), ("3 lakh", 300_000), ("2 crore", 20_000_000), ("12,34,567", 1_234_567),
    ("17", 17), ("1,204", 1_204), ("1.204", 1_204), ("10 000", 10_000), ("10\u00a0000", 10_000), ("3'500", 3_500),
    ("2, 350", 2_350), ("1,234,567", 1_234_567), ("3000", 3_000), ("2011", 2_011), ("007", 7), ("٣٢", 32), ("۴۵", 45),
    ("４０", 40), ("١٬٢٠٠", 1_200), ("no", 0), ("none", 0), ("zero", 0), ("no one", 0), ("not one", 0),
    ("not a single", 0),
    ("0", 0), ("exactly 8", 8), ("a total of 61", 61), ("another 14", 14), ("14 more", 14), ("a further 9", 9),
    ("9 others", 9), ("all 30", 30), ("the 3", 3), ("only 5", 5), ("an extra 1,300", 1_300), ("12-member", 12),
    ("300-strong", 300), ("5 (two of them children)", 5), ("once", 1), ("twice", 2), ("three times", 3),
    ("19 in all", 19),
    ("  44  ", 44), ("TWELVE", 12),
]  # fmt: skip

RANGES = [
    ("at least 5", 5, None), ("at least five", 5, None), ("no fewer than 6", 6, None), ("no less than 6", 6, None),
    ("not fewer than 6", 6, None), ("a minimum of 70", 70, None), ("upwards of 90", 90, None), ("100+", 100, None),
    ("12 or more", 12, None), ("a billion-plus", 10**9, None), ("7 and counting", 7, None), ("≥ 4", 4, None),
    ("at the very least 40", 40, None), ("as few as 3", 3, None), ("at least a dozen", 12, None),
    ("more than 5", 6, None), ("over 30", 31, None), ("above 50", 51, None), ("in excess of 2,000", 2_001, None),
    ("well over 100", 101, None), ("> 9", 10, None), ("more than a dozen", 13, None),
    ("more than half a million", 500_001, None),
    ("up to 32", 0, 32), ("as many as 58", 0, 58), ("no more than 20", 0, 20), ("at most 7", 0, 7),
    ("at the most 7", 0, 7),
    ("a maximum of 15", 0, 15), ("20 or fewer", 0, 20), ("up to 2, 200", 0, 2_200), ("not more than ten", 0, 10),
    ("less than 10", 0, 9), ("fewer than 10", 0, 9), ("under 200", 0, 199), ("fewer than a dozen", 0, 11),
    ("below 6", 0, 5),
    ("dozens", 24, 99), ("tens", 20, 99), ("scores", 40, None), ("hundreds", 200, 999), ("thousands", 2_000, 9_999),
    ("millions", 2_000_000, None), ("tens of thousands", 20_000, 99_999), ("hundreds of thousands", 200_000, 999_999),
    ("dozens more", 24, 99), ("several", 3, 9), ("a few", 2, 9), ("a handful", 2, 9), ("many", 2, None),
    ("numerous", 2, None),
    ("multiple", 2, None), ("a number", 2, None), ("a large number", 2, None), ("several hundred", 300, 999),
    ("several dozen", 36, 119), ("a few thousand", 2_000, 9_999), ("a few hundred thousand", 200_000, 999_999),
    ("many thousands", 2_000, None), ("hundreds upon hundreds", 200, 999), ("at least several hundred", 300, None),
    ("up to several hundred", 0, 999), ("between 10 and 15", 10, 15), ("10-15", 10, 15), ("10–15", 10, 15),
    ("10 to 15", 10, 15), ("from 10 to 15", 10, 15), ("20 or 30", 20, 30), ("one or two", 1, 2), ("two-three", 2, 3),
    ("2 to 3 million", 2_000_000, 3_000_000), ("two to three hundred", 200, 300), ("three or four dozen", 36, 48),
    ("500 to 1 million", 500, 1_000_000), ("between 40 and 30", 30, 40), ("at least 10 to 15", 10, None),
    ("more than 10 but fewer than 20", 11, 19),
]  # fmt: skip

APPROXIMATE = [
    ("about 40", 36, 44), ("around 40", 36, 44), ("some 400", 360, 440), ("roughly 3,000", 2_700, 3_300),
    ("approximately 75", 67, 83), ("an estimated 100,000", 90_000, 110_000), ("some half million", 450_000, 550_000),
    ("about a dozen", 10, 14), ("about five", 4, 6), ("200 or so", 180, 220), ("40-odd", 36, 44), ("~ 60", 54, 66),
    ("perhaps 30", 27, 33), ("in the region of 80", 72, 88), ("an estimated 60,000 to 70,000", 54_000, 77_000),
    ("nearly 100", 90, 100), ("almost 8,000", 7_200, 8_000), ("close to 60", 54, 60), ("just under 50", 45, 50),
    ("nearly two dozen", 21, 24), ("just over 100", 101, 110), ("slightly more than 20", 21, 22),
    ("just over 0", 1, 1),
    ("about another 90", 81, 99),
    ("at least some 40", 36, None), ("up to about 40", 0, 44), ("between about 40 and 50", 36, 55),
    ("between 40 and about 50", 36, 55),
]  # fmt: skip

NOT_COUNTS = [
    ("27-year", "duration"), ("27 years", "duration"), ("two weeks", "duration"), ("aged 27", "duration"),
    ("12-year-old", "duration"), ("40 percent", "share"), ("40%", "share"), ("20 per cent", "share"),
    ("half", "share"),
    ("nearly half", "share"), ("a third", "share"), ("two-thirds", "share"), ("one in five", "share"),
    ("most", "share"),
    ("the majority", "share"), ("all but one", "share"), ("a quarter", "share"), ("4th", "rank"), ("21st", "rank"),
    ("second", "rank"), ("the third", "share"), ("No. 4", "label"), ("#7", "label"), ("tenfold", "ratio"),
    ("twice as many", "ratio"), ("10 times more", "ratio"), ("double", "ratio"), ("an unknown number", "not known"),
    ("an undisclosed number", "not known"), ("-5", "negative"), ("-0", "negative"), ("minus five", "negative"),
    ("1,000.5", "whole"), ("1.000,5", "whole"), ("3,5", "whole"), ("2.75", "whole"), ("10^400", "formula"),
    ("1/3", "formula"),
    ("9" * 400, "too large"), ("9" * 100, "too large"), ("99 trillion", "too large"), ("x" * 400, "too long"),
    ("XII", "no number"), ("", "no words"),
    ("   ", "no words"), ("more", "no number"), ("huge amounts", "no number"), ("villagers", "no number"),
    ("12, 13 and 14", "more than one"), ("?", "no number"), ("\ud800", "no number"), ("\u200b", "no words"),
]  # fmt: skip

AMOUNTS = [
    ("$2.7 million", 2_700_000, 2_700_000, "money"), ("€500", 500, 500, "money"),
    ("more than $400", 401, None, "money"),
    ("Rs 13 billion", 13 * 10**9, 13 * 10**9, "money"), ("RM177mil", 177_000_000, 177_000_000, "money"),
    ("$5. 2 million", 5_200_000, 5_200_000, "money"), ("billions of dollars", 2 * 10**9, None, "money"),
    ("ten kilograms", 10, 10, "measure"), ("1 500km", 1_500, 1_500, "measure"), ("3.5 tonnes", 3, 4, "measure"),
    ("1,000-pound", 1_000, 1_000, "weight"), ("nearly 20 miles", 18, 20, "measure"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), EXACT)
def test_a_number_is_itself(words, value):
    bounds = read_quantity(words)
    assert (bounds.lower, bounds.upper, bounds.approx, bounds.figure) == (value, value, False, True)
    assert bounds.words == words


@pytest.mark.parametrize(("words", "lower", "upper"), RANGES)
def test_a_range_has_the_bounds_of_the_table(words, lower, upper):
    bounds = read_quantity(words)
    assert (bounds.lower, bounds.upper, bounds.figure) == (lower, upper, True)
    assert bounds.how != "as said"


@pytest.mark.parametrize(("words", "lower", "upper"), APPROXIMATE)
def test_an_approximation_is_labelled(words, lower, upper):
    bounds = read_quantity(words)
    assert (bounds.lower, bounds.upper, bounds.figure) == (lower, upper, True)
    assert bounds.approx


@pytest.mark.parametrize(("words", "reason"), NOT_COUNTS)
def test_what_is_no_count_has_no_bounds_and_a_reason(words, reason):
    bounds = read_quantity(words)
    assert (bounds.lower, bounds.upper, bounds.figure) == (None, None, False)
    assert reason in bounds.how


@pytest.mark.parametrize(("words", "lower", "upper", "reason"), AMOUNTS)
def test_money_and_measures_keep_their_amount(words, lower, upper, reason):
    bounds = read_quantity(words)
    assert (bounds.lower, bounds.upper, bounds.figure) == (lower, upper, False)
    assert reason in bounds.how


def test_an_open_lower_end_is_flagged():
    assert "lower end is open" in read_quantity("up to 32").how


@pytest.mark.parametrize("row", load("bounds")["modifier"], ids=lambda row: row["rule"])
def test_the_examples_of_the_table_hold(row):
    bounds = read_quantity(row["example"])
    assert (bounds.lower, bounds.upper) == (row.get("lower"), row.get("upper"))
    assert row["rule"] in RULES
    assert explain(row["rule"]).endswith(".")


@pytest.mark.parametrize("word", [word for row in load("bounds")["modifier"] for word in row["words"]])
def test_every_modifier_of_the_table_is_read(word):
    assert read_quantity(f"{word} 50").figure


@pytest.mark.parametrize("row", load("bounds")["vague"], ids=lambda row: row["words"][0])
def test_every_vague_word_has_the_bounds_of_its_row(row):
    for word in row["words"]:
        bounds = read_quantity(word)
        assert (bounds.lower, bounds.upper) == (row["lower"], row.get("upper"))


def test_the_table_for_the_docs_has_a_reason_in_every_row():
    rows = bounds_table()
    assert len(rows) == len(load("bounds")["modifier"]) + len(load("bounds")["vague"])
    assert all(row.reason and row.words and row.example for row in rows)


WORDS = st.sampled_from(
    [
        *(word for table in ("units", "tens", "scales") for word in load("numbers")[table]),
        *(word for row in load("bounds")["modifier"] for word in row["words"] + row["after"]),
        *(word for row in load("bounds")["vague"] for word in row["words"]),
        *("between", "and", "to", "-", "or", "a", "half", "quarter", "of", "12", "1,5", "1.000", "$", "%", "but"),
        *("times", "no", "as", "no.", "+", "(", "٣", "½", "²", "10^400"),
    ]
)


def check(words):
    bounds = read_quantity(words)
    assert bounds.words == words
    assert bounds.how
    assert bounds.lower is None or bounds.lower >= 0
    assert None in (bounds.lower, bounds.upper) or bounds.lower <= bounds.upper
    assert not bounds.figure or bounds.lower is not None


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(words):
    check(words)


@given(st.lists(WORDS, max_size=10).map(" ".join))
def test_any_mix_of_number_words_is_read_or_refused(words):
    check(words)


@given(st.integers(0, 10**10))
def test_every_whole_number_is_itself_in_any_grouping(number):
    for text in (str(number), f"{number:,}", f"{number:,}".replace(",", " ")):
        assert (read_quantity(text).lower, read_quantity(text).upper) == (number, number)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_the_bounds_of_a_range_are_its_ends(one, other):
    bounds = read_quantity(f"between {one:,} and {other:,}")
    assert (bounds.lower, bounds.upper) == (min(one, other), max(one, other))
