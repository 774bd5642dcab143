"""Whatever comes in: a document or a problem that names it, never an exception, nothing lost."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.read import Received, parse


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        (b"", "empty.txt", "empty.txt: is empty"),
        (b" \n\t\r\n", "blank.txt", "blank.txt: holds no text"),
        (b"\0", "nul.txt", "nul.txt: holds no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "photo.txt", "photo.txt: is a PNG picture"),
        (bytes(range(256)) * 40, "blob.html", "blob.html: is a binary file, not text"),
        (b"PK\x03\x04 whatever", "a.docx", "a.docx: is a zip archive that is not a DOCX"),
    ],
)
def test_what_can_not_be_read_says_why(why, data, name, problem):
    assert why(data, name) == problem


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a", "a"),
        (b"Some w\0ords", "Some words"),
        (b"caf\xe9 in the town", "café in the town"),
        ("Bombs fell on the town".encode("utf-16"), "Bombs fell on the town"),
        (b"!!! ... ???", "!!! ... ???"),
        (b"1234567890", "1234567890"),
        (b"W" * 100_000, "W" * 100_000),
    ],
)
def test_odd_texts_are_read(one, data, text):
    assert one(data).text == text


def test_what_was_dropped_is_said(one):
    assert one(b"Some w\0ords").reasons["text"] == "1 NUL or lone surrogate was dropped"


def test_a_hundred_megabytes_on_a_line(why):
    problem = why(bytes(b"a" * 100_000_000), "line.txt")
    assert problem == "line.txt: is 100,000,000 bytes; one report may have 20,000,000, and this is a single line"


def test_input_cap(why):
    assert why("abc", "a.txt", max_input=2) == "a.txt: is 3 bytes; one input may have 2"


def test_problems_of_discovery_pass_through():
    (entry,) = parse(Received(source="a", name="a", problem="a: is gone"))
    assert (entry.document, entry.problem) == (None, "a: is gone")


def test_rereading_gives_the_same(read, body):
    data = f"Siege ends\n\nBy Ada Person\n\n{body}"
    assert read(data) == read(data)


MAGIC = st.sampled_from(
    [
        b"",
        b"%PDF-1.4\n",
        b"\x1f\x8b\x08\x00",
        b"WARC/1.0\r\n",
        b"PK\x03\x04word/document.xml",
        b"<html>",
        b"<rss>",
        b"[{",
        b"{",
    ]
)
NAMES = st.sampled_from(["a.txt", "a.html", "a.csv", "a.jsonl", "a.json", "a.md", "a.gz", "a"])


@settings(max_examples=150, deadline=None)
@given(MAGIC, st.binary(max_size=300), NAMES)
def test_random_bytes_never_raise(magic, data, name):
    entries = parse(Received(source=name, name=name, data=magic + data))
    assert entries
    for entry in entries:
        assert (entry.document is None) is bool(entry.problem)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_regions_tile_every_text(text, name):
    for entry in parse(Received(source=name, name=name, data=text.encode("utf-8", "surrogatepass"))):
        if entry.document is not None:
            regions = entry.document.regions
            assert (regions[0].start, regions[-1].end) == (0, len(entry.document.text))
            assert all(left.end == right.start for left, right in pairwise(regions))
