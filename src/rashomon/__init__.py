"""Rashomon: the record of a conflict as its sources tell it.

import rashomon

with rashomon.open("mali.db") as case:
    case.read(["reports/"])
    case.update()
    for incident in case.record().incidents:
        print(incident.title)
"""

from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.version import VERSION as __version__

if TYPE_CHECKING:
    from rashomon.api import Case


def open(path: str | Path, settings: Path | None = None, readonly: bool = False) -> "Case":
    """Open a case file, or make one (see `rashomon.api.Case`)."""
    # the engine and its libraries are loaded when a case is opened, so that `import rashomon` costs nothing
    from rashomon.api import Case

    return Case(path, settings, readonly)


__all__ = ["__version__", "open"]
