"""Whether a report is in English, the one language that the built-in model reads; said with a reason, not guessed."""

import re
import unicodedata

from rashomon.read.words import ENGLISH, OTHERS

_WORD = re.compile(r"[^\W\d_]{1,40}")
_SAMPLE = 20_000  # characters; language does not change its mind after that
_ONLY = "the built-in model reads English only"


def language_of(text: str) -> tuple[str | None, str]:
    """``("en", "")``, or None with the reason."""
    sample = text[:_SAMPLE]
    letters = [char for char in sample if char.isalpha()]
    if not letters:
        return None, "there are no letters to tell it from"
    foreign = [char for char in letters if ord(char) > 0x24F]
    if len(foreign) > 0.4 * len(letters):
        script = unicodedata.name(foreign[len(foreign) // 2], "an unknown").split(" ", 1)[0].capitalize()
        return None, f"written in {script} script; {_ONLY}"
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < 8:
        return None, "too short to tell"
    english = sum(word in ENGLISH for word in words) / len(words)
    other, share = max(
        ((name, sum(word in known for word in words) / len(words)) for name, known in OTHERS.items()),
        key=lambda pair: pair[1],
    )
    if share > english and share > 0.12:
        return None, f"looks like {other}; {_ONLY}"
    if english >= 0.12:
        return "en", ""
    return None, f"only {english:.0%} of its words are common English ones (running text has 25 % or more)"
