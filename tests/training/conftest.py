"""The stages of training are scripts in one folder, what is held out in another; their tests import them by name."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path += [str(ROOT / "training"), str(ROOT / "bench")]
