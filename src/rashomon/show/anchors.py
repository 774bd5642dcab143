"""Names of places on a page, and the few links that may leave it."""

import hashlib
from collections.abc import Container
from typing import Final

PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")


def anchor(prefix: str, key: str) -> str:
    """The id of something on the page: its own id if that is plain letters and digits, else a digest of it."""
    bare = key.removeprefix(f"{prefix}-")
    if not bare or len(bare) > 64 or not PLAIN.issuperset(bare):
        bare = hashlib.sha256(bare.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{prefix}-{bare}"


def link(prefix: str, key: str | None, known: Container[str]) -> str:
    """A link to something on the page, or nothing if the record does not hold it."""
    return f"#{anchor(prefix, key)}" if key is not None and key in known else ""


def outside(url: str | None) -> str | None:
    """A web address that may be linked: http or https only, never a script, a file or data."""
    return url if url and url.lower().startswith(("https://", "http://")) else None
