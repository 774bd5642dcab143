"""The vocabulary files: loaded once, complete, and every convention with its reason."""

from importlib import resources

import pytest

from rashomon.vocab import load

FILES = sorted(
    entry.name.removesuffix(".toml")
    for entry in resources.files("rashomon.vocab").iterdir()
    if entry.name.endswith(".toml")
)


@pytest.mark.parametrize("name", FILES)
def test_every_file_loads_and_holds_something(name):
    assert load(name)


def test_a_file_is_read_once():
    assert load("times") is load("times")


def test_a_missing_file_is_an_error():
    with pytest.raises(FileNotFoundError):
        load("no such words")


@pytest.mark.parametrize("row", load("bounds")["modifier"] + load("bounds")["vague"], ids=lambda row: row["words"][0])
def test_every_bound_gives_its_reason(row):
    assert len(row["reason"]) > 20
    assert row.get("upper") is None or row.get("lower", 0) <= row["upper"]


@pytest.mark.parametrize("part", load("times")["part"], ids=lambda part: part["words"][0])
def test_every_part_of_the_day_gives_its_reason(part):
    assert part["reason"]
    assert "00:00" <= part["from"] <= "23:59"
    assert "00:00" <= part["to"] <= "23:59"


def test_the_calendar_is_whole():
    assert len(load("times")["months"]) == 12
    assert len(load("times")["weekdays"]) == 7


@pytest.mark.parametrize("table", ["units", "tens", "scales", "suffixes", "ordinals"])
def test_number_words_have_whole_values(table):
    assert all(isinstance(value, int) and value >= 0 for value in load("numbers")[table].values())
