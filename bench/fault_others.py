"""What goes wrong around the program: two at once, any order, a clock put back, a newer version, half a download."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import apsw
from fault_case import READ, TEXTS, Fault, Ground, Verdict, judge, now, place, read_words
from fault_kills import after, copied
from fault_runs import begin, end, run
from sample_copies import REPORTS

from rashomon.engine import ingest
from rashomon.store import Store

PAGE = REPORTS / "open-horizon-tirmok.html"


def two_writers(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """Two programs read into one case at once, the same reports or others: nothing lost, no older views kept."""
    whole = run(read_words(place(ground.folder, "whole"))).seconds
    names = [f"{READ}/{name}" for name in sorted(os.listdir(READ))]
    for number in range(points):
        case = place(ground.folder, f"w{number}")
        parts = ((READ,), (READ,)) if number % 2 else (names[::2], names[1::2])
        late = dice.uniform(0, whole)
        running = [begin(read_words(case, *part), first=later(late * n)) for n, part in enumerate(parts)]
        done = [end(one) for one in running]
        unsound = [f"one ended with {d.code}: {d.err[-300:]}" for d in done if d.code not in (0, 1) and not busy(d.err)]
        if not any(busy(d.err) for d in done):
            unsound += now(ground, case)
        verdict = after(ground, case)
        yield verdict._replace(unsound=(*unsound, *verdict.unsound))


def busy(said: str) -> bool:
    """Whether a command gave way to another one."""
    return "another program is writing to it; try again when it is done" in said


def later(seconds: float) -> Callable[[], None]:
    """Wait so long before the command begins."""
    return lambda: time.sleep(seconds)


def any_order(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """The reports in any order, in one command or several, give one export."""
    for number in range(points):
        case = place(ground.folder, f"a{number}")
        names = [f"{READ}/{name}" for name in sorted(os.listdir(READ))]
        dice.shuffle(names)
        size = dice.randint(1, len(names))
        for start in range(0, len(names), size):
            run(read_words(case, *names[start : start + size]))
        unsound = now(ground, case)
        verdict = after(ground, case)
        yield verdict._replace(unsound=(*unsound, *verdict.unsound))


def clock_back(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """The clock is put back by decades between two runs."""
    case = place(ground.folder, "clock")
    run(read_words(case, *(f"{READ}/{name}" for name in TEXTS[3:])), first=in_year(2051))
    yield judge(ground, case, run(read_words(case), first=in_year(1999)))


def in_year(year: int) -> Callable[[], None]:
    """Let the clock that the ledger is kept by stand in a year."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(year, 1, 1, tzinfo=UTC)

    return lambda: setattr(ingest, "datetime", Clock)


def newer(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """A case of a newer version: every command says so and leaves it alone."""
    case = copied(ground.folder / "undisturbed" / "case.db", ground.folder / "newer")
    set_version(case, 7000)
    before = case.read_bytes()
    unsound = []
    for words in (read_words(case), ["doctor", case], ["export", case], ["show", case, "incidents"]):
        done = run(words)
        if done.code != 2 or "its version is 7000" not in done.err or "update rashomon" not in done.err:
            unsound.append(f"{words[0]}: {done}")
    if case.read_bytes() != before:
        unsound.append("the file was changed")
    set_version(case, 1)
    verdict = after(ground, case)
    yield verdict._replace(unsound=(*unsound, *verdict.unsound))


def set_version(case: Path, version: int) -> None:
    """Write a version into the header of a case."""
    connection = apsw.Connection(str(case))
    connection.execute(f"PRAGMA user_version = {version:d}")
    connection.close()


class Broken(BaseHTTPRequestHandler):
    """Serves a page, cut where the path says, its length told, in chunks, or not told."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            self.send_error(404)
            return
        _, how, cut = self.path.split("/")
        body = PAGE.read_bytes()
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        told = {"length": ("Content-Length", str(len(body))), "chunks": ("Transfer-Encoding", "chunked")}
        self.send_header(*told.get(how, ("Connection", "close")))
        self.end_headers()
        whole = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body) if how == "chunks" else body
        self.wfile.write(whole[: int(cut)])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def half_downloads(ground: Ground, points: int, dice: random.Random) -> Iterator[Verdict]:
    """Answers that break off, and files whose names say that they are not finished: none passes for a report."""
    server = HTTPServer(("127.0.0.1", 0), Broken)
    pid = os.fork()
    if not pid:
        server.serve_forever()
    site, end_of_page = f"http://127.0.0.1:{server.server_port}", PAGE.read_bytes().rindex(b"</html")
    urls = [
        f"{site}/{how}/{dice.randrange(end_of_page)}" for how in ("length", "chunks", "untold") for _ in range(points)
    ]
    halves = [half_copied(ground.folder / "halves", number, end) for number, end in enumerate(UNFINISHED)]
    case = place(ground.folder, "half")
    try:
        done = run([*read_words(case, *urls, *halves), "--allow-private"])
        unsound = [] if done.code == 1 else [f"ended with {done.code}: {done.err}"]
        unsound += stored(case, 0, len({*urls, *halves}))
        run([*read_words(case, f"{site}/untold/999999", f"{site}/chunks/999999"), "--allow-private"])
        unsound += stored(case, 1, len({*urls, *halves}))
    finally:
        os.kill(pid, signal.SIGTERM)
        os.waitpid(pid, 0)
        server.server_close()
    yield Verdict(unsound=tuple(unsound))


UNFINISHED = (".part", ".tmp", ".crdownload", ".PARTIAL")


def half_copied(folder: Path, number: int, end: str) -> str:
    """A report that is being copied."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{number}.txt{end}"
    path.write_bytes((REPORTS / TEXTS[number]).read_bytes()[:700])
    return str(path)


def stored(case: Path, stored: int, quarantined: int) -> list[str]:
    """What speaks against so many reports being in the case, and so many set aside."""
    with Store(case, readonly=True) as opened, opened.view() as view:
        counts = view.counts()
    here = (counts["documents"], counts["quarantined"])
    return [] if here == (stored, quarantined) else [f"stored and quarantined: {here} for {(stored, quarantined)}"]


FAULTS = (
    Fault("two writers at once", two_writers, 0.1),
    Fault("any order, any number of runs", any_order, 0.05),
    Fault("clock put back", clock_back),
    Fault("case of a newer version", newer),
    Fault("half a download, half a copy", half_downloads, 0.05),
)
