"""One step of a run: a stage mapped over the reports that lack its output, a batch and a transaction at a time.

A report on which a stage fails by a fault of ours is left undone and told of; the others go on.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

import msgspec

from rashomon.records import Document
from rashomon.store import Store, Writer

BATCH = 8
"""Reports a transaction: enough for full batches of passages, few enough that a kill loses seconds of work."""

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

T = TypeVar("T")


class Fault(msgspec.Struct, frozen=True):
    """A report that a stage could not be mapped over: the report's id, the stage, and the error in words."""

    document: str
    stage: str
    error: str


class Step(msgspec.Struct, frozen=True):
    """A stage's name, the key it signs with, who is told of its progress, and the reports it is for (None: all).

    ``after`` is the key of the stage on whose output it builds: reports that lack that are left for another time.
    """

    name: str
    key: str
    progress: Progress
    among: frozenset[str] | None = None
    after: str | None = None


class Made(msgspec.Struct, frozen=True):
    """What a stage made of a batch, as a function that writes it; the reports it couldn't finish; a progress note."""

    write: Callable[[Writer], object]
    left: Sequence[str] = ()
    note: str = ""


def each(store: Store, step: Step, make: Callable[[Sequence[Document]], Made]) -> list[Fault]:
    """Map a stage over the reports that lack its output; each batch is made, then written in one transaction.

    Gives back the reports on which it failed; the next run tries them again.
    """
    with store.view() as view:
        # the stage below may have failed on them, or another program has only just received them
        early = set(view.pending(step.after)) if step.after else set()
        pending = [n for n in view.pending(step.key) if n not in early and (step.among is None or n in step.among)]
        lengths = {d.id: len(d.text) for d in view.documents(pending)}
    pending.sort(key=lambda name: (lengths[name], name))
    done, faults = 0, list[Fault]()
    for ids in _batches(pending, BATCH):
        with store.view() as view:
            documents = view.documents(ids)
        for made, of in _made(make, documents, step.name, faults):
            with store.writing() as w:
                made.write(w)
                w.done(step.key, [d.id for d in of if d.id not in made.left])
            done += len(of)
            step.progress(step.name, done, len(pending), made.note)
    return faults


def _made(
    make: Callable[[Sequence[Document]], Made], documents: Sequence[Document], stage: str, faults: list[Fault]
) -> Iterator[tuple[Made, Sequence[Document]]]:
    """What a stage makes of a batch; of its reports one by one where it fails on the batch."""
    try:
        whole = make(documents)
    except FAULTS as error:
        if len(documents) == 1:
            faults.append(Fault(documents[0].id, stage, f"{type(error).__name__}: {error}"))
            return
        for document in documents:
            yield from _made(make, [document], stage, faults)
        return
    yield whole, documents


def _batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
