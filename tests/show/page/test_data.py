"""The rows of the page are the same in Python and in TypeScript: names, and what is left out at its default.

``show/page/data.py`` is ``page/src/data.ts``, ``data_ties.py`` is ``data-ties.ts``, and so on; what rows leave out
at its default goes with the case, by `row.told`.
"""

import importlib
import json
import re
from pathlib import Path

import msgspec
import pytest

from rashomon.show.page import data
from rashomon.show.page.data import Case
from rashomon.show.page.row import Row, told

PYTHON = Path(data.__file__).parent
PAGE = Path(__file__).parents[3] / "page" / "src"
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


def test_what_is_left_out_is_told_of_every_row() -> None:
    known = told(Case)
    every = {name: row for file in FILES for name, row in rows(file).items()}
    for name, row in every.items():
        fields = msgspec.structs.fields(row)
        left_out, held = known.get(name, ({}, {}))
        assert left_out == {field.encode_name: field.default for field in fields if not field.required}
        types = dict(zip((field.encode_name for field in fields), row.__annotations__.values(), strict=True))
        assert held == {field: other for field, other in held.items() if re.search(rf"\b{other}\b", str(types[field]))}
        assert set(held.values()) == {other for other in known if re.search(rf"\b{other}\b", str(types.values()))}


def test_the_rows_that_the_pages_own_tests_fill_in_are_those_of_today() -> None:
    kept = (PAGE.parent / "tests" / "rows.json").read_bytes()
    assert json.loads(kept) == json.loads(msgspec.json.encode(told(Case)))
