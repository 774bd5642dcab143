"""How Python shares a process's time while a command runs."""

import gc
import sys
from typing import Final

COLLECTED: Final = (200_000, 50, 100)
"""How often Python looks for garbage in circles: records hold none, and at its own setting a twentieth of the time of
reading goes into looking."""
TURN: Final = 0.02
"""Seconds that a thread computes before another may: the model's threads let go by themselves, often."""


def set_pace() -> None:
    """For the whole process, so for a command to do, not for the library."""
    gc.set_threshold(*COLLECTED)
    sys.setswitchinterval(TURN)
