"""The rows of the page are the same in Python and in TypeScript: names, and what is left out at its default."""

import re
from pathlib import Path

import msgspec
import pytest

from rashomon.show.page import data

PAGE = Path(__file__).parents[3] / "page" / "src"
INTERFACE = re.compile(r"export interface (\w+) \{(.*?)\n\}", re.DOTALL)
FIELD = re.compile(r"^ {2}(\w+)\??:", re.MULTILINE)
TYPED = {name: FIELD.findall(body) for name, body in INTERFACE.findall((PAGE / "data.ts").read_text(encoding="utf-8"))}
ROWS = {row.__name__: row for row in data.Row.__subclasses__() if row.__module__ == data.__name__}


def test_both_have_the_same_rows() -> None:
    assert set(TYPED) == set(ROWS)


@pytest.mark.parametrize("name", sorted(ROWS))
def test_a_row_has_the_same_fields(name: str) -> None:
    assert TYPED[name] == [field.encode_name for field in msgspec.structs.fields(ROWS[name])]


@pytest.mark.parametrize("name", sorted(ROWS))
def test_every_default_is_filled_in(name: str) -> None:
    opened = (PAGE / "case.ts").read_text(encoding="utf-8")
    left_out = [field.encode_name for field in msgspec.structs.fields(ROWS[name]) if not field.required]
    found = re.search(rf"^const {name.upper()} = (\{{.*?\}});$", opened, re.MULTILINE | re.DOTALL)
    filled = re.findall(r"(\w+):", found[1]) if found else []
    if name == "Head":
        filled = re.findall(r"(\w+): 0", re.search(r"head: (\{.*?\})", opened)[1])  # type: ignore[index]
    assert set(left_out) == set(filled)
