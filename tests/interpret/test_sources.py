"""Unnamed sources by class."""

import pytest

from rashomon.interpret.sources import source_class, told_sources
from rashomon.records import Span, Voice


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("security officials", "officials"),
        ("two frightened residents", "witnesses"),
        ("local activists", "activists"),
        ("state media", "media"),
        ("hospital sources", "medics"),
        ("a source close to the talks", "unattributed"),
        ("a rebel commander", "fighters"),
        ("many analysts", "analysts"),
        ("the violinist", None),
        ("", None),
    ],
)
def test_classes(words, found):
    assert source_class(words) == found


def voice(words, start, cue=(50, 54)):
    return Voice(
        words=words,
        start=start,
        end=start + len(words),
        cue=Span(start=cue[0], end=cue[1], quote="said"),
        form="indirect",
    )


def test_only_the_unnamed_are_classed():
    author = Voice(words="", start=0, end=0)
    nobody = voice("said", 50)
    assert told_sources([author, voice("Ada Korr", 3)]) == ""
    assert told_sources([author, voice("officials", 3)]) == 'officials: "officials"'
    assert told_sources([author, nobody]) == 'unattributed: "said" names nobody'
