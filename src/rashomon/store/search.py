"""Search words to an FTS5 expression that no user's text can break, and what a search finds."""

from typing import Literal

import msgspec

MOST_WORDS = 32
LONGEST_QUERY = 1_000
Among = Literal["documents", "claims"]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """Something found: the id, the document it stands in, the words around, and a score (higher is better)."""

    id: str
    document: str
    excerpt: str
    score: float


def expression(text: str) -> str | None:
    """The FTS5 expression for what a person typed; None if there is no word in it.

    All words must occur; words in double quotes must stand together; the last word may be unfinished (``sev`` and
    ``sev*`` find Sévaré). Everything else of FTS5's syntax is only text: each piece becomes a quoted string.
    """
    plain = text[:LONGEST_QUERY].encode("utf-8", "replace").decode().replace("\0", " ")
    pieces: list[str] = []
    for number, part in enumerate(plain.split('"')):
        # Every second part stood between double quotes, so it is one phrase.
        pieces += [part] if number % 2 else part.split()
    words = [piece for piece in pieces if any(letter.isalnum() for letter in piece)][:MOST_WORDS]
    if not words:
        return None
    unfinished = "*" if words[-1] == pieces[-1] and (plain[-1].isalnum() or plain[-1] == "*") else ""
    return " ".join(f'"{word}"' for word in words) + unfinished
