"""The benchmark's modules are scripts in one folder; its tests import them, and `hand_made`, by name."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path += [str(HERE.parents[1] / "bench"), str(HERE)]
