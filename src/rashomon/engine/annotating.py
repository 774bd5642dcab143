"""Who reads the claim graphs: the built-in model, or a language model with the built-in one behind it."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Self

from rashomon.annotate.chat import Chat
from rashomon.annotate.llm import Ask, LanguageModel, Reading, guidelines_digest
from rashomon.engine.settings import Settings
from rashomon.engine.stage import settings_digest
from rashomon.errors import SettingsError
from rashomon.records import Document, Graph, Maker, Row


class Asked(Row, frozen=True, kw_only=True):
    """What a language model was asked in a run, and what came of it: passages, and tokens as the server counts them.

    ``faults`` counts the passages that the built-in model read instead, by reason; ``waiting`` are those among them
    that a later run asks for again, ``corrected`` those that the model got right on the second try, ``uncounted`` the
    answers whose tokens the server didn't tell. ``cost`` is None without prices.
    """

    model: str = ""
    read: int = 0
    corrected: int = 0
    faults: dict[str, int] = {}
    waiting: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    uncounted: int = 0
    cost: float | None = None

    @property
    def instead(self) -> int:
        """Passages that the built-in model read."""
        return sum(self.faults.values())

    def plus(self, readings: Iterable[Reading], settings: LanguageModel) -> Self:
        """These counts and those of some more readings, priced."""
        counts = {name: getattr(self, name) for name in ("read", "corrected", "waiting", "uncounted")}
        tokens_in, tokens_out, faults = self.tokens_in, self.tokens_out, dict(self.faults)
        for one in readings:
            counts["read"] += one.graph is not None
            counts["corrected"] += one.graph is not None and len(one.replies) > 1
            counts["waiting"] += one.waits
            if one.graph is None:
                faults[one.fault] = faults.get(one.fault, 0) + 1
            for reply in one.replies:
                tokens_in += reply.tokens_in or 0
                tokens_out += reply.tokens_out or 0
                counts["uncounted"] += reply.tokens_in is None or reply.tokens_out is None
        priced = settings.price_in or settings.price_out
        cost = (tokens_in * settings.price_in + tokens_out * settings.price_out) / 1e6 if priced else None
        return type(self)(
            model=settings.model, faults=faults, tokens_in=tokens_in, tokens_out=tokens_out, cost=cost, **counts
        )

    def in_words(self) -> str:
        """One line: who read how much, why not all, what it took."""
        said = f"{self.model} read {_passages(self.read)}"
        said += f" ({self.corrected:,} corrected when told what was wrong)" if self.corrected else ""
        if self.instead:
            why = "; ".join(f"{n:,}: {fault}" for fault, n in sorted(self.faults.items(), key=lambda f: (-f[1], f[0])))
            said += f", the built-in model {_passages(self.instead)} ({why})"
        said += f"; tokens: {self.tokens_in:,} in, {self.tokens_out:,} out"
        said += f", not told for {self.uncounted:,} answers" if self.uncounted else ""
        return said + (f"; cost {self.cost:,.2f}" if self.cost is not None else "")


class Annotated(Row, frozen=True, kw_only=True):
    """The graphs of one report, each under the name of who made it, and whether the language model is still awaited."""

    graphs: tuple[Graph, ...]
    waits: bool = False


def maker_of_language_model(settings: Settings, built_in: str) -> Maker:
    """The language model as a record: its name, what it was told, and who (a key) reads where it fails."""
    told = hashlib.sha256(f"{guidelines_digest()} {built_in}".encode()).hexdigest()
    version = f"{settings.llm.version}:{settings.llm.model}"
    return Maker(name=settings.llm.name, version=version, settings=settings_digest(settings.llm.signature), model=told)


@contextmanager
def asking(settings: Settings) -> Iterator[Chat]:
    """The server of the settings, to be asked; the connection ends with the `with`.

    Here, and nowhere else, the environment is read. Raises SettingsError if no server, or no key, is there to be used.
    """
    llm = settings.llm
    server = llm.server()  # what the settings lack is said before what the environment lacks
    key = os.environ.get(llm.key_from, "") if llm.key_from else ""
    if llm.key_from and not key:
        raise SettingsError("llm.key_from", f"the environment has no variable {llm.key_from}, or an empty one")
    with Chat(llm.server(key) if key else server) as chat:
        yield chat


def ready(settings: Settings) -> Settings:
    """The settings, if whoever is to read can be asked; else SettingsError, before anything is read or written."""
    if settings.annotate_with == "llm":
        with asking(settings):
            pass
    return settings


def read(
    settings: Settings, documents: Sequence[Document], ask: Ask, known: Sequence[Graph] = ()
) -> tuple[list[Annotated], list[Reading]]:
    """The graphs of each document, the built-in model's where the language model gave none; and what was asked.

    ``known`` are graphs that the language model made before. Passages are the same for both, so theirs fit together.
    """
    readings = settings.llm(documents, ask, known)
    lacking = [d for d, found in zip(documents, readings, strict=True) if any(r.graph is None for r in found)]
    graphs = [g for of_one in settings.annotator(lacking) for g in of_one] if lacking else []
    instead = {(graph.document, graph.start, graph.end): graph for graph in graphs}
    annotated = [
        Annotated(
            graphs=tuple(r.graph or instead[r.document, r.start, r.end] for r in found),
            waits=any(r.waits for r in found),
        )
        for found in readings
    ]
    before = {(graph.document, graph.start, graph.end) for graph in known}
    return annotated, [r for found in readings for r in found if (r.document, r.start, r.end) not in before]


@contextmanager
def reader(settings: Settings) -> Iterator[Callable[[Sequence[Document]], tuple[list[Annotated], list[Reading]]]]:
    """A function that reads lone documents with the annotator of the settings, and says what was asked for it."""
    if settings.annotate_with == "built-in":
        yield lambda documents: ([Annotated(graphs=graphs) for graphs in settings.annotator(documents)], [])
        return
    with asking(settings) as ask:
        yield lambda documents: read(settings, documents, ask)


def _passages(count: int) -> str:
    return f"{count:,} passage" + ("" if count == 1 else "s")
