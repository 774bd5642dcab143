"""The wordings that a mention offers, and known wordings found in a text."""

import msgspec
import pytest
from muc4_forms import forms, known, stands

from rashomon.annotate.notation import read_blocks
from rashomon.interpret.weave import weave
from rashomon.testing import make_document


def wordings(text, words):
    """The forms of the mention of these words, by name."""
    (block,) = read_blocks(["### t", f"T: {text}", "E: ", "M: "])
    document = make_document(block.text)
    view = weave(document, msgspec.structs.replace(block.graph, document=document.id))
    (node,) = (one for one in view.mentions() if view.words(one) == words)
    return {name: document.text[start:end] for name, start, end in forms(view, node)}


@pytest.mark.parametrize(
    ("text", "words", "name", "form"),
    [
        ("the heavily armed {men|g1:GROUP} fled", "men", "described 2", "heavily armed men"),
        ("by armed {men|g1:GROUP}", "men", "described 1", "armed men"),
        ("the {offices|f1:FAC} of the {miners|g1:GROUP} burned", "offices", "with tail", "offices of the miners"),
        ("a {light x-2 rifle|o1:OBJ} fell", "light x-2 rifle", "last word", "rifle"),
        ("a {light field gun|o1:OBJ} fell", "light field gun", "last two words", "field gun"),
    ],
)
def test_forms_wider_and_shorter_than_the_mention(text, words, name, form):
    assert wordings(text, words)[name] == form


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("the {men|g1:GROUP} fled", "men", "described 1"),
        ("fire; {men|g1:GROUP} fled", "men", "described 1"),
        ("a {bomb|o1:OBJ} fell, the {rebels|g1:GROUP} said", "bomb", "with tail"),
        ("old {ada korr|x1:PER} spoke", "ada korr", "last word"),
    ],
)
def test_forms_that_are_not_offered(text, words, name):
    assert name not in wordings(text, words)


def test_known_wordings_the_longest_at_each_place():
    text = "a dune front, of the dune: the red dune front"
    found = [text[start:end] for start, end in known(text, 0, len(text), {"dune", "dune front", "red dune front"})]
    assert found == ["dune front", "dune", "red dune front"]


def test_no_known_wording():
    assert list(known("a bomb", 0, 6, ())) == []
    assert list(known("a bomb", 0, 1, {"bomb"})) == []


def test_where_wordings_stand_whatever_articles_and_punctuation_are_between():
    text = 'the "dune, the front" of the dune. front'
    found = stands(text, {"dune front", "dune", "sea"})
    assert [text[start:end] for start, end in found["dune front"]] == ['"dune, the front"', "dune. front"]
    assert len(found["dune"]) == 2
    assert found["sea"] == []
