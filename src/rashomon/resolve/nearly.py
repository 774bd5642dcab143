"""Towns whose names are spelt nearly as a report has them, where the report says in which region they lie."""

from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Indel

from rashomon.resolve.cities import cities, spellings
from rashomon.resolve.countries import countries
from rashomon.resolve.gazetteer import MANY_TOWNS, Spot, town_of
from rashomon.values.names import name_key

# Letters of a name that may be misspelt, and how like another it must be.
NEAR_LETTERS: Final = 5
NEAR_RATIO: Final = 0.82


@lru_cache(maxsize=256)
def _of_region(admin1: tuple[str, str]) -> dict[str, int]:
    """Rows by key of every spelling of the towns of a first-level region."""
    country = countries().get(admin1[0])
    start, end = cities().spans.get(country.alpha2, (0, 0)) if country else (0, 0)
    if country is None or not 0 < end - start <= MANY_TOWNS:
        return {}
    held = {row for row in range(start, end) if cities().admin1(row) == admin1[1]}
    found = {key: row for key, rows in spellings(country.alpha2).items() for row in rows if row in held}
    return found | {name_key(cities().names[row]): row for row in held}


@lru_cache(maxsize=4096)
def misspelt(key: str, admin1: tuple[str, str]) -> tuple[str, Spot] | None:
    """The only town of a first-level region that is spelt nearly as the key, and its spelling; None if there is none.

    Looser than `rashomon.values.names.alike`, because the region narrows the choice to a few hundred towns.
    """
    if len(key) < NEAR_LETTERS:
        return None
    rows = _of_region(admin1)
    near = process.extract(key, list(rows), scorer=Indel.normalized_similarity, score_cutoff=NEAR_RATIO, limit=8)
    near = [item for item in near if item[0][0] == key[0]]
    towns = {rows[spelling] for spelling, ratio, _ in near if ratio >= near[0][1] - 0.02}
    return (near[0][0], town_of(rows[near[0][0]], spelt=False)) if len(towns) == 1 else None
