"""The Python door: open a case, read reports into it, take the record out."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from rashomon.engine.analyses import beside, under
from rashomon.engine.annotating import Asked
from rashomon.engine.assemble import outline, record
from rashomon.engine.beforehand import once_stored
from rashomon.engine.cast import Cast
from rashomon.engine.ingest import Intake, Told, ingest
from rashomon.engine.keys import keys, keys_in_force
from rashomon.engine.pipeline import Outcome, run
from rashomon.engine.review import Review
from rashomon.engine.settings import Settings, kept_settings, read_settings
from rashomon.engine.stage import unheard
from rashomon.engine.steps import Fault, Progress
from rashomon.export import schema, to_json
from rashomon.records import Document, Receipt, Record
from rashomon.store import Store

if TYPE_CHECKING:
    from rashomon.store.search import Hit

Texts = Literal["full", "excerpts", "none"]


class Case:
    """One case file, open. ``with rashomon.open("mali.db") as case: ...``; no logic of its own."""

    def __init__(self, path: str | Path, settings: Settings | Path | None = None, readonly: bool = False) -> None:
        """Open the case, or make it if there is none and ``readonly`` is False.

        ``settings`` is a `Settings`, or the path of a TOML file; without any, those that the case was last read with.
        Raises CaseError (and its kinds), SettingsError.
        """
        given = read_settings(settings) if isinstance(settings, Path) else settings
        self._store = Store(path, readonly=readonly)
        self.asked: Asked | None = None
        self.faults: tuple[Fault, ...] = ()
        with self._store.view() as view:
            self.settings = given or kept_settings(view.meta().get("settings"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, paths: Sequence[str], stdin: bytes | None = None, told: Told = unheard) -> Intake:
        """Receive files, folders, globs, URLs or ``-`` (``stdin``); the record is brought up to date by `update`."""
        with once_stored(self.settings, told) as heard:
            return ingest(self._store, paths, self.settings.read, stdin, heard)

    def update(self, progress: Progress = unheard) -> bool:
        """Annotate, interpret, resolve, link and reconcile what is new; True if anything was written.

        ``asked`` then holds what a language model was asked, ``faults`` the reports on which a stage failed by a fault
        of the program: they are tried again next time. Raises SettingsError if a model is to read, but isn't set.
        """
        return self._run(progress).changed

    def updated(self, progress: Progress = unheard) -> Record:
        """The record after an `update`, without the machine's judgements and the analyses: enough for a summary.

        What linking started from is still at hand then, so it takes a moment.
        """
        start = self._run(progress).basis
        with self._store.view() as view:
            return outline(view, keys_in_force(view) or keys(self.settings), start)

    def _run(self, progress: Progress) -> Outcome:
        outcome = run(self._store, self.settings, progress)
        self.asked, self.faults = outcome.asked, outcome.faults
        return outcome

    def record(self, policy: str | None = None) -> Record:
        """The whole record, from documents to judgements, as the last `update` left it.

        Findings are those of the case's policies, or for this call those of ``policy``; SettingsError if it is none.
        """
        with self._store.view() as view:
            return under(record(view, keys_in_force(view) or keys(self.settings)), policy)

    def json(self, compact: bool = False, policy: str | None = None) -> bytes:
        """The record as published JSON (`schema`)."""
        return to_json(self.record(policy), compact)

    def dossier(
        self,
        built: str | None = None,
        texts: Texts = "full",
        policy: str | None = None,
        static: bool = False,
        basemap: Path | None = None,
    ) -> str:
        """The record as one HTML page; ``built`` is the date printed on it (default: today).

        ``static``: without its program, as it is printed; so it is too where the page was not built.
        ``basemap``: GeoJSON with the map's lines in the place of Natural Earth's. Raises InputError, UnreadableInput.
        """
        # the page is loaded where one is drawn: reading a report would be a tenth of a second later for it
        from rashomon.show import dossier, own_lines, static_dossier

        lines = own_lines(basemap) if basemap else None
        record, day = self.record(policy), built or date.today().isoformat()
        if static:
            return static_dossier(record, day, texts)
        return dossier(record, day, texts, beside(record)._replace(lines=lines))

    def document(self, name: str) -> Document:
        """One report by id; NotFound."""
        with self._store.view() as view:
            return view.document(name)

    def search(self, text: str, limit: int = 50) -> "list[Hit]":
        """Claims whose sentences hold these words, best first."""
        with self._store.view() as view:
            return view.search(text, limit)

    def receipts(self) -> list[Receipt]:
        """The ledger: what became of everything that was ever received."""
        with self._store.view() as view:
            return view.receipts()

    @property
    def actors(self) -> Cast:
        """The actors of the case, and the decisions of people on them: merge, split, rename, undo, import."""
        return Cast(self._store)

    def review(self, by: str = "") -> Review:
        """People's decisions on incidents, origins, actors and claims; ``by`` is the name to be kept with them."""
        return Review(self._store, by)

    def check(self) -> list[str]:
        """Everything that is wrong with the file; empty if it is sound."""
        return self._store.check()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()


__all__ = ["Case", "schema"]
