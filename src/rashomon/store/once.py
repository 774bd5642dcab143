"""Records that share what they have in common: of equal texts, spans and voices in those read together one is held."""

from collections.abc import Hashable
from functools import cache
from typing import Any, Final, TypeVar

import msgspec

from rashomon.records import Period, Span, Voice

SHARED: Final = (Span, Period, Voice)
"""What claims of one sentence have in common."""
R = TypeVar("R", bound=msgspec.Struct)


class Once:
    """Gives back records of a file with each text that an earlier one holds too in the place of their own.

    Nine in ten of the texts in claims are repeats (the report's id, the sentence, the maker, the reason), and make up
    two fifths of their memory; the spans, times and voices that claims of one sentence share are a tenth. Only for
    records just decoded, that nobody else has seen: it sets their fields.
    """

    def __init__(self) -> None:
        self._held: dict[str, str] = {}
        self._parts: dict[Hashable, Any] = {}

    def __call__(self, record: R) -> R:
        """The record itself, with its texts shared."""
        hold = self._held.setdefault
        for name in _fields(type(record)):
            value = getattr(record, name)
            if type(value) is str:
                msgspec.structs.force_setattr(record, name, hold(value, value))
            elif value:
                self._inside(value)
                if type(value[0] if type(value) is tuple else value) in SHARED:
                    msgspec.structs.force_setattr(record, name, self._parts.setdefault(value, value))
        return record

    def _inside(self, value: Any) -> None:
        if isinstance(value, msgspec.Struct):
            self(value)
        elif type(value) is tuple:
            for item in value:
                if isinstance(item, msgspec.Struct):
                    self(item)
        elif type(value) is dict:
            for key, item in value.items():
                if type(item) is str:
                    value[key] = self._held.setdefault(item, item)
                else:
                    self._inside(item)


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a record that may hold a text."""
    plain = {int, float, bool, int | None}
    return tuple(field.name for field in msgspec.structs.fields(kind) if field.type not in plain)
