"""Words that name a country: its names, adjectives and people."""

from functools import cache

from rashomon.vocab import table

COLUMNS = ("name", "names", "adjectives", "people")


@cache
def country_codes() -> dict[str, str]:
    """ISO alpha-3 code by every word for a country, case folded, as the table writes it (an article included)."""
    return {
        words.strip().casefold(): row["country"]
        for row in table("countries")
        for column in COLUMNS
        for words in (row[column] or "").split(";")
        if words.strip()
    }
