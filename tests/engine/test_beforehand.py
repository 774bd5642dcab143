"""What the stages need is loaded beforehand: once, where something new came in, and without a word if it can't be."""

import pytest

from rashomon.engine import beforehand
from rashomon.engine.beforehand import load, once_stored
from rashomon.engine.settings import Settings
from rashomon.errors import ModelError
from rashomon.resolve import Resolver


@pytest.mark.parametrize(
    ("outcomes", "loaded"), [((), 0), (("1 unchanged", "1 quarantined"), 0), (("1 stored", "2 stored"), 1)]
)
def test_it_is_loaded_once_if_something_is_stored(monkeypatch, outcomes, loaded):
    calls, told = [], []
    monkeypatch.setattr(beforehand, "load", calls.append)
    with once_stored(Settings(), lambda source, outcome: told.append(outcome)) as heard:
        for outcome in outcomes:
            heard("x.txt", outcome)
    assert len(calls) == loaded
    assert tuple(told) == outcomes


def test_what_cant_be_loaded_is_told_by_who_needs_it(monkeypatch):
    def broken(self):
        raise ModelError("weights", "is missing")

    monkeypatch.setattr(Resolver, "ready", broken)
    load(Settings())
