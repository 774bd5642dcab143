"""Stages mapped over the reports that lack their output, a batch and a transaction at a time, on all cores.

A report on which a stage fails by a fault of ours is left undone and told of; the others go on.
"""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import Final, NamedTuple

import msgspec

from rashomon.engine.stage import unheard
from rashomon.records import Document, Graph
from rashomon.store import Store, View, Writer

BATCH = 8
"""Reports a transaction: enough for full batches of passages, few enough that a kill loses seconds of work."""
LETTERS: Final = 20_000
"""Characters a transaction, as soon as it has a report: in long reports eight are more than what keeps cores busy."""
AHEAD: Final = 2
"""Batches that wait while one is annotated or written: the annotator never waits, and few texts are held."""

Progress = Callable[[str, int, int, str], object]
"""Told the stage's name, how many reports are done, how many there are to do, and a note ("" for none)."""

# What our own code raises where it is wrong; errors that we raise on purpose, and those of the system, end the run.
FAULTS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


class Fault(msgspec.Struct, frozen=True):
    """A report that a stage could not be mapped over: the report's id, the stage, and the error in words."""

    document: str
    stage: str
    error: str


class Item(NamedTuple):
    """A report and its claim graphs, as far as it has been annotated."""

    document: Document
    graphs: Sequence[Graph] = ()


class Made(msgspec.Struct, frozen=True):
    """What a stage made of a batch, as a function that writes it; the reports it couldn't finish; a progress note.

    ``graphs``: those that it read, report by report, for the stages after it.
    """

    write: Callable[[Writer], object]
    left: Sequence[str] = ()
    note: str = ""
    graphs: Sequence[Sequence[Graph]] | None = None


class Step(msgspec.Struct, frozen=True):
    """A stage's name, the key it signs with, and what it makes of a batch.

    ``known``: the graphs of a report that the case holds already and the stage builds on. ``apart``: it may be called
    in a thread of its own, where it lets others compute for most of its time; ``stop`` ends it there.
    """

    name: str
    key: str
    make: Callable[[Sequence[Item]], Made]
    known: Callable[[View, Document], Sequence[Graph]]
    apart: bool = False
    stop: Callable[[], object] = unheard


class _Done(NamedTuple):
    """What one step made of some reports of a batch."""

    step: Step
    made: Made
    items: Sequence[Item]


class _Tried(NamedTuple):
    """What a step made of a batch, whole or report by report, and where it failed."""

    done: Sequence[_Done]
    faults: Sequence[Fault]

    @property
    def items(self) -> list[Item]:
        """The reports that the next step can go on with, with their graphs."""
        found: list[Item] = []
        for _, made, items in self.done:
            graphs = made.graphs or [item.graphs for item in items]
            put = (Item(item.document, own) for item, own in zip(items, graphs, strict=True))
            found += [item for item in put if item.document.id not in made.left]
        return found


def each(
    store: Store, steps: Sequence[Step], progress: Progress, among: frozenset[str] | None = None
) -> tuple[Fault, ...]:
    """Take the reports (``among``: of those) through the steps that they lack, in order, a batch in one transaction.

    Where the first step may be called apart, the next batch goes through it while this one goes through the others and
    is written. Gives back the reports on which a step failed, and which no later step saw; the next run tries them
    again. A report that another program receives meanwhile is left for another time.
    """
    batches = _batches(store, steps, among)
    totals = [sum(len(ids) for first, ids in batches if first <= number) for number in range(len(steps))]
    total, over = dict(zip(steps, totals, strict=True)), dict.fromkeys(steps, 0)
    faults: list[Fault] = []
    with closing(_tried_ahead(store, steps, batches)) as ahead:
        for first, tried in ahead:
            done, items = list(tried.done), tried.items
            faults += tried.faults
            for step in steps[first + 1 :]:
                more = _tried(step, items)
                done += more.done
                faults += more.faults
                items = more.items
            _write(store, done)
            for step, made, of in done:
                over[step] += len(of)
                progress(step.name, over[step], total[step], made.note)
    return tuple(faults)


def _write(store: Store, done: Sequence[_Done]) -> None:
    """What the steps made of a batch, and the note that they did, in one transaction."""
    with store.writing() as w:
        for step, made, items in done:
            made.write(w)
            w.done(step.key, [item.document.id for item in items if item.document.id not in made.left])


def _batches(store: Store, steps: Sequence[Step], among: frozenset[str] | None) -> list[tuple[int, list[str]]]:
    """The reports that lack a step's output in batches, each with the number of the first step that they lack."""
    with store.view() as view:
        lacking: dict[str, int] = {}
        for number, step in enumerate(steps):
            for name in view.pending(step.key):
                if among is None or name in among:
                    lacking.setdefault(name, number)
        lengths = view.lengths(list(lacking))
    found: list[tuple[int, list[str]]] = []
    letters = 0
    for name in sorted(lacking, key=lambda name: (-lacking[name], lengths[name], name)):
        if not found or found[-1][0] != lacking[name] or len(found[-1][1]) == BATCH or letters > LETTERS:
            found.append((lacking[name], []))
            letters = 0
        found[-1][1].append(name)
        letters += lengths[name]
    return found


def _tried_ahead(
    store: Store, steps: Sequence[Step], batches: Sequence[tuple[int, list[str]]]
) -> Generator[tuple[int, _Tried], None, None]:
    """What the first step of each batch made of it, in order; a step apart is at the batches to come meanwhile."""
    waiting: deque[tuple[int, Callable[[], _Tried]]] = deque()
    pool = ThreadPoolExecutor(1, thread_name_prefix="ahead")
    try:
        for first, ids in batches:
            step, items = steps[first], _items(store, steps[first], ids)
            if step.apart:
                waiting.append((first, pool.submit(_tried, step, items).result))
            else:
                waiting.append((first, partial(_tried, step, items)))
            if len(waiting) > AHEAD:
                begun, result = waiting.popleft()
                yield begun, result()
        for begun, result in waiting:
            yield begun, result()
    finally:
        for step in steps:
            step.stop()
        pool.shutdown(cancel_futures=True)


def _items(store: Store, step: Step, ids: Sequence[str]) -> list[Item]:
    with store.view() as view:
        return [Item(document, step.known(view, document)) for document in view.documents(ids)]


def _tried(step: Step, items: Sequence[Item]) -> _Tried:
    """What a step makes of a batch; of its reports one by one where it fails on the batch."""
    if not items:
        return _Tried([], [])
    try:
        return _Tried([_Done(step, step.make(items), items)], [])
    except FAULTS as error:
        if len(items) == 1:
            return _Tried([], [Fault(items[0].document.id, step.name, f"{type(error).__name__}: {error}")])
    alone = [_tried(step, [item]) for item in items]
    return _Tried([done for one in alone for done in one.done], [fault for one in alone for fault in one.faults])
