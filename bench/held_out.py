"""Which items of a set that is trained on, too, are only measured on; training and benchmark ask the same place."""

import hashlib

ONE_IN = 5


def held_out(key: str) -> bool:
    """Whether the item with this id (a PLOVER sentence, a SATP incident) is of the fifth that nothing is tried on."""
    return part(key, ONE_IN) == 0


def part(key: str, parts: int) -> int:
    """Which of so many parts of a set the item with this id is of."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % parts


def unseen_half(key: str) -> bool:
    """Whether the item with this id (an article of toponyms, an event of UCDP) is of the half whose errors stay unseen.

    By the first byte of the digest, so that it is independent of `held_out`, which goes by the whole of it.
    """
    return hashlib.sha256(key.encode()).digest()[0] % 2 == 1
