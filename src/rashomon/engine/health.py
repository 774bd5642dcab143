"""Whether a case is sound, and what a run left undone."""

from collections.abc import Iterator
from pathlib import Path

from rashomon.engine.ingest import BEGUN
from rashomon.engine.keys import Keys, keys, keys_in_force
from rashomon.engine.settings import kept_settings
from rashomon.engine.woven import below, up_to_date
from rashomon.errors import DamagedCase
from rashomon.records import Row
from rashomon.store import Store, View, examine, examine_search

NAMED = 5  # inputs named in a note; the rest are counted


class Health(Row, frozen=True, kw_only=True):
    """What is wrong with a case; what was left undone and how to do it; what came in, by outcome."""

    problems: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    received: dict[str, int] = {}


def health(path: Path) -> Health:
    """Look a case through, every row of it. CaseError if it is none that this program can open, or is in use."""
    try:
        with Store(path, readonly=True) as store:
            problems = store.check() or examine_search(path)
            if not problems:
                with store.view() as view:
                    counts = view.counts()
                    left = (*unfinished_copies(path), *undone(view))
                received = {name: counts[name] for name in ("received", "stored", "duplicate", "quarantined")}
                return Health(undone=left, received=received)
    except DamagedCase as error:
        problems = examine(path) or [str(error)]
    return Health(problems=tuple(plain(problem) for problem in problems))


def plain(problem: str) -> str:
    """A problem without the advice to look for it."""
    return problem.removesuffix("; run `rashomon doctor`")


def undone(view: View) -> Iterator[str]:
    """What a run that was ended left: inputs and reports not read to the end, views older than what is below them."""
    begun = [receipt.source for receipt in view.receipts() if receipt.reason == BEGUN]
    if begun:
        more = f" and {len(begun) - NAMED:,} more" if len(begun) > NAMED else ""
        yield f"a run was ended while it was reading {', '.join(begun[:NAMED])}{more}; read that again"
    settings = kept_settings(view.meta().get("settings"))
    k = keys_in_force(view)
    waiting = unread(view, k or keys(settings))
    if waiting:
        were = "report is" if waiting == 1 else "reports are"
        yield f"{waiting:,} {were} received but not yet in the record; `rashomon read` goes on with what waits"
    elif k is None or not up_to_date(view, below(view, settings, k), k):
        yield "incidents and findings are not up to date with the claims; `rashomon read` or a decision makes them anew"


def unread(view: View, k: Keys) -> int:
    """How many reports the stages in force have not been over."""
    waiting = set(view.pending(k.resolve))
    return len(waiting & set(view.pending(k.instead.resolve)) if k.instead else waiting)


def unfinished_copies(path: Path) -> Iterator[str]:
    """Copies of the case that were being made when the program ended."""
    for part in sorted(path.parent.glob(f"{path.name}.v*.bak.part")):
        yield f"{part.name} is a copy that was not finished; it can be deleted"
