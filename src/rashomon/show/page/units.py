"""From code points, in which Rashomon counts, to UTF-16 units, in which browsers do."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_HALF = re.compile("[\ud800-\udfff]")


class Units:
    """The offsets of one text: every character beyond U+FFFF before an offset counts twice."""

    def __init__(self, text: str) -> None:
        self._wide = [found.start() for found in _ASTRAL.finditer(text)]

    def at(self, offset: int) -> int:
        """The offset in UTF-16 units of the code point at ``offset``."""
        return offset + bisect_left(self._wide, offset)


def carried(text: str) -> str:
    """Text that JSON can carry: half a surrogate pair, which is no character, becomes U+FFFD; offsets stay."""
    return _HALF.sub("\ufffd", text)
