"""The register's and the gazetteer's tables: CSV files of the vocabulary, read once."""

import csv
from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``<name>.csv`` in the vocabulary, in order; treat them as read-only."""
    text = resources.files("rashomon.vocab").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def parts(cell: str) -> tuple[str, ...]:
    """The items of a cell that lists several, parted by semicolons."""
    return tuple(item.strip() for item in cell.split(";") if item.strip())
