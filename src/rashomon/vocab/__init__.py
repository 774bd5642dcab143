"""The words of the field as data: one TOML or CSV file per subject beside this module, and what reads each once."""

import csv
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of ``<name>.toml`` in this folder, read once per process; treat what comes back as read-only.

    Raises FileNotFoundError where there is no such file: a missing vocabulary is a broken installation.
    """
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``<name>.csv`` in this folder, in order, read once per process; treat them as read-only.

    Raises FileNotFoundError where there is no such file, as `load` does.
    """
    text = resources.files(__name__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
