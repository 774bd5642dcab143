"""The child: same answers as in process, quick when reused, killed when it hangs, replaced when it dies."""

import gzip
import os
import resource
import time

import pytest

from rashomon.read import ReadOptions, Received, isolated, parse
from rashomon.read import worker as room

PAGE = b"<html><body><p>The town was shelled on Monday, the mayor said.</p></body></html>"


def packed():
    """A risky format that needs no heavy library."""
    return Received(source="a.gz", name="a.gz", data=gzip.compress(b"The town was shelled.", mtime=0))


def page(n=0):
    return Received(source=f"{n}.html", name=f"{n}.html", data=PAGE.replace(b"Monday", b"day %d" % n))


def test_one_child_reads_many_as_the_parser_does():
    assert isolated(page()) == parse(page())
    begun = time.monotonic()
    assert all(isolated(page(n))[0].document for n in range(50))
    assert time.monotonic() - begun < 3


def test_safe_formats_stay_in_process(monkeypatch):
    monkeypatch.setattr(room, "_child", lambda *_: pytest.fail("a child was asked"))
    for name, data in (("a.txt", b"words"), ("a.jsonl", b'{"text": "x"}'), ("a.txt", b""), ("a.bin", bytes(100))):
        assert isolated(Received(source=name, name=name, data=data))


def run(monkeypatch, code, **options):
    """`isolated` with a child that runs some code instead of answering its first job."""
    child = room.Child(1_500_000_000)
    real = room.subprocess.Popen
    starts = []

    def start(command, **settings):
        starts.append(command)
        if len(starts) == 1:
            command = [command[0], "-c", f"import rashomon.read.worker as w\n{code}\nw.serve(400_000_000)"]
        return real(command, **settings)

    monkeypatch.setattr(room.subprocess, "Popen", start)
    monkeypatch.setattr(room, "_child", lambda *_: child)
    monkeypatch.setattr(room, "_GRACE", 2.0)
    try:
        first = isolated(packed(), ReadOptions(**options))[0]
        second = isolated(packed())[0]
    finally:
        child.stop()
    assert second.document, second.problem
    return first.problem


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("import time; w.parse = lambda *_: time.sleep(60)", "a.gz: took over 0.2 seconds to read; given up"),
        ("w.parse = lambda *_: bytearray(10**10)", "a.gz: needs more than 1.5 GB of memory to read; given up"),
        ("w.parse = lambda *_: {}['x']", "a.gz: the reader broke on it (KeyError: 'x')"),
        (
            "import os; w.parse = lambda *_: print('hello', flush=True) or os._exit(3)",
            "a.gz: the reader broke on it (hello)",
        ),
    ],
)
def test_a_child_that_fails_is_replaced(monkeypatch, code, problem):
    assert run(monkeypatch, code, seconds=0.2).startswith(problem)


KILL = "import os; w.parse = lambda *_: os.kill(os.getpid(), 9)"


def test_a_child_killed_from_outside_is_replaced_and_the_report_read(monkeypatch):
    assert run(monkeypatch, KILL) == ""


def test_a_report_that_kills_every_child_is_told_of(monkeypatch):
    def ask(self, job):
        raise room.Killed(job.received.source, "the reader was killed on it, twice")

    monkeypatch.setattr(room.Child, "ask", ask)
    assert isolated(packed())[0].problem == "a.gz: the reader was killed on it, twice"


def test_text_that_is_not_trusted_is_read_in_a_child(monkeypatch):
    asked = []
    monkeypatch.setattr(room.Child, "ask", lambda self, job: asked.append(job.received.source) or [])
    text = Received(source="a.txt", name="a.txt", data=b"The town was shelled.")
    isolated(text)
    assert asked == []
    isolated(text, trusting=False)
    assert asked == ["a.txt"]


def test_an_answer_that_nobody_waited_for_is_not_given_to_the_next(monkeypatch):
    child = room.Child(1_500_000_000)
    monkeypatch.setattr(room, "_child", lambda *_: child)
    real = room._read

    def interrupted(*given):
        monkeypatch.setattr(room, "_read", real)
        raise KeyboardInterrupt

    monkeypatch.setattr(room, "_read", interrupted)
    try:
        with pytest.raises(KeyboardInterrupt):
            isolated(page(1))
        (entry,) = isolated(page(2))
    finally:
        child.stop()
    assert entry.source == "2.html"


def test_a_program_with_many_files_open_reads_on():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(2048, hard), hard))
    opened = [os.open(os.devnull, os.O_RDONLY) for _ in range(1100)]
    child = room.Child(1_500_000_000)
    try:
        job = room._Job(received=packed(), options=ReadOptions())
        assert child.ask(job)[0].document
    finally:
        child.stop()
        for handle in opened:
            os.close(handle)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
