"""The killable child in which risky formats are parsed, reused from one input to the next."""

import atexit
import functools
import math
import os
import select
import struct
import subprocess
import sys
import tempfile
import threading
import time
from typing import IO, cast

import msgspec

from rashomon.errors import RashomonError, TooLarge, UnreadableInput
from rashomon.read.reading import format_of, parse
from rashomon.read.received import Entry, ReadOptions, Received, sha256
from rashomon.records import Row

_SIZE = struct.Struct(">Q")
_SAFE = ("text", "markdown", "jsonl", "json", "csv")
_STEP = 1 << 20
_CRASHES = (-4, -5, -6, -7, -8, -11)  # SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV
_GRACE = 5.0  # seconds for a new child to start and import


class Killed(UnreadableInput):
    """The child was ended by SIGKILL: by the system, short of memory, or by a person. The input may be innocent."""


class _Job(Row, frozen=True, kw_only=True):
    """What the child is asked to do."""

    received: Received
    options: ReadOptions


def isolated(received: Received, options: ReadOptions | None = None, trusting: bool = True) -> list[Entry]:
    """As `parse`, with pages, PDFs, Word files, feeds and archives read in a child under time and memory limits.

    A child that hangs, runs out of memory or dies becomes the entry's problem; the next input gets a new child. One
    that was killed from outside is replaced at once. Unless ``trusting``, text and tables are read in a child, too.
    """
    options = options or ReadOptions()
    if received.problem is not None or not received.data or len(received.data) > options.max_input:
        return parse(received, options)
    format_ = format_of(received)
    if format_ is None or (trusting and format_ in _SAFE):
        return parse(received, options)
    job, child = _Job(received=received, options=options), _child(os.getpid(), options.memory)
    try:
        try:
            return child.ask(job)
        except Killed:
            return child.ask(job)
    except RashomonError as error:
        return [Entry(source=received.source, problem=str(error), digest=sha256(received.data))]


class Child:
    """A process that parses one job at a time; started when first asked, again after it was killed."""

    def __init__(self, memory: int) -> None:
        self.memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._log: IO[bytes] | None = None
        self._fresh = True
        self._owner = os.getpid()
        self._turn = threading.Lock()

    def ask(self, job: _Job) -> list[Entry]:
        """The entries of a job. Raises TooLarge over the time or memory limit, UnreadableInput if the child dies."""
        with self._turn:
            process = self._started()
            deadline = time.monotonic() + job.options.seconds + (_GRACE if self._fresh else 0.0)
            source = job.received.source
            try:
                _write(cast(IO[bytes], process.stdin).fileno(), msgspec.msgpack.encode(job), deadline)
                reply = _read(cast(IO[bytes], process.stdout).fileno(), deadline)
            except TimeoutError:
                self.stop()
                raise TooLarge(source, f"took over {job.options.seconds:g} seconds to read; given up") from None
            except (EOFError, OSError):
                raise self._obituary(source) from None
            except KeyboardInterrupt:
                self.stop()  # its answer must not be taken for that to the next job
                raise
            self._fresh = False
            return msgspec.msgpack.decode(reply, type=list[Entry])

    def stop(self) -> None:
        """Kill the child, if there is one, and let go of its pipes."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return  # none, or one that belongs to the process from which this one was forked
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, self._log):
            if pipe is not None:
                pipe.close()

    def _started(self) -> subprocess.Popen[bytes]:
        """The running process, a new one if need be."""
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self._log = tempfile.TemporaryFile()  # noqa: SIM115  closed in stop()
            command = [sys.executable, "-c", f"from rashomon.read.worker import serve; serve({self.memory})"]
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, bufsize=0
            )
            self._fresh = True
        return self._process

    def _obituary(self, source: str) -> RashomonError:
        """Why the child died, from its exit status and the last line it wrote."""
        process, log = cast("subprocess.Popen[bytes]", self._process), cast(IO[bytes], self._log)
        status = process.wait()
        log.seek(max(0, log.seek(0, os.SEEK_END) - 4096))
        lines = log.read().decode("utf-8", "replace").strip().splitlines()
        last = lines[-1].strip()[:200] if lines else ""
        self.stop()
        if "MemoryError" in last or "alloc" in last.lower():
            return TooLarge(source, f"needs more than {self.memory / 1e9:.1f} GB of memory to read; given up")
        if status == -9:
            return Killed(source, "the reader was killed on it, twice; is there enough memory?")
        if status == -24:  # SIGXCPU
            return TooLarge(source, "took too much computing time to read; given up")
        if status in _CRASHES:  # pdfium and lxml end so when they get no memory, too
            limit = f"it may need more than {self.memory / 1e9:.1f} GB of memory"
            return UnreadableInput(source, f"is damaged or made to do harm: the reader of its format crashed; {limit}")
        return UnreadableInput(source, f"the reader broke on it ({last or f'exit status {status}'})")


@functools.cache
def _child(_process: int, memory: int) -> Child:
    """The child of this process; a forked process has another id and so gets a child of its own."""
    child = Child(memory)
    atexit.register(child.stop)
    return child


def serve(memory: int) -> None:
    """The child's life: read a job, answer it, until the parent closes the pipe. An unforeseen error ends it."""
    jobs, answers = 0, os.dup(1)
    os.dup2(2, 1)  # whatever a library prints must not get among the answers
    _limit_memory(memory)
    while True:
        try:
            job = msgspec.msgpack.decode(_read(jobs, None), type=_Job)
        except EOFError:
            return
        _limit_time(job.options.seconds)
        _write(answers, msgspec.msgpack.encode(parse(job.received, job.options)), None)


def _limit_memory(memory: int) -> None:
    """Cap the address space, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """Let the system end this process after so much more computing, even if the parent is gone."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    resource.setrlimit(resource.RLIMIT_CPU, (spent + int(seconds) + 2, resource.RLIM_INFINITY))


def _write(handle: int, data: bytes, deadline: float | None) -> None:
    """A message with its length before it. Raises TimeoutError, and OSError when the reader is gone.

    A pipe that is ready takes PIPE_BUF bytes without blocking; more could hang past the deadline.
    """
    view = memoryview(_SIZE.pack(len(data)) + data)
    while view:
        _wait(handle, deadline, writing=True)
        view = view[os.write(handle, view[: _STEP if deadline is None else select.PIPE_BUF]) :]


def _read(handle: int, deadline: float | None) -> bytes:
    """A message. Raises TimeoutError, and EOFError when the writer is gone."""
    size = _SIZE.unpack(_exactly(handle, _SIZE.size, deadline))[0]
    return _exactly(handle, size, deadline)


def _exactly(handle: int, size: int, deadline: float | None) -> bytes:
    """So many bytes from a pipe."""
    out = bytearray()
    while len(out) < size:
        _wait(handle, deadline, writing=False)
        piece = os.read(handle, min(_STEP, size - len(out)))
        if not piece:
            raise EOFError
        out += piece
    return bytes(out)


def _wait(handle: int, deadline: float | None, *, writing: bool) -> None:
    """Wait until a pipe is ready. Raises TimeoutError at the deadline."""
    if deadline is None:
        return
    left = deadline - time.monotonic()
    waiting = select.poll()  # select() knows no file beyond the 1,024th that a program has open
    waiting.register(handle, select.POLLOUT if writing else select.POLLIN)
    if not waiting.poll(math.ceil(max(0.0, left) * 1000)):
        raise TimeoutError
