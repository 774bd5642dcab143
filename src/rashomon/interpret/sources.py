"""Unnamed sources by class: officials, witnesses, activists, media ..., or nobody in particular."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from rashomon.interpret.wording import is_name
from rashomon.records import Voice
from rashomon.vocab import load

UNATTRIBUTED: Final = "unattributed"
LONGEST: Final = 3
MOST: Final = 30
"""Words of a speaker that are looked at."""


@cache
def _classes() -> dict[str, str]:
    """Class by word or phrase; of a word in two classes the first counts."""
    found: dict[str, str] = {}
    for name, words in load("sources")["classes"].items():
        for word in words:
            found.setdefault(word, name)
    return found


def source_class(words: str) -> str | None:
    """The class of an unnamed source ("security officials" -> officials); None where the words tell none.

    The last telling phrase decides, the longest of those that end there: "hospital sources" are medics, "a source"
    is unattributed, and "residents and activists" are activists, the last named.
    """
    parts = [part.strip(".,;:'\"“”‘’").lower() for part in words.split()[:MOST]]
    for end in range(len(parts), 0, -1):
        for start in range(max(0, end - LONGEST), end):
            found = _classes().get(" ".join(parts[start:end]))
            if found:
                return found
    return None


def told_sources(voices: Sequence[Voice]) -> str:
    """What kind of source each unnamed voice is, in words; empty if all are named or nothing tells."""
    told = []
    for voice in voices:
        if voice.form == "author":
            continue
        nobody = voice.cue is not None and (voice.cue.start, voice.cue.end) == (voice.start, voice.end)
        if nobody:
            told.append(f'{UNATTRIBUTED}: "{voice.words}" names nobody')
        elif not is_name(voice.words) and (found := source_class(voice.words)):
            told.append(f'{found}: "{voice.words}"')
    return "; ".join(told)
