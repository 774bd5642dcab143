"""Which places words may name."""

import pytest

from rashomon.resolve.candidates import candidates


@pytest.mark.parametrize(("words", "name"), [("Dagestani", "Dagestan"), ("Londoner", "London")])
def test_a_demonym_that_no_table_has_stands_for_its_place(words, name):
    assert name in {spot.place.name for spot in candidates(words, ()).spots}


def test_a_name_is_no_demonym_of_a_place_that_is_written_otherwise():
    """An unknown town's name less its ending is not Deesa in Gujarat."""
    assert candidates("Dessan", ()).spots == ()


def test_a_quarter_is_no_province():
    """A quarter called al-Gharbiya is not the Egyptian province, though that is the only place of the name."""
    assert {spot.place.kind for spot in candidates("al-Gharbiya", ()).spots} == {"province"}
    assert candidates("al-Gharbiya neighborhood", ()).spots == ()
