"""A case of so many incidents for the dossier's page, made as a user's is: reports, claims, linking, one record.

The reports and their claims are those of `scale_case`, but fewer of them tell of one incident, as in a case that
covers a whole country: most incidents have one report, some have up to ten, two on average.
"""

from pathlib import Path
from typing import Final

from scale_case import make_case
from scale_store import fill
from scale_world import World

from rashomon.api import Case
from rashomon.engine.keys import keys
from rashomon.engine.pipeline import weave
from rashomon.engine.settings import Settings
from rashomon.records import Record
from rashomon.store import Store

SIZES: Final = ((1, 1, 0.6), (2, 2, 0.2), (3, 5, 0.15), (6, 10, 0.05))
EACH: Final = 2.0  # reports an incident, by SIZES and history paragraphs


def told_case(path: Path, incidents: int) -> None:
    """Write a case file of about so many incidents."""
    world, settings = World(), Settings()
    k = keys(settings)
    case = make_case(round(EACH * incidents), world, SIZES)
    with Store(path) as store:
        fill(store, k, world, case.documents, case.claims)
        weave(store, settings, k)


def told_record(path: Path) -> Record:
    """The record of a case file."""
    with Case(path, readonly=True) as case:
        return case.record()
