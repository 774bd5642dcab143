"""Limits for hostile input: seconds of this machine, memory of the process and of the child that reads for it."""

import os
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from rashomon.read import ReadOptions, Received, isolated, worker

SECONDS, MEGABYTES = 30.0, 1_000
LONG = bool(os.environ.get("RASHOMON_LONG"))


def _forget_peak(process):
    """Start measuring the peak of a process anew, where the system can."""
    try:
        Path(f"/proc/{process}/clear_refs").write_text("5")
    except OSError:
        return


def _peak(process):
    """The most memory that a process has held since, in MB; 0 where the system doesn't tell."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM")), 0.0)


@pytest.fixture
def limited():
    """A block that must end within the limits, in processor time, so that a busy machine fails nobody."""

    @contextmanager
    def block(seconds=SECONDS, megabytes=MEGABYTES):
        _forget_peak("self")
        before, begun = _peak("self"), time.process_time()
        yield
        took, held = time.process_time() - begun, _peak("self")
        assert took <= seconds, f"{took:.1f} s of {seconds:g}"
        assert held - before <= megabytes, f"{held - before:,.0f} MB of {megabytes:,}"

    return block


@pytest.fixture
def read(limited):
    """Bytes under a name to entries, as `rashomon read` reads them: within the limits, the child's included."""

    def call(data, name, **options):
        child = worker._child(os.getpid(), ReadOptions().memory)._process
        if child is not None and child.poll() is None:
            _forget_peak(child.pid)
        with limited():
            entries = isolated(Received(source=name, name=name, data=data), ReadOptions(**options))
        child = worker._child(os.getpid(), ReadOptions().memory)._process
        if child is not None and child.poll() is None:
            assert _peak(child.pid) <= MEGABYTES
        return entries

    return call
