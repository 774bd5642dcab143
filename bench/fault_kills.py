"""The command killed: at the n-th call of the disk while it reads, links or migrates, and at any moment."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from fault_case import READ, TEXTS, Fault, Ground, Verdict, judge, place, read_words
from fault_runs import KILLED, begin, calls_of, end, run

from rashomon.store import migrations
from rashomon.store.migrations import STEPS
from rashomon.testing.disk import Disk, die


def chosen(last: int, points: int, dice: random.Random) -> list[int]:
    """So many calls out of those from 1 to ``last``, all of them if there are no more."""
    return sorted(dice.sample(range(1, last + 1), min(points, last)))


def killed_reading(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """`kill -9` at the n-th write, sync or truncation of reading reports into a new case."""
    for at in chosen(calls_of(read_words(place(ground.folder, "calls"))), points, dice):
        case = place(ground.folder, f"kr{at}")
        yield after(ground, case, run(read_words(case), Disk(die, at)).code == KILLED)


def killed_any_time(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """`kill -9` three times in a row, each at a random moment, whatever the program was at."""
    whole = run(read_words(place(ground.folder, "time"))).seconds
    for number in range(points):
        case = place(ground.folder, f"kt{number}")
        for _ in range(3):
            end(begin(read_words(case)), dice.uniform(0, whole))
        yield after(ground, case)


def killed_linking(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """`kill -9` at the n-th call of the disk while two reports are added to a case, and all is linked anew."""
    start = place(ground.folder, "start")
    run(read_words(start, *(f"{READ}/{name}" for name in TEXTS[2:])))
    last = calls_of(read_words(copied(start, ground.folder / "startcalls")))
    for at in chosen(last, points, dice):
        case = copied(start, ground.folder / f"kl{at}")
        yield after(ground, case, run(read_words(case), Disk(die, at)).code == KILLED)


def killed_migrating(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """`kill -9` at the n-th call of the disk while a case is brought to a newer version: old or new, copied first."""
    old = ground.folder / "undisturbed" / "case.db"
    words: list[object] = ["read", f"{READ}/{TEXTS[0]}", "--case"]
    defaults = migrations.migrate.__defaults__
    try:
        migrations.migrate.__defaults__ = migrations.version_of.__defaults__ = ((*STEPS, add_table, fill_table),)
        last = calls_of([*words, copied(old, ground.folder / "migration")])
        for at in chosen(last, points, dice):
            case = copied(old, ground.folder / f"km{at}")
            met = run([*words, case], Disk(die, at)).code == KILLED
            wrong = between(case, old)
            verdict = after(ground, case, met)
            yield verdict._replace(unsound=(*wrong, *verdict.unsound))
    finally:
        migrations.migrate.__defaults__ = migrations.version_of.__defaults__ = defaults


def add_table(connection: migrations.Connection) -> None:
    """A step that a later version might take."""
    connection.script("CREATE TABLE later (words TEXT); INSERT INTO later VALUES ('one')")


def fill_table(connection: migrations.Connection) -> None:
    """Another: it writes more pages than SQLite's cache holds back."""
    connection.script("INSERT INTO later SELECT hex(randomblob(3000)) FROM claims")


def between(case: Path, old: Path) -> list[str]:
    """What speaks against this being the old case or the new one, with a copy of the old one beside it."""
    connection = migrations.Connection(case, "read", 5.0)
    try:
        version = connection.value("PRAGMA user_version")
        tables = connection.value("SELECT count(*) FROM sqlite_schema WHERE name = 'later'")
    finally:
        connection.close()
    if (version, tables) not in ((len(STEPS), 0), (len(STEPS) + 2, 1)):
        return [f"the case is of version {version} with {tables} of the new tables"]
    if version == len(STEPS):
        return []
    copy = case.with_name(f"{case.name}.v{len(STEPS)}.bak")
    if not copy.exists():
        return ["the case was changed before it was copied"]
    return [] if run(["export", copy]).out == exported_as(copy, old) else ["the copy is not the old case"]


def exported_as(copy: Path, old: Path) -> bytes:
    """The old case's export; the name of the case, kept inside, is that of both."""
    return run(["export", old]).out


def copied(case: Path, folder: Path) -> Path:
    """A copy of a case in a folder of its own, under the same name."""
    folder.mkdir()
    for file in case.parent.glob(f"{case.name}*"):
        shutil.copy(file, folder / file.name)
    return folder / case.name


def after(ground: Ground, case: Path, met: bool = True) -> Verdict:
    """What a fault did; a fault that never happened is a fault of the trial."""
    verdict = judge(ground, case)
    return verdict if met else verdict._replace(unsound=(*verdict.unsound, "the fault did not happen"))


FAULTS = (
    Fault("kill -9 at the n-th write of reading", killed_reading, 0.35),
    Fault("kill -9 three times at any moment", killed_any_time, 0.2),
    Fault("kill -9 at the n-th write of linking", killed_linking, 0.25),
    Fault("kill -9 at the n-th write of migrating", killed_migrating, 0.2),
)
