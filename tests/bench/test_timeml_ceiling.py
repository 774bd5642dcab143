"""What the annotation of times leaves to any reader; the values are invented."""

from datetime import date

import pytest
import timeml_ceiling
from timeml_ceiling import Case

from rashomon.values.timex import Timex

MADE = date(2031, 5, 14)  # a Wednesday


def case(words, value, article="one", made=MADE, right=False):
    return Case(article, made, words, Timex("DATE", value), right)


@pytest.mark.parametrize(
    ("value", "counted"),
    [
        ("2031-05-12", "d-2"), ("2031-05-13TNI", "d-1TNI"), ("2031-W20", "w0"), ("2031-W19-WE", "w-1-WE"),
        ("2030-11", "m-6"), ("2030-Q3", "y-1-Q3"), ("2033", "y2"), ("P3D", "P3D"), ("PAST_REF", "PAST_REF"),
        ("2031-02-31", "2031-02-31"),
    ],
)  # fmt: skip
def test_values_are_counted_from_the_article(value, counted):
    assert timeml_ceiling.beside(value, MADE) == counted


def test_one_wording_of_two_values_has_a_best_one():
    later = date(2032, 3, 4)
    group = [
        case("last year", "2030"),
        case("last year", "2031", "two", later),
        case("last year", "2031-Q1", "three", later),
        case("Last year's", "2030", "four"),
        case("Friday", "2031-05-09"),
        case("Friday", "2032-02-27", "two", later),
    ]
    year, *fridays = timeml_ceiling.by_wording(group)
    assert [len(each) for each in (year, *fridays)] == [4, 1, 1]
    assert timeml_ceiling.most(year) == 3
    assert timeml_ceiling.learnt(year) == 3


def test_what_other_articles_teach_is_not_taken_from_the_same_one():
    assert timeml_ceiling.learnt([case("then", "2030"), case("then", "2030")]) == 0


@pytest.mark.parametrize(
    ("words", "value", "fault"),
    [
        ("Tuesday", "2031-05-14", "another weekday"), ("Wednesday", "2031-05-14", ""),
        ("Wednesday night", "2031-05-14", "no part of the day"), ("Wednesday night", "2031-05-14TNI", ""),
        ("July last year", "2030-06", "another month"), ("May 13", "2031-05-14", "another day"),
        ("2030", "2029", "another year"), ("six months", "P6D", "another amount"), ("six months", "P6M", ""),
        ("last week", "2031-05", "another unit"), ("last week", "2031-WXX", timeml_ceiling.OPEN),
        ("last week", "2031-W19", ""), ("the quarter", "2031-QX", timeml_ceiling.OPEN), ("a raid", "2031-05-14", ""),
        ("today", "2031-02-31", "no day of the calendar"),
    ],
)  # fmt: skip
def test_values_against_their_words(words, value, fault):
    assert timeml_ceiling.against_words(words, value) == fault


def test_the_rows():
    found = [case("Tuesday", "2031-05-13", right=True), case("Tuesday", "2031-05-14", "two")]
    rows = {name: (count, share) for name, count, share in timeml_ceiling.rows(found)}
    assert rows["all, ours"] == (2, 50.0)
    assert rows["all, best value a wording"] == (2, 50.0)
    assert rows["against its words: another weekday, ours"] == (1, 0.0)
    assert rows["the rest, ours"] == (1, 100.0)
