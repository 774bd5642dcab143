"""Progress on a terminal, and none in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rashomon.engine.stage import unheard

STAGES = {
    "annotate": "Reading claim graphs",
    "passages": "  passages of long reports",
    "interpret": "Interpreting claims",
    "resolve": "Resolving actors and places",
    "link": "Linking incidents",
}

Told = Callable[[str, str], None]
Progress = Callable[[str, int, int, str], object]


@contextmanager
def following() -> Iterator[tuple[Told, Progress]]:
    """Two callbacks: told of each input, and of each stage's progress. Bars go to standard error."""
    if not sys.stderr.isatty():
        yield unheard, unheard
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    from rashomon.show.plain import safe

    columns = (TextColumn("{task.description:28}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        receiving = bars.add_task("Receiving reports", total=None)
        asked = bars.add_task("", total=None, visible=False)
        tasks: dict[str, TaskID] = {}

        def told(source: str, outcome: str) -> None:
            bars.advance(receiving)

        def progress(stage: str, done: int, total: int, note: str = "") -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(STAGES[stage], total=total)
            bars.update(tasks[stage], completed=done, total=total)
            if note:
                # an endpoint's own words may be in it: as text, never as markup
                bars.update(asked, description=escape(f"  {safe(note)}"), visible=True)

        yield told, progress
