"""What is kept for the next start: the same answers, and nothing damaged or stale is ever read."""

import os
from array import array

import msgspec
import pytest

from rashomon.resolve import cities as towns
from rashomon.resolve import gazetteer
from rashomon.resolve.cities import Cities, cities, read_cities, read_spellings, sources, spellings
from rashomon.resolve.kept import _folder, kept
from rashomon.vocab import table


class Columns(msgspec.Struct):
    """A table as small as can be."""

    names: list[str]
    numbers: array


MADE = Columns(names=["Kolvarra", "Dé"], numbers=array("i", [7, -1]))


def never():
    raise AssertionError("made anew")


def keep(file, sources=b"one", make=lambda: MADE):
    return kept(file, sources, Columns, make)


@pytest.fixture
def file(tmp_path):
    """A file in which a table is kept."""
    path = tmp_path / "cache" / "table"
    assert keep(path) == MADE
    return path


def test_what_is_kept_is_not_made_again(file):
    assert keep(file, make=never) == MADE
    assert [path.name for path in file.parent.iterdir()] == ["table"]


def damaged(data, at):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"",
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: damaged(data, 0),
        lambda data: damaged(data, len(data) - 3),
        lambda data: b"something else" * 9,
    ],
)
def test_a_damaged_file_is_replaced(file, harm):
    whole = file.read_bytes()
    file.write_bytes(harm(whole))
    assert keep(file) == MADE
    assert file.read_bytes() == whole


def test_what_was_made_of_other_sources_is_replaced(file):
    other = Columns(names=["Vessendry"], numbers=array("i"))
    assert keep(file, b"two", lambda: other) == other
    assert keep(file, b"two", never) == other


def test_where_nothing_can_be_written_it_is_made_each_time(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert keep(blocked / "table") == MADE
    (tmp_path / "table").mkdir()  # what stands in the file's place is left alone
    assert keep(tmp_path / "table") == MADE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "table"]


def test_kept_towns_are_the_ones_read_and_find_the_same_places(tmp_path, monkeypatch):
    read, found = read_cities(), []
    kept(tmp_path / "towns", sources(), Cities, lambda: read)
    again = kept(tmp_path / "towns", sources(), Cities, never)
    assert again == read == cities()
    listed = [row["name"] for name in ("countries", "places", "regions") for row in table(name)]
    names = [*read.names[::60], *sorted(read.large)[::20], *listed]
    assert len(names) > 10_000
    for columns in (read, again):
        monkeypatch.setattr(gazetteer, "cities", lambda columns=columns: columns)
        found.append([gazetteer.spots.__wrapped__(name, ("MRT",)) for name in names])
    assert found[0] == found[1]


@pytest.mark.parametrize("country", ["ML", "SY", "ZW"])
def test_kept_spellings_are_the_ones_read(country):
    assert spellings.__wrapped__(country) == spellings.__wrapped__(country) == read_spellings(country)


@pytest.mark.parametrize("change", [lambda path: path.write_text("{ }"), lambda path: os.utime(path, (1, 1))])
def test_another_file_of_towns_is_another_source(tmp_path, monkeypatch, change):
    path = tmp_path / "cities500.json"
    path.write_text("{}")
    monkeypatch.setattr(towns, "_path", lambda name: path)
    before = sources.__wrapped__()
    assert before == sources.__wrapped__()
    change(path)
    assert before != sources.__wrapped__()


def test_who_has_no_home_keeps_nothing(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert keep(_folder() / "table") == MADE
    assert list(tmp_path.iterdir()) == []
