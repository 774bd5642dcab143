"""What all rows of the page have in common, and what its program must know to read them."""

from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec

Rows = dict[str, tuple[dict[str, Any], dict[str, str]]]


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of the page's rows."""


@cache
def told(row: type[Row]) -> Rows:
    """By its name, what is left out of a row at its default, and which of its fields hold which rows; and of those too.

    Rows that leave out nothing and hold none are not told. The page fills them in by this (`page/src/filled.ts`).
    """
    fields, hints = msgspec.structs.fields(row), get_type_hints(row)
    left_out = {field.encode_name: field.default for field in fields if not field.required}
    held = {field.encode_name: inner for field in fields for inner in _held(hints[field.name])}
    inside = {name: what for inner in held.values() for name, what in told(inner).items()}
    names = {field: inner.__name__ for field, inner in held.items() if inner.__name__ in inside}
    return inside | ({row.__name__: (left_out, names)} if left_out or names else {})


def _held(hint: Any) -> tuple[type[Row], ...]:
    """The row that a field holds, alone, in lists, or not at all."""
    if isinstance(hint, type) and issubclass(hint, Row):
        return (hint,)
    return tuple(inner for part in get_args(hint) for inner in _held(part))
