"""Invented passages in the claim-graph notation, as documents with graphs, claims and tellings."""

import msgspec
import pytest

from rashomon.annotate.notation import read_blocks
from rashomon.interpret import Interpreter
from rashomon.interpret.stance import tell
from rashomon.interpret.weave import weave
from rashomon.records import EventClaim
from rashomon.testing import make_document


def _passage(text, edges="", flags="", published="2031-05-14"):
    lines = ["### test", f"T: {text}", f"E: {edges}", f"M: {flags}"]
    (block,) = read_blocks(lines)
    document = make_document(block.text, published=published)
    return document, msgspec.structs.replace(block.graph, document=document.id)


@pytest.fixture
def passage():
    """``passage(T, E, M, published)`` → the document and its graph."""
    return _passage


@pytest.fixture
def telling():
    """``telling(T, E, M)`` → the passage under interpretation."""
    return lambda *parts, **more: tell(weave(*_passage(*parts, **more)), "test/1")


@pytest.fixture
def claims():
    """``claims(kind, T, E, M)`` → the claims of one kind, in text order."""

    def read(kind, *parts, **more):
        document, graph = _passage(*parts, **more)
        (found,) = Interpreter()([(document, [graph])])
        return [claim for claim in found if isinstance(claim, kind)]

    return read


@pytest.fixture
def event(claims):
    """``event(T, E, M)`` → the event claim of the trigger ``x1``."""

    def read(text, edges, flags=""):
        end = text.index("|x1:")
        words = text[text.rindex("{", 0, end) + 1 : end]
        return next(claim for claim in claims(EventClaim, text, edges, flags) if claim.trigger.quote == words)

    return read
