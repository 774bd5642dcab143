"""The actors that a user imported: kept with the case, known to the resolver beside the register."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from rashomon.engine.settings import Settings
from rashomon.errors import DamagedCase, InputError, TooLarge
from rashomon.records import Actor
from rashomon.resolve.listed import Listed
from rashomon.resolve.lists import Imported, read_list
from rashomon.resolve.register import register
from rashomon.store import View


def own_actors(view: View) -> tuple[Listed, ...]:
    """The imported actors of a case, by id; DamagedCase if they can't be read."""
    kept = view.meta().get("actors")
    try:
        return msgspec.json.decode(kept, type=tuple[Listed, ...]) if kept else ()
    except msgspec.DecodeError as error:
        raise DamagedCase("imported actors", f"they can't be read ({error})") from error


MOST_BYTES: Final = 64_000_000
"""The longest list that is read."""


def read_file(path: Path) -> Imported:
    """The actors of a list in a file (`rashomon.resolve.lists`); InputError, TooLarge."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TooLarge(str(path), f"is over {MOST_BYTES // 1_000_000} MB")
        return read_list(path.read_bytes(), str(path))
    except OSError as problem:
        raise InputError(str(path), f"can't be read ({problem.strerror})") from problem


def to_store(rows: Iterable[Listed]) -> str:
    """Imported actors as a case keeps them."""
    return msgspec.json.encode(sorted(rows, key=lambda row: row.id)).decode()


def registered(own: tuple[Listed, ...]) -> dict[str, Actor]:
    """Every actor of the register and of the imported lists, by id."""
    return {name: entry.actor for name, entry in register(own).entries.items()}


def knowing(settings: Settings, own: tuple[Listed, ...]) -> Settings:
    """The settings with a case's imported actors, beside those that the settings name."""
    if not own:
        return settings
    named = {row.id for row in own}
    others = [row for row in settings.resolver.own if row.id not in named]
    rows = tuple(sorted((*others, *own), key=lambda row: row.id))
    return msgspec.structs.replace(settings, resolver=msgspec.structs.replace(settings.resolver, own=rows))
