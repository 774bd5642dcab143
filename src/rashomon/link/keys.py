"""Blocking: which accounts of different reports are compared at all, so that pairs grow with reports, not with pairs.

Two accounts are compared if they share a key. A key joins a family of acts, a stretch of time, and something else in
common: a place, somebody in it, a rare name, or a count. Towns meet towns of the same or neighbouring half degree; an
account that names only a province or country meets all of that country, but towns do not meet each other through their
country.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from math import floor
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rashomon.link.account import EVER, NEVER, Account, Days, narrowest
from rashomon.link.families import family
from rashomon.link.linker import Pair
from rashomon.link.words import rarity
from rashomon.records import Place
from rashomon.values.place import proper_words, width

Key = tuple[str, ...]
"""What two accounts of one family and stretch can have in common: ("cell", row, column), ("actor", id) ..."""

BUCKET: Final = 4  # days in a bucket of time; accounts reach into the buckets a day to either side
CELL: Final = 0.5  # degrees, about 55 km; accounts reach into the cells 0.25 degrees (about 28 km) to either side
BEFORE: Final = 10  # an account without a time may be of anything in so many days before its report
WIDE: Final = 40  # longer times meet by the year
LEAST_COUNT: Final = 10  # smaller counts are shared by chance
RARE: Final = 5.5  # bits: names in more than one report of 45 are shared by chance
PART: Final = 65_536  # codes of pairs that are numbers of Python's, at 32 bytes each, at one time
CROWD: Final = 150  # a block larger than this is split by what else its accounts share


def candidate_pairs(accounts: Sequence[Account]) -> Iterator[Pair]:
    """Pairs of different reports' accounts that share a key, each once, ordered by (published, document, start).

    They come one by one, and only one stretch of time is held in blocks at once: 100,000 reports have some five
    million pairs.
    """
    ordered = sorted(accounts, key=lambda account: (account.order, account.claim))
    codes = _codes(ordered)
    for some in np.array_split(codes, len(codes) // PART + 1):
        for code in some.tolist():
            a, b = divmod(code, len(ordered))
            yield Pair(left=ordered[a], right=ordered[b])


def _codes(ordered: Sequence[Account]) -> NDArray[np.int64]:
    """The pairs that share a key, each once and in order, as numbers: the one's place, times all, and the other's."""
    seen: dict[Key, Key] = {}
    subjects = [tuple({seen.setdefault(key, key): None for key in _subjects(account)}) for account in ordered]
    exact = [account.time is not None and account.time[1] - account.time[0] <= WIDE for account in ordered]
    stretch: dict[tuple[str, str], list[int]] = {}
    for number, account in enumerate(ordered):
        for part in {(kind, when): None for kind in map(family, account.types) for when in stretches(account)}:
            stretch.setdefault(part, []).append(number)
    codes = array("q")
    for (_, when), numbers in stretch.items():
        blocks: dict[Key, list[int]] = {}
        for number in numbers:
            for key in subjects[number]:
                blocks.setdefault(key, []).append(number)
        # two exact times meet by their days or not at all; by the year they meet only vague ones
        days = not when.startswith("y")
        met = (pair for key in blocks for pair in _meet(key, blocks, ordered))
        codes.extend({a * len(ordered) + b for a, b in met if days or not (exact[a] and exact[b])})
    return np.unique(np.frombuffer(codes, dtype=np.int64))


def stretches(account: Account) -> Iterator[str]:
    """The buckets of time that an account reaches into: of days, or of years for long and vague times."""
    time = account.time
    if time is None and not (account.background or account.lasting):
        time = _before(account.told)
    if time is None or time[1] - time[0] > WIDE:
        yield from _years(time)
        return
    for bucket in range((time[0] - 1) // BUCKET, (time[1] + 1) // BUCKET + 1):
        yield f"d{bucket}"
    if account.background or account.lasting:
        yield from _years(time)


def _subjects(account: Account) -> Iterator[Key]:
    places = account.places or account.around or account.ground
    least = narrowest(places)
    for place in places if any(p.lat is None for p in least) else least:
        yield from _scenes(place)
    if not any(place.country and place.lat is not None for place in account.places):
        for actor in sorted(account.agents | account.targets):
            yield "actor", actor
    for person in sorted(account.people):
        if rarity(person) >= RARE:
            yield "person", person
    for name in sorted(account.names - account.people):
        if rarity(name) >= RARE:
            yield "name", name
    for figure in account.figures:
        if figure.low is not None and figure.low >= LEAST_COUNT:
            yield "figure", figure.measure, str(figure.low), str(figure.high)


def _scenes(place: Place) -> Iterator[Key]:
    if place.country and width(place) >= 2:
        yield "wide", place.country
    elif place.country:
        yield "in", place.country
    if place.lat is None or place.lon is None or width(place) >= 3:
        yield "place", place.id
        if place.lat is None:
            yield from (("named", word) for word in sorted(proper_words(place)))
        return
    reach = CELL / 2
    rows = range(floor((place.lat - reach) / CELL), floor((place.lat + reach) / CELL) + 1)
    columns = range(floor((place.lon - reach) / CELL), floor((place.lon + reach) / CELL) + 1)
    for row in rows:
        for column in columns:
            yield "cell", str(row), str(column)


def _meet(key: Key, blocks: Mapping[Key, list[int]], ordered: Sequence[Account]) -> Iterator[tuple[int, int]]:
    """The pairs of one block; wide places meet also those that lie in them, which do not meet each other."""
    if key[0] == "in":
        return
    block = blocks[key]
    inner = blocks.get(("in", *key[1:]), []) if key[0] == "wide" else []
    if len(block) * (len(block) + len(inner)) <= CROWD * CROWD:
        meetings: Iterator[tuple[int, int]] = chain(combinations(block, 2), product(block, inner))
    else:
        meetings = _in_common(block, inner, ordered)
    for a, b in meetings:
        if ordered[a].document != ordered[b].document:
            yield min(a, b), max(a, b)


def _in_common(block: list[int], inner: list[int], ordered: Sequence[Account]) -> Iterator[tuple[int, int]]:
    """The pairs of a crowded block that share somebody, a count or a name that is not itself common in the block."""
    shared: dict[Key, tuple[list[int], list[int]]] = {}
    for side, numbers in enumerate((block, inner)):
        for number in numbers:
            for token in _tokens(ordered[number]):
                shared.setdefault(token, ([], []))[side].append(number)
    for outer, within in shared.values():
        if len(outer) * (len(outer) + len(within)) <= CROWD * CROWD:
            yield from combinations(outer, 2)
            yield from product(outer, within)


def _tokens(account: Account) -> Iterator[Key]:
    yield from (("actor", actor) for actor in account.agents | account.targets)
    yield from (("name", name) for name in account.names)
    yield from (("figure", f.measure, str(f.low), str(f.high)) for f in account.figures if f.low)


def _before(told: Days | None) -> Days | None:
    return None if told is None else (told[0] - BEFORE, told[1])


def _years(time: Days | None) -> Iterator[str]:
    if time is None:
        yield "undated"
        return
    if time[0] == NEVER or time[1] == EVER:
        return
    for year in range(time[0] // 365, time[1] // 365 + 1):
        yield f"y{year}"
