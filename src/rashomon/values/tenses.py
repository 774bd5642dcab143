"""The tense in which a stretch of text is told, from the verb forms before it."""

import re
from typing import Final, Literal

from rashomon.vocab import load

Tense = Literal["past", "present", "future"]

_REACH: Final = 80
"""Characters before it that are looked at; a clause is rarely longer."""
_END: Final = re.compile(r"[.!?;](?:\s|['\"”’])|\n\s*\n|``|''")
_WORD: Final = re.compile(r"[a-z]{1,30}|['’][a-z]{1,3}\b")
_FORMS: Final[dict[str, Tense]] = {
    word: tense for tense in ("future", "past", "present") for word in load("times")["tense"][tense]
}


def tense_at(text: str, start: int) -> Tense | None:
    """Past, present or future by the nearest verb form before a stretch, in its sentence; None where there is none."""
    before = text[max(0, start - _REACH) : start]
    cuts = [match.end() for match in _END.finditer(before)]
    for word in reversed(_WORD.findall(before[cuts[-1] if cuts else 0 :].lower())):
        if word in _FORMS:
            return _FORMS[word]
        if len(word) > 4 and word.endswith("ed"):
            return "past"
    return None
