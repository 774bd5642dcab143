"""The rows of the page are the same in Python and in TypeScript: names, and what is left out at its default.

``show/page/data.py`` is ``page/src/data.ts``, ``data_ties.py`` is ``data-ties.ts``, and so on; each row's defaults are
filled in by a constant of its name in capitals.
"""

import importlib
import re
from pathlib import Path

import msgspec
import pytest

from rashomon.show.page import data
from rashomon.show.page.row import Row

PYTHON = Path(data.__file__).parent
PAGE = Path(__file__).parents[3] / "page" / "src"
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PAGE.glob("*.ts")))
INTERFACE = re.compile(r"export interface (\w+) \{(.*?)\n\}", re.DOTALL)
FIELD = re.compile(r"^ {2}(\w+)\??:", re.MULTILINE)
FILES = sorted(path.stem for path in PYTHON.glob("data*.py"))


def typed(file: str) -> dict[str, list[str]]:
    """The fields of each interface of the file of the same name in TypeScript."""
    text = (PAGE / f"{file.replace('_', '-')}.ts").read_text(encoding="utf-8")
    return {name: FIELD.findall(body) for name, body in INTERFACE.findall(text)}


def rows(file: str) -> dict[str, type[Row]]:
    """The rows of a file in Python."""
    module = importlib.import_module(f"rashomon.show.page.{file}")
    return {row.__name__: row for row in Row.__subclasses__() if row.__module__ == module.__name__}


ROWS = [(file, name) for file in FILES for name in rows(file)]


@pytest.mark.parametrize("file", FILES)
def test_both_have_the_same_rows(file: str) -> None:
    assert set(typed(file)) == set(rows(file))


@pytest.mark.parametrize(("file", "name"), ROWS)
def test_a_row_has_the_same_fields(file: str, name: str) -> None:
    assert typed(file)[name] == [field.encode_name for field in msgspec.structs.fields(rows(file)[name])]


@pytest.mark.parametrize(("file", "name"), ROWS)
def test_every_default_is_filled_in(file: str, name: str) -> None:
    left_out = [field.encode_name for field in msgspec.structs.fields(rows(file)[name]) if not field.required]
    found = re.search(rf"^(?:export )?const {name.upper()} = (\{{.*?\}});$", SOURCE, re.MULTILINE | re.DOTALL)
    assert set(left_out) == set(re.findall(r"(\w+):", found[1]) if found else [])
