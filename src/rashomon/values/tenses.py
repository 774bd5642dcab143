"""The tense in which a stretch of text is told, from the verb forms about it."""

import re
from typing import Final, Literal

from rashomon.vocab import load

Tense = Literal["past", "present", "future"]

_REACH: Final = 120
"""Characters to either side that are looked at; a clause is rarely longer."""
_END: Final = re.compile(r"[.!?;](?:\s|['\"”’])|\n\s*\n|``|''")
_WORD: Final = re.compile(r"[a-z]{1,30}|['’][a-z]{1,3}\b")
_FORMS: Final[dict[str, Tense]] = {
    word: tense for tense in ("future", "past", "present") for word in load("times")["tense"][tense]
}


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """Past, present or future by the nearest verb form of the sentence, those before first; None: none known."""
    before = text[max(0, start - _REACH) : start]
    cuts = [match.end() for match in _END.finditer(before)]
    before = before[cuts[-1] :] if cuts else before
    found = _last(before)
    if found is not None:
        return found
    after = text[end : end + _REACH]
    cut = _END.search(after)
    return _first(after[: cut.start()] if cut else after)


def _last(clause: str) -> Tense | None:
    for word in reversed(_WORD.findall(clause.lower())):
        tense = _tense_of(word)
        if tense:
            return tense
    return None


def _first(clause: str) -> Tense | None:
    for word in _WORD.findall(clause.lower()):
        tense = _tense_of(word)
        if tense:
            return tense
    return None


def _tense_of(word: str) -> Tense | None:
    if word in _FORMS:
        return _FORMS[word]
    return "past" if len(word) > 4 and word.endswith("ed") else None
