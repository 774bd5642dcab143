"""Readers that fail: killed from outside, by a poisonous report, hanging, eating memory."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from fault_case import PACKED, READ, TEXTS, Fault, Ground, Verdict, judge, opens, place, read_words
from fault_kills import after
from fault_runs import KILLED, run

from rashomon.read import worker

POISONED = TEXTS[2]
POISON = """
import os, signal
import rashomon.read.worker as w
plain = w.parse
w.parse = lambda r, o: os.kill(os.getpid(), signal.SIGKILL) if r.source.endswith({name!r}) else plain(r, o)
"""


def poisoned(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """A report that kills whoever parses it ends one run, is set aside by the next, and read by a mended program."""
    case = place(ground.folder, "poison")
    code = POISON.format(name=POISONED)
    first = run(read_words(case), first=spoiled(code))
    unsound = [] if first.code == KILLED else [f"the poison did not work: {first}"]
    unsound += opens(case)
    for _ in range(2):
        done = run(read_words(case), first=spoiled(code))
        if done.code != 1 or f"{READ}/{POISONED}: the reader was killed on it" not in done.err:
            unsound.append(f"the batch did not get past the poison: {done}")
        if "10 received" in run(["doctor", case]).out.decode():
            unsound.append("reports were lost with the poisonous one")
    verdict = after(ground, case)
    yield verdict._replace(unsound=(*unsound, *verdict.unsound))


def spoiled(code: str) -> Callable[[], None]:
    """Runs some code in the command and in every reader that it starts."""
    real = worker.subprocess.Popen

    def start(command: list[str], **settings: object):
        return real([command[0], "-c", f"{code}\n{command[2]}"], **settings)

    def spoil() -> None:
        worker.subprocess.Popen = start
        exec(code, {})

    return spoil


def reader_killed(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """The child that reads risky formats is killed from outside while it reads: another one takes its job over."""
    real = worker.Child._started

    def kill_first(self: worker.Child):
        process = real(self)
        if not hasattr(worker, "killed_one"):
            worker.killed_one = True
            process.kill()
        return process

    def first() -> None:
        worker.Child._started = kill_first

    case = place(ground.folder, "reader")
    yield judge(ground, case, run(read_words(case), first=first))


SECONDS = 1.0
RECOVER = 5.0
BAD = {
    "hangs": "import time, rashomon.read.worker as w; plain = w.parse\n"
    "w.parse = lambda r, o: time.sleep(600) if r.source.endswith({name!r}) else plain(r, o)",
    "eats": "import rashomon.read.worker as w; plain = w.parse\n"
    "w.parse = lambda r, o: bytearray(10**11) if r.source.endswith({name!r}) else plain(r, o)",
}
SAID = {"hangs": "took over 1 seconds to read; given up", "eats": "needs more than 1.5 GB of memory to read; given up"}


def reader_fails(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """A reader that hangs, or eats memory: ended at its limit, replaced at once; its report is set aside and named."""
    settings = Path("rashomon.toml")
    settings.write_text(f"[read]\nseconds = {SECONDS}\n")
    whole = run(read_words(place(ground.folder, "whole"))).seconds
    for how, code in BAD.items():
        case = place(ground.folder, how)
        words = [*read_words(case), "--settings", settings.absolute()]
        done = run(words, first=spoiled(code.format(name=f"/{PACKED[0]}")))
        unsound = [] if done.code == 1 and f"{PACKED[0]}: {SAID[how]}" in done.err else [f"{how}: {done}"]
        late = done.seconds - 2 * whole - SECONDS - worker._GRACE
        if late > RECOVER:
            unsound.append(f"{how}: recovering took {late:.1f} seconds")
        if PACKED[1] in done.err:
            unsound.append(f"{how}: the next report was not read")
        verdict = after(ground, case)
        yield verdict._replace(unsound=(*unsound, *verdict.unsound))


FAULTS = (
    Fault("reader killed", reader_killed),
    Fault("poisonous report", poisoned),
    Fault("reader hangs or eats memory", reader_fails),
)
