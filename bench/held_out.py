"""Which items of a set that is trained on, too, are only measured on; training and benchmark ask the same place."""

import hashlib

ONE_IN = 5


def held_out(key: str) -> bool:
    """Whether the item with this id (a PLOVER sentence, a SATP incident) is of the fifth that nothing is tried on."""
    return part(key, ONE_IN) == 0


def part(key: str, parts: int) -> int:
    """Which of so many parts of a set the item with this id is of."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % parts
