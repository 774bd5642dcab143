"""One step of a run: a stage mapped over the reports that lack its output, a batch and a transaction at a time."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import msgspec

from rashomon.records import Document
from rashomon.store import Store, Writer

BATCH = 8
"""Reports a transaction: enough for full batches of passages, few enough that a kill loses seconds of work."""

Progress = Callable[[str, int, int, str], object]
"""Told the stage's name, how many reports are done, how many there are to do, and a note ("" for none)."""

T = TypeVar("T")


class Step(msgspec.Struct, frozen=True):
    """A stage's name, the key it signs with, who is told of its progress, and the reports it is for (None: all)."""

    name: str
    key: str
    progress: Progress
    among: frozenset[str] | None = None


class Made(msgspec.Struct, frozen=True):
    """What a stage made of a batch, as a function that writes it; the reports it couldn't finish; a progress note."""

    write: Callable[[Writer], object]
    left: Sequence[str] = ()
    note: str = ""


def each(store: Store, step: Step, make: Callable[[Sequence[Document]], Made]) -> None:
    """Map a stage over the reports that lack its output; each batch is made, then written in one transaction."""
    with store.view() as view:
        pending = [name for name in view.pending(step.key) if step.among is None or name in step.among]
        lengths = {d.id: len(d.text) for d in view.documents(pending)}
    pending.sort(key=lambda name: (lengths[name], name))
    done = 0
    for ids in _batches(pending, BATCH):
        with store.view() as view:
            documents = view.documents(ids)
        made = make(documents)
        with store.writing() as w:
            made.write(w)
            w.done(step.key, [name for name in ids if name not in made.left])
        done += len(ids)
        step.progress(step.name, done, len(pending), made.note)


def _batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
