"""GeoNames' dump (allCountries.zip, or one country's) into an indexed file: streamed, and in place only when whole."""

import io
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

import apsw

from rashomon.errors import InputError, TooLarge
from rashomon.resolve.whole import FORMAT, About, about, bearers, kind_of_feature, opened
from rashomon.values.names import name_keys

CLASSES: Final = "APTHLS"
"""The feature classes that may be kept: areas, populated places, mountains, water, parks and regions, spots."""
COLUMNS: Final = 19
_BATCH: Final = 20_000
_MOST_LINE: Final = 200_000  # characters; the longest line of the dump of 2025 has 14,000
_MOST_NAMES: Final = 60
_LATIN_END: Final = "\u0250"
_TABLES: Final = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, kind TEXT, country TEXT, admin1 TEXT,
  population INTEGER);
CREATE TABLE name (key TEXT, id INTEGER, spelt INTEGER);
"""

Progress = Callable[[int, int], object]
Row = tuple[int, str, float, float, str, str, str, int]


def import_dump(
    source: Path, target: Path, classes: str = CLASSES, progress: Progress = lambda done, all_: None
) -> About:
    """Read GeoNames' dump at ``source`` (zip or text) into ``target``, which is replaced when all is read.

    ``classes``: letters of the feature classes to keep. ``progress`` is told bytes read and bytes in all. Raises
    InputError where the file is no dump, a line does not fit, or there is no room; ``target`` is then as it was.
    """
    if not classes or set(classes) - set(CLASSES):
        raise InputError(classes, f"feature classes are letters out of {CLASSES}")
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with _lines(source) as (lines, size):
            _write(half, lines, source.name, classes, lambda done: progress(done, size))
        os.replace(half, target)
    except apsw.FullError as error:
        raise InputError(str(target), "no room on the disk; nothing was changed") from error
    except OSError as error:
        raise InputError(
            str(source), f"can't be read or kept ({error.strerror or error}); nothing was changed"
        ) from error
    finally:
        half.unlink(missing_ok=True)
    opened.cache_clear()
    bearers.cache_clear()
    held = about(target)
    assert held is not None
    return held


@contextmanager
def _lines(source: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The dump's bytes and how many they are: the one text file of a zip, or the file itself."""
    with source.open("rb") as raw:
        if raw.read(4) != b"PK\x03\x04":
            raw.seek(0)
            yield raw, source.stat().st_size
            return
    try:
        with zipfile.ZipFile(source) as packed:
            names = [info for info in packed.infolist() if info.filename.lower().endswith(".txt")]
            names = [info for info in names if "readme" not in info.filename.lower()]
            if len(names) != 1:
                raise InputError(str(source), "no dump of GeoNames: the zip must hold one text file")
            with packed.open(names[0]) as inner:
                yield inner, names[0].file_size
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        raise InputError(str(source), f"a damaged zip file ({error})") from error


def _write(half: Path, lines: IO[bytes], source: str, classes: str, told: Callable[[int], object]) -> None:
    """The indexed file, half done until it is closed."""
    half.unlink(missing_ok=True)
    to = apsw.Connection(str(half))
    try:
        # a file that is thrown away if it is not finished
        to.execute("PRAGMA journal_mode = OFF").fetchall()
        to.execute("PRAGMA synchronous = OFF").fetchall()
        to.execute(_TABLES).fetchall()
        places = 0
        for batch, done in _batches(lines, classes):
            with to:
                to.executemany(
                    "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [row for row, _ in batch]
                )
                to.executemany("INSERT INTO name VALUES (?, ?, ?)", _keys(batch))
            places += len(batch)
            told(done)
        if not places:
            raise InputError(source, "no place of the wanted classes is in it")
        to.execute("CREATE INDEX name_key ON name (key)")
        count = to.execute("SELECT count(*) FROM place").fetchall()[0][0]
        names = to.execute("SELECT count(*) FROM name").fetchall()[0][0]
        facts = {"format": FORMAT, "source": source, "places": count, "names": names, "classes": classes}
        to.executemany("INSERT INTO about VALUES (?, ?)", [(key, str(value)) for key, value in facts.items()])
    finally:
        to.close()


def _batches(lines: IO[bytes], classes: str) -> Iterator[tuple[list[tuple[Row, list[str]]], int]]:
    """Rows with their other names, some thousands at a time, and the bytes read so far."""
    batch: list[tuple[Row, list[str]]] = []
    done = 0
    for number, line in enumerate(_text(lines), start=1):
        done += len(line)
        found = _row(line, number, classes)
        if found is not None:
            batch.append(found)
        if len(batch) >= _BATCH:
            yield batch, done
            batch = []
    yield batch, done


def _text(lines: IO[bytes]) -> Iterator[str]:
    """The lines; InputError for what is no UTF-8, TooLarge for one without end."""
    reader = io.TextIOWrapper(lines, encoding="utf-8", newline="\n")
    try:
        while line := reader.readline(_MOST_LINE):
            if len(line) == _MOST_LINE:
                raise TooLarge("dump", f"a line of more than {_MOST_LINE} characters: no dump of GeoNames")
            yield line
    except UnicodeDecodeError as error:
        raise InputError("dump", "no text in UTF-8, as GeoNames writes it") from error
    finally:
        reader.detach()


def _row(line: str, number: int, classes: str) -> tuple[Row, list[str]] | None:
    """A line as a row and its other spellings; None if it isn't wanted."""
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) != COLUMNS:
        reason = f"line {number} has {len(cells)} columns; a dump of GeoNames has {COLUMNS}, parted by tabs"
        raise InputError("dump", reason)
    if cells[6] not in classes or not cells[6]:
        return None
    kind = kind_of_feature(cells[6], cells[7])
    if kind is None:
        return None
    try:
        lat, lon = float(cells[4]), float(cells[5])
        row = (int(cells[0]), cells[1], lat, lon, kind, cells[8], cells[10], int(cells[14] or 0))
    except ValueError as error:
        raise InputError("dump", f"line {number}: the id, point or population is no number") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise InputError("dump", f"line {number}: {lat}, {lon} is no point on the earth")
    others = [cells[2], *cells[3].split(",")[:_MOST_NAMES]]
    return row, [name for name in dict.fromkeys(others) if name != cells[1] and _is_spelling(name)]


def _is_spelling(name: str) -> bool:
    """Whether a name is in Latin letters and no code or transliteration by machine."""
    return len(name) > 2 and name[0].isupper() and name[0] < _LATIN_END and "\n" not in name


def _keys(batch: list[tuple[Row, list[str]]]) -> Iterator[tuple[str, int, int]]:
    """(key, id, whether it is the usual name), each key of a place once."""
    flat = [(name, row[0], spelt) for row, others in batch for name, spelt in [(row[1], 1), *((o, 0) for o in others)]]
    seen: set[tuple[str, int]] = set()
    keys = name_keys([name.replace("\n", " ") for name, _, _ in flat])
    for key, (_, identity, spelt) in zip(keys, flat, strict=True):
        if key and (key, identity) not in seen:
            seen.add((key, identity))
            yield key, identity, spelt
