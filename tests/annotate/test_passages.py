"""Documents cut into passages."""

from itertools import pairwise

import pytest

from rashomon.annotate.passages import JOIN_WORDS, MOST_WORDS, passages
from rashomon.annotate.words import split
from rashomon.records import Document, Region


def document(text, regions=(), language="en"):
    return Document(id="d-1", source="x", digest="", text_digest="", text=text, regions=regions, language=language)


def test_short_paragraphs_are_read_together():
    text = "Gunmen came at dawn.\n\nThey left at noon.\n\n" + "The army said nothing of it. " * 20
    found = passages(document(text.strip()))
    assert text[slice(*found[0])] == "Gunmen came at dawn.\n\nThey left at noon."
    assert len(found) == 2


@pytest.mark.parametrize("text", ["The army fired on the town again. " * 200, "word " * 1000, "x" * 5000 + " . " * 900])
def test_no_passage_is_too_long_and_no_word_is_lost(text):
    found = passages(document(text))
    assert all(len(split(text[a:b])) <= MOST_WORDS for a, b in found)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(b <= c for (_, b), (c, _) in pairwise(found))


def test_headline_body_and_captions_are_read_and_the_headline_by_itself():
    text = "War ends\n\nBy A. Person\n\nThe war ended.\n\nA photo of it\n\nContact us"
    kinds = ["title", "byline", "body", "caption", "boilerplate"]
    regions, at = [], 0
    for kind, paragraph in zip(kinds, text.split("\n\n"), strict=True):
        regions.append(Region(kind=kind, start=at, end=at + len(paragraph)))
        at += len(paragraph) + 2
    assert [text[a:b] for a, b in passages(document(text, tuple(regions)))] == [
        "War ends",
        "The war ended.",
        "A photo of it",
    ]


def test_paragraphs_of_neighbouring_regions_are_read_together():
    text = "The war ended.\n\nThey went home."
    regions = (Region(kind="body", start=0, end=14), Region(kind="body", start=16, end=len(text)))
    assert [text[a:b] for a, b in passages(document(text, regions))] == [text]


def test_a_language_we_do_not_read_has_no_passages():
    assert passages(document("La guerre est finie.", language="fr")) == []
    assert JOIN_WORDS < MOST_WORDS
