"""Processor seconds of each stage on one core, from web pages of 700 words to a dossier: prints JSON."""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Final

import msgspec
from long_reports import reports, write_pages

from rashomon.annotate import Annotator
from rashomon.annotate.model import Model, load
from rashomon.api import Case
from rashomon.engine import ingest, pipeline
from rashomon.engine.ingest import take
from rashomon.engine.settings import Settings
from rashomon.interpret.interpreter import Interpreter
from rashomon.link.origins import Origins
from rashomon.read import ReadOptions
from rashomon.read.reading import parse
from rashomon.read.received import Received
from rashomon.reconcile.reconciler import Reconciler
from rashomon.resolve import Resolver
from rashomon.store import Store, Writer

BESIDES: Final = "read back, who is who"
"""What `rashomon read` does between its stages."""


class Clock:
    """Processor seconds by stage: those of a stage within another are not counted twice."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._open = [BESIDES]
        self._since = time.process_time()

    def restart(self) -> None:
        """Forget what has passed."""
        self.seconds, self._since = {}, time.process_time()

    def turn(self) -> None:
        """Give what has passed to the stage that is open."""
        now = time.process_time()
        self.seconds[self._open[-1]] = self.seconds.get(self._open[-1], 0.0) + now - self._since
        self._since = now

    def enter(self, stage: str) -> None:
        """A stage begins."""
        self.turn()
        self._open.append(stage)

    def leave(self) -> None:
        """The stage that began last ends."""
        self.turn()
        self._open.pop()

    def under(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function whose time is a stage's."""

        @wraps(function)
        def timed(*given: Any, **named: Any) -> Any:
            self.enter(stage)
            try:
                return function(*given, **named)
            finally:
                self.leave()

        return timed


def watch(clock: Clock) -> None:
    """Have the program's own calls timed, as `rashomon.engine.pipeline` makes them."""
    ingest.isolated = clock.under("decode and extract", ingest.isolated)
    for kind, stage in (
        (Annotator, "annotate: all else"),
        (Interpreter, "interpret"),
        (Resolver, "resolve"),
    ):
        kind.__call__ = clock.under(stage, kind.__call__)  # type: ignore[method-assign]
    Model.encode = clock.under("annotate: the encoder", Model.encode)  # type: ignore[method-assign]
    Origins.__call__ = clock.under("link", Origins.__call__)  # type: ignore[method-assign]
    Reconciler.__call__ = clock.under("reconcile", Reconciler.__call__)  # type: ignore[method-assign]
    for name in ("judge", "candidate_documents", "updates", "incidents"):
        setattr(pipeline, name, clock.under("link", getattr(pipeline, name)))
    for name in ("gather", "changes", "disagreements", "stance_disagreements", "ties", "graded"):
        setattr(pipeline, name, clock.under("reconcile", getattr(pipeline, name)))
    annotate = pipeline.annotate
    # one stage after the other: a clock can't tell whose processor seconds are whose
    pipeline.annotate = lambda *given: msgspec.structs.replace(annotate(*given), apart=False)
    begin, end = Writer.__enter__, Writer.__exit__

    def enter(self: Writer) -> Writer:
        clock.enter("store")
        return begin(self)

    def leave(self: Writer, *error: Any) -> None:
        end(self, *error)
        clock.leave()

    Writer.__enter__, Writer.__exit__ = enter, leave  # type: ignore[assignment,method-assign]


def measured(number: int, folder: Path) -> dict[str, float]:
    """Processor seconds of each stage over so many reports, and how many tokens they have."""
    told = list(reports(number))
    paths = write_pages(folder / "pages", told)
    tokenizer = load(threads=1).tokenizer
    tokens = sum(len(tokenizer.encode("\n\n".join(r.paragraphs), add_special_tokens=False).ids) for r in told)
    settings = msgspec.structs.replace(Settings(), annotator=Annotator(threads=1))
    clock, options = Clock(), ReadOptions()
    parse(Received(source="warm", name=paths[0].name, data=paths[0].read_bytes()), options)  # imports
    watch(clock)
    clock.restart()
    with Store(folder / "speed.db") as store:
        for path in paths:
            received = Received(source=str(path), name=path.name, data=path.read_bytes())
            take(store, received, options)
        pipeline.run(store, settings)
    with Case(folder / "speed.db", readonly=True) as case:
        exported = clock.under("export", case.json)()
        clock.under("dossier", case.dossier)("2031-06-01")
    clock.turn()
    return {
        "reports": number,
        "words": sum(r.words for r in told),
        "tokens": tokens,
        "exported MB": len(exported) / 1e6,
        **{f"s {name}": seconds for name, seconds in clock.seconds.items()},
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(measured(int(sys.argv[1]), Path(place))))
