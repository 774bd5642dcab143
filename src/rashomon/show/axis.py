"""Scales from numbers to per cent of a strip's width: linear inside one incident, square-root in lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Axis:
    """From 0 to ``top`` on a strip; ``root`` squeezes large values so that small ones stay readable."""

    top: int
    root: bool = False

    def at(self, value: int) -> float:
        """Where ``value`` stands, in per cent of the width, kept inside 0..100."""
        part = min(max(value, 0), self.top) / self.top
        return round(100 * (sqrt(part) if self.root else part), 2)

    @property
    def ticks(self) -> tuple[int, ...]:
        """Round values to label: 0, the top and those between."""
        if self.root:
            return tuple(sorted({0, self.top, *(round_up(self.top * part) for part in (0.06, 0.25, 0.55))} - {-1}))
        parts = 4 if self.top % 4 == 0 else 5 if self.top % 5 == 0 else 2 if self.top % 2 == 0 else 1
        return tuple(self.top * n // parts for n in range(parts + 1))


def round_up(value: float) -> int:
    """The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is not below ``value``, as a whole number."""
    power = 1
    while power * 10 <= value:
        power *= 10
    return int(next(step * power for step in STEPS if step * power >= value and step * power == int(step * power)))


def axis(values: Iterable[int], root: bool = False) -> Axis:
    """The axis on which all ``values`` fit, with a little room on the right for an open end."""
    top = max([1, *values])
    return Axis(top=round_up(max(top * 1.05, 4)), root=root)
