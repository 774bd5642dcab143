"""Disks that fail: power lost, log cut, full, not answering, read-only; pages that were overwritten."""

import importlib
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import msgspec
from fault_case import Fault, Ground, Verdict, place, read_words, rows
from fault_kills import after, chosen, copied
from fault_runs import begin, calls_of, end, events_of, run

from rashomon.errors import RashomonError
from rashomon.store import store
from rashomon.testing.disk import Disk, Event, die, not_answer, run_full

PAGE = 4096


def power_lost(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """Power fails after the n-th call of the disk: what was not synced is lost, or there in part, or torn."""
    disk = Disk()
    disk.keep = True
    running = begin(read_words(place(ground.folder, "power")), disk)
    assert end(running).code == ground.code
    disk.events = msgspec.msgpack.decode(events_of(running.err).read_bytes(), type=list[Event])
    events_of(running.err).unlink()
    for count in chosen(len(disk.events), points, dice):
        case = place(ground.folder, f"p{count}")
        for name, content in disk.after(count, dice).items():
            case.with_name(name).write_bytes(content)
        yield after(ground, case)


def log_cut(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """The log of a killed program is cut anywhere: its last transactions are gone, and read again."""
    last = calls_of(read_words(place(ground.folder, "calls")))
    for number in range(points):
        case = place(ground.folder, f"l{number}")
        run(read_words(case), Disk(die, dice.randint(last // 20, last)))
        log = case.with_name("case.db-wal")
        os.truncate(log, dice.randint(0, log.stat().st_size))
        case.with_name("case.db-shm").unlink(missing_ok=True)
        yield after(ground, case)


def failing(
    then: Callable[[], None], words: str, once: bool, ground: Ground, points: int, dice: random.Random
) -> Iterator[Verdict]:
    """The n-th call of the disk fails, alone or with all that follow; the program ends and says why."""
    reads = then is not_answer
    last = calls_of(read_words(place(ground.folder, "calls")), reads)
    for at in chosen(last, points, dice):
        case = place(ground.folder, f"f{at}")
        disk = Disk(then, at, once)
        disk.reads = reads
        verdict = after(ground, case, run_over(case, disk, words, ground))
        yield verdict


def run_over(case: Path, disk: Disk, words: str, ground: Ground) -> bool:
    """Read over a disk that fails: True if it was told in words, or if all is there nevertheless."""
    done = run(read_words(case), disk)
    if done.code == 2:
        return words in done.err and "Traceback" not in done.err
    return done.code == ground.code and run(["export", case]).out == ground.export


def read_only(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """A case that may not be written to, in a folder that may not: it is read, checked and exported, not added to."""
    case = copied(ground.folder / "undisturbed" / "case.db", ground.folder / "ro")
    for file in case.parent.iterdir():
        file.chmod(0o444)
    case.parent.chmod(0o555)
    done = run(read_words(case), first=as_nobody)
    unsound = [] if done.code == 2 and "the file is read-only" in done.err else [f"reading: {done}"]
    if run(["export", case], first=as_nobody).out != ground.export:
        unsound.append("the export differs")
    if b"sound" not in (done := run(["doctor", case], first=as_nobody)).out:
        unsound.append(f"doctor: {done}")
    case.parent.chmod(0o755)
    case.chmod(0o644)
    yield after(ground, case)._replace(unsound=tuple(unsound))


def as_nobody() -> None:
    """Root may write anywhere, so it steps down; what doctor is made of may lie where nobody else reads."""
    importlib.import_module("rashomon.engine.installation")
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def overwritten(large: bool, ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """A page of the file is overwritten by noise, zeros or another page: doctor finds it, and no export hides it."""
    old = ground.folder / "undisturbed" / "case.db"
    content = old.read_bytes()
    pages = len(content) // PAGE
    for number in range(points):
        page, other = dice.sample(range(1, pages), 2)
        new = (dice.randbytes(PAGE), bytes(PAGE), content[other * PAGE : (other + 1) * PAGE])[number % 3]
        if new == content[page * PAGE : (page + 1) * PAGE]:
            continue
        case = copied(old, ground.folder / f"o{number}")
        case.write_bytes(content[: page * PAGE] + new + content[(page + 1) * PAGE :])
        yield hidden(case, f"page {page} as {('noise', 'zeros', f'page {other}')[number % 3]}", ground, large)


def hidden(case: Path, what: str, ground: Ground, large: bool) -> Verdict:
    """Whether a damaged case passes for a sound one. ``large``: pages are not looked through when it is opened."""
    unsound = []
    done = run(["doctor", case], first=unlooked if large else None)
    if (done.code != 1 or b"wrong " not in done.out) and differs(case, ground):
        unsound.append(f"{what}: doctor did not say so: {done.code} {done.out.decode()[-200:]} {done.err[-200:]}")
    done = run(["export", case], first=unlooked if large else None)
    unequal = int(done.code == 0 and done.out != ground.export)
    if unequal or done.code not in (0, 2) or "Traceback" in done.err:
        unsound.append(f"{what}: exported with {done.code} {done.err[-200:]}")
    return Verdict(unequal=unequal, unsound=tuple(unsound))


def differs(case: Path, ground: Ground) -> bool:
    """Whether a case holds other rows; a page of the search index alone may be lost on nobody."""
    try:
        return Counter(rows(case)) != ground.rows
    except RashomonError:
        return True


def unlooked() -> None:
    """Take every case for a large one."""
    store.QUICK_CHECK_UP_TO = 0


FAULTS = (
    Fault("power lost after the n-th write", power_lost, 0.15),
    Fault("log cut anywhere", log_cut, 0.1),
    Fault("disk full from the n-th write on", partial(failing, run_full, "the disk is full", False), 0.1),
    Fault("I/O error from the n-th call on", partial(failing, not_answer, "failed", False), 0.1),
    Fault("I/O error at the n-th call alone", partial(failing, not_answer, "failed", True), 0.1),
    Fault("read-only file and folder", read_only),
    Fault("page overwritten", partial(overwritten, False), 0.3),
    Fault("page overwritten, large case", partial(overwritten, True), 0.3),
)
