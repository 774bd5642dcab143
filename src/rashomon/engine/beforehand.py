"""What annotating and resolving need, loaded while the first reports are still parsed by others."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress

from rashomon.engine.ingest import Told
from rashomon.engine.settings import Settings
from rashomon.errors import RashomonError


@contextmanager
def once_stored(settings: Settings, told: Told) -> Iterator[Told]:
    """``told``, which also has the model and the register loaded when the first report is stored; awaited at the end.

    Where nothing new comes in, nothing is loaded.
    """
    begun: list[Future[None]] = []
    with ThreadPoolExecutor(1, thread_name_prefix="load") as pool:

        def heard(source: str, outcome: str) -> None:
            if "stored" in outcome and not begun:
                begun.append(pool.submit(load, settings))
            told(source, outcome)

        yield heard


def load(settings: Settings) -> None:
    """Load what reading a report needs. What can't be loaded is told by who needs it, not here."""
    with suppress(RashomonError):
        settings.annotator.ready()
        settings.resolver.ready()
